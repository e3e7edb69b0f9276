//! A play can come to where nothing can be done and nothing ends.

use crate::scenario::problem::Problem;

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "dead-end",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    cx.searched(RULE.code, out);
}
