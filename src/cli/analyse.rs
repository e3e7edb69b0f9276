//! `analyse`: what can be said of a scenario before anybody plays it.

use std::io::IsTerminal;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use clap::{Args, ValueEnum};

use crate::appraisal::save_play;
use crate::proof::{Effort, Proof, prove, to_json, to_text};

use super::{CliError, Common, Outcome, print};

/// Arguments of `analyse`.
#[derive(Debug, Args)]
pub struct AnalyseArguments {
    /// The scenario's id.
    #[arg(value_name = "ID")]
    pub id: String,
    /// How it is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Most states of each search.
    #[arg(long, value_name = "N", default_value_t = crate::analysis::DEFAULT_STATES)]
    pub states: usize,
    /// Plays of each simulated officer.
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    pub plays: u64,
    /// The seed of those plays: the same seed, the same figures.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Writes the shortest play of each finding into this folder, as `play --actions` reads it.
    #[arg(long, value_name = "DIR")]
    pub write_plays: Option<PathBuf>,
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A page for people.
    Text,
    /// `second-look/analysis/1`.
    Json,
}

pub(super) fn run(common: &Common, arguments: &AnalyseArguments) -> Result<Outcome, CliError> {
    let shelf = common.shelf();
    let loaded = shelf.load(&arguments.id, false)?;
    let Some(story) = loaded.story else {
        let lines: Vec<String> = loaded
            .problems
            .iter()
            .map(|problem| problem.line(&loaded.source))
            .collect();
        return Err(CliError::Content(lines.join("\n")));
    };
    let players = shelf.players()?;
    let effort = Effort {
        states: arguments.states,
        plays: arguments.plays,
        seed: arguments.seed,
    };
    let shown = AtomicU64::new(0);
    let is_watched = std::io::stderr().is_terminal();
    let proved = prove(&story, &players, effort, &|done, of| {
        if is_watched {
            bar(&shown, done, of);
        }
        ControlFlow::Continue(())
    });
    let Some(proof) = proved else {
        return Ok(Outcome::Done);
    };
    if is_watched {
        eprint!("\r{:60}\r", "");
    }
    if let Some(folder) = &arguments.write_plays {
        write_plays(folder, &proof)?;
    }
    match arguments.format {
        Format::Text => print(&to_text(&proof))?,
        Format::Json => print(&format!("{}\n", to_json(&proof)))?,
    }
    Ok(Outcome::Done)
}

/// A bar on a terminal, drawn again for each hundredth part.
fn bar(shown: &AtomicU64, done: u64, of: u64) {
    let part = (done * 100).checked_div(of).unwrap_or(100);
    if shown.fetch_max(part, Ordering::Relaxed) < part {
        let filled = usize::try_from(part * 40 / 100).unwrap_or(0);
        eprint!("\r[{:<40}] {part:>3} %", "=".repeat(filled));
    }
}

fn write_plays(folder: &Path, proof: &Proof) -> Result<(), CliError> {
    for (number, finding) in proof.findings.iter().enumerate() {
        if let Some(play) = &finding.play {
            save_play(folder, (number, finding.code), &play.actions).map_err(CliError::disk)?;
        }
    }
    Ok(())
}
