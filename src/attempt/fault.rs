//! What can go wrong with a journal, in words that say what to do.

use std::path::PathBuf;

use super::reading::{Alteration, Unreadable};
use crate::disk::DiskError;

/// An action is not on disk; it and those after it are kept in memory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot write {}: {reason} (actions not on disk: {pending})", .path.display())]
pub struct WriteFault {
    /// The journal.
    pub path: PathBuf,
    /// Why, with what mends it.
    pub reason: String,
    /// How many actions are not on disk.
    pub pending: usize,
}

/// A journal cannot be begun.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// There is something in the file already.
    #[error("{} is there already and is not overwritten", .0.display())]
    Taken(PathBuf),
}

/// A journal cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A folder, a device or the like.
    #[error("{} is no file", .0.display())]
    NotAFile(PathBuf),
    /// Larger than any attempt.
    #[error("{} is larger than {} MiB and no attempt", .path.display(), .limit / (1024 * 1024))]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// It says nothing.
    #[error("{}: {reason}", .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Unreadable,
    },
}

/// A journal cannot be written on.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot even be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Another program, or another window, has it open.
    #[error("{} is open in another window of Second Look; close it there, then try again", .0.display())]
    InUse(PathBuf),
    /// It was changed after it was written.
    #[error("{}: {alteration}; it can be read up to there, not played on", .path.display())]
    Altered {
        /// The file.
        path: PathBuf,
        /// Where.
        alteration: Alteration,
    },
}

impl From<DiskError> for OpenError {
    fn from(error: DiskError) -> Self {
        Self::Read(ReadError::Disk(error))
    }
}
