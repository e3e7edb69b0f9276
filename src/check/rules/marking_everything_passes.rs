//! Who marks every sentence meets the standard.

use crate::scenario::problem::Problem;

use super::super::trial::Getting;
use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "marking-everything-passes",
    run,
};

const GETTING: Getting = Getting {
    code: RULE.code,
    player: "marks-everything",
    how: |seen| seen.met,
    message: "who marks every sentence meets the standard",
    mend: "raise `beyond`, or tie more lures and plain sentences into what is shown",
    needs_beyond: true,
    place: |standard| standard.beyond.span,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    out.extend(GETTING.finding(cx));
}
