//! Tests of what knows no screen. One binary: each further one links everything again.

#[path = "core/attempt/mod.rs"]
mod attempt;
#[path = "core/folders.rs"]
mod folders;
#[path = "core/settings_file.rs"]
mod settings_file;
#[path = "core/stamp.rs"]
mod stamp;
