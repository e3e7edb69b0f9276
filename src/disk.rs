//! Files that are there whole or not at all, and faults of the disk that say
//! what can be done about them.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Something that the disk refused.
#[derive(Debug, thiserror::Error)]
#[error("cannot {doing} {}: {}", .path.display(), explain(.source))]
pub struct DiskError {
    /// What was being done: "write", "read", …
    pub doing: &'static str,
    /// The file or folder.
    pub path: PathBuf,
    /// Why not.
    pub source: io::Error,
}

impl DiskError {
    /// For use in `map_err`.
    pub fn on(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self {
            doing,
            path: path.to_owned(),
            source,
        }
    }

    /// The reason alone, with its mend: "the disk is full; free some space, then try again".
    #[must_use]
    pub fn reason(&self) -> String {
        explain(&self.source)
    }
}

/// The reason of an error of input or output in words, and what mends it where that is known.
#[must_use]
pub fn explain(error: &io::Error) -> String {
    let (reason, mend) = match error.kind() {
        ErrorKind::StorageFull => ("the disk is full", "free some space, then try again"),
        ErrorKind::QuotaExceeded => (
            "your share of the disk is used up",
            "free some space, then try again",
        ),
        ErrorKind::PermissionDenied => (
            "it may not be opened by this account",
            "allow it, or name another folder with --data",
        ),
        ErrorKind::ReadOnlyFilesystem => (
            "the disk can only be read",
            "name another folder with --data",
        ),
        ErrorKind::NotFound => (
            "it is not there",
            "check that the disk is connected and the folder exists",
        ),
        ErrorKind::NotADirectory => (
            "part of its path is a file, not a folder",
            "name another folder with --data",
        ),
        _ => return error.to_string(),
    };
    format!("{reason}; {mend}")
}

/// Makes a folder and those above it that are missing, durably.
///
/// A folder made here can be read by this account alone; one that exists is left as it is.
///
/// # Errors
/// When one cannot be made.
pub fn make_folder(path: &Path) -> Result<(), DiskError> {
    if path.is_dir() {
        return Ok(());
    }
    let above = path.parent().filter(|above| !above.as_os_str().is_empty());
    if let Some(above) = above {
        make_folder(above)?;
    }
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            // A folder where another program was quicker; else a file stands in its place.
            if !path.is_dir() {
                return Err(DiskError::on("make the folder", path)(
                    ErrorKind::NotADirectory.into(),
                ));
            }
        }
        other => other.map_err(DiskError::on("make the folder", path))?,
    }
    above.map_or(Ok(()), sync_folder)
}

/// Makes the names in a folder durable.
///
/// # Errors
/// When the folder cannot be opened or written out.
pub fn sync_folder(path: &Path) -> Result<(), DiskError> {
    // Windows has no such call and needs none: it writes names out with the file.
    if cfg!(windows) {
        return Ok(());
    }
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(DiskError::on("write out the folder", path))
}

/// Puts a file in place whole: what was there before is there until the new one is durable.
///
/// # Errors
/// When it cannot be written; the file is then as it was before.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    let temporary = beside(path, bytes)?;
    temporary.persist(path).map_err(|error| DiskError {
        doing: "write",
        path: path.to_owned(),
        source: error.error,
    })?;
    sync_folder(folder_of(path))
}

/// As [`write_whole`], but a file that is there stays: false then.
///
/// # Errors
/// When it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<bool, DiskError> {
    let temporary = beside(path, bytes)?;
    match temporary.persist_noclobber(path) {
        Ok(_) => sync_folder(folder_of(path)).map(|()| true),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(DiskError {
            doing: "write",
            path: path.to_owned(),
            source: error.error,
        }),
    }
}

/// Whether files can be kept in a folder: it is made where it is missing, and a file is
/// written in it and taken away again.
///
/// # Errors
/// When they cannot.
pub fn can_keep_in(folder: &Path) -> Result<(), DiskError> {
    make_folder(folder)?;
    beside(&folder.join("can-keep"), b"can this be kept?").map(drop)
}

/// Takes a file away; one that is not there is no fault.
///
/// # Errors
/// When it is there and stays.
pub fn remove(path: &Path) -> Result<(), DiskError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other.map_err(DiskError::on("remove", path)),
    }
}

/// The folder that a file stands in.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn beside(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, DiskError> {
    let fault = || DiskError::on("write", path);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".second-look-");
    // As any new file, less what the account's mask takes away; alone, tempfile hides it from the group.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut temporary = builder.tempfile_in(folder_of(path)).map_err(fault())?;
    temporary.write_all(bytes).map_err(fault())?;
    temporary.as_file().sync_all().map_err(fault())?;
    Ok(temporary)
}
