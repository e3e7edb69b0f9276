//! For trainers: what can be said of a scenario before anybody plays it.
//!
//! It shows where the signs are, so it asks first. Nothing is worked out before
//! that, and leaving the screen ends what is under way.

mod competences;
mod draws;
mod duties;
mod found;
mod officers;
mod overview;
mod play;
mod rows;
mod signs;

use std::sync::Arc;

use egui::Ui;
use egui::accesskit::{Live, Role};

use super::stepped::Stepped;
use crate::appraisal::{Appraisal, Range};
use crate::strings::{Strings, Value};
use crate::ui::kit::{Go, Kit};
use crate::ui::panes;
use crate::ui::theme::{Fold, Theme, Type};
use crate::ui::widgets::{Button, Card, Words, bar, page};
use crate::ui::world::{AppraisalView, Intent};

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Overview,
    Draws,
    Competences,
    Signs,
    Duties,
    Officers,
    Found,
}

/// The tabs in order, with the string that names each.
const TABS: [(Tab, &str); 7] = [
    (Tab::Overview, "appraisal-tab-overview"),
    (Tab::Draws, "appraisal-tab-draws"),
    (Tab::Competences, "appraisal-tab-competences"),
    (Tab::Signs, "appraisal-tab-signs"),
    (Tab::Duties, "appraisal-tab-duties"),
    (Tab::Officers, "appraisal-tab-officers"),
    (Tab::Found, "appraisal-tab-found"),
];

/// How often progress is told in words, at most.
const TOLD: u64 = 8;

/// What is on the screen: a change sets the focus anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Question,
    Working,
    Fault,
    Shown,
}

/// What the screen keeps between passes.
#[derive(Debug, Default)]
pub struct AppraisalLocal {
    /// The user asked to see it.
    asked: bool,
    part: Option<Part>,
    chosen: usize,
    /// The row that is open in the chosen tab.
    open: Option<usize>,
    /// The finding whose play was copied last.
    copied: Option<usize>,
}

impl AppraisalLocal {
    /// Whether something is worked out for it, or was.
    #[must_use]
    pub const fn asked(&self) -> bool {
        self.asked
    }
}

/// What every tab draws with.
#[derive(Clone, Copy)]
struct Page<'a> {
    theme: &'a Theme,
    strings: &'a Strings,
    told: &'a Appraisal,
    fold: Fold,
}

impl Page<'_> {
    fn say(&self, id: &str) -> String {
        self.strings.get(id)
    }

    fn with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.strings.with(id, values)
    }

    /// A share in per cent.
    fn per_cent(&self, share: f64) -> String {
        let n = self.strings.number(share * 100.0, 0);
        self.with("debrief-percent", &[("n", n.into())])
    }

    /// Points, with a true minus sign.
    #[expect(clippy::cast_precision_loss, reason = "points far below 2^53")]
    fn points(&self, points: i64) -> String {
        let plain = self.strings.number(points.unsigned_abs() as f64, 0);
        if points < 0 {
            format!("−{plain}")
        } else {
            plain
        }
    }

    /// The most and the least.
    fn range(&self, id: &str, range: Range) -> String {
        let values = [
            ("best", self.points(range.best).into()),
            ("worst", self.points(range.worst).into()),
        ];
        self.with(id, &values)
    }

    /// A score to two places.
    fn score(&self, score: f64) -> String {
        self.strings.number(score, 2)
    }
}

/// Draws the screen of a scenario.
pub fn appraisal_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    id: &Arc<str>,
    view: &AppraisalView,
    local: &mut AppraisalLocal,
) -> Vec<Intent> {
    let part = match view {
        _ if !local.asked => Part::Question,
        AppraisalView::Ready(told) if told.id == *id => Part::Shown,
        AppraisalView::Fault(_) => Part::Fault,
        _ => Part::Working,
    };
    let fresh = kit.fresh || local.part != Some(part);
    local.part = Some(part);
    let mut intents = Vec::new();
    match (part, view) {
        (Part::Question, _) => question_ui(ui, kit, id, local, fresh, &mut intents),
        (Part::Shown, AppraisalView::Ready(told)) => {
            told_ui(ui, kit, told, local, fresh, &mut intents);
        }
        (_, AppraisalView::Fault(reason)) => fault_ui(ui, kit, reason, fresh),
        (_, AppraisalView::Working { done, of }) => {
            working_ui(ui, kit, (*done, *of), local, fresh, &mut intents);
        }
        _ => working_ui(ui, kit, (0, 0), local, fresh, &mut intents),
    }
    intents
}

/// A heading that can hold the focus.
fn heading(ui: &mut Ui, theme: &Theme, words: String, fresh: bool) {
    let shown = Words::new(Type::Heading, words)
        .heading(2)
        .focusable()
        .show(ui, theme);
    if fresh {
        shown.request_focus();
    }
}

/// It shows where the signs are: whether to go on.
fn question_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    id: &Arc<str>,
    local: &mut AppraisalLocal,
    fresh: bool,
    intents: &mut Vec<Intent>,
) {
    let theme = kit.theme;
    page::column(ui, theme, "appraisal-question", 640.0, |ui| {
        Card::page(theme).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            heading(ui, theme, kit.say("appraisal-spoiler"), fresh);
            Words::body(kit.say("appraisal-about")).show(ui, theme);
            ui.horizontal_wrapped(|ui| {
                if Button::secondary(kit.say("appraisal-show"))
                    .large()
                    .show(ui, theme)
                    .clicked()
                {
                    local.asked = true;
                    intents.push(Intent::Appraise(Arc::clone(id)));
                }
                if Button::secondary(kit.say("appraisal-back"))
                    .large()
                    .show(ui, theme)
                    .clicked()
                {
                    kit.go(Go::Back);
                }
            });
        });
    });
}

/// How far it is, and the way to break it off.
fn working_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    (done, of): (u64, u64),
    local: &mut AppraisalLocal,
    fresh: bool,
    intents: &mut Vec<Intent>,
) {
    let theme = kit.theme;
    page::column(ui, theme, "appraisal-working", 640.0, |ui| {
        Card::page(theme).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            heading(ui, theme, kit.say("appraisal-working"), fresh);
            // A reader who hears each step of many hears nothing else.
            let every = (of / TOLD).max(1);
            let told = done / every * every;
            let values = [("n", told.into()), ("m", of.into())];
            let words = kit.say_with("appraisal-progress", &values);
            let shown = Words::body(&words).show(ui, theme);
            ui.ctx().accesskit_node_builder(shown.id, |node| {
                node.set_role(Role::Status);
                node.set_live(Live::Polite);
                node.set_label(words.as_str());
            });
            #[expect(clippy::cast_precision_loss, reason = "a few dozen steps")]
            let part = done as f32 / of.max(1) as f32;
            ui.scope(|ui| bar::progress(ui, theme, part, &words));
            Words::small(kit.say("appraisal-leaving")).show(ui, theme);
            if Button::secondary(kit.say("appraisal-cancel"))
                .large()
                .show(ui, theme)
                .clicked()
            {
                local.asked = false;
                intents.push(Intent::CloseAppraisal);
                kit.announce(kit.say("appraisal-cancelled"));
            }
        });
    });
}

fn fault_ui(ui: &mut Ui, kit: &mut Kit<'_>, reason: &str, fresh: bool) {
    let theme = kit.theme;
    page::column(ui, theme, "appraisal-fault", 640.0, |ui| {
        Card::page(theme).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            heading(ui, theme, kit.say("appraisal-fault"), fresh);
            Words::body(reason).show(ui, theme);
            if Button::secondary(kit.say("appraisal-back"))
                .large()
                .show(ui, theme)
                .clicked()
            {
                kit.go(Go::Back);
            }
        });
    });
}

/// The tabs and the page of the chosen one.
fn told_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    told: &Appraisal,
    local: &mut AppraisalLocal,
    fresh: bool,
    intents: &mut Vec<Intent>,
) {
    let page = Page {
        theme: kit.theme,
        strings: kit.strings,
        told,
        fold: kit.fold(ui),
    };
    let labels: Vec<String> = TABS.iter().map(|(_, name)| page.say(name)).collect();
    let name = page.say("appraisal-tabs");
    let stepped = Stepped {
        salt: "appraisal-tabs",
        name: &name,
        labels: &labels,
        widest: (760.0, 920.0),
        foot: 0.0,
    };
    let mut chosen = local.chosen;
    if fresh {
        stepped.focus(ui, chosen);
    }
    let before = chosen;
    let mut wanted = None;
    let foot = |_: &mut Ui, _: &mut Kit<'_>| {};
    stepped.show(ui, kit, &mut chosen, foot, |ui, kit, chosen, least| {
        if chosen != before {
            local.open = None;
        }
        let Some((tab, name)) = TABS.get(chosen) else {
            return;
        };
        let name = page.say(name);
        let mut panes = std::mem::take(kit.panes);
        panes::region(ui, &mut panes, "appraisal-page", &name, |ui, _| {
            Card::page(page.theme).show(ui, |ui| {
                ui.set_min_height((least - 42.0).max(0.0));
                ui.spacing_mut().item_spacing.y = 8.0;
                Words::new(Type::Heading, &name)
                    .heading(2)
                    .show(ui, page.theme);
                match tab {
                    Tab::Overview => wanted = overview::show(ui, page),
                    Tab::Draws => draws::show(ui, page, local),
                    Tab::Competences => competences::show(ui, page, local),
                    Tab::Signs => signs::show(ui, page, local),
                    Tab::Duties => duties::show(ui, kit, page, local, intents),
                    Tab::Officers => officers::show(ui, page, local),
                    Tab::Found => found::show(ui, kit, page, local, intents),
                }
            });
        });
        *kit.panes = panes;
    });
    local.chosen = chosen;
    if let Some(tab) = wanted {
        local.chosen = TABS
            .iter()
            .position(|(known, _)| *known == tab)
            .unwrap_or(0);
        local.open = None;
        stepped.focus(ui, local.chosen);
    }
}
