//! The transcript as played, with what each unit was.

use super::signs::{field_heading, speaker};
use crate::report::debrief::{Nature, PlayedPassage, PlayedUnit};
use crate::scenario::ids::CueId;
use crate::scenario::story::{Prose, ThingKind};
use crate::score::{Replay, UnitNature, nature};
use crate::session::playthrough::Moment;
use crate::session::view::Run;

pub(super) fn transcript(replay: &Replay, signs: &[CueId]) -> Vec<PlayedPassage> {
    let story = replay.play.told();
    let mut passages = Vec::new();
    for moment in replay.play.moments() {
        match moment {
            Moment::Visit { node, minute } => passages.push(PlayedPassage {
                visit: Some((*minute, story.nodes[node.index()].place.clone())),
                heading: None,
                did: None,
                paragraphs: Vec::new(),
            }),
            Moment::Line(line) => {
                let line = &story.lines[line.index()];
                let heading = line.by.map(|by| speaker(story, by));
                passages.push(said(replay, signs, heading, &line.prose));
            }
            Moment::Inspected { thing, .. } => {
                let found = story.thing(*thing);
                match &found.kind {
                    ThingKind::Object { prose, .. } => {
                        passages.push(said(replay, signs, Some(found.label.to_string()), prose));
                    }
                    ThingKind::Document { fields, .. } => {
                        for (index, (_, prose)) in fields.iter().enumerate() {
                            let heading = field_heading(&found.label, &found.kind, index);
                            passages.push(said(replay, signs, Some(heading), prose));
                        }
                    }
                }
            }
            Moment::Chose { choice, .. } => passages.push(deed(&story.choice(*choice).text)),
            Moment::Filled { node, .. } => {
                if let Some(form) = story.form_of(*node) {
                    passages.push(deed(&form.title));
                }
            }
        }
    }
    passages
}

fn deed(text: &std::sync::Arc<str>) -> PlayedPassage {
    PlayedPassage {
        visit: None,
        heading: None,
        did: Some(text.clone()),
        paragraphs: Vec::new(),
    }
}

fn said(replay: &Replay, signs: &[CueId], heading: Option<String>, prose: &Prose) -> PlayedPassage {
    let units = |paragraph: &Vec<crate::scenario::story::Piece>| {
        paragraph
            .iter()
            .map(|piece| unit(replay, signs, piece))
            .collect()
    };
    PlayedPassage {
        visit: None,
        heading,
        did: None,
        paragraphs: prose.paragraphs.iter().map(units).collect(),
    }
}

fn unit(replay: &Replay, signs: &[CueId], piece: &crate::scenario::story::Piece) -> PlayedUnit {
    let (story, state) = (replay.play.told(), replay.play.state());
    let runs = piece
        .runs
        .iter()
        .map(|(text, emphasis)| Run {
            text: text.clone(),
            emphasis: *emphasis,
        })
        .collect();
    let Some(key) = piece.unit else {
        return PlayedUnit {
            runs,
            nature: Nature::Plain,
            mark: None,
            withdrawn: false,
        };
    };
    let found = &story.units[key.index()];
    let nature = match nature(story, state, key) {
        UnitNature::Live => Nature::Signs(
            signs
                .iter()
                .enumerate()
                .filter(|(_, cue)| found.cues.contains(cue))
                .map(|(index, _)| index)
                .collect(),
        ),
        UnitNature::Neutral => {
            let otherwise = found
                .cues
                .iter()
                .find_map(|cue| story.cues[cue.index()].otherwise.clone());
            otherwise.map_or(Nature::Plain, |otherwise| Nature::Neutral { otherwise })
        }
        UnitNature::Lure => found
            .lures
            .first()
            .map_or(Nature::Plain, |lure| Nature::NotASign {
                why_not: story.lures[lure.index()].why_not.clone(),
            }),
        UnitNature::Near | UnitNature::Plain => Nature::Plain,
    };
    let standing = state.marks[key.index()];
    PlayedUnit {
        runs,
        nature,
        mark: standing.and_then(|mark| {
            story
                .concerns
                .get(mark.concern.index())
                .map(|concern| (concern.label.clone(), mark.sure))
        }),
        withdrawn: standing.is_none() && replay.ledger.units[key.index()].committed.is_some(),
    }
}
