//! One playthrough as a pure state machine: no clock, no input or output.

pub mod action;
pub mod bits;
pub mod draw;
pub mod look;
pub mod moves;
pub mod names;
pub mod playthrough;
pub mod refusal;
pub mod rules;
pub mod state;
pub mod view;
