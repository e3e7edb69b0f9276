//! The record, the reasons, the end and the reflection.

#[path = "record/after.rs"]
mod after;
#[path = "record/fixture.rs"]
mod fixture;
#[path = "record/writing.rs"]
mod writing;
