//! Options that every command takes.

use std::path::PathBuf;

use clap::Args;

use crate::scenario::shelf::Shelf;

/// Where things are found and kept.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Scenarios and vocabularies; else those built into the program.
    #[arg(long, global = true, value_name = "DIR")]
    pub scenarios: Option<PathBuf>,
    /// Pictures; else those built into the program.
    #[arg(long, global = true, value_name = "DIR")]
    pub assets: Option<PathBuf>,
    /// Attempts and settings; else by the platform's convention.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
}

impl Common {
    /// The shelf of scenarios.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        Shelf::new(self.scenarios.clone())
    }
}
