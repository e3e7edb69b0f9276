//! Texts without a translation: they are shown in the language they were written in.

use crate::scenario::problem::{Level, Problem};
use crate::scenario::translation::State;

use super::super::translation::{TranslationContext, TranslationRule};

pub(super) const RULE: TranslationRule = TranslationRule {
    code: "translation-missing",
    run,
};

/// How many are named.
const NAMED: usize = 3;

fn run(cx: &TranslationContext<'_>, out: &mut Vec<Problem>) {
    let mut absent = Vec::new();
    for entry in cx
        .entries
        .iter()
        .filter(|entry| entry.state == State::Missing)
    {
        match cx.placed(&entry.key) {
            // It was laid out and is still to be written.
            Some((_, text)) => out.push(
                Problem::fatal(
                    RULE.code,
                    text.text.span,
                    format!("`{}` is not translated yet", entry.key),
                )
                .mend("write its `text`")
                .at_level(Level::Warning),
            ),
            None => absent.push(entry.key.as_str()),
        }
    }
    if absent.is_empty() {
        return;
    }
    let named: Vec<String> = absent
        .iter()
        .take(NAMED)
        .map(|key| format!("`{key}`"))
        .collect();
    let more = match absent.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    out.push(
        Problem::fatal(
            RULE.code,
            cx.translation.texts.span,
            format!("not translated: {}{more}", named.join(", ")),
        )
        .mend(format!(
            "lay them out with `second-look translate {} {}`, and write their texts",
            cx.stem,
            cx.language.code()
        ))
        .at_level(Level::Warning),
    );
}
