//! What is said of an attempt.

pub mod debrief;
pub mod html;
