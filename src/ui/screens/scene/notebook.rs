//! The notebook: every standing mark, newest last, and the way to take the last one back.

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::acts::Scene;
use super::marking;
use crate::session::view::NotebookEntry;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::{Button, Words};

/// From a row's edge to what is in it.
const ROW_PADDING: egui::Vec2 = egui::vec2(8.0, 11.0);

impl Scene<'_, '_> {
    /// The notebook inside `rect`; its heading stands only where no tab names it.
    pub(super) fn notebook(&mut self, ui: &mut Ui, rect: Rect, headed: bool) {
        let theme = self.kit.theme;
        ui.spacing_mut().item_spacing.y = 0.0;
        let count = self.view.notebook.len();
        if headed {
            self.notebook_heading(ui, count);
        }
        let foot = theme.size(theme.tokens.size.control) + 21.0;
        let entries_room = rect.bottom() - foot - ui.cursor().top();
        ScrollArea::vertical()
            .id_salt("notebook")
            .auto_shrink([false, false])
            .max_height(entries_room)
            .stick_to_bottom(true)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if count == 0 {
                    ui.add_space(12.0);
                    ui.horizontal(|ui| {
                        ui.add_space(ROW_PADDING.x);
                        Words::body(self.kit.say("scene-notebook-empty"))
                            .soft()
                            .show(ui, theme);
                    });
                } else {
                    self.entries(ui);
                }
            });
        ui.add_space(8.0);
        self.rule_in(ui);
        ui.add_space(6.0);
        let undo = Button::quiet(self.kit.say("scene-undo"))
            .icon(icons::UNDO)
            .key("Ctrl Z")
            .enabled(self.local.history.can_undo() && !self.blocked)
            .show(ui, theme);
        if undo.clicked() {
            self.step_history(true);
        }
    }

    fn notebook_heading(&mut self, ui: &mut Ui, count: usize) {
        let theme = self.kit.theme;
        let marks = self.kit.say_with("scene-marks", &[("n", count.into())]);
        let height = theme.line(Type::Label);
        ui.add_space(11.0);
        let (_, row) = ui.allocate_space(vec2(ui.available_width(), height));
        let inside = row.shrink2(vec2(ROW_PADDING.x, 0.0));
        let words = Words::small(marks);
        let width = words.galley(ui, theme, f32::INFINITY).size().x.ceil() + 1.0;
        let right = Rect::from_min_max(pos2(inside.right() - width, inside.top()), inside.max);
        let side = theme.size(theme.tokens.size.icon_large);
        let icon = inside.left_center() + vec2(side / 2.0, 0.0);
        icons::NOTEBOOK.paint_at(ui.painter(), icon, side, theme.colours.ink);
        let words_left = inside.min + vec2(side + 8.0, 0.0);
        let title = Rect::from_min_max(words_left, inside.max);
        let mut heading = ui.new_child(UiBuilder::new().id_salt("heading").max_rect(title));
        Words::label(self.kit.say("scene-notebook")).show(&mut heading, theme);
        let mut count = ui.new_child(UiBuilder::new().id_salt("count").max_rect(right));
        words.one_line().show(&mut count, theme);
        ui.add_space(12.0);
        self.rule_in(ui);
    }

    fn rule_in(&self, ui: &mut Ui) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 1.0));
        let line = rect.shrink2(vec2(ROW_PADDING.x, 0.0));
        ui.painter()
            .hline(line.x_range(), line.center().y, self.kit.theme.rule());
    }

    fn entries(&mut self, ui: &mut Ui) {
        let theme = self.kit.theme;
        let name = self.kit.say("scene-notebook");
        let notebook = &self.view.notebook;
        let mut opened = None;
        List::show(ui, "notebook", &name, notebook.len(), |ui, list| {
            list.padding(ROW_PADDING);
            for (index, entry) in notebook.iter().enumerate() {
                if index > 0 {
                    self.rule_in(ui);
                }
                let sure = marking::word(self.kit.strings, entry.mark.sure);
                let row = Row {
                    name: self.kit.say_with(
                        "scene-notebook-entry",
                        &[
                            ("text", entry.quotation.as_str().into()),
                            ("sure", sure.as_str().into()),
                            ("kind", entry.concern.as_ref().into()),
                        ],
                    ),
                    ..Row::default()
                };
                let response = list.row(ui, theme, &row, |ui| {
                    entry_words(ui, theme, entry, &sure);
                });
                if response.clicked() {
                    opened = Some(entry.unit);
                }
            }
        });
        if let Some(unit) = opened {
            self.go_to(unit);
        }
    }
}

/// Quotation, pips with the word, kind.
fn entry_words(ui: &mut Ui, theme: &Theme, entry: &NotebookEntry, sure: &str) {
    ui.spacing_mut().item_spacing.y = 0.0;
    Words::new(Type::Quote, &entry.quotation)
        .silent()
        .show(ui, theme);
    ui.add_space(5.0);
    let words = Words::new(Type::Small, sure)
        .family(fonts::UI_MEDIUM)
        .colour(theme.colours.brand)
        .galley(ui, theme, f32::INFINITY);
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), theme.line(Type::Small)));
    marking::paint_pips(ui.painter(), theme, row.left_center(), entry.mark.sure);
    let left = row.left() + marking::pips_width(theme) + 8.0;
    let lead = vec2(0.0, theme.lead(ui, Type::Small));
    ui.painter()
        .galley(pos2(left, row.top()) + lead, words, theme.colours.brand);
    Words::small(entry.concern.as_ref())
        .silent()
        .show(ui, theme);
}
