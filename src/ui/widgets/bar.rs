//! Plain bars. The `paint_…` ones are part of a row that speaks for them; the others say a sentence of their own.

use egui::accesskit::Role;
use egui::{
    Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::ui::theme::Theme;

/// How high a share is drawn at 100 % text.
pub const SHARE: f32 = 12.0;
/// How high columns are.
pub const COLUMNS: f32 = 30.0;

/// How much of a whole, as a filled part of a track.
pub fn progress(ui: &mut Ui, theme: &Theme, part: f32, sentence: &str) -> Response {
    let response = place(ui, theme, SHARE);
    paint_share(ui, theme, response.rect, part, theme.colours.brand);
    speak(ui, &response, Role::ProgressIndicator, part, sentence);
    response
}

/// The same for a share that was found.
pub fn share(ui: &mut Ui, theme: &Theme, part: f32, colour: Color32, sentence: &str) -> Response {
    let response = place(ui, theme, SHARE);
    paint_share(ui, theme, response.rect, part, colour);
    speak(ui, &response, Role::Meter, part, sentence);
    response
}

/// Shares side by side, from 0 at the left to 1 at the right, with a line at their mean.
pub fn columns(
    ui: &mut Ui,
    theme: &Theme,
    shares: &[f64],
    mean: f32,
    colour: Color32,
    sentence: &str,
) -> Response {
    let response = place(ui, theme, COLUMNS);
    let rect = response.rect;
    let ground = Stroke::new(1.0, theme.colours.line_strong);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, ground);
    let most = shares
        .iter()
        .copied()
        .fold(0.0, f64::max)
        .max(f64::MIN_POSITIVE);
    #[expect(clippy::cast_precision_loss, reason = "a few dozen columns")]
    let width = rect.width() / shares.len().max(1) as f32;
    let mut left = rect.left();
    for share in shares {
        #[expect(clippy::cast_possible_truncation, reason = "a part of a bar's height")]
        let height = (share / most) as f32 * (rect.height() - 7.0);
        if *share > 0.0 {
            // What is rare can still be seen.
            let top = rect.bottom() - 1.0 - height.max(2.0);
            let column = Rect::from_min_max(
                pos2(left + 1.0, top),
                pos2(left + width - 1.0, rect.bottom() - 1.0),
            );
            ui.painter().rect_filled(column, 1.0, colour);
        }
        left += width;
    }
    let at = rect.left() + mean.clamp(0.0, 1.0) * rect.width();
    line(ui, theme, at, rect);
    speak(ui, &response, Role::Meter, mean, sentence);
    response
}

/// A stretch between two values on a scale, with a line where the scale has 0.
pub fn paint_range(ui: &Ui, theme: &Theme, rect: Rect, range: (f32, f32), scale: (f32, f32)) {
    let span = (scale.1 - scale.0).max(f32::MIN_POSITIVE);
    let at = |value: f32| rect.left() + (value - scale.0) / span * rect.width();
    track(ui, theme, rect);
    let (left, right) = (at(range.0), at(range.1).max(at(range.0) + 2.0));
    let stretch = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
    ui.painter()
        .rect_filled(stretch, 3.0, theme.colours.line_strong);
    if scale.0 < 0.0 && scale.1 > 0.0 {
        line(ui, theme, at(0.0), rect.expand(3.0));
    }
}

/// How much of a whole.
pub fn paint_share(ui: &Ui, theme: &Theme, rect: Rect, part: f32, colour: Color32) {
    track(ui, theme, rect);
    let right = rect.left() + part.clamp(0.0, 1.0) * rect.width();
    let filled = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    if filled.width() > 0.0 {
        ui.painter().rect_filled(filled, 3.0, colour);
    }
}

/// A line across, seen against any colour: one of the page's colour stands on each side of it.
fn line(ui: &Ui, theme: &Theme, at: f32, rect: Rect) {
    for (width, colour) in [(6.0, theme.colours.page), (2.0, theme.colours.ink)] {
        ui.painter()
            .vline(at, rect.y_range(), Stroke::new(width, colour));
    }
}

fn track(ui: &Ui, theme: &Theme, rect: Rect) {
    let border = Stroke::new(1.0, theme.colours.line_strong);
    ui.painter()
        .rect(rect, 3.0, theme.colours.panel, border, StrokeKind::Inside);
}

fn place(ui: &mut Ui, theme: &Theme, height: f32) -> Response {
    let width = ui.available_width().min(theme.size(360.0)).max(1.0);
    ui.allocate_exact_size(vec2(width, theme.size(height)), Sense::hover())
        .1
}

fn speak(ui: &Ui, response: &Response, role: Role, part: f32, sentence: &str) {
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, sentence));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        node.set_value(sentence);
        node.set_numeric_value(f64::from(part.clamp(0.0, 1.0)));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(1.0);
    });
}
