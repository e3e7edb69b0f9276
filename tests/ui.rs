//! Tests of the screens, without a window.

#[path = "ui/debrief.rs"]
mod debrief;
#[path = "ui/desk.rs"]
mod desk;
#[path = "ui/record.rs"]
mod record;
#[path = "ui/stand.rs"]
mod stand;
