//! A key as printed on a keyboard: beside a full label, never alone.

use egui::{Rect, Sense, StrokeKind, Ui, Vec2, vec2};

use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::text::Words;

/// What stands on the cap: the typeface has no arrows, the icons have.
fn print(key: &str) -> &str {
    match key {
        "Up" => egui_phosphor::regular::ARROW_UP,
        "Down" => egui_phosphor::regular::ARROW_DOWN,
        "Left" => egui_phosphor::regular::ARROW_LEFT,
        "Right" => egui_phosphor::regular::ARROW_RIGHT,
        other => other,
    }
}

/// The room that a cap needs.
#[must_use]
pub fn size(ui: &Ui, theme: &Theme, key: &str) -> Vec2 {
    let text = Words::new(Type::Key, print(key))
        .galley(ui, theme, f32::INFINITY)
        .size();
    vec2((text.x + 11.0).max(text.y + 4.0), text.y + 4.0).ceil()
}

/// Paints a cap in `rect`, on any surface.
pub fn paint(ui: &Ui, theme: &Theme, rect: Rect, key: &str) {
    let colours = &theme.colours;
    let painter = ui.painter();
    painter.rect(
        rect,
        f32::from(theme.tokens.radius.key),
        colours.page,
        egui::Stroke::new(
            1.0,
            if theme.contrast {
                colours.line_strong
            } else {
                colours.line
            },
        ),
        StrokeKind::Inside,
    );
    let galley = Words::new(Type::Key, print(key))
        .soft()
        .galley(ui, theme, f32::INFINITY);
    let at = rect.center() - galley.size() / 2.0;
    painter.galley(
        at + vec2(0.0, theme.lead(ui, Type::Key)),
        galley,
        colours.ink_soft,
    );
}

/// Shows a cap in a layout. Readers do not hear it: the label beside it says what is done.
pub fn show(ui: &mut Ui, theme: &Theme, key: &str) {
    let (rect, _) = ui.allocate_exact_size(size(ui, theme, key), Sense::hover());
    paint(ui, theme, rect, key);
}
