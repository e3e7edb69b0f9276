//! A cue names a sign that the taxonomy lacks: it plays, but nobody can say what it may be called.

use crate::scenario::problem::{Level, Problem, did_you_mean};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "unknown-sign",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let signs = &cx.vocabularies.taxonomy.signs;
    for (id, cue) in cx.authored.cues.iter() {
        let Some(sign) = &cue.sign else { continue };
        if signs.keys().any(|known| known == sign.value) {
            continue;
        }
        let mend = did_you_mean(&sign.value, signs.keys())
            .unwrap_or_else(|| "add it to taxonomy.ron".to_owned());
        let message = format!(
            "the cue `{}` names the sign `{}`, unknown in taxonomy.ron",
            id.value, sign.value
        );
        out.push(
            Problem::fatal(RULE.code, sign.span, message)
                .mend(mend)
                .at_level(Level::Error),
        );
    }
}
