//! A playthrough that is open: what is shown is what is on disk.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::opening::Opened;
use crate::app::alarm::Waker;
use crate::attempt::{Report, Writer};
use crate::language::Language;
use crate::score::action_text;
use crate::session::moves::Move;
use crate::session::names::action_of;
use crate::session::playthrough::Playthrough;
use crate::session::view::{Phase, View};
use crate::stamp::Stamp;
use crate::ui::world::SaveState;

/// A playthrough and the journal it is written to.
pub struct Play {
    path: PathBuf,
    /// As it is on disk.
    shown: Playthrough,
    view: View,
    /// As it will be, by the number of the entry that must be on disk first.
    ahead: VecDeque<(u64, Playthrough)>,
    writer: Writer,
    draft: Option<String>,
    save: SaveState,
    letting_go: bool,
    closed: bool,
}

impl Play {
    /// Opens it for playing.
    ///
    /// # Errors
    /// When the system gives no thread to write on.
    pub fn new(opened: Opened, language: Language, wake: &Waker) -> io::Result<Self> {
        let Opened {
            mut play,
            log,
            draft,
            left_over,
        } = opened;
        let path = crate::attempt::Medium::path(log.medium()).to_owned();
        let wake = Arc::clone(wake);
        play.tell_in(language);
        Ok(Self {
            path,
            view: play.view(),
            shown: play,
            ahead: VecDeque::new(),
            writer: Writer::start(log, draft, move || wake())?,
            draft: left_over,
            save: SaveState::Saved,
            letting_go: false,
            closed: false,
        })
    }

    /// The journal.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What a screen may show.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The text that was being typed when the program stopped.
    pub fn draft(&self) -> Option<&str> {
        self.draft.as_deref()
    }

    /// Whether what was done is on disk.
    pub fn save(&self) -> &SaveState {
        &self.save
    }

    /// Whether a write failed and play waits.
    pub fn faulty(&self) -> bool {
        matches!(self.save, SaveState::Fault { .. })
    }

    /// Whether everything is on disk.
    pub fn settled(&self) -> bool {
        matches!(self.save, SaveState::Saved)
    }

    /// The newest state, on disk or not.
    fn newest(&self) -> &Playthrough {
        self.ahead.back().map_or(&self.shown, |(_, play)| play)
    }

    /// Whether it can be paused.
    pub fn running(&self) -> bool {
        matches!(self.newest().view().phase, Phase::Playing)
    }

    /// Does a move. It is shown once it is on disk.
    ///
    /// # Errors
    /// Why the rules refuse it; nothing has changed then.
    pub fn act(&mut self, step: &Move) -> Result<(), String> {
        let before = self.newest();
        let action = action_of(before.story(), step);
        let mut after = before.clone();
        after.apply(step).map_err(|refusal| refusal.to_string())?;
        let text = action_text(&action).map_err(|error| error.to_string())?;
        let number = self.writer.submit(Stamp::now(), text);
        self.ahead.push_back((number, after));
        if !self.faulty() {
            self.save = SaveState::Saving;
        }
        if matches!(
            step,
            Move::Choose(_) | Move::Fill(_) | Move::Explain(_) | Move::Reflect(_)
        ) {
            self.draft = None;
        }
        Ok(())
    }

    /// Shows it in another language, as far as the scenario is translated.
    pub fn tell_in(&mut self, language: Language) {
        self.shown.tell_in(language);
        for (_, play) in &mut self.ahead {
            play.tell_in(language);
        }
        self.view = self.shown.view();
    }

    /// Keeps the text being typed.
    pub fn type_draft(&mut self, text: String) {
        self.writer.draft(text);
    }

    /// Writes again what could not be written.
    pub fn retry(&self) {
        self.writer.retry();
    }

    /// Has the rest written and the file let go.
    pub fn let_go(&mut self) {
        if !self.letting_go {
            self.letting_go = true;
            self.writer.finish();
        }
    }

    /// Whether the file was let go.
    pub fn closed(&self) -> bool {
        self.closed
    }

    /// Takes what the writer said. Gives what to tell the user, if anything.
    pub fn poll(&mut self) -> Option<DraftFault> {
        let mut told = None;
        for report in self.writer.reports() {
            match report {
                Report::Saved(number) => self.saved(number),
                Report::Fault { reason, pending } => {
                    self.save = SaveState::Fault { reason, pending };
                }
                Report::DraftFault { reason } => told = Some(DraftFault(reason)),
                Report::Closed { .. } => self.closed = true,
            }
        }
        told
    }

    fn saved(&mut self, number: u64) {
        let mut moved = false;
        while self
            .ahead
            .front()
            .is_some_and(|(waits, _)| *waits <= number)
        {
            if let Some((_, play)) = self.ahead.pop_front() {
                self.shown = play;
                moved = true;
            }
        }
        if moved {
            self.view = self.shown.view();
        }
        self.save = if self.ahead.is_empty() {
            SaveState::Saved
        } else {
            SaveState::Saving
        };
    }
}

/// Why the text being typed cannot be kept.
pub struct DraftFault(pub String);
