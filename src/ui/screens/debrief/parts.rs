//! What several steps of the debrief are laid out with.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Color32, Frame, Margin, Response, Sense, Stroke, TextFormat, Ui, WidgetInfo, WidgetType, vec2,
};

use super::Page;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Fold, Theme, Type};
use crate::ui::widgets::{Button, Card, Words};

/// The card that a step stands on.
pub(super) fn card(page: Page<'_>) -> Card {
    Card::page(page.theme)
}

/// Text in several styles that wraps as one, spoken as one label.
pub fn mixed(ui: &mut Ui, theme: &Theme, lead: Type, pieces: &[(&str, TextFormat)]) -> Response {
    mixed_rows(ui, theme, lead, pieces, usize::MAX)
}

/// The same in at most so many rows, then an ellipsis; readers get the whole.
pub fn mixed_rows(
    ui: &mut Ui,
    theme: &Theme,
    lead: Type,
    pieces: &[(&str, TextFormat)],
    rows: usize,
) -> Response {
    let mut job = LayoutJob::default();
    for (text, format) in pieces {
        job.append(text, 0.0, format.clone());
    }
    job.wrap.max_width = ui.available_width().max(1.0);
    job.wrap.max_rows = rows;
    let spoken = job.text.clone();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(
        rect.min + vec2(0.0, theme.lead(ui, lead)),
        galley,
        theme.colours.ink,
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
    response
}

/// A format in a weight of the interface's face.
pub fn weighted(theme: &Theme, step: Type, family: &'static str, colour: Color32) -> TextFormat {
    TextFormat {
        font_id: theme.font_in(step, family),
        ..theme.format(step, colour)
    }
}

/// A term and what belongs to it: side by side where there is room, else one under the other.
pub(super) fn entry(ui: &mut Ui, page: Page<'_>, term: &str, content: impl FnOnce(&mut Ui)) {
    let words = Words::new(Type::Body, term).family(fonts::UI_BOLD);
    let term_width = page.theme.size(150.0);
    if page.fold == Fold::One || ui.available_width() < 3.0 * term_width {
        words.show(ui, page.theme);
        content(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        let left = ui.cursor().left();
        ui.scope(|ui| {
            ui.set_max_width(term_width);
            words.show(ui, page.theme);
        });
        let shown = ui.cursor().left() - left;
        ui.add_space((term_width - shown).max(0.0));
        ui.vertical(content);
    });
}

/// Content behind a line at its left.
pub fn indented<R>(
    ui: &mut Ui,
    theme: &Theme,
    colour: Color32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let shown = Frame::new()
        .inner_margin(Margin {
            left: 14,
            right: 0,
            top: 2,
            bottom: 4,
        })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            content(ui)
        });
    let rect = shown.response.rect;
    let line = egui::Rect::from_min_max(rect.min, egui::pos2(rect.left() + 2.0, rect.bottom()));
    ui.painter().rect_filled(
        line,
        0.0,
        if theme.contrast {
            theme.colours.ink
        } else {
            colour
        },
    );
    shown.inner
}

/// A card within a card.
pub fn inner_card<R>(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, theme.colours.line_strong))
        .corner_radius(theme.panel_radius())
        .inner_margin(Margin::symmetric(16, 14));
    frame
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            content(ui)
        })
        .inner
}

/// A list of short lines, each behind a dash that readers do not hear.
pub fn bullets<'t>(ui: &mut Ui, theme: &Theme, name: &str, lines: impl Iterator<Item = &'t str>) {
    ui.scope(|ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::List);
            node.set_label(name);
        });
        for line in lines {
            ui.horizontal_top(|ui| {
                let (_, room) = ui.allocate_space(vec2(theme.size(14.0), theme.line(Type::Body)));
                ui.painter()
                    .circle_filled(room.center(), theme.size(2.0), theme.colours.ink_soft);
                Words::body(line).show(ui, theme);
            });
        }
    });
}

/// A button that opens and closes what stands under it.
pub fn disclosure(ui: &mut Ui, theme: &Theme, words: &str, open: &mut bool) {
    let icon = if *open { icons::DOWN } else { icons::ONWARD };
    let shown = Button::quiet(words).icon(icon).show(ui, theme);
    if shown.clicked() {
        *open = !*open;
    }
    ui.accesskit_node_builder(shown.id, |node| node.set_expanded(*open));
}
