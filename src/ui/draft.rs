//! Text that is still being typed: what is kept of it, and taken back after a crash.

use serde::{Deserialize, Serialize};

/// Text being typed, with the screen it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Draft {
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

impl Draft {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_as_it_was_and_torn_text_is_none() {
        let draft = Draft::Record {
            turn: 4,
            texts: vec![(2, "She said “no”.\n".to_owned())],
        };
        let kept = draft.to_text();
        assert_eq!(Draft::from_text(&kept), Some(draft));
        assert_eq!(Draft::from_text(&kept[..kept.len() - 3]), None);
    }
}
