//! Where attempts and settings are kept, by each platform's convention.

use std::path::{Path, PathBuf};

use etcetera::base_strategy::{self, BaseStrategy};

const NAME: &str = "second-look";

/// The folders of one user, or those under `--data`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
    config: PathBuf,
}

/// There is no place to keep anything.
#[derive(Debug, thiserror::Error)]
#[error("cannot tell where your home folder is; name a folder with --data")]
pub struct NoHome;

impl Folders {
    /// Everything under `data` where it is given, else where the platform keeps such things.
    ///
    /// # Errors
    /// When no folder is given and the account has no home.
    pub fn find(data: Option<&Path>) -> Result<Self, NoHome> {
        match data {
            Some(folder) => Ok(Self::under(folder)),
            None => base_strategy::choose_native_strategy()
                .map(|strategy| Self::by(&strategy))
                .map_err(|_| NoHome),
        }
    }

    /// Everything in one folder.
    #[must_use]
    pub fn under(folder: &Path) -> Self {
        Self {
            data: folder.to_owned(),
            config: folder.to_owned(),
        }
    }

    /// The same with all that is kept, save the settings, in this folder.
    #[must_use]
    pub fn with_data(self, folder: PathBuf) -> Self {
        Self {
            data: folder,
            ..self
        }
    }

    /// By a platform's convention.
    #[must_use]
    pub fn by(strategy: &impl BaseStrategy) -> Self {
        Self {
            data: strategy.data_dir().join(NAME),
            config: strategy.config_dir().join(NAME),
        }
    }

    /// The folder of all that is kept.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The journals.
    #[must_use]
    pub fn attempts(&self) -> PathBuf {
        self.data.join("attempts")
    }

    /// The scenarios as they were when they were played.
    #[must_use]
    pub fn played(&self) -> PathBuf {
        self.data.join("played")
    }

    /// The reports that were saved as pages.
    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.data.join("reports")
    }

    /// The plays that show a finding, saved for trainers and authors.
    #[must_use]
    pub fn plays(&self) -> PathBuf {
        self.data.join("plays")
    }

    /// The settings' file.
    #[must_use]
    pub fn settings(&self) -> PathBuf {
        self.config.join("settings.ron")
    }
}
