//! What is said of a turn: what it cost, what was closed, the other way.

use std::sync::Arc;

use super::{Words, within_sentence};
use crate::report::debrief::{Cost, Luck, TurnReport};

impl Words<'_> {
    /// What a turn cost on what could be known, in words; absent where it cost nothing.
    #[must_use]
    pub fn cost(&self, turn: &TurnReport) -> Option<String> {
        let word = match turn.cost(self.debrief.span)? {
            Cost::Little => "little",
            Cost::Something => "something",
            Cost::Much => "much",
        };
        Some(self.with("debrief-turn-cost", &[("cost", word.into())]))
    }

    /// What the facts did, where nobody could have known: said calmly, and without praise.
    #[must_use]
    pub fn luck(&self, turn: &TurnReport) -> Option<String> {
        turn.luck(self.debrief.span).map(|luck| {
            self.get(match luck {
                Luck::Against => "debrief-turn-unlucky",
                Luck::For => "debrief-turn-lucky",
            })
        })
    }

    /// Cost and luck of a turn in a row; "It cost nothing." where there is neither.
    #[must_use]
    pub fn outcome(&self, turn: &TurnReport) -> String {
        let said: Vec<String> = self.cost(turn).into_iter().chain(self.luck(turn)).collect();
        if said.is_empty() {
            self.get("debrief-turn-costless")
        } else {
            said.join(" ")
        }
    }

    /// The turns whose figures are anything but 0.
    pub fn turns_with_figures(&self) -> impl Iterator<Item = &TurnReport> {
        self.debrief
            .all_turns
            .iter()
            .filter(|turn| turn.loss > 0 || turn.fair_loss().top > 0)
    }

    /// "Another way was open to you.", where nothing but judgement stood before the other way.
    #[must_use]
    pub fn open(&self, turn: &TurnReport) -> Option<String> {
        (turn.loss > 0 && turn.unseen <= 0).then(|| self.get("debrief-turn-judgement"))
    }

    /// Why another way was not on offer, or not all of it.
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
            let id = if turn.judgement > 0 {
                "debrief-turn-both-labels"
            } else {
                "debrief-turn-unseen"
            };
            self.with(id, &[("labels", self.strings.list(&labels).into())])
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

    /// "Cost 4: 3 unseen, 1 judgement. On what could be known: 2.5. Luck: 1.5."
    #[must_use]
    pub fn turn_figures(&self, turn: &TurnReport) -> String {
        let values = [
            ("loss", turn.loss.into()),
            ("unseen", turn.unseen.into()),
            ("judgement", turn.judgement.into()),
        ];
        let figures = self.with("debrief-turn-figures", &values);
        let Some(fair) = turn.fair else {
            return figures;
        };
        let number = |value: f64| {
            let places = if value.fract() == 0.0 { 0 } else { 2 };
            self.strings.number(value, places)
        };
        let values = [
            ("fair", number(fair.value()).into()),
            ("luck", number(fair.luck(turn.loss)).into()),
        ];
        format!("{figures} {}", self.with("debrief-turn-fair", &values))
    }
}
