//! Records and reasons: the trainee's words beside the professional wording, never crossed out.

use std::sync::Arc;

use egui::Ui;

use super::Page;
use super::parts::{bullets, entry, inner_card};
use crate::report::debrief::{ChosenOption, RationaleReport, RecordFieldReport, RecordReport};
use crate::ui::fonts;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::{Card, Words};

pub(super) fn show(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    let debrief = page.told.debrief;
    if debrief.records.is_empty() {
        Words::body(page.say("debrief-records-none")).show(ui, theme);
    }
    for record in &debrief.records {
        inner_card(ui, theme, |ui| self::record(ui, page, record));
    }
    if debrief.rationales.is_empty() {
        return;
    }
    ui.add_space(8.0);
    Words::label(page.say("debrief-rationales"))
        .heading(3)
        .show(ui, theme);
    for rationale in &debrief.rationales {
        inner_card(ui, theme, |ui| self::rationale(ui, page, rationale));
    }
}

fn record(ui: &mut Ui, page: Page<'_>, record: &RecordReport) {
    let theme = page.theme;
    Words::label(&*record.title).heading(3).show(ui, theme);
    let at = page.told.time(record.minute);
    Words::small(page.told.with("debrief-record-at", &[("time", at.into())])).show(ui, theme);
    for field in &record.fields {
        ui.add_space(6.0);
        entry(ui, page, &field.label, |ui| self::field(ui, page, field));
    }
}

fn field(ui: &mut Ui, page: Page<'_>, field: &RecordFieldReport) {
    let theme = page.theme;
    for option in &field.chosen {
        self::option(ui, page, option);
    }
    match &field.text {
        Some(text) if !text.trim().is_empty() => own(ui, page, text),
        _ if field.chosen.is_empty() => {
            Words::body(page.say("debrief-record-empty"))
                .soft()
                .show(ui, theme);
        }
        _ => {}
    }
    good(ui, page, &field.rubric);
}

/// An option and, where its words do harm, what to write instead.
fn option(ui: &mut Ui, page: Page<'_>, option: &ChosenOption) {
    let theme = page.theme;
    let yours = |ui: &mut Ui| {
        Words::body(&*option.text).show(ui, theme);
        if let Some(feedback) = &option.feedback {
            Words::small(&**feedback).show(ui, theme);
        }
    };
    let Some(wording) = &option.wording else {
        yours(ui);
        return;
    };
    let better = |ui: &mut Ui| {
        Card::tint(theme).margin(12).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            Words::small(page.say("debrief-record-wording")).show(ui, theme);
            Words::new(Type::Body, &*wording.prefer)
                .family(fonts::UI_BOLD)
                .show(ui, theme);
            Words::body(&*wording.why).show(ui, theme);
            Words::small(&*wording.source).show(ui, theme);
        });
    };
    if page.fold == Fold::One || ui.available_width() < theme.size(420.0) {
        yours(ui);
        better(ui);
    } else {
        ui.columns(2, |columns| {
            yours(&mut columns[0]);
            better(&mut columns[1]);
        });
    }
}

/// The trainee's own words.
pub(super) fn own(ui: &mut Ui, page: Page<'_>, text: &str) {
    Words::new(Type::Body, text)
        .family(fonts::READ)
        .show(ui, page.theme);
}

fn good(ui: &mut Ui, page: Page<'_>, rubric: &[Arc<str>]) {
    if rubric.is_empty() {
        return;
    }
    let name = page.say("debrief-record-good");
    Words::small(&name).show(ui, page.theme);
    bullets(ui, page.theme, &name, rubric.iter().map(|line| &**line));
}

fn rationale(ui: &mut Ui, page: Page<'_>, rationale: &RationaleReport) {
    let theme = page.theme;
    Words::new(Type::Body, &*rationale.decision)
        .family(fonts::UI_BOLD)
        .heading(4)
        .show(ui, theme);
    Words::small(&*rationale.prompt).show(ui, theme);
    match &rationale.text {
        Some(text) => own(ui, page, text),
        None => {
            Words::body(page.say("debrief-rationale-none")).show(ui, theme);
        }
    }
    good(ui, page, &rationale.rubric);
}
