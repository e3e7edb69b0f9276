//! A translation that does not have its original's sentences: marks and cues are by sentence.

use crate::scenario::compile::place_in;
use crate::scenario::problem::{Level, Problem};
use crate::scenario::translation::{Mismatch, State};

use super::super::translation::{TranslationContext, TranslationRule};

pub(super) const RULE: TranslationRule = TranslationRule {
    code: "translation-sentences",
    run,
};

fn run(cx: &TranslationContext<'_>, out: &mut Vec<Problem>) {
    for entry in cx.entries {
        let State::Unlike(mismatch) = &entry.state else {
            continue;
        };
        let Some((_, text)) = cx.placed(&entry.key) else {
            continue;
        };
        let within = |at| place_in(cx.source, text.text.span, at);
        let whole = text.text.span;
        let (span, message, mend) = match mismatch {
            Mismatch::Markup(fault) => (
                within(fault.at),
                format!("`{}`: {}", entry.key, fault.message),
                fault.mend.to_owned(),
            ),
            Mismatch::Sentences { wanted, found } => (
                whole,
                format!(
                    "`{}` has {}, its original {wanted}",
                    entry.key,
                    counted(*found)
                ),
                "write one sentence for each of the original's, in the same order".to_owned(),
            ),
            Mismatch::Paragraphs => (
                whole,
                format!(
                    "the paragraphs of `{}` do not begin where its original's do",
                    entry.key
                ),
                "leave a blank line between the same sentences".to_owned(),
            ),
            Mismatch::Ties {
                sentence,
                wanted,
                found,
                at,
            } => (
                if found.is_empty() { whole } else { within(*at) },
                format!(
                    "sentence {} of `{}` is tied to {}, its original to {}",
                    sentence + 1,
                    entry.key,
                    ids(found),
                    ids(wanted)
                ),
                match wanted.first() {
                    Some(id) => format!("tie the same sentence: `[…]({id})`"),
                    None => "take the brackets out of this sentence".to_owned(),
                },
            ),
        };
        out.push(
            Problem::fatal(RULE.code, span, message)
                .mend(mend)
                .at_level(Level::Error),
        );
    }
}

fn counted(sentences: usize) -> String {
    let end = if sentences == 1 { "" } else { "s" };
    format!("{sentences} sentence{end}")
}

fn ids(ids: &[String]) -> String {
    match ids {
        [] => "nothing".to_owned(),
        ids => ids
            .iter()
            .map(|id| format!("`{id}`"))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
