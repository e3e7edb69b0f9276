//! The seam between the screen that has a picture and the window that draws it.
//!
//! egui lays everything out. Where the window draws the picture itself, beneath
//! egui, the screen leaves the place free, says what belongs there, and lets its
//! outlines follow the layers. Where nobody does, the screen paints the picture.

pub mod drift;
pub mod light;
pub mod show;

use std::sync::Arc;
use std::time::Duration;

use egui::{Color32, Rect, Vec2, vec2};

use super::art::Layers;

/// What a screen wants to see under it.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The picture's path.
    pub path: String,
    /// The picture in its layers; `None` while it is being drawn.
    pub layers: Option<Arc<Layers>>,
    /// Where it stands.
    pub rect: Rect,
    /// What of that is in sight.
    pub visible: Rect,
    /// Of its corners.
    pub radius: u8,
    /// What is around it, and shows at its corners.
    pub ground: Color32,
    /// Minutes since midnight, where the scenario tells the time.
    pub minute: Option<u32>,
    /// Whether anything may move.
    pub motion: bool,
    /// How long it takes to fade into the next.
    pub fade: Duration,
}

/// The stage as the screens know it.
#[derive(Debug, Default)]
pub struct Stage {
    hosted: bool,
    shifts: [f32; 3],
    placed: Option<Placed>,
}

impl Stage {
    /// A stage that the window draws, over a ground of the canvas's colour.
    #[must_use]
    pub fn hosted() -> Self {
        Self {
            hosted: true,
            ..Self::default()
        }
    }

    /// Whether the window draws what is placed here.
    #[must_use]
    pub const fn is_hosted(&self) -> bool {
        self.hosted
    }

    /// Places a picture for this pass.
    pub fn place(&mut self, placed: Placed) {
        self.placed = Some(placed);
    }

    /// Forgets what the last pass placed.
    pub fn clear(&mut self) {
        self.placed = None;
    }

    /// What the last pass placed.
    #[must_use]
    pub const fn placed(&self) -> Option<&Placed> {
        self.placed.as_ref()
    }

    /// How far each layer stands from its place, as shares of the picture's width.
    pub fn set_shifts(&mut self, shifts: [f32; 3]) {
        self.shifts = shifts;
    }

    /// How far a layer stands from its place in a picture of this width.
    #[must_use]
    pub fn shift(&self, layer: usize, width: f32) -> Vec2 {
        if !self.hosted {
            return Vec2::ZERO;
        }
        vec2(
            self.shifts.get(layer).copied().unwrap_or_default() * width,
            0.0,
        )
    }
}

/// What is around a place that the window draws, up to `body`.
#[must_use]
pub fn around(body: Rect, hole: Rect) -> [Rect; 4] {
    let hole = hole.intersect(body);
    if !hole.is_positive() {
        return [body, Rect::NOTHING, Rect::NOTHING, Rect::NOTHING];
    }
    let (above, rest) = body.split_top_bottom_at_y(hole.top());
    let (middle, below) = rest.split_top_bottom_at_y(hole.bottom());
    let (left, rest) = middle.split_left_right_at_x(hole.left());
    let (_, right) = rest.split_left_right_at_x(hole.right());
    [above, below, left, right]
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn around_a_hole_everything_else_is_painted_once() {
        let body = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 80.0));
        for (hole, left_free) in [
            (
                Rect::from_min_max(pos2(20.0, 10.0), pos2(60.0, 40.0)),
                1200.0,
            ),
            (
                Rect::from_min_max(pos2(0.0, -30.0), pos2(100.0, 20.0)),
                2000.0,
            ),
            (Rect::from_min_max(pos2(0.0, 90.0), pos2(100.0, 120.0)), 0.0),
        ] {
            let painted: f32 = around(body, hole)
                .iter()
                .filter(|rect| rect.is_positive())
                .map(Rect::area)
                .sum();
            assert!((painted - (8000.0 - left_free)).abs() < 0.01, "{hole}");
        }
    }

    #[test]
    fn nothing_moves_where_the_screen_paints_the_picture() {
        let mut stage = Stage::default();
        stage.set_shifts([0.0, 0.01, 0.02]);
        assert_eq!(stage.shift(2, 400.0), Vec2::ZERO);
        let mut stage = Stage::hosted();
        stage.set_shifts([0.0, 0.01, 0.02]);
        assert_eq!(stage.shift(2, 400.0), vec2(8.0, 0.0));
    }
}
