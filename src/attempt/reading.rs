//! What a journal's bytes say, and how far they can be believed.

use std::fmt;

use super::header::{Header, NotAHeader, SCHEMA};
use super::line::{self, Chain, Entry};

/// A journal as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The first line.
    pub header: Header,
    /// The entries that can be believed, in order.
    pub entries: Vec<Entry>,
    /// Bytes at the end that are no whole line: a write that broke off.
    pub torn: Vec<u8>,
    /// Where the file was changed after it was written.
    pub alteration: Option<Alteration>,
    /// Where the chain stands after the last sound line.
    pub(super) chain: Chain,
    /// How many bytes the sound lines take.
    pub(super) sound: u64,
}

/// A line that was not written by the program, or one after which the line before it was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alteration {
    /// The first line that does not fit, from 1.
    pub line: usize,
    /// What does not fit.
    pub misfit: Misfit,
}

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// It is no entry.
    NotAnEntry,
    /// Its number does not follow.
    Number {
        /// The number it bears.
        found: u64,
        /// The number it should bear.
        expected: u64,
    },
    /// It was not written after the line before it as that one stands now.
    Chain,
}

impl fmt::Display for Alteration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line;
        match self.misfit {
            Misfit::NotAnEntry => write!(
                f,
                "line {line} is no entry: this file was changed after it was written"
            ),
            Misfit::Number { found, expected } => write!(
                f,
                "line {line} bears the number {found} in place of {expected}: this file was changed after it was written"
            ),
            Misfit::Chain => write!(
                f,
                "line {line} does not fit line {}: one of the two was changed after it was written",
                line - 1
            ),
        }
    }
}

/// Why nothing can be had of the bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not even the first line is whole.
    #[error("it holds nothing: the attempt broke off as it was being started")]
    Nothing,
    /// The first line is no header.
    #[error("it is no attempt: its first line does not read: {0}")]
    NotAnAttempt(String),
    /// A later version of the program wrote it.
    #[error("it was written by a later version of Second Look ({found}; this one reads {SCHEMA})")]
    Later {
        /// The schema it bears.
        found: String,
    },
}

/// Reads a journal.
///
/// A last line that is not whole, or is whole and no entry, is torn: a crash
/// leaves such. A line in the middle that does not fit, or a last one that
/// reads well and does not fit, is an alteration: no crash leaves such.
///
/// # Errors
/// When there is no header to go by.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let first = lines
        .next()
        .and_then(|line| line.strip_suffix(b"\n"))
        .ok_or(Unreadable::Nothing)?;
    let header = Header::from_line(first).map_err(|fault| match fault {
        NotAHeader::Later(found) => Unreadable::Later { found },
        NotAHeader::Wrong(reason) => Unreadable::NotAnAttempt(reason),
    })?;
    let mut reading = Reading {
        header,
        entries: Vec::new(),
        torn: Vec::new(),
        alteration: None,
        chain: Chain::after_header(first),
        sound: length(first),
    };
    let mut lines = lines.enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        let whole = line.strip_suffix(b"\n");
        let Some((whole, (entry, link))) =
            whole.and_then(|whole| Some((whole, line::read(whole)?)))
        else {
            if lines.peek().is_some() {
                reading.altered(index, Misfit::NotAnEntry);
            } else {
                reading.torn = line.to_vec();
            }
            break;
        };
        let expected = reading.chain.count + 1;
        if link != reading.chain.last {
            // Which of the two was changed cannot be told, so neither is believed.
            reading.entries.pop();
            reading.altered(index, Misfit::Chain);
            break;
        }
        if entry.n != expected {
            reading.altered(
                index,
                Misfit::Number {
                    found: entry.n,
                    expected,
                },
            );
            break;
        }
        reading.entries.push(entry);
        reading.chain.accept(whole);
        reading.sound += length(whole);
    }
    Ok(reading)
}

impl Reading {
    fn altered(&mut self, index: usize, misfit: Misfit) {
        // The header is line 1.
        self.alteration = Some(Alteration {
            line: index + 2,
            misfit,
        });
    }
}

fn length(line: &[u8]) -> u64 {
    line.len() as u64 + 1
}
