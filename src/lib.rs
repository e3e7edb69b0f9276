//! Second Look: trains officers to recognise child sexual exploitation beyond the immediate offence.
#![forbid(unsafe_code)]

pub mod analysis;
#[cfg(feature = "app")]
pub mod app;
pub mod appraisal;
pub mod attempt;
pub mod check;
pub mod cli;
pub mod disk;
pub mod folders;
pub mod language;
pub mod players;
pub mod proof;
pub mod report;
pub mod scenario;
pub mod score;
pub mod session;
pub mod settings;
pub mod settings_file;
pub mod speech;
pub mod stamp;
pub mod strings;
pub mod support;
#[cfg(feature = "ui")]
pub mod ui;
