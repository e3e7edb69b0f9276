//! Tests of the screens, without a window.

#[path = "ui/appraisal.rs"]
mod appraisal;
#[path = "ui/audit/mod.rs"]
mod audit;
#[path = "ui/debrief.rs"]
mod debrief;
#[path = "ui/desk.rs"]
mod desk;
#[path = "ui/keys.rs"]
mod keys;
#[path = "ui/parity.rs"]
mod parity;
#[path = "ui/record.rs"]
mod record;
#[path = "ui/scan.rs"]
mod scan;
#[path = "ui/scene.rs"]
mod scene;
#[path = "ui/screens.rs"]
mod screens;
#[path = "ui/stand.rs"]
mod stand;
#[path = "ui/translation.rs"]
mod translation;
#[path = "ui/typing.rs"]
mod typing;
#[path = "ui/words.rs"]
mod words;
