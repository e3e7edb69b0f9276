//! Screens as functions of a view, in egui alone.

pub mod aloud;
pub mod announcer;
pub mod art;
pub mod command;
pub mod draft;
pub mod focus_ring;
pub mod fonts;
pub mod frame;
pub mod icons;
pub mod kit;
pub mod panes;
pub mod screens;
pub use crate::settings;
pub mod shell;
pub mod shortcuts;
pub mod spoken;
pub mod stage;
pub mod theme;
pub mod tokens;
pub mod widgets;
pub mod world;
