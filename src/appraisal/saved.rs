//! Plays that show a finding, on disk as `play --actions` reads them.

use std::path::{Path, PathBuf};

use crate::disk::{self, DiskError};

/// Writes the play of the finding with this number, counted from 0, into a folder. Gives its file.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn save_play(
    folder: &Path,
    (number, code): (usize, &str),
    actions: &str,
) -> Result<PathBuf, DiskError> {
    disk::make_folder(folder)?;
    let file = folder.join(format!("{:02}-{code}.jsonl", number + 1));
    disk::write_whole(&file, actions.as_bytes())?;
    Ok(file)
}
