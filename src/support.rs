//! Who to turn to: services named in a file that a force may replace.

use serde::Deserialize;

/// Services, as the support file lists them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Support {
    /// When they were checked: "2026-11".
    pub as_of: String,
    /// Stands above the list.
    pub intro: String,
    /// The services, in the order to show them.
    pub services: Vec<Service>,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub who_for: String,
    /// How to reach it.
    pub how: String,
    /// Whom it is for, as a group.
    pub group: Group,
    /// Where this was read.
    pub source: String,
}

/// Whom a service is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Group {
    /// Whoever is training.
    #[default]
    Trainees,
    /// Survivors.
    Survivors,
    /// Children.
    Children,
    /// Parents.
    Parents,
}

impl Support {
    /// The file that is built in; empty where it cannot be read, which a test rules out.
    #[must_use]
    pub fn built_in() -> Self {
        crate::scenario::shelf::built_in("assets/support.ron")
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .and_then(|text| Self::read(text).ok())
            .unwrap_or_default()
    }

    /// Reads a support file; a force may give its own.
    ///
    /// # Errors
    /// Where the text is no support file.
    pub fn read(text: &str) -> Result<Self, serde_ron::error::SpannedError> {
        serde_ron::from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_file_is_read_and_serves_every_group() {
        let support = Support::read(include_str!("../assets/support.ron")).expect("it is read");
        for group in [
            Group::Trainees,
            Group::Survivors,
            Group::Children,
            Group::Parents,
        ] {
            assert!(
                support
                    .services
                    .iter()
                    .any(|service| service.group == group),
                "{group:?}"
            );
        }
    }
}
