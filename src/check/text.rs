//! Findings for people: one line each, then the author's own line.

use std::fmt::Write as _;

use crate::scenario::problem::Level;

use super::Checked;

/// `FILE:LINE:COL: CODE: what; mend`, with the line and a caret under the place.
#[must_use]
pub fn to_text(checked: &Checked) -> String {
    let mut text = String::new();
    for finding in &checked.findings {
        let (line, column) = checked.source.position(finding.span.start);
        let kind = if finding.level == Level::Warning {
            " (warning)"
        } else {
            ""
        };
        let excerpt = checked.source.line(line);
        let _ = writeln!(text, "{}{kind}", finding.line(&checked.source));
        if !excerpt.trim().is_empty() {
            // A long line is shown around the place.
            let from = column.saturating_sub(60);
            let shown: String = excerpt
                .chars()
                .skip(from)
                .take(100)
                .map(|c| if c == '\t' { ' ' } else { c })
                .collect();
            let _ = writeln!(text, "    {line:>5} | {shown}");
            let _ = writeln!(
                text,
                "          | {}^",
                " ".repeat(column.saturating_sub(1 + from))
            );
        }
    }
    text
}
