//! From published reports, and the trainee's own reflection.

use maud::{Markup, html};

use crate::report::debrief::words::{Words, rating_word};
use crate::report::debrief::{Side, SourceReport};

pub(super) fn published(words: &Words<'_>) -> Markup {
    let debrief = words.debrief;
    let voices: Vec<_> = debrief
        .signs
        .iter()
        .filter_map(|sign| sign.voice.as_ref().map(|voice| (sign, voice)))
        .collect();
    let body = html! {
        @if voices.is_empty() {
            p { (words.get("debrief-voices-none")) }
        } @else {
            p { (words.get("debrief-voices-about")) }
        }
        @for (sign, voice) in voices {
            article.card {
                h3 { (sign.label.as_deref().unwrap_or(&sign.quotation)) }
                p { (voice.says) }
                p.soft { (words.with("debrief-paraphrase", &[("source", voice.source.as_str().into())])) }
            }
        }
        h3 { (words.get("debrief-basis")) }
        p { (debrief.basis) }
        @if !debrief.sources.is_empty() {
            h3 { (words.get("debrief-sources")) }
            ul { @for source in &debrief.sources { li { (self::source(source)) } } }
        }
    };
    super::section(words, "reports", &body)
}

fn source(source: &SourceReport) -> Markup {
    // Only web addresses become links: a scenario is not trusted with any other scheme.
    let web = source
        .url
        .as_deref()
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        (source.citation)
        @match (web, &source.url) {
            (Some(url), _) => { " " a href=(url) rel="noreferrer" { (url) } },
            (None, Some(other)) => { " " (other) },
            (None, None) => {},
        }
    }
}

pub(super) fn reflection(words: &Words<'_>) -> Markup {
    let reflection = words.debrief.reflection.clone().unwrap_or_default();
    let ratings = [
        (Side::Immediate, reflection.immediate),
        (Side::Beyond, reflection.beyond),
    ];
    let body = html! {
        @if reflection.text.is_empty() { p { (words.get("debrief-reflection-none")) } }
        @else { p.own { (reflection.text) } }
        @if ratings.iter().any(|(_, rating)| rating.is_some()) {
            h3 { (words.get("debrief-reflection-rating")) }
            dl {
                @for (side, rating) in ratings {
                    @if let Some(rating) = rating {
                        dt { (words.side_name(side)) }
                        dd { (words.get(&format!("rating-{}", rating_word(rating)))) }
                    }
                }
            }
        }
    };
    super::section(words, "reflection", &body)
}
