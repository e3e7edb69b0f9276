//! What a journal stands on: a file, or in tests bytes that crash.

use std::io;
use std::path::Path;

/// A row of bytes that can grow at its end.
///
/// Assumed of it: bytes that were there when [`Medium::sync`] returned are
/// there after a crash; of bytes appended later any part may be there, at its
/// place, or something else in their stead; bytes before them do not change.
pub trait Medium {
    /// Its name, for messages.
    fn path(&self) -> &Path;

    /// All bytes.
    ///
    /// # Errors
    /// When they cannot be read.
    fn read(&mut self) -> io::Result<Vec<u8>>;

    /// Puts bytes at the end. After an error any part of them may be there.
    ///
    /// # Errors
    /// When not all were taken.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Makes all that was appended durable.
    ///
    /// # Errors
    /// When that is not sure. What was appended since the last sync must then be written again: a
    /// second sync alone may succeed without having written it.
    fn sync(&mut self) -> io::Result<()>;

    /// Cuts off what stands behind the first `length` bytes.
    ///
    /// # Errors
    /// When it still stands there.
    fn truncate(&mut self, length: u64) -> io::Result<()>;

    /// Keeps bytes that are about to be cut off, durably, under a name of their own.
    ///
    /// # Errors
    /// When they are not kept.
    fn keep_aside(&mut self, torn: &[u8]) -> io::Result<()>;
}
