//! The reasons for a decision, in the trainee's own words.

use egui::Ui;

use crate::session::moves::Move;
use crate::session::view::{Passage, View};
use crate::ui::draft::Draft;
use crate::ui::fonts;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::Type;
use crate::ui::widgets::card::rule;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{Button, Card, Words, page};
use crate::ui::world::Intent;

/// What is being written.
#[derive(Debug, Default)]
pub struct RationaleLocal {
    /// The turn that the decision led to.
    turn: Option<u32>,
    text: String,
    skipped: bool,
}

impl RationaleLocal {
    /// Whether the trainee chose to give no reasons in this turn. Skipping is no move: the view goes on asking.
    #[must_use]
    pub fn is_skipped(&self, view: &View) -> bool {
        self.skipped && self.turn == Some(view.turn)
    }

    fn prepare(&mut self, turn: u32, draft: Option<&str>) {
        if self.turn == Some(turn) {
            return;
        }
        let text = match draft.and_then(Draft::from_text) {
            Some(Draft::Rationale { turn: of, text }) if of == turn => text,
            _ => String::new(),
        };
        *self = Self {
            turn: Some(turn),
            text,
            skipped: false,
        };
    }
}

/// Asks why. `prompt` is the choice's own question.
pub fn rationale_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    prompt: &str,
    local: &mut RationaleLocal,
    draft: Option<&str>,
) -> Vec<Intent> {
    local.prepare(view.turn, draft);
    let theme = kit.theme;
    let mut intents = Vec::new();
    let title = kit.say("rationale-title");
    page::column(ui, theme, "rationale", 640.0, |ui| {
        let fresh = kit.fresh;
        let strings = kit.strings;
        panes::region(ui, kit.panes, "rationale", &title, |ui, _| {
            Card::page(theme).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                Words::title(&title).show(ui, theme);
                if let Some(decision) = decision(view) {
                    Words::new(Type::Body, decision)
                        .family(fonts::UI_MEDIUM)
                        .show(ui, theme);
                }
                Words::body(strings.get("rationale-how"))
                    .soft()
                    .show(ui, theme);
                rule(ui, theme);
                ui.add_space(4.0);
                let hint = strings.get("form-no-real-names");
                let response = TextBox::area(prompt, 5).hint(Some(&hint)).show(
                    ui,
                    theme,
                    "rationale-text",
                    &mut local.text,
                );
                if fresh {
                    response.request_focus();
                }
                if response.changed() {
                    let draft = Draft::Rationale {
                        turn: view.turn,
                        text: local.text.clone(),
                    };
                    intents.push(Intent::Draft(draft.to_text()));
                }
                let words = local.text.split_whitespace().count();
                Words::small(strings.with("word-count", &[("n", words.into())])).show(ui, theme);
                ui.add_space(4.0);
                ui.horizontal_wrapped(|ui| {
                    let some = !local.text.trim().is_empty();
                    let save = Button::primary(strings.get("rationale-save"))
                        .main()
                        .enabled(some)
                        .show(ui, theme);
                    if save.clicked() {
                        intents.push(Intent::Play(Move::Explain(local.text.clone())));
                    }
                    if Button::secondary(strings.get("rationale-skip"))
                        .show(ui, theme)
                        .clicked()
                    {
                        local.skipped = true;
                    }
                });
            });
        });
    });
    intents
}

/// The text of the decision just taken.
fn decision(view: &View) -> Option<String> {
    view.transcript
        .iter()
        .rev()
        .find_map(|passage| match passage {
            Passage::Did { text, .. } => Some(text.to_string()),
            _ => None,
        })
}
