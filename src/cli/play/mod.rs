//! `play`: in the application, in a terminal, or from a file of actions.

mod headless;
mod text;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::scenario::shelf::Shelf;
use crate::scenario::story::Story;

use super::window::{self, Beginning, WindowArguments};
use super::{CliError, Common, Outcome};

/// Arguments of `play`.
#[derive(Debug, Args)]
pub struct PlayArguments {
    /// The scenario's id: its file's name without `.ron`.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Which facts are drawn and how choices are ordered; else random, and shown.
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Sets a fact by hand; the last one of a name counts.
    #[arg(long = "draw", value_name = "NAME=VALUE")]
    pub draws: Vec<String>,
    /// The trainee's name or number.
    #[arg(long, value_name = "NAME")]
    pub trainee: Option<String>,
    /// Play in the terminal.
    #[arg(long, conflicts_with = "actions")]
    pub text: bool,
    /// Play these actions (JSON, one a line) and print the score.
    #[arg(long, value_name = "FILE")]
    pub actions: Option<PathBuf>,
    /// Most states of the exact search.
    #[arg(long, value_name = "N", default_value_t = crate::analysis::DEFAULT_STATES)]
    pub states: usize,
}

pub(super) fn run(
    common: &Common,
    look: &WindowArguments,
    arguments: &PlayArguments,
) -> Result<Outcome, CliError> {
    match &arguments.actions {
        Some(file) => headless::run(common, arguments, file),
        None if arguments.text => text::run(common, arguments),
        None => {
            let story = load_story(&common.shelf(), &arguments.id)?;
            let beginning = Beginning {
                id: arguments.id.clone(),
                seed: arguments.seed,
                forced: forced_draws(&story, &arguments.draws)?,
            };
            window::run(common, look, arguments.trainee.as_deref(), Some(beginning))
        }
    }
}

/// A scenario ready to be played, or its problems as lines.
pub(crate) fn load_story(shelf: &Shelf, id: &str) -> Result<Arc<Story>, CliError> {
    let loaded = shelf.load(id, false)?;
    loaded.story.ok_or_else(|| {
        CliError::Content(
            loaded
                .problems
                .iter()
                .map(|problem| problem.line(&loaded.source))
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })
}

/// Draws set by hand, as indices; the last of one name counts.
pub(crate) fn forced_draws(story: &Story, draws: &[String]) -> Result<Vec<(usize, u32)>, CliError> {
    let mut forced: Vec<(usize, u32)> = Vec::new();
    for text in draws {
        let Some((name, value)) = text.split_once('=') else {
            return Err(CliError::Usage(format!(
                "second-look: --draw {text}: write NAME=VALUE"
            )));
        };
        let Some(index) = story.draws.iter().position(|draw| *draw.id == *name) else {
            let known: Vec<&str> = story.draws.iter().map(|draw| draw.id.as_ref()).collect();
            return Err(CliError::Usage(format!(
                "second-look: --draw {text}: the scenario has no draw `{name}`; it has {}",
                listed(&known)
            )));
        };
        let values = &story.draws[index].values;
        let Some(number) = values.iter().position(|known| **known == *value) else {
            let known: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
            return Err(CliError::Usage(format!(
                "second-look: --draw {text}: `{name}` has no value `{value}`; it has {}",
                listed(&known)
            )));
        };
        forced.retain(|(known, _)| *known != index);
        forced.push((index, u32::try_from(number).unwrap_or_default()));
    }
    Ok(forced)
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() {
        "none".to_owned()
    } else {
        crate::scenario::problem::OneOf(names).to_string()
    }
}
