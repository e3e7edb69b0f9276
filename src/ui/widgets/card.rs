//! Surfaces that hold things together.

use egui::{Color32, CornerRadius, Frame, InnerResponse, Margin, Stroke, Ui};

use crate::ui::icons::Icon;
use crate::ui::theme::Theme;
use crate::ui::widgets::text::Words;

/// A bordered surface with a radius.
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Card {
    fill: Color32,
    stroke: Stroke,
    radius: CornerRadius,
    margin: Margin,
}

impl Card {
    /// For what is read: the page's colour.
    pub fn page(theme: &Theme) -> Self {
        Self {
            fill: theme.colours.page,
            stroke: theme.rule(),
            radius: theme.panel_radius(),
            margin: Margin::same(20),
        }
    }

    /// For side panels.
    pub fn panel(theme: &Theme) -> Self {
        Self {
            fill: theme.colours.panel,
            margin: Margin::same(14),
            ..Self::page(theme)
        }
    }

    /// For what the trainee is led to next.
    pub fn tint(theme: &Theme) -> Self {
        Self {
            fill: theme.colours.tint,
            stroke: Stroke::new(1.0, theme.colours.brand),
            ..Self::page(theme)
        }
    }

    /// With this border.
    pub fn border(mut self, colour: Color32) -> Self {
        self.stroke.color = colour;
        self
    }

    /// With this fill.
    pub fn fill(mut self, colour: Color32) -> Self {
        self.fill = colour;
        self
    }

    /// With this margin inside.
    pub fn margin(mut self, margin: impl Into<Margin>) -> Self {
        self.margin = margin.into();
        self
    }

    /// The same as a frame of egui.
    pub fn frame(self) -> Frame {
        Frame::new()
            .fill(self.fill)
            .stroke(self.stroke)
            .corner_radius(self.radius)
            .inner_margin(self.margin)
    }

    /// Shows it, as wide as there is room.
    pub fn show<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        self.frame().show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            content(ui)
        })
    }
}

/// A panel's heading, level 2, with an icon before it.
pub fn heading(ui: &mut Ui, theme: &Theme, icon: Option<Icon>, words: &str) -> egui::Response {
    ui.horizontal(|ui| {
        if let Some(icon) = icon {
            icon.show(ui, theme, theme.colours.ink);
        }
        Words::label(words).show(ui, theme)
    })
    .inner
}

/// A decorative rule across.
pub fn rule(ui: &mut Ui, theme: &Theme) {
    let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), 1.0));
    ui.painter()
        .hline(rect.x_range(), rect.center().y, theme.rule());
}
