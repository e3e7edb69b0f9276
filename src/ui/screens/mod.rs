//! One file a screen. A screen draws what it is given and says what the user wants.

pub mod appraisal;
pub mod attempts;
pub mod briefing;
pub mod comfort;
pub mod debrief;
pub mod ending;
pub mod first_run;
pub mod form;
pub mod help;
pub mod keeping;
pub mod library;
pub mod overlays;
pub mod rationale;
pub mod reflection;
pub mod scene;
pub mod settings;
mod stepped;
