//! The journal being written: one line an action, durable before it is acknowledged.

use std::collections::VecDeque;
use std::io;

use super::action_text::ActionText;
use super::fault::{OpenError, ReadError, StartError, WriteFault};
use super::header::Header;
use super::line::{Chain, Entry};
use super::medium::Medium;
use super::reading;
use crate::disk::{DiskError, explain};
use crate::stamp::Stamp;

/// A journal open for writing.
#[derive(Debug)]
pub struct Log<M> {
    medium: M,
    /// Bytes known to be durable.
    durable: u64,
    /// Where the chain stands, lines in memory included.
    chain: Chain,
    /// Lines that are not known to be durable.
    pending: VecDeque<String>,
    /// Why the last write failed: nothing more is written until [`Log::retry`].
    fault: Option<String>,
}

/// What opening a journal found and did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// Entries that are sound.
    pub kept: u64,
    /// Bytes of a broken-off write that were cut off the end and kept beside the file.
    pub torn_bytes: u64,
    /// When the last sound line was written.
    pub last_sound_time: Stamp,
}

/// The bytes of a whole journal.
pub(super) fn whole(
    header: &Header,
    actions: impl IntoIterator<Item = (Stamp, ActionText)>,
) -> String {
    let mut text = header.to_line();
    let mut chain = Chain::after_header(text.as_bytes());
    text.push('\n');
    for (at, action) in actions {
        text += &chain.next(at, &action);
    }
    text
}

impl<M: Medium> Log<M> {
    /// Begins a journal on an empty medium. It is durable on return.
    ///
    /// # Errors
    /// When it cannot be written, or the medium is not empty.
    pub fn create(mut medium: M, header: &Header) -> Result<Self, StartError> {
        let fault = |doing, medium: &M, source| DiskError {
            doing,
            path: medium.path().to_owned(),
            source,
        };
        match medium.read() {
            Ok(bytes) if bytes.is_empty() => {}
            Ok(_) => return Err(StartError::Taken(medium.path().to_owned())),
            Err(error) => return Err(fault("read", &medium, error).into()),
        }
        let line = header.to_line();
        let chain = Chain::after_header(line.as_bytes());
        let line = line + "\n";
        if let Err(error) = medium.append(line.as_bytes()).and_then(|()| medium.sync()) {
            return Err(fault("write", &medium, error).into());
        }
        Ok(Self {
            medium,
            durable: line.len() as u64,
            chain,
            pending: VecDeque::new(),
            fault: None,
        })
    }

    /// Opens a journal to write on. A broken-off end is kept aside, cut and told.
    ///
    /// # Errors
    /// When it cannot be read, or was changed after it was written; it is then left as it is.
    pub fn open(mut medium: M) -> Result<(Self, Header, Vec<Entry>, Recovery), OpenError> {
        let path = medium.path().to_owned();
        let bytes = medium.read().map_err(DiskError::on("read", &path))?;
        let read = reading::read(&bytes).map_err(|reason| ReadError::Unreadable {
            path: path.clone(),
            reason,
        })?;
        if let Some(alteration) = read.alteration {
            return Err(OpenError::Altered { path, alteration });
        }
        if !read.torn.is_empty() {
            medium
                .keep_aside(&read.torn)
                .map_err(DiskError::on("keep the torn end of", &path))?;
            medium
                .truncate(read.sound)
                .and_then(|()| medium.sync())
                .map_err(DiskError::on("cut the torn end of", &path))?;
        }
        let count = read.entries.len() as u64;
        let last_sound_time = read
            .entries
            .last()
            .map_or(read.header.started, |entry| entry.at);
        let recovery = Recovery {
            kept: count,
            torn_bytes: read.torn.len() as u64,
            last_sound_time,
        };
        let log = Self {
            medium,
            durable: read.sound,
            chain: read.chain,
            pending: VecDeque::new(),
            fault: None,
        };
        Ok((log, read.header, read.entries, recovery))
    }

    /// Writes an action. Its number is returned once it is durable.
    ///
    /// # Errors
    /// When it is not on disk: it is kept in memory, and so are later ones, until [`Log::retry`].
    pub fn append(&mut self, at: Stamp, action: &ActionText) -> Result<u64, WriteFault> {
        self.queue(at, action);
        if self.fault.is_some() {
            Err(self.as_fault())
        } else {
            self.write_each()
        }
    }

    /// Writes many actions with one sync, where nobody waits for each.
    ///
    /// # Errors
    /// As [`Log::append`]. After a crash in its midst a part of them may be there, or the journal
    /// may count as changed: for an attempt that must be whole, see `Attempts::record`.
    pub fn append_all(
        &mut self,
        actions: impl IntoIterator<Item = (Stamp, ActionText)>,
    ) -> Result<u64, WriteFault> {
        for (at, action) in actions {
            self.queue(at, &action);
        }
        if self.fault.is_some() {
            return Err(self.as_fault());
        }
        let bytes: String = self.pending.iter().map(String::as_str).collect();
        self.write(&bytes)?;
        self.pending.clear();
        Ok(self.chain.count)
    }

    /// Writes again what is kept in memory, after a fault.
    ///
    /// # Errors
    /// When it fails again; everything is still kept.
    pub fn retry(&mut self) -> Result<u64, WriteFault> {
        if self.fault.is_some() {
            // A failed sync may leave bytes that the system believes written; only new ones are sure.
            if let Err(error) = self.medium.truncate(self.durable) {
                return Err(self.failed(&error));
            }
            self.fault = None;
        }
        self.write_each()
    }

    /// How many actions are not on disk.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// How many actions were made, those in memory included.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.chain.count
    }

    /// The journal's name.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        self.medium.path()
    }

    /// The medium.
    #[must_use]
    pub fn medium(&self) -> &M {
        &self.medium
    }

    fn queue(&mut self, at: Stamp, action: &ActionText) {
        let line = self.chain.next(at, action);
        self.pending.push_back(line);
    }

    /// One sync a line: at most one line is ever unsure.
    fn write_each(&mut self) -> Result<u64, WriteFault> {
        while let Some(line) = self.pending.front().cloned() {
            self.write(&line)?;
            self.pending.pop_front();
        }
        Ok(self.chain.count)
    }

    fn write(&mut self, bytes: &str) -> Result<(), WriteFault> {
        if let Err(error) = self
            .medium
            .append(bytes.as_bytes())
            .and_then(|()| self.medium.sync())
        {
            return Err(self.failed(&error));
        }
        self.durable += bytes.len() as u64;
        Ok(())
    }

    fn failed(&mut self, error: &io::Error) -> WriteFault {
        self.fault = Some(explain(error));
        self.as_fault()
    }

    fn as_fault(&self) -> WriteFault {
        WriteFault {
            path: self.medium.path().to_owned(),
            reason: self.fault.clone().unwrap_or_default(),
            pending: self.pending.len(),
        }
    }
}
