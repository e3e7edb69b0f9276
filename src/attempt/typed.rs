//! What a draft holds: the text being typed, and the place it belongs to.

use serde::{Deserialize, Serialize};

/// Text being typed, with the screen it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Typed {
    /// The text fields of the record of this turn, by number.
    Record {
        /// The turn.
        turn: u32,
        /// Field and text.
        texts: Vec<(u32, String)>,
    },
    /// The reasons for the decision that led to this turn.
    Rationale {
        /// The turn.
        turn: u32,
        /// The text.
        text: String,
    },
    /// The reflection after the end.
    Reflection {
        /// The text.
        text: String,
    },
}

impl Typed {
    /// As it is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        // Strings and numbers alone: JSON cannot refuse them.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was kept, unless it is no draft.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The texts themselves, without those that are blank.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (one, many) = match self {
            Self::Record { texts, .. } => (None, texts.as_slice()),
            Self::Rationale { text, .. } | Self::Reflection { text } => (Some(text), [].as_slice()),
        };
        let many = many.iter().map(|(_, text)| text);
        one.into_iter()
            .chain(many)
            .map(String::as_str)
            .filter(|text| !text.trim().is_empty())
    }
}
