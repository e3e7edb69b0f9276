//! A bar of segments with its sentence for readers.

use egui::accesskit::Role;
use egui::{
    Color32, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use crate::ui::theme::Theme;

/// Shows `filled` of `total` segments: filled ones solid, the rest dashed. `sentence` says the same in words.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    filled: u32,
    total: u32,
    colour: Color32,
    sentence: &str,
) -> Response {
    let height = theme.size(24.0);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, sentence));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Meter);
        node.set_value(sentence);
        node.set_numeric_value(f64::from(filled));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(f64::from(total));
    });
    if total == 0 {
        return response;
    }
    let gap = if total > 30 { 1.0 } else { 4.0 };
    #[expect(clippy::cast_precision_loss, reason = "signs are counted in tens")]
    let count = total as f32;
    let width = ((rect.width() - gap * (count - 1.0)) / count).clamp(2.0, theme.size(40.0));
    let mut left = rect.left();
    for number in 0..total {
        let segment = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height)).shrink(1.0);
        if number < filled {
            ui.painter().rect(
                segment,
                3.0,
                colour,
                Stroke::new(1.0, colour),
                StrokeKind::Inside,
            );
        } else {
            dashed(ui, segment, Stroke::new(2.0, colour));
        }
        left += width + gap;
    }
    response
}

/// A dashed outline: there, but not marked.
pub fn dashed(ui: &Ui, rect: Rect, stroke: Stroke) {
    let rect = rect.shrink(stroke.width / 2.0);
    let path = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter()
        .extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
}
