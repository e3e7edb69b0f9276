//! Figures under `Details`, and where the report comes from.

use maud::{Markup, html};

use crate::report::debrief::words::Words;

/// Whether anybody reviewed the scenario.
pub(super) fn review(words: &Words<'_>) -> String {
    words.get(if words.debrief.reviewed {
        "debrief-reviewed"
    } else {
        "debrief-not-reviewed"
    })
}

/// What the product may safely say of its scenarios.
pub(super) fn safe_sentence(words: &Words<'_>) -> String {
    let reviewed = if words.debrief.reviewed { "yes" } else { "no" };
    words.with("report-safe", &[("reviewed", reviewed.into())])
}

pub(super) fn details(words: &Words<'_>) -> Markup {
    let debrief = words.debrief;
    html! {
        details {
            summary { (words.get("debrief-details")) }
            p.soft { (words.get("debrief-details-about")) }
            @for sentence in words.standard() { p { (sentence) } }
            @if !debrief.exact { p { (words.get("debrief-inexact")) } }
            @if !debrief.details.is_empty() {
                table {
                    thead { tr {
                        th scope="col" { (words.get("debrief-figure")) }
                        th scope="col" { (words.get("debrief-value")) }
                    } }
                    tbody {
                        @for figure in &debrief.details {
                            tr { th scope="row" { (words.figure_name(figure)) } td.number { (words.figure_value(figure)) } }
                        }
                    }
                }
            }
            @if !debrief.turns.is_empty() {
                ul {
                    @for turn in &debrief.turns {
                        li { time { (words.time(turn.minute)) } " " (turn.did) " " (words.turn_figures(turn)) }
                    }
                }
            }
        }
    }
}

pub(super) fn section(words: &Words<'_>) -> Markup {
    let debrief = words.debrief;
    let draws: Vec<String> = debrief
        .draws
        .iter()
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    let body = html! {
        dl {
            dt { (words.get("report-trainee")) } dd { (debrief.trainee) }
            dt { (words.get("report-started")) } dd { (words.started()) }
            dt { (words.get("report-minutes")) } dd { (words.with("minutes-used", &[("n", debrief.minutes.into())])) }
            dt { (words.get("report-seed")) } dd { (debrief.seed) }
            @if !draws.is_empty() { dt { (words.get("report-draws")) } dd { (words.strings.list(&draws)) } }
        }
    };
    super::section(words, "provenance", &body)
}
