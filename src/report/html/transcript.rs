//! What was there: the transcript as played, a row a sentence, with its shape in the margin.

use maud::{Markup, html};

use super::glyph::{Shape, glyph};
use crate::report::debrief::words::Words;
use crate::report::debrief::{Nature, PlayedPassage, PlayedUnit, Side, SignReport};

pub(super) fn section(words: &Words<'_>) -> Markup {
    let body = html! {
        (key(words))
        @for passage in &words.debrief.transcript { (self::passage(words, passage)) }
        (unopened(words))
    };
    super::section(words, "there", &body)
}

fn key(words: &Words<'_>) -> Markup {
    let shapes = [
        (
            Shape::Sign(Side::Immediate),
            words.side_name(Side::Immediate),
        ),
        (Shape::Sign(Side::Beyond), words.side_name(Side::Beyond)),
        (Shape::NotASign, words.get("not-a-sign")),
        (Shape::Innocent, words.get("looked-the-same")),
    ];
    html! {
        ul.key aria-label=(words.get("report-key")) {
            @for (shape, name) in shapes { li { (glyph(shape, matches!(shape, Shape::Sign(_)))) " " (name) } }
            li { (words.get("report-key-filled")) }
        }
    }
}

fn passage(words: &Words<'_>, passage: &PlayedPassage) -> Markup {
    html! {
        @if let Some((minute, place)) = &passage.visit {
            h3.visit { time { (words.time(*minute)) } " " (place) }
        }
        @if let Some(did) = &passage.did {
            p.did { strong { (words.get("debrief-turn-did")) ": " } (did) }
        }
        @if !passage.paragraphs.is_empty() {
            div.passage {
                @if let Some(heading) = &passage.heading { h4 { (heading) } }
                @for paragraph in &passage.paragraphs {
                    ul.units { @for unit in paragraph { (self::unit(words, unit)) } }
                }
            }
        }
    }
}

/// The shapes of a unit and the word for each.
fn shapes(words: &Words<'_>, unit: &PlayedUnit) -> Vec<(Shape, String)> {
    match &unit.nature {
        Nature::Signs(numbers) => {
            let signs = numbers
                .iter()
                .filter_map(|&number| words.debrief.signs.get(number));
            let mut sides: Vec<Side> = signs.map(|sign| sign.side).collect();
            sides.sort_unstable();
            sides.dedup();
            sides
                .into_iter()
                .map(|side| (Shape::Sign(side), words.side_name(side)))
                .collect()
        }
        Nature::Neutral { .. } => vec![(Shape::Innocent, words.get("looked-the-same"))],
        Nature::NotASign { .. } => vec![(Shape::NotASign, words.get("not-a-sign"))],
        // A plain sentence has a shape only where it was marked: then it was no sign either.
        Nature::Plain if unit.mark.is_some() || unit.withdrawn => {
            vec![(Shape::NotASign, words.get("not-a-sign"))]
        }
        Nature::Plain => Vec::new(),
    }
}

fn unit(words: &Words<'_>, unit: &PlayedUnit) -> Markup {
    let shapes = shapes(words, unit);
    let marked = unit.mark.is_some();
    let marking = words.get(if marked {
        "report-marked"
    } else {
        "report-not-marked"
    });
    html! {
        li {
            span.margin {
                @for (shape, _) in &shapes { (glyph(*shape, marked)) }
                @if !shapes.is_empty() {
                    span.aside {
                        @for (number, (_, name)) in shapes.iter().enumerate() { @if number > 0 { ", " } (name) }
                        ", " (marking) ": "
                    }
                }
            }
            div {
                p.sentence {
                    @for run in &unit.runs { @if run.emphasis { em { (run.text) } } @else { (run.text) } }
                }
                @if !shapes.is_empty() { (notes(words, unit)) }
            }
        }
    }
}

fn notes(words: &Words<'_>, unit: &PlayedUnit) -> Markup {
    html! {
        div.notes {
            @if unit.withdrawn && unit.mark.is_none() {
                p { (words.get("debrief-withdrawn")) }
            } @else {
                p { (words.given(unit.mark.as_ref())) }
            }
            @match &unit.nature {
                Nature::Signs(numbers) => @for sign in numbers.iter().filter_map(|&n| words.debrief.signs.get(n)) {
                    (sign_notes(words, sign))
                },
                Nature::Neutral { otherwise } => p { strong { (words.get("debrief-otherwise")) ": " } (otherwise) },
                Nature::NotASign { why_not } => p { strong { (words.get("debrief-why-not")) ": " } (why_not) },
                Nature::Plain => {},
            }
        }
    }
}

fn sign_notes(words: &Words<'_>, sign: &SignReport) -> Markup {
    html! {
        @if let Some(label) = &sign.label { p { strong { (label) } } }
        p { strong { (words.get("debrief-why")) ": " } (sign.why) }
        @if let Some(voice) = &sign.voice {
            p {
                strong { (words.get("debrief-voice")) ": " } (voice.says) " "
                span.soft { (words.with("debrief-paraphrase", &[("source", voice.source.as_str().into())])) }
            }
        }
        @if !sign.opens.is_empty() {
            p { strong { (words.get("debrief-opens")) ":" } }
            ul { @for opened in &sign.opens { li { (opened) } } }
        }
        @if !sign.may_be_called.is_empty() {
            p.soft { (words.get("debrief-may-be-called")) ": " (sign.may_be_called.join("; ")) "." }
        }
    }
}

/// Signs that stood in papers and objects nobody opened are in no transcript.
fn unopened(words: &Words<'_>) -> Markup {
    let signs: Vec<&SignReport> = words
        .debrief
        .signs
        .iter()
        .filter(|sign| sign.unopened && !sign.marked)
        .collect();
    html! {
        @if !signs.is_empty() {
            h3 { (words.get("report-unopened")) }
            ul.units {
                @for sign in signs {
                    li {
                        span.margin {
                            (glyph(Shape::Sign(sign.side), false))
                            span.aside { (words.side_name(sign.side)) ", " (words.get("report-not-marked")) ": " }
                        }
                        div {
                            p.sentence { "“" (sign.quotation) "”" }
                            p.soft { (words.whence(sign)) }
                            div.notes { (sign_notes(words, sign)) }
                        }
                    }
                }
            }
        }
    }
}
