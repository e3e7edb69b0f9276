//! Undo and redo of marks, as moves that bring the other state back.

use crate::session::moves::Move;
use crate::session::view::{Mark, UnitKey};

/// A change of one unit's mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    unit: UnitKey,
    before: Option<Mark>,
    after: Option<Mark>,
}

/// The move that gives a unit this mark, or none.
pub(super) fn move_to(unit: UnitKey, mark: Option<Mark>) -> Move {
    match mark {
        Some(mark) => Move::Mark(unit, mark),
        None => Move::Unmark(unit),
    }
}

/// The marks that were made here, and those that were taken back.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
}

impl History {
    /// Remembers a change that was just asked for.
    pub(super) fn record(&mut self, unit: UnitKey, before: Option<Mark>, after: Option<Mark>) {
        self.undone.clear();
        self.done.push(Change {
            unit,
            before,
            after,
        });
    }

    /// Takes the last change back: the unit, and the mark that it had before.
    pub(super) fn undo(&mut self) -> Option<(UnitKey, Option<Mark>)> {
        let change = self.done.pop()?;
        self.undone.push(change);
        Some((change.unit, change.before))
    }

    /// Does the change that was taken back last again.
    pub(super) fn redo(&mut self) -> Option<(UnitKey, Option<Mark>)> {
        let change = self.undone.pop()?;
        self.done.push(change);
        Some((change.unit, change.after))
    }

    /// Whether anything can be taken back.
    pub(super) fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::view::{ConcernKey, Sureness};

    const UNIT: UnitKey = UnitKey(4);
    const NOTED: Mark = Mark {
        concern: ConcernKey(1),
        sure: Sureness::Note,
    };
    const SURE: Mark = Mark {
        concern: ConcernKey(1),
        sure: Sureness::ActNow,
    };

    #[test]
    fn undo_walks_back_and_redo_forward() {
        let mut history = History::default();
        history.record(UNIT, None, Some(NOTED));
        history.record(UNIT, Some(NOTED), Some(SURE));
        assert_eq!(history.undo(), Some((UNIT, Some(NOTED))));
        assert_eq!(history.undo(), Some((UNIT, None)));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo(), Some((UNIT, Some(NOTED))));
        assert_eq!(history.redo(), Some((UNIT, Some(SURE))));
        assert_eq!(history.redo(), None);
    }

    #[test]
    fn a_new_mark_forgets_what_was_taken_back() {
        let mut history = History::default();
        history.record(UNIT, None, Some(NOTED));
        history.undo();
        history.record(UNIT, None, Some(SURE));
        assert_eq!(history.redo(), None);
        assert_eq!(history.undo(), Some((UNIT, None)));
    }
}
