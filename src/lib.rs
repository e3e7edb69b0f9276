//! Second Look: trains officers to recognise child sexual exploitation beyond the immediate offence.
#![forbid(unsafe_code)]

pub mod analysis;
#[cfg(feature = "app")]
pub mod app;
pub mod report;
pub mod scenario;
pub mod score;
pub mod session;
pub mod strings;
#[cfg(feature = "ui")]
pub mod ui;
