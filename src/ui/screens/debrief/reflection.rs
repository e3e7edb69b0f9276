//! The trainee's reflection, and what they thought beside what was.

use egui::Ui;

use super::{Page, records, shapes};
use crate::report::debrief::Side;
use crate::report::debrief::category::Category;
use crate::report::debrief::words::rating_word;
use crate::ui::fonts;
use crate::ui::theme::Type;
use crate::ui::widgets::Words;

pub(super) fn show(ui: &mut Ui, page: Page<'_>) {
    let theme = page.theme;
    let reflection = page.told.debrief.reflection.clone().unwrap_or_default();
    if reflection.text.trim().is_empty() {
        Words::body(page.say("debrief-reflection-none")).show(ui, theme);
    } else {
        records::own(ui, page, &reflection.text);
    }
    let ratings = [
        (Side::Immediate, reflection.immediate),
        (Side::Beyond, reflection.beyond),
    ];
    if ratings.iter().all(|(_, rating)| rating.is_none()) {
        return;
    }
    ui.add_space(8.0);
    Words::label(page.say("debrief-reflection-rating"))
        .heading(3)
        .show(ui, theme);
    for (side, rating) in ratings {
        let Some(rating) = rating else { continue };
        ui.horizontal_top(|ui| {
            shapes::before(ui, theme, Type::Body, Category::Sign(side), true);
            let answer = page.say(&format!("rating-{}", rating_word(rating)));
            let side_name = page.told.side_name(side);
            let words = page.told.strings.named_value(&side_name, &answer);
            Words::new(Type::Body, words)
                .family(fonts::UI_BOLD)
                .show(ui, theme);
        });
        if let Some(fact) = page.told.rating(side) {
            Words::body(fact).show(ui, theme);
        }
    }
}
