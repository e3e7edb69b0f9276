//! Takes the keys of commands out of the input before egui acts on them.
//!
//! Otherwise Esc would drop the focus and Ctrl+Enter would break a line.

use egui::text_edit::TextEditState;
use egui::{Context, Event, ImeEvent, Plugin, RawInput, Ui};

use super::command::Command;

/// Commands of this pass that nobody has acted on yet.
#[derive(Debug, Default)]
pub struct Shortcuts {
    pressed: Vec<Command>,
    acted: bool,
    /// A word is being put together by an input method in the field that has the focus.
    composing: bool,
}

/// Whether this event leaves a word half put together, or ends one; none where it is about something else.
fn composes(event: &Event) -> Option<bool> {
    match event {
        Event::Ime(ImeEvent::Preedit { text, .. }) => Some(!text.is_empty()),
        Event::Ime(ImeEvent::Commit(_)) | Event::WindowFocused(_) => Some(false),
        _ => None,
    }
}

impl Shortcuts {
    /// Follows a word that is being composed; says whether one was in this pass.
    fn follow_composition(&mut self, editing: bool, events: &[Event]) -> bool {
        // The field was left, and the word with it.
        self.composing &= editing;
        let mut composed = self.composing;
        for now in events.iter().filter_map(composes) {
            self.composing = editing && now;
            composed |= self.composing;
        }
        composed
    }
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
        let composed = self.follow_composition(editing, &input.events);
        input.events.retain(|event| match Command::of_event(event) {
            Some(command @ (Command::Cover | Command::Quit)) => {
                self.pressed.push(command);
                false
            }
            // Enter, Esc, Space, Tab, digits and arrows choose among the input method's words.
            _ if composed && matches!(event, Event::Key { pressed: true, .. }) => false,
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
