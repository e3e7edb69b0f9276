//! Moments in time: UTC on disk, local on screens.

use std::fmt;
use std::str::FromStr;

use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// A moment, to the second: `2026-11-03T14:26:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(Timestamp);

/// A date and time of day where the user is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Local {
    /// Year.
    pub year: i32,
    /// Month, from 1.
    pub month: u32,
    /// Day, from 1.
    pub day: u32,
    /// Hour.
    pub hour: u32,
    /// Minute.
    pub minute: u32,
}

/// A text that is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no time in UTC such as 2026-11-03T14:26:00Z")]
pub struct NotAStamp(String);

impl Stamp {
    /// The system's clock. Nothing below `ui`, `app` and `cli` calls it.
    #[must_use]
    pub fn now() -> Self {
        Self::whole(Timestamp::now())
    }

    fn whole(time: Timestamp) -> Self {
        Self(Timestamp::from_second(time.as_second()).unwrap_or(time))
    }

    /// Without punctuation, as it stands in a file's name: `20261103T142600Z`.
    #[must_use]
    pub fn compact(self) -> String {
        self.0.strftime("%Y%m%dT%H%M%SZ").to_string()
    }

    /// Where the user is, by the system's time zone.
    #[must_use]
    pub fn local(self) -> Local {
        self.in_zone(TimeZone::system())
    }

    /// In UTC, as it stands on disk.
    #[must_use]
    pub fn utc(self) -> Local {
        self.in_zone(TimeZone::UTC)
    }

    /// In a zone by its IANA name; none where the system does not know it.
    #[must_use]
    pub fn local_in(self, zone: &str) -> Option<Local> {
        TimeZone::get(zone).ok().map(|zone| self.in_zone(zone))
    }

    /// So many calendar months earlier, on the same day or the month's last one; none before
    /// time was counted.
    #[must_use]
    pub fn months_before(self, months: u32) -> Option<Self> {
        let span = Span::new().try_months(months).ok()?;
        let now = self.0.to_zoned_datetime(TimeZone::UTC);
        Some(Self::whole(now.checked_sub(span).ok()?.timestamp()))
    }

    fn in_zone(self, zone: TimeZone) -> Local {
        let time = self.0.to_zoned_datetime(zone);
        // jiff's own types guarantee that month, day, hour and minute are not negative.
        let part = |value: i8| u32::from(value.unsigned_abs());
        Local {
            year: i32::from(time.year()),
            month: part(time.month()),
            day: part(time.day()),
            hour: part(time.hour()),
            minute: part(time.minute()),
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.strftime("%Y-%m-%dT%H:%M:%SZ"))
    }
}

impl FromStr for Stamp {
    type Err = NotAStamp;

    fn from_str(text: &str) -> Result<Self, NotAStamp> {
        let not = || NotAStamp(text.to_owned());
        if !text.ends_with('Z') {
            return Err(not());
        }
        text.parse::<Timestamp>()
            .map(Self::whole)
            .map_err(|_| not())
    }
}
