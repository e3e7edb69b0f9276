//! `bevy_egui` 0.42 publishes the accessibility tree, but passes on nothing
//! that a screen reader asks of it: here egui is told.

use std::sync::PoisonError;

use bevy::prelude::*;
use bevy::winit::accessibility::WinitActionRequestHandlers;
use bevy_egui::egui::Event;
use bevy_egui::input::WindowToEguiContextMap;
use bevy_egui::{EguiInput, EguiPreUpdateSet};

pub fn plugin(app: &mut App) {
    app.add_systems(
        PreUpdate,
        pass_on
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    );
}

/// Takes from winit's own queues: bevy would hand the requests to systems a
/// frame later, when the window may already sleep.
fn pass_on(
    queues: Res<WinitActionRequestHandlers>,
    contexts: Res<WindowToEguiContextMap>,
    mut inputs: Query<&mut EguiInput>,
) {
    for (window, queue) in queues.iter() {
        let asked: Vec<_> = {
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.drain(..).collect()
        };
        let Some(contexts) = contexts.window_to_contexts.get(window) else {
            continue;
        };
        for context in contexts {
            if let Ok(mut input) = inputs.get_mut(*context) {
                let events = asked.iter().cloned().map(Event::AccessKitActionRequest);
                input.events.extend(events);
            }
        }
    }
}
