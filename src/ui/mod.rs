//! Screens as functions of a view, in egui alone.
