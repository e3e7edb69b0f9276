//! What a trainee can do, in the keys of a view.

use super::view::{ChoiceKey, FieldKey, Mark, OptionKey, ThingKey, UnitKey};

/// One action of RULES section 2, in the keys of the view it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// Look at an object or open a document.
    Inspect(ThingKey),
    /// Mark a unit; marking again replaces.
    Mark(UnitKey, Mark),
    /// Take a mark away.
    Unmark(UnitKey),
    /// "I have seen enough for now": puts the choices or the form on offer.
    Decide,
    /// Take a choice on offer.
    Choose(ChoiceKey),
    /// Give reasons for the choice just taken.
    Explain(String),
    /// Submit the record on offer.
    Fill(Vec<(FieldKey, Answer)>),
    /// Write the reflection; the last one counts.
    Reflect(Reflection),
    /// Break off for now.
    Pause,
    /// Go on.
    Resume,
    /// End the attempt for good.
    Leave,
}

/// What a field is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Options of a `One` (exactly one) or a `Many`.
    Options(Vec<OptionKey>),
    /// The trainee's own words.
    Text(String),
}

/// The reflection after the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reflection {
    /// The trainee's words; may be empty.
    pub text: String,
    /// How much of what mattered for the offence they think they noticed.
    pub immediate: Option<SelfRating>,
    /// The same for the child's safety.
    pub beyond: Option<SelfRating>,
}

/// How much of what mattered the trainee thought they noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SelfRating {
    /// Little.
    Little,
    /// Some.
    Some,
    /// About half.
    AboutHalf,
    /// Most.
    Most,
    /// All.
    All,
}
