//! `players.ron`: simulated officers, as their file describes them.

use std::sync::Arc;

use super::authored::{Entries, Text};
use super::problem::Problem;
use super::record::{keywords, record};
use super::span::{Span, Spanned};

keywords! {
    /// What a simulated officer looks at.
    pub enum Looks("what a player looks at") {
        /// The lines that everybody is shown.
        Lines,
        /// Every object and document on offer too.
        Everything,
    }
}

keywords! {
    /// Which sentences a simulated officer may mark.
    pub enum Marks("what a player marks") {
        /// None.
        Nothing,
        /// All of them.
        Everything,
        /// Those that look as if they mattered for the offence.
        Immediate,
        /// Those that look as if they mattered at all.
        Any,
    }
}

keywords! {
    /// How a simulated officer chooses.
    pub enum Chooses("how a player chooses") {
        /// The first on offer, in the order of the file.
        First,
        /// Any, by lot.
        Anything,
        /// What leads to an end in the fewest turns.
        Shortest,
        /// As `Shortest`, but first what follows up marks on the offence.
        Offence,
        /// What has the longest text.
        Longest,
        /// What has most of the player's `words` in it.
        Words,
        /// What seems best at once, seen through the noise of `judgement`.
        Merit,
    }
}

record! {
    /// How well sentences are told apart, as signal detection describes it.
    pub struct Reads("`reads`") {
        /// How far weak cues stand out.
        required weak: Spanned<f64>,
        /// How far notable cues stand out.
        required notable: Spanned<f64>,
        /// How far cues that ask for action stand out.
        required act_now: Spanned<f64>,
        /// How far lures stand out.
        required lures: Spanned<f64>,
        /// How far a sentence must stand out to be marked.
        required criterion: Spanned<f64>,
    }
}

record! {
    /// A simulated officer.
    pub struct Described("a player") {
        /// Its name.
        required title: Text,
        /// What it does, in a sentence.
        required about: Text,
        /// What it looks at.
        required looks: Looks,
        /// What it marks.
        required marks: Spanned<Marks>,
        /// How well it reads.
        optional reads: Option<Reads>,
        /// How it chooses.
        required chooses: Spanned<Chooses>,
        /// The spread of its judgement, in points.
        optional judgement: Option<Spanned<f64>>,
        /// The words it is drawn to.
        optional words: Vec<Text>,
    }
}

/// How well a player tells sentences apart.
///
/// The model of equal variance: a sentence of nothing stands out by a draw
/// from the standard normal distribution, one of a cue or a lure by as much
/// more as is given here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// By strength: weak, notable, act now.
    pub cues: [f64; 3],
    /// Lures.
    pub lures: f64,
    /// What stands out further is marked.
    pub criterion: f64,
}

/// A simulated officer.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    /// Its id in the file.
    pub id: Arc<str>,
    /// Its name.
    pub title: Arc<str>,
    /// What it does, in a sentence.
    pub about: Arc<str>,
    /// What it looks at.
    pub looks: Looks,
    /// What it marks.
    pub marks: Marks,
    /// How well it reads; present where it marks `Immediate` or `Any`.
    pub reads: Option<Reading>,
    /// How it chooses.
    pub chooses: Chooses,
    /// The spread of its judgement, in points.
    pub judgement: f64,
    /// The words it is drawn to, in lower case.
    pub words: Vec<String>,
}

/// Farthest that anything may stand out, and widest spread of judgement.
const FARTHEST: f64 = 10.0;

/// The players of a file; what is wrong with it, where anything is.
pub(super) fn players(file: &Entries<Described>) -> Result<Vec<Player>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut found: Vec<Player> = Vec::new();
    for (id, described) in file.iter() {
        if found.iter().any(|known| *known.id == *id.value) {
            problems.push(
                Problem::fatal(
                    "duplicate-id",
                    id.span,
                    format!("the player `{}` stands twice", id.value),
                )
                .mend("give one of them another id"),
            );
        }
        found.push(player(id, described, &mut problems));
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(problems)
    }
}

fn player(id: &Text, described: &Described, problems: &mut Vec<Problem>) -> Player {
    let lacking =
        |span: Span, why: String, mend: &str| Problem::fatal("missing-field", span, why).mend(mend);
    let reading = described.reads.as_ref().map(|reads| Reading {
        cues: [
            bounded(&reads.weak, -FARTHEST, problems),
            bounded(&reads.notable, -FARTHEST, problems),
            bounded(&reads.act_now, -FARTHEST, problems),
        ],
        lures: bounded(&reads.lures, -FARTHEST, problems),
        criterion: bounded(&reads.criterion, -FARTHEST, problems),
    });
    let tells_apart = matches!(described.marks.value, Marks::Immediate | Marks::Any);
    if tells_apart && reading.is_none() {
        problems.push(lacking(
            described.marks.span,
            format!("`{}` tells sentences apart and lacks its `reads`", id.value),
            "add `reads: (weak: …, notable: …, act_now: …, lures: …, criterion: …)`",
        ));
    }
    if described.chooses.value == Chooses::Words && described.words.is_empty() {
        problems.push(lacking(
            described.chooses.span,
            format!("`{}` chooses by words and lacks its `words`", id.value),
            "add `words: [\"…\"]`",
        ));
    }
    if described.chooses.value == Chooses::Merit && described.judgement.is_none() {
        problems.push(lacking(
            described.chooses.span,
            format!("`{}` chooses by merit and lacks its `judgement`", id.value),
            "add `judgement: …`, the spread in points; 0 sees every merit as it is",
        ));
    }
    let judgement = described
        .judgement
        .as_ref()
        .map_or(0.0, |judgement| bounded(judgement, 0.0, problems));
    Player {
        id: id.value.as_str().into(),
        title: described.title.value.as_str().into(),
        about: described.about.value.as_str().into(),
        looks: described.looks,
        marks: described.marks.value,
        reads: reading.filter(|_| tells_apart),
        chooses: described.chooses.value,
        judgement,
        words: described
            .words
            .iter()
            .map(|word| word.value.to_lowercase())
            .collect(),
    }
}

fn bounded(number: &Spanned<f64>, least: f64, problems: &mut Vec<Problem>) -> f64 {
    if !(least..=FARTHEST).contains(&number.value) {
        problems.push(
            Problem::fatal(
                "out-of-range",
                number.span,
                format!("{} is not between {least} and {FARTHEST}", number.value),
            )
            .mend("the unit is a standard deviation; 3 is far already"),
        );
    }
    number.value
}
