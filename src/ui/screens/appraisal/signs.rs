//! Cues and lures: how often random plays show each, and the earliest minute.

use egui::Ui;

use super::rows::{Mark, Told, opening, rows, term};
use super::{AppraisalLocal, Page};
use crate::appraisal::{SignKind, SignReport};
use crate::players::Share;
use crate::report::debrief::Side;
use crate::report::debrief::category::Category;
use crate::ui::icons;
use crate::ui::screens::debrief::shapes;
use crate::ui::spoken;
use crate::ui::theme::Type;
use crate::ui::widgets::chip::Tone;
use crate::ui::widgets::{Words, bar};

const NEVER: Mark = Mark {
    icon: icons::WARNING,
    words: "appraisal-sign-never",
    tone: Tone::warn,
};

pub(super) fn show(ui: &mut Ui, page: Page<'_>, local: &mut AppraisalLocal) {
    let signs = &page.told.signs;
    let about = if page.told.exact {
        "appraisal-signs-about"
    } else {
        "appraisal-signs-about-bounded"
    };
    Words::body(page.say(about)).show(ui, page.theme);
    let never = signs.iter().filter(|sign| sign.never).count();
    if never > 0 {
        let words = page.with("appraisal-signs-never", &[("n", never.into())]);
        Words::body(words).show(ui, page.theme);
    }
    let name = page.say("appraisal-tab-signs");
    rows(ui, "appraisal-signs", &name, signs.len(), |ui, list| {
        for (number, sign) in signs.iter().enumerate() {
            let told = told(page, sign);
            let at = (&mut local.open, number);
            let under = |ui: &mut Ui| under(ui, page, sign);
            opening(ui, page, list, at, &told, |_| {}, under);
        }
    });
}

fn told(page: Page<'_>, sign: &SignReport) -> Told {
    let category = category(sign.kind);
    let earliest = sign
        .earliest
        .map(|minute| page.with("appraisal-earliest", &[("n", minute.into())]));
    let kind = category.word(page.strings);
    let about = [kind, shown(page, sign.shown)].into_iter().chain(earliest);
    let about: Vec<String> = about.collect();
    Told {
        title: named(page, sign),
        about: spoken::sentences(about.iter().map(String::as_str)),
        shape: Some(category),
        mark: sign.never.then_some(NEVER),
    }
}

/// Its words, else its label: never its id.
pub(super) fn named(page: Page<'_>, sign: &SignReport) -> String {
    match (sign.quotations.first(), &sign.label) {
        (Some(quotation), _) => page.strings.quoted(quotation),
        (None, Some(label)) => label.to_string(),
        (None, None) => page.say("appraisal-sign-nowhere"),
    }
}

fn category(kind: SignKind) -> Category {
    match kind {
        SignKind::Immediate => Category::Sign(Side::Immediate),
        SignKind::Beyond => Category::Sign(Side::Beyond),
        SignKind::Lure => Category::NotASign,
    }
}

/// "Shown in 62% of random plays (61% to 63%)."
fn shown(page: Page<'_>, share: Share) -> String {
    let Some((found, interval)) = share.share().zip(share.interval()) else {
        return page.say("appraisal-shown-unknown");
    };
    page.with(
        "appraisal-shown",
        &[
            ("n", page.per_cent(found).into()),
            ("low", page.per_cent(interval.low).into()),
            ("high", page.per_cent(interval.high).into()),
        ],
    )
}

fn under(ui: &mut Ui, page: Page<'_>, sign: &SignReport) {
    let theme = page.theme;
    let colour = shapes::colour(category(sign.kind), theme);
    if let Some(found) = sign.shown.share() {
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        bar::share(ui, theme, found as f32, colour, &shown(page, sign.shown));
    }
    if let Some(label) = &sign.label {
        term(ui, page, "appraisal-sign-label", label);
    }
    for quotation in sign.quotations.iter().skip(1) {
        Words::new(Type::Quote, page.strings.quoted(quotation)).show(ui, theme);
    }
    let why = match sign.kind {
        SignKind::Lure => "debrief-why-not",
        SignKind::Immediate | SignKind::Beyond => "debrief-why",
    };
    term(ui, page, why, &sign.why);
}
