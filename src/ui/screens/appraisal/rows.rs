//! Rows that open what stands under them: one tab stop a list, arrows inside it.

use egui::{Ui, vec2};

use super::Page;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::screens::debrief::parts::indented;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::chip::{self, Tone};
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::{Words, card};

/// A state that a row shows beside its words.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) icon: Icon,
    pub(super) words: &'static str,
    pub(super) tone: fn(&Theme) -> Tone,
}

/// What a row says and shows.
pub(super) struct Told {
    /// Its first words.
    pub(super) title: String,
    /// Words under them, in soft ink.
    pub(super) about: Vec<String>,
    /// A state.
    pub(super) mark: Option<Mark>,
}

impl Told {
    /// All its words in reading order.
    fn name(&self, page: Page<'_>) -> String {
        let mark = self.mark.map(|mark| page.say(mark.words));
        let first = mark.iter().map(String::as_str);
        let rest = self.about.iter().map(String::as_str);
        crate::ui::spoken::sentences(first.chain([self.title.as_str()]).chain(rest))
    }
}

/// Draws a row; `before` draws what stands before its words (a shape, a number), `inside` what stands
/// under them in the row itself, both silently. Says whether it was pressed.
pub(super) fn row(
    ui: &mut Ui,
    page: Page<'_>,
    list: &mut List,
    (told, icon): (&Told, Icon),
    expanded: Option<bool>,
    inside: impl FnOnce(&mut Ui),
) -> bool {
    let theme = page.theme;
    let row = Row {
        name: told.name(page),
        description: None,
        selected: false,
    };
    let response = list.row(ui, theme, &row, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let size = theme.size(16.0);
            let (_, room) = ui.allocate_space(vec2(size, theme.line(Type::Body)));
            icon.paint_at(ui.painter(), room.center(), size, theme.colours.ink_soft);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                if let Some(mark) = told.mark {
                    let (words, tone) = (page.say(mark.words), (mark.tone)(theme));
                    chip::paint(ui, theme, mark.icon, &words, tone, 0.0);
                }
                Words::new(Type::Body, &told.title)
                    .family(fonts::UI_MEDIUM)
                    .silent()
                    .show(ui, theme);
                for line in &told.about {
                    Words::small(line).silent().show(ui, theme);
                }
                inside(ui);
            });
        });
    });
    if let Some(expanded) = expanded {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_expanded(expanded));
    }
    response.clicked()
}

/// A row that opens what `under` draws, and closes it.
pub(super) fn opening(
    ui: &mut Ui,
    page: Page<'_>,
    list: &mut List,
    (open, number): (&mut Option<usize>, usize),
    told: &Told,
    inside: impl FnOnce(&mut Ui),
    under: impl FnOnce(&mut Ui),
) {
    if number > 0 {
        card::rule(ui, page.theme);
    }
    let is_open = *open == Some(number);
    let icon = if is_open { icons::DOWN } else { icons::ONWARD };
    if row(ui, page, list, (told, icon), Some(is_open), inside) {
        *open = (!is_open).then_some(number);
    }
    if is_open {
        ui.horizontal_top(|ui| {
            ui.add_space(page.theme.size(16.0) + 22.0);
            ui.vertical(|ui| {
                indented(ui, page.theme, page.theme.colours.line_strong, under);
                ui.add_space(8.0);
            });
        });
    }
}

/// A heading in what is open.
pub(super) fn title(ui: &mut Ui, page: Page<'_>, id: &str) {
    Words::new(Type::Body, page.say(id))
        .family(fonts::UI_BOLD)
        .heading(3)
        .show(ui, page.theme);
}

/// A term in bold with what belongs to it beneath.
pub(super) fn term(ui: &mut Ui, page: Page<'_>, id: &str, words: &str) {
    title(ui, page, id);
    Words::body(words).show(ui, page.theme);
}
