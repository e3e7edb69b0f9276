//! What the debrief shows, as data: screens and files are made from this alone.

pub mod category;
#[cfg(any(test, feature = "kittest"))]
pub mod sample;
pub mod words;

use std::cmp::Ordering;
use std::sync::Arc;

use super::sure::Lately;
use crate::analysis::FairLoss;
use crate::language::Language;
use crate::players::StandardError;
use crate::scenario::translation::Told;
use crate::score::Signals;
use crate::session::moves::SelfRating;
use crate::session::view::{ChoiceKind, Run, Sureness};

/// Which side of the job a sign belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The offence the officer was sent to.
    Immediate,
    /// The child's safety.
    Beyond,
}

/// How a duty came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DutyOutcome {
    /// Never done.
    Missed,
    /// Done after its time.
    Late,
    /// Done.
    Met,
}

/// A duty that applied, missed ones first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyReport {
    /// How it came out.
    pub outcome: DutyOutcome,
    /// Its title.
    pub title: Arc<str>,
    /// Why it matters.
    pub why: Arc<str>,
    /// The time allowed, in scenario minutes.
    pub within_minutes: Option<u32>,
    /// The scenario minute at which it was done.
    pub done_at: Option<u32>,
}

/// A paraphrase of published testimony.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoiceReport {
    /// The paraphrase. Never in quotation marks.
    pub says: Arc<str>,
    /// The source's title, publisher and year.
    pub source: String,
}

/// A sign that was in reach, in the order met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignReport {
    /// Which side.
    pub side: Side,
    /// Whether a committed mark hit it.
    pub marked: bool,
    /// The sign's label from the taxonomy; absent where the cue names no sign.
    pub label: Option<Arc<str>>,
    /// The sentence that carried it, as the trainee could read it.
    pub quotation: String,
    /// Who said it or where it stood: "Mr Osei, store security", "Log 0417".
    pub whence: String,
    /// The time of day or minute it was first shown; absent when never opened.
    pub shown_at: Option<u32>,
    /// Where it stood in papers or objects that were not opened.
    pub unopened: bool,
    /// The concern the trainee gave it, and how sure.
    pub given: Option<(Arc<str>, Sureness)>,
    /// Concerns that its sign may rightly be called.
    pub may_be_called: Vec<Arc<str>>,
    /// Why it matters.
    pub why: Arc<str>,
    /// A voice from published reports.
    pub voice: Option<VoiceReport>,
    /// Texts of choices that could not be asked without marking it.
    pub opens: Vec<Arc<str>>,
}

/// What a unit of the transcript was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nature {
    /// Live cues (numbers of `Debrief::signs`).
    Signs(Vec<usize>),
    /// Looked the same, but was innocent in this attempt.
    Neutral {
        /// What it was.
        otherwise: Arc<str>,
    },
    /// A detail that is easy to over-read.
    NotASign {
        /// Why it is none.
        why_not: Arc<str>,
    },
    /// Beside a sign, or plain.
    Plain,
}

/// A unit of the transcript as played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayedUnit {
    /// Its text.
    pub runs: Vec<Run>,
    /// What it was.
    pub nature: Nature,
    /// The mark that stood on it at the end.
    pub mark: Option<(Arc<str>, Sureness)>,
    /// A committed mark was withdrawn.
    pub withdrawn: bool,
}

/// A passage of the transcript as played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayedPassage {
    /// "14:26" or "minute 6", and the place, where a visit begins.
    pub visit: Option<(u32, Arc<str>)>,
    /// Who spoke, or the object's or document's name.
    pub heading: Option<String>,
    /// What the trainee did, where this is a deed.
    pub did: Option<Arc<str>>,
    /// Its paragraphs.
    pub paragraphs: Vec<Vec<PlayedUnit>>,
}

/// A turn: what was done and what it cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnReport {
    /// The scenario minute at which the turn began.
    pub minute: u32,
    /// The place.
    pub place: Arc<str>,
    /// What was done: the choice's own text, or the record's title.
    pub did: Arc<str>,
    /// The kind of choice; absent for records.
    pub kind: Option<ChoiceKind>,
    /// The author's feedback on it.
    pub feedback: Option<Arc<str>>,
    /// What it cost as the facts were, in points.
    pub loss: i64,
    /// What it cost on what the trainee could know; absent where that was not searched.
    pub fair: Option<FairLoss>,
    /// Of it, what not having noticed or looked cost.
    pub unseen: i64,
    /// Of it, what judgement cost.
    pub judgement: i64,
    /// The other way: the best choice's text, or the best options by field.
    pub other_way: Vec<(Option<Arc<str>>, Arc<str>)>,
    /// Signs (numbers of `Debrief::signs`) whose marking would have put the other way on offer.
    pub needed: Vec<usize>,
}

/// How much a turn cost, against what the whole scenario has to give and to lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cost {
    /// Under a twentieth.
    Little,
    /// Under three twentieths.
    Something,
    /// More.
    Much,
}

impl Cost {
    /// Absent where it is nothing.
    fn of(loss: FairLoss, span: i64) -> Option<Self> {
        let (twenty, span) = (
            i128::from(loss.top) * 20,
            i128::from(span) * i128::from(loss.bottom),
        );
        match twenty {
            ..=0 => None,
            _ if twenty < span => Some(Self::Little),
            _ if twenty < span * 3 => Some(Self::Something),
            _ => Some(Self::Much),
        }
    }
}

/// What the facts did to a decision that nobody could have known them for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Luck {
    /// It was sound, and turned out otherwise.
    Against,
    /// It turned out better than could be known.
    For,
}

impl TurnReport {
    /// What it cost on what could be known; as the facts were where that was not searched.
    #[must_use]
    pub fn fair_loss(&self) -> FairLoss {
        let as_it_was = FairLoss {
            top: self.loss,
            bottom: 1,
        };
        self.fair.unwrap_or(as_it_was)
    }

    /// How much that is, where best and worst play lie so many points apart; absent where it is nothing.
    #[must_use]
    pub fn cost(&self, span: i64) -> Option<Cost> {
        Cost::of(self.fair_loss(), span)
    }

    /// Whether the facts turned a sound decision, or eased a weak one by so much that its cost would be told in another word.
    #[must_use]
    pub fn luck(&self, span: i64) -> Option<Luck> {
        let fair = self.fair?;
        let as_it_was = FairLoss {
            top: self.loss,
            bottom: 1,
        };
        let (known, was) = (Cost::of(fair, span), Cost::of(as_it_was, span));
        match known.cmp(&was) {
            Ordering::Less if known.is_none() => Some(Luck::Against),
            Ordering::Greater => Some(Luck::For),
            _ => None,
        }
    }
}

/// A record as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordReport {
    /// Its title.
    pub title: Arc<str>,
    /// The minute after which it stood.
    pub minute: u32,
    /// Its fields: label, what was chosen or typed.
    pub fields: Vec<RecordFieldReport>,
}

/// A field of a record as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFieldReport {
    /// Its label.
    pub label: Arc<str>,
    /// Options chosen.
    pub chosen: Vec<ChosenOption>,
    /// Own words.
    pub text: Option<String>,
    /// What a good text holds, for own words.
    pub rubric: Vec<Arc<str>>,
}

/// An option that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenOption {
    /// Its text.
    pub text: Arc<str>,
    /// The author's feedback on it.
    pub feedback: Option<Arc<str>>,
    /// The professional wording, where the option's words do harm.
    pub wording: Option<WordingReport>,
}

/// A harmful wording and its alternative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordingReport {
    /// What to write instead.
    pub prefer: Arc<str>,
    /// Why.
    pub why: Arc<str>,
    /// The source.
    pub source: Arc<str>,
}

/// A reason given for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RationaleReport {
    /// The decision's text.
    pub decision: Arc<str>,
    /// The prompt.
    pub prompt: Arc<str>,
    /// What was written; absent where no reasons were given.
    pub text: Option<String>,
    /// What a good one holds.
    pub rubric: Vec<Arc<str>>,
}

/// One side of what was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SideReport {
    /// Live cues in reach.
    pub in_reach: u32,
    /// Of them, hit.
    pub hits: u32,
    /// Live cues of the whole scenario that the way taken never reached.
    pub never_reached: u32,
    /// In reach, but in papers or objects that were not opened, and not hit.
    pub unopened: u32,
}

/// The reflection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReflectionReport {
    /// What was written.
    pub text: String,
    /// The self-rating for the offence.
    pub immediate: Option<SelfRating>,
    /// The self-rating for the child's safety.
    pub beyond: Option<SelfRating>,
}

/// A figure under `Details`.
#[derive(Debug, Clone, PartialEq)]
pub struct DetailFigure {
    /// A stable name, the key of its label in the interface's strings: "noticing-immediate".
    pub key: &'static str,
    /// The competence's title, for figures of one competence.
    pub of: Option<Arc<str>>,
    /// The figure; absent where there is none.
    pub value: Option<f64>,
    /// Whether it is a share, shown in per cent.
    pub share: bool,
    /// How far it may be off by chance; absent where chance does not move it, or nobody knows.
    pub error: Option<StandardError>,
}

/// Telling signs from the rest: counts of this attempt, d′ of three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SensitivityReport {
    /// The counts of this attempt.
    pub here: Signals,
    /// The trainee's last three attempts together; absent where there are fewer.
    pub lately: Option<Lately>,
}

/// What the scenario's standard says of this attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardReport {
    /// Whether this attempt met it; absent where the search was cut off.
    pub met: Option<bool>,
    /// Why not, as in the score: "left-early", "duty-missed:ID", ….
    pub because: Vec<String>,
}

/// A source that the scenario names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceReport {
    /// Title, publisher, year.
    pub citation: String,
    /// Its address.
    pub url: Option<Arc<str>>,
}

/// All that a debrief shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Debrief {
    /// The language of the scenario's texts.
    pub language: Language,
    /// How far that is the language that was asked for.
    pub told: Told,
    /// The scenario's title.
    pub title: Arc<str>,
    /// The trainee's name or number.
    pub trainee: String,
    /// UTC start, as in the journal.
    pub started: String,
    /// The seed.
    pub seed: u64,
    /// The facts drawn: name and value ids, for `Details`.
    pub draws: Vec<(String, String)>,
    /// Minutes since midnight at which the scenario begins.
    pub starts_at: Option<u32>,
    /// Scenario minutes used.
    pub minutes: u32,
    /// Where the child is and who is with them: the ending's summary; absent when left early.
    pub ending: Option<Arc<str>>,
    /// Duties that applied: missed, late, met.
    pub duties: Vec<DutyReport>,
    /// The offence.
    pub immediate: SideReport,
    /// The child's safety.
    pub beyond: SideReport,
    /// Units marked that were no signs: lures and plain sentences.
    pub not_signs_marked: u32,
    /// Every sign in reach, in the order met.
    pub signs: Vec<SignReport>,
    /// The transcript as played, documents and objects where they were opened.
    pub transcript: Vec<PlayedPassage>,
    /// The three turns that cost most on what could be known, earlier first among equals; empty where none did or nothing is known.
    pub turns: Vec<TurnReport>,
    /// Points between the best and the worst play: what costs are measured against.
    pub span: i64,
    /// Every turn, for `Turns that mattered` in full.
    pub all_turns: Vec<TurnReport>,
    /// Records written.
    pub records: Vec<RecordReport>,
    /// Reasons given.
    pub rationales: Vec<RationaleReport>,
    /// One step, a verb: the competence with the lowest score's.
    pub practise_next: Option<Arc<str>>,
    /// The reflection.
    pub reflection: Option<ReflectionReport>,
    /// The standard; absent where the scenario has none.
    pub standard: Option<StandardReport>,
    /// Figures for `Details`.
    pub details: Vec<DetailFigure>,
    /// Telling signs from the rest.
    pub sensitivity: SensitivityReport,
    /// Whether decisions were searched exactly.
    pub exact: bool,
    /// Reviews recorded; none means "Not yet reviewed".
    pub reviewed: bool,
    /// What the scenario rests on.
    pub basis: Arc<str>,
    /// The scenario's sources.
    pub sources: Vec<SourceReport>,
}
