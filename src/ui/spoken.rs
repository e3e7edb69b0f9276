//! Times and sentences put into words.

use super::world::LocalTime;
use crate::session::view::Clock;
use crate::strings::Strings;

/// "3 November 2026".
#[must_use]
pub fn date(strings: &Strings, time: LocalTime) -> String {
    strings.date(time.year, time.month, time.day)
}

/// The scenario's time of day at a minute; empty where it has none.
#[must_use]
pub fn scenario_time(strings: &Strings, clock: Clock, minute: u32) -> String {
    clock
        .at(minute)
        .map_or_else(String::new, |(hour, minute)| strings.clock(hour, minute))
}

/// "14:05", or "minute 6" where the scenario has no time of day.
#[must_use]
pub fn minute_or_time(strings: &Strings, clock: Clock, minute: u32) -> String {
    match clock.at(minute) {
        Some((hour, minute)) => strings.clock(hour, minute),
        None => strings.with("time-minute", &[("n", minute.into())]),
    }
}

/// Joins lines into sentences that a reader pauses between.
#[must_use]
pub fn sentences<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for line in lines {
        if !all.is_empty() {
            if !all.ends_with(['.', '?', '!', ':', '”', '…']) {
                all.push('.');
            }
            all.push(' ');
        }
        all.push_str(line);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_sentences() {
        assert_eq!(
            sentences(["The chemist", "About 15 minutes.", "Nothing"]),
            "The chemist. About 15 minutes. Nothing"
        );
        assert_eq!(sentences([]), "");
    }

    #[test]
    fn a_date_is_written_out() {
        let time = LocalTime {
            year: 2026,
            month: 11,
            day: 3,
            hour: 14,
            minute: 5,
        };
        assert_eq!(date(&Strings::english(), time), "3 November 2026");
    }
}
