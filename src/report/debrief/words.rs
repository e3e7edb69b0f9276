//! The sentences a debrief is told in, the same on screen and in a report.

mod figures;
mod turns;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::{Debrief, Side, SideReport, SignReport};
use crate::session::moves::SelfRating;
use crate::session::view::{Clock, Sureness};
use crate::strings::{Strings, Value};

/// How much of something, as a word that a string selects by.
fn share_word(part: u32, whole: u32) -> &'static str {
    match (u64::from(part) * 100).checked_div(u64::from(whole)) {
        None | Some(0) if part == 0 => "none",
        None | Some(100..) => "all",
        Some(0..40) => "little",
        Some(40..=60) => "half",
        Some(_) => "most",
    }
}

/// The word of a self-rating, as actions write it.
#[must_use]
pub fn rating_word(rating: SelfRating) -> &'static str {
    match rating {
        SelfRating::Little => "little",
        SelfRating::Some => "some",
        SelfRating::AboutHalf => "about-half",
        SelfRating::Most => "most",
        SelfRating::All => "all",
    }
}

/// A debrief and the strings to tell it in.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// What is told.
    pub debrief: &'a Debrief,
    /// The words.
    pub strings: &'a Strings,
}

impl<'a> Words<'a> {
    /// Tells this debrief in these strings.
    #[must_use]
    pub fn new(debrief: &'a Debrief, strings: &'a Strings) -> Self {
        Self { debrief, strings }
    }

    /// A string without values.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.strings.get(id)
    }

    /// A string with values.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.strings.with(id, values)
    }

    /// The tag of the scenario's language, where its sentences are in another than the words around them.
    #[must_use]
    pub fn other_language(&self) -> Option<&'static str> {
        let language = self.debrief.language;
        (language != self.strings.language()).then(|| language.tag())
    }

    /// "14:26", or "minute 6" where the scenario has no time of day.
    #[must_use]
    pub fn time(&self, minute: u32) -> String {
        let clock = Clock {
            starts_at: self.debrief.starts_at,
            minute,
        };
        match clock.at(minute) {
            Some((hour, minute)) => self.strings.clock(hour, minute),
            None => self.with("time-minute", &[("n", minute.into())]),
        }
    }

    /// The counts of a side.
    #[must_use]
    pub fn side(&self, side: Side) -> SideReport {
        match side {
            Side::Immediate => self.debrief.immediate,
            Side::Beyond => self.debrief.beyond,
        }
    }

    /// "Beyond".
    #[must_use]
    pub fn side_name(&self, side: Side) -> String {
        self.get(match side {
            Side::Immediate => "side-immediate",
            Side::Beyond => "side-beyond",
        })
    }

    /// "The child's safety".
    #[must_use]
    pub fn side_about(&self, side: Side) -> String {
        self.get(match side {
            Side::Immediate => "side-immediate-about",
            Side::Beyond => "side-beyond-about",
        })
    }

    /// "Beyond: 3 of 8 signs marked".
    #[must_use]
    pub fn count(&self, side: Side) -> String {
        let counts = self.side(side);
        let id = if counts.in_reach == 0 {
            "debrief-count-none"
        } else {
            "debrief-count"
        };
        let values = [
            ("side", self.side_name(side).into()),
            ("hits", counts.hits.into()),
            ("total", counts.in_reach.into()),
        ];
        self.with(id, &values)
    }

    /// The one sentence on what was noticed; where there was nothing to find, that.
    #[must_use]
    pub fn noticed(&self) -> String {
        let share = |side: SideReport| Value::from(share_word(side.hits, side.in_reach));
        let values = [
            ("immediate", share(self.debrief.immediate)),
            ("beyond", share(self.debrief.beyond)),
        ];
        let (immediate, beyond) = (self.debrief.immediate, self.debrief.beyond);
        if beyond.in_reach > 0 {
            let both = immediate.in_reach > 0;
            return self.with(
                if both {
                    "debrief-sentence"
                } else {
                    "debrief-sentence-beyond"
                },
                &values,
            );
        }
        let nothing = self.get(if beyond.never_reached == 0 {
            "debrief-nothing-beyond"
        } else {
            "debrief-nothing-on-the-way"
        });
        if immediate.in_reach == 0 {
            return nothing;
        }
        format!(
            "{} {nothing}",
            self.with("debrief-sentence-immediate", &values)
        )
    }

    /// "Not marked: an adult waiting out of sight; a second phone." Two at most, those beyond the offence first.
    #[must_use]
    pub fn unmarked(&self) -> Option<String> {
        let mut named: Vec<&SignReport> = self
            .debrief
            .signs
            .iter()
            .filter(|sign| !sign.marked && sign.label.is_some())
            .collect();
        named.sort_by_key(|sign| sign.side != Side::Beyond);
        let mut labels: Vec<String> = Vec::new();
        for label in named.into_iter().filter_map(|sign| sign.label.as_deref()) {
            let label = within_sentence(label);
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels.truncate(2);
        (!labels.is_empty()).then(|| {
            self.with(
                "debrief-sentence-unmarked",
                &[("labels", self.strings.list(&labels).into())],
            )
        })
    }

    /// Signs that the way taken never reached, said apart.
    #[must_use]
    pub fn never_reached(&self) -> Option<String> {
        let n = self.debrief.immediate.never_reached + self.debrief.beyond.never_reached;
        (n > 0).then(|| self.with("debrief-never-reached", &[("n", n.into())]))
    }

    /// "You marked 2 details that were not signs of risk."
    #[must_use]
    pub fn not_signs(&self) -> Option<String> {
        let n = self.debrief.not_signs_marked;
        (n > 0).then(|| self.with("debrief-not-signs", &[("n", n.into())]))
    }

    /// "You thought you noticed most. You marked 3 of 8; 2 were in papers you did not open."
    #[must_use]
    pub fn rating(&self, side: Side) -> Option<String> {
        let reflection = self.debrief.reflection.as_ref()?;
        let rating = match side {
            Side::Immediate => reflection.immediate,
            Side::Beyond => reflection.beyond,
        }?;
        let counts = self.side(side);
        let id = if counts.in_reach == 0 {
            "debrief-rating-none"
        } else {
            "debrief-rating"
        };
        let values = [
            ("rating", rating_word(rating).into()),
            ("hits", counts.hits.into()),
            ("total", counts.in_reach.into()),
            ("unopened", counts.unopened.into()),
        ];
        Some(self.with(id, &values))
    }

    /// "Concerned".
    #[must_use]
    pub fn sureness(&self, sure: Sureness) -> String {
        self.get(match sure {
            Sureness::Note => "sure-note",
            Sureness::Concerned => "sure-concerned",
            Sureness::ActNow => "sure-act-now",
        })
    }

    /// "You called it: Control by someone else. Concerned."
    #[must_use]
    pub fn given(&self, given: Option<&(Arc<str>, Sureness)>) -> String {
        match given {
            None => self.get("debrief-given-none"),
            Some((concern, sure)) => self.with(
                "debrief-given",
                &[
                    ("concern", (&**concern).into()),
                    ("sure", self.sureness(*sure).into()),
                ],
            ),
        }
    }

    /// Who said a sign and when: "Mr Osei, store security · 14:26".
    #[must_use]
    pub fn whence(&self, sign: &SignReport) -> String {
        match sign.shown_at {
            Some(minute) if sign.whence.is_empty() => self.time(minute),
            Some(minute) => format!("{} · {}", sign.whence, self.time(minute)),
            None => sign.whence.clone(),
        }
    }
}

/// A label as it stands within a sentence: without its capital, unless that begins an abbreviation or a name like "A".
#[must_use]
pub fn within_sentence(label: &str) -> String {
    let mut chars = label.chars();
    let (Some(first), rest) = (chars.next(), chars.as_str()) else {
        return String::new();
    };
    let word_goes_on = rest
        .chars()
        .next()
        .is_some_and(|c| c.is_lowercase() || c == ' ');
    if word_goes_on {
        first.to_lowercase().chain(rest.chars()).collect()
    } else {
        label.to_owned()
    }
}
