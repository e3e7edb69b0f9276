//! Pictures: drawn from SVG at the size they are needed, once a size.

mod mask;
mod outline;
mod picture;
mod worker;

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Context, TextureHandle, TextureOptions, Vec2};

pub use mask::Mask;
pub use picture::Described;

use picture::Drawing;
use worker::{Done, Job, Worker};

/// Where the bytes of pictures come from: the built-in set or a folder.
pub trait ArtSource: Send + Sync {
    /// The SVG file at this path under the art folder.
    fn bytes(&self, path: &str) -> Option<Vec<u8>>;
}

impl<F: Fn(&str) -> Option<Vec<u8>> + Send + Sync> ArtSource for F {
    fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        self(path)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Sized {
    path: String,
    width: u32,
    height: u32,
}

enum Texture {
    Waiting,
    Ready(TextureHandle),
}

/// Pictures that were asked for, each read once and drawn once a size.
pub struct ArtCache {
    source: Arc<dyn ArtSource>,
    drawings: HashMap<String, Option<Arc<Drawing>>>,
    masks: HashMap<(String, String), Option<Arc<Mask>>>,
    textures: HashMap<Sized, Texture>,
    worker: Option<Worker>,
}

impl ArtCache {
    /// Pictures drawn on a thread of their own; the panel's colour stands until one is ready.
    pub fn new(source: impl ArtSource + 'static) -> Self {
        Self {
            worker: Worker::start(),
            ..Self::synchronous(source)
        }
    }

    /// Pictures drawn at once, for tests.
    pub fn synchronous(source: impl ArtSource + 'static) -> Self {
        Self {
            source: Arc::new(source),
            drawings: HashMap::new(),
            masks: HashMap::new(),
            textures: HashMap::new(),
            worker: None,
        }
    }

    /// Forgets a picture whose file changed.
    pub fn forget(&mut self, path: &str) {
        self.drawings.remove(path);
        self.masks.retain(|(of, _), _| of != path);
        self.textures.retain(|key, _| key.path != path);
    }

    fn drawing(&mut self, path: &str) -> Option<Arc<Drawing>> {
        if let Some(known) = self.drawings.get(path) {
            return known.clone();
        }
        let drawing = self
            .source
            .bytes(path)
            .and_then(|bytes| Drawing::read(&bytes))
            .map(Arc::new);
        self.drawings.insert(path.to_owned(), drawing.clone());
        drawing
    }

    /// Whether there is a picture at this path that can be drawn.
    pub fn exists(&mut self, path: &str) -> bool {
        self.drawing(path).is_some()
    }

    /// Its title and description: what a reader hears in place of it.
    pub fn described(&mut self, path: &str) -> Option<Described> {
        self.drawing(path).map(|drawing| drawing.described.clone())
    }

    /// The picture scaled to cover `size` points, cut at the edges where the shape differs.
    /// `None` while it is being drawn, or where there is none: see [`ArtCache::exists`].
    pub fn picture(&mut self, ctx: &Context, path: &str, size: Vec2) -> Option<TextureHandle> {
        self.collect(ctx);
        let pixels = (size * ctx.pixels_per_point()).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to what a texture can be"
        )]
        let whole = |value: f32| value.clamp(1.0, 4096.0) as u32;
        let key = Sized {
            path: path.to_owned(),
            width: whole(pixels.x),
            height: whole(pixels.y),
        };
        match self.textures.get(&key) {
            Some(Texture::Ready(texture)) => return Some(texture.clone()),
            Some(Texture::Waiting) => {
                ctx.request_repaint();
                return None;
            }
            None => {}
        }
        let drawing = self.drawing(path)?;
        let job = Job {
            key: key.clone(),
            drawing,
        };
        if let Some(worker) = &self.worker {
            worker.send(job);
            self.textures.insert(key, Texture::Waiting);
            ctx.request_repaint();
            return None;
        }
        let texture = load(ctx, job.run()?);
        self.textures.insert(key, Texture::Ready(texture.clone()));
        Some(texture)
    }

    /// The shape of one element alone, in the picture's own proportions.
    pub fn mask(&mut self, path: &str, element: &str) -> Option<Arc<Mask>> {
        let key = (path.to_owned(), element.to_owned());
        if let Some(known) = self.masks.get(&key) {
            return known.clone();
        }
        let mask = self
            .drawing(path)
            .and_then(|drawing| Mask::of(&drawing.tree, element))
            .map(Arc::new);
        self.masks.insert(key, mask.clone());
        mask
    }

    fn collect(&mut self, ctx: &Context) {
        let Some(worker) = &self.worker else { return };
        for done in worker.done() {
            let key = done.key.clone();
            // One that was forgotten while it was drawn is not wanted any more.
            if self.textures.contains_key(&key) {
                self.textures.insert(key, Texture::Ready(load(ctx, done)));
            }
        }
    }
}

fn load(ctx: &Context, done: Done) -> TextureHandle {
    ctx.load_texture(done.key.path, done.image, TextureOptions::LINEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
        <title>A room</title><desc>A box on the floor.</desc>
        <rect width="400" height="300" fill="#888888"/>
        <g id="box"><rect x="100" y="150" width="80" height="60" fill="#ff0000"/></g>
        <g id="air"><rect x="300" y="20" width="60" height="60" fill="#000000" fill-opacity="0"/></g>
    </svg>"##;

    fn cache() -> ArtCache {
        ArtCache::synchronous(|path: &str| (path == "room.svg").then(|| ROOM.as_bytes().to_vec()))
    }

    #[test]
    fn a_picture_is_described_and_a_missing_one_is_not() {
        let mut art = cache();
        let described = art.described("room.svg").expect("it is there");
        assert_eq!(
            (described.title.as_str(), described.desc.as_str()),
            ("A room", "A box on the floor.")
        );
        assert!(!art.exists("none.svg"));
    }

    #[test]
    fn an_element_is_hit_where_it_is_drawn_and_nowhere_else() {
        let mut art = cache();
        let mask = art.mask("room.svg", "box").expect("it is there");
        assert!(mask.hit(egui::pos2(0.35, 0.6)));
        assert!(!mask.hit(egui::pos2(0.5, 0.6)));
        assert!(
            (mask.bounds().min.x - 0.25).abs() < 0.01,
            "{:?}",
            mask.bounds()
        );
        assert_eq!(mask.outline().len(), 1);
        assert!(art.mask("room.svg", "no-such").is_none());
    }

    #[test]
    fn a_transparent_hit_shape_can_be_hit() {
        let mask = cache().mask("room.svg", "air").expect("it is there");
        assert!(mask.hit(egui::pos2(0.82, 0.15)));
    }

    #[test]
    fn a_size_is_drawn_once() {
        let mut art = cache();
        let ctx = Context::default();
        let mut ids = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for size in [100.0, 100.0, 50.0] {
                ids.extend(
                    art.picture(ui.ctx(), "room.svg", egui::vec2(size, size))
                        .map(|texture| texture.id()),
                );
            }
        });
        output.textures_delta.clear();
        assert_eq!(ids.len(), 3);
        assert!(ids[0] == ids[1] && ids[0] != ids[2]);
    }
}
