//! The thread that draws, so that a pass never waits for a picture.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use egui::ColorImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::layers::{self, Layers};
use super::mask::Mask;
use super::picture::Drawing;
use super::{Key, Part, detail};

pub(super) struct Job {
    pub(super) key: Key,
    pub(super) drawing: Arc<Drawing>,
}

/// What was drawn; `None` where the picture has no such part.
pub(super) enum Drawn {
    Image(Option<ColorImage>),
    Layers(Option<Arc<Layers>>),
    Mask(Option<Arc<Mask>>),
}

pub(super) struct Done {
    pub(super) key: Key,
    pub(super) drawn: Drawn,
}

impl Job {
    pub(super) fn run(self) -> Done {
        let Key {
            part,
            width,
            height,
            ..
        } = &self.key;
        let tree = &self.drawing.tree;
        let drawn = match part {
            Part::Whole => Drawn::Image(whole(tree, *width, *height)),
            Part::Layers => Drawn::Layers(layers::draw(tree, *width, *height).map(Arc::new)),
            Part::Detail(element) => Drawn::Image(detail::draw(tree, element, *width, *height)),
            Part::Mask(element) => Drawn::Mask(Mask::of(tree, element).map(Arc::new)),
        };
        Done {
            key: self.key,
            drawn,
        }
    }
}

/// The picture moved and scaled so that it covers a size, centred.
pub(super) fn covering(tree: &Tree, width: u32, height: u32) -> Transform {
    let own = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "at most 4096")]
    let (across, down) = (width as f32, height as f32);
    let scale = (across / own.width()).max(down / own.height());
    Transform::from_row(
        scale,
        0.0,
        0.0,
        scale,
        (across - own.width() * scale) / 2.0,
        (down - own.height() * scale) / 2.0,
    )
}

pub(super) fn image_of(pixmap: &Pixmap) -> ColorImage {
    let size = [pixmap.width() as usize, pixmap.height() as usize];
    ColorImage::from_rgba_premultiplied(size, pixmap.data())
}

fn whole(tree: &Tree, width: u32, height: u32) -> Option<ColorImage> {
    let mut pixmap = Pixmap::new(width, height)?;
    resvg::render(tree, covering(tree, width, height), &mut pixmap.as_mut());
    Some(image_of(&pixmap))
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
                    let drawn = job.run();
                    results
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(drawn);
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
