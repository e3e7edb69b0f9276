//! Loading: bytes to a story, or every problem with its place.
//!
//! The typed reader goes first: it is fast and knows no places. Only where
//! anything is at fault (or places are wanted) the lossless reader reads again.

use std::sync::Arc;

use ron2::ast::{Expr, StructBody};
use serde::de::DeserializeOwned;
use serde_ron::extensions::Extensions;

use super::authored::Scenario;
use super::compile::compile;
use super::limits::{MAX_NESTING, RESERVED_STEMS};
use super::lossless::{Decode, Reader};
use super::players::{Described, Player, players};
use super::problem::Problem;
use super::source::SourceFile;
use super::span::Span;
use super::story::Story;
use super::translation::{Telling, Translation, tell, tell_vocabularies};
use super::vocabulary::{Taxonomy, Vocabularies};
use crate::language::Language;

/// What loading gave.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The source, for places.
    pub source: SourceFile,
    /// The story; absent where a problem is fatal.
    pub story: Option<Arc<Story>>,
    /// The authored file; its places are there only where they were asked for.
    pub authored: Option<Scenario>,
    /// What keeps it from loading.
    pub problems: Vec<Problem>,
}

/// Loads a scenario from a file's bytes. `name` is shown in messages; `id` is the file's stem.
///
/// With `places` the authored file has the place of everything in it; without, it costs a
/// third and a file at fault is still read again for the places of its problems.
#[must_use]
pub fn load(
    name: &str,
    id: &str,
    bytes: &[u8],
    vocabularies: &Vocabularies,
    places: bool,
) -> Loaded {
    let (source, problem) = SourceFile::from_bytes(name, bytes);
    let refused = |source: SourceFile, problems: Vec<Problem>| Loaded {
        source,
        story: None,
        authored: None,
        problems,
    };
    if let Some(problem) = problem
        .or_else(|| reserved(id))
        .or_else(|| source.too_deep())
    {
        return refused(source, vec![problem]);
    }
    let typed = read_typed::<Scenario>(&source.text);
    let typed = match typed {
        Ok(authored) if !places => match compile(id, &authored, vocabularies, "") {
            Ok(story) => {
                return Loaded {
                    source,
                    story: Some(Arc::new(story)),
                    authored: Some(authored),
                    problems: Vec::new(),
                };
            }
            Err(_) => Ok(authored),
        },
        typed => typed,
    };
    let (authored, mut problems) = read_lossless::<Scenario>(&source.text);
    let Some(authored) = authored else {
        if !problems.is_empty() {
            return refused(source, problems);
        }
        // Only the lossless reader gave up: the typed one decides, without places.
        return match typed.and_then(|authored| {
            compile(id, &authored, vocabularies, "").map_err(|mut problems| problems.remove(0))
        }) {
            Ok(story) => Loaded {
                source,
                story: Some(Arc::new(story)),
                authored: None,
                problems,
            },
            Err(problem) => refused(source, vec![problem]),
        };
    };
    match compile(id, &authored, vocabularies, &source.text) {
        Err(more) => problems.extend(more),
        Ok(story) if problems.is_empty() => match typed {
            Ok(_) => {
                return Loaded {
                    source,
                    story: Some(Arc::new(story)),
                    authored: Some(authored),
                    problems,
                };
            }
            // The two readers disagree: the stricter one is right.
            Err(problem) => problems.push(problem),
        },
        Ok(_) => {}
    }
    Loaded {
        source,
        story: None,
        authored: Some(authored),
        problems,
    }
}

fn reserved(id: &str) -> Option<Problem> {
    let name = RESERVED_STEMS.iter().find(|stem| **stem == id)?;
    Some(
        Problem::fatal(
            "reserved-name",
            Span::default(),
            format!("`{name}.ron` is the name of a vocabulary, not of a scenario"),
        )
        .mend("give the scenario's file another name"),
    )
}

fn options() -> serde_ron::Options {
    // Brackets were counted before, so this limit is never what an author meets.
    serde_ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(MAX_NESTING * 8)
}

fn read_typed<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    options().from_str::<T>(text).map_err(|error| {
        let at = offset_of(text, error.span.start.line, error.span.start.col);
        Problem::fatal("syntax", Span::new(at, at + 1), error.code.to_string())
    })
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let within: usize = text[start..]
        .chars()
        .take(column.saturating_sub(1))
        .map(char::len_utf8)
        .sum();
    start + within
}

fn read_lossless<T: Decode>(text: &str) -> (Option<T>, Vec<Problem>) {
    let (document, errors) = ron2::ast::parse_document_lossy(text);
    let mut reader = Reader {
        problems: Vec::new(),
    };
    for error in errors {
        // The depth of brackets was checked before; the tree counts otherwise.
        if matches!(error.kind(), ron2::error::ErrorKind::ExceededRecursionLimit) {
            continue;
        }
        reader.problems.push(syntax_problem(&error));
    }
    let value = document
        .value
        .as_ref()
        .and_then(|expr| T::decode(expr, &mut reader));
    if document.value.is_none() && reader.problems.is_empty() {
        reader.problems.push(
            Problem::fatal("syntax", Span::default(), "the file is empty")
                .mend("begin with `Scenario(`"),
        );
    }
    (value, reader.problems)
}

fn syntax_problem(error: &ron2::error::Error) -> Problem {
    let span = super::lossless::from_tree(error.span());
    let problem = Problem::fatal("syntax", span, error.kind().to_string());
    match error.suggestion() {
        Some(suggestion) => problem.mend(suggestion),
        None => problem,
    }
}

/// A vocabulary file: a name around a map.
#[derive(serde::Deserialize)]
#[serde(rename = "Competences")]
struct CompetencesFile(super::authored::Entries<super::vocabulary::Competence>);

#[derive(serde::Deserialize)]
#[serde(rename = "Language")]
struct LanguageFile(super::authored::Entries<super::vocabulary::Wording>);

#[derive(serde::Deserialize)]
#[serde(rename = "Players")]
struct PlayersFile(super::authored::Entries<Described>);

fn wrapped<T: Decode>(name: &str, expr: &Expr<'_>, reader: &mut Reader) -> Option<T> {
    if let Expr::Struct(structure) = expr
        && structure.name.name == name
        && let Some(StructBody::Tuple(body)) = &structure.body
        && let [element] = &body.elements[..]
    {
        return T::decode(&element.expr, reader);
    }
    reader.wrong_type(expr, &format!("`{name}({{…}})`"));
    None
}

impl Decode for CompetencesFile {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        wrapped("Competences", expr, reader).map(Self)
    }
}

impl Decode for LanguageFile {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        wrapped("Language", expr, reader).map(Self)
    }
}

impl Decode for PlayersFile {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        wrapped("Players", expr, reader).map(Self)
    }
}

/// Reads the simulated officers from their file's name and bytes.
///
/// # Errors
/// The source with all that is wrong in it.
pub fn load_players(
    name: &str,
    bytes: &[u8],
) -> Result<Vec<Player>, (Box<SourceFile>, Vec<Problem>)> {
    let found = one_vocabulary::<PlayersFile>((name, bytes))?.0;
    players(&found).map_err(|problems| {
        // Read again for the places; the typed reader knows none.
        let (source, _) = SourceFile::from_bytes(name, bytes);
        let again = read_lossless::<PlayersFile>(&source.text).0;
        let placed = again.and_then(|again| players(&again.0).err());
        (Box::new(source), placed.unwrap_or(problems))
    })
}

/// Reads the three vocabularies, each from its name and bytes.
///
/// # Errors
/// The source of the first file at fault with all its problems.
pub fn load_vocabularies(
    taxonomy: (&str, &[u8]),
    competences: (&str, &[u8]),
    language: (&str, &[u8]),
) -> Result<Vocabularies, (Box<SourceFile>, Vec<Problem>)> {
    let taxonomy = one_vocabulary::<Taxonomy>(taxonomy)?;
    let competences = one_vocabulary::<CompetencesFile>(competences)?.0;
    let language = one_vocabulary::<LanguageFile>(language)?.0;
    Ok(Vocabularies {
        taxonomy,
        competences,
        language,
        told: Vec::new(),
    })
}

/// Reads a translation's file: its source, what it says, and every problem.
///
/// With `places` the places of its texts are known.
#[must_use]
pub fn load_translation(
    name: &str,
    bytes: &[u8],
    places: bool,
) -> (SourceFile, Option<Translation>, Vec<Problem>) {
    let (source, problem) = SourceFile::from_bytes(name, bytes);
    if let Some(problem) = problem.or_else(|| source.too_deep()) {
        return (source, None, vec![problem]);
    }
    let typed = read_typed::<Translation>(&source.text);
    if let (Ok(_), false) = (&typed, places) {
        return (source, typed.ok(), Vec::new());
    }
    let (found, mut problems) = read_lossless::<Translation>(&source.text);
    if problems.is_empty()
        && let Err(problem) = &typed
    {
        problems.push(problem.clone());
    }
    // What only one of the two readers takes is not taken.
    let found = if problems.is_empty() {
        found.or(typed.ok())
    } else {
        None
    };
    (source, found, problems)
}

impl Vocabularies {
    /// Adds these in a further language, as far as there are translations: of the taxonomy, the
    /// competences and the wordings.
    pub fn translate(&mut self, language: Language, files: &[Option<(String, Vec<u8>)>; 3]) {
        let read = files.each_ref().map(|file| {
            let (name, bytes) = file.as_ref()?;
            load_translation(name, bytes, false).1
        });
        if read.iter().any(Option::is_some) {
            let told = tell_vocabularies(self, language, read.each_ref().map(Option::as_ref));
            self.told.retain(|(known, _)| *known != language);
            self.told.push((language, Arc::new(told)));
        }
    }
}

impl Loaded {
    /// Adds the story in a further language, where a translation of it is given.
    ///
    /// A translation that cannot be read leaves the original; `check` says what is wrong with it.
    pub fn translate(
        &mut self,
        language: Language,
        file: Option<(&str, &[u8])>,
        vocabularies: &Vocabularies,
    ) {
        let Some(story) = &mut self.story else {
            return;
        };
        let words = vocabularies.told_in(language);
        let translation = file.and_then(|(name, bytes)| load_translation(name, bytes, false).1);
        let told = translation
            .zip(self.authored.as_ref())
            .and_then(|(translation, authored)| {
                let words = words.map_or(vocabularies, |words| words);
                tell(story, authored, language, &translation, words)
            });
        let telling = told.unwrap_or_else(|| Telling::untranslated(language, words.cloned()));
        Arc::make_mut(story).add_telling(telling);
    }
}

fn one_vocabulary<T: DeserializeOwned + Decode>(
    (name, bytes): (&str, &[u8]),
) -> Result<T, (Box<SourceFile>, Vec<Problem>)> {
    let (source, problem) = SourceFile::from_bytes(name, bytes);
    if let Some(problem) = problem.or_else(|| source.too_deep()) {
        return Err((Box::new(source), vec![problem]));
    }
    match read_typed::<T>(&source.text) {
        Ok(value) => Ok(value),
        Err(typed) => {
            let (_, mut problems) = read_lossless::<T>(&source.text);
            if problems.is_empty() {
                problems.push(typed);
            }
            Err((Box::new(source), problems))
        }
    }
}
