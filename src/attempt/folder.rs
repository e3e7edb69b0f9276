//! The folder of journals: begun, recorded whole, opened, listed.

use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::action_text::ActionText;
use super::draft::Draft;
use super::fault::{OpenError, ReadError, StartError};
use super::file::{FileMedium, MAX_BYTES};
use super::header::Header;
use super::line::Entry;
use super::log::{self, Log, Recovery};
use super::medium::Medium as _;
use super::reading::{self, Reading};
use crate::disk::{self, DiskError};
use crate::stamp::Stamp;

/// The folder of journals.
#[derive(Debug, Clone)]
pub struct Attempts(pub(super) PathBuf);

/// A journal in the list.
#[derive(Debug)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// What it says.
    pub reading: Result<Reading, ReadError>,
    /// A broken-off end was cut off it, now or earlier.
    pub torn: bool,
}

/// A journal taken up again.
#[derive(Debug)]
pub struct Opened {
    /// To write on.
    pub log: Log<FileMedium>,
    /// Its first line.
    pub header: Header,
    /// Everything done so far.
    pub entries: Vec<Entry>,
    /// What was found.
    pub recovery: Recovery,
    /// The text that was being typed.
    pub draft: Draft,
}

impl Attempts {
    /// The journals in `folder` (`Folders::attempts`).
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Begins a journal under a name of its own.
    ///
    /// # Errors
    /// When it cannot be made; nothing is then left of it.
    pub fn begin(&self, header: &Header) -> Result<Log<FileMedium>, StartError> {
        disk::make_folder(&self.0)?;
        let path = self.free_name(header);
        // Two writers of one moment and one suffix: the second is refused by the file itself.
        let medium = FileMedium::create(&path)?;
        Log::create(medium, header).inspect_err(|_| {
            // Nothing was acknowledged of it, so nothing is lost.
            let _ = disk::remove(&path);
        })
    }

    /// Writes an attempt that has been played already: the whole file or none, with one sync.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn record(
        &self,
        header: &Header,
        actions: impl IntoIterator<Item = (Stamp, ActionText)>,
    ) -> Result<PathBuf, DiskError> {
        disk::make_folder(&self.0)?;
        let text = log::whole(header, actions);
        loop {
            let path = self.free_name(header);
            if disk::write_new(&path, text.as_bytes())? {
                return Ok(path);
            }
        }
    }

    /// Takes up a journal: heals a broken-off end and holds the file.
    ///
    /// # Errors
    /// When it is in use, altered, or cannot be read.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        let (log, header, entries, recovery) = Log::open(FileMedium::open(path)?)?;
        let draft = Draft::of(log.medium().path())?;
        Ok(Opened {
            log,
            header,
            entries,
            recovery,
            draft,
        })
    }

    /// All journals, newest first. A folder that is not there holds none.
    ///
    /// # Errors
    /// When the folder cannot be listed; a journal that cannot be read is listed with its reason.
    pub fn list(&self) -> Result<Vec<Listed>, DiskError> {
        let mut listed: Vec<(String, Listed)> = self
            .files()?
            .into_iter()
            .map(|path| {
                let reading = read_file(&path);
                let torn = reading
                    .as_ref()
                    .is_ok_and(|reading| !reading.torn.is_empty())
                    || path.with_extension("torn-1").exists();
                let started = reading.as_ref().map_or_else(
                    |_| moment_in_name(&path),
                    |reading| reading.header.started.compact(),
                );
                (
                    started,
                    Listed {
                        path,
                        reading,
                        torn,
                    },
                )
            })
            .collect();
        listed.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| right.path.cmp(&left.path)));
        Ok(listed.into_iter().map(|(_, listed)| listed).collect())
    }

    /// The files of all journals, by name.
    pub(super) fn files(&self) -> Result<Vec<PathBuf>, DiskError> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(DiskError::on("list", &self.0)(error)),
        };
        let paths: Result<Vec<PathBuf>, _> = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect();
        let mut paths = paths.map_err(DiskError::on("list", &self.0))?;
        paths.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
                && path.is_file()
        });
        paths.sort();
        Ok(paths)
    }

    fn free_name(&self, header: &Header) -> PathBuf {
        let stem: String = header
            .scenario
            .chars()
            .map(|c| {
                if c.is_control() || "/\\:".contains(c) {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        loop {
            let path = self.0.join(format!(
                "{stem}-{}-{}.jsonl",
                header.started.compact(),
                random_suffix()
            ));
            if !path.exists() {
                return path;
            }
        }
    }
}

/// Reads a journal without touching or holding it.
///
/// # Errors
/// When it cannot be read.
pub fn read_file(path: &Path) -> Result<Reading, ReadError> {
    let file = fs::File::open(path).map_err(DiskError::on("read", path))?;
    if !file
        .metadata()
        .map_err(DiskError::on("read", path))?
        .is_file()
    {
        return Err(ReadError::NotAFile(path.to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(DiskError::on("read", path))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge {
            path: path.to_owned(),
            limit: MAX_BYTES,
        });
    }
    reading::read(&bytes).map_err(|reason| ReadError::Unreadable {
        path: path.to_owned(),
        reason,
    })
}

/// The moment in `SCENARIO-20261103T142600Z-xxxx.jsonl`, for a journal that does not tell it itself.
fn moment_in_name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.rsplit('-').nth(1).unwrap_or_default().to_owned()
}

/// Four characters that hardly come twice in a second; who uses them still looks whether the name is free.
fn random_suffix() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let random = RandomState::new().build_hasher().finish();
    (0..4)
        .map(|place| {
            char::from(LETTERS[usize::try_from(random >> (5 * place) & 31).unwrap_or_default()])
        })
        .collect()
}
