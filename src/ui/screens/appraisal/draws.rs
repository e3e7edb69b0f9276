//! What each combination of draws makes of the scenario.

use egui::{Ui, vec2};

use super::rows::{Told, opening, rows, title};
use super::{AppraisalLocal, Page};
use crate::appraisal::{CombinationReport, Range};
use crate::ui::screens::debrief::parts::bullets;
use crate::ui::widgets::{Words, bar};

pub(super) fn show(ui: &mut Ui, page: Page<'_>, local: &mut AppraisalLocal) {
    let combinations = &page.told.combinations;
    Words::body(page.say("appraisal-draws-about")).show(ui, page.theme);
    let scale = scale(combinations.iter().map(|one| one.total));
    let name = page.say("appraisal-tab-draws");
    rows(
        ui,
        "appraisal-draws",
        &name,
        combinations.len(),
        |ui, list| {
            for (number, one) in combinations.iter().enumerate() {
                let told = Told {
                    title: in_words(page, one),
                    about: figures(page, one),
                    ..Told::default()
                };
                let at = (&mut local.open, number);
                opening(
                    ui,
                    page,
                    list,
                    at,
                    &told,
                    |ui| drawn(ui, page, one.total, scale),
                    |ui| under(ui, page, number, one),
                );
            }
        },
    );
}

/// "driver: aunt; phone: mans".
pub(super) fn in_words(page: Page<'_>, one: &CombinationReport) -> String {
    if one.draws.is_empty() {
        return page.say("appraisal-draws-none");
    }
    let draws = one.draws.iter();
    let all: Vec<String> = draws
        .map(|(name, value)| page.strings.named_value(name, value))
        .collect();
    page.strings.list(&all)
}

fn figures(page: Page<'_>, one: &CombinationReport) -> String {
    let mut words = page.range("appraisal-range", one.total);
    words.push(' ');
    words.push_str(&match one.endings {
        Some((reached, all)) => page.with(
            "appraisal-endings",
            &[
                ("states", one.states.into()),
                ("n", reached.into()),
                ("all", all.into()),
            ],
        ),
        None => page.with("appraisal-cut-off", &[("states", one.states.into())]),
    });
    words
}

/// What this combination gives by competence, and what no play of it shows.
fn under(ui: &mut Ui, page: Page<'_>, number: usize, one: &CombinationReport) {
    title(ui, page, "appraisal-tab-competences");
    let lines: Vec<String> = page
        .told
        .competences
        .iter()
        .filter_map(|competence| {
            let range = competence.each.get(number)?;
            let words = page.range("appraisal-range", *range);
            Some(page.strings.named_value(&competence.title, &words))
        })
        .collect();
    let name = page.say("appraisal-tab-competences");
    bullets(ui, page.theme, &name, lines.iter().map(String::as_str));
    if !one.exact {
        return;
    }
    let never: Vec<String> = page
        .told
        .signs
        .iter()
        .zip(&one.earliest)
        .filter(|(_, earliest)| earliest.is_none())
        .map(|(sign, _)| super::signs::named(page, sign))
        .collect();
    if !never.is_empty() {
        let name = page.say("appraisal-never-here");
        title(ui, page, "appraisal-never-here");
        bullets(ui, page.theme, &name, never.iter().map(String::as_str));
    }
}

/// A scale that holds all these ranges and 0.
pub(super) fn scale(ranges: impl Iterator<Item = Range>) -> (f32, f32) {
    ranges.fold((0.0, 0.0), |(low, high), range| {
        (plain(range.worst).min(low), plain(range.best).max(high))
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "points, drawn a few pixels wide"
)]
fn plain(points: i64) -> f32 {
    points as f32
}

/// The stretch from the least to the most. The row speaks for it.
pub(super) fn drawn(ui: &mut Ui, page: Page<'_>, range: Range, scale: (f32, f32)) {
    let theme = page.theme;
    ui.add_space(4.0);
    let width = ui.available_width().min(theme.size(360.0));
    let (_, rect) = ui.allocate_space(vec2(width, theme.size(10.0)));
    bar::paint_range(
        ui,
        theme,
        rect,
        (plain(range.worst), plain(range.best)),
        scale,
    );
    ui.add_space(4.0);
}
