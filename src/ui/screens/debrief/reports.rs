//! From published reports: paraphrases beside the signs they bear on, and the scenario's sources.

use egui::Ui;

use super::parts::{bullets, inner_card};
use super::{Page, shapes, sign};
use crate::report::debrief::category::Category;
use crate::ui::fonts;
use crate::ui::theme::Type;
use crate::ui::widgets::Words;

pub(super) fn show(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    let debrief = page.told.debrief;
    let voices: Vec<_> = debrief
        .signs
        .iter()
        .filter_map(|sign| sign.voice.as_ref().map(|voice| (sign, voice)))
        .collect();
    let about = if voices.is_empty() {
        "debrief-voices-none"
    } else {
        "debrief-voices-about"
    };
    Words::body(page.say(about)).show(ui, theme);
    for (sign, voice) in voices {
        inner_card(ui, theme, |ui| {
            ui.horizontal_top(|ui| {
                shapes::before(
                    ui,
                    theme,
                    Type::Body,
                    Category::Sign(sign.side),
                    sign.marked,
                );
                let name = sign
                    .label
                    .as_deref()
                    .map_or_else(|| sign::quoted(&sign.quotation), ToOwned::to_owned);
                Words::new(Type::Body, name)
                    .family(fonts::UI_BOLD)
                    .heading(3)
                    .show(ui, theme);
            });
            sign::voice(ui, page, voice);
        });
    }
    ui.add_space(8.0);
    Words::label(page.say("debrief-basis"))
        .heading(3)
        .show(ui, theme);
    Words::body(&*debrief.basis).show(ui, theme);
    if !debrief.sources.is_empty() {
        let name = page.say("debrief-sources");
        Words::label(&name).heading(3).show(ui, theme);
        bullets(
            ui,
            theme,
            &name,
            debrief
                .sources
                .iter()
                .map(|source| source.citation.as_str()),
        );
    }
    let reviewed = if debrief.reviewed { "yes" } else { "no" };
    Words::small(
        page.told
            .with("report-safe", &[("reviewed", reviewed.into())]),
    )
    .show(ui, theme);
}
