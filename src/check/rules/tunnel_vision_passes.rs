//! Who looks at the offence alone meets the standard.

use crate::scenario::problem::Problem;

use super::super::trial::Getting;
use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "tunnel-vision-passes",
    run,
};

const GETTING: Getting = Getting {
    code: RULE.code,
    player: "tunnel-vision",
    how: |seen| seen.met,
    message: "who looks at the offence alone meets the standard",
    mend: "raise `beyond`, or let what lies beyond the offence decide more: a Beyond cue that unlocks a question, a duty",
    needs_beyond: true,
    place: |standard| standard.beyond.span,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    out.extend(GETTING.finding(cx));
}
