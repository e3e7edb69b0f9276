//! A link inside the program: underlined words that lead somewhere.

use egui::{Response, Sense, Stroke, Ui, WidgetInfo, WidgetType, vec2};

use super::text::Words;
use crate::ui::focus_ring;
use crate::ui::theme::{Theme, Type};

/// Shows a link.
pub fn show(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    let colour = theme.colours.brand;
    let galley = Words::new(Type::Control, words).colour(colour).galley(
        ui,
        theme,
        ui.available_width().max(1.0),
    );
    let size = vec2(
        galley.size().x,
        galley
            .size()
            .y
            .max(theme.size(theme.tokens.size.target_min)),
    );
    let (rect, response) = ui.allocate_exact_size(size.ceil(), Sense::click());
    if response.clicked() {
        response.request_focus();
    }
    let top = rect.center() - galley.size() / 2.0;
    let thickness = if response.hovered() { 2.0 } else { 1.0 };
    for row in &galley.rows {
        let row = row.rect().translate(top.to_vec2());
        ui.painter().hline(
            row.x_range(),
            row.bottom() - 1.0,
            Stroke::new(thickness, colour),
        );
    }
    ui.painter().galley(
        top + vec2(0.0, theme.lead(ui, Type::Control)),
        galley,
        colour,
    );
    focus_ring::corner(ui, response.id, rect, theme.tokens.radius.key);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Link, true, words));
    response
}
