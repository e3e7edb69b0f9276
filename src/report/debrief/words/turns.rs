//! What is said of a turn: what it cost, what was closed, the other way.

use std::sync::Arc;

use super::{Words, within_sentence};
use crate::report::debrief::TurnReport;

impl Words<'_> {
    /// What a turn cost, in words; absent where it cost nothing.
    #[must_use]
    pub fn cost(&self, turn: &TurnReport) -> Option<String> {
        let word = match turn.loss {
            ..=0 => return None,
            1..=2 => "little",
            3..=5 => "something",
            _ => "much",
        };
        Some(self.with("debrief-turn-cost", &[("cost", word.into())]))
    }

    /// "It was open to you", where nothing but judgement stood before the other way.
    #[must_use]
    pub fn open(&self, turn: &TurnReport) -> Option<String> {
        (turn.loss > 0 && turn.unseen <= 0).then(|| self.get("debrief-turn-judgement"))
    }

    /// Why the other way was not on offer, or not all of it.
    #[must_use]
    pub fn closed(&self, turn: &TurnReport) -> Option<String> {
        if turn.unseen <= 0 {
            return None;
        }
        let labels: Vec<String> = turn
            .needed
            .iter()
            .filter_map(|&number| self.debrief.signs.get(number))
            .map(|sign| {
                sign.label
                    .as_deref()
                    .map_or_else(|| self.strings.quoted(&sign.quotation), within_sentence)
            })
            .collect();
        Some(if !labels.is_empty() {
            self.with(
                "debrief-turn-unseen",
                &[("labels", self.strings.list(&labels).into())],
            )
        } else if turn.judgement > 0 {
            self.get("debrief-turn-both")
        } else {
            self.get("debrief-turn-unseen-plain")
        })
    }

    /// The other way, a line each: the best choice, or the best options by field.
    #[must_use]
    pub fn other_way(&self, turn: &TurnReport) -> Vec<String> {
        let line = |(field, option): &(Option<Arc<str>>, Arc<str>)| match field {
            None => option.to_string(),
            Some(label) => self.with(
                "debrief-turn-field",
                &[
                    ("label", (&**label).into()),
                    ("options", (&**option).into()),
                ],
            ),
        };
        turn.other_way.iter().map(line).collect()
    }

    /// "Cost 4: 3 unseen, 1 judgement."
    #[must_use]
    pub fn turn_figures(&self, turn: &TurnReport) -> String {
        let values = [
            ("loss", turn.loss.into()),
            ("unseen", turn.unseen.into()),
            ("judgement", turn.judgement.into()),
        ];
        self.with("debrief-turn-figures", &values)
    }
}
