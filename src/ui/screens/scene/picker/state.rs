//! The picker's two steps and its keys, without a pixel.

use egui::{Key, Modifiers};

use crate::session::view::{Mark, Sureness, UnitKey};

/// The three degrees, in their fixed order.
pub(in crate::ui::screens::scene) const DEGREES: [Sureness; 3] =
    [Sureness::Note, Sureness::Concerned, Sureness::ActNow];

/// Where the focus stands in the picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screens::scene) enum Spot {
    /// On a kind, by its place in the taxonomy.
    Kind(usize),
    /// On a degree, by its place in [`DEGREES`].
    Degree(usize),
    /// On `Remove mark`.
    Remove,
}

/// What a key or a click in the picker leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screens::scene) enum Outcome {
    /// The picker stays open.
    Open,
    /// It closes and nothing changes.
    Close,
    /// It closes and the unit gets this kind and degree.
    Mark {
        /// The kind's place in the taxonomy.
        kind: usize,
        /// How sure.
        sure: Sureness,
    },
    /// It closes and the mark goes.
    Remove,
}

/// How the kinds are laid out, which the arrows follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ui::screens::scene) struct Grid {
    /// How many kinds there are.
    pub kinds: usize,
    /// In how many columns.
    pub columns: usize,
}

/// An open picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui::screens::scene) struct Picker {
    /// The unit it is about.
    pub unit: UnitKey,
    /// The unit's number in its list.
    pub index: usize,
    /// The mark that the unit has now, with the kind's place in the taxonomy.
    pub present: Option<(usize, Mark)>,
    /// The kind picked so far; on a marked unit the present one.
    pub kind: Option<usize>,
    /// Where the focus stands.
    pub spot: Spot,
    /// In how many columns the kinds were drawn last.
    pub columns: usize,
}

impl Picker {
    /// Opens on a unit. Nothing is preselected unless the unit is marked.
    pub(in crate::ui::screens::scene) fn open(
        unit: UnitKey,
        index: usize,
        present: Option<(usize, Mark)>,
    ) -> Self {
        let kind = present.map(|(kind, _)| kind);
        Self {
            unit,
            index,
            present,
            kind,
            spot: Spot::Kind(kind.unwrap_or(0)),
            columns: 2,
        }
    }

    /// Whether the focus stands on the second step.
    pub(in crate::ui::screens::scene) fn on_degrees(&self) -> bool {
        matches!(self.spot, Spot::Degree(_))
    }

    /// The degree of the present mark, by its place in [`DEGREES`].
    pub(in crate::ui::screens::scene) fn present_degree(&self) -> Option<usize> {
        let (_, mark) = self.present?;
        DEGREES.iter().position(|degree| *degree == mark.sure)
    }

    /// Takes a key that was pressed while the picker is open.
    /// Nothing comes back for a key that it has no use for.
    pub(in crate::ui::screens::scene) fn key(
        &mut self,
        key: Key,
        modifiers: Modifiers,
        grid: Grid,
    ) -> Option<Outcome> {
        if key == Key::Tab && (modifiers.is_none() || modifiers.shift_only()) {
            self.spot = self.next_group(modifiers.shift);
            return Some(Outcome::Open);
        }
        if !modifiers.is_none() {
            return None;
        }
        if let Some(digit) = digit_of(key) {
            return Some(self.pick_digit(digit, grid));
        }
        match key {
            Key::Escape => Some(Outcome::Close),
            Key::Delete if self.present.is_some() => Some(Outcome::Remove),
            Key::Enter | Key::Space => Some(self.activate(self.spot)),
            Key::Backspace => {
                if self.on_degrees() {
                    self.spot = Spot::Kind(self.kind.unwrap_or(0));
                }
                Some(Outcome::Open)
            }
            Key::ArrowUp
            | Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::Home
            | Key::End => {
                self.spot = self.moved(key, grid);
                Some(Outcome::Open)
            }
            _ => None,
        }
    }

    /// Chooses what stands at a spot, by Enter, a click or a screen reader.
    pub(in crate::ui::screens::scene) fn activate(&mut self, spot: Spot) -> Outcome {
        match (spot, self.kind) {
            (Spot::Kind(kind), _) => {
                self.kind = Some(kind);
                self.spot = Spot::Degree(self.present_degree().unwrap_or(0));
                Outcome::Open
            }
            (Spot::Degree(degree), Some(kind)) => match DEGREES.get(degree) {
                Some(sure) => Outcome::Mark { kind, sure: *sure },
                None => Outcome::Open,
            },
            (Spot::Degree(_), None) => Outcome::Open,
            (Spot::Remove, _) => Outcome::Remove,
        }
    }

    fn pick_digit(&mut self, digit: usize, grid: Grid) -> Outcome {
        let place = if digit == 0 { 9 } else { digit - 1 };
        if self.on_degrees() {
            if place < DEGREES.len() {
                return self.activate(Spot::Degree(place));
            }
        } else if place < grid.kinds {
            return self.activate(Spot::Kind(place));
        }
        Outcome::Open
    }

    fn next_group(&self, backwards: bool) -> Spot {
        let kinds = Spot::Kind(self.kind.unwrap_or(0));
        let mut stops = vec![kinds];
        if self.kind.is_some() {
            stops.push(Spot::Degree(self.present_degree().unwrap_or(0)));
        }
        if self.present.is_some() {
            stops.push(Spot::Remove);
        }
        let here = stops
            .iter()
            .position(|stop| std::mem::discriminant(stop) == std::mem::discriminant(&self.spot))
            .unwrap_or(0);
        let step = if backwards { stops.len() - 1 } else { 1 };
        stops[(here + step) % stops.len()]
    }

    fn moved(&self, key: Key, grid: Grid) -> Spot {
        let (at, count, columns) = match self.spot {
            Spot::Kind(at) => (at, grid.kinds, grid.columns.max(1)),
            Spot::Degree(at) => (at, DEGREES.len(), 1),
            Spot::Remove => return Spot::Remove,
        };
        let last = count.saturating_sub(1);
        let to = match key {
            Key::Home => 0,
            Key::End => last,
            Key::ArrowLeft => at.saturating_sub(1),
            Key::ArrowRight => (at + 1).min(last),
            Key::ArrowUp if at >= columns => at - columns,
            Key::ArrowDown if at + columns <= last => at + columns,
            _ => at,
        };
        match self.spot {
            Spot::Degree(_) => Spot::Degree(to),
            _ => Spot::Kind(to),
        }
    }
}

fn digit_of(key: Key) -> Option<usize> {
    const DIGITS: [Key; 10] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    DIGITS.iter().position(|digit| *digit == key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::view::ConcernKey;

    const GRID: Grid = Grid {
        kinds: 10,
        columns: 2,
    };

    fn press(picker: &mut Picker, key: Key) -> Option<Outcome> {
        picker.key(key, Modifiers::NONE, GRID)
    }

    fn fresh() -> Picker {
        Picker::open(UnitKey(7), 3, None)
    }

    fn marked() -> Picker {
        let mark = Mark {
            concern: ConcernKey(4),
            sure: Sureness::ActNow,
        };
        Picker::open(UnitKey(7), 3, Some((4, mark)))
    }

    #[test]
    fn two_digits_mark() {
        let mut picker = fresh();
        assert_eq!(press(&mut picker, Key::Num0), Some(Outcome::Open));
        assert_eq!(
            press(&mut picker, Key::Num2),
            Some(Outcome::Mark {
                kind: 9,
                sure: Sureness::Concerned
            })
        );
    }

    #[test]
    fn a_digit_that_names_nothing_changes_nothing() {
        let mut picker = fresh();
        press(&mut picker, Key::Num3);
        assert_eq!(press(&mut picker, Key::Num4), Some(Outcome::Open));
        assert_eq!(picker.kind, Some(2));
        assert!(picker.on_degrees());
    }

    #[test]
    fn nothing_is_preselected_and_escape_changes_nothing() {
        let mut picker = fresh();
        assert_eq!(picker.kind, None);
        assert_eq!(press(&mut picker, Key::Delete), None);
        assert_eq!(press(&mut picker, Key::Escape), Some(Outcome::Close));
    }

    #[test]
    fn arrows_follow_the_columns_and_stop_at_the_edges() {
        let mut picker = fresh();
        for (key, spot) in [
            (Key::ArrowUp, 0),
            (Key::ArrowRight, 1),
            (Key::ArrowDown, 3),
            (Key::End, 9),
            (Key::ArrowDown, 9),
            (Key::ArrowUp, 7),
            (Key::Home, 0),
        ] {
            press(&mut picker, key);
            assert_eq!(picker.spot, Spot::Kind(spot), "{key:?}");
        }
    }

    #[test]
    fn backspace_goes_back_a_step() {
        let mut picker = fresh();
        press(&mut picker, Key::Num3);
        assert_eq!(press(&mut picker, Key::Backspace), Some(Outcome::Open));
        assert_eq!(picker.spot, Spot::Kind(2));
    }

    #[test]
    fn a_marked_unit_shows_its_choice_and_can_lose_it() {
        let mut picker = marked();
        assert_eq!(picker.spot, Spot::Kind(4));
        press(&mut picker, Key::Enter);
        assert_eq!(picker.spot, Spot::Degree(2));
        assert_eq!(press(&mut picker, Key::Delete), Some(Outcome::Remove));
    }

    #[test]
    fn tab_stays_inside_and_passes_over_what_cannot_be_used() {
        let mut picker = fresh();
        press(&mut picker, Key::Tab);
        assert_eq!(picker.spot, Spot::Kind(0));
        let mut picker = marked();
        press(&mut picker, Key::Tab);
        assert_eq!(picker.spot, Spot::Degree(2));
        press(&mut picker, Key::Tab);
        assert_eq!(picker.spot, Spot::Remove);
        press(&mut picker, Key::Tab);
        assert_eq!(picker.spot, Spot::Kind(4));
        picker.key(Key::Tab, Modifiers::SHIFT, GRID);
        assert_eq!(picker.spot, Spot::Remove);
    }
}
