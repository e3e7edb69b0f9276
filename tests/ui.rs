//! Tests of the screens, without a window.

#[path = "ui/stand.rs"]
mod stand;
