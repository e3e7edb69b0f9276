//! Duties first, then what was noticed and how the scene ended.

use maud::{Markup, html};

use super::glyph::glyph;
use crate::report::debrief::category::Category;
use crate::report::debrief::words::Words;
use crate::report::debrief::{DutyOutcome, DutyReport, Side};

pub(super) fn section(words: &Words<'_>) -> Markup {
    let debrief = words.debrief;
    let body = html! {
        (duties(words))
        h3 { (words.get("debrief-noticed")) }
        div.sides { (side(words, Side::Immediate)) (side(words, Side::Beyond)) }
        p.lead { (words.noticed()) @if let Some(unmarked) = words.unmarked() { " " (unmarked) } }
        @if let Some(never) = words.never_reached() { p { (never) } }
        @if let Some(not_signs) = words.not_signs() { p { (glyph(Category::NotASign, false)) " " (not_signs) } }
        h3 { (words.get("debrief-child-now")) }
        p.lead {
            @match &debrief.ending {
                Some(summary) => (summary),
                None => (words.get("debrief-left-early")),
            }
        }
        @if let Some(practise) = &debrief.practise_next {
            div.next { h3 { (words.get("debrief-practise")) } p { (practise) } }
        }
    };
    super::section(words, "summary", &body)
}

fn duties(words: &Words<'_>) -> Markup {
    html! {
        h3 { (glyph(Category::Duty, true)) " " (words.get("debrief-duties")) }
        @if words.debrief.duties.is_empty() {
            p { (words.get("debrief-duties-none")) }
        } @else {
            ul.duties { @for duty in &words.debrief.duties { (self::duty(words, duty)) } }
        }
    }
}

fn duty(words: &Words<'_>, duty: &DutyReport) -> Markup {
    let (class, word, mark) = match duty.outcome {
        DutyOutcome::Missed => ("chip missed", "duty-missed", "M5 5 L13 13 M13 5 L5 13"),
        DutyOutcome::Late => ("chip late", "duty-late", "M9 4 V9 L12.5 11"),
        DutyOutcome::Met => ("chip met", "duty-met", "M4.5 9.5 L8 13 L13.5 5.5"),
    };
    html! {
        li {
            span class=(class) {
                svg viewBox="0 0 18 18" aria-hidden="true" focusable="false" { path d=(mark) {} }
                (words.get(word))
            }
            div {
                p { strong { (duty.title) } }
                p.soft { (duty.why) " " (words.duty_time(duty)) }
            }
        }
    }
}

fn side(words: &Words<'_>, side: Side) -> Markup {
    let counts = words.side(side);
    let class = match side {
        Side::Immediate => "side immediate",
        Side::Beyond => "side beyond",
    };
    html! {
        div class=(class) {
            h4 { (glyph(Category::Sign(side), true)) " " (words.side_name(side)) }
            p.soft { (words.side_about(side)) }
            @if counts.in_reach == 0 {
                p { (words.count(side)) }
            } @else {
                p { strong.figure { (counts.hits) } " " (words.with("debrief-of-signs", &[("total", counts.in_reach.into())])) }
                div.meter role="img" aria-label=(words.count(side)) {
                    @for number in 0..counts.in_reach { span.filled[number < counts.hits] {} }
                }
            }
            @if let Some(rating) = words.rating(side) { p { (rating) } }
        }
    }
}
