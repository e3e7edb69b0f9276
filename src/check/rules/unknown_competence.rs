//! A competence that competences.ron lacks: the debrief would have no words for it.

use crate::scenario::problem::{Level, Problem, did_you_mean};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "unknown-competence",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let known = &cx.vocabularies.competences;
    for id in &cx.authored.competences {
        if known.keys().any(|key| key == id.value) {
            continue;
        }
        let mend = did_you_mean(&id.value, known.keys())
            .unwrap_or_else(|| "add it to competences.ron".to_owned());
        let message = format!(
            "unknown competence `{}`: competences.ron lacks it",
            id.value
        );
        out.push(
            Problem::fatal(RULE.code, id.span, message)
                .mend(mend)
                .at_level(Level::Error),
        );
    }
}
