//! From a playthrough to what a screen may show of it.

use std::sync::Arc;

use crate::scenario::ids::{CastId, FieldKey, NodeId, OptionKey};
use crate::scenario::story::{self, Exit, Input, Prose, Story, ThingKind};

use super::draw::order_key;
use super::playthrough::{Moment, Playthrough};
use super::state::{State, Status};
use super::view::{
    ChoiceKey, ChoiceView, Clock, ConcernKey, ConcernView, Deed, DocumentFieldView, DocumentView,
    FieldView, FormView, InputView, NotebookEntry, ObjectView, OfferView, OptionView, Paragraph,
    Passage, Phase, Run, Speaker, ThingKey, UnitView, View,
};

pub(super) fn view(play: &Playthrough) -> View {
    let (story, state) = (play.told().as_ref(), play.state());
    let node = &story.nodes[state.node.index()];
    let transcript: Vec<Option<Passage>> = play
        .moments()
        .iter()
        .map(|moment| passage(story, state, *moment))
        .collect();
    let before = play.moments_before_turn().min(transcript.len());
    View {
        told: story.told,
        language: story.language,
        title: story.title.clone(),
        place: node.place.clone(),
        turn: state.turn,
        picture: node.picture.clone(),
        clock: Clock {
            starts_at: story.starts_at,
            minute: state.minute,
        },
        concerns: story
            .concerns
            .iter()
            .enumerate()
            .map(|(index, concern)| ConcernView {
                key: ConcernKey::at(index),
                label: concern.label.clone(),
                hint: concern.hint.clone(),
            })
            .collect(),
        transcript_before_turn: transcript[..before].iter().flatten().count(),
        transcript: transcript.into_iter().flatten().collect(),
        objects: node
            .things
            .iter()
            .filter_map(|thing| object(story, state, *thing))
            .collect(),
        documents: node
            .things
            .iter()
            .filter_map(|thing| document(story, state, *thing))
            .collect(),
        notebook: play
            .marked()
            .iter()
            .filter_map(|unit| notebook_entry(story, state, *unit))
            .collect(),
        offer: offer(story, state, play.seed()),
        rationale: state.rationale.and_then(|choice| {
            story
                .choice(choice)
                .rationale
                .as_ref()
                .map(|(prompt, _)| prompt.clone())
        }),
        phase: phase(story, state),
    }
}

fn phase(story: &Story, state: &State) -> Phase {
    match (&state.status, &story.nodes[state.node.index()].exit) {
        (Status::Ended, Exit::Ending { summary, .. }) => Phase::Ended {
            summary: summary.clone(),
        },
        (Status::Left, _) => Phase::Left,
        _ if state.paused => Phase::Paused,
        _ => Phase::Playing,
    }
}

fn speaker(story: &Story, by: CastId) -> Speaker {
    let member = &story.cast[by.index()];
    Speaker {
        number: by.0,
        name: member.name.clone(),
        about: member.about.clone(),
        portrait: member.portrait.clone(),
    }
}

fn runs(runs: &[(Arc<str>, bool)]) -> Vec<Run> {
    runs.iter()
        .map(|(text, emphasis)| Run {
            text: text.clone(),
            emphasis: *emphasis,
        })
        .collect()
}

fn paragraphs(state: &State, prose: &Prose) -> Vec<Paragraph> {
    let units = |paragraph: &Vec<story::Piece>| {
        paragraph
            .iter()
            .filter_map(|piece| {
                piece.unit.map(|unit| UnitView {
                    key: unit,
                    runs: runs(&piece.runs),
                    mark: state.marks[unit.index()],
                })
            })
            .collect()
    };
    prose.paragraphs.iter().map(units).collect()
}

fn passage(story: &Story, state: &State, moment: Moment) -> Option<Passage> {
    Some(match moment {
        Moment::Visit { node, minute } => Passage::Visit {
            place: story.nodes[node.index()].place.clone(),
            minute,
        },
        Moment::Line(number) => {
            let line = &story.lines[number.index()];
            let speaker = line.by.map(|by| speaker(story, by));
            if line.prose.units.is_empty() {
                let paragraphs = line
                    .prose
                    .paragraphs
                    .iter()
                    .map(|paragraph| {
                        let mut all: Vec<Run> = Vec::new();
                        for piece in paragraph {
                            // Sentences bear no space between them; these are not told apart.
                            if !all.is_empty() {
                                all.push(Run {
                                    text: " ".into(),
                                    emphasis: false,
                                });
                            }
                            all.extend(runs(&piece.runs));
                        }
                        all
                    })
                    .collect();
                Passage::Closing {
                    speaker,
                    paragraphs,
                }
            } else {
                Passage::Line {
                    speaker,
                    paragraphs: paragraphs(state, &line.prose),
                }
            }
        }
        Moment::Inspected { thing, .. } => match &story.thing(thing).kind {
            ThingKind::Object { prose, .. } => Passage::Object {
                key: thing,
                label: story.thing(thing).label.clone(),
                paragraphs: paragraphs(state, prose),
            },
            ThingKind::Document { .. } => return None,
        },
        Moment::Chose { choice, minute } => {
            let taken = story.choice(choice);
            Passage::Did {
                text: taken.text.clone(),
                deed: Deed::Choice(taken.kind),
                minutes: taken.takes_minutes,
                minute,
            }
        }
        Moment::Filled { node, minute } => {
            let form = story.form_of(node)?;
            Passage::Did {
                text: form.title.clone(),
                deed: Deed::Record,
                minutes: form.takes_minutes,
                minute,
            }
        }
    })
}

fn object(story: &Story, state: &State, key: ThingKey) -> Option<ObjectView> {
    let thing = story.thing(key);
    let ThingKind::Object { shape, .. } = &thing.kind else {
        return None;
    };
    let mark = thing
        .units
        .clone()
        .filter_map(|unit| state.marks[unit as usize])
        .map(|mark| mark.sure)
        .max();
    Some(ObjectView {
        key,
        label: thing.label.clone(),
        shape: shape.clone(),
        looked: state.inspected.has(key.index()),
        mark,
    })
}

fn document(story: &Story, state: &State, key: ThingKey) -> Option<DocumentView> {
    let thing = story.thing(key);
    let ThingKind::Document {
        kind,
        picture,
        fields,
    } = &thing.kind
    else {
        return None;
    };
    let read = state.inspected.has(key.index());
    let fields = if read {
        fields
            .iter()
            .map(|(label, prose)| DocumentFieldView {
                label: label.clone(),
                paragraphs: paragraphs(state, prose),
            })
            .collect()
    } else {
        Vec::new()
    };
    Some(DocumentView {
        key,
        kind: *kind,
        title: thing.label.clone(),
        picture: picture.clone(),
        read,
        fields,
    })
}

fn notebook_entry(
    story: &Story,
    state: &State,
    unit: super::view::UnitKey,
) -> Option<NotebookEntry> {
    let mark = state.marks[unit.index()]?;
    let concern = story.concerns.get(mark.concern.index())?.label.clone();
    Some(NotebookEntry {
        unit,
        quotation: story.unit_text(unit),
        mark,
        concern,
    })
}

fn offer(story: &Story, state: &State, seed: u64) -> OfferView {
    if !state.decided {
        return OfferView::Undecided;
    }
    match &story.nodes[state.node.index()].exit {
        Exit::Form(form) => OfferView::Form(FormView {
            title: form.title.clone(),
            record: form.record,
            minutes: form.takes_minutes,
            fields: form
                .fields
                .clone()
                .map(|number| field(story, state, FieldKey(number)))
                .collect(),
        }),
        Exit::Choices(_) | Exit::Ending { .. } => OfferView::Choices(
            choices_in_order(story, state, seed)
                .into_iter()
                .map(|key| {
                    let choice = story.choice(key);
                    ChoiceView {
                        key,
                        kind: choice.kind,
                        text: choice.text.clone(),
                        minutes: choice.takes_minutes,
                    }
                })
                .collect(),
        ),
    }
}

/// The choices on offer in the order of the screen: shuffled by the seed, the
/// same at every visit, unless the node keeps the file's order.
#[must_use]
pub fn choices_in_order(story: &Story, state: &State, seed: u64) -> Vec<ChoiceKey> {
    let node = &story.nodes[state.node.index()];
    let mut keys: Vec<ChoiceKey> = state
        .offer
        .iter()
        .map(|number| ChoiceKey(*number))
        .collect();
    if !node.keep_order {
        keys.sort_by_cached_key(|key| order_key(seed, &node.id, &story.choice(*key).id));
    }
    keys
}

fn field(story: &Story, state: &State, key: FieldKey) -> FieldView {
    let field = &story.fields[key.index()];
    let options = |range: &std::ops::Range<u32>| {
        range
            .clone()
            .filter(|number| state.offer.contains(number))
            .map(|number| OptionView {
                key: OptionKey(number),
                text: story.options[number as usize].text.clone(),
            })
            .collect()
    };
    let input = match &field.input {
        Input::One(range) => InputView::One(options(range)),
        Input::Many(range) => InputView::Many(options(range)),
        Input::Text { .. } => InputView::Text,
    };
    FieldView {
        key,
        label: field.label.clone(),
        hint: field.hint.clone(),
        input,
    }
}

/// The place of a node, for lists of attempts.
#[must_use]
pub fn place_of(story: &Story, node: NodeId) -> Arc<str> {
    story.nodes[node.index()].place.clone()
}
