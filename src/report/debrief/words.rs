//! The sentences a debrief is told in, the same on screen and in a report.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Debrief, DetailFigure, DutyReport, Side, SideReport, SignReport, TurnReport};
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

    /// "14:26", or "minute 6" where the scenario has no time of day.
    #[must_use]
    pub fn time(&self, minute: u32) -> String {
        let clock = Clock {
            starts_at: self.debrief.starts_at,
            minute,
        };
        match clock.at(minute) {
            Some((hour, minute)) => format!("{hour:02}:{minute:02}"),
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
                &[("labels", labels.join("; ").into())],
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

    /// What a turn cost, in words; absent where it cost nothing.
    #[must_use]
    pub fn cost(&self, turn: &TurnReport) -> Option<String> {
        let word = match turn.loss {
            ..=0 => return None,
            1 => "little",
            2..=3 => "something",
            _ => "much",
        };
        Some(self.with("debrief-turn-cost", &[("cost", word.into())]))
    }

    /// Whether the other way was on offer, and what would have put it there.
    #[must_use]
    pub fn closed(&self, turn: &TurnReport) -> Option<String> {
        if turn.loss <= 0 {
            return None;
        }
        if turn.unseen <= 0 {
            return Some(self.get("debrief-turn-judgement"));
        }
        let labels: Vec<String> = turn
            .needed
            .iter()
            .filter_map(|&number| self.debrief.signs.get(number))
            .map(|sign| {
                sign.label
                    .as_deref()
                    .map_or_else(|| format!("“{}”", sign.quotation), within_sentence)
            })
            .collect();
        Some(if !labels.is_empty() {
            self.with(
                "debrief-turn-unseen",
                &[("labels", labels.join("; ").into())],
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

    /// "Allowed: 24 hours. Done at 15:10."
    #[must_use]
    pub fn duty_time(&self, duty: &DutyReport) -> String {
        let done = match duty.done_at {
            Some(minute) => self.with("debrief-duty-done", &[("time", self.time(minute).into())]),
            None => self.get("debrief-duty-not-done"),
        };
        match duty.within_minutes {
            None => done,
            Some(n) => format!(
                "{} {done}",
                self.with(allowed(n), &[("n", allowance(n).into())])
            ),
        }
    }

    /// When the attempt began, in words; as it stands in the journal where that is no time.
    #[must_use]
    pub fn started(&self) -> String {
        let Ok(time) = self.debrief.started.parse::<Timestamp>() else {
            return self.debrief.started.clone();
        };
        let time = TimeZone::UTC.to_datetime(time);
        let values = [
            ("day", time.day().into()),
            ("month", time.month().into()),
            ("year", time.year().into()),
            (
                "time",
                format!("{:02}:{:02}", time.hour(), time.minute()).into(),
            ),
        ];
        self.with("report-date", &values)
    }

    /// The name of a figure under `Details`.
    #[must_use]
    pub fn figure_name(&self, figure: &DetailFigure) -> String {
        let of = figure.of.as_deref().unwrap_or_default();
        self.with(&format!("figure-{}", figure.key), &[("of", of.into())])
    }

    /// A figure: shares in per cent, counts whole, the rest to two places.
    #[must_use]
    pub fn figure_value(&self, figure: &DetailFigure) -> String {
        match figure.value {
            None => self.get("debrief-none"),
            Some(value) if figure.share => self.with(
                "debrief-percent",
                &[("n", format!("{:.0}", value * 100.0).into())],
            ),
            Some(value) if value.fract() == 0.0 => format!("{value:.0}"),
            Some(value) => format!("{value:.2}"),
        }
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

    /// The standard, of this attempt and never of the person; then why not.
    #[must_use]
    pub fn standard(&self) -> Vec<String> {
        let Some(standard) = &self.debrief.standard else {
            return Vec::new();
        };
        let verdict = self.get(match standard.met {
            Some(true) => "debrief-standard-met",
            Some(false) => "debrief-standard-not-met",
            None => "debrief-standard-unknown",
        });
        let mut sentences = vec![verdict];
        for because in &standard.because {
            // "duty-missed:ID" names the duty by its id, which means nothing to a reader.
            let kind = because.split(':').next().unwrap_or(because);
            let sentence = self.get(&format!("debrief-because-{kind}"));
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        sentences
    }
}

/// Which string says a time allowed.
fn allowed(minutes: u32) -> &'static str {
    if minutes >= 120 && minutes.is_multiple_of(60) {
        "debrief-duty-allowed-hours"
    } else {
        "debrief-duty-allowed"
    }
}

/// Its number.
fn allowance(minutes: u32) -> u32 {
    if allowed(minutes) == "debrief-duty-allowed" {
        minutes
    } else {
        minutes / 60
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

#[cfg(test)]
mod tests {
    use super::super::sample::sample;
    use super::*;

    #[test]
    fn shares_become_words() {
        let words = [(0, 0), (0, 8), (3, 8), (4, 8), (6, 7), (7, 7)]
            .map(|(part, whole)| share_word(part, whole));
        assert_eq!(words, ["none", "none", "little", "half", "most", "all"]);
    }

    #[test]
    fn a_label_loses_its_capital_within_a_sentence_but_an_abbreviation_keeps_it() {
        assert_eq!(
            within_sentence("An adult waiting out of sight"),
            "an adult waiting out of sight"
        );
        assert_eq!(within_sentence("A second phone"), "a second phone");
        assert_eq!(
            within_sentence("STI or repeated infections"),
            "STI or repeated infections"
        );
    }

    #[test]
    fn the_self_rating_is_set_beside_the_fact() {
        let strings = Strings::english();
        let debrief = sample();
        assert_eq!(
            Words::new(&debrief, &strings)
                .rating(Side::Beyond)
                .as_deref(),
            Some(
                "You thought you noticed most. You marked 3 of 8; 2 were in papers you did not open."
            )
        );
    }

    #[test]
    fn nothing_beyond_is_told_apart_from_nothing_on_the_way_taken() {
        let strings = Strings::english();
        let mut debrief = sample();
        debrief.beyond = SideReport::default();
        let noticed = Words::new(&debrief, &strings).noticed();
        assert!(
            noticed.ends_with("nothing to find this time. Asking is still the job."),
            "{noticed}"
        );
        debrief.beyond.never_reached = 2;
        let noticed = Words::new(&debrief, &strings).noticed();
        assert!(
            noticed.ends_with("on the way you took. There was more to ask."),
            "{noticed}"
        );
    }

    #[test]
    fn a_turn_says_which_sign_would_have_opened_the_other_way() {
        let strings = Strings::english();
        let debrief = sample();
        let words = Words::new(&debrief, &strings);
        assert_eq!(
            words.closed(&debrief.turns[0]).as_deref(),
            Some("It was not on offer: an adult waiting out of sight went unmarked.")
        );
        assert_eq!(
            words.closed(&debrief.turns[1]).as_deref(),
            Some("It was open to you.")
        );
    }

    #[test]
    fn the_time_allowed_for_a_duty_is_said_in_hours_where_it_is_hours() {
        let strings = Strings::english();
        let debrief = sample();
        let words = Words::new(&debrief, &strings);
        assert_eq!(
            words.duty_time(&debrief.duties[1]),
            "Allowed: 24 hours. Done at 15:40."
        );
    }
}
