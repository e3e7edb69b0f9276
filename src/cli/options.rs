//! Options that every command takes.

use std::path::PathBuf;

use clap::Args;

use crate::folders::Folders;
use crate::scenario::shelf::Shelf;

use super::CliError;

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

    /// Where attempts and settings are kept.
    ///
    /// # Errors
    /// When the platform tells no home folder and none was named.
    pub fn folders(&self) -> Result<Folders, CliError> {
        Folders::find(self.data.as_deref()).map_err(CliError::disk)
    }

    /// Who plays: as named, else as the settings say, else `anonymous`.
    #[must_use]
    pub fn trainee(&self, named: Option<&str>, folders: &Folders) -> String {
        let kept = || {
            crate::settings_file::read::<crate::settings::Settings>(&folders.settings())
                .settings
                .trainee
        };
        let name = named.map_or_else(kept, str::to_owned);
        if name.trim().is_empty() {
            "anonymous".to_owned()
        } else {
            name.trim().to_owned()
        }
    }
}
