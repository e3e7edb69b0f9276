//! `report`: what is said of an attempt, as a page or as its score.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::attempt::{Attempts, Reading, read_file};
use crate::folders::Folders;
use crate::report::{Lately, Sure, build_debrief, html::html, sure_to_json};
use crate::scenario::shelf::Shelf;
use crate::score::{Replay, ReviveError, Score, ScoreOptions, replay, score, story_of, to_json};

use super::{CliError, Common, Outcome, print};

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// An attempt: a path, or the beginning of its name.
    #[arg(value_name = "ATTEMPT")]
    pub attempt: String,
    /// What is written.
    #[arg(long, value_enum)]
    pub format: Format,
    /// Where it is written; else standard output.
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Most states of the exact search.
    #[arg(long, value_name = "N", default_value_t = crate::analysis::DEFAULT_STATES)]
    pub states: usize,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One page with everything the debrief shows.
    Html,
    /// The score, `second-look/score/1`, and beside it `certainty`: how sure each figure is.
    Json,
}

pub(super) fn run(common: &Common, arguments: &ReportArguments) -> Result<Outcome, CliError> {
    let folders = common.folders()?;
    let path = Attempts::new(folders.attempts())
        .resolve(&arguments.attempt)
        .map_err(CliError::disk)?;
    let reading = read_file(&path).map_err(CliError::disk)?;
    warn(&path, &reading);
    let mut replay = revive(&reading, &folders, &common.shelf())?;
    let result = score(
        &replay,
        ScoreOptions {
            states: arguments.states,
        },
    );
    let sure = sure(&reading, &replay, &result, &folders, &common.shelf())?;
    let text = match arguments.format {
        Format::Json => {
            let mut told = to_json(&replay, &result);
            told["certainty"] = sure_to_json(&sure, replay.play.story());
            format!("{told}\n")
        }
        Format::Html => {
            let strings = common.strings(&folders);
            replay.play.tell_in(strings.language());
            let debrief = build_debrief(&replay, &result, &reading.header, &sure);
            html(&debrief, &strings)
        }
    };
    match &arguments.output {
        None => print(&text)?,
        Some(path) => crate::disk::write_whole(path, text.as_bytes()).map_err(CliError::disk)?,
    }
    Ok(Outcome::Done)
}

/// How sure the figures are, and what the trainee's last three attempts in the data folder say together.
fn sure(
    reading: &Reading,
    replay: &Replay,
    result: &Score,
    folders: &Folders,
    shelf: &Shelf,
) -> Result<Sure, CliError> {
    let attempts = Attempts::new(folders.attempts());
    let played = folders.played();
    let lately = Lately::of(&attempts, &reading.header.trainee, &|header| {
        story_of(header, &played, shelf).ok()
    });
    Ok(Sure::of(replay, result, &shelf.players()?, lately))
}

/// What a reader must know of a file that is not as it was written.
fn warn(path: &Path, reading: &Reading) {
    let name = path.display();
    if let Some(alteration) = &reading.alteration {
        eprintln!("{name}: {alteration}; what follows is of the lines before it");
    }
    if !reading.torn.is_empty() {
        eprintln!("{name}: the end of this attempt was cut off; what follows is of what is sound");
    }
}

/// The attempt played again from the scenario it was played with, its marks committed.
pub(crate) fn revive(
    reading: &Reading,
    folders: &Folders,
    shelf: &Shelf,
) -> Result<Replay, CliError> {
    let fault = |error: ReviveError| match error {
        ReviveError::Shelf(error) => error.into(),
        error => CliError::Content(format!("second-look: {error}")),
    };
    let story = story_of(&reading.header, &folders.played(), shelf).map_err(fault)?;
    let mut replay = replay(story, &reading.header, &reading.entries).map_err(fault)?;
    replay.finish();
    Ok(replay)
}
