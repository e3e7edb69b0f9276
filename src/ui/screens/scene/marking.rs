//! How a mark looks: never by colour alone.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use crate::session::view::Sureness;
use crate::strings::Strings;
use crate::ui::icons;
use crate::ui::theme::Theme;

/// How far the tint reaches past the letters at either side.
const TINT_REACH: f32 = 2.0;

/// The word for a degree.
pub(super) fn word(strings: &Strings, sure: Sureness) -> String {
    strings.get(match sure {
        Sureness::Note => "sure-note",
        Sureness::Concerned => "sure-concerned",
        Sureness::ActNow => "sure-act-now",
    })
}

/// How many of the three pips are filled.
fn filled_pips(sure: Sureness) -> u8 {
    match sure {
        Sureness::Note => 1,
        Sureness::Concerned => 2,
        Sureness::ActNow => 3,
    }
}

/// The tint behind one piece of a marked unit. Painted before the letters.
pub(super) fn paint_tint(painter: &Painter, theme: &Theme, piece: Rect) {
    let rect = piece.expand2(vec2(TINT_REACH, 0.0));
    painter.rect_filled(rect, CornerRadius::same(2), theme.colours.mark_bg);
}

/// The underline of one piece of a marked unit: dotted, solid or thick.
pub(super) fn paint_underline(painter: &Painter, theme: &Theme, piece: Rect, sure: Sureness) {
    let colour = theme.colours.mark_line;
    let stroke = if sure == Sureness::ActNow { 4.0 } else { 2.0 };
    let thickness = (stroke * theme.scale.max(1.0)).round();
    let line = Rect::from_min_max(
        pos2(piece.left() - TINT_REACH, piece.bottom()),
        pos2(piece.right() + TINT_REACH, piece.bottom() + thickness),
    );
    if sure == Sureness::Note {
        paint_dots(painter, line, colour);
    } else {
        painter.rect_filled(line, CornerRadius::ZERO, colour);
    }
}

fn paint_dots(painter: &Painter, line: Rect, colour: Color32) {
    let mut x = line.left();
    while x + line.height() <= line.right() + 0.5 {
        let dot = Rect::from_min_size(pos2(x, line.top()), vec2(line.height(), line.height()));
        painter.rect_filled(dot, CornerRadius::ZERO, colour);
        x += line.height() * 2.0;
    }
}

/// The flag in the margin: outline, filled, filled over a bar.
pub(super) fn paint_flag(painter: &Painter, theme: &Theme, centre: Pos2, sure: Sureness) {
    let colour = theme.colours.mark_line;
    let size = theme.size(16.0);
    let flag = match sure {
        Sureness::Note => icons::FLAG,
        Sureness::Concerned | Sureness::ActNow => icons::FLAG.filled(),
    };
    flag.paint_at(painter, centre, size, colour);
    if sure == Sureness::ActNow {
        let bar = Rect::from_center_size(
            centre + vec2(0.0, size * 0.62),
            vec2(size * 0.8, (size / 7.0).max(2.0)),
        );
        painter.rect_filled(bar, CornerRadius::ZERO, colour);
    }
}

/// The width of three pips.
pub(super) fn pips_width(theme: &Theme) -> f32 {
    theme.size(10.0) * 2.0 + theme.size(9.0) + 6.0
}

/// Three pips in a row from `left`, as many filled as the degree says.
pub(super) fn paint_pips(painter: &Painter, theme: &Theme, left: Pos2, sure: Sureness) {
    let colour = theme.colours.mark_line;
    let radius = theme.size(9.0) / 2.0;
    for pip in 0..3_u8 {
        let centre = left + vec2(radius + f32::from(pip) * (theme.size(10.0) + 2.0), 0.0);
        if pip < filled_pips(sure) {
            painter.circle_filled(centre, radius, colour);
        } else {
            painter.circle_stroke(centre, radius - 1.0, Stroke::new(2.0, colour));
        }
    }
}

/// The soft line under every piece of the unit that the pointer is over.
pub(super) fn paint_hover(ui: &Ui, theme: &Theme, piece: Rect) {
    let line = Rect::from_min_max(
        pos2(piece.left(), piece.bottom() - 1.0),
        pos2(piece.right(), piece.bottom()),
    );
    ui.painter()
        .rect_filled(line, CornerRadius::ZERO, theme.colours.ink_soft);
}
