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
                        th scope="col" { (words.get("debrief-sure-one")) }
                        th scope="col" { (words.get("debrief-sure-three")) }
                    } }
                    tbody {
                        @for figure in &debrief.details {
                            @let (one, three) = words.figure_error(figure).unwrap_or_default();
                            tr {
                                th scope="row" { (words.figure_name(figure)) }
                                td.number { (words.figure_value(figure)) }
                                td.number { (one) }
                                td.number { (three) }
                            }
                        }
                    }
                }
            }
            @if debrief.details.iter().any(|figure| figure.error.is_some()) {
                p.soft { (words.get("debrief-sure-about")) }
            }
            @for sentence in words.sensitivity() { p { (sentence) } }
            @if words.turns_with_figures().next().is_some() {
                ul {
                    @for turn in words.turns_with_figures() {
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
