//! The curious are not clearly ahead of those who get by without looking or thinking.

use crate::players::Figure;
use crate::scenario::problem::{Level, Problem};

use super::super::{Context, Rule};

pub(super) const RULE: Rule = Rule {
    code: "curiosity-unrewarded",
    run,
};

/// By how much the curious must be ahead, of a score that runs from 0 to 1.
const AHEAD: f64 = 0.2;
const OTHERS: [&str; 4] = [
    "tunnel-vision",
    "marks-everything",
    "shortest-way",
    "longest-option",
];

fn run(cx: &Context<'_>, out: &mut Vec<Problem>) {
    let (Some(trial), Some(standard)) = (cx.trial(), &cx.authored.standard) else {
        return;
    };
    let figures = [
        (Figure::Beyond, "noticing beyond", standard.beyond.span),
        (Figure::Decisions, "decisions", standard.decisions.span),
    ];
    for (figure, name, place) in figures {
        let Some(curious) = trial.mean("curious", figure) else {
            continue;
        };
        let close: Vec<String> = OTHERS
            .iter()
            .filter_map(|player| Some((trial.title(player), trial.mean(player, figure)?)))
            .filter(|(_, other)| curious - other < AHEAD)
            .map(|(title, other)| format!("“{}” {other:.2}", title.to_lowercase()))
            .collect();
        if close.is_empty() {
            continue;
        }
        let message = format!(
            "curiosity hardly pays in {name}: on average it scores {curious:.2}, {}",
            close.join(", ")
        );
        let mend = match figure {
            Figure::Beyond => {
                "put in more that means nothing, and place what matters where only a closer look finds it"
            }
            _ => {
                "give what was noticed more to unlock, and what was not thought through fewer points"
            }
        };
        out.push(
            Problem::fatal(RULE.code, place, message)
                .mend(mend)
                .at_level(Level::Error),
        );
    }
}
