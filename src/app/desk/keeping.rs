//! Where attempts are kept and for how long: work for another thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::local;
use super::opening::Places;
use crate::attempt::{Attempts, Played, Tally};
use crate::disk;
use crate::scenario::Loaded;
use crate::scenario::shelf::Shelf;
use crate::settings::KeepFor;
use crate::stamp::Stamp;
use crate::ui::world::LocalTime;

/// The times that attempts may be kept, where it is not for ever.
pub const LIMITS: [KeepFor; 3] = [KeepFor::ThreeMonths, KeepFor::OneYear, KeepFor::ThreeYears];

/// The moment before which attempts are too old.
pub fn limit(keep: KeepFor, now: Stamp) -> Option<Stamp> {
    now.months_before(keep.months()?)
}

/// Attempts that were kept for as long as they should be.
pub struct Outlived {
    /// What came of it.
    pub tally: Tally,
    /// The day before which.
    pub before: LocalTime,
}

/// Erases what was kept long enough. Nothing where attempts are kept until they are erased.
pub fn erase_old(places: &Places, keep: KeepFor) -> Result<Option<Outlived>, String> {
    let Some(moment) = limit(keep, Stamp::now()) else {
        return Ok(None);
    };
    let attempts = Attempts::new(places.folders.attempts());
    let older = attempts.older_than(moment).map_err(said)?;
    let tally = attempts
        .erase(&older, &places.folders.reports())
        .map_err(said)?;
    Ok(Some(Outlived {
        tally,
        before: local(moment.local()),
    }))
}

/// Erases every attempt.
pub fn erase_all(places: &Places) -> Result<Tally, String> {
    let attempts = Attempts::new(places.folders.attempts());
    let journals = attempts.journals().map_err(said)?;
    attempts
        .erase(&journals, &places.folders.reports())
        .map_err(said)
}

/// A folder that is in use from now on.
pub struct Used {
    /// The folder.
    pub folder: PathBuf,
    /// Attempts that were copied into it, where that was asked for.
    pub copied: Option<usize>,
}

/// Why a folder is not used.
pub struct Unusable {
    /// The folder.
    pub folder: PathBuf,
    /// Attempts could not be copied into it: why.
    pub not_copied: Option<String>,
}

/// Looks whether things can be kept in a folder, and copies the attempts there if that is asked for.
pub fn use_folder(places: &Places, folder: &Path, copy: bool) -> Result<Used, Unusable> {
    let folder = absolute(folder);
    let unusable = |not_copied| Unusable {
        folder: folder.clone(),
        not_copied,
    };
    disk::can_keep_in(&folder).map_err(|_| unusable(None))?;
    let copied = (copy && folder != places.folders.data()).then(|| copy_all(places, &folder));
    let copied = copied.transpose().map_err(|why| unusable(Some(why)))?;
    Ok(Used { folder, copied })
}

fn copy_all(places: &Places, folder: &Path) -> Result<usize, String> {
    let there = places.folders.clone().with_data(folder.to_owned());
    Played::new(places.folders.played())
        .copy_to(&Played::new(there.played()))
        .map_err(said)?;
    Attempts::new(places.folders.attempts())
        .copy_to(&Attempts::new(there.attempts()))
        .map(|tally| tally.done)
        .map_err(said)
}

/// A path as somebody types it: `~` is the home folder.
fn absolute(typed: &Path) -> PathBuf {
    let home = std::env::home_dir();
    let path = match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_owned(),
    };
    std::path::absolute(&path).unwrap_or(path)
}

/// A shelf with every scenario read from it.
pub struct Shelved {
    /// The shelf.
    pub shelf: Shelf,
    /// Its scenarios by id, or why one cannot be read.
    pub scenarios: Vec<(Arc<str>, Result<Loaded, String>)>,
}

/// Reads the scenarios of a folder, or those built in.
pub fn read_shelf(folder: Option<&Path>) -> Result<Shelved, String> {
    let shelf = Shelf::new(folder.map(absolute));
    let scenarios = shelf
        .ids()
        .map_err(said)?
        .into_iter()
        .map(|id| {
            let loaded = shelf.load(&id, false).map_err(said);
            (Arc::from(id), loaded)
        })
        .collect();
    Ok(Shelved { shelf, scenarios })
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
