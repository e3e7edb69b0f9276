//! `check`: load errors and the soundness of ids.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{Checked, check, to_json, to_text};
use crate::players::Player;
use crate::scenario::art::ArtShelf;
use crate::scenario::load;
use crate::scenario::problem::Level;
use crate::scenario::shelf::{Shelf, ShelfError, read_limited};
use crate::scenario::vocabulary::Vocabularies;

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
    let art = ArtShelf::new(common.assets.clone());
    let mut checked = Vec::new();
    if arguments.paths.is_empty() {
        check_shelf(&common.shelf(), &art, &mut checked)?;
    }
    for path in &arguments.paths {
        check_path(common, path, &art, &mut checked)?;
    }
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

fn check_path(
    common: &Common,
    path: &Path,
    art: &ArtShelf,
    checked: &mut Vec<Checked>,
) -> Result<(), CliError> {
    if path.is_dir() {
        return check_shelf(&Shelf::new(Some(path.to_owned())), art, checked);
    }
    if path.is_file() {
        // Vocabularies stand beside the file; a bare name stands in the working folder.
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let shelf = Shelf::new(Some(folder.to_owned()));
        let Some((vocabularies, players)) = beside(&shelf, checked)? else {
            return Ok(());
        };
        let id = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default();
        let (name, bytes) = (path.display().to_string(), read_limited(path)?);
        let read =
            |places| -> Result<_, CliError> { Ok(load(&name, &id, &bytes, &vocabularies, places)) };
        let _told = Patience::with(&name);
        checked.push(check(read, &vocabularies, &players, art)?);
        return Ok(());
    }
    let shelf = common.shelf();
    let id = path.to_string_lossy();
    if shelf.ids()?.iter().any(|known| **known == *id) {
        return check_ids(&shelf, &[id.into_owned()], art, checked);
    }
    Err(CliError::Usage(format!(
        "second-look: {}: no such file, folder or scenario",
        path.display()
    )))
}

fn check_shelf(shelf: &Shelf, art: &ArtShelf, checked: &mut Vec<Checked>) -> Result<(), CliError> {
    check_ids(shelf, &shelf.ids()?, art, checked)
}

fn check_ids(
    shelf: &Shelf,
    ids: &[String],
    art: &ArtShelf,
    checked: &mut Vec<Checked>,
) -> Result<(), CliError> {
    let Some((vocabularies, players)) = beside(shelf, checked)? else {
        return Ok(());
    };
    for id in ids {
        let read = |places| shelf.load(id, places);
        let _told = Patience::with(&shelf.name_of(&format!("{id}.ron")));
        checked.push(check(read, &vocabularies, &players, art)?);
    }
    Ok(())
}

/// The vocabularies and the players; one at fault is a finding like any other.
fn beside(
    shelf: &Shelf,
    checked: &mut Vec<Checked>,
) -> Result<Option<(Vocabularies, Vec<Player>)>, CliError> {
    let read = || Ok((shelf.vocabularies()?, shelf.players()?));
    match read() {
        Ok(found) => Ok(Some(found)),
        Err(ShelfError::Vocabulary { file, problems }) => {
            checked.push(Checked {
                source: *file,
                findings: problems,
            });
            Ok(None)
        }
        Err(error) => Err(error.into()),
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
