//! What is wrong with a file: a stable code, the place, the reason and the mend.

use std::fmt;

use super::source::SourceFile;
use super::span::Span;

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The scenario does not load.
    Fatal,
    /// It plays, but is not sound.
    Error,
    /// It is sound, but something is amiss.
    Warning,
}

/// A problem in a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub level: Level,
    /// A stable kebab-case name.
    pub code: &'static str,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// Where.
    pub span: Span,
    /// What to do, in a sentence without its full stop.
    pub mend: Option<String>,
    /// A play that shows it.
    pub play: Option<Box<ShownBy>>,
}

/// A play that shows what is wrong: enough to play it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownBy {
    /// The seed.
    pub seed: u64,
    /// Draws and their values.
    pub draws: Vec<(String, String)>,
    /// The actions, one a line, as `play --actions` reads them.
    pub actions: String,
}

impl Problem {
    /// A problem that keeps a scenario from loading.
    pub fn fatal(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self {
            level: Level::Fatal,
            code,
            message: message.into(),
            span,
            mend: None,
            play: None,
        }
    }

    /// The same problem with its mend.
    #[must_use]
    pub fn mend(mut self, mend: impl Into<String>) -> Self {
        self.mend = Some(mend.into());
        self
    }

    /// The same problem with a play that shows it.
    #[must_use]
    pub fn shown_by(mut self, play: ShownBy) -> Self {
        self.play = Some(Box::new(play));
        self
    }

    /// The same problem at another level.
    #[must_use]
    pub fn at_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// The problem as one line for `source`: `FILE:LINE:COL: CODE: what; mend`.
    #[must_use]
    pub fn line(&self, source: &SourceFile) -> String {
        let (line, column) = source.position(self.span.start);
        let mut text = format!(
            "{}:{line}:{column}: {}: {}",
            source.name, self.code, self.message
        );
        if let Some(mend) = &self.mend {
            text.push_str("; ");
            text.push_str(mend);
        }
        text
    }
}

/// "did you mean `car`?", where one of `known` is near enough to `wrong`.
#[must_use]
pub fn did_you_mean<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(wrong, candidate), candidate))
        .filter(|(nearness, candidate)| {
            *nearness > 0.75 || strsim::damerau_levenshtein(wrong, candidate) <= 2
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| format!("did you mean `{candidate}`?"))
}

/// A list of names for a message: "`a`, `b` or `c`".
pub struct OneOf<'a>(pub &'a [&'a str]);

impl fmt::Display for OneOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            match index {
                0 => {}
                last if last + 1 == self.0.len() => f.write_str(" or ")?,
                _ => f.write_str(", ")?,
            }
            write!(f, "`{name}`")?;
        }
        Ok(())
    }
}
