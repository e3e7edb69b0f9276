//! Buttons: one main button a screen, plain ones, and quiet ones without a border.

use std::ops::Deref;
use std::sync::Arc;

use egui::{
    Color32, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::key_cap;
use super::text::Words;
use crate::ui::command::Command;
use crate::ui::icons::Icon;
use crate::ui::theme::{Fold, Theme, Type};
use crate::ui::{focus_ring, shortcuts};

/// Between icon, words and key cap.
const GAP: f32 = 8.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button, built up and then shown.
#[expect(clippy::struct_excessive_bools, reason = "the switches of a builder")]
#[derive(Debug)]
#[must_use]
pub struct Button {
    kind: Kind,
    text: String,
    icon: Option<Icon>,
    trailing: bool,
    key: Option<&'static str>,
    main: bool,
    enabled: bool,
    icon_only: bool,
    fill_width: bool,
    large: bool,
    spoken: Option<String>,
    description: Option<String>,
}

/// A button that was shown.
#[derive(Debug)]
pub struct Shown {
    response: Response,
    by_command: bool,
}

impl Shown {
    /// Pressed by pointer, key, reader, or as the screen's main button.
    #[must_use]
    pub fn clicked(&self) -> bool {
        self.by_command || self.response.clicked()
    }
}

impl Deref for Shown {
    type Target = Response;

    fn deref(&self) -> &Response {
        &self.response
    }
}

impl Button {
    fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            icon: None,
            trailing: false,
            key: None,
            main: false,
            enabled: true,
            icon_only: false,
            fill_width: false,
            large: false,
            spoken: None,
            description: None,
        }
    }

    /// The screen's main act: filled.
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(Kind::Primary, text)
    }

    /// Another act: bordered.
    pub fn secondary(text: impl Into<String>) -> Self {
        Self::new(Kind::Secondary, text)
    }

    /// An act that stands back: no border.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::new(Kind::Quiet, text)
    }

    /// With an icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With an icon after the words.
    pub fn icon_after(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self.trailing = true;
        self
    }

    /// With the cap of the key that does the same. Hidden where the layout is one column.
    pub fn key(mut self, cap: &'static str) -> Self {
        self.key = Some(cap);
        self
    }

    /// Ctrl+Enter presses it.
    pub fn main(mut self) -> Self {
        self.main = true;
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Only the icon is drawn; readers still hear the words.
    pub fn icon_only(mut self, icon_only: bool) -> Self {
        self.icon_only = icon_only;
        self
    }

    /// As wide as there is room, words at the left.
    pub fn fill_width(mut self) -> Self {
        self.fill_width = true;
        self
    }

    /// A little higher, for a screen's closing row.
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }

    /// What readers hear in place of the words drawn: the words drawn must be part of it.
    pub fn spoken(mut self, words: impl Into<String>) -> Self {
        self.spoken = Some(words.into());
        self
    }

    /// What readers hear after the name.
    pub fn description(mut self, words: impl Into<String>) -> Self {
        self.description = Some(words.into());
        self
    }

    fn padding(&self) -> f32 {
        if self.kind == Kind::Quiet { 10.0 } else { 13.0 }
    }

    /// How wide it is on one line: for a row that is filled from the right.
    #[must_use]
    pub fn width(&self, ui: &Ui, theme: &Theme) -> f32 {
        if self.icon_only {
            return theme.control_height(theme.tokens.size.control);
        }
        let words = Words::new(Type::Control, &self.text)
            .galley(ui, theme, f32::INFINITY)
            .size()
            .x;
        let icon = self
            .icon
            .map_or(0.0, |_| theme.size(theme.tokens.size.icon) + 8.0);
        let key = self.key.filter(|_| theme.fold(ui.ctx()) != Fold::One);
        let cap = key.map_or(0.0, |key| key_cap::size(ui, theme, key).x + 8.0);
        (words + icon + cap + 2.0 * self.padding()).ceil()
    }

    fn ink(&self, theme: &Theme) -> Color32 {
        if !self.enabled {
            return theme.colours.ink_soft;
        }
        if self.kind == Kind::Primary {
            theme.colours.on_brand
        } else {
            theme.colours.ink
        }
    }

    fn paint_surface(&self, ui: &Ui, theme: &Theme, response: &Response) {
        let colours = &theme.colours;
        let hovered = self.enabled && (response.hovered() || response.is_pointer_button_down_on());
        let (fill, border) = match (self.kind, self.enabled, hovered) {
            (Kind::Primary, true, true) => (colours.brand_hover, colours.brand_hover),
            (Kind::Primary, true, false) => (colours.brand, colours.brand),
            (Kind::Secondary, true, true) => (colours.tint, colours.line_strong),
            (Kind::Secondary, true, false) => (colours.page, colours.line_strong),
            (Kind::Quiet, _, true) => (colours.tint, Color32::TRANSPARENT),
            (Kind::Quiet, ..) => (Color32::TRANSPARENT, Color32::TRANSPARENT),
            (_, false, _) => (colours.panel, colours.line),
        };
        ui.painter().rect(
            response.rect,
            theme.control_radius(),
            fill,
            Stroke::new(1.0, border),
            StrokeKind::Inside,
        );
    }

    /// Icon and words in `line`, from its left.
    fn paint_words(
        &self,
        ui: &Ui,
        theme: &Theme,
        line: Rect,
        galley: Option<Arc<Galley>>,
        icon_size: f32,
    ) {
        let ink = self.ink(theme);
        let middle = line.center().y;
        let width = galley.as_ref().map_or(0.0, |galley| galley.size().x);
        let mut x = line.left();
        if let Some(icon) = self.icon {
            let icon_x = if self.icon_only {
                line.center().x
            } else if self.trailing {
                x + width + GAP + icon_size / 2.0
            } else {
                x += icon_size + GAP;
                line.left() + icon_size / 2.0
            };
            icon.paint_at(ui.painter(), pos2(icon_x, middle), icon_size, ink);
        }
        if let Some(galley) = galley {
            let top = middle - galley.size().y / 2.0 + theme.lead(ui, Type::Control);
            ui.painter().galley(pos2(x, top), galley, ink);
        }
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Shown {
        let ink = self.ink(theme);
        let pad = self.padding();
        let icon_size = if self.icon.is_some() {
            theme.size(theme.tokens.size.icon)
        } else {
            0.0
        };
        let key = self
            .key
            .filter(|_| !self.icon_only && theme.fold(ui.ctx()) != Fold::One);
        let cap = key.map(|key| (key, key_cap::size(ui, theme, key)));
        let icon_room = if self.icon.is_some() && !self.icon_only {
            icon_size + GAP
        } else {
            icon_size
        };
        let cap_room = cap.map_or(0.0, |(_, size)| size.x + GAP);
        let room = (ui.available_width() - 2.0 * pad - icon_room - cap_room).max(theme.size(40.0));
        let words = Words::new(Type::Control, &self.text).colour(ink);
        let galley = (!self.icon_only).then(|| words.galley(ui, theme, room));
        let text_size = galley
            .as_ref()
            .map_or(egui::Vec2::ZERO, |galley| galley.size());
        let sizes = &theme.tokens.size;
        let least = theme.control_height(if self.large {
            sizes.control_large
        } else {
            sizes.control
        });
        let content = icon_room + text_size.x + cap_room;
        let natural = if self.icon_only {
            least
        } else {
            content + 2.0 * pad
        };
        let width = if self.fill_width {
            ui.available_width().max(natural)
        } else {
            natural
        };
        let height = least.max(text_size.y + 12.0);
        let sense = if self.enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height).ceil(), sense);
        if response.clicked() {
            response.request_focus();
        }
        focus_ring::corner(ui, response.id, rect, theme.tokens.radius.control);
        if ui.is_rect_visible(rect) {
            self.paint_surface(ui, theme, &response);
            let start = if self.fill_width {
                rect.left() + pad
            } else {
                rect.center().x - content / 2.0
            };
            let line = Rect::from_min_max(
                pos2(start, rect.top()),
                pos2(start + content, rect.bottom()),
            );
            self.paint_words(ui, theme, line, galley, icon_size);
            if let Some((key, size)) = cap {
                let corner = pos2(line.right() - size.x, line.center().y - size.y / 2.0);
                key_cap::paint(ui, theme, Rect::from_min_size(corner.round(), size), key);
            }
        }
        let name = self.spoken.as_ref().unwrap_or(&self.text);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, self.enabled, name));
        if let Some(description) = &self.description {
            ui.accesskit_node_builder(response.id, |node| {
                node.set_description(description.as_str());
            });
        }
        let response = if self.icon_only {
            response.on_hover_text(&self.text)
        } else {
            response
        };
        let by_command = self.main && self.enabled && shortcuts::take_here(ui, Command::Main);
        Shown {
            response,
            by_command,
        }
    }
}
