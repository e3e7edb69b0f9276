//! Pictures: drawn from SVG at the size they are needed, once a size.

mod detail;
mod layers;
mod mask;
mod outline;
mod picture;
mod worker;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, TextureHandle, TextureOptions, Vec2};

pub use layers::Layers;
pub use mask::Mask;
pub use picture::Described;

use super::stage::Stage;
use picture::Drawing;
use worker::{Done, Drawn, Job, Worker};

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

/// What is drawn of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Part {
    Whole,
    Layers,
    /// One element with a little of its place around it.
    Detail(String),
    /// The shape of one element.
    Mask(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    part: Part,
    width: u32,
    height: u32,
}

impl Key {
    /// The same in another size.
    fn same_but_size(&self, other: &Self) -> bool {
        self.path == other.path && self.part == other.part
    }
}

/// What a picture came to; nothing where it has no such part.
enum Made {
    Waiting,
    Texture(Option<TextureHandle>),
    Layers(Option<Arc<Layers>>),
    Mask(Option<Arc<Mask>>),
}

struct Entry {
    made: Made,
    /// When it was last asked for: larger is later.
    used: u64,
}

/// How soon to look again for a picture that is being drawn.
const SOON: Duration = Duration::from_millis(8);
/// How many sizes of one picture are kept: while a window is being resized every frame asks for another.
const SIZES: usize = 3;
/// How many pictures are kept in layers. They are large, and the window has its own copy of what it shows.
const LAYERED: usize = 3;

/// Pictures that were asked for, each read once and drawn once a size.
pub struct ArtCache {
    source: Arc<dyn ArtSource>,
    drawings: HashMap<String, Option<Arc<Drawing>>>,
    made: HashMap<Key, Entry>,
    asked: u64,
    worker: Option<Worker>,
    /// The picture that the window draws beneath the screen.
    pub stage: Stage,
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
            made: HashMap::new(),
            asked: 0,
            worker: None,
            stage: Stage::default(),
        }
    }

    /// The window draws the stage beneath the screen.
    #[must_use]
    pub fn with_stage(mut self, stage: Stage) -> Self {
        self.stage = stage;
        self
    }

    /// Forgets a picture whose file changed.
    pub fn forget(&mut self, path: &str) {
        self.drawings.remove(path);
        self.made.retain(|key, _| key.path != path);
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

    /// Whether a picture has an element of this id.
    pub fn holds(&mut self, path: &str, element: &str) -> bool {
        self.drawing(path)
            .is_some_and(|drawing| drawing.tree.node_by_id(element).is_some())
    }

    /// Whether the window can draw this picture in layers beneath the screen.
    pub fn is_layered(&mut self, path: &str) -> bool {
        self.stage.is_hosted()
            && self
                .drawing(path)
                .is_some_and(|drawing| layers::has_layers(&drawing.tree))
    }

    /// Which layer of a picture an element is drawn in.
    pub fn layer_of(&mut self, path: &str, element: &str) -> Option<usize> {
        let drawing = self.drawing(path)?;
        drawing.layer_of(element)
    }

    /// The picture scaled to cover `size` points, cut at the edges where the shape differs.
    /// Another size of it while it is being drawn, else `None`, as where there is none: see [`ArtCache::exists`].
    pub fn picture(&mut self, ctx: &Context, path: &str, size: Vec2) -> Option<TextureHandle> {
        self.texture(ctx, path, Part::Whole, size)
    }

    /// A small picture of one element where it stands.
    pub fn detail(
        &mut self,
        ctx: &Context,
        path: &str,
        element: &str,
        size: Vec2,
    ) -> Option<TextureHandle> {
        self.texture(ctx, path, Part::Detail(element.to_owned()), size)
    }

    fn texture(
        &mut self,
        ctx: &Context,
        path: &str,
        part: Part,
        size: Vec2,
    ) -> Option<TextureHandle> {
        match self.make(ctx, sized(ctx, path, part, size))? {
            Made::Texture(texture) => texture.clone(),
            _ => None,
        }
    }

    /// The picture in layers, scaled to cover `size` points; another size of it while it is being drawn.
    pub fn layers(&mut self, ctx: &Context, path: &str, size: Vec2) -> Option<Arc<Layers>> {
        match self.make(ctx, sized(ctx, path, Part::Layers, size))? {
            Made::Layers(layers) => layers.clone(),
            _ => None,
        }
    }

    /// The shape of one element alone, in the picture's own proportions.
    pub fn mask(&mut self, ctx: &Context, path: &str, element: &str) -> Option<Arc<Mask>> {
        let key = Key {
            path: path.to_owned(),
            part: Part::Mask(element.to_owned()),
            width: 0,
            height: 0,
        };
        match self.make(ctx, key)? {
            Made::Mask(mask) => mask.clone(),
            _ => None,
        }
    }

    /// What `key` names: at once where it was drawn before, else when the thread has drawn it.
    fn make(&mut self, ctx: &Context, key: Key) -> Option<&Made> {
        self.collect(ctx);
        self.asked += 1;
        let asked = self.asked;
        let known = self.made.get_mut(&key).map(|entry| {
            entry.used = asked;
            matches!(entry.made, Made::Waiting)
        });
        if known == Some(false) {
            return self.made.get(&key).map(|entry| &entry.made);
        }
        if known.is_none() {
            self.begin(ctx, &key)?;
        }
        let best = self.other_size(&key);
        if self.worker.is_some() {
            ctx.request_repaint_after(SOON);
        }
        self.made.get(&best.unwrap_or(key)).map(|entry| &entry.made)
    }

    /// Has it drawn. One size of a picture at a time: a window that is being resized asks for many.
    fn begin(&mut self, ctx: &Context, key: &Key) -> Option<()> {
        let drawing = self.drawing(&key.path)?;
        let job = Job {
            key: key.clone(),
            drawing,
        };
        let waits = |(other, entry): (&Key, &Entry)| {
            other.same_but_size(key) && matches!(entry.made, Made::Waiting)
        };
        let made = match &self.worker {
            Some(_) if self.made.iter().any(waits) => return Some(()),
            Some(worker) => {
                worker.send(job);
                Made::Waiting
            }
            None => made(ctx, job.run().drawn, &key.path),
        };
        let used = self.asked;
        self.made.insert(key.clone(), Entry { made, used });
        self.let_go(key);
        Some(())
    }

    /// Another size of the same that is ready: it can stand in, stretched.
    fn other_size(&mut self, key: &Key) -> Option<Key> {
        let waiting = |entry: &Entry| matches!(entry.made, Made::Waiting);
        if self.made.get(key).is_some_and(|entry| !waiting(entry)) {
            return None;
        }
        self.made
            .iter()
            .filter(|(other, entry)| other.same_but_size(key) && !waiting(entry))
            .max_by_key(|(other, entry)| (entry.used, other.width, other.height))
            .map(|(other, _)| other.clone())
    }

    /// Lets go of the sizes, and of the layered pictures, that were used longest ago.
    fn let_go(&mut self, fresh: &Key) {
        self.keep(SIZES, |key| key.same_but_size(fresh));
        self.keep(LAYERED, |key| key.part == Part::Layers);
    }

    fn keep(&mut self, most: usize, of: impl Fn(&Key) -> bool) {
        let mut some: Vec<(u64, Key)> = self
            .made
            .iter()
            .filter(|(key, entry)| of(key) && !matches!(entry.made, Made::Waiting))
            .map(|(key, entry)| (entry.used, key.clone()))
            .collect();
        some.sort_unstable_by_key(|(used, _)| std::cmp::Reverse(*used));
        for (_, key) in some.into_iter().skip(most) {
            self.made.remove(&key);
        }
    }

    fn collect(&mut self, ctx: &Context) {
        let Some(worker) = &self.worker else { return };
        for Done { key, drawn } in worker.done() {
            // One that was forgotten while it was drawn is not wanted any more.
            if let Some(entry) = self.made.get_mut(&key) {
                entry.made = made(ctx, drawn, &key.path);
            }
        }
    }
}

fn made(ctx: &Context, drawn: Drawn, path: &str) -> Made {
    match drawn {
        Drawn::Image(image) => {
            Made::Texture(image.map(|image| ctx.load_texture(path, image, TextureOptions::LINEAR)))
        }
        Drawn::Layers(layers) => Made::Layers(layers),
        Drawn::Mask(mask) => Made::Mask(mask),
    }
}

fn sized(ctx: &Context, path: &str, part: Part, size: Vec2) -> Key {
    let pixels = (size * ctx.pixels_per_point()).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a texture can be"
    )]
    let whole = |value: f32| value.clamp(1.0, 4096.0) as u32;
    Key {
        path: path.to_owned(),
        part,
        width: whole(pixels.x),
        height: whole(pixels.y),
    }
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
        let mask = art.mask(&Context::default(), "room.svg", "box");
        let mask = mask.expect("it is there");
        assert!(mask.hit(egui::pos2(0.35, 0.6)));
        assert!(!mask.hit(egui::pos2(0.5, 0.6)));
        assert!(
            (mask.bounds().min.x - 0.25).abs() < 0.01,
            "{:?}",
            mask.bounds()
        );
        assert_eq!(mask.outline().len(), 1);
        assert!(
            art.mask(&Context::default(), "room.svg", "no-such")
                .is_none()
        );
    }

    #[test]
    fn a_transparent_hit_shape_can_be_hit() {
        let mask = cache().mask(&Context::default(), "room.svg", "air");
        let mask = mask.expect("it is there");
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

    #[test]
    fn sizes_that_nobody_asks_for_any_more_are_let_go() {
        let mut art = cache();
        let ctx = Context::default();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for side in 20..60 {
                let side = f32::from(u8::try_from(side).expect("small"));
                art.picture(ui.ctx(), "room.svg", egui::vec2(side, side));
            }
        });
        output.textures_delta.clear();
        assert_eq!(art.made.len(), SIZES);
    }
}
