//! `check`.

use clap::Args;

use super::{CliError, Common, Outcome};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Files or folders.
    pub paths: Vec<std::path::PathBuf>,
}

pub(super) fn run(_common: &Common, _arguments: &CheckArguments) -> Result<Outcome, CliError> {
    Ok(Outcome::Done)
}
