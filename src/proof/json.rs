//! A proof as data: `second-look/analysis/1`.

use serde_json::{Map, Value as Json, json};

use crate::analysis::{Reach, Value};
use crate::players::{Figure, PlayerSummary, READER, ScenarioCertainty, Share, StandardError};
use crate::scenario::problem::Level;
use crate::scenario::story::{Exit, Story};

use super::{Finding, Proof};

/// The document.
#[must_use]
pub fn to_json(proof: &Proof) -> String {
    let story = proof.story.as_ref();
    let combinations: Vec<Json> = proof
        .reaches
        .iter()
        .map(|reach| combination(story, reach))
        .collect();
    let findings: Vec<Json> = proof.findings.iter().map(finding).collect();
    let players: Vec<Json> = proof
        .players
        .iter()
        .map(|summary| player(story, summary))
        .collect();
    json!({
        "schema": "second-look/analysis/1",
        "scenario": story.id.as_ref(),
        "fingerprint": story.fingerprint.as_ref(),
        "exact": proof.is_exact(),
        "states_bound": proof.effort.states,
        "plays": proof.effort.plays,
        "seed": proof.effort.seed,
        "combinations": combinations,
        "cues": tags(proof, 0..story.cues.len()),
        "lures": tags(proof, story.cues.len()..story.tags.len()),
        "players": players,
        "certainty": proof.certainty.as_ref().map(|found| certainty(story, found)),
        "findings": findings,
    })
    .to_string()
}

fn value(value: &Value) -> Json {
    json!({ "best": value.best, "worst": value.worst })
}

fn combination(story: &Story, reach: &Reach) -> Json {
    let draws: Map<String, Json> = story
        .draws
        .iter()
        .zip(&reach.draws)
        .map(|(draw, value)| {
            (
                draw.id.to_string(),
                json!(draw.values[*value as usize].as_ref()),
            )
        })
        .collect();
    let total = reach.values.first().map(value);
    let competences: Map<String, Json> = story
        .competences
        .iter()
        .zip(reach.values.iter().skip(1))
        .map(|(competence, found)| (competence.id.to_string(), value(found)))
        .collect();
    let mut told = json!({
        "draws": draws,
        "exact": reach.exact,
        "states": reach.states,
        "total": total,
        "competences": competences,
    });
    // What was not searched whole is not told: a part would look like the whole.
    if reach.exact {
        let nodes = ids(story.nodes.iter().map(|node| &*node.id), &|number| {
            reach.nodes.has(number)
        });
        let choices = ids(story.choices.iter().map(|choice| &*choice.id), &|number| {
            reach.choices.has(number)
        });
        let endings: Vec<&str> = story
            .nodes
            .iter()
            .enumerate()
            .filter(|(number, _)| reach.nodes.has(*number))
            .filter_map(|(_, node)| match &node.exit {
                Exit::Ending { id, .. } => Some(&**id),
                _ => None,
            })
            .collect();
        let earliest: Map<String, Json> = tag_ids(story)
            .zip(&reach.tags)
            .filter_map(|(id, minute)| minute.map(|minute| (id.to_owned(), json!(minute))))
            .collect();
        let duties: Map<String, Json> = story
            .duties
            .iter()
            .enumerate()
            .map(|(number, duty)| {
                let told = json!({ "earliest": reach.duties[number], "can_be_lost": reach.lost[number].is_some() });
                (duty.id.to_string(), told)
            })
            .collect();
        told["nodes"] = json!(nodes);
        told["choices"] = json!(choices);
        told["endings"] = json!(endings);
        told["earliest"] = Json::Object(earliest);
        told["duties"] = Json::Object(duties);
    }
    told
}

fn ids<'s>(all: impl Iterator<Item = &'s str>, has: &dyn Fn(usize) -> bool) -> Vec<&'s str> {
    all.enumerate()
        .filter(|(number, _)| has(*number))
        .map(|(_, id)| id)
        .collect()
}

fn tag_ids(story: &Story) -> impl Iterator<Item = &str> {
    story
        .cues
        .iter()
        .map(|cue| &*cue.id)
        .chain(story.lures.iter().map(|lure| &*lure.id))
}

fn share(share: Share) -> Json {
    let interval = share.interval();
    json!({
        "count": share.count,
        "of": share.of,
        "share": share.share(),
        "low": interval.map(|interval| interval.low),
        "high": interval.map(|interval| interval.high),
    })
}

fn tags(proof: &Proof, range: std::ops::Range<usize>) -> Map<String, Json> {
    tag_ids(&proof.story)
        .enumerate()
        .filter(|(number, _)| range.contains(number))
        .map(|(number, id)| {
            let earliest = proof.reaches.iter().filter_map(|reach| reach.tags[number]).min();
            let told = json!({ "shown": share(proof.shown[number]), "earliest": earliest.filter(|_| proof.is_exact()) });
            (id.to_owned(), told)
        })
        .collect()
}

fn player(story: &Story, summary: &PlayerSummary) -> Json {
    let figures: Map<String, Json> = Figure::ALL
        .iter()
        .filter_map(|figure| {
            let found = summary.figure(*figure)?;
            let told = json!({
                "count": found.count,
                "mean": found.mean,
                "low": found.interval.low,
                "high": found.interval.high,
                "spread": found.spread,
                "least": found.least,
                "quantiles": found.quantiles,
                "most": found.most,
            });
            Some((figure.name().to_owned(), told))
        })
        .collect();
    let duties: Map<String, Json> = story
        .duties
        .iter()
        .zip(&summary.duties)
        .map(|(duty, counts)| {
            let told = json!({ "met": counts.met, "late": counts.late, "missed": counts.missed });
            (duty.id.to_string(), told)
        })
        .collect();
    json!({
        "id": summary.player.as_ref(),
        "title": summary.title.as_ref(),
        "plays": summary.plays(),
        "finished": share(summary.finished),
        "standard_met": share(summary.met),
        "duties": duties,
        "figures": figures,
    })
}

/// Standard errors of one play of the noisy reader, and of three.
fn certainty(story: &Story, found: &ScenarioCertainty) -> Json {
    let error = |error: &StandardError| json!({ "one": error.one, "three": error.three });
    let figures: Map<String, Json> = found
        .figures
        .iter()
        .map(|(figure, found)| (figure.name().to_owned(), error(found)))
        .collect();
    let competences: Map<String, Json> = story
        .competences
        .iter()
        .zip(&found.competences)
        .map(|(competence, found)| (competence.id.to_string(), json!(found.as_ref().map(error))))
        .collect();
    json!({ "reader": READER, "figures": figures, "competences": competences })
}

fn finding(finding: &Finding) -> Json {
    let mut told = json!({
        "code": finding.code,
        "level": match finding.level {
            Some(Level::Fatal | Level::Error) => "error",
            Some(Level::Warning) => "warning",
            None => "note",
        },
        "message": finding.message,
        "mend": finding.mend,
    });
    if let Some(play) = &finding.play {
        let draws: Map<String, Json> = play
            .draws
            .iter()
            .map(|(name, value)| (name.clone(), json!(value)))
            .collect();
        told["play"] = json!({ "draws": draws, "actions": play.actions });
    }
    told
}
