//! What is said of an attempt.

mod build;
pub mod debrief;
pub mod html;

pub use build::{debrief as build_debrief, is_reviewed};
