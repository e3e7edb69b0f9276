//! The command line: one file a subcommand; exit status in one place.
//!
//! 0 done; 1 the content is at fault; 2 usage, input or output, no display.

mod analyse;
mod attempts;
mod check;
mod options;
mod play;
mod report;
mod translate;
mod window;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use options::Common;

/// Trains officers to take the second look: at the child, not only at the offence.
#[derive(Debug, Parser)]
#[command(name = "second-look", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    window: window::WindowArguments,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Play a scenario: in the application, in a terminal, or from a file of actions.
    Play(play::PlayArguments),
    /// Check scenario files: what keeps them from loading, and the soundness of their ids.
    Check(check::CheckArguments),
    /// Prove a scenario: what can be come to, what it earns, what it rewards.
    Analyse(analyse::AnalyseArguments),
    /// Report an attempt: the debrief as one page, or its score.
    Report(report::ReportArguments),
    /// Write a scenario's translation: what is translated stays, what is missing is laid out.
    Translate(translate::TranslateArguments),
    /// The attempts that were kept.
    Attempts(attempts::AttemptsArguments),
}

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// The content is at fault: said already.
    ContentAtFault,
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The content is at fault: exit 1.
    #[error("{0}")]
    Content(String),
    /// Usage, input or output: exit 2.
    #[error("{0}")]
    Usage(String),
}

impl CliError {
    /// A fault of input or output.
    pub(crate) fn disk(error: impl std::fmt::Display) -> Self {
        Self::Usage(format!("second-look: {error}"))
    }
}

impl From<crate::scenario::shelf::ShelfError> for CliError {
    fn from(error: crate::scenario::shelf::ShelfError) -> Self {
        use crate::scenario::shelf::ShelfError;
        match error {
            ShelfError::Vocabulary { .. } => Self::Content(error.to_string()),
            _ => Self::Usage(format!("second-look: {error}")),
        }
    }
}

impl From<std::io::Error> for CliError {
    fn from(error: std::io::Error) -> Self {
        Self::Usage(format!("second-look: {error}"))
    }
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    match run(&arguments) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::ContentAtFault) => ExitCode::from(1),
        Err(CliError::Content(message)) => say(&message, 1),
        Err(CliError::Usage(message)) => say(&message, 2),
    }
}

fn say(message: &str, code: u8) -> ExitCode {
    // Nothing can be done where even the error stream is closed.
    let _ = writeln!(std::io::stderr(), "{message}");
    ExitCode::from(code)
}

fn run(arguments: &Arguments) -> Result<Outcome, CliError> {
    match &arguments.command {
        None => window::run(&arguments.common, &arguments.window, None, None),
        Some(Command::Play(play)) => play::run(&arguments.common, &arguments.window, play),
        Some(Command::Check(check)) => check::run(&arguments.common, check),
        Some(Command::Analyse(analyse)) => analyse::run(&arguments.common, analyse),
        Some(Command::Report(report)) => report::run(&arguments.common, report),
        Some(Command::Translate(translate)) => translate::run(&arguments.common, translate),
        Some(Command::Attempts(attempts)) => attempts::run(&arguments.common, attempts),
    }
}

/// Writes a whole document to standard output; a reader that has gone away ends it quietly.
pub(crate) fn print(text: &str) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(CliError::from),
    }
}
