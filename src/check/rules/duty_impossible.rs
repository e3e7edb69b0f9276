//! Nothing fulfils a duty that applies, or not in its time.

use crate::scenario::problem::Problem;

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "duty-impossible",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    cx.searched(RULE.code, out);
}
