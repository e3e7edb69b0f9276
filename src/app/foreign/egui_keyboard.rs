//! `bevy_egui` 0.42 gives every key of a frame the modifiers that are held at
//! the frame's end: a quick Ctrl+Enter within one frame loses its Ctrl. It also
//! reports the modifiers in every frame, which egui takes for input and repaints
//! for ever. Here keys are translated in their order, and only a change is told.

use bevy::input::keyboard::{Key, KeyboardFocusLost, KeyboardInput};
use bevy::prelude::*;
use bevy_egui::egui::{self, Event, Modifiers};
use bevy_egui::helpers::{bevy_to_egui_key, bevy_to_egui_physical_key};
use bevy_egui::{EguiClipboard, EguiGlobalSettings, EguiInput, EguiPreUpdateSet};

pub fn plugin(app: &mut App) {
    app.add_systems(PreStartup, silence).add_systems(
        PreUpdate,
        pass_on
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    );
}

fn silence(mut settings: ResMut<EguiGlobalSettings>) {
    settings
        .input_system_settings
        .run_write_keyboard_input_messages_system = false;
}

fn pass_on(
    mut keys: MessageReader<KeyboardInput>,
    mut lost: MessageReader<KeyboardFocusLost>,
    mut held: Local<Held>,
    mut clipboard: ResMut<EguiClipboard>,
    mut inputs: Query<&mut EguiInput>,
) {
    let mut events = Vec::new();
    for message in keys.read() {
        held.translate(message, || clipboard.get_text(), &mut events);
    }
    if lost.read().count() > 0 {
        // What is let go in another window is never heard of.
        held.release(&mut events);
    }
    for mut input in &mut inputs {
        input
            .events
            .retain(|event| !matches!(event, Event::ModifiersChanged(_)));
        input.events.extend(events.iter().cloned());
    }
}

/// The modifier keys that are held.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four keys, each held or not")]
struct Held {
    shift: bool,
    ctrl: bool,
    alt: bool,
    system: bool,
}

impl Held {
    fn modifiers(self) -> Modifiers {
        let mac = cfg!(target_os = "macos");
        Modifiers {
            alt: self.alt,
            ctrl: self.ctrl,
            shift: self.shift,
            mac_cmd: mac && self.system,
            command: if mac { self.system } else { self.ctrl },
        }
    }

    /// Whether a key types what it bears. Ctrl and Alt together are how `AltGr` arrives.
    fn types(self) -> bool {
        let alt_gr = !cfg!(target_os = "macos") && self.ctrl && self.alt;
        !self.system && !self.ctrl || alt_gr
    }

    fn note(&mut self, key: &Key, pressed: bool) {
        match key {
            Key::Shift => self.shift = pressed,
            Key::Control => self.ctrl = pressed,
            Key::Alt => self.alt = pressed,
            Key::Super | Key::Meta => self.system = pressed,
            _ => {}
        }
    }

    fn release(&mut self, events: &mut Vec<Event>) {
        if *self != Self::default() {
            *self = Self::default();
            events.push(Event::ModifiersChanged(Modifiers::NONE));
        }
    }

    fn translate(
        &mut self,
        message: &KeyboardInput,
        paste: impl FnOnce() -> Option<String>,
        events: &mut Vec<Event>,
    ) {
        let pressed = message.state.is_pressed();
        let before = *self;
        self.note(&message.logical_key, pressed);
        let modifiers = self.modifiers();
        if *self != before {
            events.push(Event::ModifiersChanged(modifiers));
        }
        if pressed && self.types() {
            events.extend(typed(&message.logical_key).map(Event::Text));
        }
        let physical_key = bevy_to_egui_physical_key(&message.key_code);
        // The physical key stands in on keyboards without Latin letters.
        let Some(key) = bevy_to_egui_key(&message.logical_key).or(physical_key) else {
            return;
        };
        events.push(Event::Key {
            key,
            physical_key,
            pressed,
            repeat: false,
            modifiers,
        });
        if pressed && modifiers.command {
            match key {
                egui::Key::C => events.push(Event::Copy),
                egui::Key::X => events.push(Event::Cut),
                egui::Key::V => events.extend(paste().map(Event::Paste)),
                _ => {}
            }
        }
    }
}

fn typed(key: &Key) -> Option<String> {
    match key {
        Key::Character(text) if !text.contains(char::is_control) => Some(text.to_string()),
        Key::Space => Some(" ".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::input::ButtonState;
    use bevy::prelude::KeyCode;

    fn events(keys: &[(Key, KeyCode, bool)]) -> Vec<Event> {
        let mut held = Held::default();
        let mut events = Vec::new();
        for (logical_key, key_code, pressed) in keys {
            let message = KeyboardInput {
                key_code: *key_code,
                logical_key: logical_key.clone(),
                state: if *pressed {
                    ButtonState::Pressed
                } else {
                    ButtonState::Released
                },
                text: None,
                repeat: false,
                window: Entity::PLACEHOLDER,
            };
            held.translate(&message, || Some("pasted".to_owned()), &mut events);
        }
        events
    }

    #[test]
    fn a_chord_within_one_frame_keeps_its_modifier() {
        let chord = events(&[
            (Key::Control, KeyCode::ControlLeft, true),
            (Key::Enter, KeyCode::Enter, true),
            (Key::Enter, KeyCode::Enter, false),
            (Key::Control, KeyCode::ControlLeft, false),
        ]);
        let enter = chord.iter().find_map(|event| match event {
            Event::Key {
                key: egui::Key::Enter,
                pressed: true,
                modifiers,
                ..
            } => Some(modifiers.ctrl),
            _ => None,
        });
        assert_eq!(enter, Some(true));
        let changes = chord
            .iter()
            .filter(|event| matches!(event, Event::ModifiersChanged(_)));
        assert_eq!(
            changes.count(),
            2,
            "held and let go, and nothing in between"
        );
    }

    #[test]
    fn letters_type_and_shortcuts_do_not() {
        let letter = |text: &str, code| (Key::Character(text.into()), code, true);
        assert!(events(&[letter("é", KeyCode::KeyE)]).contains(&Event::Text("é".to_owned())));
        let paste = events(&[
            (Key::Control, KeyCode::ControlLeft, true),
            letter("v", KeyCode::KeyV),
        ]);
        assert!(paste.contains(&Event::Paste("pasted".to_owned())));
        assert!(!paste.iter().any(|event| matches!(event, Event::Text(_))));
    }

    #[test]
    fn a_window_left_with_a_key_held_lets_it_go() {
        let mut held = Held::default();
        held.note(&Key::Shift, true);
        let mut events = Vec::new();
        held.release(&mut events);
        held.release(&mut events);
        assert_eq!(events, [Event::ModifiersChanged(Modifiers::NONE)]);
    }
}
