//! Attempts erased for good, and attempts copied to another folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::fault::OpenError;
use super::file::FileMedium;
use super::folder::{Attempts, read_file};
use super::reading::Reading;
use crate::disk::{self, DiskError};
use crate::stamp::Stamp;

/// What came of erasing or copying many attempts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Attempts that it was done to.
    pub done: usize,
    /// Attempts that were left alone: a window has them open.
    pub held: usize,
}

impl Attempts {
    /// The journals of all attempts, by name. A folder that is not there holds none.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn journals(&self) -> Result<Vec<PathBuf>, DiskError> {
        self.files()
    }

    /// Erases attempts for good, each with its draft, the ends that were torn off it and its
    /// page in `reports`. One that a window has open stays.
    ///
    /// # Errors
    /// When something cannot be taken away; the attempts before it are gone.
    pub fn erase(&self, journals: &[PathBuf], reports: &Path) -> Result<Tally, DiskError> {
        for_each(journals, |journal| {
            if is_held(journal) {
                return Ok(false);
            }
            let report = reports.join(journal.file_stem().unwrap_or_default());
            disk::remove(&report.with_extension("html"))?;
            for beside in self.beside(journal)? {
                disk::remove(&beside)?;
            }
            // The journal last: a crash before that leaves something that can be erased again.
            disk::remove(journal)?;
            disk::sync_folder(&self.0)?;
            Ok(true)
        })
    }

    /// The attempts in which nothing was done since `moment`. One that cannot be read tells no
    /// time and is none of them.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn older_than(&self, moment: Stamp) -> Result<Vec<PathBuf>, DiskError> {
        let mut older = self.files()?;
        older
            .retain(|journal| read_file(journal).is_ok_and(|reading| last_done(&reading) < moment));
        Ok(older)
    }

    /// Copies every attempt to another folder, with what is kept beside it.
    /// One that is there already stays as it is.
    ///
    /// # Errors
    /// When something cannot be read or written; those before it are copied.
    pub fn copy_to(&self, other: &Self) -> Result<Tally, DiskError> {
        let journals = self.files()?;
        if !journals.is_empty() {
            disk::make_folder(&other.0)?;
        }
        for_each(&journals, |journal| {
            if is_held(journal) {
                return Ok(false);
            }
            let beside = self.beside(journal)?;
            // The journal last: what stands without one is nothing.
            for file in beside.iter().map(PathBuf::as_path).chain([journal]) {
                let bytes = fs::read(file).map_err(DiskError::on("read", file))?;
                let name = file.file_name().unwrap_or_default();
                disk::write_new(&other.0.join(name), &bytes)?;
            }
            Ok(true)
        })
    }

    /// The draft of a journal and the ends that were torn off it.
    fn beside(&self, journal: &Path) -> Result<Vec<PathBuf>, DiskError> {
        let stem = journal.file_stem();
        let entries = fs::read_dir(&self.0).map_err(DiskError::on("list", &self.0))?;
        let paths: Result<Vec<PathBuf>, _> = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect();
        let mut paths = paths.map_err(DiskError::on("list", &self.0))?;
        paths.retain(|path| {
            let extension = path.extension().unwrap_or_default().to_string_lossy();
            path.file_stem() == stem && (extension == "draft" || extension.starts_with("torn-"))
        });
        Ok(paths)
    }
}

fn for_each(
    journals: &[PathBuf],
    work: impl Fn(&Path) -> Result<bool, DiskError>,
) -> Result<Tally, DiskError> {
    let mut tally = Tally::default();
    for journal in journals {
        if work(journal)? {
            tally.done += 1;
        } else {
            tally.held += 1;
        }
    }
    Ok(tally)
}

/// Whether a window has it open. The lock is let go again at once.
fn is_held(journal: &Path) -> bool {
    matches!(FileMedium::open(journal), Err(OpenError::InUse(_)))
}

/// When something was last done in an attempt.
#[must_use]
pub fn last_done(reading: &Reading) -> Stamp {
    let last = reading.entries.last().map(|entry| entry.at);
    last.unwrap_or(reading.header.started)
}
