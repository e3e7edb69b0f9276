//! The whole in a few lines, each leading to its part.

use egui::Ui;

use super::rows::{Told, row, rows};
use super::{Page, Tab};
use crate::appraisal::{Gravity, Range, SignKind};
use crate::ui::icons;
use crate::ui::widgets::{Words, card};

/// Draws it; gives the part that was asked for.
pub(super) fn show(ui: &mut Ui, page: Page<'_>) -> Option<Tab> {
    let (theme, told) = (page.theme, page.told);
    Words::body(searched(page)).show(ui, theme);
    let lines = [
        (Tab::Draws, "appraisal-tab-draws", range(page)),
        (
            Tab::Competences,
            "appraisal-tab-competences",
            competences(page),
        ),
        (Tab::Signs, "appraisal-tab-signs", signs(page)),
        (Tab::Duties, "appraisal-tab-duties", duties(page)),
        (Tab::Officers, "appraisal-tab-officers", officers(page)),
        (Tab::Found, "appraisal-tab-found", found(page)),
    ];
    let mut wanted = None;
    let name = page.say("appraisal-tab-overview");
    rows(ui, "appraisal-overview", &name, lines.len(), |ui, list| {
        for (number, (tab, name, about)) in lines.into_iter().enumerate() {
            if number > 0 {
                card::rule(ui, theme);
            }
            let told = Told {
                title: page.say(name),
                about,
                ..Told::default()
            };
            if row(ui, page, list, (&told, icons::NEXT), |_| {}).clicked() {
                wanted = Some(tab);
            }
        }
    });
    let values = [
        ("n", told.effort.plays.into()),
        ("seed", told.effort.seed.to_string().into()),
        ("id", told.id.as_ref().into()),
    ];
    Words::small(page.with("appraisal-how", &values)).show(ui, theme);
    wanted
}

fn searched(page: Page<'_>) -> String {
    let told = page.told;
    if !told.exact {
        let bound = [("states", told.effort.states.into())];
        return page.with("appraisal-bounded", &bound);
    }
    let states = told.combinations.iter().map(|one| one.states).max();
    let values = [
        ("n", told.combinations.len().into()),
        ("states", states.unwrap_or(0).into()),
    ];
    page.with("appraisal-whole", &values)
}

fn range(page: Page<'_>) -> String {
    let totals = || page.told.combinations.iter().map(|one| one.total);
    let all = Range {
        best: totals().map(|range| range.best).max().unwrap_or(0),
        worst: totals().map(|range| range.worst).min().unwrap_or(0),
    };
    let n = page.told.combinations.len();
    let mut words = page.with("appraisal-combinations", &[("n", n.into())]);
    words.push(' ');
    words.push_str(&page.range("appraisal-range-all", all));
    words
}

fn competences(page: Page<'_>) -> String {
    let n = page.told.competences.len();
    page.with("appraisal-competences-n", &[("n", n.into())])
}

fn signs(page: Page<'_>) -> String {
    let signs = &page.told.signs;
    let of = |kind| signs.iter().filter(|sign| sign.kind == kind).count();
    let values = [
        ("immediate", of(SignKind::Immediate).into()),
        ("beyond", of(SignKind::Beyond).into()),
        ("lures", of(SignKind::Lure).into()),
    ];
    let never = signs.iter().filter(|sign| sign.never).count();
    let mut words = page.with("appraisal-signs-n", &values);
    if never > 0 {
        words.push(' ');
        words.push_str(&page.with("appraisal-signs-never", &[("n", never.into())]));
    }
    words
}

fn duties(page: Page<'_>) -> String {
    let duties = &page.told.duties;
    let lost = duties.iter().filter(|duty| duty.lost.is_some()).count();
    let impossible = duties
        .iter()
        .filter(|duty| duty.impossible.is_some())
        .count();
    let values = [
        ("n", duties.len().into()),
        ("lost", lost.into()),
        ("impossible", impossible.into()),
    ];
    page.with("appraisal-duties-n", &values)
}

fn officers(page: Page<'_>) -> String {
    let curious = page.told.officers.iter().find(|officer| officer.curious);
    match curious.and_then(|officer| officer.met.share()) {
        Some(met) => {
            let met = page.per_cent(met);
            page.with("appraisal-officers-met", &[("met", met.into())])
        }
        None => page.say("appraisal-officers-no-standard"),
    }
}

fn found(page: Page<'_>) -> String {
    let of = |gravity| {
        let all = page.told.findings.iter();
        all.filter(|finding| finding.gravity == gravity).count()
    };
    let values = [
        ("errors", of(Gravity::Error).into()),
        ("warnings", of(Gravity::Warning).into()),
        ("notes", of(Gravity::Note).into()),
    ];
    page.with("appraisal-found-n", &values)
}
