//! Commands: one list feeds the shortcuts and the help.

use egui::{Event, Key, Modifiers};

/// Something that a key does everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Help and the keys of this screen.
    Help,
    /// Cover the screen, or return.
    Cover,
    /// Close what is open; if nothing is open, pause.
    Escape,
    /// The next pane.
    NextPane,
    /// The previous pane.
    PreviousPane,
    /// The screen's main button.
    Main,
    /// Larger text.
    TextLarger,
    /// Smaller text.
    TextSmaller,
    /// Text at 100 %.
    TextNormal,
    /// Undo the last mark.
    Undo,
    /// Redo it.
    Redo,
    /// Read aloud what has the focus.
    ReadAloud,
    /// Read aloud from there to the end of the screen.
    ReadOn,
    /// Save and close.
    Quit,
}

/// A command as the help shows it.
#[derive(Debug, Clone, Copy)]
pub struct Described {
    /// The command.
    pub command: Command,
    /// The key of its words in the strings file.
    pub words: &'static str,
    /// Its key caps, as printed.
    pub caps: &'static [&'static str],
}

/// Every command, in the order of the help.
pub const ALL: [Described; 14] = [
    Described {
        command: Command::Help,
        words: "key-help",
        caps: &["F1"],
    },
    Described {
        command: Command::Cover,
        words: "key-cover",
        caps: &["F9"],
    },
    Described {
        command: Command::Escape,
        words: "key-escape",
        caps: &["Esc"],
    },
    Described {
        command: Command::NextPane,
        words: "key-next-pane",
        caps: &["F6"],
    },
    Described {
        command: Command::PreviousPane,
        words: "key-previous-pane",
        caps: &["Shift", "F6"],
    },
    Described {
        command: Command::Main,
        words: "key-main",
        caps: &["Ctrl", "Enter"],
    },
    Described {
        command: Command::TextLarger,
        words: "key-larger",
        caps: &["Ctrl", "+"],
    },
    Described {
        command: Command::TextSmaller,
        words: "key-smaller",
        caps: &["Ctrl", "-"],
    },
    Described {
        command: Command::TextNormal,
        words: "key-normal",
        caps: &["Ctrl", "0"],
    },
    Described {
        command: Command::Undo,
        words: "key-undo",
        caps: &["Ctrl", "Z"],
    },
    Described {
        command: Command::Redo,
        words: "key-redo",
        caps: &["Ctrl", "Shift", "Z"],
    },
    Described {
        command: Command::ReadAloud,
        words: "key-read-aloud",
        caps: &["F8"],
    },
    Described {
        command: Command::ReadOn,
        words: "key-read-on",
        caps: &["Shift", "F8"],
    },
    Described {
        command: Command::Quit,
        words: "key-quit",
        caps: &["Ctrl", "Q"],
    },
];

impl Command {
    /// The command of a key, if it has one.
    #[must_use]
    pub fn of(key: Key, modifiers: Modifiers) -> Option<Self> {
        let ctrl = modifiers.ctrl || modifiers.command;
        if modifiers.alt {
            return None;
        }
        Some(match (key, ctrl, modifiers.shift) {
            (Key::F1, false, false) => Self::Help,
            (Key::F9, false, false) => Self::Cover,
            (Key::Escape, false, false) => Self::Escape,
            (Key::F6, false, false) => Self::NextPane,
            (Key::F6, false, true) => Self::PreviousPane,
            (Key::F8, false, false) => Self::ReadAloud,
            (Key::F8, false, true) => Self::ReadOn,
            (Key::Enter, true, false) => Self::Main,
            // Many keyboards have the plus sign above the equals sign.
            (Key::Plus | Key::Equals, true, _) => Self::TextLarger,
            (Key::Minus, true, _) => Self::TextSmaller,
            (Key::Num0, true, false) => Self::TextNormal,
            (Key::Z, true, false) => Self::Undo,
            (Key::Z, true, true) => Self::Redo,
            (Key::Q, true, false) => Self::Quit,
            _ => return None,
        })
    }

    /// The command that an event asks for.
    #[must_use]
    pub fn of_event(event: &Event) -> Option<Self> {
        match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Self::of(*key, *modifiers),
            _ => None,
        }
    }

    /// Whether a text field keeps the key for itself.
    #[must_use]
    pub const fn left_to_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_names_every_command_once() {
        for described in ALL {
            let same = ALL
                .iter()
                .filter(|other| other.command == described.command)
                .count();
            assert_eq!(same, 1, "{:?}", described.command);
        }
    }

    #[test]
    fn no_bare_letter_or_digit_is_a_command() {
        for key in Key::ALL {
            let printable = key.name().len() == 1;
            assert!(
                !printable || Command::of(*key, Modifiers::NONE).is_none(),
                "{}",
                key.name()
            );
        }
    }
}
