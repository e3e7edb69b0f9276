//! The thread that draws, so that a pass never waits for a picture.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use egui::ColorImage;
use resvg::tiny_skia::{Pixmap, Transform};

use super::Sized;
use super::picture::Drawing;

pub(super) struct Job {
    pub(super) key: Sized,
    pub(super) drawing: Arc<Drawing>,
}

pub(super) struct Done {
    pub(super) key: Sized,
    pub(super) image: ColorImage,
}

impl Job {
    /// Draws it so that it covers its size, centred.
    pub(super) fn run(self) -> Option<Done> {
        let Sized { width, height, .. } = self.key;
        let mut pixmap = Pixmap::new(width, height)?;
        let own = self.drawing.tree.size();
        #[expect(clippy::cast_precision_loss, reason = "at most 4096")]
        let (across, down) = (width as f32, height as f32);
        let scale = (across / own.width()).max(down / own.height());
        let transform = Transform::from_row(
            scale,
            0.0,
            0.0,
            scale,
            (across - own.width() * scale) / 2.0,
            (down - own.height() * scale) / 2.0,
        );
        resvg::render(&self.drawing.tree, transform, &mut pixmap.as_mut());
        let image =
            ColorImage::from_rgba_premultiplied([width as usize, height as usize], pixmap.data());
        Some(Done {
            key: self.key,
            image,
        })
    }
}

pub(super) struct Worker {
    jobs: Sender<Job>,
    done: Arc<Mutex<Vec<Done>>>,
}

impl Worker {
    /// Starts the thread; where none can be had, pictures are drawn at once.
    pub(super) fn start() -> Option<Self> {
        let (jobs, waiting) = channel::<Job>();
        let done = Arc::new(Mutex::new(Vec::new()));
        let results = Arc::clone(&done);
        std::thread::Builder::new()
            .name("pictures".to_owned())
            .spawn(move || {
                // Ends when the cache is dropped and the channel closes.
                for job in waiting {
                    if let Some(drawn) = job.run() {
                        results
                            .lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .push(drawn);
                    }
                }
            })
            .ok()?;
        Some(Self { jobs, done })
    }

    pub(super) fn send(&self, job: Job) {
        // The thread lives as long as this sender: there is nobody else to tell.
        drop(self.jobs.send(job));
    }

    pub(super) fn done(&self) -> Vec<Done> {
        std::mem::take(&mut *self.done.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
