//! Sentence boundaries of plain text: the rules of UAX #29 for the characters
//! that English and Welsh prose is made of.
//!
//! The library's splitter looks every character up in a table of the whole of
//! Unicode and cost a fifth of loading. This one looks only around full stops,
//! question and exclamation marks, and gives up (`None`) at any character it
//! does not know; a test holds it equal to the library.

/// The sentence break property of a character that is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Lower,
    Upper,
    Numeric,
    FullStop,
    Stop,
    Close,
    Continue,
    Space,
    Other,
}

fn class(c: char) -> Option<Class> {
    Some(match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ŵ' | 'ŷ' => Class::Lower,
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Ŵ' | 'Ŷ' => Class::Upper,
        '0'..='9' => Class::Numeric,
        '.' => Class::FullStop,
        '!' | '?' => Class::Stop,
        '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}' | '‘' | '’' | '“' | '”' => {
            Class::Close
        }
        ',' | '-' | ':' | ';' | '–' | '—' => Class::Continue,
        ' ' => Class::Space,
        '#'..='&'
        | '*'
        | '+'
        | '/'
        | '<'..='>'
        | '@'
        | '\\'
        | '^'..='`'
        | '|'
        | '~'
        | '£'
        | '…' => Class::Other,
        _ => return None,
    })
}

/// Where sentences end, the end of the text among them; `None` for a text with
/// a character that is not known here.
///
/// The rules are SB6 to SB11 of [UAX #29](https://www.unicode.org/reports/tr29/#Sentence_Boundary_Rules);
/// the others need characters that are not known here.
pub(super) fn sentence_ends(text: &str) -> Option<Vec<usize>> {
    let mut ends = Vec::new();
    let mut before = Class::Other;
    for (at, c) in text.char_indices() {
        let found = class(c)?;
        let after = &text[at + c.len_utf8()..];
        let ends_here = match found {
            Class::FullStop => after_full_stop(before, after)?,
            Class::Stop => after_stop(after)?,
            _ => After::SameSentence,
        };
        if let After::NextSentence(rest) = ends_here {
            ends.push(text.len() - rest.len());
        }
        before = found;
    }
    if ends.last() != Some(&text.len()) && !text.is_empty() {
        ends.push(text.len());
    }
    Some(ends)
}

/// What comes after a full stop or another stop.
enum After<'t> {
    SameSentence,
    /// With the text from there on.
    NextSentence(&'t str),
}

fn after_stop(after: &str) -> Option<After<'_>> {
    let rest = after_closing(after)?;
    let Some(next) = rest.chars().next() else {
        return Some(After::NextSentence(rest));
    };
    Some(match class(next)? {
        // SB8a: the sentence goes on.
        Class::Continue | Class::FullStop | Class::Stop => After::SameSentence,
        _ => After::NextSentence(rest),
    })
}

fn after_full_stop(before: Class, after: &str) -> Option<After<'_>> {
    if let Some(next) = after.chars().next() {
        match class(next)? {
            // SB6: a decimal point. SB7: initials.
            Class::Numeric => return Some(After::SameSentence),
            Class::Upper if matches!(before, Class::Upper | Class::Lower) => {
                return Some(After::SameSentence);
            }
            _ => {}
        }
    }
    // SB8: a small letter comes before any other letter or end.
    for next in after_closing(after)?.chars() {
        match class(next)? {
            Class::Lower => return Some(After::SameSentence),
            Class::Upper | Class::FullStop | Class::Stop => break,
            _ => {}
        }
    }
    after_stop(after)
}

/// What follows `Close* Sp*`.
fn after_closing(text: &str) -> Option<&str> {
    let mut closing = true;
    for (at, c) in text.char_indices() {
        match class(c)? {
            Class::Close if closing => {}
            Class::Space => closing = false,
            _ => return Some(&text[at..]),
        }
    }
    Some("")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn by_the_library(text: &str) -> Vec<usize> {
        text.split_sentence_bound_indices()
            .map(|(at, piece)| at + piece.len())
            .collect()
    }

    fn known() -> Vec<char> {
        ('\0'..='\u{2FFF}')
            .filter(|c| class(*c).is_some())
            .collect()
    }

    #[test]
    fn every_short_text_of_one_character_a_class_ends_where_the_library_says() {
        let alphabet = ['a', 'A', '1', '.', '!', '"', ',', ' ', '*'];
        let mut texts = vec![String::new()];
        for _ in 0..6 {
            texts = texts
                .iter()
                .flat_map(|text| alphabet.iter().map(move |c| format!("{text}{c}")))
                .collect();
            for text in &texts {
                assert_eq!(sentence_ends(text), Some(by_the_library(text)), "{text:?}");
            }
        }
    }

    #[test]
    fn every_known_character_is_of_its_class() {
        for c in known() {
            for frame in [
                "a.# A", "a. # A", "a.# a", "a#.A b", "1.#. A", "a!# A", "a! # A", "a.#1", "# A",
                "a.# # b",
            ] {
                let text = frame.replace('#', &c.to_string());
                assert_eq!(
                    sentence_ends(&text),
                    Some(by_the_library(&text)),
                    "{text:?}"
                );
            }
        }
    }

    #[test]
    fn an_unknown_character_gives_up_wherever_it_stands() {
        for text in ["日", "a. 日", "日. A", "a.\u{a0}A", "a\u{301}."] {
            assert_eq!(sentence_ends(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_of_known_characters_ends_where_the_library_says(
            text in proptest::collection::vec(proptest::sample::select(known()), 0..60)
        ) {
            let text: String = text.into_iter().collect();
            prop_assert_eq!(sentence_ends(&text), Some(by_the_library(&text)));
        }
    }
}
