//! `translate`: writes a translation's file for whoever goes on with it.

use std::path::PathBuf;

use clap::Args;

use crate::language::Language;
use crate::scenario::load_translation;
use crate::scenario::problem::Problem;
use crate::scenario::shelf::{VOCABULARY_STEMS, translation_name};
use crate::scenario::source::SourceFile;
use crate::scenario::translation::{State, Subject, Translation, entries, skeleton};

use super::options::LanguageName;
use super::{CliError, Common, Outcome, print};

/// Arguments of `translate`.
#[derive(Debug, Args)]
pub struct TranslateArguments {
    /// The scenario's id, or `taxonomy`, `competences` or `language`.
    #[arg(value_name = "ID")]
    pub id: String,
    /// The language to translate into.
    #[arg(value_name = "CODE")]
    pub into: LanguageName,
    /// Where it is written; else beside the scenario, or to standard output for what is built in.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

pub(super) fn run(common: &Common, arguments: &TranslateArguments) -> Result<Outcome, CliError> {
    let language = Language::from(arguments.into);
    if !Language::FURTHER.contains(&language) {
        return Err(CliError::Usage(format!(
            "second-look: scenarios are written in {}; name another language",
            language.name()
        )));
    }
    let shelf = common.shelf();
    let id = arguments.id.as_str();
    let before = match shelf.translation_file(id, language)? {
        None => None,
        Some((name, bytes)) => match load_translation(&name, &bytes, false) {
            (_, Some(translation), _) => Some(translation),
            (source, None, problems) => return Err(faults(&source, &problems)),
        },
    };
    let reviewed = before.as_ref().is_some_and(|before| before.reviewed);
    let before = before.unwrap_or_else(Translation::nothing);
    let found = if VOCABULARY_STEMS.contains(&id) {
        entries(Subject::Vocabulary(id, &shelf.vocabularies()?), &before)
    } else {
        let loaded = shelf.load(id, false)?;
        let Some(authored) = loaded.authored.filter(|_| loaded.story.is_some()) else {
            return Err(faults(&loaded.source, &loaded.problems));
        };
        entries(Subject::Scenario(&authored), &before)
    };
    let page = skeleton(id, language.code(), reviewed, &found);
    let place = arguments.output.clone().or_else(|| {
        let folder = shelf.folder()?;
        Some(folder.join(translation_name(id, language)))
    });
    match &place {
        None => print(&page)?,
        Some(path) => crate::disk::write_whole(path, page.as_bytes()).map_err(CliError::disk)?,
    }
    let count = |wanted: fn(&State) -> bool| found.iter().filter(|one| wanted(&one.state)).count();
    let place = place.map_or_else(
        || translation_name(id, language),
        |path| path.display().to_string(),
    );
    eprintln!(
        "{place}: {} texts: {} translated, {} missing, {} of a text that changed, {} that do not correspond",
        found.len(),
        count(|state| *state == State::Sound),
        count(|state| *state == State::Missing),
        count(|state| *state == State::Stale),
        count(|state| matches!(state, State::Unlike(_) | State::TooLong(..))),
    );
    Ok(Outcome::Done)
}

fn faults(source: &SourceFile, problems: &[Problem]) -> CliError {
    let lines = problems.iter().map(|problem| problem.line(source));
    CliError::Content(lines.collect::<Vec<_>>().join("\n"))
}
