//! A translation of a text that has changed since: the new original is shown in its place.

use crate::scenario::problem::{Level, Problem};
use crate::scenario::translation::State;

use super::super::translation::{TranslationContext, TranslationRule};

pub(super) const RULE: TranslationRule = TranslationRule {
    code: "translation-stale",
    run,
};

fn run(cx: &TranslationContext<'_>, out: &mut Vec<Problem>) {
    for entry in cx
        .entries
        .iter()
        .filter(|entry| entry.state == State::Stale)
    {
        let Some((_, text)) = cx.placed(&entry.key) else {
            continue;
        };
        out.push(
            Problem::fatal(
                RULE.code,
                text.source.span,
                format!("the original of `{}` has changed", entry.key),
            )
            .mend(format!(
                "see that the translation still says it, and write the new original as its `source`: {:?}",
                entry.original
            ))
            .at_level(Level::Warning),
        );
    }
}
