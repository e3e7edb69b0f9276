//! The briefing: who you are, what you are sent to, and what to expect before it starts.

use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, vec2};

use super::library::picture_ui;
use crate::ui::icons;
use crate::ui::kit::{Go, Kit};
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::{Button, Card, Words, card, page};
use crate::ui::world::{Intent, LibraryEntry};

/// Draws the briefing of a scenario.
pub fn briefing_ui(ui: &mut Ui, kit: &mut Kit<'_>, entry: &LibraryEntry) -> Vec<Intent> {
    let theme = kit.theme;
    let mut intents = Vec::new();
    page::column(ui, theme, "briefing", 920.0, |ui| {
        ui.spacing_mut().item_spacing.y = 16.0;
        let one = kit.fold(ui) == Fold::One;
        let full = ui.available_rect_before_wrap();
        if one {
            words_ui(ui, kit, entry);
        } else {
            let place = Rect::from_min_size(
                full.min,
                vec2(404.0, 303.0).min(vec2(full.width() * 0.44, full.width() * 0.33)),
            );
            picture_ui(ui, kit, entry.picture.as_deref(), place);
            let rest = Rect::from_min_max(egui::pos2(place.right() + 24.0, full.top()), full.max);
            let shown = ui.scope_builder(UiBuilder::new().max_rect(rest), |ui| {
                words_ui(ui, kit, entry);
            });
            ui.advance_cursor_after_rect(place.union(shown.response.rect));
        }
        note_ui(ui, kit, entry);
        let row = ui.available_rect_before_wrap().min;
        ui.horizontal_wrapped(|ui| {
            let not_now = Button::secondary(kit.say("briefing-not-now")).large();
            let start = Button::primary(kit.say("briefing-start"))
                .icon_after(icons::NEXT)
                .large()
                .main();
            if !one {
                let total =
                    not_now.width(ui, theme) + start.width(ui, theme) + ui.spacing().item_spacing.x;
                ui.add_space((ui.available_width() - total - 4.0).max(0.0));
            }
            if not_now.show(ui, theme).clicked() {
                kit.go(Go::Library);
            }
            if start.show(ui, theme).clicked() {
                intents.push(Intent::Start(Arc::clone(&entry.id)));
            }
        });
        // Quiet, away from the others and last for Tab: nobody who came to play is led to it.
        let trainers = Button::quiet(kit.say("appraisal-open")).large();
        let open = if one {
            trainers.show(ui, theme)
        } else {
            let beside = Rect::from_min_size(row, vec2(trainers.width(ui, theme) + 4.0, 1.0));
            let builder = UiBuilder::new().id_salt("trainers").max_rect(beside);
            ui.new_child(builder)
                .scope(|ui| trainers.show(ui, theme))
                .inner
        };
        if open.clicked() {
            kit.go(Go::Appraisal);
        }
    });
    intents
}

fn words_ui(ui: &mut Ui, kit: &Kit<'_>, entry: &LibraryEntry) {
    let theme = kit.theme;
    ui.spacing_mut().item_spacing.y = 8.0;
    let title = Words::title(entry.title.as_ref())
        .language(entry.language)
        .focusable()
        .show(ui, theme);
    if kit.fresh {
        title.request_focus();
    }
    let you = match entry.starts_at {
        Some(start) => kit.say_with(
            "briefing-you-at",
            &[
                ("role", entry.role.as_ref().into()),
                (
                    "time",
                    kit.strings.clock(start / 60 % 24, start % 60).into(),
                ),
            ],
        ),
        None => kit.say_with("briefing-you", &[("role", entry.role.as_ref().into())]),
    };
    Words::body(you)
        .family(crate::ui::fonts::UI_MEDIUM)
        .show(ui, theme);
    Words::body(entry.offence.as_ref())
        .soft()
        .language(entry.language)
        .show(ui, theme);
    Words::new(Type::Narration, entry.briefing.as_ref())
        .language(entry.language)
        .show(ui, theme);
}

fn note_ui(ui: &mut Ui, kit: &Kit<'_>, entry: &LibraryEntry) {
    let theme = kit.theme;
    Card::page(theme)
        .border(theme.colours.line_strong)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            card::heading(ui, theme, Some(icons::INFO), &kit.say("briefing-before"));
            Words::body(kit.say("briefing-always")).show(ui, theme);
            if let Some(note) = &entry.content_note {
                Words::body(note.as_ref())
                    .language(entry.language)
                    .show(ui, theme);
            }
            Words::body(kit.say("briefing-pause")).show(ui, theme);
            Words::body(kit.say_with("briefing-minutes", &[("n", entry.minutes.into())]))
                .show(ui, theme);
            if entry.played == 0 {
                Words::body(kit.say("briefing-first")).show(ui, theme);
            }
            // In one paragraph: the way in stays in sight.
            let unread = (!entry.reviewed).then_some("library-not-reviewed");
            let notes: Vec<String> = unread
                .iter()
                .chain(entry.told.messages())
                .map(|id| kit.say(id))
                .collect();
            if !notes.is_empty() {
                Words::small(notes.join(" ")).show(ui, theme);
            }
        });
}
