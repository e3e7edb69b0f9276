//! `check`: load errors and the soundness of ids.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{Checked, Tools, check, check_translation, to_json, to_text};
use crate::language::Language;
use crate::players::Player;
use crate::scenario::art::ArtShelf;
use crate::scenario::problem::Level;
use crate::scenario::shelf::{
    Shelf, ShelfError, VOCABULARY_STEMS, named_translation, read_limited, translation_name,
};
use crate::scenario::translation::Subject;
use crate::scenario::vocabulary::Vocabularies;
use crate::scenario::{Loaded, load};

use super::{CliError, Common, Outcome, print};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Scenario files, folders or ids; else every scenario there is.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How findings are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Warnings fail too.
    #[arg(long)]
    pub strict: bool,
    /// Leaves out what takes long: the search for what cannot be come to, and the simulated officers.
    #[arg(long)]
    pub quick: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error.
    Text,
    /// `second-look/check/1`, on standard output.
    Json,
}

pub(super) fn run(common: &Common, arguments: &CheckArguments) -> Result<Outcome, CliError> {
    let mut checking = Checking {
        art: ArtShelf::new(common.assets.clone()),
        quick: arguments.quick,
        checked: Vec::new(),
    };
    if arguments.paths.is_empty() {
        checking.shelf(&common.shelf())?;
    }
    for path in &arguments.paths {
        checking.path(common, path)?;
    }
    let checked = checking.checked;
    let errors: usize = checked.iter().map(|file| file.count(Level::Error)).sum();
    let warnings: usize = checked
        .iter()
        .map(|file| file.findings.len())
        .sum::<usize>()
        - errors;
    match arguments.format {
        Format::Json => print(&format!("{}\n", to_json(&checked)))?,
        Format::Text => {
            let mut text: String = checked.iter().map(to_text).collect();
            text.push_str(&format!(
                "{} checked: {}, {}\n",
                counted(checked.len(), "file"),
                counted(errors, "error"),
                counted(warnings, "warning")
            ));
            std::io::Write::write_all(&mut std::io::stderr().lock(), text.as_bytes())?;
        }
    }
    let at_fault = errors > 0 || (arguments.strict && warnings > 0);
    Ok(if at_fault {
        Outcome::ContentAtFault
    } else {
        Outcome::Done
    })
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Files being checked.
struct Checking {
    art: ArtShelf,
    quick: bool,
    checked: Vec<Checked>,
}

impl Checking {
    fn path(&mut self, common: &Common, path: &Path) -> Result<(), CliError> {
        if path.is_dir() {
            return self.shelf(&Shelf::new(Some(path.to_owned())));
        }
        if path.is_file() {
            // Vocabularies stand beside the file; a bare name stands in the working folder.
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty())
                .unwrap_or(Path::new("."));
            let shelf = Shelf::new(Some(folder.to_owned()));
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            if let Some((stem, language)) = named_translation(&file) {
                return self.translation(&shelf, stem, language);
            }
            let Some(beside) = self.beside(&shelf)? else {
                return Ok(());
            };
            let id = path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default();
            let (name, bytes) = (path.display().to_string(), read_limited(path)?);
            self.file(&name, &beside, |places| {
                Ok(load(&name, &id, &bytes, &beside.0, places))
            })?;
            return self.translations(&shelf, &[id]);
        }
        let shelf = common.shelf();
        let id = path.to_string_lossy();
        if shelf.ids()?.iter().any(|known| **known == *id) {
            return self.ids(&shelf, &[id.into_owned()]);
        }
        Err(CliError::Usage(format!(
            "second-look: {}: no such file, folder or scenario",
            path.display()
        )))
    }

    fn shelf(&mut self, shelf: &Shelf) -> Result<(), CliError> {
        self.ids(shelf, &shelf.ids()?)?;
        let stems = VOCABULARY_STEMS.map(str::to_owned);
        self.translations(shelf, &stems)
    }

    /// The translations that stand beside these.
    fn translations(&mut self, shelf: &Shelf, stems: &[String]) -> Result<(), CliError> {
        for stem in stems {
            for language in Language::FURTHER {
                if shelf.has(&translation_name(stem, language)) {
                    self.translation(shelf, stem, language)?;
                }
            }
        }
        Ok(())
    }

    /// A translation; what it is of is checked as itself.
    fn translation(
        &mut self,
        shelf: &Shelf,
        stem: &str,
        language: Language,
    ) -> Result<(), CliError> {
        let Some((name, bytes)) = shelf.translation_file(stem, language)? else {
            return Ok(());
        };
        let file = (name.as_str(), &bytes[..]);
        let named = (stem, language);
        if VOCABULARY_STEMS.contains(&stem) {
            let Some((vocabularies, _)) = self.beside(shelf)? else {
                return Ok(());
            };
            let subject = Subject::Vocabulary(stem, &vocabularies);
            self.checked.push(check_translation(file, named, subject));
        } else if let Some(authored) = shelf.load(stem, false)?.authored {
            let subject = Subject::Scenario(&authored);
            self.checked.push(check_translation(file, named, subject));
        }
        Ok(())
    }

    fn ids(&mut self, shelf: &Shelf, ids: &[String]) -> Result<(), CliError> {
        let Some(beside) = self.beside(shelf)? else {
            return Ok(());
        };
        for id in ids {
            let name = shelf.name_of(&format!("{id}.ron"));
            self.file(&name, &beside, |places| Ok(shelf.load(id, places)?))?;
        }
        self.translations(shelf, ids)
    }

    fn file(
        &mut self,
        name: &str,
        (vocabularies, players): &(Vocabularies, Vec<Player>),
        read: impl FnMut(bool) -> Result<Loaded, CliError>,
    ) -> Result<(), CliError> {
        let _told = Patience::with(name);
        let tools = Tools {
            vocabularies,
            players: if self.quick { &[] } else { players },
            art: &self.art,
            search: !self.quick,
        };
        self.checked.push(check(read, tools)?);
        Ok(())
    }

    /// The vocabularies and the players; one at fault is a finding like any other.
    fn beside(&mut self, shelf: &Shelf) -> Result<Option<(Vocabularies, Vec<Player>)>, CliError> {
        let read = || Ok((shelf.vocabularies()?, shelf.players()?));
        match read() {
            Ok(found) => Ok(Some(found)),
            Err(ShelfError::Vocabulary { file, problems }) => {
                self.checked.push(Checked {
                    source: *file,
                    findings: problems,
                });
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Says that it goes on, where a file takes long.
struct Patience {
    // Dropped when the file is checked; the thread then ends.
    _done: std::sync::mpsc::Sender<()>,
}

impl Patience {
    /// How long nobody wonders.
    const LONG: std::time::Duration = std::time::Duration::from_secs(3);

    fn with(name: &str) -> Self {
        let (done, waiting) = std::sync::mpsc::channel::<()>();
        let name = name.to_owned();
        std::thread::spawn(move || {
            if waiting.recv_timeout(Self::LONG) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                eprintln!("{name}: being tried out by simulated officers");
            }
        });
        Self { _done: done }
    }
}
