//! The debrief: what was there, what was done, what comes next.
//!
//! It speaks of the attempt and never of the person; figures stand under
//! `Details` alone.

mod details;
mod duties;
pub(in crate::ui::screens) mod parts;
mod records;
mod reflection;
mod reports;
pub(in crate::ui::screens) mod shapes;
mod sign;
mod summary;
mod there;
mod turns;

use egui::Ui;

use super::stepped::Stepped;
use crate::report::debrief::Debrief;
use crate::report::debrief::words::Words as Told;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::{Fold, Theme};
use crate::ui::widgets::{Button, Words};
use crate::ui::world::{Intent, LocalTime};

/// A step of the debrief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// The whole on one page.
    #[default]
    Summary,
    /// The transcript as played.
    There,
    /// Turns that mattered.
    Turns,
    /// Duties.
    Duties,
    /// Records and reasons.
    Records,
    /// Voices from published reports.
    Reports,
    /// The trainee's reflection.
    Reflection,
}

/// The steps in order, with the string that names each.
const STEPS: [(Step, &str); 7] = [
    (Step::Summary, "debrief-step-summary"),
    (Step::There, "debrief-step-there"),
    (Step::Turns, "debrief-step-turns"),
    (Step::Duties, "debrief-step-duties"),
    (Step::Records, "debrief-step-records"),
    (Step::Reports, "debrief-step-reports"),
    (Step::Reflection, "debrief-step-reflection"),
];

/// Where the reader is in a debrief.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DebriefLocal {
    /// Which attempt this is of: another one starts at the summary.
    of: String,
    /// The step shown.
    pub step: Step,
    /// The sign shown beside the summary.
    sign: usize,
    /// Where the reader is in the transcript.
    there: there::ThereLocal,
    /// Whether the figures are shown.
    details: bool,
    /// Whether a long ending is shown whole.
    whole_ending: bool,
}

/// The look and the words: what every step draws with.
#[derive(Clone, Copy)]
struct Page<'a> {
    theme: &'a Theme,
    told: Told<'a>,
    fold: Fold,
}

impl Page<'_> {
    fn say(&self, id: &str) -> String {
        self.told.get(id)
    }
}

/// Draws the debrief. The bar above it is the frame's; `Intent::PlayAgain` and `Intent::SaveReport` are its acts.
pub fn debrief_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    debrief: &Debrief,
    local: &mut DebriefLocal,
    _now: LocalTime,
) -> Vec<Intent> {
    let of = format!("{} {} {}", debrief.started, debrief.seed, debrief.title);
    if local.of != of {
        *local = DebriefLocal {
            of,
            ..DebriefLocal::default()
        };
    }
    let page = Page {
        theme: kit.theme,
        told: Told::new(debrief, kit.strings),
        fold: kit.fold(ui),
    };
    let labels: Vec<String> = STEPS.iter().map(|(_, name)| page.say(name)).collect();
    let name = page.say("debrief-steps");
    let stepped = Stepped {
        salt: "debrief-steps",
        name: &name,
        labels: &labels,
        widest: (760.0, 1320.0),
        foot: 36.0,
    };
    let place = |step| STEPS.iter().position(|(known, _)| *known == step);
    let mut chosen = place(local.step).unwrap_or_default();
    if kit.fresh {
        stepped.focus(ui, chosen);
    }
    let mut intents = Vec::new();
    let mut saving = false;
    stepped.show(
        ui,
        kit,
        &mut chosen,
        |ui, _| saving = save(ui, page),
        |ui, kit, chosen, least| {
            if let Some((step, _)) = STEPS.get(chosen) {
                local.step = *step;
            }
            step(ui, kit, page, local, &mut intents, least);
        },
    );
    if saving {
        intents.push(Intent::SaveReport);
    }
    intents
}

fn save(ui: &mut Ui, page: Page<'_>) -> bool {
    Button::quiet(page.say("debrief-save"))
        .icon(icons::PRINT)
        .show(ui, page.theme)
        .clicked()
}

/// The page of a step. `least` is the height that its last card fills.
fn step(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut DebriefLocal,
    intents: &mut Vec<Intent>,
    least: f32,
) {
    if local.step == Step::Summary {
        summary::show(ui, kit, page, local, intents, least);
        return;
    }
    let name = STEPS
        .iter()
        .find(|(step, _)| *step == local.step)
        .map_or("", |(_, name)| name);
    let name = page.say(name);
    // A page of reading is no wider than its lines may be long.
    let width = ui.available_width().min(page.theme.size(800.0));
    ui.set_max_width(width);
    panes::region(ui, kit.panes, "debrief-page", &name, |ui, _| {
        parts::card(page).show(ui, |ui| {
            ui.set_min_height((least - 42.0).max(0.0));
            ui.spacing_mut().item_spacing.y = 8.0;
            Words::new(crate::ui::theme::Type::Heading, &name)
                .heading(2)
                .show(ui, page.theme);
            match local.step {
                Step::Summary => {}
                Step::There => there::show(ui, page, &mut local.there),
                Step::Turns => turns::show(ui, page, &mut local.details),
                Step::Duties => duties::show(ui, page),
                Step::Records => records::show(ui, page),
                Step::Reports => reports::show(ui, page),
                Step::Reflection => reflection::show(ui, page),
            }
        });
    });
}
