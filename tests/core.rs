//! Tests of what knows no screen. One binary: each further one links everything again.

#[path = "core/command_line.rs"]
mod command_line;
#[path = "core/conformance.rs"]
mod conformance;
#[path = "core/program.rs"]
mod program;
#[path = "core/search.rs"]
mod search;
#[path = "core/shipped.rs"]
mod shipped;
#[path = "core/stamp.rs"]
mod stamp;
