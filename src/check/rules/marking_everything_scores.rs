//! Marking every sentence earns something for noticing: there is too little noise.

use crate::scenario::problem::Problem;

use super::super::trial::Getting;
use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "marking-everything-scores",
    run,
};

const GETTING: Getting = Getting {
    code: RULE.code,
    player: "marks-everything",
    how: |seen| seen.noticed,
    message: "who marks every sentence is credited with noticing",
    mend: "put in more sentences that mean nothing, and lures: with eight plain sentences in reach, or as many marked lures as are in reach, it earns nothing",
    needs_beyond: false,
    place: |standard| standard.beyond.span,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    out.extend(GETTING.finding(cx));
}
