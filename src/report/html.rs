//! The debrief as one HTML page that stands alone: nothing is loaded from anywhere.
//!
//! Its order is the debrief's: duties first, then what was there, turns,
//! records, published reports, reflection, and last where the page comes from.

mod glyph;
mod provenance;
mod records;
mod reports;
mod summary;
mod transcript;
mod turns;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::debrief::Debrief;
use super::debrief::words::Words;
use crate::strings::Strings;

const STYLE: &str = include_str!("html/page.css");

/// The sections in order: the fragment each is reached by, and the string that names it.
const SECTIONS: [(&str, &str); 7] = [
    ("summary", "debrief-step-summary"),
    ("there", "debrief-step-there"),
    ("turns", "debrief-step-turns"),
    ("records", "debrief-step-records"),
    ("reports", "debrief-step-reports"),
    ("reflection", "debrief-step-reflection"),
    ("provenance", "report-provenance"),
];

/// The whole page.
#[must_use]
pub fn html(debrief: &Debrief, strings: &Strings) -> String {
    let words = Words::new(debrief, strings);
    let title = words.with("report-title", &[("title", (&*debrief.title).into())]);
    let page = html! {
        (DOCTYPE)
        html lang=(strings.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                // Even an unescaped text could then load or run nothing.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("Second Look ", env!("CARGO_PKG_VERSION")));
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.product { "Second Look" }
                    h1 { (title) }
                    p.who { (words.get("report-trainee")) ": " (debrief.trainee) " · " (words.started()) }
                    p.review { (provenance::review(&words)) }
                    @for id in debrief.told.messages() { p.review { (words.get(id)) } }
                }
                nav aria-label=(words.get("report-contents")) {
                    ul { @for (id, name) in SECTIONS { li { a href={ "#" (id) } { (words.get(name)) } } } }
                }
                main {
                    (summary::section(&words))
                    (transcript::section(&words))
                    (turns::section(&words))
                    (records::section(&words))
                    (reports::published(&words))
                    (reports::reflection(&words))
                    (provenance::details(&words))
                    (provenance::section(&words))
                }
                footer {
                    p { (provenance::safe_sentence(&words)) }
                    p { (words.get("report-limits")) }
                }
            }
        }
    };
    page.into_string()
}

/// A section under its heading.
fn section(words: &Words<'_>, id: &str, body: &Markup) -> Markup {
    let name = SECTIONS
        .iter()
        .find(|(section, _)| *section == id)
        .map_or("", |(_, name)| name);
    html! {
        section id=(id) aria-labelledby={ (id) "-heading" } {
            h2 id={ (id) "-heading" } { (words.get(name)) }
            (body)
        }
    }
}

#[cfg(test)]
mod tests;
