//! How wide the lines of a page are.

use egui::{Rect, Ui};

use crate::ui::theme::{Theme, Type};

/// Characters of narration in a line, at most.
const MEASURE: f32 = 66.0;

/// Where the letters of a page stand between its edges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Their left edge.
    pub left: f32,
    /// Their right edge.
    pub right: f32,
    /// From the letters' left edge to the middle of the flags.
    pub flag: f32,
}

impl Column {
    /// The column of a page that takes up this pane.
    pub(super) fn within(ui: &Ui, theme: &Theme, pane: Rect) -> Self {
        let margin = 9.0 + 32.0 * theme.scale;
        let flag = 6.0 + 13.0 * theme.scale;
        let room = pane.width() - margin - (27.0 * theme.scale).round();
        let width = room.min(measure(ui, theme));
        let spare = room - width;
        let left = pane.left() + margin + (spare / 2.0).round();
        Self {
            left,
            right: left + width,
            flag,
        }
    }
}

/// The width of a full line of narration.
fn measure(ui: &Ui, theme: &Theme) -> f32 {
    const SAMPLE: &str = "The back room smells of cardboard and rain on coats.";
    let width = ui.fonts_mut(|fonts| {
        let ink = theme.colours.ink;
        let galley = fonts.layout_no_wrap(SAMPLE.to_owned(), theme.font(Type::Narration), ink);
        galley.rect.width()
    });
    let characters = u16::try_from(SAMPLE.len()).map_or(1.0, f32::from);
    (width / characters * MEASURE).round()
}
