//! The desktop application: everything that knows bevy.
//!
//! Screens are drawn by [`crate::ui`]; what they ask for is done in one place.
//! Here is the plumbing between the two and the window.

mod alarm;
mod assets;
mod desk;
mod error;
mod foreign;
mod frame;
mod library;
mod options;
mod probe;
mod wake;
mod window;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::scenario::shelf::Shelf;

pub use error::AppError;
pub use options::{AppOptions, Look, NotAWindow, StartOptions, WindowSize};

/// Opens the window and runs until it is closed.
///
/// # Errors
/// Where no window can be had: no display, a missing library, no graphics
/// driver. It is asked before anything is built.
pub fn run(options: &AppOptions) -> Result<(), AppError> {
    probe::display()?;
    let graphics = probe::graphics()?;
    let shelf = Shelf::new(options.scenarios.clone());
    let mut app = probe::quietly(|| {
        let mut app = App::new();
        assets::sources(&mut app, &shelf, options.assets.as_deref());
        app.add_plugins(window::plugins(options, graphics));
        app
    })
    .map_err(|reason| AppError::NoWindow { reason })?;

    let clock = wake::clock(app.world().resource::<EventLoopProxyWrapper>())
        .map_err(|error| AppError::NoWindow { reason: error.to_string() })?;
    app.insert_non_send(desk::Desk::new(shelf.clone()));
    app.insert_resource(clock)
        .insert_resource(wake::settings())
        .add_plugins((
            foreign::errors::plugin,
            foreign::egui_modifiers::plugin,
            foreign::egui_repaint::plugin,
            foreign::egui_commands::plugin,
            foreign::system_theme::plugin,
            foreign::accesskit_requests::plugin,
            foreign::accesskit_wake::plugin,
            assets::plugin(&shelf),
            frame::plugin,
        ));
    match app.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(_) => Err(AppError::Stopped),
    }
}
