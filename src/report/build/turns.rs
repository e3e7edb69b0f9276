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
    let story = replay.play.told();
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
                fair: scored.fair,
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

/// The turns that cost most on what could be known, earlier first among equals.
pub(super) fn costliest(turns: &[TurnReport]) -> Vec<TurnReport> {
    let mut costly: Vec<&TurnReport> = turns
        .iter()
        .filter(|turn| turn.fair_loss().top > 0)
        .collect();
    costly.sort_by(|one, other| {
        let (one, other) = (one.fair_loss(), other.fair_loss());
        (other.top * one.bottom).cmp(&(one.top * other.bottom))
    });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::FairLoss;

    fn turn(minute: u32, loss: i64, fair: Option<(i64, i64)>) -> TurnReport {
        TurnReport {
            minute,
            place: "P".into(),
            did: "D".into(),
            kind: None,
            feedback: None,
            loss,
            fair: fair.map(|(top, bottom)| FairLoss { top, bottom }),
            unseen: 0,
            judgement: loss,
            other_way: Vec::new(),
            needed: Vec::new(),
        }
    }

    fn minutes(turns: &[TurnReport]) -> Vec<u32> {
        costliest(turns).iter().map(|turn| turn.minute).collect()
    }

    #[test]
    fn the_turns_that_mattered_are_those_that_cost_most_on_what_could_be_known() {
        let turns = [
            turn(0, 9, Some((0, 2))),
            turn(1, 1, Some((3, 2))),
            turn(2, 0, Some((4, 2))),
            turn(3, 2, Some((2, 1))),
            turn(4, 5, Some((1, 2))),
        ];
        assert_eq!(minutes(&turns), [2, 3, 1]);
    }

    #[test]
    fn where_that_is_not_known_the_loss_decides() {
        let turns = [turn(0, 1, None), turn(1, 0, None), turn(2, 4, None)];
        assert_eq!(minutes(&turns), [2, 0]);
    }
}
