//! The debrief: what was there, what was done, what comes next.
//!
//! It speaks of the attempt and never of the person; figures stand under
//! `Details` alone.

mod details;
mod duties;
mod parts;
mod records;
mod reflection;
mod reports;
mod shapes;
mod sign;
mod summary;
mod there;
mod turns;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::report::debrief::Debrief;
use crate::report::debrief::words::Words as Told;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::{Fold, Theme};
use crate::ui::widgets::tabs::{self, Tab};
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
    if kit.fresh {
        let chosen = STEPS
            .iter()
            .position(|(step, _)| *step == local.step)
            .unwrap_or_default();
        ui.memory_mut(|memory| memory.request_focus(tabs::tab_id("debrief-steps", chosen)));
    }
    let mut intents = Vec::new();
    if page.fold == Fold::One {
        narrow(ui, kit, page, local, &mut intents);
    } else {
        wide(ui, kit, page, local, &mut intents);
    }
    intents
}

/// The steps down the left, the page beside them.
fn wide(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut DebriefLocal,
    intents: &mut Vec<Intent>,
) {
    let full = ui.available_rect_before_wrap();
    let (nav, gap) = (page.theme.size(198.0), 16.0);
    let most = nav
        + gap
        + page.theme.size(if page.fold == Fold::Three {
            1320.0
        } else {
            760.0
        });
    let width = (full.width() - 40.0).min(most);
    let left = (full.center().x - width / 2.0).round();
    let steps = Rect::from_min_max(
        pos2(left, full.top() + 20.0),
        pos2(left + nav, full.bottom() - 16.0),
    );
    ui.scope_builder(UiBuilder::new().id_salt("steps").max_rect(steps), |ui| {
        panes::region(
            ui,
            kit.panes,
            "debrief-steps",
            &page.say("debrief-steps"),
            |ui, _| {
                choose_step(ui, page, local, tabs::Layout::Down);
                let room = steps.bottom() - ui.cursor().top() - page.theme.size(36.0);
                ui.add_space(room.max(16.0));
                save(ui, page, intents);
            },
        );
    });
    let body = Rect::from_min_max(
        pos2(steps.right() + gap, full.top()),
        pos2(left + width, full.bottom()),
    );
    // The bar of the scroll area stands outside the page.
    let scroll = Rect::from_min_max(body.min, pos2(full.right() - 2.0, body.bottom()));
    ui.scope_builder(UiBuilder::new().id_salt("page").max_rect(scroll), |ui| {
        ScrollArea::vertical()
            .id_salt(("debrief", local.step as u8))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.add_space(16.0);
                let top = ui.cursor().min;
                let column = Rect::from_min_size(top, vec2(body.width(), f32::INFINITY));
                let least = body.height() - 44.0;
                let shown =
                    ui.scope_builder(UiBuilder::new().id_salt("body").max_rect(column), |ui| {
                        step(ui, kit, page, local, intents, least);
                    });
                ui.advance_cursor_after_rect(shown.response.rect);
                ui.add_space(16.0);
            });
    });
    ui.advance_cursor_after_rect(full);
}

/// One column: the steps on top, all of it scrolls.
fn narrow(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut DebriefLocal,
    intents: &mut Vec<Intent>,
) {
    ScrollArea::vertical()
        .id_salt(("debrief", local.step as u8))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    panes::region(
                        ui,
                        kit.panes,
                        "debrief-steps",
                        &page.say("debrief-steps"),
                        |ui, _| {
                            choose_step(ui, page, local, tabs::Layout::Across);
                        },
                    );
                    ui.add_space(12.0);
                    step(ui, kit, page, local, intents, 0.0);
                    ui.add_space(12.0);
                    save(ui, page, intents);
                });
        });
}

fn choose_step(ui: &mut Ui, page: Page<'_>, local: &mut DebriefLocal, layout: tabs::Layout) {
    let labels: Vec<Tab> = STEPS
        .iter()
        .map(|(_, name)| Tab {
            label: page.say(name),
            icon: None,
        })
        .collect();
    let mut chosen = STEPS
        .iter()
        .position(|(step, _)| *step == local.step)
        .unwrap_or_default();
    if tabs::show(
        ui,
        page.theme,
        "debrief-steps",
        &page.say("debrief-steps"),
        &mut chosen,
        &labels,
        layout,
    ) && let Some((step, _)) = STEPS.get(chosen)
    {
        local.step = *step;
    }
}

fn save(ui: &mut Ui, page: Page<'_>, intents: &mut Vec<Intent>) {
    if Button::quiet(page.say("debrief-save"))
        .icon(icons::PRINT)
        .show(ui, page.theme)
        .clicked()
    {
        intents.push(Intent::SaveReport);
    }
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
