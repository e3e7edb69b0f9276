//! Exact search over whole turns: the best and the worst that can still be earned.
//!
//! Marks are free and can be taken back, so they are never state: what a turn
//! can put on offer follows from which units were shown. Only what a later
//! condition or gain can still see is state; see `docs/scoring.md`.

mod components;
mod expand;
mod facts;
mod filling;
mod graph;
mod judge;
mod layout;
mod liveness;
mod logic;
mod order;
mod ranges;
mod turn;

pub use expand::TurnAction;
pub use graph::{DEFAULT_STATES, Search, Value};
pub use judge::Judged;
