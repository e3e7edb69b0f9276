//! The settings: each applies at once, and all can be undone while this is open.

use egui::Ui;

use super::comfort::{
    focus_comfort, font_ui, language_ui, motion_ui, read_aloud_ui, reading_speed_ui, sample_ui,
    size_ui, spacing_ui, theme_ui, tint_ui,
};
use super::first_run::name_ui;
use super::keeping::{FoldersLocal, data_folder_ui, erase_ui, keep_for_ui, readers, scenarios_ui};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::settings::Settings;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Card, Words, page};
use crate::ui::world::{Intent, World};

/// What the settings were when the screen was opened, and what is being typed.
#[derive(Debug, Default)]
pub struct SettingsLocal {
    before: Option<Settings>,
    folders: FoldersLocal,
}

impl SettingsLocal {
    /// Forgets what the settings were: the screen is closed.
    pub fn close(&mut self) {
        *self = Self::default();
    }
}

/// Draws the settings; `settings` changes as choices are made.
pub fn settings_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    local: &mut SettingsLocal,
    settings: &mut Settings,
    world: &World<'_>,
) -> Vec<Intent> {
    let theme = kit.theme;
    let before = local.before.get_or_insert_with(|| settings.clone()).clone();
    if kit.fresh {
        focus_comfort(ui, settings);
    }
    let mut intents = Vec::new();
    page::column(ui, theme, "settings", 760.0, |ui| {
        section(ui, kit, "settings-reading", |ui, kit| {
            size_ui(ui, kit, settings);
            font_ui(ui, kit, settings);
            spacing_ui(ui, kit, settings);
            tint_ui(ui, kit, settings);
        });
        sample_ui(ui, kit);
        section(ui, kit, "settings-display", |ui, kit| {
            theme_ui(ui, kit, settings);
            motion_ui(ui, kit, settings);
        });
        section(ui, kit, "settings-sound", |ui, kit| {
            read_aloud_ui(ui, kit, settings, world.speech);
            intents.extend(reading_speed_ui(ui, kit, settings, world.speech));
        });
        section(ui, kit, "comfort-language", |ui, kit| {
            language_ui(ui, kit, settings);
        });
        section(ui, kit, "data-title", |ui, kit| {
            name_ui(ui, kit, settings);
            ui.add_space(5.0);
            let playing = world.play.is_some();
            let folders = &mut local.folders;
            intents.extend(data_folder_ui(ui, kit, folders, world.keeping, playing));
            ui.add_space(5.0);
            keep_for_ui(ui, kit, settings, world.keeping);
            ui.add_space(5.0);
            Words::body(readers(kit, settings.keep_for)).show(ui, theme);
            erase_ui(ui, kit, world.keeping, playing);
        });
        section(ui, kit, "scenarios-title", |ui, kit| {
            let from = world.library.from.as_str();
            Words::body(kit.say_with("scenarios-from", &[("from", from.into())])).show(ui, theme);
            if world.play.is_none() {
                let chosen = world.library.chosen;
                intents.extend(scenarios_ui(ui, kit, &mut local.folders, chosen));
            }
        });
        let undo = Button::secondary(kit.say("settings-undo"))
            .icon(icons::UNDO)
            .enabled(before != *settings)
            .show(ui, theme);
        if undo.clicked() {
            *settings = before;
        }
    });
    intents
}

fn section(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    title: &str,
    content: impl FnOnce(&mut Ui, &mut Kit<'_>),
) {
    let theme = kit.theme;
    Card::panel(theme).show(ui, |ui| {
        Words::new(Type::Heading, kit.say(title))
            .heading(2)
            .show(ui, theme);
        ui.add_space(4.0);
        content(ui, kit);
    });
}
