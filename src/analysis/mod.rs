//! Exact search over whole turns: the best and the worst that can still be earned.
//!
//! Marks are free and can be taken back, so they are never state: what a turn
//! can put on offer follows from which units were shown. Only what a later
//! condition or gain can still see is state; see `docs/scoring.md`.

mod expand;
mod filling;
mod graph;
mod layout;
mod logic;
mod turn;

pub use graph::{DEFAULT_STATES, Judged, Search, TurnAction, Value};
