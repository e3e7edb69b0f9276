//! My attempts: what was played, when, and where it stands. Never a score.

use std::path::PathBuf;

use egui::{Id, Ui, UiBuilder, vec2};

use crate::ui::focus_ring;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{Go, Kit};
use crate::ui::spoken;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::{Button, Card, Words, card, page};
use crate::ui::world::{AttemptRow, AttemptState, Damage, DamageKind, Intent, LocalTime};

/// What the list keeps between passes.
#[derive(Debug, Default)]
pub struct AttemptsLocal {
    /// The attempt of which is shown where its file is amiss.
    shown: Option<PathBuf>,
}

/// Draws the list of attempts.
pub fn attempts_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    attempts: &[AttemptRow],
    local: &mut AttemptsLocal,
) -> Vec<Intent> {
    let theme = kit.theme;
    let mut intents = Vec::new();
    page::column(ui, theme, "attempts", 920.0, |ui| {
        ui.spacing_mut().item_spacing.y = 14.0;
        if attempts.is_empty() {
            Words::body(kit.say("attempts-empty")).show(ui, theme);
            let open = Button::primary(kit.say("attempts-open-library"))
                .icon(icons::LIBRARY)
                .main()
                .show(ui, theme);
            if kit.fresh {
                open.request_focus();
            }
            if open.clicked() {
                kit.go(Go::Library);
            }
            return;
        }
        let unreadable = |row: &&AttemptRow| matches!(row.state, AttemptState::Unreadable { .. });
        let readable: Vec<&AttemptRow> = attempts.iter().filter(|row| !unreadable(row)).collect();
        if !readable.is_empty() {
            intents.extend(rows_ui(ui, kit, &readable));
        }
        for row in attempts.iter().filter(unreadable) {
            unreadable_ui(ui, kit, row);
        }
        for row in attempts {
            if let Some(damage) = &row.damage {
                damage_ui(ui, kit, row, damage, local);
            }
        }
    });
    intents
}

fn rows_ui(ui: &mut Ui, kit: &mut Kit<'_>, rows: &[&AttemptRow]) -> Option<Intent> {
    let theme = kit.theme;
    let name = kit.say("attempts-title");
    let mut intent = None;
    Card::page(theme).margin(0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        List::show(ui, "attempts", &name, rows.len(), |ui, list| {
            list.padding(vec2(16.0, 12.0));
            if kit.fresh {
                let stop = list.stop();
                ui.memory_mut(|memory| memory.request_focus(stop));
            }
            for (index, attempt) in rows.iter().enumerate() {
                if index > 0 {
                    card::rule(ui, theme);
                }
                let words = words(kit, attempt);
                let mut spoken = vec![words.title.as_str(), &words.date, &words.state];
                spoken.extend(words.fault.as_deref());
                let row = Row {
                    name: spoken::sentences(spoken),
                    ..Row::default()
                };
                if list
                    .row(ui, theme, &row, |ui| row_ui(ui, kit, &words))
                    .clicked()
                {
                    intent = Some(match attempt.state {
                        AttemptState::LeftAt { .. } => Intent::Resume(attempt.path.clone()),
                        _ => Intent::OpenAttempt(attempt.path.clone()),
                    });
                }
            }
        });
    });
    intent
}

struct RowWords {
    title: String,
    date: String,
    icon: Icon,
    state: String,
    fault: Option<String>,
}

fn words(kit: &Kit<'_>, attempt: &AttemptRow) -> RowWords {
    let (icon, state) = match &attempt.state {
        AttemptState::Finished => (icons::DONE, kit.say("attempt-finished")),
        AttemptState::EndedEarly { place } => (
            icons::LEAVE,
            kit.say_with("attempt-ended-early", &[("place", place.as_ref().into())]),
        ),
        AttemptState::LeftAt { place } => (
            icons::PAUSE,
            kit.say_with("attempt-left-at", &[("place", place.as_ref().into())]),
        ),
        AttemptState::Unreadable { reason } => (icons::WARNING, reason.clone()),
    };
    RowWords {
        title: attempt.title.to_string(),
        date: date_of(kit, attempt),
        icon,
        state,
        fault: attempt.damage.as_ref().map(|damage| fault(kit, damage)),
    }
}

fn date_of(kit: &Kit<'_>, attempt: &AttemptRow) -> String {
    attempt.started.map_or_else(
        || kit.say("attempt-no-date"),
        |started| moment(kit, started),
    )
}

fn moment(kit: &Kit<'_>, time: LocalTime) -> String {
    kit.strings.date_time(
        &spoken::date(kit.strings, time),
        &kit.strings.clock(time.hour, time.minute),
    )
}

/// What is amiss with the file, in a sentence.
fn fault(kit: &Kit<'_>, damage: &Damage) -> String {
    match (damage.kind, damage.until) {
        (DamageKind::Changed, _) => kit.say("attempt-altered"),
        (DamageKind::CutOff, Some(until)) => {
            kit.say_with("attempt-torn", &[("time", moment(kit, until).into())])
        }
        (DamageKind::CutOff, None) => kit.say("attempt-torn-at-once"),
    }
}

fn row_ui(ui: &mut Ui, kit: &Kit<'_>, words: &RowWords) {
    let theme = kit.theme;
    ui.spacing_mut().item_spacing.y = 2.0;
    Words::body(&words.title)
        .family(fonts::UI_MEDIUM)
        .silent()
        .show(ui, theme);
    let state = |ui: &mut Ui| {
        words
            .icon
            .show_sized(ui, theme.size(16.0), theme.colours.ink_soft);
        Words::small(&words.state).silent().show(ui, theme);
    };
    if kit.fold(ui) == Fold::One {
        Words::small(&words.date).silent().show(ui, theme);
        ui.horizontal_top(state);
    } else {
        ui.horizontal(|ui| {
            let start = ui.cursor().min.x;
            Words::small(&words.date).silent().show(ui, theme);
            let used = ui.cursor().min.x - start;
            ui.add_space((theme.size(240.0) - used).max(12.0));
            state(ui);
        });
    }
    if let Some(fault) = &words.fault {
        Words::new(Type::Small, fault)
            .colour(theme.colours.warn)
            .silent()
            .show(ui, theme);
    }
}

fn unreadable_ui(ui: &mut Ui, kit: &Kit<'_>, attempt: &AttemptRow) {
    let theme = kit.theme;
    let words = words(kit, attempt);
    Card::panel(theme).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.horizontal_top(|ui| {
            words.icon.filled().show(ui, theme, theme.colours.warn);
            Words::label(&words.title).show(ui, theme);
        });
        Words::small(&words.date).show(ui, theme);
        Words::body(&words.state).show(ui, theme);
    });
}

/// Where a file is amiss, and what is sound before that.
fn damage_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    attempt: &AttemptRow,
    damage: &Damage,
    local: &mut AttemptsLocal,
) {
    let theme = kit.theme;
    Card::panel(theme).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = format!("{}, {}", attempt.title, date_of(kit, attempt));
        ui.horizontal_top(|ui| {
            icons::WARNING.filled().show(ui, theme, theme.colours.warn);
            Words::label(&title).show(ui, theme);
        });
        Words::body(fault(kit, damage)).show(ui, theme);
        let open = local.shown.as_ref() == Some(&attempt.path);
        if open {
            for words in where_words(kit, damage) {
                Words::body(words).show(ui, theme);
            }
        }
        let words = kit.say(if open {
            "attempt-hide-where"
        } else {
            "attempt-show-where"
        });
        let spoken = format!("{words}: {title}");
        // Of its own id: what unfolds above it may not take the focus from it.
        let id = Id::new(("where", &attempt.path));
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            let button = Button::secondary(words).spoken(spoken).show(ui, theme);
            if button.clicked() {
                local.shown = (!open).then(|| attempt.path.clone());
                focus_ring::moved(ui.ctx());
            }
        });
    });
}

fn where_words(kit: &Kit<'_>, damage: &Damage) -> Vec<String> {
    let mut words = vec![kit.say_with("attempt-file", &[("file", damage.file.as_str().into())])];
    if let Some(line) = damage.line {
        let which = match damage.kind {
            DamageKind::CutOff => "attempt-line-torn",
            DamageKind::Changed => "attempt-line-altered",
        };
        words.push(kit.say_with(which, &[("line", line.into())]));
    }
    if let Some(aside) = &damage.aside {
        words.push(kit.say_with("attempt-aside", &[("file", aside.as_str().into())]));
    }
    words.push(match damage.until {
        Some(until) => {
            let time = moment(kit, until);
            kit.say_with(
                "attempt-sound",
                &[("n", damage.sound.into()), ("time", time.into())],
            )
        }
        None => kit.say("attempt-sound-nothing"),
    });
    words
}
