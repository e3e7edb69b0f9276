//! A translation that does not fit where it is shown: a kind of concern beside its key.

use crate::scenario::problem::{Level, Problem};
use crate::scenario::translation::State;

use super::super::translation::{TranslationContext, TranslationRule};

pub(super) const RULE: TranslationRule = TranslationRule {
    code: "translation-too-long",
    run,
};

fn run(cx: &TranslationContext<'_>, out: &mut Vec<Problem>) {
    for entry in cx.entries {
        let State::TooLong(most, length) = entry.state else {
            continue;
        };
        let Some((_, text)) = cx.placed(&entry.key) else {
            continue;
        };
        out.push(
            Problem::fatal(
                RULE.code,
                text.text.span,
                format!(
                    "`{}` has {length} characters; the limit is {most}",
                    entry.key
                ),
            )
            .mend("find a shorter way to say it")
            .at_level(Level::Error),
        );
    }
}
