//! Which attempt is meant: a path, or the beginning of a name that only one has.

use std::path::{Path, PathBuf};

use super::folder::Attempts;
use crate::disk::DiskError;

/// No attempt is meant, or more than one.
#[derive(Debug, thiserror::Error)]
pub enum ResolveError {
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// More than one begins so.
    #[error("`{asked}` fits {} attempts; give more of the name:\n{}", .matches.len(), lines(.matches))]
    Ambiguous {
        /// What was asked for.
        asked: String,
        /// Their names.
        matches: Vec<String>,
    },
    /// None begins so.
    #[error("no attempt `{asked}`: no such file, and no name in {} begins so; {}", .folder.display(), holding(.there))]
    Unknown {
        /// What was asked for.
        asked: String,
        /// Where was looked.
        folder: PathBuf,
        /// The names that are there.
        there: Vec<String>,
    },
}

const SHOWN: usize = 10;

fn lines(names: &[String]) -> String {
    let mut text: Vec<String> = names
        .iter()
        .take(SHOWN)
        .map(|name| format!("  {name}"))
        .collect();
    if names.len() > SHOWN {
        text.push(format!("  and {} more", names.len() - SHOWN));
    }
    text.join("\n")
}

fn holding(names: &[String]) -> String {
    if names.is_empty() {
        "it holds none".to_owned()
    } else {
        format!("it holds:\n{}", lines(names))
    }
}

impl Attempts {
    /// The journal that is meant by a path, or by a unique beginning of a name.
    ///
    /// # Errors
    /// When it is none or more than one.
    pub fn resolve(&self, asked: &str) -> Result<PathBuf, ResolveError> {
        let path = Path::new(asked);
        if path.is_file() {
            return Ok(path.to_owned());
        }
        let named: Vec<(String, PathBuf)> = self
            .files()?
            .into_iter()
            .map(|path| (name_of(&path), path))
            .collect();
        let wanted = asked.strip_suffix(".jsonl").unwrap_or(asked);
        if let Some((_, path)) = named.iter().find(|(name, _)| name == wanted) {
            return Ok(path.clone());
        }
        let fitting: Vec<&(String, PathBuf)> = named
            .iter()
            .filter(|(name, _)| !wanted.is_empty() && name.starts_with(wanted))
            .collect();
        match fitting.as_slice() {
            [(_, path)] => Ok(path.clone()),
            [] => Err(ResolveError::Unknown {
                asked: asked.to_owned(),
                folder: self.0.clone(),
                there: named.into_iter().map(|(name, _)| name).collect(),
            }),
            many => Err(ResolveError::Ambiguous {
                asked: asked.to_owned(),
                matches: many.iter().map(|(name, _)| name.clone()).collect(),
            }),
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
