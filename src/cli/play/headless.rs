//! `play ID --actions FILE`: plays a file of actions, keeps the attempt, prints the score.

use std::path::Path;

use crate::attempt::{ActionText, Attempts, Played};
use crate::score::{Replay, ScoreOptions, action_text, header_for, score, to_json};
use crate::session::action::Action;
use crate::session::draw::fresh_seed;
use crate::stamp::Stamp;

use super::super::{CliError, Common, Outcome, print};
use super::{PlayArguments, forced_draws, load_story};

pub(super) fn run(
    common: &Common,
    arguments: &PlayArguments,
    file: &Path,
) -> Result<Outcome, CliError> {
    let shelf = common.shelf();
    let story = load_story(&shelf, &arguments.id)?;
    let forced = forced_draws(&story, &arguments.draws)?;
    let bytes = std::fs::read(file).map_err(|error| {
        CliError::Usage(format!(
            "second-look: cannot read {}: {error}",
            file.display()
        ))
    })?;
    let seed = arguments.seed.unwrap_or_else(fresh_seed);
    let mut replay = Replay::begin(story.clone(), seed, &forced);
    let actions = play(&mut replay, &bytes, &file.display().to_string())?;
    replay.finish();
    let folders = common.folders()?;
    let trainee = common.trainee(arguments.trainee.as_deref(), &folders);
    let started = Stamp::now();
    let header = header_for(&replay.play, &forced, &trainee, started);
    Played::new(folders.played())
        .keep(&story.fingerprint, &shelf.files_to_keep(&arguments.id)?)
        .map_err(CliError::disk)?;
    Attempts::new(folders.attempts())
        .record(&header, actions.into_iter().map(|text| (started, text)))
        .map_err(CliError::disk)?;
    let result = score(
        &replay,
        ScoreOptions {
            states: arguments.states,
        },
    );
    print(&format!("{}\n", to_json(&replay, &result)))?;
    Ok(Outcome::Done)
}

/// Plays the lines of an actions file; each action's text, for the journal.
fn play(replay: &mut Replay, bytes: &[u8], name: &str) -> Result<Vec<ActionText>, CliError> {
    let mut actions = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let number = index + 1;
        let text = std::str::from_utf8(line).map_err(|error| {
            CliError::Usage(format!("{name}:{number}: malformed: not UTF-8: {error}"))
        })?;
        if text.trim().is_empty() {
            continue;
        }
        let action = Action::parse(text)
            .map_err(|error| CliError::Usage(format!("{name}:{number}: {error}")))?;
        replay
            .act(&action)
            .map_err(|refusal| CliError::Content(format!("{name}:{number}: refused: {refusal}")))?;
        actions.push(action_text(&action).map_err(CliError::disk)?);
    }
    Ok(actions)
}
