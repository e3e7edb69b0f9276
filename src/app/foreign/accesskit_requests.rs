//! `bevy_egui` 0.42 publishes the accessibility tree, but passes on nothing
//! that a screen reader asks of it: here egui is told.

use std::sync::PoisonError;

use bevy::a11y::ActionRequest;
use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy::winit::accessibility::WinitActionRequestHandlers;
use bevy_egui::egui::Event;
use bevy_egui::{EguiInput, EguiPreUpdateSet};

pub fn plugin(app: &mut App) {
    app.add_systems(
        PreUpdate,
        pass_on
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    )
    .add_systems(Last, draw_again);
}

/// Takes from winit's own queue, so that a request is done in the frame that it
/// woke; and what bevy took from there itself, at the end of the frame before.
fn pass_on(
    mut taken: MessageReader<ActionRequest>,
    queues: Res<WinitActionRequestHandlers>,
    mut inputs: Query<&mut EguiInput>,
) {
    let mut asked: Vec<_> = taken.read().map(|request| request.0.clone()).collect();
    for queue in queues.values() {
        let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
        asked.extend(queue.drain(..));
    }
    for mut input in &mut inputs {
        let events = asked.iter().cloned().map(Event::AccessKitActionRequest);
        input.events.extend(events);
    }
}

/// A request that came while a frame was being drawn is not left until somebody
/// moves the mouse.
fn draw_again(mut taken: MessageReader<ActionRequest>, mut redraw: MessageWriter<RequestRedraw>) {
    if taken.read().count() > 0 {
        redraw.write(RequestRedraw);
    }
}
