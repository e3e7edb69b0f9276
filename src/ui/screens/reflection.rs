//! The reflection: before any figure is shown.

use egui::Ui;

use crate::session::moves::{Move, Reflection, SelfRating};
use crate::session::view::View;
use crate::strings::Strings;
use crate::ui::draft::Draft;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::radio::{self, Choice};
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{Button, Card, Words, page};
use crate::ui::world::Intent;

/// What is being written and rated.
#[derive(Debug, Default)]
pub struct ReflectionLocal {
    /// Whether a draft was looked for.
    begun: bool,
    given: Reflection,
}

impl ReflectionLocal {
    fn prepare(&mut self, draft: Option<&str>) {
        if !std::mem::replace(&mut self.begun, true)
            && let Some(Draft::Reflection { text }) = draft.and_then(Draft::from_text)
        {
            self.given.text = text;
        }
    }

    /// Whether there is anything to keep.
    fn is_empty(&self) -> bool {
        self.given.text.trim().is_empty()
            && self.given.immediate.is_none()
            && self.given.beyond.is_none()
    }
}

/// Draws the reflection. Returns `Intent::Play(Move::Reflect(…))`, unless it was skipped, and then `Intent::Debrief`.
pub fn reflection_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    _view: &View,
    local: &mut ReflectionLocal,
    draft: Option<&str>,
) -> Vec<Intent> {
    local.prepare(draft);
    let (theme, strings, fresh) = (kit.theme, kit.strings, kit.fresh);
    let mut intents = Vec::new();
    let title = kit.say("reflect-title");
    page::column(ui, theme, "reflection", 700.0, |ui| {
        panes::region(ui, kit.panes, "reflection", &title, |ui, _| {
            Card::page(theme).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                Words::title(&title).show(ui, theme);
                Words::body(strings.get("reflect-about"))
                    .soft()
                    .show(ui, theme);
                rule(ui, theme);
                let question = strings.get("reflect-question");
                let hint = strings.get("form-no-real-names");
                let text = TextBox::area(&question, 4).hint(Some(&hint));
                let response = text.show(ui, theme, "reflection-text", &mut local.given.text);
                if fresh {
                    response.request_focus();
                }
                if response.changed() {
                    let draft = Draft::Reflection {
                        text: local.given.text.clone(),
                    };
                    intents.push(Intent::Draft(draft.to_text()));
                }
                rule(ui, theme);
                Words::label(strings.get("reflect-how-much")).show(ui, theme);
                let sides = [
                    (
                        "side-immediate",
                        "side-immediate-about",
                        &mut local.given.immediate,
                    ),
                    ("side-beyond", "side-beyond-about", &mut local.given.beyond),
                ];
                for (side, about, rating) in sides {
                    self::rating(ui, theme, strings, (side, about), rating);
                }
                ui.add_space(8.0);
                buttons(ui, theme, strings, local, &mut intents);
            });
        });
    });
    intents
}

/// Five answers for one side. Plain ink: the colours of the sides come with the debrief.
fn rating(
    ui: &mut Ui,
    theme: &Theme,
    strings: &Strings,
    (side, about): (&'static str, &str),
    rating: &mut Option<SelfRating>,
) {
    let name = format!("{}: {}", strings.get(side), strings.get(about));
    ui.add_space(2.0);
    Words::new(Type::Body, &name).silent().show(ui, theme);
    let choices = [
        Choice::new(SelfRating::Little, strings.get("rating-little")),
        Choice::new(SelfRating::Some, strings.get("rating-some")),
        Choice::new(SelfRating::AboutHalf, strings.get("rating-about-half")),
        Choice::new(SelfRating::Most, strings.get("rating-most")),
        Choice::new(SelfRating::All, strings.get("rating-all")),
    ];
    let spoken = format!("{} {name}", strings.get("reflect-how-much"));
    radio::show(
        ui,
        theme,
        side,
        &spoken,
        rating,
        &choices,
        radio::Layout::Segments,
    );
}

fn buttons(
    ui: &mut Ui,
    theme: &Theme,
    strings: &Strings,
    local: &ReflectionLocal,
    intents: &mut Vec<Intent>,
) {
    ui.horizontal_wrapped(|ui| {
        let on = Button::primary(strings.get("reflect-continue"))
            .main()
            .large()
            .show(ui, theme);
        if on.clicked() {
            if !local.is_empty() {
                intents.push(Intent::Play(Move::Reflect(local.given.clone())));
            }
            intents.push(Intent::Debrief);
        }
        if Button::secondary(strings.get("reflect-skip"))
            .large()
            .show(ui, theme)
            .clicked()
        {
            intents.push(Intent::Debrief);
        }
    });
}
