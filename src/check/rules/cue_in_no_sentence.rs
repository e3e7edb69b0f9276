//! A cue or a lure that stands in no sentence: nobody can ever mark it.

use crate::scenario::authored::Text;
use crate::scenario::problem::{Level, Problem};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "cue-in-no-sentence",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let ids = cx
        .authored
        .cues
        .iter()
        .map(|(id, _)| (id, "cue"))
        .chain(cx.authored.lures.iter().map(|(id, _)| (id, "lure")));
    for ((id, kind), tag) in ids.zip(&cx.story.tags) {
        if tag.units.is_empty() {
            out.push(unplaced(id, kind));
        }
    }
}

fn unplaced(id: &Text, kind: &str) -> Problem {
    let mend = format!("tie a sentence to it, `[…]({})`, or take it out", id.value);
    // A lure nobody meets does no harm; a cue nobody meets can never be noticed.
    let level = if kind == "cue" {
        Level::Error
    } else {
        Level::Warning
    };
    Problem::fatal(
        RULE.code,
        id.span,
        format!("the {kind} `{}` stands in no sentence", id.value),
    )
    .mend(mend)
    .at_level(level)
}
