//! Texts to units, and places inside texts.

use std::ops::Range;
use std::sync::Arc;

use super::super::authored::Text;
use super::super::ids::{CueId, LureId, TagId, UnitKey};
use super::super::markup;
use super::super::problem::Problem;
use super::super::span::Span;
use super::super::story::{Home, Piece, Prose, Tag, Unit};
use super::Compiler;

/// The units numbered so far.
#[derive(Default)]
pub(super) struct UnitBook {
    pub(super) units: Vec<Unit>,
    pub(super) cue_count: usize,
}

impl UnitBook {
    /// The units of each tag; cues first, then lures.
    pub(super) fn tags(&self, count: usize) -> Vec<Tag> {
        let mut tags = vec![Tag::default(); count];
        let cues = self.cue_count;
        for (number, unit) in self.units.iter().enumerate() {
            for cue in &unit.cues {
                tags[cue.index()].units.push(UnitKey::at(number));
            }
            for lure in &unit.lures {
                tags[cues + lure.index()].units.push(UnitKey::at(number));
            }
        }
        tags
    }
}

impl Compiler<'_> {
    /// A text of a line, object or field: its units get numbers and addresses.
    pub(super) fn prose(&mut self, text: &Text, home: Home, address: &str) -> Prose {
        let Some(parsed) = self.parsed(text) else {
            return Prose::default();
        };
        let first = self.book.units.len();
        for (number, unit) in parsed.units.iter().enumerate() {
            let mut found = Unit {
                address: format!("{address}.{number}"),
                home,
                cues: Vec::new(),
                lures: Vec::new(),
                near: false,
            };
            for (id, at) in &unit.ids {
                let named = Text {
                    value: id.clone(),
                    span: self.place_in(text, *at),
                };
                self.tie(&named, &mut found);
            }
            self.book.units.push(found);
        }
        mark_near(&mut self.book.units[first..]);
        let units = to_u32(first)..to_u32(self.book.units.len());
        Prose {
            paragraphs: paragraphs(&parsed, Some(first)),
            units,
        }
    }

    /// A text of an ending: no units, and nothing to find in it.
    pub(super) fn closing(&mut self, text: &Text) -> Prose {
        let Some(parsed) = self.parsed(text) else {
            return Prose::default();
        };
        if let Some((id, at)) = parsed.units.iter().flat_map(|unit| unit.ids.iter()).next() {
            let span = self.place_in(text, *at);
            self.fault(
                Problem::fatal(
                    "cue-in-ending",
                    span,
                    format!("`{id}` stands in an ending's line, where nothing can be marked"),
                )
                .mend("move the sentence to a node before the ending, or take the markup out"),
            );
        }
        Prose {
            paragraphs: paragraphs(&parsed, None),
            units: 0..0,
        }
    }

    fn parsed(&mut self, text: &Text) -> Option<markup::Prose> {
        match markup::parse(&text.value) {
            Ok(parsed) => Some(parsed),
            Err(fault) => {
                let span = self.place_in(text, fault.at);
                self.fault(Problem::fatal("markup", span, fault.message).mend(fault.mend));
                None
            }
        }
    }

    fn tie(&mut self, id: &Text, unit: &mut Unit) {
        let before = self.problems.len();
        let TagId(tag) = self.tag(id);
        if self.problems.len() > before {
            return;
        }
        let cues = to_u32(self.authored.cues.0.len());
        if tag < cues {
            if !unit.cues.contains(&CueId(tag)) {
                unit.cues.push(CueId(tag));
            }
        } else if !unit.lures.contains(&LureId(tag - cues)) {
            unit.lures.push(LureId(tag - cues));
        }
    }
}

pub(super) fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A sentence directly before or after a cue's, in the same text, is near.
fn mark_near(units: &mut [Unit]) {
    let has_cue: Vec<bool> = units.iter().map(|unit| !unit.cues.is_empty()).collect();
    for (index, unit) in units.iter_mut().enumerate() {
        let before = index.checked_sub(1).is_some_and(|before| has_cue[before]);
        let after = has_cue.get(index + 1).copied().unwrap_or_default();
        unit.near = before || after;
    }
}

fn paragraphs(parsed: &markup::Prose, first: Option<usize>) -> Vec<Vec<Piece>> {
    let mut paragraphs: Vec<Vec<Piece>> = vec![Vec::new(); parsed.paragraphs];
    for (number, unit) in parsed.units.iter().enumerate() {
        let key = first.map(|first| UnitKey::at(first + number));
        for piece in &unit.pieces {
            let paragraph = &mut paragraphs[piece.paragraph];
            let run: (Arc<str>, bool) = (piece.text.as_str().into(), piece.emphasis);
            match paragraph.last_mut() {
                Some(last) if last.unit == key && key.is_some() => last.runs.push(run),
                _ => paragraph.push(Piece {
                    unit: key,
                    runs: vec![run],
                }),
            }
        }
    }
    paragraphs
}

/// The place of byte `at` of a text's value in the file.
///
/// Escapes make the source longer than the value, so the source is walked.
pub(crate) fn place_in(source: &str, span: Span, at: usize) -> Span {
    let Some(raw) = source.get(span.start..span.end) else {
        return span;
    };
    let offset = if raw.starts_with('r') {
        raw.find('"').map_or(0, |quote| quote + 1 + at)
    } else {
        1 + escaped_length(raw.get(1..).unwrap_or(""), at)
    };
    let start = (span.start + offset).min(span.end);
    Span::new(start, (start + 1).min(span.end.max(start)))
}

/// How many bytes of the escaped source make the first `at` bytes of the value.
fn escaped_length(raw: &str, at: usize) -> usize {
    let mut value = 0;
    let mut rest: Range<usize> = 0..raw.len();
    while value < at && !rest.is_empty() {
        let text = &raw[rest.clone()];
        let (taken, made) = match text.as_bytes() {
            [b'\\', b'u', ..] => {
                let length = text.find('}').map_or(2, |end| end + 1);
                let code = u32::from_str_radix(text[2..length].trim_matches(['{', '}']), 16)
                    .ok()
                    .and_then(char::from_u32);
                (length, code.map_or(1, char::len_utf8))
            }
            [b'\\', b'x', ..] => (4.min(text.len()), 1),
            [b'\\', _, ..] => (1 + text[1..].chars().next().map_or(0, char::len_utf8), 1),
            [b'\r', b'\n', ..] => (2, 2),
            _ => {
                let length = text.chars().next().map_or(1, char::len_utf8);
                (length, length)
            }
        };
        rest.start += taken;
        value += made;
    }
    rest.start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_texts_count_the_source_and_not_the_value() {
        let source = "x: \"a \\\"b\\\" [c\"";
        let span = Span::new(3, source.len());
        let at = "a \"b\" ".len();
        assert_eq!(
            source
                .get(place_in(source, span, at).start..)
                .map(|rest| &rest[..1]),
            Some("[")
        );
    }
}
