//! A translation that says it is of something else than its name does: it is never shown.

use crate::scenario::problem::{Level, Problem};

use super::super::translation::{TranslationContext, TranslationRule};

pub(super) const RULE: TranslationRule = TranslationRule {
    code: "translation-name",
    run,
};

fn run(cx: &TranslationContext<'_>, out: &mut Vec<Problem>) {
    let found = cx.translation;
    let mut tell = |span, message: String, mend: String| {
        let problem = Problem::fatal(RULE.code, span, message).mend(mend);
        out.push(problem.at_level(Level::Error));
    };
    if found.format.value != 1 {
        let message = format!("format {} is not known", found.format.value);
        tell(found.format.span, message, "write `format: 1`".to_owned());
    }
    if found.of.value != cx.stem {
        tell(
            found.of.span,
            format!("by its name this translates `{}`", cx.stem),
            format!("write `of: \"{}\"`, or give the file another name", cx.stem),
        );
    }
    let code = cx.language.code();
    if found.language.value != code {
        tell(
            found.language.span,
            format!("by its name this is in the language `{code}`"),
            format!("write `language: \"{code}\"`, or give the file another name"),
        );
    }
}
