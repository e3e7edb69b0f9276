//! The signs that were in reach, in the order met.

use std::sync::Arc;

use crate::report::debrief::{Side, SignReport, VoiceReport};
use crate::scenario::authored::Horizon;
use crate::scenario::condition::Condition;
use crate::scenario::ids::{CueId, UnitKey};
use crate::scenario::story::{Home, Story, ThingKind};
use crate::score::{Replay, Score};
use crate::session::playthrough::{Moment, Playthrough};
use crate::session::view::Sureness;

/// The minute at which each unit was first shown, and its place in the order of showing.
pub(super) fn shown_at(play: &Playthrough) -> Vec<Option<(usize, u32)>> {
    let story = play.told();
    let mut shown = vec![None; story.units.len()];
    let mut minute = 0;
    let mut order = 0;
    for moment in play.moments() {
        let units = match moment {
            Moment::Visit {
                minute: entered, ..
            } => {
                minute = *entered;
                continue;
            }
            Moment::Line(line) => story.lines[line.index()].prose.units.clone(),
            Moment::Inspected { thing, .. } => story.thing(*thing).units.clone(),
            Moment::Chose { .. } | Moment::Filled { .. } => continue,
        };
        for unit in units {
            shown[unit as usize].get_or_insert((order, minute));
            order += 1;
        }
    }
    shown
}

/// The live cues in reach, in the order met; what was never shown comes last.
pub(super) fn order(replay: &Replay, score: &Score) -> Vec<CueId> {
    let story = replay.play.told();
    let shown = shown_at(&replay.play);
    let mut cues = score.noticing.in_reach.clone();
    cues.sort_by_key(|cue| {
        let met = story.tags[cue.index()]
            .units
            .iter()
            .filter_map(|unit| shown[unit.index()])
            .min();
        met.map_or(usize::MAX, |(order, _)| order)
    });
    cues
}

pub(super) fn signs(replay: &Replay, score: &Score) -> Vec<(CueId, SignReport)> {
    let shown = shown_at(&replay.play);
    order(replay, score)
        .into_iter()
        .map(|cue| (cue, sign(replay, score, cue, &shown)))
        .collect()
}

fn sign(replay: &Replay, score: &Score, id: CueId, shown: &[Option<(usize, u32)>]) -> SignReport {
    let (story, state) = (replay.play.told(), replay.play.state());
    let cue = &story.cues[id.index()];
    let units = &story.tags[id.index()].units;
    let latest = units
        .iter()
        .filter_map(|unit| {
            replay.ledger.units[unit.index()]
                .committed
                .map(|(mark, order)| (order, *unit, mark))
        })
        .max_by_key(|(order, _, _)| *order);
    let first_shown = units
        .iter()
        .filter(|unit| shown[unit.index()].is_some())
        .min_by_key(|unit| shown[unit.index()]);
    // The sentence the trainee marked, else the first they could read, else the first there is.
    let unit = latest
        .map(|(_, unit, _)| unit)
        .or_else(|| first_shown.copied())
        .or_else(|| units.first().copied());
    let given: Option<(Arc<str>, Sureness)> = latest.and_then(|(_, _, mark)| {
        story
            .concerns
            .get(mark.concern.index())
            .map(|concern| (concern.label.clone(), mark.sure))
    });
    SignReport {
        side: if cue.horizon == Horizon::Immediate {
            Side::Immediate
        } else {
            Side::Beyond
        },
        marked: score.noticing.hit.contains(&id),
        label: cue.sign.as_ref().map(|sign| sign.label.clone()),
        quotation: unit.map(|unit| story.unit_text(unit)).unwrap_or_default(),
        whence: unit
            .map(|unit| whence(&replay.play, unit))
            .unwrap_or_default(),
        shown_at: units
            .iter()
            .filter_map(|unit| shown[unit.index()])
            .min()
            .map(|(_, minute)| minute),
        unopened: units.iter().all(|unit| !state.shown.has(unit.index())),
        given,
        may_be_called: cue
            .sign
            .iter()
            .flat_map(|sign| sign.concerns.iter())
            .filter_map(|concern| story.concerns.get(concern.index()))
            .map(|concern| concern.label.clone())
            .collect(),
        why: cue.why.clone(),
        voice: cue.voice.as_ref().map(|(says, source)| VoiceReport {
            says: says.clone(),
            source: story
                .sources
                .iter()
                .find(|known| known.title == *source)
                .map_or_else(|| source.to_string(), |known| known.citation.clone()),
        }),
        opens: opens(story, id),
    }
}

/// Texts of the choices that cannot be taken without marking the cue.
fn opens(story: &Story, cue: CueId) -> Vec<Arc<str>> {
    let tag = story.cue_tag(cue);
    let asks = |condition: &Condition| {
        let mut found = false;
        condition.each_atom(&mut |atom| found |= *atom == Condition::Marked(tag));
        found
    };
    story
        .choices
        .iter()
        .filter(|choice| asks(&choice.when))
        .map(|choice| choice.text.clone())
        .collect()
}

/// "Mr Osei, store security", the place, or the thing's name.
fn whence(play: &Playthrough, unit: UnitKey) -> String {
    let story = play.told();
    match story.units[unit.index()].home {
        Home::Thing(thing) => story.thing(thing).label.to_string(),
        Home::Line(line) => match story.lines[line.index()].by {
            Some(by) => speaker(story, by),
            None => story
                .nodes
                .iter()
                .find(|node| node.lines.contains(&line.0))
                .map(|node| node.place.to_string())
                .unwrap_or_default(),
        },
    }
}

pub(super) fn speaker(story: &Story, by: crate::scenario::ids::CastId) -> String {
    let member = &story.cast[by.index()];
    match &member.about {
        Some(about) => format!("{}, {about}", member.name),
        None => member.name.to_string(),
    }
}

/// The name of a document's field for the transcript: "Log 0417: Caller".
pub(super) fn field_heading(title: &str, kind: &ThingKind, index: usize) -> String {
    match kind {
        ThingKind::Document { fields, .. } => fields.get(index).map_or_else(
            || title.to_owned(),
            |(label, _)| format!("{title}: {label}"),
        ),
        ThingKind::Object { .. } => title.to_owned(),
    }
}
