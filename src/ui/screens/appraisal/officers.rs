//! Simulated officers: how each figure is spread over their plays, and how far each is from the curious one.

use egui::{Color32, Ui};

use super::rows::{Mark, Told, belonging, head, reveal, rows, title};
use super::{AppraisalLocal, Page};
use crate::appraisal::{OfficerReport, Spread};
use crate::players::Share;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::screens::debrief::parts::bullets;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::chip::Tone;
use crate::ui::widgets::{Words, bar};

const CURIOUS: Mark = Mark {
    icon: icons::LOOK,
    words: "appraisal-officer-curious",
    tone: Tone::ok,
};

pub(super) fn show(ui: &mut Ui, page: Page<'_>, local: &mut AppraisalLocal) {
    let officers = &page.told.officers;
    let plays = [("n", page.told.effort.plays.into())];
    Words::body(page.with("appraisal-officers-about", &plays)).show(ui, page.theme);
    let curious = officers.iter().find(|officer| officer.curious);
    let name = page.say("appraisal-tab-officers");
    rows(
        ui,
        "appraisal-officers",
        &name,
        officers.len(),
        |ui, list| {
            for (number, officer) in officers.iter().enumerate() {
                let told = Told {
                    title: officer.title.to_string(),
                    about: about(page, officer, curious),
                    mark: officer.curious.then_some(CURIOUS),
                    ..Told::default()
                };
                let top = ui.cursor().min;
                let head = head(ui, page, list, (&mut local.open, number), &told, |_| {});
                belonging(ui, page, |ui| {
                    figures(ui, page, officer);
                    if head.open {
                        under(ui, page, officer);
                    }
                    ui.add_space(12.0);
                });
                if head.came {
                    reveal(ui, top);
                }
            }
        },
    );
}

fn about(page: Page<'_>, officer: &OfficerReport, curious: Option<&OfficerReport>) -> String {
    let behind = curious
        .filter(|_| !officer.curious)
        .and_then(|curious| behind(page, officer, curious));
    let all: Vec<String> = std::iter::once(officer.about.to_string())
        .chain(behind)
        .collect();
    all.join(" ")
}

/// How far the curious one is ahead.
fn behind(page: Page<'_>, officer: &OfficerReport, curious: &OfficerReport) -> Option<String> {
    let ahead = |mine: &Option<Spread>, other: &Option<Spread>| {
        let (mine, other) = (mine.as_ref()?, other.as_ref()?);
        Some(page.score(other.mean - mine.mean))
    };
    let beyond = ahead(&officer.beyond, &curious.beyond);
    let decisions = ahead(&officer.decisions, &curious.decisions);
    match (beyond, decisions) {
        (Some(beyond), Some(decisions)) => {
            let values = [("beyond", beyond.into()), ("decisions", decisions.into())];
            Some(page.with("appraisal-ahead", &values))
        }
        (Some(beyond), None) => {
            Some(page.with("appraisal-ahead-beyond", &[("beyond", beyond.into())]))
        }
        (None, Some(decisions)) => Some(page.with(
            "appraisal-ahead-decisions",
            &[("decisions", decisions.into())],
        )),
        (None, None) => None,
    }
}

/// What is always shown: noticing beyond, decisions, the standard.
fn figures(ui: &mut Ui, page: Page<'_>, officer: &OfficerReport) {
    let colours = &page.theme.colours;
    ui.spacing_mut().item_spacing.y = 6.0;
    spread(
        ui,
        page,
        "appraisal-figure-beyond",
        officer.beyond.as_ref(),
        colours.beyond,
    );
    spread(
        ui,
        page,
        "appraisal-figure-decisions",
        officer.decisions.as_ref(),
        colours.duty,
    );
    met(ui, page, officer.met);
}

fn spread(ui: &mut Ui, page: Page<'_>, name: &str, found: Option<&Spread>, colour: Color32) {
    let name = page.say(name);
    let Some(found) = found else {
        beside(
            ui,
            page,
            &name,
            (0.0, |_: &mut Ui| {}),
            &page.say("appraisal-figure-none"),
        );
        return;
    };
    let values = [
        ("mean", page.score(found.mean).into()),
        ("low", page.score(found.low).into()),
        ("high", page.score(found.high).into()),
        ("from", page.score(found.quarter).into()),
        ("to", page.score(found.three_quarters).into()),
    ];
    let words = page.with("appraisal-figure", &values);
    let sentence = page.strings.named_value(&name, &words);
    let draw = |ui: &mut Ui| {
        #[expect(clippy::cast_possible_truncation, reason = "a score")]
        bar::columns(
            ui,
            page.theme,
            &found.bins,
            found.mean as f32,
            colour,
            &sentence,
        );
    };
    beside(ui, page, &name, (bar::COLUMNS, draw), &words);
}

fn met(ui: &mut Ui, page: Page<'_>, share: Share) {
    let name = page.say("appraisal-figure-standard");
    let Some(found) = share.share() else {
        beside(
            ui,
            page,
            &name,
            (0.0, |_: &mut Ui| {}),
            &page.say("appraisal-figure-none"),
        );
        return;
    };
    let words = of_plays(page, share);
    let sentence = page.strings.named_value(&name, &words);
    let draw = |ui: &mut Ui| {
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        bar::share(
            ui,
            page.theme,
            found as f32,
            page.theme.colours.brand,
            &sentence,
        );
    };
    beside(ui, page, &name, (bar::SHARE, draw), &words);
}

/// "83% of plays (81% to 85%)".
fn of_plays(page: Page<'_>, share: Share) -> String {
    let Some((found, interval)) = share.share().zip(share.interval()) else {
        return page.say("appraisal-figure-none");
    };
    page.with(
        "appraisal-of-plays",
        &[
            ("n", page.per_cent(found).into()),
            ("low", page.per_cent(interval.low).into()),
            ("high", page.per_cent(interval.high).into()),
        ],
    )
}

/// A name, a drawing this high and its words: side by side where there is room. The drawing speaks for all.
fn beside(
    ui: &mut Ui,
    page: Page<'_>,
    name: &str,
    (height, draw): (f32, impl FnOnce(&mut Ui)),
    words: &str,
) {
    let theme = page.theme;
    let label = Words::new(Type::Small, name).family(fonts::UI_MEDIUM);
    let text = Words::small(words);
    if page.fold == Fold::One {
        label.show(ui, theme);
        draw(ui);
        text.show(ui, theme);
        return;
    }
    // Words and drawing stand on one middle.
    let spare = (theme.size(height) - theme.line(Type::Small)) / 2.0;
    let (over_words, over_drawing) = (spare.max(0.0), (-spare).max(0.0));
    ui.horizontal_top(|ui| {
        let (name_width, drawn_width) = (theme.size(130.0), theme.size(200.0));
        fixed(ui, name_width, |ui| {
            ui.add_space(over_words);
            label.show(ui, theme);
        });
        fixed(ui, drawn_width, |ui| {
            ui.add_space(over_drawing);
            draw(ui);
        });
        ui.vertical(|ui| {
            ui.add_space(over_words);
            text.show(ui, theme);
        });
    });
}

/// Content in a column of its own width.
fn fixed(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let left = ui.cursor().left();
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.vertical(content);
    });
    let shown = ui.cursor().left() - left;
    ui.add_space((width + 12.0 - shown).max(0.0));
}

/// Everything else that was counted.
fn under(ui: &mut Ui, page: Page<'_>, officer: &OfficerReport) {
    let colours = &page.theme.colours;
    spread(
        ui,
        page,
        "appraisal-figure-immediate",
        officer.immediate.as_ref(),
        colours.immediate,
    );
    spread(
        ui,
        page,
        "appraisal-figure-alarms",
        officer.false_alarms.as_ref(),
        colours.lure,
    );
    let finished = of_plays(page, officer.finished);
    let name = page.say("appraisal-figure-finished");
    Words::body(page.strings.named_value(&name, &finished)).show(ui, page.theme);
    let lines: Vec<String> = officer
        .duties
        .iter()
        .filter_map(|duty| {
            let [met, late, missed] = [duty.met, duty.late, duty.missed].map(Share::share);
            let values = [
                ("met", page.per_cent(met?).into()),
                ("late", page.per_cent(late?).into()),
                ("missed", page.per_cent(missed?).into()),
            ];
            let words = page.with("appraisal-duty-shares", &values);
            Some(page.strings.named_value(&duty.title, &words))
        })
        .collect();
    if !lines.is_empty() {
        title(ui, page, "appraisal-tab-duties");
        let name = page.say("appraisal-tab-duties");
        bullets(ui, page.theme, &name, lines.iter().map(String::as_str));
    }
}
