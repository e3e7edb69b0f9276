//! What is said of an attempt.

mod build;
pub mod debrief;
pub mod html;
mod sure;

pub use build::{debrief as build_debrief, is_reviewed};
pub use sure::{Lately, Sure, TOGETHER, to_json as sure_to_json};
