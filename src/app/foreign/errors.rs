//! bevy 0.19 panics where a system returns an error: here it is logged.

use bevy::prelude::*;

pub fn plugin(app: &mut App) {
    app.set_error_handler(bevy::ecs::error::error);
}
