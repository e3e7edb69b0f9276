//! A play in words: what was looked at, marked and decided, in the scenario's own text.

use std::sync::Arc;

use crate::scenario::ids::FieldKey;
use crate::scenario::problem::ShownBy;
use crate::scenario::story::Story;
use crate::session::action::Action;
use crate::session::moves::{Answer, Move};
use crate::session::playthrough::Playthrough;

use super::Step;

/// The play again, step by step; it ends at the first action that is refused.
pub(super) fn steps(story: &Arc<Story>, shown: &ShownBy) -> Vec<Step> {
    let forced: Vec<(usize, u32)> = shown
        .draws
        .iter()
        .filter_map(|(name, value)| number(story, name, value))
        .collect();
    let mut play = Playthrough::begin(Arc::clone(story), shown.seed, &forced);
    let mut steps = Vec::new();
    for line in shown.actions.lines() {
        let node = play.state().node;
        let title = story.form_of(node).map(|form| Arc::clone(&form.title));
        let done = Action::parse(line)
            .ok()
            .and_then(|action| play.act(&action).ok());
        let Some(done) = done else { break };
        if let Some(step) = in_words(story, title, &done) {
            add(&mut steps, step);
        }
    }
    steps
}

/// Looking and marking are told together with what was looked at or marked just before.
fn add(steps: &mut Vec<Step>, step: Step) {
    match (steps.last_mut(), step) {
        (Some(Step::Look(known)), Step::Look(more)) => known.extend(more),
        (Some(Step::Mark(known)), Step::Mark(more)) => known.extend(more),
        (_, step) => steps.push(step),
    }
}

/// A draw and its value by number.
fn number(story: &Story, name: &str, value: &str) -> Option<(usize, u32)> {
    let draw = story.draws.iter().position(|draw| *draw.id == *name)?;
    let values = &story.draws[draw].values;
    let value = values.iter().position(|known| **known == *value)?;
    Some((draw, u32::try_from(value).ok()?))
}

fn in_words(story: &Story, record: Option<Arc<str>>, done: &Move) -> Option<Step> {
    Some(match done {
        Move::Inspect(thing) => Step::Look(vec![Arc::clone(&story.thing(*thing).label)]),
        Move::Mark(unit, _) => Step::Mark(vec![story.unit_text(*unit)]),
        Move::Unmark(unit) => Step::Unmark(story.unit_text(*unit)),
        Move::Decide => Step::Decide,
        Move::Choose(choice) => Step::Choose(Arc::clone(&story.choice(*choice).text)),
        Move::Fill(answers) => Step::Fill(record.unwrap_or_default(), chosen(story, answers)),
        Move::Leave => Step::Leave,
        Move::Explain(_) | Move::Reflect(_) | Move::Pause | Move::Resume => return None,
    })
}

fn chosen(story: &Story, answers: &[(FieldKey, Answer)]) -> Vec<Arc<str>> {
    answers
        .iter()
        .flat_map(|(_, answer)| match answer {
            Answer::Options(options) => options.as_slice(),
            Answer::Text(_) => &[],
        })
        .map(|option| Arc::clone(&story.option(*option).text))
        .collect()
}
