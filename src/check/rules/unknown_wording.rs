//! An option names a wording that language.ron lacks: the debrief could show no alternative.

use crate::scenario::authored::Input;
use crate::scenario::problem::{Level, Problem, did_you_mean};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "unknown-wording",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let known = &cx.vocabularies.language;
    let fields = cx
        .authored
        .nodes
        .iter()
        .filter_map(|(_, node)| node.form.as_ref())
        .flat_map(|form| form.fields.iter());
    let options = fields.flat_map(|field| match &field.input {
        Input::One(options) | Input::Many(options) => options.value.as_slice(),
        Input::Text { .. } => &[],
    });
    for wording in options.filter_map(|option| option.wording.as_ref()) {
        if known.keys().any(|key| key == wording.value) {
            continue;
        }
        let mend = did_you_mean(&wording.value, known.keys())
            .unwrap_or_else(|| "add it to language.ron".to_owned());
        let message = format!("unknown wording `{}`: language.ron lacks it", wording.value);
        out.push(
            Problem::fatal(RULE.code, wording.span, message)
                .mend(mend)
                .at_level(Level::Error),
        );
    }
}
