//! Screens outside a playthrough, and what the bar says on them.

use egui::Ui;

use super::Screen;
use crate::strings::Strings;
use crate::ui::frame::{Bar, WayOut};
use crate::ui::icons;
use crate::ui::kit::{Go, Kit};
use crate::ui::screens::appraisal::{AppraisalLocal, appraisal_ui};
use crate::ui::screens::attempts::{AttemptsLocal, attempts_ui};
use crate::ui::screens::briefing::briefing_ui;
use crate::ui::screens::debrief::{DebriefLocal, debrief_ui};
use crate::ui::screens::first_run::first_run_ui;
use crate::ui::screens::help::help_ui;
use crate::ui::screens::keeping::FoldersLocal;
use crate::ui::screens::library::{LibraryLocal, library_ui};
use crate::ui::screens::settings::{SettingsLocal, settings_ui};
use crate::ui::settings::Settings;
use crate::ui::widgets::{Words, page};
use crate::ui::world::{Intent, World};

/// What these screens keep between passes.
pub(super) struct Locals<'a> {
    pub(super) library: &'a mut LibraryLocal,
    pub(super) appraisal: &'a mut AppraisalLocal,
    pub(super) attempts: &'a mut AttemptsLocal,
    pub(super) folders: &'a mut FoldersLocal,
    pub(super) debrief: &'a mut DebriefLocal,
    pub(super) settings_local: &'a mut SettingsLocal,
    pub(super) settings: &'a mut Settings,
}

pub(super) fn screen_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    world: &World<'_>,
    screen: &Screen,
    locals: &mut Locals<'_>,
    intents: &mut Vec<Intent>,
) {
    match screen {
        Screen::FirstRun => {
            let folders = &mut *locals.folders;
            intents.extend(first_run_ui(ui, kit, folders, locals.settings, world));
        }
        Screen::Library => intents.extend(library_ui(ui, kit, world, locals.library)),
        Screen::Briefing(id) => match world.library.entries.iter().find(|entry| entry.id == *id) {
            Some(entry) => intents.extend(briefing_ui(ui, kit, entry)),
            // Its file went away while the briefing was open.
            None => kit.go(Go::Library),
        },
        Screen::Appraisal(id) => {
            let local = &mut *locals.appraisal;
            intents.extend(appraisal_ui(ui, kit, id, world.appraisal, local));
        }
        Screen::Attempts => {
            intents.extend(attempts_ui(ui, kit, world.attempts, locals.attempts));
        }
        Screen::Settings => intents.extend(settings_ui(
            ui,
            kit,
            locals.settings_local,
            locals.settings,
            world,
        )),
        Screen::Help(about) => help_ui(ui, kit, *about),
        Screen::Debrief => match (world.debrief, world.debrief_fault) {
            (Some(debrief), _) => {
                intents.extend(debrief_ui(ui, kit, debrief, locals.debrief, world.now));
            }
            (None, Some(fault)) => words_ui(ui, kit, fault.to_owned()),
            (None, None) => words_ui(ui, kit, kit.say("debrief-waiting")),
        },
        Screen::Play => {}
    }
}

fn words_ui(ui: &mut Ui, kit: &Kit<'_>, words: String) {
    page::column(ui, kit.theme, "words", 640.0, |ui| {
        Words::body(words).show(ui, kit.theme);
    });
}

pub(super) fn bar(strings: &Strings, screen: &Screen, world: &World<'_>) -> Bar {
    let (icon, place, title, heading, way_out) = match screen {
        Screen::FirstRun => (icons::TEXT, "first-run-title", None, true, WayOut::Close),
        Screen::Library | Screen::Play => {
            (icons::LIBRARY, "window-title", None, true, WayOut::Close)
        }
        Screen::Briefing(_) => (
            icons::DOCUMENT,
            "briefing-title",
            None,
            false,
            WayOut::Library,
        ),
        Screen::Appraisal(id) => {
            let entry = world.library.entries.iter().find(|entry| entry.id == *id);
            let title = entry.map(|entry| entry.title.to_string());
            (icons::LOOK, "appraisal-title", title, true, WayOut::Library)
        }
        Screen::Attempts => (
            icons::DEBRIEF,
            "attempts-title",
            None,
            true,
            WayOut::Library,
        ),
        Screen::Settings => (icons::SETTINGS, "bar-settings", None, true, WayOut::Back),
        Screen::Help(_) => (icons::HELP, "bar-help", None, true, WayOut::Back),
        Screen::Debrief => {
            let title = world.debrief.map(|debrief| debrief.title.to_string());
            (
                icons::DEBRIEF,
                "debrief-title",
                title,
                true,
                WayOut::Library,
            )
        }
    };
    Bar {
        icon,
        place: strings.get(place),
        title,
        heading,
        clock: None,
        library: *screen == Screen::Library,
        way_out,
    }
}
