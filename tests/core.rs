//! Tests of what knows no screen. One binary: each further one links everything again.

#[path = "core/stamp.rs"]
mod stamp;
