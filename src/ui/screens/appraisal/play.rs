//! A play that shows a finding: in words, copied, or saved for `play`.

use egui::Ui;
use egui::accesskit::Role;

use super::rows::title;
use super::{AppraisalLocal, Page};
use crate::appraisal::{PlayReport, Step};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Words};
use crate::ui::world::Intent;

/// Steps that are told in words; the file holds all.
const TOLD: usize = 20;
/// Sentences that are quoted in one step; of more, only the number is told.
const QUOTED: usize = 4;

/// Draws the play of the finding with this number, if it has one.
pub(super) fn show(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    page: Page<'_>,
    number: usize,
    local: &mut AppraisalLocal,
    intents: &mut Vec<Intent>,
) {
    let theme = page.theme;
    let found = page.told.findings.get(number);
    let Some(play) = found.and_then(|finding| finding.play.as_ref()) else {
        return;
    };
    title(ui, page, "appraisal-play");
    steps(ui, page, play);
    Words::small(page.say("appraisal-play-with")).show(ui, theme);
    Words::new(Type::Record, command(page, play)).show(ui, theme);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(page.say("appraisal-copy"))
            .show(ui, theme)
            .clicked()
        {
            ui.ctx().copy_text(play.actions.clone());
            local.copied = Some(number);
            kit.announce(page.say("appraisal-copied"));
        }
        if Button::secondary(page.say("appraisal-save"))
            .show(ui, theme)
            .clicked()
        {
            intents.push(Intent::SavePlay(number));
        }
        if local.copied == Some(number) {
            icons::TICK.show(ui, theme, theme.colours.ok);
            Words::small(page.say("appraisal-copied")).show(ui, theme);
        }
    });
}

/// The command that plays it.
fn command(page: Page<'_>, play: &PlayReport) -> String {
    let draws = play
        .draws
        .iter()
        .map(|(name, value)| format!(" --draw {name}={value}"));
    let draws: String = draws.collect();
    format!(
        "second-look play {} --seed {}{draws} --actions FILE",
        page.told.id, play.seed
    )
}

fn steps(ui: &mut Ui, page: Page<'_>, play: &PlayReport) {
    ui.scope(|ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::List);
            node.set_label(page.say("appraisal-play"));
        });
        for (number, step) in play.steps.iter().take(TOLD).enumerate() {
            let values = [
                ("n", (number + 1).into()),
                ("step", in_words(page, step).into()),
            ];
            Words::body(page.with("appraisal-step", &values)).show(ui, page.theme);
        }
    });
    let more = play.steps.len().saturating_sub(TOLD);
    if more > 0 {
        let words = page.with("appraisal-steps-more", &[("n", more.into())]);
        Words::small(words).show(ui, page.theme);
    }
}

fn in_words(page: Page<'_>, step: &Step) -> String {
    match step {
        Step::Look(what) => page.with(
            "appraisal-did-look",
            &[("what", page.strings.list(what).into())],
        ),
        Step::Mark(marked) if marked.len() > QUOTED => {
            page.with("appraisal-did-mark-many", &[("n", marked.len().into())])
        }
        Step::Mark(marked) => {
            let quoted: Vec<String> = marked
                .iter()
                .map(|text| page.strings.quoted(text))
                .collect();
            page.with(
                "appraisal-did-mark",
                &[("text", page.strings.list(&quoted).into())],
            )
        }
        Step::Unmark(text) => page.with("appraisal-did-unmark", &[("text", text.as_str().into())]),
        Step::Decide => page.say("appraisal-did-decide"),
        Step::Choose(text) => page.with("appraisal-did-choose", &[("text", text.as_ref().into())]),
        Step::Fill(title, options) => {
            let title = ("title", title.as_ref().into());
            if options.is_empty() {
                page.with("appraisal-did-fill-nothing", &[title])
            } else {
                let options = page.strings.list(options);
                page.with("appraisal-did-fill", &[title, ("options", options.into())])
            }
        }
        Step::Leave => page.say("appraisal-did-leave"),
    }
}
