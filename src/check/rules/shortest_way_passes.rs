//! The shortest way out earns the standard for decisions.

use crate::scenario::problem::Problem;

use super::super::trial::Getting;
use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "shortest-way-passes",
    run,
};

const GETTING: Getting = Getting {
    code: RULE.code,
    player: "shortest-way",
    how: |seen| seen.decided,
    message: "the shortest way out, without a look at anything, reaches the standard for decisions",
    mend: "raise `decisions`, give the short way fewer points, or the long way more",
    needs_beyond: false,
    place: |standard| standard.decisions.span,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    out.extend(GETTING.finding(cx));
}
