//! The pause: all is saved, and every way on from here.

use egui::Ui;

use super::dialog;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Words};
use crate::ui::world::SaveState;

/// What was chosen in the pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseAct {
    /// Go on.
    Resume,
    /// Open support.
    Support,
    /// Open the settings.
    Settings,
    /// To the library; the attempt stays open.
    LeaveForNow,
    /// End this attempt, after a question.
    End,
}

/// Draws the pause.
#[must_use]
pub fn pause_ui(ui: &Ui, kit: &Kit<'_>, fresh: bool, save: &SaveState) -> Option<PauseAct> {
    let theme = kit.theme;
    let saved = !matches!(save, SaveState::Fault { .. });
    let said = if saved {
        kit.say("pause-saved")
    } else {
        kit.say("pause-not-saved")
    };
    let mut act = None;
    dialog(ui, theme, "pause", &kit.say("pause-title"), 400.0, |ui| {
        Words::title(kit.say("pause-title")).show(ui, theme);
        Words::new(Type::Body, said).show(ui, theme);
        let resume = Button::primary(kit.say("pause-resume"))
            .icon(icons::NEXT)
            .fill_width()
            .large()
            .main()
            .show(ui, theme);
        if fresh {
            resume.request_focus();
        }
        if resume.clicked() {
            act = Some(PauseAct::Resume);
        }
        for (words, icon, then) in [
            ("bar-support", icons::SUPPORT, PauseAct::Support),
            ("bar-settings", icons::SETTINGS, PauseAct::Settings),
            ("leave-for-now", icons::LIBRARY, PauseAct::LeaveForNow),
            ("end-attempt", icons::LEAVE, PauseAct::End),
        ] {
            if Button::secondary(kit.say(words))
                .icon(icon)
                .fill_width()
                .show(ui, theme)
                .clicked()
            {
                act = Some(then);
            }
        }
    });
    act
}
