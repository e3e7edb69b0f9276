//! The best choice depends on a draw that nothing so far could tell: only luck finds it.

use crate::scenario::problem::{Level, Problem};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "best-hangs-on-luck",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let Some(trial) = cx.trial() else { return };
    for luck in &trial.luck {
        let Some((id, _)) = cx.authored.nodes.iter().nth(luck.node.index()) else {
            continue;
        };
        let [one, other] = luck.combinations.map(|place| trial.board.in_words(place));
        let [mine, theirs] = &luck.best;
        let message = format!(
            "the best choice at `{}` hangs on a draw that nothing so far could tell: with {one} it is “{mine}”, with {other} “{theirs}”",
            id.value
        );
        out.push(
            Problem::fatal(RULE.code, id.span, message)
                .mend("let something shown before tell the two apart, or make one choice best for both")
                .at_level(Level::Warning)
                .shown_by(luck.play.clone()),
        );
    }
}
