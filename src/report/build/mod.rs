//! From a replay and its score to the debrief.

mod records;
mod signs;
mod transcript;
mod turns;

use std::sync::Arc;

use super::debrief::{
    Debrief, DetailFigure, DutyOutcome, DutyReport, ReflectionReport, SensitivityReport,
    SideReport, SourceReport, StandardReport,
};
use super::sure::Sure;
use crate::attempt::Header;
use crate::players::{Certainty, StandardError};
use crate::scenario::authored::Horizon;
use crate::scenario::story::{Exit, Story};
use crate::score::{DutyState, Noticing, Replay, Score};

/// Everything that the debrief shows.
#[must_use]
pub fn debrief(replay: &Replay, score: &Score, header: &Header, sure: &Sure) -> Debrief {
    let play = &replay.play;
    let (story, state) = (play.told().as_ref(), play.state());
    let signs = signs::signs(replay, score);
    let all_turns = turns::turns(replay, score, &signs);
    let signs: Vec<_> = signs.into_iter().map(|(_, sign)| sign).collect();
    let alarms = &score.noticing.false_alarms;
    Debrief {
        language: story.language,
        told: story.told,
        title: story.title.clone(),
        trainee: header.trainee.clone(),
        started: header.started.to_string(),
        seed: play.seed(),
        draws: story
            .draws
            .iter()
            .zip(&state.draws)
            .map(|(draw, value)| {
                (
                    draw.id.to_string(),
                    draw.values[*value as usize].to_string(),
                )
            })
            .collect(),
        starts_at: story.starts_at,
        minutes: state.minute,
        ending: match &story.nodes[state.node.index()].exit {
            Exit::Ending { summary, .. } if score.finished => Some(summary.clone()),
            _ => None,
        },
        duties: duties(replay, score),
        immediate: side(story, replay, score, Horizon::Immediate),
        beyond: side(story, replay, score, Horizon::Beyond),
        not_signs_marked: alarms.lures_marked + alarms.plain_marked,
        transcript: transcript::transcript(replay, &signs::order(replay, score)),
        signs,
        turns: turns::costliest(&all_turns),
        span: score.decisions.total.best - score.decisions.total.worst,
        all_turns,
        records: records::records(play),
        rationales: records::rationales(play),
        practise_next: practise_next(story, score),
        reflection: play.reflection().map(|reflection| ReflectionReport {
            text: reflection.text.clone(),
            immediate: reflection.immediate,
            beyond: reflection.beyond,
        }),
        standard: score.standard.as_ref().map(|standard| StandardReport {
            met: standard.met,
            because: standard.because.clone(),
        }),
        details: details(story, score, sure.certainty.as_ref()),
        sensitivity: SensitivityReport {
            here: score.noticing.signals,
            lately: sure.lately.clone(),
        },
        exact: score.decisions.exact,
        reviewed: is_reviewed(story),
        basis: story.basis.clone(),
        sources: story
            .sources
            .iter()
            .map(|source| SourceReport {
                citation: source.citation.clone(),
                url: source.url.clone(),
            })
            .collect(),
    }
}

/// "Reviewed" needs people with lived experience and a police practitioner.
#[must_use]
pub fn is_reviewed(story: &Story) -> bool {
    let has = |role: &str| story.reviews.iter().any(|review| **review == *role);
    has("lived-experience") && has("practitioner-police")
}

fn duties(replay: &Replay, score: &Score) -> Vec<DutyReport> {
    let (story, state) = (replay.play.told(), replay.play.state());
    let mut reports: Vec<DutyReport> = score
        .duties
        .iter()
        .map(|(id, outcome)| {
            let duty = &story.duties[id.index()];
            DutyReport {
                outcome: match outcome {
                    DutyState::Missed => DutyOutcome::Missed,
                    DutyState::Late => DutyOutcome::Late,
                    DutyState::Met => DutyOutcome::Met,
                },
                title: duty.title.clone(),
                why: duty.why.clone(),
                within_minutes: duty.within_minutes,
                done_at: state.fulfilled[id.index()],
            }
        })
        .collect();
    reports.sort_by_key(|report| report.outcome);
    reports
}

fn side(story: &Story, replay: &Replay, score: &Score, horizon: Horizon) -> SideReport {
    let found = match horizon {
        Horizon::Immediate => &score.noticing.immediate,
        Horizon::Beyond => &score.noticing.beyond,
    };
    let state = replay.play.state();
    let unopened = score.noticing.in_reach.iter().filter(|cue| {
        story.cues[cue.index()].horizon == horizon
            && !score.noticing.hit.contains(cue)
            && story.tags[cue.index()]
                .units
                .iter()
                .all(|unit| !state.shown.has(unit.index()))
    });
    SideReport {
        in_reach: found.cues_in_reach,
        hits: found.hits,
        never_reached: found.cues_live - found.cues_in_reach,
        unopened: u32::try_from(unopened.count()).unwrap_or(u32::MAX),
    }
}

/// `practise` of the competence with the lowest score; the first in file order among equals.
fn practise_next(story: &Story, score: &Score) -> Option<Arc<str>> {
    let mut lowest: Option<(f64, Arc<str>)> = None;
    for (id, found) in &score.decisions.competences {
        if let (Some(value), Some(step)) = (found.score(), &story.competences[id.index()].practise)
            && lowest.as_ref().is_none_or(|(known, _)| value < *known)
        {
            lowest = Some((value, step.clone()));
        }
    }
    lowest.map(|(_, step)| step)
}

fn details(story: &Story, score: &Score, sure: Option<&Certainty>) -> Vec<DetailFigure> {
    let noticing = &score.noticing;
    let (immediate, beyond) = (&noticing.immediate, &noticing.beyond);
    let ratio = |top: u32, bottom: u32| (bottom > 0).then(|| f64::from(top) / f64::from(bottom));
    let share = |key, value, error: fn(&Certainty) -> Option<StandardError>| DetailFigure {
        key,
        of: None,
        value,
        share: true,
        error: sure.and_then(error),
    };
    let mut figures = vec![
        share(
            "noticing-immediate",
            noticing.side_score(immediate),
            |sure| sure.immediate,
        ),
        share("noticing-beyond", noticing.side_score(beyond), |sure| {
            sure.beyond
        }),
        share(
            "hit-share-immediate",
            Noticing::hit_share(immediate),
            |sure| sure.immediate_hits,
        ),
        share("hit-share-beyond", Noticing::hit_share(beyond), |sure| {
            sure.beyond_hits
        }),
        // What came into reach hangs on the way taken, which is not let vary.
        share(
            "reach-immediate",
            ratio(immediate.cues_in_reach, immediate.cues_live),
            |_| None,
        ),
        share(
            "reach-beyond",
            ratio(beyond.cues_in_reach, beyond.cues_live),
            |_| None,
        ),
        share(
            "false-alarms",
            Some(noticing.false_alarms.share()),
            |sure| sure.false_alarms,
        ),
        share(
            "understood",
            ratio(noticing.understood.0, noticing.understood.1),
            |sure| sure.understood,
        ),
        share("tunnel-vision", score.tunnel_vision, |sure| {
            sure.tunnel_vision
        }),
        DetailFigure {
            key: "late-hits",
            of: None,
            value: Some(f64::from(noticing.late_hits)),
            share: false,
            error: None,
        },
        share("decisions", score.decisions.total.score(), |sure| {
            sure.decisions
        }),
    ];
    let competences = score.decisions.competences.iter().enumerate();
    figures.extend(competences.map(|(number, (id, found))| DetailFigure {
        key: "competence",
        of: Some(story.competences[id.index()].title.clone()),
        value: found.score(),
        share: true,
        error: sure.and_then(|sure| sure.competences.get(number).copied().flatten()),
    }));
    figures
}
