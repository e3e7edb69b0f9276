//! Whether a translated text has its original's sentences.

use super::super::markup::{self, MarkupFault, Prose};

/// How a translated text does not correspond to its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// Its markup is at fault.
    Markup(MarkupFault),
    /// It has another number of sentences.
    Sentences {
        /// Of the original.
        wanted: usize,
        /// Of the translation.
        found: usize,
    },
    /// Its paragraphs do not begin at the same sentences.
    Paragraphs,
    /// A sentence is tied to other cues and lures.
    Ties {
        /// The sentence, from 0.
        sentence: usize,
        /// The ids of the original's.
        wanted: Vec<String>,
        /// The ids of the translation's.
        found: Vec<String>,
        /// The byte of the translation where its tie stands, if it has one.
        at: usize,
    },
}

/// Holds a translated text against its original, both with markup.
///
/// # Errors
/// The first mismatch. An original that cannot be read has none.
pub fn correspond(original: &str, text: &str) -> Result<(), Mismatch> {
    let Ok(wanted) = markup::parse(original) else {
        return Ok(());
    };
    let found = markup::parse(text).map_err(Mismatch::Markup)?;
    if wanted.units.len() != found.units.len() {
        return Err(Mismatch::Sentences {
            wanted: wanted.units.len(),
            found: found.units.len(),
        });
    }
    if beginnings(&wanted) != beginnings(&found) {
        return Err(Mismatch::Paragraphs);
    }
    for (sentence, (wanted, found)) in wanted.units.iter().zip(&found.units).enumerate() {
        let at = found.ids.first().map_or(0, |(_, at)| *at);
        let (wanted, found) = (ties(&wanted.ids), ties(&found.ids));
        if wanted != found {
            return Err(Mismatch::Ties {
                sentence,
                wanted,
                found,
                at,
            });
        }
    }
    Ok(())
}

/// The paragraphs in which each sentence has its pieces.
fn beginnings(prose: &Prose) -> Vec<Vec<usize>> {
    let paragraphs = |unit: &markup::ProseUnit| {
        let mut found: Vec<usize> = unit.pieces.iter().map(|piece| piece.paragraph).collect();
        found.dedup();
        found
    };
    prose.units.iter().map(paragraphs).collect()
}

fn ties(ids: &[(String, usize)]) -> Vec<String> {
    let mut found: Vec<String> = ids.iter().map(|(id, _)| id.clone()).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether two originals say the same: white space within a paragraph does not count.
pub fn same_source(one: &str, other: &str) -> bool {
    one == other || canonical(one) == canonical(other)
}

fn canonical(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text.trim_matches(|c: char| c.is_ascii_whitespace());
    while let Some(at) = rest.find(|c: char| c.is_ascii_whitespace()) {
        said.push_str(&rest[..at]);
        let after = rest[at..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let gap = &rest[at..rest.len() - after.len()];
        let breaks = gap.bytes().filter(|byte| *byte == b'\n').count() >= 2;
        said.push_str(if breaks { "\n\n" } else { " " });
        rest = after;
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_ties_and_paragraphs_must_correspond() {
        let original = "It is small. [Her hood](hood) is up.\n\nShe waits.";
        let sound = "Mae'n fach. Mae [ei chwfl](hood) i fyny.\n\nMae'n aros.";
        assert_eq!(correspond(original, sound), Ok(()));
        let joined = "Mae'n fach ac mae [ei chwfl](hood) i fyny.\n\nMae'n aros.";
        assert_eq!(
            correspond(original, joined),
            Err(Mismatch::Sentences {
                wanted: 3,
                found: 2
            })
        );
        let moved = "[Mae'n fach](hood). Mae ei chwfl i fyny.\n\nMae'n aros.";
        assert!(matches!(
            correspond(original, moved),
            Err(Mismatch::Ties { sentence: 0, .. })
        ));
        let run_on = "Mae'n fach. Mae [ei chwfl](hood) i fyny. Mae'n aros.";
        assert_eq!(correspond(original, run_on), Err(Mismatch::Paragraphs));
        assert!(matches!(
            correspond(original, "*Mae'n fach."),
            Err(Mismatch::Markup(_))
        ));
    }

    #[test]
    fn white_space_changes_no_source_but_words_and_paragraphs_do() {
        assert!(same_source("One\n   two. ", "One two."));
        assert!(same_source("One.\r\n\r\nTwo.", "One.\n \n\nTwo."));
        assert!(!same_source("One. Two.", "One.\n\nTwo."));
        assert!(!same_source("One", "one"));
    }
}
