//! Tests of what knows no screen. One binary: each further one links everything again.

#[path = "core/appraisal.rs"]
mod appraisal;
#[path = "core/attempt/mod.rs"]
mod attempt;
#[path = "core/certainty.rs"]
mod certainty;
#[path = "core/command_line.rs"]
mod command_line;
#[path = "core/conformance.rs"]
mod conformance;
#[path = "core/discrimination.rs"]
mod discrimination;
#[path = "core/fair.rs"]
mod fair;
#[path = "core/folders.rs"]
mod folders;
#[path = "core/guides.rs"]
mod guides;
#[path = "core/pages.rs"]
mod pages;
#[path = "core/players.rs"]
mod players;
#[path = "core/program.rs"]
mod program;
#[path = "core/proof.rs"]
mod proof;
#[path = "core/recorded_plays.rs"]
mod recorded_plays;
#[path = "core/search.rs"]
mod search;
#[path = "core/settings_file.rs"]
mod settings_file;
#[path = "core/shipped.rs"]
mod shipped;
#[path = "core/speech.rs"]
mod speech;
#[path = "core/stamp.rs"]
mod stamp;
#[path = "core/translations.rs"]
mod translations;
#[path = "core/worst_cases.rs"]
mod worst_cases;
