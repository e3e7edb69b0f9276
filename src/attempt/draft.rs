//! Text still being typed: beside the journal, never in it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::action_text::ActionText;
use super::line::Entry;
use super::typed::Typed;
use crate::disk::{self, DiskError};
use crate::session::action::{Action, Json};

/// The text being typed, written while the typing goes on.
#[derive(Debug)]
pub struct Draft {
    path: PathBuf,
    text: String,
    /// The text differs from the file.
    unsaved: bool,
    last_write: Option<Instant>,
}

impl Draft {
    /// The time between two writes while typing: half of the two seconds that are promised, so that
    /// a slow disk has the other half.
    pub const EVERY: Duration = Duration::from_secs(1);

    /// The draft of a journal, with what an earlier run left of it.
    ///
    /// # Errors
    /// When there is one and it cannot be read.
    pub fn of(journal: &Path) -> Result<Self, DiskError> {
        let path = journal.with_extension("draft");
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(DiskError::on("read", &path)(error)),
        };
        Ok(Self {
            path,
            text,
            unsaved: false,
            last_write: None,
        })
    }

    /// The latest text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Takes the latest text, and writes it if the last write is long enough ago.
    ///
    /// # Errors
    /// When it was to be written and could not be; it is kept and tried again.
    pub fn typed(&mut self, text: &str, now: Instant) -> Result<(), DiskError> {
        if text != self.text {
            text.clone_into(&mut self.text);
            self.unsaved = true;
        }
        self.tick(now)
    }

    /// Writes what is due.
    ///
    /// # Errors
    /// As [`Draft::typed`].
    pub fn tick(&mut self, now: Instant) -> Result<(), DiskError> {
        match self.due_in(now) {
            Some(Duration::ZERO) => {
                // Set before the outcome is known: a full disk is not asked again at every key.
                self.last_write = Some(now);
                self.write()
            }
            _ => Ok(()),
        }
    }

    /// How long until [`Draft::tick`] has something to do; none while the file holds the latest text.
    #[must_use]
    pub fn due_in(&self, now: Instant) -> Option<Duration> {
        self.unsaved.then(|| {
            self.last_write.map_or(Duration::ZERO, |last| {
                (last + Self::EVERY).saturating_duration_since(now)
            })
        })
    }

    /// Writes the latest text now: typing has stopped.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(&mut self) -> Result<(), DiskError> {
        if self.unsaved { self.write() } else { Ok(()) }
    }

    /// Forgets the text: it has become an action, or will not.
    ///
    /// # Errors
    /// When its file stays.
    pub fn erase(&mut self) -> Result<(), DiskError> {
        self.text.clear();
        self.unsaved = false;
        disk::remove(&self.path)
    }

    fn write(&mut self) -> Result<(), DiskError> {
        if self.text.is_empty() {
            disk::remove(&self.path)?;
        } else {
            disk::write_whole(&self.path, self.text.as_bytes())?;
        }
        self.unsaved = false;
        Ok(())
    }
}

/// What is left to offer of a draft when an attempt is taken up again: nothing, where the program
/// stopped after the text had become an action and before the draft was erased.
#[must_use]
pub fn left_over<'a>(draft: &'a Draft, entries: &[Entry]) -> Option<&'a str> {
    let settled = entries
        .iter()
        .rev()
        .find(|entry| entry.action.settles_draft());
    let said = settled
        .map(|entry| words_of(&entry.action))
        .unwrap_or_default();
    let became = |text: &str| said.iter().any(|said| said.trim() == text.trim());
    let left = match Typed::from_text(draft.text()) {
        Some(typed) => typed.texts().any(|text| !became(text)),
        None => !draft.text().trim().is_empty() && !became(draft.text()),
    };
    left.then_some(draft.text())
}

/// The trainee's own words in an action.
fn words_of(action: &ActionText) -> Vec<String> {
    match action.parse() {
        Ok(Action::Explain { text } | Action::Reflect { text, .. }) => vec![text],
        Ok(Action::Fill { answers }) => {
            let text = |answer| {
                if let Json::Text(text) = answer {
                    Some(text)
                } else {
                    None
                }
            };
            answers
                .into_iter()
                .filter_map(|(_, answer)| text(answer))
                .collect()
        }
        _ => Vec::new(),
    }
}
