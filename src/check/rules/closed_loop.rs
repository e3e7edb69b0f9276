//! A play can come to where it goes round for ever and never to an ending.

use crate::scenario::problem::Problem;

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "closed-loop",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    cx.searched(RULE.code, out);
}
