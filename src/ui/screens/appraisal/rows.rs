//! Rows that open what stands under them: one tab stop a list, arrows inside it.

use egui::{Rect, Response, Ui, vec2};

use super::Page;
use crate::report::debrief::category::Category;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::screens::debrief::parts::indented;
use crate::ui::screens::debrief::shapes;
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
#[derive(Default)]
pub(super) struct Told {
    /// Its first words.
    pub(super) title: String,
    /// Words under them, in soft ink.
    pub(super) about: String,
    /// The shape before those.
    pub(super) shape: Option<Category>,
    /// A state.
    pub(super) mark: Option<Mark>,
}

impl Told {
    /// All its words in reading order.
    fn name(&self, page: Page<'_>) -> String {
        let mark = self.mark.map(|mark| page.say(mark.words));
        let first = mark.iter().map(String::as_str);
        let about = Some(self.about.as_str()).filter(|about| !about.is_empty());
        crate::ui::spoken::sentences(first.chain([self.title.as_str()]).chain(about))
    }
}

/// How far in what belongs to a row stands.
pub(super) fn inset(theme: &Theme) -> f32 {
    theme.size(16.0) + 22.0
}

/// A list of such rows.
pub(super) fn rows(
    ui: &mut Ui,
    salt: &'static str,
    name: &str,
    count: usize,
    content: impl FnOnce(&mut Ui, &mut List),
) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        List::show(ui, salt, name, count, content);
    });
}

/// Draws a row; `inside` draws what stands under its words in the row itself, silently.
pub(super) fn row(
    ui: &mut Ui,
    page: Page<'_>,
    list: &mut List,
    (told, icon): (&Told, Icon),
    inside: impl FnOnce(&mut Ui),
) -> Response {
    let theme = page.theme;
    let row = Row {
        name: told.name(page),
        ..Row::default()
    };
    list.row(ui, theme, &row, |ui| {
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
                ui.horizontal_top(|ui| {
                    if let Some(shape) = told.shape {
                        shapes::before(ui, theme, Type::Small, shape, true);
                    }
                    if !told.about.is_empty() {
                        Words::small(&told.about).silent().show(ui, theme);
                    }
                });
                inside(ui);
            });
        });
    })
}

/// How a row that opens stands.
pub(super) struct Head {
    /// It is open.
    pub(super) open: bool,
    /// The reader has just come to it, or opened or closed it.
    pub(super) came: bool,
}

/// A row that opens and closes.
pub(super) fn head(
    ui: &mut Ui,
    page: Page<'_>,
    list: &mut List,
    (open, number): (&mut Option<usize>, usize),
    told: &Told,
    inside: impl FnOnce(&mut Ui),
) -> Head {
    if number > 0 {
        card::rule(ui, page.theme);
    }
    let is_open = *open == Some(number);
    let icon = if is_open { icons::DOWN } else { icons::ONWARD };
    let response = row(ui, page, list, (told, icon), inside);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.clicked() {
        *open = (!is_open).then_some(number);
    }
    Head {
        open: is_open,
        came: response.gained_focus() || response.clicked(),
    }
}

/// A row with what `under` draws while it is open. The whole is brought into view when the reader comes to it.
pub(super) fn opening(
    ui: &mut Ui,
    page: Page<'_>,
    list: &mut List,
    at: (&mut Option<usize>, usize),
    told: &Told,
    inside: impl FnOnce(&mut Ui),
    under: impl FnOnce(&mut Ui),
) {
    let top = ui.cursor().min;
    let head = head(ui, page, list, at, told, inside);
    if head.open {
        belonging(ui, page, |ui| {
            indented(ui, page.theme, page.theme.colours.line_strong, under);
            ui.add_space(10.0);
        });
    }
    if head.came {
        reveal(ui, top);
    }
}

/// What belongs to a row, under it.
pub(super) fn belonging(ui: &mut Ui, page: Page<'_>, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(inset(page.theme));
        ui.vertical(|ui| {
            // The ring around the row above stands free of it.
            ui.add_space(8.0);
            content(ui);
        });
    });
}

/// Brings all from a row's top to here into view, or as much as the window holds.
pub(super) fn reveal(ui: &Ui, top: egui::Pos2) {
    let least = ui.clip_rect().height() - 32.0;
    let bottom = ui.cursor().top().min(top.y + least.max(1.0));
    let whole = Rect::from_min_max(top, egui::pos2(ui.max_rect().right(), bottom));
    ui.scroll_to_rect(whole, None);
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
