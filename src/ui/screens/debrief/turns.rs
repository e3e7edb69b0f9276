//! Turns that mattered: what was done, what it closed, the other way.

use egui::Ui;

use super::parts::{entry, inner_card, mixed, weighted};
use super::{Page, details};
use crate::report::debrief::TurnReport;
use crate::ui::fonts;
use crate::ui::theme::Type;
use crate::ui::widgets::Words;

pub(super) fn show(ui: &mut Ui, page: Page<'_>, details: &mut bool) {
    let theme = page.theme;
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
    if debrief.all_turns.len() > debrief.turns.len() {
        ui.add_space(8.0);
        Words::label(page.say("debrief-turns-all"))
            .heading(3)
            .show(ui, theme);
        for turn in &debrief.all_turns {
            short(ui, page, turn);
        }
    }
    details::show(ui, page, details);
}

fn turn(ui: &mut Ui, page: Page<'_>, turn: &TurnReport) {
    let theme = page.theme;
    inner_card(ui, theme, |ui| {
        heading(ui, page, turn);
        entry(ui, page, &page.say("debrief-turn-did"), |ui| {
            Words::body(&*turn.did).show(ui, theme);
        });
        if let Some(feedback) = &turn.feedback {
            entry(ui, page, &page.say("debrief-turn-reported"), |ui| {
                Words::body(&**feedback).show(ui, theme);
            });
        }
        if let Some(closed) = page.told.closed(turn) {
            entry(ui, page, &page.say("debrief-turn-closed"), |ui| {
                Words::body(closed).show(ui, theme);
            });
        }
        let other = page.told.other_way(turn);
        if !other.is_empty() {
            entry(ui, page, &page.say("debrief-turn-other"), |ui| {
                for line in other {
                    Words::body(line).show(ui, theme);
                }
                if let Some(open) = page.told.open(turn) {
                    Words::small(open).show(ui, theme);
                }
            });
        }
        Words::small(page.told.outcome(turn)).show(ui, theme);
    });
}

fn heading(ui: &mut Ui, page: Page<'_>, turn: &TurnReport) {
    let theme = page.theme;
    ui.horizontal_top(|ui| {
        Words::new(Type::Record, page.told.time(turn.minute))
            .soft()
            .show(ui, theme);
        Words::new(Type::Body, &*turn.place)
            .family(fonts::UI_BOLD)
            .heading(3)
            .show(ui, theme);
    });
}

fn short(ui: &mut Ui, page: Page<'_>, turn: &TurnReport) {
    let theme = page.theme;
    let cost = page.told.outcome(turn);
    let time = weighted(theme, Type::Body, fonts::MONO, theme.colours.ink_soft);
    let ink = theme.format(Type::Body, theme.colours.ink);
    let soft = theme.format(Type::Body, theme.colours.ink_soft);
    let pieces = [
        (&*format!("{}  ", page.told.time(turn.minute)), time),
        (&*turn.did, ink),
        (&*format!(" {cost}"), soft),
    ];
    mixed(ui, theme, Type::Body, &pieces);
}
