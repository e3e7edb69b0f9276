//! Dates, times, numbers and lists as a language writes them.

use std::sync::OnceLock;

use fluent_bundle::FluentValue;

use super::{Strings, source};
use crate::language::Language;

/// What parts the thousands, and what the fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marks {
    group: String,
    decimal: String,
}

/// The marks of a language, read from its file once: a formatter of Fluent is
/// a plain function and cannot ask the bundle that it stands in.
fn marks(language: Language) -> &'static Marks {
    static MARKS: [OnceLock<Marks>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    MARKS[language as usize].get_or_init(|| {
        let of = |id: &str, usual: &str| {
            let line = source(language).lines().find_map(|line| {
                line.strip_prefix(id)?
                    .trim_start()
                    .strip_prefix('=')
                    .map(str::trim)
            });
            line.unwrap_or(usual).to_owned()
        };
        Marks {
            group: of("number-group", ","),
            decimal: of("number-decimal", "."),
        }
    })
}

/// A number within a message; other values are Fluent's own business.
pub(super) fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(&number.as_string(), marks(language))),
        _ => None,
    }
}

/// `-12345.5` as `-12,345.5`.
fn written(plain: &str, marks: &Marks) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut text = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push_str(&marks.group);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push_str(&marks.decimal);
        text.push_str(fraction);
    }
    text
}

impl Strings {
    /// "3 November 2026".
    #[must_use]
    pub fn date(&self, year: i32, month: u32, day: u32) -> String {
        let month = self.with("month-name", &[("month", month.into())]);
        self.with(
            "date",
            &[
                ("day", day.into()),
                ("month", month.into()),
                // As text: a year is not grouped in thousands.
                ("year", year.to_string().into()),
            ],
        )
    }

    /// "November 2026" of "2026-11"; a text that is no month stays as it is.
    #[must_use]
    pub fn month_year(&self, text: &str) -> String {
        let month = |text: &str| text.parse().ok().filter(|month| (1..=12).contains(month));
        let Some((year, month)) = text
            .split_once('-')
            .and_then(|(year, rest)| Some((year, month(rest)?)))
        else {
            return text.to_owned();
        };
        let month: u32 = month;
        let name = self.with("month-name", &[("month", month.into())]);
        self.with(
            "month-year",
            &[("month", name.into()), ("year", year.into())],
        )
    }

    /// "14:05".
    #[must_use]
    pub fn clock(&self, hour: u32, minute: u32) -> String {
        self.with(
            "clock",
            &[
                ("hour", format!("{hour:02}").into()),
                ("minute", format!("{minute:02}").into()),
            ],
        )
    }

    /// "3 November 2026, 14:05".
    #[must_use]
    pub fn date_time(&self, date: &str, time: &str) -> String {
        self.with("date-time", &[("date", date.into()), ("time", time.into())])
    }

    /// A number to so many places: "12,345.67".
    #[must_use]
    pub fn number(&self, value: f64, places: usize) -> String {
        written(&format!("{value:.places$}"), marks(self.language))
    }

    /// "one; two; three".
    #[must_use]
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let mut all = String::new();
        for (index, item) in items.iter().enumerate() {
            all = if index == 0 {
                item.as_ref().to_owned()
            } else {
                self.with(
                    "list-more",
                    &[("list", all.into()), ("next", item.as_ref().into())],
                )
            };
        }
        all
    }

    /// "Seed: 7".
    #[must_use]
    pub fn named_value(&self, name: &str, value: &str) -> String {
        self.with(
            "named-value",
            &[("name", name.into()), ("value", value.into())],
        )
    }

    /// Somebody's words in quotation marks.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        self.with("quoted", &[("text", text.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_parted_by_the_marks() {
        let comma = Marks {
            group: " ".to_owned(),
            decimal: ",".to_owned(),
        };
        for (plain, expected) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1 000"),
            ("-1234567.25", "-1 234 567,25"),
            ("100000", "100 000"),
        ] {
            assert_eq!(written(plain, &comma), expected);
        }
        assert_eq!(marks(Language::Welsh).group, ",");
        assert_eq!(Strings::english().number(12345.678, 2), "12,345.68");
    }

    #[test]
    fn dates_times_and_lists_are_in_the_language() {
        let (english, welsh) = (Strings::english(), Strings::of(Language::Welsh));
        assert_eq!(english.date(2026, 11, 3), "3 November 2026");
        assert_eq!(welsh.date(2026, 11, 3), "3 Tachwedd 2026");
        assert_eq!(welsh.date(2026, 2, 28), "28 Chwefror 2026");
        assert_eq!(english.clock(9, 5), "09:05");
        assert_eq!(english.list(&["a", "b", "c"]), "a; b; c");
        assert_eq!(english.list::<&str>(&[]), "");
        assert_eq!(english.month_year("2026-11"), "November 2026");
        assert_eq!(english.month_year("lately"), "lately");
        let date = welsh.date(2026, 1, 1);
        assert_eq!(welsh.date_time(&date, "09:05"), "1 Ionawr 2026, 09:05");
    }

    #[test]
    fn a_number_in_a_message_is_grouped_and_still_chooses_its_plural() {
        let strings = Strings::english();
        let minutes = strings.with("minutes-used", &[("n", 12_000.into())]);
        assert_eq!(minutes, "12,000 minutes used");
    }
}
