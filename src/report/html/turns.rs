//! Turns that mattered: what was done, what it closed, the other way.

use maud::{Markup, html};

use crate::report::debrief::TurnReport;
use crate::report::debrief::words::Words;

pub(super) fn section(words: &Words<'_>) -> Markup {
    let debrief = words.debrief;
    let body = html! {
        @if debrief.turns.is_empty() {
            p { (words.get(if debrief.exact { "debrief-turns-none" } else { "debrief-turns-unknown" })) }
        }
        @for turn in &debrief.turns { (self::turn(words, turn)) }
        @if debrief.all_turns.len() > debrief.turns.len() {
            h3 { (words.get("debrief-turns-all")) }
            ol.turns {
                @for turn in &debrief.all_turns {
                    li {
                        time { (words.time(turn.minute)) } " " (turn.did) " "
                        span.soft { (words.outcome(turn)) }
                    }
                }
            }
        }
    };
    super::section(words, "turns", &body)
}

fn turn(words: &Words<'_>, turn: &TurnReport) -> Markup {
    let other = words.other_way(turn);
    html! {
        article.card {
            h3 { time { (words.time(turn.minute)) } " " (turn.place) }
            dl {
                dt { (words.get("debrief-turn-did")) } dd { (turn.did) }
                @if let Some(feedback) = &turn.feedback { dt { (words.get("debrief-turn-reported")) } dd { (feedback) } }
                @if let Some(closed) = words.closed(turn) { dt { (words.get("debrief-turn-closed")) } dd { (closed) } }
                @if !other.is_empty() {
                    dt { (words.get("debrief-turn-other")) }
                    dd {
                        @for line in &other { p { (line) } }
                        @if let Some(open) = words.open(turn) { p.soft { (open) } }
                    }
                }
            }
            p.soft { (words.outcome(turn)) }
        }
    }
}
