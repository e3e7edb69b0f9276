//! Records as they were written, and reasons given.

use crate::report::debrief::{
    ChosenOption, RationaleReport, RecordFieldReport, RecordReport, WordingReport,
};
use crate::scenario::ids::FieldKey;
use crate::scenario::story::{Input, Story};
use crate::session::moves::Answer;
use crate::session::playthrough::{Playthrough, Submitted};

pub(super) fn records(play: &Playthrough) -> Vec<RecordReport> {
    play.submitted()
        .iter()
        .filter_map(|submitted| record(play.told(), submitted))
        .collect()
}

fn record(story: &Story, submitted: &Submitted) -> Option<RecordReport> {
    let form = story.form_of(submitted.node)?;
    Some(RecordReport {
        title: form.title.clone(),
        minute: submitted.minute,
        fields: form
            .fields
            .clone()
            .map(|number| field(story, FieldKey(number), submitted))
            .collect(),
    })
}

fn field(story: &Story, key: FieldKey, submitted: &Submitted) -> RecordFieldReport {
    let field = &story.fields[key.index()];
    let answer = submitted
        .answers
        .iter()
        .find(|(answered, _)| *answered == key)
        .map(|(_, answer)| answer);
    let chosen = match answer {
        Some(Answer::Options(options)) => options
            .iter()
            .map(|option| {
                let found = story.option(*option);
                ChosenOption {
                    text: found.text.clone(),
                    feedback: found.feedback.clone(),
                    wording: found.wording.as_ref().map(|wording| WordingReport {
                        prefer: wording.prefer.clone(),
                        why: wording.why.clone(),
                        source: wording.source.clone(),
                    }),
                }
            })
            .collect(),
        _ => Vec::new(),
    };
    let text = match answer {
        Some(Answer::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let rubric = match &field.input {
        Input::Text { rubric } => rubric.clone(),
        Input::One(_) | Input::Many(_) => Vec::new(),
    };
    RecordFieldReport {
        label: field.label.clone(),
        chosen,
        text,
        rubric,
    }
}

pub(super) fn rationales(play: &Playthrough) -> Vec<RationaleReport> {
    play.reasons()
        .iter()
        .filter_map(|(choice, text)| {
            let found = play.told().choice(*choice);
            let (prompt, rubric) = found.rationale.as_ref()?;
            Some(RationaleReport {
                decision: found.text.clone(),
                prompt: prompt.clone(),
                text: text.clone(),
                rubric: rubric.clone(),
            })
        })
        .collect()
}
