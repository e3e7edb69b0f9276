//! Duties that applied, missed ones first.

use egui::Ui;

use super::parts::inner_card;
use super::{Page, shapes};
use crate::report::debrief::category::Category;
use crate::report::debrief::{DutyOutcome, DutyReport};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::Words;
use crate::ui::widgets::chip::{self, Tone};

/// The heading and a line a duty, for the summary.
pub(super) fn chips(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    ui.horizontal_top(|ui| {
        shapes::before(ui, theme, Type::Label, Category::Duty, true);
        Words::label(page.say("debrief-duties")).show(ui, theme);
    });
    let duties = &page.told.debrief.duties;
    if duties.is_empty() {
        Words::body(page.say("debrief-duties-none")).show(ui, theme);
    }
    for duty in duties {
        line(ui, page, duty);
    }
}

/// The chip and the title.
fn line(ui: &mut Ui, page: Page<'_>, duty: &DutyReport) {
    let theme = page.theme;
    let (icon, word, tone) = match duty.outcome {
        DutyOutcome::Missed => (icons::MISSED, "duty-missed", Tone::danger(theme)),
        DutyOutcome::Late => (icons::CLOCK, "duty-late", Tone::warn(theme)),
        DutyOutcome::Met => (icons::DONE, "duty-met", Tone::ok(theme)),
    };
    let title = Words::new(Type::Body, &*duty.title).family(fonts::UI_MEDIUM);
    let draw = |ui: &mut Ui| {
        chip::show(ui, theme, icon, &page.say(word), tone, 92.0);
        title.show(ui, theme);
    };
    if page.fold == Fold::One {
        ui.vertical(draw);
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            draw(ui);
        });
    }
}

/// Every duty with why it matters and when it was done.
pub(super) fn show(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    let duties = &page.told.debrief.duties;
    if duties.is_empty() {
        Words::body(page.say("debrief-duties-none")).show(ui, theme);
    }
    for duty in duties {
        inner_card(ui, theme, |ui| {
            line(ui, page, duty);
            Words::body(&*duty.why).show(ui, theme);
            Words::small(page.told.duty_time(duty)).show(ui, theme);
        });
    }
}
