//! An address that what is translated does not have, or one that stands twice.

use std::collections::HashSet;

use crate::scenario::problem::{Level, Problem, did_you_mean};

use super::super::translation::{TranslationContext, TranslationRule};

pub(super) const RULE: TranslationRule = TranslationRule {
    code: "translation-unknown",
    run,
};

fn run(cx: &TranslationContext<'_>, out: &mut Vec<Problem>) {
    let known: HashSet<&str> = cx.entries.iter().map(|entry| entry.key.as_str()).collect();
    let mut met = HashSet::new();
    for (key, _) in cx.translation.texts.value.iter() {
        let (message, mend) = if !known.contains(key.value.as_str()) {
            let near = did_you_mean(&key.value, known.iter().copied());
            (
                format!("`{}` is no text of `{}`", key.value, cx.stem),
                near.unwrap_or_else(|| "take it out".to_owned()),
            )
        } else if !met.insert(key.value.as_str()) {
            (
                format!("`{}` stands twice; the first counts", key.value),
                "take one of them out".to_owned(),
            )
        } else {
            continue;
        };
        out.push(
            Problem::fatal(RULE.code, key.span, message)
                .mend(mend)
                .at_level(Level::Error),
        );
    }
}
