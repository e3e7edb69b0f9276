//! The shape of one element of a picture: for pointing at it and for its outline.

use egui::{Pos2, Rect, pos2};
use resvg::tiny_skia::{FillRule, Paint, Pixmap, Transform};
use resvg::usvg::{Group, Node, Tree};

/// Points across a mask: fine enough for an outline at any size on screen.
const ACROSS: u32 = 480;
/// Alpha from which a point belongs to the shape.
const SOLID: u8 = 96;

/// The shape of one element alone. Places are shares of the picture: 0 to 1 across and down.
#[derive(Debug)]
pub struct Mask {
    width: usize,
    height: usize,
    hit: Vec<bool>,
    bounds: Rect,
    outline: Vec<Vec<Pos2>>,
}

impl Mask {
    /// The shape of an element by id.
    pub(super) fn of(tree: &Tree, element: &str) -> Option<Self> {
        let node = tree.node_by_id(element)?;
        let own = tree.size();
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let scale = ACROSS as f32 / own.width();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a picture's height in points"
        )]
        let down = (own.height() * scale).round().clamp(1.0, 4096.0) as u32;
        let mut seen = Pixmap::new(ACROSS, down)?;
        if let Some(layer) = node.abs_layer_bounding_box() {
            // The renderer moves an element to the corner: put it back where it stands.
            let place =
                Transform::from_row(scale, 0.0, 0.0, scale, layer.x() * scale, layer.y() * scale);
            resvg::render_node(node, place, &mut seen.as_mut());
        }
        let solid = |pixmap: &Pixmap| {
            pixmap
                .pixels()
                .iter()
                .map(|pixel| pixel.alpha() >= SOLID)
                .collect::<Vec<bool>>()
        };
        let visible = solid(&seen);
        // Shapes that are drawn for the pointer alone have no colour.
        let mut all = seen;
        fill_transparent(node, Transform::from_scale(scale, scale), &mut all);
        let hit = solid(&all);
        let (width, height) = (ACROSS as usize, down as usize);
        let shape = if visible.contains(&true) {
            &visible
        } else {
            &hit
        };
        let outline = super::outline::trace(shape, width, height);
        let bounds = bounds(&hit, width, height)?;
        Some(Self {
            width,
            height,
            hit,
            bounds,
            outline,
        })
    }

    /// Whether a place lies on the shape.
    #[must_use]
    pub fn hit(&self, place: Pos2) -> bool {
        if !(0.0..1.0).contains(&place.x) || !(0.0..1.0).contains(&place.y) {
            return false;
        }
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a place inside a mask of a few hundred points"
        )]
        let index = (place.y * self.height as f32) as usize * self.width
            + (place.x * self.width as f32) as usize;
        self.hit.get(index).copied().unwrap_or(false)
    }

    /// The rectangle around it.
    #[must_use]
    pub const fn bounds(&self) -> Rect {
        self.bounds
    }

    /// Closed lines around it; the last point is not the first again.
    #[must_use]
    pub fn outline(&self) -> &[Vec<Pos2>] {
        &self.outline
    }

    /// The outline on a picture that is drawn in `rect`.
    #[must_use]
    pub fn outline_in(&self, rect: Rect) -> Vec<Vec<Pos2>> {
        let place = |point: &Pos2| rect.min + point.to_vec2() * rect.size();
        self.outline
            .iter()
            .map(|line| line.iter().map(place).collect())
            .collect()
    }
}

fn fill_transparent(node: &Node, scale: Transform, pixmap: &mut Pixmap) {
    match node {
        Node::Group(group) => fill_group(group, scale, pixmap),
        Node::Path(path) if path.fill().is_some_and(|fill| fill.opacity().get() < 0.4) => {
            let transform = scale.pre_concat(path.abs_transform());
            let (paint, winding) = (Paint::default(), FillRule::Winding);
            pixmap.fill_path(path.data(), &paint, winding, transform, None);
        }
        _ => {}
    }
}

fn fill_group(group: &Group, scale: Transform, pixmap: &mut Pixmap) {
    for child in group.children() {
        fill_transparent(child, scale, pixmap);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred points")]
fn bounds(hit: &[bool], width: usize, height: usize) -> Option<Rect> {
    let on = hit
        .iter()
        .enumerate()
        .filter(|(_, on)| **on)
        .map(|(index, _)| (index % width, index / width));
    let mut found = Rect::NOTHING;
    for (x, y) in on {
        found.extend_with(pos2(x as f32, y as f32));
        found.extend_with(pos2((x + 1) as f32, (y + 1) as f32));
    }
    let size = egui::vec2(width as f32, height as f32);
    found.is_positive().then(|| {
        Rect::from_min_max(
            (found.min.to_vec2() / size).to_pos2(),
            (found.max.to_vec2() / size).to_pos2(),
        )
    })
}
