//! Sentences: where one unit ends and the next begins (RULES section 1, Text).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::plain_sentence::sentence_ends;

/// After these whole words with a full stop no sentence ends.
const ABBREVIATIONS: [&str; 7] = ["Mr", "Mrs", "Ms", "Dr", "St", "e.g", "i.e"];

/// The sentences of a paragraph, as ranges that leave out the space around them.
///
/// A piece without letter or digit stands alone here: [`join`] deals with it
/// over the paragraphs of a text.
#[must_use]
pub fn sentences(paragraph: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for end in ends(paragraph) {
        if end < paragraph.len() && is_abbreviation(&paragraph[start..end], &paragraph[end..]) {
            continue;
        }
        found.push(trimmed(paragraph, start..end));
        start = end;
    }
    found.retain(|range| !range.is_empty());
    found
}

fn ends(paragraph: &str) -> Vec<usize> {
    sentence_ends(paragraph).unwrap_or_else(|| {
        paragraph
            .split_sentence_bound_indices()
            .map(|(at, piece)| at + piece.len())
            .collect()
    })
}

/// Numbers each piece with its unit: a piece without letter or digit joins the
/// one before it; the first joins the next.
pub fn join<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    let mut units = Vec::new();
    let mut started = false;
    let mut unit = 0;
    for piece in pieces {
        if piece.chars().any(char::is_alphanumeric) {
            if started {
                unit += 1;
            }
            started = true;
        }
        units.push(unit);
    }
    units
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let is_space = |c: char| c.is_ascii_whitespace();
    let start = range.start + (piece.len() - piece.trim_start_matches(is_space).len());
    let end = range.end - (piece.len() - piece.trim_end_matches(is_space).len());
    start..end.max(start)
}

fn is_abbreviation(before: &str, after: &str) -> bool {
    let Some(stem) = before.trim_end().strip_suffix('.') else {
        return false;
    };
    let ends_with_word = |word: &str| {
        stem.strip_suffix(word)
            .is_some_and(|rest| !rest.chars().next_back().is_some_and(char::is_alphanumeric))
    };
    ABBREVIATIONS.iter().any(|word| ends_with_word(word))
        || (ends_with_word("No") && after.chars().next().is_some_and(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn titles_and_short_forms_end_no_sentence() {
        assert_eq!(
            split("Mr. Osei waits. Dr. Hall of St. Ann's does not."),
            ["Mr. Osei waits.", "Dr. Hall of St. Ann's does not."]
        );
        assert_eq!(
            split("Bring some, e.g. Tea. Or i.e. Coffee."),
            ["Bring some, e.g. Tea.", "Or i.e. Coffee."]
        );
        assert_eq!(
            split("She lives at No. 5. He said No. Then he left."),
            ["She lives at No. 5.", "He said No.", "Then he left."]
        );
    }

    #[test]
    fn only_whole_words_count() {
        assert_eq!(
            split("It was the Zmr. Then it rained."),
            ["It was the Zmr.", "Then it rained."]
        );
    }

    #[test]
    fn pieces_without_letters_join_the_one_before() {
        assert_eq!(join(["…", "One.", "?!", "Two.", "—"]), [0, 0, 0, 1, 1]);
        assert_eq!(join(["…", "—"]), [0, 0]);
    }
}
