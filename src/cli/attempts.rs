//! `attempts list`: what was played, newest first.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::attempt::{Attempts, Listed, Reading};
use crate::folders::Folders;
use crate::scenario::shelf::Shelf;
use crate::session::state::Status;

use super::{CliError, Common, Outcome, print, report};

/// Arguments of `attempts`.
#[derive(Debug, Args)]
pub struct AttemptsArguments {
    #[command(subcommand)]
    command: AttemptsCommand,
}

#[derive(Debug, Subcommand)]
enum AttemptsCommand {
    /// All attempts, newest first.
    List {
        /// How they are written.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One line an attempt.
    Text,
    /// `second-look/attempts/1`.
    Json,
}

/// A line of the list.
struct Row {
    name: String,
    scenario: String,
    title: Option<String>,
    trainee: String,
    started: String,
    state: &'static str,
    place: Option<String>,
    fault: Option<String>,
}

pub(super) fn run(common: &Common, arguments: &AttemptsArguments) -> Result<Outcome, CliError> {
    let AttemptsCommand::List { format } = &arguments.command;
    let folders = common.folders()?;
    let listed = Attempts::new(folders.attempts())
        .list()
        .map_err(CliError::disk)?;
    let rows: Vec<Row> = listed
        .iter()
        .map(|listed| row(listed, &folders, &common.shelf()))
        .collect();
    match format {
        Format::Json => {
            let document = json!({"schema": "second-look/attempts/1", "folder": folders.attempts().display().to_string(), "attempts": rows.iter().map(to_value).collect::<Vec<_>>()});
            print(&format!("{document}\n"))?;
        }
        Format::Text if rows.is_empty() => {
            eprintln!("No attempts in {}.", folders.attempts().display());
        }
        Format::Text => print(&rows.iter().map(to_line).collect::<String>())?,
    }
    Ok(Outcome::Done)
}

fn row(listed: &Listed, folders: &Folders, shelf: &Shelf) -> Row {
    let name = listed
        .path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let reading = match &listed.reading {
        Ok(reading) => reading,
        Err(error) => {
            return Row {
                name,
                scenario: String::new(),
                title: None,
                trainee: String::new(),
                started: String::new(),
                state: "unreadable",
                place: None,
                fault: Some(error.to_string()),
            };
        }
    };
    let (state, title, place, fault) = state(reading, folders, shelf);
    let fault = reading
        .alteration
        .as_ref()
        .map(ToString::to_string)
        .or(fault);
    let header = &reading.header;
    Row {
        name,
        scenario: header.scenario.clone(),
        title,
        trainee: header.trainee.clone(),
        started: header.started.to_string(),
        state,
        place,
        fault,
    }
}

type State = (&'static str, Option<String>, Option<String>, Option<String>);

fn state(reading: &Reading, folders: &Folders, shelf: &Shelf) -> State {
    match report::revive(reading, folders, shelf) {
        Err(error) => ("unreadable", None, None, Some(error.to_string())),
        Ok(replay) => {
            let play = &replay.play;
            let title = Some(play.story().title.to_string());
            let place = Some(
                play.story().nodes[play.state().node.index()]
                    .place
                    .to_string(),
            );
            match play.state().status {
                Status::Ended => ("finished", title, None, None),
                Status::Left => ("ended-early", title, place, None),
                Status::Playing => ("left", title, place, None),
            }
        }
    }
}

fn to_value(row: &Row) -> Value {
    json!({
        "attempt": row.name,
        "scenario": row.scenario,
        "title": row.title,
        "trainee": row.trainee,
        "started": row.started,
        "state": row.state,
        "place": row.place,
        "fault": row.fault,
    })
}

fn to_line(row: &Row) -> String {
    let place = row
        .place
        .as_ref()
        .map(|place| format!(" at {place}"))
        .unwrap_or_default();
    let fault = row
        .fault
        .as_ref()
        .map(|fault| format!("  ({fault})"))
        .unwrap_or_default();
    let title = row.title.as_deref().unwrap_or(&row.scenario);
    format!(
        "{}  {}  {title}  {}{place}{fault}\n",
        row.name, row.trainee, row.state
    )
}
