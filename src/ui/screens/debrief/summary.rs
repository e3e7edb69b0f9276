//! The whole on one page: duties, what was noticed, three turns; beside it one sign and what to practise.

use egui::{Rect, Ui, UiBuilder, vec2};

use super::parts::{card, mixed, mixed_rows, weighted};
use super::{DebriefLocal, Page, duties, shapes, sign};
use crate::report::debrief::category::Category;
use crate::report::debrief::{Side, TurnReport};
use crate::ui::fonts;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::{Words, link, meter};
use crate::ui::world::Intent;

pub(super) fn show(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut DebriefLocal,
    intents: &mut Vec<Intent>,
    least: f32,
) {
    let theme = page.theme;
    if page.fold != Fold::Three {
        ui.spacing_mut().item_spacing.y = 14.0;
        main(ui, kit, page, local, 0.0);
        beside(ui, kit, page, local, intents, 0.0);
        return;
    }
    let room = ui.available_rect_before_wrap();
    let gap = 16.0;
    let right = theme
        .size(348.0)
        .max(room.width() * 0.32)
        .min(theme.size(440.0));
    let left = room.width() - right - gap;
    let column = |x: f32, width: f32| {
        Rect::from_min_size(room.min + vec2(x, 0.0), vec2(width, f32::INFINITY))
    };
    let shown = [
        ui.scope_builder(
            UiBuilder::new().id_salt("main").max_rect(column(0.0, left)),
            |ui| {
                ui.spacing_mut().item_spacing.y = 14.0;
                main(ui, kit, page, local, least);
            },
        ),
        ui.scope_builder(
            UiBuilder::new()
                .id_salt("beside")
                .max_rect(column(left + gap, right)),
            |ui| {
                ui.spacing_mut().item_spacing.y = 14.0;
                beside(ui, kit, page, local, intents, least);
            },
        ),
    ];
    ui.advance_cursor_after_rect(shown[0].response.rect.union(shown[1].response.rect));
}

/// How much of `least` is left from here: what the last card of a column fills.
fn rest(ui: &Ui, top: f32, least: f32) -> f32 {
    (least - (ui.cursor().top() - top) - 42.0).max(0.0)
}

fn main(ui: &mut Ui, kit: &mut Kit<'_>, page: Page<'_>, local: &mut DebriefLocal, least: f32) {
    let top = ui.cursor().top();
    panes::region(
        ui,
        kit.panes,
        "debrief-page",
        &page.say("debrief-step-summary"),
        |ui, _| {
            card(page).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                ending(ui, page, &mut local.whole_ending);
                duties::chips(ui, page);
            });
            let fill = rest(ui, top, least);
            card(page).show(ui, |ui| {
                ui.set_min_height(fill);
                noticed(ui, page);
                turns(ui, page);
                super::details::show(ui, page, &mut local.details);
            });
        },
    );
}

fn beside(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut DebriefLocal,
    intents: &mut Vec<Intent>,
    least: f32,
) {
    let top = ui.cursor().top();
    let name = page.say("debrief-beside");
    let announcer = &mut *kit.announcer;
    panes::region(ui, kit.panes, "debrief-beside", &name, |ui, _| {
        sign::one(ui, announcer, page, &mut local.sign);
        let fill = rest(ui, top, least);
        sign::practise(ui, page, intents, fill);
    });
}

/// Rows of an ending that are shown at once beside the rest: it was read whole when the scene ended.
const ENDING_ROWS: usize = 2;

/// Where the child is and who is with them; of a long ending its beginning, the whole when asked for.
fn ending(ui: &mut Ui, page: Page<'_>, whole: &mut bool) {
    let theme = page.theme;
    let text = match &page.told.debrief.ending {
        Some(summary) => summary.to_string(),
        None => page.say("debrief-left-early"),
    };
    // Endings run to several sentences: at the size of running text the duties stay in sight.
    let words = Words::new(Type::Body, text).family(fonts::READ);
    let rows = words.galley(ui, theme, ui.available_width()).rows.len();
    if page.fold != Fold::Three || rows <= ENDING_ROWS {
        words.show(ui, theme);
    } else {
        let name = page.say(if *whole {
            "debrief-read-less"
        } else {
            "debrief-read-all"
        });
        let rows = if *whole { usize::MAX } else { ENDING_ROWS };
        let gap = 16.0;
        let beside = Words::new(Type::Control, &name).galley(ui, theme, f32::INFINITY);
        let width = ui.available_width() - beside.size().x.ceil() - gap;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.scope(|ui| {
                ui.set_width(width);
                words.max_rows(rows).show(ui, theme);
            });
            let shown = link::show(ui, theme, &name);
            ui.accesskit_node_builder(shown.id, |node| node.set_expanded(*whole));
            if shown.clicked() {
                *whole = !*whole;
            }
        });
    }
    ui.add_space(4.0);
    rule(ui, theme);
    ui.add_space(6.0);
}

fn noticed(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    ui.spacing_mut().item_spacing.y = 6.0;
    Words::label(page.say("debrief-noticed")).show(ui, theme);
    if page.fold == Fold::One {
        side(ui, page, Side::Immediate);
        ui.add_space(10.0);
        side(ui, page, Side::Beyond);
    } else {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.x = 33.0;
            ui.columns(2, |columns| {
                for (ui, which) in columns.iter_mut().zip([Side::Immediate, Side::Beyond]) {
                    ui.spacing_mut().item_spacing.x = 8.0;
                    side(ui, page, which);
                }
            });
        });
    }
    ui.add_space(8.0);
    let mut sentence = page.told.noticed();
    if let Some(unmarked) = page.told.unmarked() {
        sentence = format!("{sentence} {unmarked}");
    }
    Words::new(Type::Narration, sentence).show(ui, theme);
    if let Some(never) = page.told.never_reached() {
        Words::small(never).show(ui, theme);
    }
    if let Some(words) = page.told.not_signs() {
        ui.horizontal_top(|ui| {
            shapes::before(ui, theme, Type::Small, Category::NotASign, false);
            Words::small(words).show(ui, theme);
        });
    }
}

/// The count of a side, with a segment a sign and what the trainee thought.
fn side(ui: &mut Ui, page: Page<'_>, side: Side) {
    let theme = page.theme;
    let counts = page.told.side(side);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal_top(|ui| {
        shapes::before(ui, theme, Type::Body, Category::Sign(side), true);
        Words::new(Type::Body, page.told.side_name(side))
            .family(fonts::UI_BOLD)
            .heading(3)
            .show(ui, theme);
    });
    Words::small(page.told.side_about(side)).show(ui, theme);
    if counts.in_reach == 0 {
        Words::body(page.told.count(side)).show(ui, theme);
    } else {
        let total = page
            .told
            .with("debrief-of-signs", &[("total", counts.in_reach.into())]);
        let figure = theme.format(Type::Figure, theme.colours.ink);
        let soft = theme.format(Type::Body, theme.colours.ink_soft);
        ui.add_space(4.0);
        mixed(
            ui,
            theme,
            Type::Figure,
            &[
                (&counts.hits.to_string(), figure),
                (&format!(" {total}"), soft),
            ],
        );
        ui.add_space(4.0);
        let colour = shapes::colour(Category::Sign(side), theme);
        meter::show(
            ui,
            theme,
            counts.hits,
            counts.in_reach,
            colour,
            &page.told.count(side),
        );
    }
    if let Some(rating) = page.told.rating(side) {
        ui.add_space(4.0);
        Words::small(rating).show(ui, theme);
    }
}

/// The three turns that cost most, each with its time and what was open or closed.
fn turns(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    ui.add_space(6.0);
    rule(ui, theme);
    ui.add_space(6.0);
    Words::label(page.say("debrief-step-turns")).show(ui, theme);
    let debrief = page.told.debrief;
    if debrief.turns.is_empty() {
        let id = if debrief.exact {
            "debrief-turns-none"
        } else {
            "debrief-turns-unknown"
        };
        Words::body(page.say(id)).show(ui, theme);
    }
    for turn in &debrief.turns {
        self::turn(ui, page, turn);
    }
}

/// Rows of a turn beside the rest; its own page has the whole.
const TURN_ROWS: usize = 2;

fn turn(ui: &mut Ui, page: Page<'_>, turn: &TurnReport) {
    let theme = page.theme;
    let did = weighted(theme, Type::Body, fonts::UI_MEDIUM, theme.colours.ink);
    let soft = theme.format(Type::Body, theme.colours.ink_soft);
    let closed = page
        .told
        .closed(turn)
        .or_else(|| page.told.open(turn))
        .or_else(|| page.told.luck(turn))
        .map(|closed| format!(" {closed}"))
        .unwrap_or_default();
    let time = Words::new(Type::Record, page.told.time(turn.minute)).soft();
    let pieces = [(&*turn.did, did), (&*closed, soft)];
    if page.fold == Fold::One {
        time.show(ui, theme);
        mixed(ui, theme, Type::Body, &pieces);
        return;
    }
    ui.horizontal_top(|ui| {
        let left = ui.cursor().left();
        time.show(ui, theme);
        let shown = ui.cursor().left() - left;
        ui.add_space((theme.size(64.0) - shown).max(0.0));
        mixed_rows(ui, theme, Type::Body, &pieces, TURN_ROWS);
    });
}
