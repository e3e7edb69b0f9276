//! Taking the first thing on offer earns the standard for decisions.

use crate::scenario::problem::Problem;

use super::super::trial::Getting;
use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "zero-effort-passes",
    run,
};

const GETTING: Getting = Getting {
    code: RULE.code,
    player: "zero-effort",
    how: |seen| seen.decided,
    message: "always taking the first thing in the file reaches the standard for decisions",
    mend: "move the best choices from the first places, or raise `decisions`",
    needs_beyond: false,
    place: |standard| standard.decisions.span,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    out.extend(GETTING.finding(cx));
}
