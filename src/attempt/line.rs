//! One line of the journal after the first, and the chain that ties it to the line before.

use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;

use super::action_text::ActionText;
use crate::stamp::Stamp;

/// One action, as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub n: u64,
    /// When it was written.
    pub at: Stamp,
    /// The action.
    pub action: ActionText,
}

/// What a line says of the one before it: BLAKE3 of its bytes without the line's end, in hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link(String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AsRead {
    n: u64,
    #[serde(deserialize_with = "stamp")]
    at: Stamp,
    action: Box<RawValue>,
    prev: String,
}

/// Numbers lines and ties each to the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain {
    /// The number of the last entry.
    pub(super) count: u64,
    /// What the next line says of the last one.
    pub(super) last: Link,
}

impl Chain {
    pub(super) fn after_header(line: &[u8]) -> Self {
        Self {
            count: 0,
            last: Link::to(line),
        }
    }

    /// The next line, its end included.
    pub(super) fn next(&mut self, at: Stamp, action: &ActionText) -> String {
        self.count += 1;
        let mut line = format!(
            r#"{{"n":{},"at":"{at}","action":{},"prev":"{}"}}"#,
            self.count,
            action.as_str(),
            self.last.0
        );
        self.last = Link::to(line.as_bytes());
        line.push('\n');
        line
    }

    /// Goes on after a line that was read and fits.
    pub(super) fn accept(&mut self, line: &[u8]) {
        self.count += 1;
        self.last = Link::to(line);
    }
}

impl Link {
    pub(super) fn to(line: &[u8]) -> Self {
        Self(blake3::hash(line).to_hex().to_string())
    }
}

/// The entry of a line and the link that it bears.
pub(super) fn read(line: &[u8]) -> Option<(Entry, Link)> {
    let AsRead {
        n,
        at,
        action,
        prev,
    } = serde_json::from_slice(line).ok()?;
    Some((
        Entry {
            n,
            at,
            action: ActionText::of(action)?,
        },
        Link(prev),
    ))
}

pub(super) fn stamp<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Stamp, D::Error> {
    String::deserialize(deserializer)?
        .parse()
        .map_err(de::Error::custom)
}
