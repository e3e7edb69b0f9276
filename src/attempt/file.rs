//! A journal's file, held by one writer.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::fault::{OpenError, ReadError};
use super::medium::Medium;
use crate::disk::{self, DiskError};

/// Larger than any attempt: a day of typing is a few hundred KiB.
pub(super) const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// A file that this process alone may write, by a lock that the kernel lets go when it is closed.
#[derive(Debug)]
pub struct FileMedium {
    path: PathBuf,
    file: File,
}

impl FileMedium {
    /// Makes a new file; its name is durable on return.
    ///
    /// # Errors
    /// When it is there already, or cannot be made.
    pub fn create(path: &Path) -> Result<Self, DiskError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(DiskError::on("make", path))?;
        let made = Self {
            path: path.to_owned(),
            file,
        };
        let locked = made
            .file
            .try_lock()
            .map_err(|error| DiskError::on("lock", path)(error.into()));
        match locked.and_then(|()| disk::sync_folder(disk::folder_of(path))) {
            Ok(()) => Ok(made),
            Err(fault) => {
                made.discard();
                Err(fault)
            }
        }
    }

    /// Opens a file that is there.
    ///
    /// # Errors
    /// When another writer holds it, or it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(path)
            .map_err(DiskError::on("open", path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::InUse(path.to_owned())),
            Err(TryLockError::Error(error)) => {
                return Err(DiskError::on("lock", path)(error).into());
            }
        }
        let about = file.metadata().map_err(DiskError::on("open", path))?;
        if !about.is_file() {
            return Err(ReadError::NotAFile(path.to_owned()).into());
        }
        let length = about.len();
        if length > MAX_BYTES {
            return Err(ReadError::TooLarge {
                path: path.to_owned(),
                limit: MAX_BYTES,
            }
            .into());
        }
        Ok(Self {
            path: path.to_owned(),
            file,
        })
    }

    /// Takes away a file that nothing was acknowledged of.
    pub(super) fn discard(self) {
        // The fault that led here is the one to tell; an empty file that stays says so itself when read.
        let _ = disk::remove(&self.path);
    }
}

impl Medium for FileMedium {
    fn path(&self) -> &Path {
        &self.path
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::End(0))?;
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)
    }

    fn keep_aside(&mut self, torn: &[u8]) -> io::Result<()> {
        for n in 1_u32.. {
            let beside = self.path.with_extension(format!("torn-{n}"));
            if disk::write_new(&beside, torn).map_err(|fault| fault.source)? {
                break;
            }
        }
        Ok(())
    }
}
