//! An object whose element the picture lacks: it can be looked at from the list only.

use crate::scenario::problem::{Level, Problem, did_you_mean};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "missing-shape",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    for (_, node) in cx.authored.nodes.iter() {
        let Some(picture) = &node.picture else {
            continue;
        };
        // A picture that is missing has its own finding.
        let Some(ids) = cx.art.element_ids(&picture.value) else {
            continue;
        };
        for (id, object) in node.objects.iter() {
            let shape = object.shape.as_ref().unwrap_or(id);
            if ids.contains(&shape.value) {
                continue;
            }
            let mend = did_you_mean(&shape.value, ids.iter().map(String::as_str))
                .unwrap_or_else(|| "name an element's id with `shape`".to_owned());
            let message = format!(
                "\"{}\" has no element `{}` for the object `{}`",
                picture.value, shape.value, id.value
            );
            out.push(
                Problem::fatal(RULE.code, shape.span, message)
                    .mend(mend)
                    .at_level(Level::Warning),
            );
        }
    }
}
