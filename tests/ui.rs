//! Tests of the screens, without a window.

#[path = "ui/audit.rs"]
mod audit;
#[path = "ui/keys.rs"]
mod keys;
#[path = "ui/screens.rs"]
mod screens;
#[path = "ui/stand.rs"]
mod stand;
#[path = "ui/words.rs"]
mod words;
