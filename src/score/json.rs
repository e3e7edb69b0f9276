//! The score as `second-look/score/1`.

use serde_json::{Map, Value, json};

use crate::analysis::TurnAction;
use crate::scenario::story::{Exit, Input, Story};
use crate::session::playthrough::Playthrough;

use super::decisions::{CompetenceScore, TurnScore};
use super::noticing::{Noticing, Side, share};
use super::{DutyState, Replay, Score};

/// One JSON document for a replay and its score.
#[must_use]
pub fn to_json(replay: &Replay, score: &Score) -> Value {
    let play = &replay.play;
    let (story, state) = (play.story().as_ref(), play.state());
    let ending = match &story.nodes[state.node.index()].exit {
        Exit::Ending { id, .. } if score.finished => Value::from(id.as_ref()),
        _ => Value::Null,
    };
    json!({
        "schema": "second-look/score/1",
        "scenario": story.id.as_ref(),
        "fingerprint": story.fingerprint.as_ref(),
        "seed": play.seed(),
        "draws": draws(play),
        "finished": score.finished,
        "ending": ending,
        "minute": state.minute,
        "noticing": noticing(&score.noticing),
        "tunnel_vision": score.tunnel_vision,
        "decisions": decisions(story, score),
        "duties": score.duties.iter().map(|(duty, outcome)| (story.duties[duty.index()].id.to_string(), Value::from(duty_word(*outcome)))).collect::<Map<_, _>>(),
        "language": score.language.iter().map(|hit| {
            let option = story.option(hit.option);
            json!({"field": story.fields[hit.field.index()].id.as_ref(), "option": option.id.as_ref(), "wording": option.wording.as_ref().map(|wording| wording.id.as_ref())})
        }).collect::<Vec<_>>(),
        "standard": score.standard.as_ref().map(|standard| json!({"met": standard.met, "because": standard.because})),
    })
}

fn draws(play: &Playthrough) -> Map<String, Value> {
    let values = play.story().draws.iter().zip(&play.state().draws);
    values
        .map(|(draw, value)| {
            (
                draw.id.to_string(),
                Value::from(draw.values[*value as usize].as_ref()),
            )
        })
        .collect()
}

fn duty_word(outcome: DutyState) -> &'static str {
    match outcome {
        DutyState::Met => "met",
        DutyState::Late => "late",
        DutyState::Missed => "missed",
    }
}

fn side(noticing: &Noticing, side: &Side) -> Value {
    json!({
        "cues_live": side.cues_live,
        "cues_in_reach": side.cues_in_reach,
        "hits": side.hits,
        "weight_in_reach": side.weight_in_reach,
        "weight_hit": side.weight_hit,
        "hit_share": Noticing::hit_share(side),
        "score": noticing.side_score(side),
    })
}

#[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
fn noticing(noticing: &Noticing) -> Value {
    let alarms = &noticing.false_alarms;
    json!({
        "immediate": side(noticing, &noticing.immediate),
        "beyond": side(noticing, &noticing.beyond),
        "false_alarms": {
            "lures_in_reach": alarms.lures_in_reach,
            "lures_marked": alarms.lures_marked,
            "lure_weight": alarms.lure_quarters as f64 / 4.0,
            "plain_in_reach": alarms.plain_in_reach,
            "plain_marked": alarms.plain_marked,
            "plain_weight": alarms.plain_quarters as f64 / 4.0,
            "near_marked": alarms.near_marked,
            "neutral_marked": alarms.neutral_marked,
            "withdrawn": alarms.withdrawn,
            "share": alarms.share(),
        },
        "reach": {
            "immediate": share(noticing.immediate.cues_in_reach, noticing.immediate.cues_live),
            "beyond": share(noticing.beyond.cues_in_reach, noticing.beyond.cues_live),
        },
        "understood": share(noticing.understood.0, noticing.understood.1),
        "sureness": {"under": noticing.sureness.under, "fitting": noticing.sureness.fitting, "over": noticing.sureness.over},
        "late_hits": noticing.late_hits,
        "d_prime": noticing.d_prime,
        "criterion": noticing.criterion,
    })
}

fn figure(figure: &CompetenceScore) -> Map<String, Value> {
    [
        ("earned", Value::from(figure.earned)),
        ("best", Value::from(figure.best)),
        ("worst", Value::from(figure.worst)),
        ("score", Value::from(figure.score())),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), value))
    .collect()
}

fn decisions(story: &Story, score: &Score) -> Value {
    let decisions = &score.decisions;
    let mut value = figure(&decisions.total);
    value.insert("exact".to_owned(), Value::from(decisions.exact));
    let competences: Map<String, Value> = decisions
        .competences
        .iter()
        .map(|(id, found)| {
            (
                story.competences[id.index()].id.to_string(),
                Value::Object(figure(found)),
            )
        })
        .collect();
    value.insert("competences".to_owned(), Value::Object(competences));
    value.insert(
        "turns".to_owned(),
        decisions
            .turns
            .iter()
            .map(|found| turn(story, found))
            .collect(),
    );
    Value::Object(value)
}

fn turn(story: &Story, turn: &TurnScore) -> Value {
    let judged = turn.judged.as_ref();
    let action = match &turn.action {
        TurnAction::Choose(choice) => story.choice(*choice).id.to_string(),
        TurnAction::Fill(_) => "fill".to_owned(),
    };
    json!({
        "node": story.nodes[turn.node.index()].id.as_ref(),
        "action": action,
        "gain": turn.gain,
        "loss": judged.map(|judged| judged.loss),
        "unseen": judged.map(|judged| judged.unseen),
        "judgement": judged.map(|judged| judged.loss - judged.unseen),
        "fair_loss": turn.fair.map(crate::analysis::FairLoss::value),
        "luck": turn.luck(),
        "best": judged.map(|judged| best(story, turn, &judged.best)),
    })
}

fn best(story: &Story, turn: &TurnScore, action: &TurnAction) -> Value {
    match action {
        TurnAction::Choose(choice) => Value::from(story.choice(*choice).id.as_ref()),
        TurnAction::Fill(options) => {
            let Some(form) = story.form_of(turn.node) else {
                return Value::Null;
            };
            let fields = form
                .fields
                .clone()
                .map(|number| &story.fields[number as usize])
                .filter(|field| !matches!(field.input, Input::Text { .. }));
            let chosen = |range: std::ops::Range<u32>| {
                options
                    .iter()
                    .filter(|option| range.contains(&option.0))
                    .map(|option| Value::from(story.option(*option).id.as_ref()))
                    .collect::<Vec<_>>()
            };
            Value::Object(
                fields
                    .map(|field| {
                        (
                            field.id.to_string(),
                            Value::from(chosen(field.input.options())),
                        )
                    })
                    .collect(),
            )
        }
    }
}
