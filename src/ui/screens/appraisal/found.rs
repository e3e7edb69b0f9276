//! What the search and the check found, with why, what mends it, and a play that shows it.

use egui::Ui;

use super::rows::{Mark, Told, opening, rows, term};
use super::{AppraisalLocal, Page, play};
use crate::appraisal::{FindingReport, Gravity};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::Type;
use crate::ui::widgets::Words;
use crate::ui::widgets::chip::Tone;
use crate::ui::world::Intent;

fn mark(gravity: Gravity) -> Mark {
    match gravity {
        Gravity::Error => Mark {
            icon: icons::MISSED,
            words: "appraisal-error",
            tone: Tone::danger,
        },
        Gravity::Warning => Mark {
            icon: icons::WARNING,
            words: "appraisal-warning",
            tone: Tone::warn,
        },
        Gravity::Note => Mark {
            icon: icons::INFO,
            words: "appraisal-note",
            tone: Tone::plain,
        },
    }
}

pub(super) fn show(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut AppraisalLocal,
    intents: &mut Vec<Intent>,
) {
    let findings = &page.told.findings;
    if !page.told.exact {
        Words::body(page.say("appraisal-not-whole")).show(ui, page.theme);
    }
    if findings.is_empty() {
        let none = if page.told.exact {
            "appraisal-found-none"
        } else {
            "appraisal-found-none-bounded"
        };
        Words::body(page.say(none)).show(ui, page.theme);
        return;
    }
    let name = page.say("appraisal-tab-found");
    let mut open = local.open;
    rows(ui, "appraisal-found", &name, findings.len(), |ui, list| {
        for (number, finding) in findings.iter().enumerate() {
            let told = Told {
                title: sentence(&finding.message),
                about: finding.code.to_owned(),
                mark: Some(mark(finding.gravity)),
                ..Told::default()
            };
            opening(
                ui,
                page,
                list,
                (&mut open, number),
                &told,
                |_| {},
                |ui| {
                    under(ui, page, finding);
                    play::show(ui, kit, page, number, local, intents);
                },
            );
        }
    });
    local.open = open;
}

fn under(ui: &mut Ui, page: Page<'_>, finding: &FindingReport) {
    if let Some(mend) = &finding.mend {
        term(ui, page, "appraisal-mend", &sentence(mend));
    }
    if let Some((line, column)) = finding.place {
        let values = [("line", line.into()), ("column", column.into())];
        Words::new(Type::Small, page.with("appraisal-place", &values)).show(ui, page.theme);
    }
}

/// A message as a sentence of its own; ids are set apart as they are in running text.
fn sentence(text: &str) -> String {
    let mut whole = String::with_capacity(text.len() + 8);
    let mut inside = false;
    for letter in text.chars() {
        match letter {
            '`' => {
                whole.push(if inside { '’' } else { '‘' });
                inside = !inside;
            }
            _ if whole.is_empty() => whole.extend(letter.to_uppercase()),
            _ => whole.push(letter),
        }
    }
    whole.push('.');
    whole
}
