//! Figures, for those who ask for them: of this attempt, never of the person.

use egui::Ui;

use super::Page;
use super::parts::{disclosure, entry, indented};
use crate::ui::widgets::Words;

pub(super) fn show(ui: &mut Ui, page: Page<'_>, open: &mut bool) {
    let theme = page.theme;
    let debrief = page.told.debrief;
    ui.add_space(8.0);
    disclosure(ui, theme, &page.say("debrief-details"), open);
    if !*open {
        return;
    }
    indented(ui, theme, theme.colours.line_strong, |ui| {
        Words::small(page.say("debrief-details-about")).show(ui, theme);
        for sentence in page.told.standard() {
            Words::body(sentence).show(ui, theme);
        }
        if !debrief.exact {
            Words::body(page.say("debrief-inexact")).show(ui, theme);
        }
        for figure in &debrief.details {
            let value = page.told.figure_with_error(figure);
            let name = page.told.figure_name(figure);
            let line = page.told.strings.named_value(&name, &value);
            Words::body(line).show(ui, theme);
        }
        if debrief.details.iter().any(|figure| figure.error.is_some()) {
            Words::small(page.say("debrief-sure-about")).show(ui, theme);
        }
        for sentence in page.told.sensitivity() {
            Words::body(sentence).show(ui, theme);
        }
        for turn in page.told.turns_with_figures() {
            entry(ui, page, &page.told.time(turn.minute), |ui| {
                Words::body(page.told.turn_figures(turn)).show(ui, theme);
            });
        }
        let draws: Vec<String> = debrief
            .draws
            .iter()
            .map(|(name, value)| format!("{name} = {value}"))
            .collect();
        if !draws.is_empty() {
            let strings = page.told.strings;
            let line = strings.named_value(&page.say("report-draws"), &strings.list(&draws));
            Words::body(line).show(ui, theme);
        }
        let seed = debrief.seed.to_string();
        let line = page
            .told
            .strings
            .named_value(&page.say("report-seed"), &seed);
        Words::body(line).show(ui, theme);
    });
}
