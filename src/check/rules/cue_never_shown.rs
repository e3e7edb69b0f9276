//! No play shows a cue, whatever is looked at.

use crate::scenario::problem::Problem;

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "cue-never-shown",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    cx.searched(RULE.code, out);
}
