//! A translation's file, written for whoever goes on with it.

use std::fmt::Write as _;

use super::apply::{Entry, State};

/// The text of a translation's file: every text of the original in its order.
///
/// What was translated stays. One whose original changed keeps the text it was made from, and
/// so stays stale, with the new one beside it as a comment, until its translator has seen to it.
#[must_use]
pub fn skeleton(of: &str, language: &str, reviewed: bool, entries: &[Entry]) -> String {
    let mut page = format!(
        "Translation(\n    format: 1,\n    of: {of:?},\n    language: {language:?},\n    reviewed: {reviewed},\n    texts: {{\n"
    );
    for entry in entries {
        let stale = entry.state == State::Stale;
        let translated = entry.translated.as_ref();
        let source = match translated {
            Some(translated) if stale => &translated.source.value,
            _ => &entry.original,
        };
        let text = translated.map_or("", |translated| translated.text.value.as_str());
        let _ = writeln!(page, "        {}: (", quoted(&entry.key));
        if stale {
            let _ = writeln!(
                page,
                "            // Now: {}",
                quoted(&entry.original).replace('\n', " ")
            );
        }
        let _ = writeln!(page, "            source: {},", quoted(source));
        let _ = writeln!(page, "            text: {},", quoted(text));
        page.push_str("        ),\n");
    }
    page.push_str("    },\n)\n");
    page
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
