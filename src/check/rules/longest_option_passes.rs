//! Always taking the longest text earns the standard for decisions.

use crate::scenario::problem::Problem;

use super::super::trial::Getting;
use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "longest-option-passes",
    run,
};

const GETTING: Getting = Getting {
    code: RULE.code,
    player: "longest-option",
    how: |seen| seen.decided,
    message: "always taking the longest text reaches the standard for decisions",
    mend: "shorten the best answers, or give wrong ones a reason of their own: a wrong answer is seldom curt",
    needs_beyond: false,
    place: |standard| standard.decisions.span,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    out.extend(GETTING.finding(cx));
}
