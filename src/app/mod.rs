//! The desktop application: everything that knows bevy.
//!
//! Screens are drawn by [`crate::ui`]; what they ask for is done in one place.
//! Here is the plumbing between the two and the window.

#![allow(
    clippy::needless_pass_by_value,
    reason = "bevy hands a system its resources by value"
)]

mod alarm;
mod assets;
mod desk;
mod edits;
mod error;
mod foreign;
mod frame;
mod options;
mod probe;
mod stage;
mod wake;
mod window;

use std::sync::Arc;

use bevy::prelude::*;
use bevy::winit::EventLoopProxyWrapper;

use crate::language::Language;
use crate::scenario::shelf::Shelf;
use crate::speech::Service;
use crate::ui::shell::Shell;
use desk::{Desk, Facts, Places};

pub use error::AppError;
pub use options::{AppOptions, Look, NotAWindow, StartOptions, WindowSize};

/// Opens the window and runs until it is closed.
///
/// # Errors
/// Where no window can be had: no display, a missing library, no graphics
/// driver. It is asked before anything is built.
pub fn run(options: &AppOptions) -> Result<(), AppError> {
    let _display = probe::display()?;
    let graphics = probe::graphics()?;
    let shelf = Shelf::new(options.scenarios.clone());
    let (mut app, watching) = probe::quietly(|| {
        let mut app = App::new();
        let watching = assets::sources(&mut app, &shelf, options.assets.as_deref());
        app.add_plugins(window::plugins(options, graphics, watching.any()));
        (app, watching)
    })
    .map_err(|reason| AppError::NoWindow { reason })?;

    let clock = wake::clock(app.world().resource::<EventLoopProxyWrapper>()).map_err(|error| {
        AppError::NoWindow {
            reason: error.to_string(),
        }
    })?;
    let mut desk = Desk::new(
        Places {
            shelf: shelf.clone(),
            assets: options.assets.clone(),
            folders: options.folders.clone(),
            named: options.data_named,
        },
        options.look,
        options.trainee.clone(),
        Service::of_session(),
        Arc::clone(&clock.wake),
    );
    let language = Language::of_system();
    desk.set_system_language(language);
    let pictures = frame::pictures(options.assets.as_deref());
    let mut screens = Shell::new(desk.settings(), pictures).with_stage();
    screens.set_system_language(language);
    edits::set_look(&mut screens, &mut desk, options.assets.as_deref());
    if let Some(start) = &options.start {
        let facts = Facts {
            seed: start.seed,
            forced: start.forced.clone(),
            ..Facts::default()
        };
        desk.start(Arc::clone(&start.id), facts);
        screens.open_play();
    }
    app.insert_non_send(desk)
        .insert_non_send(screens)
        .insert_resource(clock)
        .insert_resource(wake::settings())
        .add_plugins((
            foreign::errors::plugin,
            foreign::egui_keyboard::plugin,
            foreign::egui_repaint::plugin,
            foreign::egui_textures::plugin,
            foreign::egui_commands::plugin,
            foreign::system_theme::plugin,
            foreign::accesskit_requests::plugin,
            foreign::accesskit_wake::plugin,
            watching.plugin(options.assets.as_deref()),
            assets::plugin(&shelf),
            frame::plugin,
            stage::plugin,
        ));
    match app.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(_) => Err(AppError::Stopped),
    }
}
