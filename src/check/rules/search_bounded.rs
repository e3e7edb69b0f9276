//! The search stopped at its bound: what it would have found is not known.

use crate::scenario::problem::{Level, Problem};

use super::super::{Context, Rule, SEARCHED_STATES};

pub(super) const RULE: Rule = Rule {
    code: "search-bounded",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    if !cx.search_was_bounded() {
        return;
    }
    let message = format!(
        "the scenario has more to search than `check` looks at, which is {SEARCHED_STATES} states at most: whether everything in it can be come to, and every play to an end, was not looked at"
    );
    out.push(
        Problem::fatal(RULE.code, cx.authored.start.span, message)
            .mend("let fewer things be remembered for long, or run `analyse` with more `--states`")
            .at_level(Level::Warning),
    );
}
