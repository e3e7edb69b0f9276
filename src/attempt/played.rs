//! Scenarios as they were when they were played, kept once for each meaning.

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::disk::{self, DiskError};

/// The folder of kept copies.
#[derive(Debug, Clone)]
pub struct Played(PathBuf);

/// A copy cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// Not `blake3:` and 64 hex digits.
    #[error("`{0}` is no fingerprint: blake3: and 64 hexadecimal digits")]
    Fingerprint(String),
    /// A name that would lead out of the folder.
    #[error("`{0}` is no plain file name")]
    Name(String),
}

impl Played {
    /// The copies in `folder` (`Folders::played`).
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Keeps the files under the fingerprint, whole or not at all; those kept before stay as they are.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn keep(
        &self,
        fingerprint: &str,
        files: &[(String, Vec<u8>)],
    ) -> Result<PathBuf, KeepError> {
        let place = self
            .place(fingerprint)
            .ok_or_else(|| KeepError::Fingerprint(fingerprint.to_owned()))?;
        if let Some((name, _)) = files.iter().find(|(name, _)| !plain(name)) {
            return Err(KeepError::Name(name.clone()));
        }
        if !place.is_dir() {
            disk::make_folder(&self.0)?;
            self.put_whole(&place, files)?;
        }
        // Two scenarios may mean the same: the copy then holds both, each under its own name.
        for (name, bytes) in files {
            let file = place.join(name);
            if !file.is_file() {
                disk::write_new(&file, bytes)?;
            }
        }
        Ok(place)
    }

    /// The folder that holds the scenario and its vocabularies, where they were kept.
    #[must_use]
    pub fn kept(&self, fingerprint: &str) -> Option<PathBuf> {
        self.place(fingerprint).filter(|place| place.is_dir())
    }

    /// Keeps everything that is kept here in another folder too.
    ///
    /// # Errors
    /// When something cannot be read or written.
    pub fn copy_to(&self, other: &Self) -> Result<(), KeepError> {
        for place in listed(&self.0)? {
            let name = place.file_name().unwrap_or_default().to_string_lossy();
            let fingerprint = format!("blake3:{name}");
            if other.place(&fingerprint).is_none() {
                // Not one of ours.
                continue;
            }
            let mut files = Vec::new();
            for file in listed(&place)? {
                let bytes = fs::read(&file).map_err(DiskError::on("read", &file))?;
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                files.push((name.into_owned(), bytes));
            }
            other.keep(&fingerprint, &files)?;
        }
        Ok(())
    }

    fn place(&self, fingerprint: &str) -> Option<PathBuf> {
        let hex = fingerprint.strip_prefix("blake3:")?;
        let digits = hex.len() == 64
            && hex
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        digits.then(|| self.0.join(hex))
    }

    fn put_whole(&self, place: &Path, files: &[(String, Vec<u8>)]) -> Result<(), DiskError> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".second-look-");
        // As any new folder, less what the account's mask takes away; alone, tempfile hides it from the group.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let temporary = builder
            .tempdir_in(&self.0)
            .map_err(DiskError::on("make a folder in", &self.0))?;
        for (name, bytes) in files {
            let file = temporary.path().join(name);
            let written = fs::File::create_new(&file)
                .and_then(|mut new| new.write_all(bytes).and_then(|()| new.sync_all()));
            written.map_err(DiskError::on("write", &place.join(name)))?;
        }
        disk::sync_folder(temporary.path())?;
        match fs::rename(temporary.path(), place) {
            Ok(()) => {
                // It has its own name now and is nobody's to clean up.
                let _ = temporary.keep();
                disk::sync_folder(&self.0)
            }
            // Another program was quicker, with the same files.
            Err(_) if place.is_dir() => Ok(()),
            Err(error) => Err(DiskError::on("put in place", place)(error)),
        }
    }
}

/// What stands in a folder; one that is not there holds nothing.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let fault = |source| DiskError::on("list", folder)(source);
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(fault(error)),
        Ok(entries) => entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()
            .map_err(fault),
    }
}

fn plain(name: &str) -> bool {
    !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', ':', '\0'])
}
