//! Text that is still being typed: what is kept of it, and taken back after a crash.

pub use crate::attempt::Typed as Draft;
