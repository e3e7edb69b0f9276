//! Options that every command takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::folders::Folders;
use crate::language::Language;
use crate::scenario::shelf::Shelf;
use crate::settings::Settings;
use crate::settings_file;
use crate::strings::Strings;

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
    /// The language of what is shown, whatever the settings say.
    #[arg(long, global = true, value_name = "CODE")]
    pub language: Option<LanguageName>,
}

/// A language by its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::En => Self::English,
            LanguageName::Cy => Self::Welsh,
        }
    }
}

impl Common {
    /// The shelf of scenarios.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        Shelf::new(self.scenarios.clone())
    }

    /// Where attempts and settings are kept: as `--data` says, else as the settings do.
    ///
    /// # Errors
    /// When the platform tells no home folder and none was named.
    pub fn folders(&self) -> Result<Folders, CliError> {
        let folders = Folders::find(self.data.as_deref()).map_err(CliError::disk)?;
        if self.data.is_some() {
            return Ok(folders);
        }
        let chosen = settings_file::glance::<Settings>(&folders.settings())
            .and_then(|settings| settings.data_folder);
        Ok(match chosen {
            Some(folder) => folders.with_data(folder),
            None => folders,
        })
    }

    /// Who plays: as named, else as the settings say, else `anonymous`.
    #[must_use]
    pub fn trainee(&self, named: Option<&str>, folders: &Folders) -> String {
        let kept = || {
            settings_file::read::<Settings>(&folders.settings())
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

    /// The language: as named, else as the settings or the system say.
    #[must_use]
    pub fn language(&self, folders: &Folders) -> Language {
        let chosen = || {
            let settings = settings_file::glance::<Settings>(&folders.settings());
            settings
                .map(|settings| settings.language)
                .unwrap_or_default()
        };
        self.language
            .map_or_else(|| chosen().language(Language::of_system()), Language::from)
    }

    /// The words of that language.
    #[must_use]
    pub fn strings(&self, folders: &Folders) -> Strings {
        Strings::of(self.language(folders))
    }
}
