//! One file a screen. A screen draws what it is given and says what the user wants.

pub mod debrief;
pub mod ending;
pub mod form;
pub mod rationale;
pub mod reflection;
pub mod scene;
