//! Why an action is refused; a refused action changes nothing.

use std::fmt;

/// The reasons of RULES section 2, in its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The attempt is over.
    Over,
    /// Only resume and leave while paused.
    Paused,
    /// Nothing to resume.
    NotPaused,
    /// No such unit.
    UnknownUnit,
    /// The unit was not shown yet.
    NotShown,
    /// No mark stands on it.
    NotMarked,
    /// No such concern.
    UnknownConcern,
    /// No such choice.
    UnknownChoice,
    /// It stands in another node.
    NotHere,
    /// It can be taken once only.
    AlreadyChosen,
    /// Decide comes first.
    NotDecided,
    /// The last decide did not put it on offer.
    NotOnOffer,
    /// No such object or document.
    UnknownObject,
    /// This node has no form.
    NoForm,
    /// No such field.
    UnknownField,
    /// A `One` field was left out.
    AnswerMissing,
    /// Not as many options as the field asks.
    AnswerCount,
    /// Not the kind of answer the field asks.
    AnswerKind,
    /// No such option.
    UnknownOption,
    /// The last decide did not put the option on offer.
    OptionNotOnOffer,
    /// The option is given twice.
    OptionTwice,
    /// No choice with a rationale was just taken.
    NothingToExplain,
    /// Reflection comes after the end.
    NotOver,
}

impl Reason {
    /// The reason as RULES write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Paused => "paused",
            Self::NotPaused => "not-paused",
            Self::UnknownUnit => "unknown-unit",
            Self::NotShown => "not-shown",
            Self::NotMarked => "not-marked",
            Self::UnknownConcern => "unknown-concern",
            Self::UnknownChoice => "unknown-choice",
            Self::NotHere => "not-here",
            Self::AlreadyChosen => "already-chosen",
            Self::NotDecided => "not-decided",
            Self::NotOnOffer => "not-on-offer",
            Self::UnknownObject => "unknown-object",
            Self::NoForm => "no-form",
            Self::UnknownField => "unknown-field",
            Self::AnswerMissing => "answer-missing",
            Self::AnswerCount => "answer-count",
            Self::AnswerKind => "answer-kind",
            Self::UnknownOption => "unknown-option",
            Self::OptionNotOnOffer => "option-not-on-offer",
            Self::OptionTwice => "option-twice",
            Self::NothingToExplain => "nothing-to-explain",
            Self::NotOver => "not-over",
        }
    }
}

/// A refused action: the reason, and what it was about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// In a sentence.
    pub detail: String,
}

impl Refusal {
    pub(crate) fn new(reason: Reason, detail: impl Into<String>) -> Self {
        Self {
            reason,
            detail: detail.into(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.reason.code(), self.detail)
    }
}

impl std::error::Error for Refusal {}
