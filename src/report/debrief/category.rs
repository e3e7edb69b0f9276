//! What a thing is shown as: a shape, a colour and a word, on screen and on paper alike.

use super::{Debrief, Nature, PlayedUnit, Side};
use crate::strings::Strings;

/// What a shape stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// A sign: a square, or two offset rounds.
    Sign(Side),
    /// A detail that is no sign: an open diamond.
    NotASign,
    /// Looked the same, but was innocent this time: a ring.
    Innocent,
    /// A duty: a shield.
    Duty,
}

impl Category {
    /// The categories of a unit as played; none for a plain sentence that nobody marked.
    #[must_use]
    pub fn of(debrief: &Debrief, unit: &PlayedUnit) -> Vec<Self> {
        match &unit.nature {
            Nature::Signs(numbers) => {
                let signs = numbers
                    .iter()
                    .filter_map(|&number| debrief.signs.get(number));
                let mut sides: Vec<Side> = signs.map(|sign| sign.side).collect();
                sides.sort_unstable();
                sides.dedup();
                sides.into_iter().map(Self::Sign).collect()
            }
            Nature::Neutral { .. } => vec![Self::Innocent],
            Nature::NotASign { .. } => vec![Self::NotASign],
            // A plain sentence has a shape only where it was marked: then it was no sign either.
            Nature::Plain if unit.mark.is_some() || unit.withdrawn => vec![Self::NotASign],
            Nature::Plain => Vec::new(),
        }
    }

    /// Its word: "Beyond".
    #[must_use]
    pub fn word(self, strings: &Strings) -> String {
        strings.get(match self {
            Self::Sign(Side::Immediate) => "side-immediate",
            Self::Sign(Side::Beyond) => "side-beyond",
            Self::NotASign => "not-a-sign",
            Self::Innocent => "looked-the-same",
            Self::Duty => "debrief-duty",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::sample;
    use super::*;

    #[test]
    fn a_plain_sentence_has_a_shape_only_where_it_was_marked() {
        let debrief = sample();
        let units = &debrief.transcript[1].paragraphs[0];
        let categories: Vec<_> = units
            .iter()
            .map(|unit| Category::of(&debrief, unit))
            .collect();
        let expected = [
            vec![],
            vec![Category::Sign(Side::Beyond)],
            vec![Category::NotASign],
            vec![Category::NotASign],
        ];
        assert_eq!(categories, expected);
    }
}
