//! What a trainer is shown of a scenario before anybody plays it.
//!
//! A proof and a check are put into one [`Appraisal`]: signs by their label
//! and their words, choices by their own text, each finding with a play that
//! shows it. Screens draw it; [`appraise`] makes it.

mod figures;
mod found;
mod parts;
mod saved;
mod steps;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::check::{Tools, check};
use crate::language::Language;
use crate::players::{Share, Watch};
use crate::proof::{Effort, Proof, prove};
use crate::scenario::art::ArtShelf;
use crate::scenario::shelf::{Shelf, ShelfError};

pub use figures::{BINS, Spread};
pub use saved::save_play;

/// Everything that a trainer is shown of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// The scenario's id: `play` and `analyse` take it.
    pub id: Arc<str>,
    /// The fingerprint of what was appraised.
    pub fingerprint: Arc<str>,
    /// The language it is told in, as far as the scenario is translated.
    pub language: Language,
    /// Title.
    pub title: Arc<str>,
    /// How much was done.
    pub effort: Effort,
    /// Whether every search was complete.
    pub exact: bool,
    /// By combination of draws.
    pub combinations: Vec<CombinationReport>,
    /// By competence.
    pub competences: Vec<CompetenceReport>,
    /// Cues, then lures, in file order.
    pub signs: Vec<SignReport>,
    /// Duties, in file order.
    pub duties: Vec<DutyReport>,
    /// Simulated officers, the curious one first.
    pub officers: Vec<OfficerReport>,
    /// What the proof and the check found, the gravest first.
    pub findings: Vec<FindingReport>,
}

/// The most and the least that can be earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Range {
    /// The most.
    pub best: i64,
    /// The least.
    pub worst: i64,
}

/// One combination of draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CombinationReport {
    /// Each draw and its value.
    pub draws: Vec<(Arc<str>, Arc<str>)>,
    /// Whether all of it was searched.
    pub exact: bool,
    /// How many states were.
    pub states: usize,
    /// All competences together.
    pub total: Range,
    /// Endings that can be come to, of all; `None` where not all was searched.
    pub endings: Option<(usize, usize)>,
    /// The earliest minute of each sign; `None` of what no play shows.
    pub earliest: Vec<Option<u32>>,
}

/// One competence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetenceReport {
    /// Its title.
    pub title: Arc<str>,
    /// Over all combinations.
    pub all: Range,
    /// By combination.
    pub each: Vec<Range>,
}

/// What a detail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignKind {
    /// A sign of the offence.
    Immediate,
    /// A sign beyond it.
    Beyond,
    /// A detail that is easy to over-read.
    Lure,
}

/// A cue or a lure.
#[derive(Debug, Clone, PartialEq)]
pub struct SignReport {
    /// What it is.
    pub kind: SignKind,
    /// The label of its sign in the taxonomy.
    pub label: Option<Arc<str>>,
    /// The sentences that bear it.
    pub quotations: Vec<String>,
    /// Why it matters, or why it is no sign.
    pub why: Arc<str>,
    /// In how many random plays it was shown, of those in which it is live.
    pub shown: Share,
    /// The earliest minute over all combinations.
    pub earliest: Option<u32>,
    /// Every search was complete and no play shows it.
    pub never: bool,
}

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyReport {
    /// Its title.
    pub title: Arc<str>,
    /// Why it matters.
    pub why: Arc<str>,
    /// By which minute it is due.
    pub within: Option<u32>,
    /// The earliest minute at which it can be done.
    pub earliest: Option<u32>,
    /// The finding that says it cannot be done, in time or with some draws.
    pub impossible: Option<usize>,
    /// The finding that says how a play can lose it.
    pub lost: Option<usize>,
}

/// How a duty came out over an officer's plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyShares {
    /// Its title.
    pub title: Arc<str>,
    /// Of the plays in which it applied, those that did it in time.
    pub met: Share,
    /// Late.
    pub late: Share,
    /// Not at all.
    pub missed: Share,
}

/// A simulated officer.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficerReport {
    /// Its name.
    pub title: Arc<str>,
    /// What it does.
    pub about: Arc<str>,
    /// Whether it is the curious one, whom the scenario should reward.
    pub curious: bool,
    /// Plays that came to an end.
    pub finished: Share,
    /// Plays that met the standard; of none where the scenario has none.
    pub met: Share,
    /// Noticing beyond the offence.
    pub beyond: Option<Spread>,
    /// Noticing the offence.
    pub immediate: Option<Spread>,
    /// Decisions.
    pub decisions: Option<Spread>,
    /// False alarms.
    pub false_alarms: Option<Spread>,
    /// Duties.
    pub duties: Vec<DutyShares>,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// It plays, but is not sound.
    Error,
    /// It is sound, but something is amiss.
    Warning,
    /// What an author may well mean.
    Note,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingReport {
    /// A stable name.
    pub code: &'static str,
    /// How grave it is.
    pub gravity: Gravity,
    /// Line and column, where the check places it.
    pub place: Option<(usize, usize)>,
    /// What is so, in a sentence without its full stop.
    pub message: String,
    /// What to do, in a sentence without its full stop.
    pub mend: Option<String>,
    /// A play that shows it.
    pub play: Option<PlayReport>,
}

/// A play that shows a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayReport {
    /// The seed.
    pub seed: u64,
    /// Draws and their values.
    pub draws: Vec<(String, String)>,
    /// The actions, one a line, as `play --actions` reads them.
    pub actions: String,
    /// The same in words.
    pub steps: Vec<Step>,
}

/// What was done, in the scenario's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Looked at objects and documents, one after the other.
    Look(Vec<Arc<str>>),
    /// Marked sentences, one after the other.
    Mark(Vec<String>),
    /// Took a mark away from a sentence.
    Unmark(String),
    /// Decided.
    Decide,
    /// Took a choice.
    Choose(Arc<str>),
    /// Submitted the record with this title, and the options chosen.
    Fill(Arc<str>, Vec<Arc<str>>),
    /// Ended the attempt.
    Leave,
}

/// Why a scenario cannot be appraised.
#[derive(Debug, thiserror::Error)]
pub enum AppraiseError {
    /// It cannot be read.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// It does not load: its first problem.
    #[error("{0}")]
    Content(String),
}

/// Appraises a scenario, and tells of it in a language as far as it is translated; `None` only
/// where `watch` ended it.
///
/// # Errors
/// When the scenario, its vocabularies or the players beside it cannot be read.
pub fn appraise(
    shelf: &Shelf,
    art: &ArtShelf,
    (id, language): (&str, Language),
    effort: Effort,
    watch: Watch<'_>,
) -> Result<Option<Appraisal>, AppraiseError> {
    let loaded = shelf.load(id, false)?;
    let Some(story) = &loaded.story else {
        let first = loaded.problems.first();
        let line = first.map(|problem| problem.line(&loaded.source));
        return Err(AppraiseError::Content(line.unwrap_or_default()));
    };
    let players = shelf.players()?;
    let vocabularies = shelf.vocabularies()?;
    // The check is one step more than the proof.
    let ended = AtomicBool::new(false);
    let further = |done: u64, of: u64| {
        let told = watch(done, of + effort.plays);
        ended.fetch_or(told.is_break(), Ordering::Relaxed);
        told
    };
    let Some(mut proof) = prove(story, &players, effort, &further) else {
        return Ok(None);
    };
    let tools = Tools {
        vocabularies: &vocabularies,
        players: &players,
        art,
        // The proof has searched already, and further.
        search: false,
    };
    let checked = check(|places| shelf.load(id, places), tools)?;
    if ended.load(Ordering::Relaxed) || finish(&proof, players.len(), watch).is_break() {
        return Ok(None);
    }
    // Its numbers are the same in every language.
    proof.story = story.told_in(language);
    let story = &proof.story;
    let findings = found::findings(&proof, &checked);
    Ok(Some(Appraisal {
        id: Arc::clone(&story.id),
        fingerprint: Arc::clone(&story.fingerprint),
        language,
        title: Arc::clone(&story.title),
        effort,
        exact: proof.is_exact(),
        combinations: parts::combinations(&proof),
        competences: parts::competences(&proof),
        signs: parts::signs(&proof),
        duties: parts::duties(&proof, &findings),
        officers: figures::officers(&proof),
        findings,
    }))
}

/// Tells that all is done.
fn finish(proof: &Proof, players: usize, watch: Watch<'_>) -> ControlFlow<()> {
    let of = crate::proof::steps(proof.reaches.len(), players) + 1;
    watch(of * proof.effort.plays, of * proof.effort.plays)
}
