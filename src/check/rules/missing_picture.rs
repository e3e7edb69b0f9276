//! A picture or portrait that is not there: the stage shows the place's name instead.

use crate::scenario::problem::{Level, Problem};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "missing-picture",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let places = cx
        .authored
        .nodes
        .iter()
        .filter_map(|(_, node)| node.picture.as_ref());
    let portraits = cx
        .authored
        .cast
        .iter()
        .filter_map(|(_, member)| member.portrait.as_ref());
    let documents = cx
        .authored
        .documents
        .iter()
        .filter_map(|(_, document)| document.picture.as_ref());
    for path in places.chain(portraits).chain(documents) {
        if !cx.art.has(&path.value) {
            let message = format!(
                "the picture \"{}\" is not in {}",
                path.value,
                cx.art.place()
            );
            out.push(
                Problem::fatal(RULE.code, path.span, message)
                    .mend("add the file, or name another")
                    .at_level(Level::Warning),
            );
        }
    }
}
