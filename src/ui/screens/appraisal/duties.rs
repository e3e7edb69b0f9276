//! Duties: when each can be done at the earliest, and whether a path makes one impossible.

use egui::Ui;

use super::rows::{Mark, Told, opening, rows};
use super::{AppraisalLocal, Page, play};
use crate::appraisal::DutyReport;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::widgets::Words;
use crate::ui::widgets::chip::Tone;
use crate::ui::world::Intent;

const OPEN: Mark = Mark {
    icon: icons::DONE,
    words: "appraisal-duty-open",
    tone: Tone::ok,
};
const LOST: Mark = Mark {
    icon: icons::INFO,
    words: "appraisal-duty-lost",
    tone: Tone::plain,
};
const IMPOSSIBLE: Mark = Mark {
    icon: icons::MISSED,
    words: "appraisal-duty-impossible",
    tone: Tone::danger,
};

pub(super) fn show(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    local: &mut AppraisalLocal,
    intents: &mut Vec<Intent>,
) {
    let duties = &page.told.duties;
    let about = match (duties.is_empty(), page.told.exact) {
        (true, _) => "appraisal-duties-none",
        (_, true) => "appraisal-duties-about",
        (_, false) => "appraisal-not-whole",
    };
    Words::body(page.say(about)).show(ui, page.theme);
    let name = page.say("appraisal-tab-duties");
    let mut open = local.open;
    rows(ui, "appraisal-duties", &name, duties.len(), |ui, list| {
        for (number, duty) in duties.iter().enumerate() {
            let told = told(page, duty);
            opening(
                ui,
                page,
                list,
                (&mut open, number),
                &told,
                |_| {},
                |ui| {
                    Words::body(&*duty.why).show(ui, page.theme);
                    for finding in duty.impossible.iter().chain(&duty.lost) {
                        play::show(ui, kit, page, *finding, local, intents);
                    }
                },
            );
        }
    });
    local.open = open;
}

fn told(page: Page<'_>, duty: &DutyReport) -> Told {
    let earliest = duty
        .earliest
        .map(|minute| page.with("appraisal-earliest", &[("n", minute.into())]));
    let due = duty
        .within
        .map(|minute| page.with("appraisal-due", &[("n", minute.into())]));
    let mark = match (duty.impossible, duty.lost) {
        _ if !page.told.exact => None,
        (Some(_), _) => Some(IMPOSSIBLE),
        (None, Some(_)) => Some(LOST),
        (None, None) => Some(OPEN),
    };
    let about: Vec<String> = earliest.into_iter().chain(due).collect();
    Told {
        title: duty.title.to_string(),
        about: about.join(" "),
        mark,
        ..Told::default()
    }
}
