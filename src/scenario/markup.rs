//! The markup of texts: `*emphasis*`, `[phrase](id)`, `\` before punctuation.

use std::ops::Range;

use super::sentence;

/// A text with its markup taken out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// Its units, in order; a unit's pieces lie in one or more paragraphs.
    pub units: Vec<ProseUnit>,
    /// How many paragraphs.
    pub paragraphs: usize,
}

/// A unit of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProseUnit {
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// The ids its phrases name, with the byte of the text where each stands.
    pub ids: Vec<(String, usize)>,
}

/// A run of text in one style within one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Which paragraph, from 0.
    pub paragraph: usize,
    /// The text.
    pub text: String,
    /// Emphasised.
    pub emphasis: bool,
}

/// What is wrong with a text: where, what and the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupFault {
    /// The byte of the text.
    pub at: usize,
    /// What is wrong.
    pub message: &'static str,
    /// What to do.
    pub mend: &'static str,
}

/// The plain text of one paragraph with what the markup said of it.
#[derive(Default)]
struct Paragraph {
    text: String,
    emphasis: Vec<Range<usize>>,
}

/// A phrase: its paragraphs and bytes from start to end, its id and where it opened.
struct Phrase {
    from: (usize, usize),
    to: (usize, usize),
    id: String,
    at: usize,
}

enum Open {
    Emphasis { at: usize },
    Phrase { at: usize, from: (usize, usize) },
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    paragraphs: Vec<Paragraph>,
    space: bool,
    open: Vec<Open>,
    emphasised_from: Option<usize>,
    phrases: Vec<Phrase>,
}

/// Reads a text with markup.
///
/// # Errors
/// The first fault, with its mend.
pub fn parse(text: &str) -> Result<Prose, MarkupFault> {
    let mut parser = Parser {
        text,
        at: 0,
        paragraphs: vec![Paragraph::default()],
        space: false,
        open: Vec::new(),
        emphasised_from: None,
        phrases: Vec::new(),
    };
    parser.run()?;
    parser.finish()
}

fn fault<T>(at: usize, message: &'static str, mend: &'static str) -> Result<T, MarkupFault> {
    Err(MarkupFault { at, message, mend })
}

impl Parser<'_> {
    fn run(&mut self) -> Result<(), MarkupFault> {
        while let Some(c) = self.text[self.at..].chars().next() {
            match c {
                c if c.is_ascii_whitespace() => self.white_space(),
                '\\' if self.text[self.at + 1..]
                    .starts_with(|next: char| next.is_ascii_punctuation()) =>
                {
                    self.at += 1;
                    self.literal();
                }
                '*' => self.star()?,
                '[' => self.opens_phrase()?,
                ']' if self.text[self.at + 1..].starts_with('(') && self.in_phrase() => {
                    self.closes_phrase()?;
                }
                '\\' | ']' => self.literal(),
                _ => self.plain_run(),
            }
        }
        match self.open.last() {
            Some(Open::Emphasis { at }) => fault(
                *at,
                "an unpaired `*`",
                "close the emphasis with a second `*`, or write `\\\\*` for a star",
            ),
            Some(Open::Phrase { at, .. }) => fault(
                *at,
                "a `[` without its `](id)`",
                "close the phrase with `](id)`, or write `\\\\[` for a bracket",
            ),
            None => Ok(()),
        }
    }

    fn in_phrase(&self) -> bool {
        self.open
            .iter()
            .any(|open| matches!(open, Open::Phrase { .. }))
    }

    fn here(&self) -> (usize, usize) {
        (self.paragraphs.len() - 1, self.last().text.len())
    }

    fn last(&self) -> &Paragraph {
        // There is always one paragraph.
        &self.paragraphs[self.paragraphs.len() - 1]
    }

    fn last_mut(&mut self) -> &mut Paragraph {
        let index = self.paragraphs.len() - 1;
        &mut self.paragraphs[index]
    }

    fn white_space(&mut self) {
        let run = self.text[self.at..].len()
            - self.text[self.at..]
                .trim_start_matches(|c: char| c.is_ascii_whitespace())
                .len();
        let line_ends = self.text[self.at..self.at + run]
            .bytes()
            .filter(|byte| *byte == b'\n')
            .count();
        self.at += run;
        if line_ends >= 2 {
            self.break_paragraph();
        } else {
            self.space = true;
        }
    }

    fn break_paragraph(&mut self) {
        self.space = false;
        if self.last().text.is_empty() {
            return;
        }
        self.end_emphasis_run();
        self.paragraphs.push(Paragraph::default());
        if self.emphasised_from.is_some() {
            self.emphasised_from = Some(0);
        }
    }

    /// Keeps what was emphasised so far in this paragraph.
    fn end_emphasis_run(&mut self) {
        if let Some(from) = self.emphasised_from {
            let to = self.last().text.len();
            if from < to {
                self.last_mut().emphasis.push(from..to);
            }
        }
    }

    /// Writes the space that is due before anything visible.
    fn due_space(&mut self) {
        if self.space && !self.last().text.is_empty() {
            self.last_mut().text.push(' ');
        }
        self.space = false;
    }

    /// Copies as far as nothing means anything; single spaces between words mean themselves.
    fn plain_run(&mut self) {
        self.due_space();
        let bytes = &self.text.as_bytes()[self.at..];
        let means_something =
            |byte: u8| matches!(byte, b'\\' | b'*' | b'[' | b']') || byte.is_ascii_whitespace();
        let mut length = 0;
        while let Some(byte) = bytes.get(length) {
            let between_words = *byte == b' '
                && bytes
                    .get(length + 1)
                    .is_some_and(|next| !means_something(*next));
            if means_something(*byte) && !between_words {
                break;
            }
            length += 1;
        }
        let run = &self.text[self.at..self.at + length];
        self.last_mut().text.push_str(run);
        self.at += length;
    }

    fn literal(&mut self) {
        self.due_space();
        if let Some(c) = self.text[self.at..].chars().next() {
            self.last_mut().text.push(c);
            self.at += c.len_utf8();
        }
    }

    fn star(&mut self) -> Result<(), MarkupFault> {
        let at = self.at;
        self.at += 1;
        match self.open.last() {
            Some(Open::Emphasis { at: opened }) => {
                if *opened + 1 == at {
                    return fault(
                        *opened,
                        "an empty emphasis `**`",
                        "write one `*` on each side of the words, or `\\\\*` for a star",
                    );
                }
                self.end_emphasis_run();
                self.emphasised_from = None;
                self.open.pop();
                Ok(())
            }
            _ if self.emphasised_from.is_some() => fault(
                at,
                "emphasis and phrase overlap",
                "close the `[…](id)` before the `*`, or open the `*` inside it",
            ),
            _ => {
                self.due_space();
                self.open.push(Open::Emphasis { at });
                self.emphasised_from = Some(self.last().text.len());
                Ok(())
            }
        }
    }

    fn opens_phrase(&mut self) -> Result<(), MarkupFault> {
        let at = self.at;
        if self.in_phrase() {
            return fault(
                at,
                "a phrase `[…]` inside a phrase",
                "close the first with `](id)`, or write `\\\\[` for a bracket",
            );
        }
        self.due_space();
        self.open.push(Open::Phrase {
            at,
            from: self.here(),
        });
        self.at += 1;
        Ok(())
    }

    fn closes_phrase(&mut self) -> Result<(), MarkupFault> {
        let Some(Open::Phrase { at, from }) = self.open.pop() else {
            return fault(
                self.at,
                "phrase and emphasis overlap",
                "close the `*` before the `](id)`, or open it before the `[`",
            );
        };
        let after = &self.text[self.at + 2..];
        let Some(length) = after.find(')') else {
            return fault(at, "a `[` without its `](id)`", "close the id with `)`");
        };
        let id = after[..length].trim();
        if id.is_empty() {
            return fault(self.at, "a phrase without an id", "write `[phrase](id)`");
        }
        let to = self.here();
        if from == to {
            return fault(at, "an empty phrase", "write the words between `[` and `]`");
        }
        self.phrases.push(Phrase {
            from,
            to,
            id: id.to_owned(),
            at,
        });
        self.at += 2 + length + 1;
        Ok(())
    }

    fn finish(mut self) -> Result<Prose, MarkupFault> {
        if self.paragraphs.len() > 1 && self.last().text.is_empty() {
            self.paragraphs.pop();
        }
        if self.last().text.is_empty() {
            return fault(
                0,
                "the text is empty",
                "write the text, or take the line out",
            );
        }
        let pieces: Vec<(usize, Range<usize>)> = self
            .paragraphs
            .iter()
            .enumerate()
            .flat_map(|(number, paragraph)| {
                sentence::sentences(&paragraph.text)
                    .into_iter()
                    .map(move |range| (number, range))
            })
            .collect();
        let numbers = sentence::join(
            pieces
                .iter()
                .map(|(number, range)| &self.paragraphs[*number].text[range.clone()]),
        );
        let mut units: Vec<ProseUnit> =
            vec![ProseUnit::default(); numbers.last().map_or(0, |last| last + 1)];
        for ((number, range), unit) in pieces.iter().zip(&numbers) {
            let paragraph = &self.paragraphs[*number];
            let earlier = units[*unit]
                .pieces
                .last()
                .is_some_and(|piece| piece.paragraph == *number);
            if earlier && let Some(piece) = units[*unit].pieces.last_mut() {
                // The space that parted the two pieces belongs to the unit now.
                if paragraph.text[..range.start].ends_with(' ') {
                    piece.text.push(' ');
                }
            }
            styled(paragraph, range.clone(), *number, &mut units[*unit].pieces);
        }
        for phrase in &self.phrases {
            let unit_at = |(number, byte): (usize, usize)| {
                pieces
                    .iter()
                    .zip(&numbers)
                    .find(|((n, range), _)| *n == number && range.contains(&byte))
                    .map(|(_, unit)| *unit)
            };
            // Ends are exclusive: the last byte of the phrase decides.
            let last = (phrase.to.0, phrase.to.1.saturating_sub(1));
            match (unit_at(phrase.from), unit_at(last)) {
                (Some(first), Some(end)) if first == end && phrase.from.0 == phrase.to.0 => {
                    units[first].ids.push((phrase.id.clone(), phrase.at));
                }
                _ => {
                    return fault(
                        phrase.at,
                        "the phrase runs over the end of a sentence",
                        "let each `[phrase](id)` lie within one sentence",
                    );
                }
            }
        }
        Ok(Prose {
            units,
            paragraphs: self.paragraphs.len(),
        })
    }
}

/// Cuts a range of a paragraph into runs of one style.
fn styled(paragraph: &Paragraph, range: Range<usize>, number: usize, pieces: &mut Vec<Piece>) {
    let mut at = range.start;
    for run in &paragraph.emphasis {
        let (from, to) = (run.start.max(range.start), run.end.min(range.end));
        if from >= to {
            continue;
        }
        if at < from {
            pieces.push(Piece {
                paragraph: number,
                text: paragraph.text[at..from].to_owned(),
                emphasis: false,
            });
        }
        pieces.push(Piece {
            paragraph: number,
            text: paragraph.text[from..to].to_owned(),
            emphasis: true,
        });
        at = to;
    }
    if at < range.end {
        pieces.push(Piece {
            paragraph: number,
            text: paragraph.text[at..range.end].to_owned(),
            emphasis: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        parse(source).map_or_else(
            |fault| vec![fault.message.to_owned()],
            |prose| {
                prose
                    .units
                    .iter()
                    .map(|unit| {
                        unit.pieces
                            .iter()
                            .map(|piece| piece.text.as_str())
                            .collect()
                    })
                    .collect()
            },
        )
    }

    #[test]
    fn a_phrase_ties_its_sentence() {
        let prose = parse("It is small. [Her *hood*](hood) is up.").unwrap_or_default();
        assert_eq!(prose.units[1].ids, [("hood".to_owned(), 13)]);
        assert!(
            prose.units[1]
                .pieces
                .iter()
                .any(|piece| piece.emphasis && piece.text == "hood")
        );
    }

    #[test]
    fn white_space_and_paragraphs() {
        assert_eq!(texts("One\n  two.\n \n Three."), ["One two.", "Three."]);
        assert_eq!(parse("One.\n\nTwo.").map(|prose| prose.paragraphs), Ok(2));
        assert_eq!(texts("A\u{a0} b"), ["A\u{a0} b"]);
    }

    #[test]
    fn escapes_and_lone_brackets_are_literal() {
        assert_eq!(
            texts(r"A \*star\*, a \[bracket\] and (this) ]. A \q."),
            ["A *star*, a [bracket] and (this) ].", r"A \q."]
        );
    }

    #[test]
    fn faults_have_their_place() {
        for (source, at) in [
            ("a *b", 2),
            ("a [b c", 2),
            ("a [](x)", 2),
            ("[a [b](x)](y)", 3),
            ("", 0),
            (" \n ", 0),
            ("*a [b* c](x)", 5),
            ("[One. Two](x).", 0),
            ("[a](", 0),
            ("a ** b", 2),
        ] {
            assert_eq!(
                parse(source).err().map(|fault| fault.at),
                Some(at),
                "{source}"
            );
        }
    }

    #[test]
    fn emphasis_runs_over_sentences() {
        assert_eq!(texts("*One. Two.* Three."), ["One.", "Two.", "Three."]);
    }
}
