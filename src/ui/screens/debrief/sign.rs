//! One sign with why it matters, and what to practise next.

use egui::Ui;

use super::parts::card;
use super::{Page, shapes};
use crate::report::debrief::SignReport;
use crate::report::debrief::category::Category;
use crate::report::debrief::{Side, VoiceReport};
use crate::ui::announcer::Announcer;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::{Button, Card, Words};
use crate::ui::world::Intent;

/// Signs to page through: those not marked, beyond the offence first; all of them where none was missed.
fn paged(page: Page<'_>) -> Vec<&SignReport> {
    let signs = &page.told.debrief.signs;
    let mut shown: Vec<&SignReport> = signs.iter().filter(|sign| !sign.marked).collect();
    if shown.is_empty() {
        shown = signs.iter().collect();
    }
    shown.sort_by_key(|sign| sign.side != Side::Beyond);
    shown
}

/// One sign, with the way to the others.
pub(super) fn one(ui: &mut Ui, announcer: &mut Announcer, page: Page<'_>, at: &mut usize) {
    let theme = page.theme;
    let signs = paged(page);
    let Some(last) = signs.len().checked_sub(1) else {
        card(page).show(ui, |ui| {
            Words::body(page.say("debrief-signs-none")).show(ui, theme)
        });
        return;
    };
    *at = (*at).min(last);
    let sign = signs[*at];
    let colour = shapes::colour(Category::Sign(sign.side), theme);
    Card::page(theme).border(colour).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_top(|ui| {
            shapes::before(ui, theme, Type::Label, Category::Sign(sign.side), true);
            let id = if sign.marked {
                "debrief-sign-marked"
            } else {
                "debrief-sign-unmarked"
            };
            Words::label(page.say(id)).colour(colour).show(ui, theme);
            if page.fold != Fold::One && signs.len() > 1 {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                    Words::small(count(page, *at, signs.len())).show(ui, theme);
                });
            }
        });
        ui.add_space(4.0);
        Words::new(Type::Narration, quoted(&sign.quotation)).show(ui, theme);
        Words::small(page.told.whence(sign)).show(ui, theme);
        if sign.unopened {
            Words::small(page.say("debrief-not-opened")).show(ui, theme);
        }
        why(ui, page, sign);
        if signs.len() > 1 {
            ui.add_space(8.0);
            pager(ui, announcer, page, &signs, at);
        }
    });
}

fn pager(
    ui: &mut Ui,
    announcer: &mut Announcer,
    page: Page<'_>,
    signs: &[&SignReport],
    at: &mut usize,
) {
    let theme = page.theme;
    let last = signs.len() - 1;
    let before = *at;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(10.0, 8.0);
        // Round and round: neither button ever goes away under the focus.
        let previous = Button::secondary(page.say("debrief-previous"))
            .icon(icons::BACK)
            .spoken(page.say("debrief-previous-spoken"))
            .show(ui, theme);
        if previous.clicked() {
            *at = if *at == 0 { last } else { *at - 1 };
        }
        if Button::secondary(page.say("debrief-next"))
            .icon_after(icons::NEXT)
            .show(ui, theme)
            .clicked()
        {
            *at = if *at == last { 0 } else { *at + 1 };
        }
    });
    if *at != before {
        let sign = signs[*at];
        announcer.say(format!(
            "{}. {} {}",
            count(page, *at, signs.len()),
            page.told.side_name(sign.side),
            quoted(&sign.quotation)
        ));
    }
}

/// "1 of 6".
fn count(page: Page<'_>, at: usize, total: usize) -> String {
    page.told.with(
        "debrief-sign-of",
        &[("n", (at + 1).into()), ("total", total.into())],
    )
}

/// A sentence that somebody in the scenario said or wrote, in quotation marks once.
pub(super) fn quoted(quotation: &str) -> String {
    if quotation.starts_with('“') && quotation.ends_with('”') {
        quotation.to_owned()
    } else {
        format!("“{quotation}”")
    }
}

/// Why a sign matters, what published reports say, what it lets one ask.
pub(super) fn why(ui: &mut Ui, page: Page<'_>, sign: &SignReport) {
    let theme = page.theme;
    if let Some(label) = &sign.label {
        head(ui, page, label);
        Words::body(&*sign.why).show(ui, theme);
    } else {
        head(ui, page, &page.say("debrief-why"));
        Words::body(&*sign.why).show(ui, theme);
    }
    if let Some(voice) = &sign.voice {
        head(ui, page, &page.say("debrief-voice"));
        self::voice(ui, page, voice);
    }
    if !sign.opens.is_empty() {
        head(ui, page, &page.say("debrief-opens"));
        for opened in &sign.opens {
            Words::body(&**opened).show(ui, theme);
        }
    }
}

/// A paraphrase with its source, never in quotation marks.
pub(super) fn voice(ui: &mut Ui, page: Page<'_>, voice: &VoiceReport) {
    let theme = page.theme;
    let source = page.told.with(
        "debrief-paraphrase",
        &[("source", voice.source.as_str().into())],
    );
    let ink = theme.format(Type::Body, theme.colours.ink);
    let soft = theme.format(Type::Body, theme.colours.ink_soft);
    super::parts::mixed(
        ui,
        theme,
        Type::Body,
        &[(&*voice.says, ink), (&format!(" {source}"), soft)],
    );
}

fn head(ui: &mut Ui, page: Page<'_>, words: &str) {
    ui.add_space(4.0);
    Words::new(Type::Body, words)
        .family(fonts::UI_BOLD)
        .heading(3)
        .show(ui, page.theme);
}

/// One step to practise, and the way to play again.
pub(super) fn practise(ui: &mut Ui, page: Page<'_>, intents: &mut Vec<Intent>, least: f32) {
    let theme = page.theme;
    let debrief = page.told.debrief;
    Card::tint(theme).show(ui, |ui| {
        ui.set_min_height(least);
        let top = ui.cursor().top();
        ui.spacing_mut().item_spacing.y = 8.0;
        if let Some(practise) = &debrief.practise_next {
            Words::label(page.say("debrief-practise"))
                .colour(theme.colours.brand)
                .show(ui, theme);
            Words::body(&**practise).show(ui, theme);
        }
        if Button::primary(page.say("debrief-play-again"))
            .main()
            .show(ui, theme)
            .clicked()
        {
            intents.push(Intent::PlayAgain);
        }
        let review = page.say(if debrief.reviewed {
            "debrief-reviewed"
        } else {
            "debrief-not-reviewed"
        });
        let notes: Vec<String> = std::iter::once(review)
            .chain(debrief.told.messages().iter().map(|id| page.say(id)))
            .collect();
        let notes = notes.join(" ");
        let height = Words::small(&notes)
            .galley(ui, theme, ui.available_width())
            .size()
            .y
            + 17.0;
        ui.add_space((least - (ui.cursor().top() - top) - height).max(4.0));
        let (_, line) = ui.allocate_space(egui::vec2(ui.available_width(), 1.0));
        ui.painter().hline(
            line.x_range(),
            line.center().y,
            egui::Stroke::new(1.0, theme.colours.brand),
        );
        Words::small(notes).show(ui, theme);
    });
}
