//! Between actions (ids of the file) and moves (keys of a view).

use crate::scenario::ids::{ChoiceKey, ConcernKey, FieldKey, OptionKey, ThingKey, UnitKey};
use crate::scenario::story::{Input, Story};

use super::action::{Action, Json};
use super::moves::{Answer, Move, Reflection};
use super::refusal::{Reason, Refusal};
use super::rules::{self, RawAnswer, Sort, admits};
use super::state::State;
use super::view::Mark;

fn refuse<T>(reason: Reason, detail: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal::new(reason, detail))
}

fn sort(action: &Action) -> Sort {
    match action {
        Action::Explain { .. } => Sort::Explain,
        Action::Reflect { .. } => Sort::Reflect,
        Action::Resume => Sort::Resume,
        Action::Leave => Sort::Leave,
        _ => Sort::Other,
    }
}

/// The move that an action means here.
///
/// # Errors
/// The first reason, in the order of RULES section 4, why it cannot be done.
pub fn resolve(story: &Story, state: &State, action: &Action) -> Result<Move, Refusal> {
    admits(state, sort(action))?;
    Ok(match action {
        Action::Inspect { what } => match story.things.iter().position(|thing| *thing.id == **what)
        {
            None => {
                return refuse(
                    Reason::UnknownObject,
                    format!("no object or document `{what}`"),
                );
            }
            Some(index) => Move::Inspect(ThingKey::at(index)),
        },
        Action::Mark {
            unit,
            concern,
            sure,
        } => {
            let key = unit_key(story, unit)?;
            rules::unit_is_shown(story, state, key)?;
            match story
                .concerns
                .iter()
                .position(|known| *known.id == **concern)
            {
                None => {
                    return refuse(
                        Reason::UnknownConcern,
                        format!("no kind of concern `{concern}`"),
                    );
                }
                Some(index) => Move::Mark(
                    key,
                    Mark {
                        concern: ConcernKey::at(index),
                        sure: *sure,
                    },
                ),
            }
        }
        Action::Unmark { unit } => {
            let key = unit_key(story, unit)?;
            rules::unit_is_marked(story, state, key)?;
            Move::Unmark(key)
        }
        Action::Decide => Move::Decide,
        Action::Choose { choice } => {
            match story.choices.iter().position(|known| *known.id == **choice) {
                None => return refuse(Reason::UnknownChoice, format!("no choice `{choice}`")),
                Some(index) => Move::Choose(ChoiceKey::at(index)),
            }
        }
        Action::Explain { text } => Move::Explain(text.clone()),
        Action::Fill { answers } => Move::Fill(resolve_answers(story, state, answers)?),
        Action::Reflect {
            text,
            immediate,
            beyond,
        } => Move::Reflect(Reflection {
            text: text.clone(),
            immediate: *immediate,
            beyond: *beyond,
        }),
        Action::Pause => Move::Pause,
        Action::Resume => Move::Resume,
        Action::Leave => Move::Leave,
    })
}

fn unit_key(story: &Story, address: &str) -> Result<UnitKey, Refusal> {
    match story.units.iter().position(|unit| unit.address == address) {
        None => refuse(Reason::UnknownUnit, format!("no unit `{address}`")),
        Some(index) => Ok(UnitKey::at(index)),
    }
}

fn resolve_answers(
    story: &Story,
    state: &State,
    answers: &[(String, Json)],
) -> Result<Vec<(FieldKey, Answer)>, Refusal> {
    let Some(form) = story.form_of(state.node) else {
        return refuse(Reason::NoForm, "there is no record to fill here");
    };
    if !state.decided {
        return refuse(Reason::NotDecided, "decide first");
    }
    let mut raw = Vec::new();
    for (name, json) in answers {
        let Some(number) = form
            .fields
            .clone()
            .find(|number| *story.fields[*number as usize].id == **name)
        else {
            return refuse(
                Reason::UnknownField,
                format!("`{name}` is not a field of this record"),
            );
        };
        raw.push((FieldKey(number), raw_answer(story, FieldKey(number), json)));
    }
    rules::check_answers(story, state, &raw)?;
    Ok(raw
        .into_iter()
        .filter_map(|(field, answer)| match answer {
            RawAnswer::Text(text) => Some((field, Answer::Text(text))),
            RawAnswer::Options(options) => Some((
                field,
                Answer::Options(
                    options
                        .into_iter()
                        .filter_map(|(option, _)| option)
                        .collect(),
                ),
            )),
            RawAnswer::WrongKind => None,
        })
        .collect())
}

fn raw_answer(story: &Story, field: FieldKey, json: &Json) -> RawAnswer {
    let input = &story.fields[field.index()].input;
    match json {
        Json::Text(text) => RawAnswer::Text(text.clone()),
        Json::List(items) if !matches!(input, Input::Text { .. }) => {
            let named: Option<Vec<(Option<OptionKey>, String)>> = items
                .iter()
                .map(|item| match item {
                    Json::Text(name) => {
                        let option = input
                            .options()
                            .find(|number| *story.options[*number as usize].id == **name)
                            .map(OptionKey);
                        Some((option, name.clone()))
                    }
                    _ => None,
                })
                .collect();
            named.map_or(RawAnswer::WrongKind, RawAnswer::Options)
        }
        _ => RawAnswer::WrongKind,
    }
}

/// The action that a move means, for the journal.
#[must_use]
pub fn action_of(story: &Story, action: &Move) -> Action {
    let unit = |key: &UnitKey| {
        story
            .units
            .get(key.index())
            .map(|unit| unit.address.clone())
            .unwrap_or_default()
    };
    match action {
        Move::Inspect(thing) => Action::Inspect {
            what: story
                .things
                .get(thing.index())
                .map(|thing| thing.id.to_string())
                .unwrap_or_default(),
        },
        Move::Mark(key, mark) => Action::Mark {
            unit: unit(key),
            concern: story
                .concerns
                .get(mark.concern.index())
                .map(|concern| concern.id.to_string())
                .unwrap_or_default(),
            sure: mark.sure,
        },
        Move::Unmark(key) => Action::Unmark { unit: unit(key) },
        Move::Decide => Action::Decide,
        Move::Choose(choice) => Action::Choose {
            choice: story
                .choices
                .get(choice.index())
                .map(|choice| choice.id.to_string())
                .unwrap_or_default(),
        },
        Move::Explain(text) => Action::Explain { text: text.clone() },
        Move::Fill(answers) => Action::Fill {
            answers: answers
                .iter()
                .map(|(field, answer)| named_answer(story, *field, answer))
                .collect(),
        },
        Move::Reflect(reflection) => Action::Reflect {
            text: reflection.text.clone(),
            immediate: reflection.immediate,
            beyond: reflection.beyond,
        },
        Move::Pause => Action::Pause,
        Move::Resume => Action::Resume,
        Move::Leave => Action::Leave,
    }
}

fn named_answer(story: &Story, field: FieldKey, answer: &Answer) -> (String, Json) {
    let name = story
        .fields
        .get(field.index())
        .map(|field| field.id.to_string())
        .unwrap_or_default();
    let json = match answer {
        Answer::Text(text) => Json::Text(text.clone()),
        Answer::Options(options) => Json::List(
            options
                .iter()
                .filter_map(|option| story.options.get(option.index()))
                .map(|option| Json::Text(option.id.to_string()))
                .collect(),
        ),
    };
    (name, json)
}
