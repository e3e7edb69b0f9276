//! The keys that move through a list of units.

use egui::{Key, Modifiers};

use super::passages::Entry;

/// What a key does in a list of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListAct {
    /// The focus goes to this unit.
    Go(usize),
    /// The picker opens on the current unit.
    Pick,
    /// The current unit loses its mark.
    Remove,
}

/// What this key does with the focus on unit `current`, if anything.
pub(super) fn list_act(
    entries: &[Entry<'_>],
    current: usize,
    key: Key,
    modifiers: Modifiers,
) -> Option<ListAct> {
    let last = entries.len().checked_sub(1)?;
    if modifiers.is_none() {
        return match key {
            Key::ArrowDown | Key::ArrowRight => Some(ListAct::Go((current + 1).min(last))),
            Key::ArrowUp | Key::ArrowLeft => Some(ListAct::Go(current.saturating_sub(1))),
            Key::Home => Some(ListAct::Go(0)),
            Key::End => Some(ListAct::Go(last)),
            Key::Space | Key::Enter => Some(ListAct::Pick),
            Key::Delete => Some(ListAct::Remove),
            _ => None,
        };
    }
    if !modifiers.command_only() {
        return None;
    }
    let turn = entries.get(current)?.turn;
    let start_of = |wanted: usize| entries.iter().position(|entry| entry.turn == wanted);
    match key {
        Key::ArrowDown => {
            let next = entries.iter().position(|entry| entry.turn > turn);
            Some(ListAct::Go(next.unwrap_or(current)))
        }
        Key::ArrowUp => {
            let own = start_of(turn).unwrap_or(0);
            let before = own.checked_sub(1).and_then(|index| entries.get(index));
            let start = before.and_then(|entry| start_of(entry.turn));
            Some(ListAct::Go(start.unwrap_or(own)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::view::{UnitKey, UnitView};

    fn act(key: Key, modifiers: Modifiers, current: usize) -> Option<ListAct> {
        let units: Vec<UnitView> = (0..6)
            .map(|key| UnitView {
                key: UnitKey(key),
                runs: Vec::new(),
                mark: None,
            })
            .collect();
        let turns = [0, 0, 1, 1, 1, 2];
        let entries: Vec<Entry<'_>> = units
            .iter()
            .zip(turns)
            .map(|(unit, turn)| Entry {
                unit,
                turn,
                speaker: None,
            })
            .collect();
        list_act(&entries, current, key, modifiers)
    }

    #[test]
    fn arrows_stop_at_both_ends() {
        let plain = Modifiers::NONE;
        assert_eq!(act(Key::ArrowUp, plain, 0), Some(ListAct::Go(0)));
        assert_eq!(act(Key::ArrowRight, plain, 0), Some(ListAct::Go(1)));
        assert_eq!(act(Key::ArrowDown, plain, 5), Some(ListAct::Go(5)));
        assert_eq!(act(Key::Home, plain, 4), Some(ListAct::Go(0)));
        assert_eq!(act(Key::End, plain, 1), Some(ListAct::Go(5)));
    }

    #[test]
    fn control_arrows_go_by_speaker() {
        let control = Modifiers::COMMAND;
        assert_eq!(act(Key::ArrowDown, control, 0), Some(ListAct::Go(2)));
        assert_eq!(act(Key::ArrowDown, control, 3), Some(ListAct::Go(5)));
        assert_eq!(act(Key::ArrowDown, control, 5), Some(ListAct::Go(5)));
        assert_eq!(act(Key::ArrowUp, control, 5), Some(ListAct::Go(2)));
        assert_eq!(act(Key::ArrowUp, control, 4), Some(ListAct::Go(0)));
        assert_eq!(act(Key::ArrowUp, control, 1), Some(ListAct::Go(0)));
    }

    #[test]
    fn control_enter_is_left_to_the_screen() {
        assert_eq!(act(Key::Enter, Modifiers::COMMAND, 0), None);
        assert_eq!(act(Key::Enter, Modifiers::NONE, 0), Some(ListAct::Pick));
    }
}
