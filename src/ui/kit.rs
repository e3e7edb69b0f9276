//! What every screen is handed: the look, the words, the pictures, the voice.

use egui::Ui;

use super::announcer::Announcer;
use super::art::ArtCache;
use super::command::Command;
use super::panes::Panes;
use super::shortcuts;
use super::theme::{Fold, Theme};
use crate::strings::{Strings, Value};

/// Somewhere that a screen may send the user: the shell's business, not the application's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// The library. From a playthrough, a pause is written first.
    Library,
    /// The list of attempts.
    Attempts,
    /// The settings.
    Settings,
    /// The help.
    Help,
    /// The pause over this screen.
    Pause,
    /// Support over this screen.
    Support,
    /// Cover the screen.
    Cover,
    /// Ask whether to end this attempt.
    EndAttempt,
    /// Ask whether to erase every attempt.
    EraseAttempts,
    /// What a trainer is shown of the scenario whose briefing this is.
    Appraisal,
    /// Where this screen was opened from.
    Back,
}

/// What every screen is handed.
pub struct Kit<'a> {
    /// The look.
    pub theme: &'a Theme,
    /// The words.
    pub strings: &'a Strings,
    /// The pictures.
    pub art: &'a mut ArtCache,
    /// What a screen reader is told.
    pub announcer: &'a mut Announcer,
    /// The regions that F6 walks.
    pub panes: &'a mut Panes,
    /// Whether this is the first pass of the screen: set the focus where it belongs.
    pub fresh: bool,
    /// Where the user asked to go.
    pub going: &'a mut Option<Go>,
}

impl Kit<'_> {
    /// A string of the interface.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.strings.get(id)
    }

    /// A string of the interface with values.
    #[must_use]
    pub fn say_with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.strings.with(id, values)
    }

    /// Tells a screen reader something, politely.
    pub fn announce(&mut self, words: impl Into<String>) {
        self.announcer.say(words);
    }

    /// Sends the user elsewhere after this pass.
    pub fn go(&mut self, place: Go) {
        *self.going = Some(place);
    }

    /// How many panes stand side by side.
    #[must_use]
    pub fn fold(&self, ui: &Ui) -> Fold {
        self.theme.fold(ui.ctx())
    }

    /// Whether Esc was pressed and is meant for this part of the screen: closes a picker or drawer.
    #[must_use]
    pub fn escape(&self, ui: &Ui) -> bool {
        shortcuts::take_here(ui, Command::Escape)
    }

    /// Whether a command was given and is meant for this part of the screen.
    #[must_use]
    pub fn command(&self, ui: &Ui, command: Command) -> bool {
        shortcuts::take_here(ui, command)
    }
}
