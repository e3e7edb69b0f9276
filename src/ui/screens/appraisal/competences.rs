//! The most and the least that each competence can earn, and with which draws.

use egui::Ui;

use super::draws::{drawn, in_words, scale};
use super::rows::{Told, opening, rows};
use super::{AppraisalLocal, Page};
use crate::ui::screens::debrief::parts::bullets;
use crate::ui::widgets::Words;

pub(super) fn show(ui: &mut Ui, page: Page<'_>, local: &mut AppraisalLocal) {
    let competences = &page.told.competences;
    Words::body(page.say("appraisal-competences-about")).show(ui, page.theme);
    let scale = scale(competences.iter().map(|competence| competence.all));
    let name = page.say("appraisal-tab-competences");
    rows(
        ui,
        "appraisal-competences",
        &name,
        competences.len(),
        |ui, list| {
            for (number, competence) in competences.iter().enumerate() {
                let range = competence.all;
                let told = Told {
                    title: competence.title.to_string(),
                    about: page.range("appraisal-range", range),
                    ..Told::default()
                };
                let at = (&mut local.open, number);
                opening(
                    ui,
                    page,
                    list,
                    at,
                    &told,
                    |ui| drawn(ui, page, range, scale),
                    |ui| {
                        let combinations = page.told.combinations.iter();
                        let lines: Vec<String> = combinations
                            .zip(&competence.each)
                            .map(|(one, range)| {
                                let words = page.range("appraisal-range", *range);
                                page.with(
                                    "appraisal-with-draws",
                                    &[
                                        ("draws", in_words(page, one).into()),
                                        ("words", words.into()),
                                    ],
                                )
                            })
                            .collect();
                        bullets(
                            ui,
                            page.theme,
                            &told.title,
                            lines.iter().map(String::as_str),
                        );
                    },
                );
            }
        },
    );
}
