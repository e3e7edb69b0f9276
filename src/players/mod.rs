//! Simulated officers: simple habits that play a story by its own rules.
//!
//! They show what a story rewards, and how far chance alone moves a score.
//! What each does is told in `docs/discrimination.md`.

mod board;
mod certainty;
mod distance;
mod habit;
mod interval;
mod noise;
mod officer;
mod outcome;
mod running;
mod simulate;
mod summary;
mod tally;

pub use board::{
    Board, Combination, MOST_COMBINATIONS, SEARCHES_AT_ONCE, at_once, on_all_cores, range_of,
};
pub use certainty::{
    Certainty, PLAYS, READER, ScenarioCertainty, StandardError, certainty, certainty_of,
};
pub use habit::Habit;
pub use interval::{Interval, mean_interval, wilson};
pub use officer::Officer;
pub use outcome::Outcome;
pub use running::{Distribution, Running};
pub use simulate::{Watch, simulate, simulate_on, simulate_watched, simulate_with, threads};
pub use summary::{DutyCounts, Figure, PlayerSummary, Share};

pub use crate::scenario::players::Player;
