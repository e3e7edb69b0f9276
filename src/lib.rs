//! Second Look: trains officers to recognise child sexual exploitation beyond the immediate offence.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod check;
pub mod cli;
pub mod report;
pub mod scenario;
pub mod score;
pub mod session;
pub mod strings;
#[cfg(feature = "ui")]
pub mod ui;
