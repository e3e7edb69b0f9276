//! A choice of any number: a row with a box.

use egui::{Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::text::Words;
use crate::ui::theme::{Theme, Type};
use crate::ui::{focus_ring, icons};

/// Shows a box with its words and turns it when pressed.
pub fn show(ui: &mut Ui, theme: &Theme, on: &mut bool, label: &str) -> Response {
    let colours = &theme.colours;
    let size = theme.size(20.0);
    let room = ui.available_width() - size - 26.0;
    let galley = Words::body(label).galley(ui, theme, room);
    let height = (galley.size().y + 10.0).max(theme.control_height(theme.tokens.size.row));
    let (rect, mut response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
        response.request_focus();
    }
    focus_ring::corner(ui, response.id, rect, theme.tokens.radius.control);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, *on, label));
    if *on || response.hovered() {
        ui.painter()
            .rect_filled(rect, theme.control_radius(), colours.tint);
    }
    let top = rect.center().y - galley.size().y / 2.0;
    let centre = pos2(
        rect.left() + 8.0 + size / 2.0,
        top + theme.line(Type::Body) / 2.0,
    );
    let square = Rect::from_center_size(centre, vec2(size - 2.0, size - 2.0));
    let (fill, border) = if *on {
        (colours.brand, Stroke::new(1.0, colours.brand))
    } else {
        (colours.page, Stroke::new(1.5, colours.line_strong))
    };
    ui.painter().rect(
        square,
        f32::from(theme.tokens.radius.key),
        fill,
        border,
        StrokeKind::Inside,
    );
    if *on {
        icons::TICK.paint_at(ui.painter(), centre, size * 0.8, colours.on_brand);
    }
    let at = pos2(rect.left() + size + 18.0, top + theme.lead(ui, Type::Body));
    ui.painter().galley(at, galley, colours.ink);
    response
}
