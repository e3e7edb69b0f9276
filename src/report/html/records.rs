//! Records as written, each beside the professional wording, and the reasons given.

use maud::{Markup, html};

use crate::report::debrief::words::Words;
use crate::report::debrief::{RationaleReport, RecordFieldReport, RecordReport};

pub(super) fn section(words: &Words<'_>) -> Markup {
    let debrief = words.debrief;
    let body = html! {
        @if debrief.records.is_empty() { p { (words.get("debrief-records-none")) } }
        @for record in &debrief.records { (self::record(words, record)) }
        @if !debrief.rationales.is_empty() {
            h3 { (words.get("debrief-rationales")) }
            @for rationale in &debrief.rationales { (self::rationale(words, rationale)) }
        }
    };
    super::section(words, "records", &body)
}

fn record(words: &Words<'_>, record: &RecordReport) -> Markup {
    html! {
        article.card {
            h3 { (record.title) }
            p.soft { (words.with("debrief-record-at", &[("time", words.time(record.minute).into())])) }
            table {
                thead { tr {
                    th scope="col" { (words.get("report-record-field")) }
                    th scope="col" { (words.get("debrief-record-yours")) }
                    th scope="col" { (words.get("debrief-record-wording")) }
                } }
                tbody { @for field in &record.fields { (self::field(words, field)) } }
            }
        }
    }
}

fn field(words: &Words<'_>, field: &RecordFieldReport) -> Markup {
    let empty = field.chosen.is_empty() && field.text.as_ref().is_none_or(String::is_empty);
    html! {
        @for (number, option) in field.chosen.iter().enumerate() {
            tr {
                @if number == 0 { th scope="rowgroup" rowspan=(field.chosen.len()) { (field.label) } }
                td { (option.text) @if let Some(feedback) = &option.feedback { p.soft { (feedback) } } }
                td {
                    @match &option.wording {
                        Some(wording) => {
                            p { strong { (wording.prefer) } }
                            p { (wording.why) }
                            p.soft { (wording.source) }
                        }
                        None => {},
                    }
                }
            }
        }
        @if let Some(text) = field.text.as_ref().filter(|text| !text.is_empty()) {
            tr { th scope="row" { (field.label) } td.own { (text) } td { (good(words, &field.rubric)) } }
        }
        @if empty {
            tr { th scope="row" { (field.label) } td.soft { (words.get("debrief-record-empty")) } td { (good(words, &field.rubric)) } }
        }
    }
}

fn good(words: &Words<'_>, rubric: &[std::sync::Arc<str>]) -> Markup {
    html! {
        @if !rubric.is_empty() {
            p.soft { (words.get("debrief-record-good")) }
            ul { @for line in rubric { li { (line) } } }
        }
    }
}

fn rationale(words: &Words<'_>, rationale: &RationaleReport) -> Markup {
    html! {
        article.card {
            h4 { (rationale.decision) }
            p.soft { (rationale.prompt) }
            @match &rationale.text {
                Some(text) => p.own { (text) },
                None => p { (words.get("debrief-rationale-none")) },
            }
            (good(words, &rationale.rubric))
        }
    }
}
