//! One playthrough as a pure state machine: no clock, no input or output.

pub mod moves;
pub mod view;
