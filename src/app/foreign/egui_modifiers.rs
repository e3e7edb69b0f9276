//! `bevy_egui` 0.42 reports the modifier keys in every frame, which egui takes
//! for input and repaints for ever: a report that says nothing new is dropped.

use bevy::prelude::*;
use bevy_egui::egui::{Event, Modifiers};
use bevy_egui::{EguiInput, EguiPreUpdateSet};

pub fn plugin(app: &mut App) {
    app.add_systems(
        PreUpdate,
        drop_repeated
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    );
}

fn drop_repeated(mut inputs: Query<&mut EguiInput>, mut last: Local<Modifiers>) {
    for mut input in &mut inputs {
        drop_repeated_in(&mut input.events, &mut last);
    }
}

fn drop_repeated_in(events: &mut Vec<Event>, last: &mut Modifiers) {
    events.retain(|event| match event {
        Event::ModifiersChanged(now) if now == last => false,
        Event::ModifiersChanged(now) => {
            *last = *now;
            true
        }
        _ => true,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_change_stays() {
        let mut last = Modifiers::NONE;
        let mut events = vec![
            Event::ModifiersChanged(Modifiers::NONE),
            Event::Copy,
            Event::ModifiersChanged(Modifiers::CTRL),
            Event::ModifiersChanged(Modifiers::CTRL),
        ];
        drop_repeated_in(&mut events, &mut last);
        assert_eq!(
            events,
            [Event::Copy, Event::ModifiersChanged(Modifiers::CTRL)]
        );
        events = vec![Event::ModifiersChanged(Modifiers::NONE)];
        drop_repeated_in(&mut events, &mut last);
        assert_eq!(events.len(), 1, "letting go is a change too");
    }
}
