//! The journal of an attempt on disk: written so that nothing acknowledged is
//! lost, read so that nothing is believed that does not fit.
//!
//! `docs/attempts.md` gives the format byte by byte and argues each crash.

mod action_text;
mod draft;
mod erase;
mod fault;
mod file;
mod folder;
mod header;
mod line;
mod log;
mod medium;
mod played;
mod reading;
mod resolve;
mod typed;
mod writer;

pub use action_text::{ActionText, NotOneAction};
pub use draft::{Draft, left_over};
pub use erase::{Tally, last_done};
pub use fault::{OpenError, ReadError, StartError, WriteFault};
pub use file::FileMedium;
pub use folder::{Attempts, Listed, Opened, read_file};
pub use header::{Header, Pairs, SCHEMA};
pub use line::Entry;
pub use log::{Log, Recovery};
pub use medium::Medium;
pub use played::{KeepError, Played};
pub use reading::{Alteration, Misfit, Reading, Unreadable, read};
pub use resolve::ResolveError;
pub use typed::Typed;
pub use writer::{Report, Writer};
