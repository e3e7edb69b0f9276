//! `bevy_egui` 0.42 asks for the next frame at once while egui wants one at any
//! later time: a tooltip's wait would spin the processor. Its request is taken
//! back, and the alarm wakes the window when the time has come.

use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy_egui::EguiPostUpdateSet;

use crate::app::wake::Clock;

/// How long egui can wait for its next frame, as its last output said.
#[derive(Resource, Default)]
pub struct RepaintDelay(pub Option<Duration>);

pub fn plugin(app: &mut App) {
    app.init_resource::<RepaintDelay>().add_systems(
        PostUpdate,
        wait_for_the_time
            .after(EguiPostUpdateSet::ProcessOutput)
            .before(EguiPostUpdateSet::PostProcessOutput),
    );
}

fn wait_for_the_time(
    delay: Res<RepaintDelay>,
    clock: Res<Clock>,
    mut requests: ResMut<Messages<RequestRedraw>>,
) {
    match delay.0 {
        Some(Duration::ZERO) => {}
        Some(delay) => {
            requests.clear();
            if let Some(time) = Instant::now().checked_add(delay) {
                clock.alarm.at(time);
            }
        }
        None => requests.clear(),
    }
}
