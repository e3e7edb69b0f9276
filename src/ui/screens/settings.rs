//! The settings: each applies at once, and all can be undone while this is open.

use egui::Ui;

use super::comfort::{comfort_ui, focus_comfort, sample_ui};
use super::first_run::name_ui;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::settings::Settings;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Card, Words, page};

/// What the settings were when the screen was opened.
#[derive(Debug, Default)]
pub struct SettingsLocal {
    before: Option<Settings>,
}

impl SettingsLocal {
    /// Forgets what the settings were: the screen is closed.
    pub fn close(&mut self) {
        self.before = None;
    }
}

/// Draws the settings; `settings` changes as choices are made.
pub fn settings_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    local: &mut SettingsLocal,
    settings: &mut Settings,
    data_folder: &str,
) {
    let theme = kit.theme;
    let before = local.before.get_or_insert_with(|| settings.clone()).clone();
    if kit.fresh {
        focus_comfort(ui, settings);
    }
    page::column(ui, theme, "settings", 760.0, |ui| {
        Card::panel(theme).show(ui, |ui| comfort_ui(ui, kit, settings));
        sample_ui(ui, kit);
        Card::panel(theme).show(ui, |ui| {
            name_ui(ui, kit, settings);
            ui.add_space(4.0);
            Words::new(Type::Label, kit.say("data-title"))
                .heading(2)
                .show(ui, theme);
            Words::body(kit.say_with("data-kept", &[("folder", data_folder.into())]))
                .show(ui, theme);
            Words::body(kit.say("data-readers")).show(ui, theme);
        });
        let undo = Button::secondary(kit.say("settings-undo"))
            .icon(icons::UNDO)
            .enabled(before != *settings)
            .show(ui, theme);
        if undo.clicked() {
            *settings = before;
        }
    });
}
