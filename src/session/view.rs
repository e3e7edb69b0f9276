//! All that a screen may show of a playthrough.
//!
//! These types have no field that could say cue or lure, and no id from the
//! scenario file: that is the guarantee that no screen leaks the answer. Keys
//! are plain numbers that mean something only to the session that gave them.

use std::sync::Arc;

use crate::language::Language;
pub use crate::scenario::authored::{ChoiceKind, DocumentKind, RecordKind};
pub use crate::scenario::ids::{ChoiceKey, ConcernKey, FieldKey, OptionKey, ThingKey, UnitKey};
pub use crate::scenario::translation::Told;

/// How sure a mark is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Sureness {
    /// Worth a note.
    Note,
    /// A concern.
    Concerned,
    /// Something to act on now.
    ActNow,
}

/// The mark that stands on a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    /// What kind of concern.
    pub concern: ConcernKey,
    /// How sure.
    pub sure: Sureness,
}

/// One kind of concern, as the picker lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcernView {
    /// Its key.
    pub key: ConcernKey,
    /// At most 25 characters.
    pub label: Arc<str>,
    /// The test that separates it from its neighbours.
    pub hint: Arc<str>,
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: Arc<str>,
    /// Whether the author emphasised it.
    pub emphasis: bool,
}

/// A sentence that can be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitView {
    /// Its key; the same sentence shown again has the same key.
    pub key: UnitKey,
    /// Its text, in order. Without the space that parts it from its neighbour.
    pub runs: Vec<Run>,
    /// The mark that stands on it, if any.
    pub mark: Option<Mark>,
}

impl UnitView {
    /// The whole sentence without styles.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_ref()).collect()
    }
}

/// A paragraph of units.
pub type Paragraph = Vec<UnitView>;

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Which member of the cast, in file order: two people may share a name.
    pub number: u32,
    /// "Mr Osei".
    pub name: Arc<str>,
    /// "store security".
    pub about: Option<Arc<str>>,
    /// The portrait's path under the assets' art folder.
    pub portrait: Option<Arc<str>>,
}

/// One thing in the transcript, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// A visit begins: a rule and the time part visits.
    Visit {
        /// The place's name.
        place: Arc<str>,
        /// Scenario minutes when it began.
        minute: u32,
    },
    /// A line: narration, or speech when somebody speaks.
    Line {
        /// Who speaks; narration has none.
        speaker: Option<Speaker>,
        /// Its paragraphs.
        paragraphs: Vec<Paragraph>,
    },
    /// The sentences about an object that was looked at.
    Object {
        /// The object.
        key: ThingKey,
        /// Its label.
        label: Arc<str>,
        /// Its paragraphs.
        paragraphs: Vec<Paragraph>,
    },
    /// What the trainee did, said with the minutes it took.
    Did {
        /// The choice's own text, or the record's title.
        text: Arc<str>,
        /// What sort of deed.
        deed: Deed,
        /// Scenario minutes it took.
        minutes: u32,
        /// Scenario minutes after it.
        minute: u32,
    },
    /// A line of an ending: shown, but not to be marked.
    Closing {
        /// Who speaks, if anyone.
        speaker: Option<Speaker>,
        /// Its paragraphs, as runs of text.
        paragraphs: Vec<Vec<Run>>,
    },
}

/// What the trainee did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Took a choice of this kind.
    Choice(ChoiceKind),
    /// Submitted a record.
    Record,
}

/// An object on offer in this node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectView {
    /// Its key.
    pub key: ThingKey,
    /// "A rucksack, half open".
    pub label: Arc<str>,
    /// The id of its element in the picture.
    pub shape: Arc<str>,
    /// Whether it has been looked at.
    pub looked: bool,
    /// The strongest mark that stands on any of its sentences.
    pub mark: Option<Sureness>,
}

/// A document on offer in this node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentView {
    /// Its key.
    pub key: ThingKey,
    /// What it looks like.
    pub kind: DocumentKind,
    /// Its title.
    pub title: Arc<str>,
    /// A picture's path, for maps and stills.
    pub picture: Option<Arc<str>>,
    /// Whether it has been read. The fields of an unread one are not shown.
    pub read: bool,
    /// Its fields; empty until it is read.
    pub fields: Vec<DocumentFieldView>,
}

/// A labelled field of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFieldView {
    /// Its label: not markable.
    pub label: Arc<str>,
    /// Its text.
    pub paragraphs: Vec<Paragraph>,
}

/// A line of the notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotebookEntry {
    /// The unit.
    pub unit: UnitKey,
    /// The sentence.
    pub quotation: String,
    /// The mark.
    pub mark: Mark,
    /// The concern's label.
    pub concern: Arc<str>,
}

/// A choice on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceView {
    /// Its key.
    pub key: ChoiceKey,
    /// Ask, Check, Act, Tell, Leave.
    pub kind: ChoiceKind,
    /// Its text.
    pub text: Arc<str>,
    /// Scenario minutes it takes.
    pub minutes: u32,
}

/// A record on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormView {
    /// Its title.
    pub title: Arc<str>,
    /// What kind of record.
    pub record: RecordKind,
    /// Scenario minutes it takes.
    pub minutes: u32,
    /// Its fields, in file order.
    pub fields: Vec<FieldView>,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Its key.
    pub key: FieldKey,
    /// Its label.
    pub label: Arc<str>,
    /// A hint under the label.
    pub hint: Option<Arc<str>>,
    /// What goes in it.
    pub input: InputView,
}

/// What goes in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputView {
    /// Exactly one of these.
    One(Vec<OptionView>),
    /// Any number of these.
    Many(Vec<OptionView>),
    /// The trainee's own words.
    Text,
}

/// An option on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionView {
    /// Its key.
    pub key: OptionKey,
    /// Its text.
    pub text: Arc<str>,
}

/// What stands on offer since the last `decide` of this turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfferView {
    /// Nobody has decided in this turn yet.
    Undecided,
    /// These choices, in the order to show them. May be empty.
    Choices(Vec<ChoiceView>),
    /// This record.
    Form(FormView),
}

/// Where the playthrough stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// In a node.
    Playing,
    /// Paused.
    Paused,
    /// An ending was reached.
    Ended {
        /// The ending's summary.
        summary: Arc<str>,
    },
    /// The trainee ended the attempt before an ending.
    Left,
}

/// The clock of the scenario, never of the trainee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Minutes since midnight at which the scenario begins, if it says so.
    pub starts_at: Option<u32>,
    /// Minutes used.
    pub minute: u32,
}

impl Clock {
    /// The time of day as hours and minutes, where the scenario has one.
    #[must_use]
    pub fn at(self, minute: u32) -> Option<(u32, u32)> {
        self.starts_at.map(|start| {
            let total = (start + minute) % (24 * 60);
            (total / 60, total % 60)
        })
    }
}

/// All that a screen may show of a playthrough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The language of its texts.
    pub language: Language,
    /// How far that is the language that was asked for.
    pub told: Told,
    /// The scenario's title.
    pub title: Arc<str>,
    /// The place's name.
    pub place: Arc<str>,
    /// Counts entries of nodes: a new value means a new turn.
    pub turn: u32,
    /// The picture's path under the assets' art folder.
    pub picture: Option<Arc<str>>,
    /// The clock.
    pub clock: Clock,
    /// The taxonomy's concerns, in its order, ten at most.
    pub concerns: Arc<[ConcernView]>,
    /// Everything shown so far, oldest first. Documents are not in it.
    pub transcript: Vec<Passage>,
    /// How many passages of `transcript` were there before this turn.
    pub transcript_before_turn: usize,
    /// Objects on offer here.
    pub objects: Vec<ObjectView>,
    /// Documents on offer here.
    pub documents: Vec<DocumentView>,
    /// Standing marks, oldest first.
    pub notebook: Vec<NotebookEntry>,
    /// What was put on offer by the last decide of this turn.
    pub offer: OfferView,
    /// The prompt of a rationale that may be given now.
    pub rationale: Option<Arc<str>>,
    /// Where the playthrough stands.
    pub phase: Phase,
}
