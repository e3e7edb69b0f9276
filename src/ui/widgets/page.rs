//! The body of a screen: a column of a readable width that scrolls down only.

use egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::ui::theme::Theme;

/// Draws `content` in a centred column at most `width` wide (at 100 % text), scrolling where it must.
pub fn column<R>(
    ui: &mut Ui,
    theme: &Theme,
    salt: &'static str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let room = ui.available_width();
            let margin = if room < 720.0 { 16.0 } else { 20.0 };
            let column = theme.size(width).min(room - 2.0 * margin).max(1.0);
            let side = ((room - column) / 2.0).floor();
            let rect = Rect::from_min_size(
                ui.cursor().min + vec2(side, 0.0),
                vec2(column, f32::INFINITY),
            );
            ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
                ui.add_space(16.0);
                let inner = content(ui);
                ui.add_space(24.0);
                inner
            })
            .inner
        })
        .inner
}
