//! What was there: the transcript as played, a row a sentence, with its shape in the margin.

use maud::{Markup, html};

use super::glyph::glyph;
use crate::report::debrief::category::Category;
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
    let categories = [
        Category::Sign(Side::Immediate),
        Category::Sign(Side::Beyond),
        Category::NotASign,
        Category::Innocent,
    ];
    html! {
        ul.key aria-label=(words.get("report-key")) {
            @for category in categories {
                li { (glyph(category, matches!(category, Category::Sign(_)))) " " (category.word(words.strings)) }
            }
            li { (words.get("report-key-filled")) }
        }
    }
}

fn passage(words: &Words<'_>, passage: &PlayedPassage) -> Markup {
    html! {
        @if let Some((minute, place)) = &passage.visit {
            h3.visit { time { (words.time(*minute)) } " " span lang=[words.other_language()] { (place) } }
        }
        @if let Some(did) = &passage.did {
            p.did { strong { (words.get("debrief-turn-did")) ": " } span lang=[words.other_language()] { (did) } }
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

fn unit(words: &Words<'_>, unit: &PlayedUnit) -> Markup {
    let categories = Category::of(words.debrief, unit);
    let marked = unit.mark.is_some();
    let marking = words.get(if marked {
        "report-marked"
    } else {
        "report-not-marked"
    });
    html! {
        li {
            span.margin {
                @for category in &categories { (glyph(*category, marked)) }
                @if !categories.is_empty() {
                    span.aside {
                        @for (number, category) in categories.iter().enumerate() {
                            @if number > 0 { ", " }
                            (category.word(words.strings))
                        }
                        ", " (marking) ": "
                    }
                }
            }
            div {
                p.sentence lang=[words.other_language()] {
                    @for run in &unit.runs { @if run.emphasis { em { (run.text) } } @else { (run.text) } }
                }
                @if !categories.is_empty() { (notes(words, unit)) }
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
            p.soft { (words.get("debrief-may-be-called")) ": " (words.strings.list(&sign.may_be_called)) "." }
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
                            (glyph(Category::Sign(sign.side), false))
                            span.aside { (words.side_name(sign.side)) ", " (words.get("report-not-marked")) ": " }
                        }
                        div {
                            p.sentence lang=[words.other_language()] { "“" (sign.quotation) "”" }
                            p.soft { (words.whence(sign)) }
                            div.notes { (sign_notes(words, sign)) }
                        }
                    }
                }
            }
        }
    }
}
