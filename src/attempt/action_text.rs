//! An action as it stands in the journal: its one JSON form, kept byte for byte.

use serde_json::value::RawValue;

use crate::session::action::{Action, Malformed};

/// One action in its JSON form, on one line.
#[derive(Debug, Clone)]
pub struct ActionText(Box<RawValue>);

/// A text that is not one JSON object on one line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no action on one line: {0}")]
pub struct NotOneAction(String);

impl ActionText {
    /// Takes the text of an action; whether the rules know it is not asked here.
    ///
    /// # Errors
    /// When it is not one JSON object on one line.
    pub fn new(text: &str) -> Result<Self, NotOneAction> {
        let raw: Box<RawValue> =
            serde_json::from_str(text).map_err(|error| NotOneAction(error.to_string()))?;
        Self::of(raw).ok_or_else(|| NotOneAction(text.to_owned()))
    }

    pub(super) fn of(raw: Box<RawValue>) -> Option<Self> {
        (raw.get().starts_with('{') && !raw.get().contains(['\n', '\r'])).then_some(Self(raw))
    }

    /// The JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// The action that it says.
    ///
    /// # Errors
    /// When the rules know no such action.
    pub fn parse(&self) -> Result<Action, Malformed> {
        Action::parse(self.as_str())
    }

    /// Whether a text that was being typed has become this action, or can become one no more.
    pub(super) fn settles_draft(&self) -> bool {
        matches!(
            self.parse(),
            Ok(Action::Explain { .. }
                | Action::Fill { .. }
                | Action::Reflect { .. }
                | Action::Choose { .. })
        )
    }
}

impl PartialEq for ActionText {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for ActionText {}

impl TryFrom<&Action> for ActionText {
    type Error = NotOneAction;

    fn try_from(action: &Action) -> Result<Self, NotOneAction> {
        Self::new(&action.to_json())
    }
}
