//! What the proof and the check found, in one list.

use std::sync::Arc;

use crate::check::Checked;
use crate::proof::Proof;
use crate::scenario::problem::{Level, ShownBy};
use crate::scenario::story::Story;

use super::steps::steps;
use super::{FindingReport, Gravity, PlayReport};

/// The gravest first, else in the order they were found: the proof's before the check's.
pub(super) fn findings(proof: &Proof, checked: &Checked) -> Vec<FindingReport> {
    let story = &proof.story;
    let proved = proof.findings.iter().map(|finding| FindingReport {
        code: finding.code,
        gravity: gravity(finding.level),
        place: None,
        message: finding.message.clone(),
        mend: finding.mend.map(str::to_owned),
        play: finding.play.as_ref().map(|shown| play(story, shown)),
    });
    let told = checked.findings.iter().map(|problem| FindingReport {
        code: problem.code,
        gravity: gravity(Some(problem.level)),
        place: Some(checked.source.position(problem.span.start)),
        message: problem.message.clone(),
        mend: problem.mend.clone(),
        play: problem.play.as_deref().map(|shown| play(story, shown)),
    });
    let mut all: Vec<FindingReport> = proved.chain(told).collect();
    all.sort_by_key(|finding| finding.gravity);
    all
}

fn gravity(level: Option<Level>) -> Gravity {
    match level {
        Some(Level::Fatal | Level::Error) => Gravity::Error,
        Some(Level::Warning) => Gravity::Warning,
        None => Gravity::Note,
    }
}

fn play(story: &Arc<Story>, shown: &ShownBy) -> PlayReport {
    PlayReport {
        seed: shown.seed,
        draws: shown.draws.clone(),
        actions: shown.actions.clone(),
        steps: steps(story, shown),
    }
}
