//! A source text: bytes made text, lines and columns, brackets counted.

use std::sync::OnceLock;

use super::limits::{MAX_BYTES, MAX_NESTING};
use super::problem::Problem;
use super::span::Span;

/// A text with its name and the places of its lines.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name to show: a path, or the name of a built-in file.
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// Found when a place is first asked for: most files have no fault to show.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// A source from text.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            line_starts: OnceLock::new(),
        }
    }

    /// A source from a file's bytes: UTF-8, with or without a byte order mark.
    ///
    /// The second part tells why the bytes cannot be read as a scenario; the
    /// source then holds what could be read, so that the place can be shown.
    #[must_use]
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> (Self, Option<Problem>) {
        if bytes.len() as u64 > MAX_BYTES {
            let problem = Problem::fatal(
                "too-large",
                Span::default(),
                format!(
                    "the file has {} bytes; the limit is {MAX_BYTES} (32 MiB)",
                    bytes.len()
                ),
            )
            .mend("split it into several scenarios");
            return (Self::new(name, ""), Some(problem));
        }
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            let problem =
                Problem::fatal("not-utf8", Span::default(), "the file is UTF-16, not UTF-8")
                    .mend("save it as UTF-8");
            return (Self::new(name, ""), Some(problem));
        }
        let body = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        match std::str::from_utf8(body) {
            Ok(text) => (Self::new(name, text), None),
            Err(error) => {
                let at = error.valid_up_to();
                let byte = body.get(at).copied().unwrap_or_default();
                let problem = Problem::fatal(
                    "not-utf8",
                    Span::new(at, at + 1),
                    format!("the byte 0x{byte:02X} is not UTF-8"),
                )
                .mend("save the file as UTF-8");
                (
                    Self::new(name, String::from_utf8_lossy(&body[..at]).into_owned()),
                    Some(problem),
                )
            }
        }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts
            .get_or_init(|| line_starts(self.text.as_bytes()))
    }

    /// Line and column of a byte, both from 1; columns count characters.
    #[must_use]
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self
            .line_starts()
            .partition_point(|start| *start <= byte)
            .max(1);
        let start = self.line_starts().get(line - 1).copied().unwrap_or(0);
        let column = self
            .text
            .get(start..byte)
            .map_or(0, |before| before.chars().count());
        (line, column + 1)
    }

    /// The text of a line counted from 1, without its end.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        let start = self
            .line_starts()
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(self.text.len());
        let end = self
            .line_starts()
            .get(line)
            .copied()
            .unwrap_or(self.text.len());
        self.text
            .get(start..end)
            .unwrap_or("")
            .trim_end_matches(['\n', '\r'])
    }

    /// The first bracket that is nested too deep, if any.
    #[must_use]
    pub fn too_deep(&self) -> Option<Problem> {
        let at = deepest_fault(self.text.as_bytes())?;
        Some(
            Problem::fatal(
                "nested-too-deep",
                Span::new(at, at + 1),
                format!(
                    "brackets are nested more than {MAX_NESTING} deep; the limit is {MAX_NESTING}"
                ),
            )
            .mend("flatten the condition: `All` and `Any` take lists"),
        )
    }
}

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    std::iter::once(0)
        .chain(
            bytes
                .iter()
                .enumerate()
                .filter(|(_, byte)| **byte == b'\n')
                .map(|(index, _)| index + 1),
        )
        .collect()
}

/// Where a bracket is nested deeper than the limit: brackets in strings,
/// characters and comments are left out.
fn deepest_fault(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'(' | b'[' | b'{' => {
                depth += 1;
                if depth > MAX_NESTING {
                    return Some(at);
                }
                at += 1;
            }
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            b'"' => at = after_string(bytes, at),
            b'r' if !at
                .checked_sub(1)
                .is_some_and(|before| is_word(bytes[before])) =>
            {
                at = after_raw_string(bytes, at).unwrap_or(at + 1);
            }
            b'\'' => at = after_character(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                at += bytes[at..]
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .unwrap_or(bytes.len() - at);
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => at = after_block_comment(bytes, at),
            _ => at += 1,
        }
    }
    None
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn after_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn after_raw_string(bytes: &[u8], start: usize) -> Option<usize> {
    let hashes = bytes[start + 1..]
        .iter()
        .take_while(|byte| **byte == b'#')
        .count();
    let open = start + 1 + hashes;
    if bytes.get(open) != Some(&b'"') {
        return None;
    }
    let mut close = vec![b'"'];
    close.resize(hashes + 1, b'#');
    let body = &bytes[open + 1..];
    Some(
        body.windows(close.len())
            .position(|window| window == close)
            .map_or(bytes.len(), |at| open + 1 + at + close.len()),
    )
}

fn after_character(bytes: &[u8], start: usize) -> usize {
    // A character is at most a few bytes; a lone quote is left to the parser.
    let limit = (start + 14).min(bytes.len());
    let mut at = start + 1;
    if bytes.get(at) == Some(&b'\\') {
        at += 2;
    } else {
        at += 1;
    }
    while at < limit {
        if bytes[at] == b'\'' {
            return at + 1;
        }
        if bytes[at] == b'\n' {
            break;
        }
        at += 1;
    }
    start + 1
}

fn after_block_comment(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0usize;
    let mut at = start;
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (b'/', b'*') => {
                depth += 1;
                at += 2;
            }
            (b'*', b'/') => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_characters_and_comments_do_not_count() {
        let many = "(".repeat(200);
        for text in [
            format!("\"{many}\""),
            format!("r#\"{many}\"\"#"),
            format!("// {many}\n1"),
            format!("/* /* {many} */ {many} */"),
            "'('".repeat(200),
            "'\\'' '\"' ".repeat(200),
        ] {
            assert_eq!(deepest_fault(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn the_129th_bracket_is_one_too_many() {
        assert_eq!(deepest_fault("(".repeat(128).as_bytes()), None);
        assert_eq!(deepest_fault("(".repeat(100_000).as_bytes()), Some(128));
    }

    #[test]
    fn lines_and_columns_count_from_one_and_by_character() {
        let source = SourceFile::new("a", "é1\r\nx\n");
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position(2), (1, 2));
        assert_eq!(source.position(5), (2, 1));
        assert_eq!(source.line(1), "é1");
    }

    #[test]
    fn utf16_and_bad_bytes_name_their_place() {
        let (_, utf16) = SourceFile::from_bytes("a", &[0xFF, 0xFE, 0x41, 0]);
        assert!(utf16.is_some_and(|problem| problem.message.contains("UTF-16")));
        let (source, bad) = SourceFile::from_bytes("a", b"ab\ncd\xFFe");
        assert_eq!(
            bad.map(|problem| source.position(problem.span.start)),
            Some((2, 3))
        );
    }
}
