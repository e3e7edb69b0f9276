//! What is said of times, figures and the standard.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Words;
use crate::report::debrief::{DetailFigure, DutyReport};
use crate::stamp::Stamp;

impl Words<'_> {
    /// When the attempt began, in words; as it stands in the journal where that is no time.
    #[must_use]
    pub fn started(&self) -> String {
        let Ok(time) = self.debrief.started.parse::<Timestamp>() else {
            return self.debrief.started.clone();
        };
        let time = TimeZone::UTC.to_datetime(time);
        // jiff's own types guarantee that none of these is negative.
        let part = |value: i8| u32::from(value.unsigned_abs());
        let date = self
            .strings
            .date(i32::from(time.year()), part(time.month()), part(time.day()));
        let time = self.strings.clock(part(time.hour()), part(time.minute()));
        self.with(
            "report-date",
            &[("date", date.into()), ("time", time.into())],
        )
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
                &[("n", self.strings.number(value * 100.0, 0).into())],
            ),
            Some(value) if value.fract() == 0.0 => self.strings.number(value, 0),
            Some(value) => self.strings.number(value, 2),
        }
    }

    /// How far a figure may be off: of one attempt, and of the mean of three.
    #[must_use]
    pub fn figure_error(&self, figure: &DetailFigure) -> Option<(String, String)> {
        let written = |error: f64| {
            if !figure.share {
                return self.strings.number(error, 2);
            }
            let per_cent = error * 100.0;
            let places = usize::from(per_cent < 0.95);
            let number = self.strings.number(per_cent, places);
            self.with("debrief-percent", &[("n", number.into())])
        };
        let error = figure.error?;
        figure.value?;
        Some((written(error.one), written(error.three)))
    }

    /// A figure with how far it may be off: "38% ± 16% (over three attempts ± 9%)".
    #[must_use]
    pub fn figure_with_error(&self, figure: &DetailFigure) -> String {
        let value = self.figure_value(figure);
        match self.figure_error(figure) {
            None => value,
            Some((one, three)) => {
                let values = [
                    ("value", value.into()),
                    ("one", one.into()),
                    ("three", three.into()),
                ];
                self.with("debrief-sure", &values)
            }
        }
    }

    /// Telling signs from the rest: the counts of this attempt, then d′ from three, or that three are needed.
    #[must_use]
    pub fn sensitivity(&self) -> [String; 2] {
        let report = &self.debrief.sensitivity;
        let here = report.here;
        let values = [
            ("hits", here.hits.into()),
            ("cues", here.cues.into()),
            ("marked", here.marked.into()),
            ("noise", here.noise.into()),
        ];
        let counts = self.with("debrief-signals", &values);
        let number = |value: Option<f64>, places| {
            let value = value.unwrap_or(1.0);
            self.strings.number(value, places)
        };
        let Some(lately) = &report.lately else {
            let error = number(here.d_prime_error().map(|error| 1.96 * error), 1);
            let needs = self.with("debrief-d-prime-needs", &[("error", error.into())]);
            return [counts, needs];
        };
        let signals = lately.signals;
        let values = [
            ("when", self.days(lately.from, lately.until).into()),
            ("d", number(signals.d_prime(), 2).into()),
            ("error", number(signals.d_prime_error(), 2).into()),
            ("criterion", number(signals.criterion(), 2).into()),
            (
                "criterion-error",
                number(signals.criterion_error(), 2).into(),
            ),
        ];
        [counts, self.with("debrief-d-prime-three", &values)]
    }

    /// "3 November 2026", or "3 November 2026 to 12 November 2026".
    fn days(&self, from: Stamp, until: Stamp) -> String {
        let day = |stamp: Stamp| {
            let day = stamp.utc();
            self.strings.date(day.year, day.month, day.day)
        };
        let (from, until) = (day(from), day(until));
        if from == until {
            return from;
        }
        self.with(
            "debrief-from-until",
            &[("from", from.into()), ("until", until.into())],
        )
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
