//! A question before something that cannot be taken back.

use egui::Ui;

use super::dialog;
use crate::ui::kit::Kit;
use crate::ui::widgets::{Button, Words};

/// A question's words, as keys of the strings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub title: &'static str,
    /// What follows from it.
    pub about: &'static str,
    /// Yes, as a verb.
    pub yes: &'static str,
    /// No, as a verb.
    pub no: &'static str,
}

/// Whether to end this attempt.
pub const END_ATTEMPT: Question = Question {
    title: "end-question",
    about: "end-about",
    yes: "end-attempt",
    no: "end-no",
};

/// Whether to end a broken-off attempt and start its scenario again.
pub const START_AGAIN: Question = Question {
    title: "again-title",
    about: "again-about",
    yes: "again-yes",
    no: "again-no",
};

/// Whether to erase every attempt.
pub const ERASE_ATTEMPTS: Question = Question {
    title: "erase-title",
    about: "erase-about",
    yes: "erase-yes",
    no: "erase-no",
};

/// Asks; gives the answer once there is one. Esc is no.
#[must_use]
pub fn question_ui(ui: &Ui, kit: &Kit<'_>, question: Question, fresh: bool) -> Option<bool> {
    let theme = kit.theme;
    let title = kit.say(question.title);
    let mut answer = None;
    dialog(ui, theme, "question", &title, 460.0, |ui| {
        Words::title(&title).show(ui, theme);
        Words::body(kit.say(question.about)).show(ui, theme);
        ui.horizontal_wrapped(|ui| {
            let no = Button::secondary(kit.say(question.no))
                .large()
                .show(ui, theme);
            if fresh {
                no.request_focus();
            }
            if no.clicked() {
                answer = Some(false);
            }
            if Button::primary(kit.say(question.yes))
                .large()
                .main()
                .show(ui, theme)
                .clicked()
            {
                answer = Some(true);
            }
        });
        if kit.escape(ui) {
            answer = Some(false);
        }
    });
    answer
}
