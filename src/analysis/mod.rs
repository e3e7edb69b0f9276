//! Exact search over whole turns: the best and the worst that can still be earned.
//!
//! Marks are free and can be taken back, so they are never state: what a turn
//! can put on offer follows from which units were shown. Only what a later
//! condition or gain can still see is state; see `docs/scoring.md`.

mod belief;
mod combinations;
mod components;
mod expand;
mod facts;
mod fair;
mod filling;
mod graph;
mod judge;
mod layout;
mod liveness;
mod logic;
mod loops;
mod optimum;
mod order;
mod packing;
mod program;
mod ranges;
mod reach;
mod search;
mod seen;
mod states;
mod test;
#[cfg(test)]
mod tests;
mod turn;
mod values;
mod witness;
mod worth;

pub use expand::TurnAction;
pub use fair::{FairLoss, PlayedGain, fair_losses};
pub use judge::Judged;
pub use reach::{Path, Reach, never_on_offer, telling_lines};
pub use search::{DEFAULT_STATES, Search};
pub use values::Value;
pub use witness::actions_of;
