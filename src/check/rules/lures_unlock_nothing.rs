//! Some cue unlocks a question and no lure does: whatever a mark unlocks then proves the mark right.

use crate::scenario::condition::Condition;
use crate::scenario::ids::TagId;
use crate::scenario::problem::{Level, Problem};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "lures-unlock-nothing",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let cues = cx.story.cues.len();
    let placed = |tag: usize| !cx.story.tags[tag].units.is_empty();
    let (mut by_cue, mut by_lure) = (false, false);
    let whens = (cx.story.choices.iter().map(|choice| &choice.when))
        .chain(cx.story.options.iter().map(|option| &option.when));
    for when in whens {
        when.each_atom(&mut |atom| {
            if let Condition::Marked(TagId(tag)) = atom
                && placed(*tag as usize)
            {
                by_cue |= (*tag as usize) < cues;
                by_lure |= *tag as usize >= cues;
            }
        });
    }
    let mut lures = (cues..cx.story.tags.len()).filter(|tag| placed(*tag));
    let Some(first) = lures.next() else { return };
    if !by_cue || by_lure {
        return;
    }
    let Some((id, _)) = cx.authored.lures.iter().nth(first - cues) else {
        return;
    };
    out.push(
        Problem::fatal(
            RULE.code,
            id.span,
            "marks on cues unlock choices and marks on lures never do: what appears proves the mark right",
        )
        .mend(format!(
            "let a lure unlock something too: `when: Marked(\"{}\")` on a question that leads nowhere",
            id.value
        ))
        .at_level(Level::Error),
    );
}
