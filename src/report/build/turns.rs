//! Turns: what was done, what it cost, the other way.

use std::sync::Arc;

use crate::analysis::TurnAction;
use crate::report::debrief::{SignReport, TurnReport};
use crate::scenario::condition::Condition;
use crate::scenario::ids::{CueId, OptionKey};
use crate::scenario::story::Story;
use crate::score::{Replay, Score, TurnScore};

/// How many turns the summary shows.
const SHOWN: usize = 3;

pub(super) fn turns(
    replay: &Replay,
    score: &Score,
    signs: &[(CueId, SignReport)],
) -> Vec<TurnReport> {
    let story = replay.play.story();
    replay
        .ledger
        .turns
        .iter()
        .zip(&score.decisions.turns)
        .map(|(played, scored)| {
            let node = &story.nodes[scored.node.index()];
            let (did, kind, feedback) = match &scored.action {
                TurnAction::Choose(choice) => {
                    let choice = story.choice(*choice);
                    (
                        choice.text.clone(),
                        Some(choice.kind),
                        choice.feedback.clone(),
                    )
                }
                TurnAction::Fill(_) => (
                    story
                        .form_of(scored.node)
                        .map(|form| form.title.clone())
                        .unwrap_or_default(),
                    None,
                    None,
                ),
            };
            let judged = scored.judged.as_ref();
            let loss = judged.map_or(0, |judged| judged.loss);
            let unseen = judged.map_or(0, |judged| judged.unseen);
            TurnReport {
                minute: played.start.minute,
                place: node.place.clone(),
                did,
                kind,
                feedback,
                loss,
                unseen,
                judgement: loss - unseen,
                other_way: if loss > 0 {
                    other_way(story, scored)
                } else {
                    Vec::new()
                },
                needed: if unseen > 0 {
                    needed(story, scored, played, signs)
                } else {
                    Vec::new()
                },
            }
        })
        .collect()
}

/// The turns that cost most, earlier first among equals.
pub(super) fn costliest(turns: &[TurnReport]) -> Vec<TurnReport> {
    let mut costly: Vec<&TurnReport> = turns.iter().filter(|turn| turn.loss > 0).collect();
    costly.sort_by_key(|turn| std::cmp::Reverse(turn.loss));
    costly.truncate(SHOWN);
    costly.into_iter().cloned().collect()
}

fn other_way(story: &Story, turn: &TurnScore) -> Vec<(Option<Arc<str>>, Arc<str>)> {
    match turn.judged.as_ref().map(|judged| &judged.best) {
        Some(TurnAction::Choose(choice)) => vec![(None, story.choice(*choice).text.clone())],
        Some(TurnAction::Fill(best)) => {
            let own: &[OptionKey] = if let TurnAction::Fill(own) = &turn.action {
                own
            } else {
                &[]
            };
            // Only what differs: the rest was right.
            best.iter()
                .filter(|option| !own.contains(option))
                .map(|option| {
                    let found = story.option(*option);
                    (
                        Some(story.fields[found.field.index()].label.clone()),
                        found.text.clone(),
                    )
                })
                .collect()
        }
        None => Vec::new(),
    }
}

/// Signs that the best way asked for and that were not marked.
fn needed(
    story: &Story,
    turn: &TurnScore,
    played: &crate::score::PlayedTurn,
    signs: &[(CueId, SignReport)],
) -> Vec<usize> {
    let mut conditions: Vec<&Condition> = Vec::new();
    match turn.judged.as_ref().map(|judged| &judged.best) {
        Some(TurnAction::Choose(choice)) => conditions.push(&story.choice(*choice).when),
        Some(TurnAction::Fill(options)) => {
            conditions.extend(options.iter().map(|option| &story.option(*option).when));
        }
        None => {}
    }
    let mut found = Vec::new();
    for condition in conditions {
        condition.each_atom(&mut |atom| {
            if let Condition::Marked(tag) = atom
                && played.before.tag_marks[tag.index()] == 0
                && let Some(index) = signs
                    .iter()
                    .position(|(cue, _)| story.cue_tag(*cue) == *tag)
                && !found.contains(&index)
            {
                found.push(index);
            }
        });
    }
    found
}
