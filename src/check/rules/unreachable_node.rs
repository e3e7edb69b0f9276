//! No play comes to a node or an ending.

use crate::scenario::problem::Problem;

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "unreachable-node",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    cx.searched(RULE.code, out);
}
