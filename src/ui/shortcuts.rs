//! Takes the keys of commands out of the input before egui acts on them.
//!
//! Otherwise Esc would drop the focus and Ctrl+Enter would break a line.

use egui::text_edit::TextEditState;
use egui::{Context, Event, Plugin, RawInput, Ui};

use super::command::Command;

/// Commands of this pass that nobody has acted on yet.
#[derive(Debug, Default)]
pub struct Shortcuts {
    pressed: Vec<Command>,
    acted: bool,
}

/// Whether a key, a press or a reader did something in this pass: what it
/// changed after it was drawn needs one more pass to be seen.
#[must_use]
pub fn acted(ctx: &Context) -> bool {
    ctx.plugin_or_default::<Shortcuts>().lock().acted
}

/// Stands ready before the first key is pressed.
pub fn install(ctx: &Context) {
    drop(ctx.plugin_or_default::<Shortcuts>());
}

/// Whether text is being edited.
#[must_use]
pub fn editing_text(ctx: &Context) -> bool {
    ctx.memory(egui::Memory::focused)
        .is_some_and(|id| TextEditState::load(ctx, id).is_some())
}

/// Takes a command if it was given in this pass: the first to ask gets it.
#[must_use]
pub fn take(ctx: &Context, command: Command) -> bool {
    let shortcuts = ctx.plugin_or_default::<Shortcuts>();
    let mut shortcuts = shortcuts.lock();
    let found = shortcuts
        .pressed
        .iter()
        .position(|pressed| *pressed == command);
    found.map(|index| shortcuts.pressed.remove(index)).is_some()
}

/// Whether a command was given in this pass and nobody has acted on it yet.
#[must_use]
pub fn given(ctx: &Context, command: Command) -> bool {
    let shortcuts = ctx.plugin_or_default::<Shortcuts>();
    shortcuts.lock().pressed.contains(&command)
}

/// Takes a command unless something modal lies above this part of the screen.
#[must_use]
pub fn take_here(ui: &Ui, command: Command) -> bool {
    ui.is_enabled()
        && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
        && take(ui.ctx(), command)
}

impl Plugin for Shortcuts {
    fn debug_name(&self) -> &'static str {
        "shortcuts"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let editing = editing_text(ctx);
        self.acted = input.events.iter().any(|event| {
            !matches!(
                event,
                Event::PointerMoved(_)
                    | Event::ModifiersChanged(_)
                    | Event::PointerGone
                    | Event::MouseMoved(_)
                    | Event::WindowFocused(_)
            )
        });
        input.events.retain(|event| match Command::of_event(event) {
            Some(command) if !(editing && command.left_to_text()) => {
                self.pressed.push(command);
                false
            }
            _ => true,
        });
    }

    fn on_end_pass(&mut self, _ui: &mut Ui) {
        self.pressed.clear();
    }
}
