//! The settings on disk: read with a fault that never stops anything, written whole.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::disk::{self, DiskError};

/// Settings that can be kept: their shape has a version.
pub trait Kept: Serialize + DeserializeOwned + Default {
    /// The version that this program writes.
    const FORMAT: u32;

    /// The version that a file said.
    fn format(&self) -> u32;

    /// The settings of an older file in the shape of today.
    #[must_use]
    fn brought_up(self) -> Self;
}

/// Why a settings file was not used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// The text is no settings.
    #[error("{}:{line}:{column}: {reason}; {}", .path.display(), aside(.kept.as_deref()))]
    Broken {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        reason: String,
        /// Where it is kept now; none where it could not be moved.
        kept: Option<PathBuf>,
    },
    /// A later version of the program wrote it.
    #[error("{} was written by a later version of Second Look (format {found}, this one reads {known}); {}", .path.display(), aside(.kept.as_deref()))]
    Later {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
        /// The format this program knows.
        known: u32,
        /// Where it is kept now; none where it could not be moved.
        kept: Option<PathBuf>,
    },
    /// It cannot be read at all.
    #[error("{0}; the usual settings are used")]
    Disk(#[from] DiskError),
}

fn aside(kept: Option<&Path>) -> String {
    match kept {
        Some(path) => format!(
            "it is kept as {} and the usual settings are used",
            path.display()
        ),
        None => "the usual settings are used".to_owned(),
    }
}

/// Settings as read: always usable, with what was wrong.
#[derive(Debug)]
pub struct Read<S> {
    /// The settings.
    pub settings: S,
    /// Why the file was not used.
    pub fault: Option<SettingsFault>,
}

/// Reads the settings. A missing file is no fault; a broken one is set aside, never overwritten.
#[must_use]
pub fn read<S: Kept>(path: &Path) -> Read<S> {
    let usual = |fault| Read {
        settings: S::default(),
        fault,
    };
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return usual(None),
        Err(error) => return usual(Some(DiskError::on("read", path)(error).into())),
    };
    let (line, column, reason) = match serde_ron::de::from_bytes::<S>(&bytes) {
        Ok(settings) if settings.format() <= S::FORMAT => {
            return Read {
                settings: settings.brought_up(),
                fault: None,
            };
        }
        Ok(settings) => {
            let fault = SettingsFault::Later {
                path: path.to_owned(),
                found: settings.format(),
                known: S::FORMAT,
                kept: set_aside(path),
            };
            return usual(Some(fault));
        }
        Err(error) => (
            error.span.start.line,
            error.span.start.col,
            error.code.to_string(),
        ),
    };
    usual(Some(SettingsFault::Broken {
        path: path.to_owned(),
        line,
        column,
        reason,
        kept: set_aside(path),
    }))
}

/// The settings of a file that is sound; none otherwise, and the file stays where it is.
#[must_use]
pub fn glance<S: Kept>(path: &Path) -> Option<S> {
    let settings = serde_ron::de::from_bytes::<S>(&fs::read(path).ok()?).ok()?;
    (settings.format() <= S::FORMAT).then(|| settings.brought_up())
}

/// Writes the settings whole.
///
/// # Errors
/// When they cannot be written; what was there before is then still there.
pub fn write<S: Kept>(path: &Path, settings: &S) -> Result<(), DiskError> {
    let pretty = serde_ron::ser::PrettyConfig::new().struct_names(true);
    let mut text = serde_ron::ser::to_string_pretty(settings, pretty)
        .map_err(|error| DiskError::on("write", path)(std::io::Error::other(error)))?;
    text.push('\n');
    disk::make_folder(disk::folder_of(path))?;
    disk::write_whole(path, text.as_bytes())
}

/// `settings.ron.broken`, or the first free `settings.ron.broken-N`.
fn set_aside(path: &Path) -> Option<PathBuf> {
    let named = |tail: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(tail);
        PathBuf::from(name)
    };
    let free = std::iter::once(named(".broken"))
        .chain((2..1000).map(|n| named(&format!(".broken-{n}"))))
        .find(|free| !free.exists())?;
    fs::rename(path, &free).ok()?;
    // The file was moved; a crash that undoes this only brings it back to be moved again.
    let _ = disk::sync_folder(disk::folder_of(path));
    Some(free)
}
