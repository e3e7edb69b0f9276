//! Asks, before anything of bevy is built, whether a window can be had: bevy
//! and winit panic where a display, a library or a graphics driver is missing.

mod display;
mod graphics;
mod quiet;

pub(super) use display::display;
pub(super) use graphics::graphics;
pub(super) use quiet::quietly;
