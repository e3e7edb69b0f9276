//! Screens as functions of a view, in egui alone.

pub mod settings;
pub mod world;
