//! The compiled story: numbers for ids, units numbered, vocabularies resolved.
//!
//! Sessions, analysis and scores see only this; no look-up in it can fail.

use std::ops::Range;
use std::sync::Arc;

use super::authored::{ChoiceKind, DocumentKind, Horizon, Jurisdiction, RecordKind, Strength};
use super::condition::Condition;
use super::ids::{
    CastId, ChoiceKey, CompetenceId, ConcernKey, CueId, DutyId, FieldKey, LineId, LureId, NodeId,
    OptionKey, TagId, ThingKey, UnitKey, VarId,
};
use super::translation::{Telling, Told};
use crate::language::Language;

/// A compiled story.
#[derive(Debug, Clone)]
pub struct Story {
    /// The file's stem.
    pub id: Arc<str>,
    /// What its sentences are written in.
    pub language: Language,
    /// How far that is the language it was asked for in.
    pub told: Told,
    /// The same story in further languages.
    pub tellings: Vec<Telling>,
    /// `blake3:HEX` of the meaning.
    pub fingerprint: Arc<str>,
    /// Title.
    pub title: Arc<str>,
    /// Role.
    pub role: Arc<str>,
    /// The offence.
    pub offence: Arc<str>,
    /// The briefing.
    pub briefing: Arc<str>,
    /// Expected minutes to play.
    pub minutes: u32,
    /// Themes to know of beforehand.
    pub content_note: Option<Arc<str>>,
    /// Which law.
    pub jurisdiction: Jurisdiction,
    /// `YYYY-MM`.
    pub as_of: Arc<str>,
    /// Minutes since midnight at which the clock begins.
    pub starts_at: Option<u32>,
    /// Sources.
    pub sources: Vec<Source>,
    /// What it rests on.
    pub basis: Arc<str>,
    /// Roles of recorded reviews that were not withdrawn.
    pub reviews: Vec<Arc<str>>,
    /// Per cent for noticing beyond and for decisions.
    pub standard: Option<Standard>,
    /// Concerns of the taxonomy, in its order.
    pub concerns: Vec<Concern>,
    /// Competences scored.
    pub competences: Vec<Competence>,
    /// Who appears.
    pub cast: Vec<CastMember>,
    /// Cues.
    pub cues: Vec<Cue>,
    /// Lures.
    pub lures: Vec<Lure>,
    /// The units of each cue, then of each lure.
    pub tags: Vec<Tag>,
    /// Duties.
    pub duties: Vec<Duty>,
    /// Draws.
    pub draws: Vec<Draw>,
    /// Vars.
    pub vars: Vec<Var>,
    /// Nodes.
    pub nodes: Vec<Node>,
    /// Lines, node by node.
    pub lines: Vec<Line>,
    /// Objects node by node, then documents.
    pub things: Vec<Thing>,
    /// Choices, node by node.
    pub choices: Vec<Choice>,
    /// Fields of forms, node by node.
    pub fields: Vec<Field>,
    /// Options, field by field.
    pub options: Vec<ChoiceOption>,
    /// Units: of each node's lines and objects, then of documents.
    pub units: Vec<Unit>,
    /// The first node.
    pub start: NodeId,
}

/// A source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Title.
    pub title: Arc<str>,
    /// "Title, publisher, year".
    pub citation: String,
    /// Address.
    pub url: Option<Arc<str>>,
}

/// Per cent for noticing beyond and for decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// Noticing beyond, 0 to 100.
    pub beyond: u32,
    /// Decisions, 0 to 100.
    pub decisions: u32,
}

/// What a mark may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// Id.
    pub id: Arc<str>,
    /// Label.
    pub label: Arc<str>,
    /// Hint.
    pub hint: Arc<str>,
}

/// A competence scored; texts are absent where the vocabulary lacks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competence {
    /// Id.
    pub id: Arc<str>,
    /// Title, else the id.
    pub title: Arc<str>,
    /// One step, a verb.
    pub practise: Option<Arc<str>>,
}

/// Somebody who appears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastMember {
    /// Id.
    pub id: Arc<str>,
    /// Name.
    pub name: Arc<str>,
    /// Under the name.
    pub about: Option<Arc<str>>,
    /// Portrait.
    pub portrait: Option<Arc<str>>,
}

/// Something real.
#[derive(Debug, Clone)]
pub struct Cue {
    /// Id.
    pub id: Arc<str>,
    /// The sign; absent where it names none or the taxonomy lacks it.
    pub sign: Option<Sign>,
    /// Whether the file names a sign at all.
    pub names_sign: bool,
    /// Side.
    pub horizon: Horizon,
    /// Strength.
    pub strength: Strength,
    /// The draws for which it is real.
    pub only_when: Condition,
    /// What it was otherwise.
    pub otherwise: Option<Arc<str>>,
    /// Why it matters.
    pub why: Arc<str>,
    /// A paraphrase and its source's title.
    pub voice: Option<(Arc<str>, Arc<str>)>,
}

/// A sign of the taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Id.
    pub id: Arc<str>,
    /// Label.
    pub label: Arc<str>,
    /// Concerns it may rightly be called.
    pub concerns: Vec<ConcernKey>,
}

/// A detail that is easy to over-read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lure {
    /// Id.
    pub id: Arc<str>,
    /// Why it is no sign.
    pub why_not: Arc<str>,
}

/// The units of a cue or a lure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tag {
    /// Its units, in order.
    pub units: Vec<UnitKey>,
}

/// Something that must be done.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Id.
    pub id: Arc<str>,
    /// Title.
    pub title: Arc<str>,
    /// Why.
    pub why: Arc<str>,
    /// By which minute.
    pub within_minutes: Option<u32>,
    /// The draws for which it applies.
    pub applies: Condition,
}

/// A fact drawn from the seed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// Id.
    pub id: Arc<str>,
    /// Values.
    pub values: Vec<Arc<str>>,
}

/// A whole number kept in a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Var {
    /// Id.
    pub id: Arc<str>,
    /// First value.
    pub start: i32,
    /// Least.
    pub min: i32,
    /// Most.
    pub max: i32,
}

/// A node; what every step asks stands first, as in a [`Choice`].
#[derive(Debug, Clone)]
#[repr(C)]
pub struct Node {
    /// Its lines.
    pub lines: Range<u32>,
    /// How it is left.
    pub exit: Exit,
    /// Objects and documents on offer, objects first.
    pub things: Vec<ThingKey>,
    /// Choices keep the file's order on screen.
    pub keep_order: bool,
    /// Id.
    pub id: Arc<str>,
    /// Place.
    pub place: Arc<str>,
    /// Picture.
    pub picture: Option<Arc<str>>,
}

/// How a node is left.
#[derive(Debug, Clone)]
pub enum Exit {
    /// By a choice.
    Choices(Range<u32>),
    /// By a record.
    Form(Form),
    /// Not at all.
    Ending {
        /// Id.
        id: Arc<str>,
        /// Summary.
        summary: Arc<str>,
    },
}

/// A record to fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Title.
    pub title: Arc<str>,
    /// Kind.
    pub record: RecordKind,
    /// Scenario minutes.
    pub takes_minutes: u32,
    /// Next node.
    pub goto: NodeId,
    /// Its fields.
    pub fields: Range<u32>,
}

/// A line.
#[derive(Debug, Clone)]
pub struct Line {
    /// When it is shown.
    pub when: Condition,
    /// Who speaks.
    pub by: Option<CastId>,
    /// Its text.
    pub prose: Prose,
}

/// A text in paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// Paragraphs of pieces.
    pub paragraphs: Vec<Vec<Piece>>,
    /// Its units; empty in endings.
    pub units: Range<u32>,
}

/// Runs of one unit within one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The unit; absent in endings.
    pub unit: Option<UnitKey>,
    /// Its runs: text and emphasis.
    pub runs: Vec<(Arc<str>, bool)>,
}

/// An object or a document.
#[derive(Debug, Clone)]
pub struct Thing {
    /// Id.
    pub id: Arc<str>,
    /// Label or title.
    pub label: Arc<str>,
    /// Which it is.
    pub kind: ThingKind,
    /// All its units.
    pub units: Range<u32>,
}

/// Which a thing is.
#[derive(Debug, Clone)]
pub enum ThingKind {
    /// An object in a node's picture.
    Object {
        /// The node.
        node: NodeId,
        /// The element of the picture.
        shape: Arc<str>,
        /// Its text.
        prose: Prose,
    },
    /// A document.
    Document {
        /// What it looks like.
        kind: DocumentKind,
        /// Its picture.
        picture: Option<Arc<str>>,
        /// Labels and texts.
        fields: Vec<(Arc<str>, Prose)>,
    },
}

/// Points by competence, those of 0 left out.
pub type Points = Vec<(CompetenceId, i32)>;

/// A choice.
///
/// What every step asks stands first, in one line of the processor's cache: `repr(C)` keeps it there.
#[derive(Debug, Clone)]
#[repr(C)]
pub struct Choice {
    /// When it is on offer.
    pub when: Condition,
    /// Next node.
    pub goto: NodeId,
    /// Scenario minutes.
    pub takes_minutes: u32,
    /// Its node.
    pub node: NodeId,
    /// Whether it may be taken repeatedly.
    pub again: bool,
    /// Kind.
    pub kind: ChoiceKind,
    /// Changes of vars, in order.
    pub effects: Vec<Effect>,
    /// Duties it fulfils.
    pub fulfils: Vec<DutyId>,
    /// Prompt and rubric of the reasons asked for.
    pub rationale: Option<(Arc<str>, Vec<Arc<str>>)>,
    /// Points.
    pub assess: Points,
    /// Id.
    pub id: Arc<str>,
    /// Text.
    pub text: Arc<str>,
    /// Feedback.
    pub feedback: Option<Arc<str>>,
}

/// A change of a var.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Adds.
    Add(VarId, i32),
    /// Sets.
    Set(VarId, i32),
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Id.
    pub id: Arc<str>,
    /// Its node.
    pub node: NodeId,
    /// Label.
    pub label: Arc<str>,
    /// Hint.
    pub hint: Option<Arc<str>>,
    /// What goes in it.
    pub input: Input,
}

/// What goes in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Exactly one of these options.
    One(Range<u32>),
    /// Any number of these options.
    Many(Range<u32>),
    /// Own words.
    Text {
        /// What a good text holds.
        rubric: Vec<Arc<str>>,
    },
}

impl Input {
    /// The options; none for own words.
    #[must_use]
    pub fn options(&self) -> Range<u32> {
        match self {
            Self::One(options) | Self::Many(options) => options.clone(),
            Self::Text { .. } => 0..0,
        }
    }
}

/// An option of a field.
#[derive(Debug, Clone)]
pub struct ChoiceOption {
    /// Id.
    pub id: Arc<str>,
    /// Its field.
    pub field: FieldKey,
    /// Text.
    pub text: Arc<str>,
    /// When it is on offer.
    pub when: Condition,
    /// Points, the first time.
    pub assess: Points,
    /// Duties it fulfils.
    pub fulfils: Vec<DutyId>,
    /// The harmful wording it uses.
    pub wording: Option<Wording>,
    /// Feedback.
    pub feedback: Option<Arc<str>>,
}

/// A harmful wording; texts are empty where the vocabulary lacks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Id.
    pub id: Arc<str>,
    /// Instead.
    pub prefer: Arc<str>,
    /// Why.
    pub why: Arc<str>,
    /// Source.
    pub source: Arc<str>,
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// `back-room.line.1.0`.
    pub address: String,
    /// Where it stands.
    pub home: Home,
    /// Cues in it, in order of mention.
    pub cues: Vec<CueId>,
    /// Lures in it.
    pub lures: Vec<LureId>,
    /// Directly before or after a cue's unit in the same text.
    pub near: bool,
}

/// Where a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In a line.
    Line(LineId),
    /// In an object or document.
    Thing(ThingKey),
}

impl Story {
    /// The tag of a cue.
    #[must_use]
    pub fn cue_tag(&self, cue: CueId) -> TagId {
        TagId(cue.0)
    }

    /// The tag of a lure.
    #[must_use]
    pub fn lure_tag(&self, lure: LureId) -> TagId {
        TagId::at(self.cues.len() + lure.index())
    }

    /// The tags of a unit.
    pub fn unit_tags(&self, unit: UnitKey) -> impl Iterator<Item = TagId> + '_ {
        let found = &self.units[unit.index()];
        found
            .cues
            .iter()
            .map(|cue| self.cue_tag(*cue))
            .chain(found.lures.iter().map(|lure| self.lure_tag(*lure)))
    }

    /// The plain text of a unit.
    #[must_use]
    pub fn unit_text(&self, unit: UnitKey) -> String {
        let of = |prose: &Prose| -> String {
            prose
                .paragraphs
                .iter()
                .flatten()
                .filter(|piece| piece.unit == Some(unit))
                .flat_map(|piece| piece.runs.iter())
                .map(|(text, _)| text.as_ref())
                .collect()
        };
        match self.units[unit.index()].home {
            Home::Line(line) => of(&self.lines[line.index()].prose),
            Home::Thing(thing) => match &self.things[thing.index()].kind {
                ThingKind::Object { prose, .. } => of(prose),
                ThingKind::Document { fields, .. } => {
                    fields.iter().map(|(_, prose)| of(prose)).collect()
                }
            },
        }
    }

    /// Choices of a node, in file order.
    #[must_use]
    pub fn choices_of(&self, node: NodeId) -> Range<u32> {
        match &self.nodes[node.index()].exit {
            Exit::Choices(choices) => choices.clone(),
            Exit::Form(_) | Exit::Ending { .. } => 0..0,
        }
    }

    /// The form of a node.
    #[must_use]
    pub fn form_of(&self, node: NodeId) -> Option<&Form> {
        match &self.nodes[node.index()].exit {
            Exit::Form(form) => Some(form),
            Exit::Choices(_) | Exit::Ending { .. } => None,
        }
    }

    /// Whether a node is an ending.
    #[must_use]
    pub fn is_ending(&self, node: NodeId) -> bool {
        matches!(self.nodes[node.index()].exit, Exit::Ending { .. })
    }

    /// The choice with this key, for readability beside keys.
    #[must_use]
    pub fn choice(&self, key: ChoiceKey) -> &Choice {
        &self.choices[key.index()]
    }

    /// The option with this key.
    #[must_use]
    pub fn option(&self, key: OptionKey) -> &ChoiceOption {
        &self.options[key.index()]
    }

    /// The thing with this key.
    #[must_use]
    pub fn thing(&self, key: ThingKey) -> &Thing {
        &self.things[key.index()]
    }
}
