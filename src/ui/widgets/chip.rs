//! A short state: an icon and a word, never colour alone.

use egui::{Color32, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::text::Words;
use crate::ui::fonts;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, Type};

/// The colours of a chip.
#[derive(Debug, Clone, Copy)]
pub struct Tone {
    /// Icon and word.
    pub ink: Color32,
    /// Behind them.
    pub fill: Color32,
}

impl Tone {
    /// Done.
    #[must_use]
    pub const fn ok(theme: &Theme) -> Self {
        Self {
            ink: theme.colours.ok,
            fill: theme.colours.ok_bg,
        }
    }

    /// Late, or not saved.
    #[must_use]
    pub const fn warn(theme: &Theme) -> Self {
        Self {
            ink: theme.colours.warn,
            fill: theme.colours.warn_bg,
        }
    }

    /// Missed.
    #[must_use]
    pub const fn danger(theme: &Theme) -> Self {
        Self {
            ink: theme.colours.danger,
            fill: theme.colours.danger_bg,
        }
    }

    /// Nothing special.
    #[must_use]
    pub const fn plain(theme: &Theme) -> Self {
        Self {
            ink: theme.colours.ink_soft,
            fill: theme.colours.duty_bg,
        }
    }
}

/// Shows a chip, at least `least` wide so that several line up.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    icon: Icon,
    word: &str,
    tone: Tone,
    least: f32,
) -> Response {
    let response = paint(ui, theme, icon, word, tone, least);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, word));
    response
}

/// The same as part of a row that speaks for it.
pub fn paint(
    ui: &mut Ui,
    theme: &Theme,
    icon: Icon,
    word: &str,
    tone: Tone,
    least: f32,
) -> Response {
    let galley = Words::new(Type::Small, word)
        .family(fonts::UI_BOLD)
        .colour(tone.ink)
        .galley(ui, theme, f32::INFINITY);
    let size = theme.size(16.0);
    let room = vec2(
        (galley.size().x + size + 26.0).max(theme.size(least)),
        galley.size().y + 6.0,
    );
    let (rect, response) = ui.allocate_exact_size(room.ceil(), Sense::hover());
    let border = if theme.contrast {
        Stroke::new(1.0, tone.ink)
    } else {
        Stroke::NONE
    };
    ui.painter().rect(
        rect,
        f32::from(theme.tokens.radius.key),
        tone.fill,
        border,
        StrokeKind::Inside,
    );
    let middle = rect.center().y;
    icon.filled().paint_at(
        ui.painter(),
        pos2(rect.left() + 9.0 + size / 2.0, middle),
        size,
        tone.ink,
    );
    let at = pos2(
        rect.left() + size + 15.0,
        middle - galley.size().y / 2.0 + theme.lead(ui, Type::Small),
    );
    ui.painter().galley(at, galley, tone.ink);
    response
}
