//! What can be come to: draws, competences, signs and duties.

use std::sync::Arc;

use crate::analysis::{Reach, Value};
use crate::proof::{Proof, Subject};
use crate::scenario::authored::Horizon;
use crate::scenario::story::{Exit, Story};

use super::{
    CombinationReport, CompetenceReport, DutyReport, FindingReport, Range, SignKind, SignReport,
};

fn range(value: Option<&Value>) -> Range {
    value.map_or_else(Range::default, |value| Range {
        best: value.best,
        worst: value.worst,
    })
}

pub(super) fn combinations(proof: &Proof) -> Vec<CombinationReport> {
    let one = |reach| combination(&proof.story, reach);
    proof.reaches.iter().map(one).collect()
}

fn combination(story: &Story, reach: &Reach) -> CombinationReport {
    let endings = || {
        let all = story.nodes.iter().enumerate();
        all.filter(|(_, node)| matches!(node.exit, Exit::Ending { .. }))
    };
    CombinationReport {
        draws: story
            .draws
            .iter()
            .zip(&reach.draws)
            .map(|(draw, value)| {
                let value = &draw.values[*value as usize];
                (Arc::clone(&draw.id), Arc::clone(value))
            })
            .collect(),
        exact: reach.exact,
        states: reach.states,
        total: range(reach.values.first()),
        endings: reach.exact.then(|| {
            let reached = endings().filter(|(number, _)| reach.nodes.has(*number));
            (reached.count(), endings().count())
        }),
        earliest: reach.tags.clone(),
    }
}

pub(super) fn competences(proof: &Proof) -> Vec<CompetenceReport> {
    let all = proof.story.competences.iter().enumerate();
    all.map(|(number, competence)| {
        let values = proof
            .reaches
            .iter()
            .map(|reach| reach.values.get(number + 1));
        let each: Vec<Range> = values.map(range).collect();
        CompetenceReport {
            title: Arc::clone(&competence.title),
            all: Range {
                best: each.iter().map(|range| range.best).max().unwrap_or(0),
                worst: each.iter().map(|range| range.worst).min().unwrap_or(0),
            },
            each,
        }
    })
    .collect()
}

pub(super) fn signs(proof: &Proof) -> Vec<SignReport> {
    let story = &proof.story;
    let cues = story.cues.iter().map(|cue| {
        let kind = match cue.horizon {
            Horizon::Immediate => SignKind::Immediate,
            Horizon::Beyond => SignKind::Beyond,
        };
        let label = cue.sign.as_ref().map(|sign| Arc::clone(&sign.label));
        (kind, label, Arc::clone(&cue.why))
    });
    let lures = story
        .lures
        .iter()
        .map(|lure| (SignKind::Lure, None, Arc::clone(&lure.why_not)));
    cues.chain(lures)
        .enumerate()
        .map(|(number, (kind, label, why))| {
            let minutes = proof.reaches.iter().filter_map(|reach| reach.tags[number]);
            let earliest = minutes.min().filter(|_| proof.is_exact());
            let units = &story.tags[number].units;
            SignReport {
                kind,
                label,
                quotations: units.iter().map(|unit| story.unit_text(*unit)).collect(),
                why,
                shown: proof.shown[number],
                earliest,
                never: proof.is_exact() && earliest.is_none(),
            }
        })
        .collect()
}

/// `findings` holds those of the proof first, in its order.
pub(super) fn duties(proof: &Proof, findings: &[FindingReport]) -> Vec<DutyReport> {
    let of = |number: usize, code: &str| {
        let is_it = |finding: &&crate::proof::Finding| {
            finding.code == code
                && matches!(finding.subject, Subject::Duty(duty) if duty.index() == number)
        };
        let found = proof.findings.iter().find(is_it)?;
        findings
            .iter()
            .position(|finding| finding.code == found.code && finding.message == found.message)
    };
    let all = proof.story.duties.iter().enumerate();
    all.map(|(number, duty)| {
        let minutes = proof
            .reaches
            .iter()
            .filter_map(|reach| reach.duties[number]);
        DutyReport {
            title: Arc::clone(&duty.title),
            why: Arc::clone(&duty.why),
            within: duty.within_minutes,
            earliest: minutes.min().filter(|_| proof.is_exact()),
            impossible: of(number, "duty-impossible"),
            lost: of(number, "duty-lost"),
        }
    })
    .collect()
}
