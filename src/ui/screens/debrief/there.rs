//! What was there: the transcript as played, a row a sentence, its shape in the margin.
//!
//! The rows are one list with one tab stop. Enter opens why a sentence
//! mattered; the buttons above go from sign to sign, so that a long
//! transcript need not be walked row by row.

use egui::text::LayoutJob;
use egui::{TextFormat, Ui, vec2};

use super::parts::{indented, mixed};
use super::{Page, shapes, sign};
use crate::report::debrief::category::Category;
use crate::report::debrief::{Nature, PlayedPassage, PlayedUnit, SignReport};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::radio::{self, Choice};
use crate::ui::widgets::{Button, Words};

/// Which sentences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Filter {
    /// All of them.
    #[default]
    All,
    /// Signs that were not marked.
    NotMarked,
    /// What the trainee marked.
    MyMarks,
}

/// Where the reader is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ThereLocal {
    filter: Filter,
    /// The row that is open, by its place in the whole.
    open: Option<usize>,
    /// The row that was reached last by the buttons.
    at: Option<usize>,
}

/// A sentence that gets a row.
struct Line<'a> {
    /// Its place in the whole, whatever the filter.
    number: usize,
    text: Text<'a>,
    categories: Vec<Category>,
    marked: bool,
}

#[derive(Clone, Copy)]
enum Text<'a> {
    Played(&'a PlayedUnit),
    Unopened(&'a SignReport),
}

/// What stands between rows.
enum Piece<'a> {
    Visit(u32, &'a str),
    Heading(&'a str),
    Did(&'a str),
    Unopened,
    Line(Line<'a>),
    Gap,
}

fn keeps(filter: Filter, line: &Line<'_>) -> bool {
    let sign = line
        .categories
        .iter()
        .any(|category| matches!(category, Category::Sign(_)));
    match filter {
        Filter::All => true,
        Filter::NotMarked => sign && !line.marked,
        Filter::MyMarks => line.marked || matches!(line.text, Text::Played(unit) if unit.withdrawn),
    }
}

/// The transcript as pieces, oldest first; headings only where a row follows.
fn pieces(page: Page<'_>, filter: Filter) -> Vec<Piece<'_>> {
    let debrief = page.told.debrief;
    let mut number = 0;
    let mut pieces = Vec::new();
    for passage in &debrief.transcript {
        passage_pieces(page, filter, passage, &mut number, &mut pieces);
    }
    let mut unopened = debrief
        .signs
        .iter()
        .filter(|sign| sign.unopened && !sign.marked)
        .peekable();
    if unopened.peek().is_some() && filter != Filter::MyMarks {
        pieces.push(Piece::Unopened);
        for sign in unopened {
            let categories = vec![Category::Sign(sign.side)];
            pieces.push(Piece::Line(Line {
                number,
                text: Text::Unopened(sign),
                categories,
                marked: false,
            }));
            number += 1;
        }
    }
    pieces
}

fn passage_pieces<'a>(
    page: Page<'a>,
    filter: Filter,
    passage: &'a PlayedPassage,
    number: &mut usize,
    pieces: &mut Vec<Piece<'a>>,
) {
    if let Some((minute, place)) = &passage.visit {
        pieces.push(Piece::Visit(*minute, place));
    }
    if let Some(did) = passage.did.as_ref().filter(|_| filter == Filter::All) {
        pieces.push(Piece::Did(did));
    }
    let mut headed = false;
    for paragraph in &passage.paragraphs {
        let mut any = false;
        for unit in paragraph {
            let line = Line {
                number: *number,
                text: Text::Played(unit),
                categories: Category::of(page.told.debrief, unit),
                marked: unit.mark.is_some(),
            };
            *number += 1;
            if !keeps(filter, &line) {
                continue;
            }
            if let Some(heading) = passage.heading.as_ref().filter(|_| !headed) {
                pieces.push(Piece::Heading(heading));
            }
            headed = true;
            any = true;
            pieces.push(Piece::Line(line));
        }
        if any {
            pieces.push(Piece::Gap);
        }
    }
}

pub(super) fn show(ui: &mut Ui, page: Page<'_>, local: &mut ThereLocal) {
    let theme = page.theme;
    key(ui, page);
    let choices = [
        Choice::new(Filter::All, page.say("debrief-filter-all")),
        Choice::new(Filter::NotMarked, page.say("debrief-filter-not-marked")),
        Choice::new(Filter::MyMarks, page.say("debrief-filter-my-marks")),
    ];
    let name = page.say("debrief-filter");
    let mut filter = Some(local.filter);
    radio::show(
        ui,
        theme,
        "debrief-filter",
        &name,
        &mut filter,
        &choices,
        radio::Layout::Segments,
    );
    local.filter = filter.unwrap_or_default();
    let pieces = pieces(page, local.filter);
    let lines: Vec<&Line<'_>> = pieces
        .iter()
        .filter_map(|piece| {
            if let Piece::Line(line) = piece {
                Some(line)
            } else {
                None
            }
        })
        .collect();
    if lines.is_empty() {
        Words::body(page.say("debrief-filter-none")).show(ui, theme);
        return;
    }
    let jump = jump(ui, page, local, &lines);
    Words::small(page.say("debrief-there-how")).show(ui, theme);
    ui.spacing_mut().item_spacing.y = 2.0;
    List::show(
        ui,
        "debrief-there",
        &page.say("debrief-step-there"),
        lines.len(),
        |ui, list| {
            list.padding(vec2(0.0, 3.0));
            for piece in &pieces {
                self::piece(ui, page, local, list, piece, jump);
            }
        },
    );
}

fn key(ui: &mut Ui, page: Page<'_>) {
    use crate::report::debrief::Side::{Beyond, Immediate};
    let categories = [
        Category::Sign(Immediate),
        Category::Sign(Beyond),
        Category::NotASign,
        Category::Innocent,
    ];
    ui.horizontal_wrapped(|ui| {
        for category in categories {
            let words = category.word(page.told.strings);
            let width = Words::small(&words)
                .galley(ui, page.theme, f32::INFINITY)
                .size()
                .x;
            let room = vec2(
                page.theme.size(18.0) + 6.0 + width + 8.0,
                page.theme.line(Type::Small),
            );
            ui.allocate_ui(room, |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.horizontal_top(|ui| {
                    let filled = matches!(category, Category::Sign(_));
                    shapes::before(ui, page.theme, Type::Small, category, filled);
                    Words::small(words).show(ui, page.theme);
                });
            });
        }
    });
    Words::small(page.say("report-key-filled")).show(ui, page.theme);
}

/// From sign to sign: which row to go to now, if a button was pressed.
fn jump(ui: &mut Ui, page: Page<'_>, local: &mut ThereLocal, lines: &[&Line<'_>]) -> Option<usize> {
    let signs: Vec<usize> = lines
        .iter()
        .filter(|line| !line.categories.is_empty())
        .map(|line| line.number)
        .collect();
    let (first, last) = (*signs.first()?, *signs.last()?);
    let mut target = None;
    ui.horizontal_wrapped(|ui| {
        let back = Button::secondary(page.say("debrief-previous-sign"))
            .icon(icons::BACK)
            .show(ui, page.theme);
        if back.clicked() {
            let before = |at: usize| signs.iter().rev().copied().find(|number| *number < at);
            target = Some(local.at.and_then(before).unwrap_or(last));
        }
        let on = Button::secondary(page.say("debrief-next"))
            .icon_after(icons::NEXT)
            .show(ui, page.theme);
        if on.clicked() {
            let after = |at: usize| signs.iter().copied().find(|number| *number > at);
            target = Some(local.at.and_then(after).unwrap_or(first));
        }
    });
    local.at = target.or(local.at);
    target
}

fn piece(
    ui: &mut Ui,
    page: Page<'_>,
    local: &mut ThereLocal,
    list: &mut List,
    piece: &Piece<'_>,
    jump: Option<usize>,
) {
    let theme = page.theme;
    match piece {
        Piece::Visit(minute, place) => {
            ui.add_space(8.0);
            rule(ui, theme);
            ui.add_space(8.0);
            let time = theme.format(Type::Record, theme.colours.ink_soft);
            let bold = TextFormat {
                font_id: theme.font_in(Type::Body, fonts::UI_BOLD),
                ..theme.format(Type::Body, theme.colours.ink)
            };
            mixed(
                ui,
                theme,
                Type::Body,
                &[
                    (&format!("{}  ", page.told.time(*minute)), time),
                    (place, bold),
                ],
            );
            ui.add_space(4.0);
        }
        Piece::Heading(heading) => {
            beside_margin(ui, theme, |ui| {
                Words::new(Type::Small, *heading)
                    .family(fonts::UI_BOLD)
                    .soft()
                    .heading(3)
                    .show(ui, theme);
            });
        }
        Piece::Did(did) => {
            ui.add_space(4.0);
            beside_margin(ui, theme, |ui| {
                indented(ui, theme, theme.colours.brand, |ui| {
                    Words::small(page.say("debrief-turn-did")).show(ui, theme);
                    Words::new(Type::Body, *did)
                        .family(fonts::UI_MEDIUM)
                        .show(ui, theme);
                });
            });
            ui.add_space(6.0);
        }
        Piece::Unopened => {
            ui.add_space(12.0);
            rule(ui, theme);
            ui.add_space(8.0);
            Words::label(page.say("report-unopened"))
                .heading(3)
                .show(ui, theme);
        }
        Piece::Gap => ui.add_space(8.0),
        Piece::Line(line) => self::line(ui, page, local, list, line, jump),
    }
}

fn margin(theme: &Theme) -> f32 {
    theme.size(44.0)
}

fn beside_margin(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin(theme));
        ui.vertical(content);
    });
}

fn words_of(line: &Line<'_>) -> String {
    match line.text {
        Text::Played(unit) => unit.runs.iter().map(|run| &*run.text).collect(),
        Text::Unopened(sign) => sign::quoted(&sign.quotation),
    }
}

fn line(
    ui: &mut Ui,
    page: Page<'_>,
    local: &mut ThereLocal,
    list: &mut List,
    line: &Line<'_>,
    jump: Option<usize>,
) {
    let theme = page.theme;
    let names: Vec<String> = line
        .categories
        .iter()
        .map(|category| category.word(page.told.strings))
        .collect();
    let marking = page.say(if line.marked {
        "report-marked"
    } else {
        "report-not-marked"
    });
    let name = if names.is_empty() {
        words_of(line)
    } else {
        format!("{}, {marking}. {}", names.join(", "), words_of(line))
    };
    let opens = !line.categories.is_empty();
    let open = opens && local.open == Some(line.number);
    let row = Row {
        name,
        description: opens.then(|| page.say("debrief-there-opens")),
        selected: open,
    };
    let response = list.row(ui, theme, &row, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (_, room) = ui.allocate_space(vec2(margin(theme), theme.line(Type::Narration)));
            let size = theme.size(18.0);
            let mut right = room.right() - 8.0;
            for category in line.categories.iter().rev() {
                let at = egui::Rect::from_min_size(
                    egui::pos2(right - size, room.center().y - size / 2.0),
                    vec2(size, size),
                );
                shapes::paint(
                    ui.painter(),
                    at,
                    *category,
                    shapes::colour(*category, theme),
                    line.marked,
                );
                right -= size + 2.0;
            }
            sentence(ui, theme, line);
        });
    });
    if opens {
        ui.accesskit_node_builder(response.id, |node| node.set_expanded(open));
    }
    if jump == Some(line.number) {
        list.focus_last(ui);
        response.scroll_to_me(Some(egui::Align::Center));
        local.open = Some(line.number);
    }
    if response.has_focus() {
        local.at = Some(line.number);
    }
    if response.clicked() && opens {
        local.open = (!open).then_some(line.number);
    }
    if open {
        beside_margin(ui, theme, |ui| {
            indented(ui, theme, theme.colours.line_strong, |ui| {
                notes(ui, page, line);
            });
        });
        ui.add_space(8.0);
    }
}

/// The sentence with its emphasis. The row speaks for it.
fn sentence(ui: &mut Ui, theme: &Theme, line: &Line<'_>) {
    let plain = theme.format(Type::Narration, theme.colours.ink);
    let emphasis = TextFormat {
        font_id: theme.font_in(Type::Narration, fonts::READ_ITALIC),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    match line.text {
        Text::Played(unit) => {
            for run in &unit.runs {
                job.append(
                    &run.text,
                    0.0,
                    if run.emphasis {
                        emphasis.clone()
                    } else {
                        plain.clone()
                    },
                );
            }
        }
        Text::Unopened(sign) => job.append(&sign::quoted(&sign.quotation), 0.0, plain),
    }
    job.wrap.max_width = (ui.available_width() - 8.0).max(1.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(
        rect.min + vec2(0.0, theme.lead(ui, Type::Narration)),
        galley,
        theme.colours.ink,
    );
}

/// Why a sentence mattered, what was made of it, what to ask.
fn notes(ui: &mut Ui, page: Page<'_>, line: &Line<'_>) {
    let theme = page.theme;
    let unit = match line.text {
        Text::Unopened(sign) => {
            Words::small(page.told.whence(sign)).show(ui, theme);
            Words::body(page.say("debrief-not-opened")).show(ui, theme);
            sign_notes(ui, page, sign);
            return;
        }
        Text::Played(unit) => unit,
    };
    let given = if unit.withdrawn && unit.mark.is_none() {
        page.say("debrief-withdrawn")
    } else {
        page.told.given(unit.mark.as_ref())
    };
    Words::body(given).show(ui, theme);
    match &unit.nature {
        Nature::Signs(numbers) => {
            for sign in numbers
                .iter()
                .filter_map(|&number| page.told.debrief.signs.get(number))
            {
                sign_notes(ui, page, sign);
            }
        }
        Nature::Neutral { otherwise } => term(ui, page, "debrief-otherwise", otherwise),
        Nature::NotASign { why_not } => term(ui, page, "debrief-why-not", why_not),
        Nature::Plain => {}
    }
}

fn sign_notes(ui: &mut Ui, page: Page<'_>, sign: &SignReport) {
    sign::why(ui, page, sign);
    if !sign.may_be_called.is_empty() {
        let strings = page.told.strings;
        let names = strings.list(&sign.may_be_called);
        let line = strings.named_value(&page.say("debrief-may-be-called"), &names);
        Words::small(format!("{line}.")).show(ui, page.theme);
    }
}

fn term(ui: &mut Ui, page: Page<'_>, id: &str, words: &str) {
    Words::new(Type::Body, page.say(id))
        .family(fonts::UI_BOLD)
        .heading(3)
        .show(ui, page.theme);
    Words::body(words).show(ui, page.theme);
}
