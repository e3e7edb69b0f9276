//! Where scenarios are found: a folder, or the set built into the binary.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::limits::{MAX_BYTES, RESERVED_STEMS};
use super::load::{Loaded, load, load_players, load_vocabularies};
use super::players::Player;
use super::problem::Problem;
use super::source::SourceFile;
use super::vocabulary::Vocabularies;
use crate::language::Language;

static BUILT_IN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The bytes of a file built into the binary, by its path in the project: `assets/art/osei.svg`.
#[must_use]
pub fn built_in(path: &str) -> Option<&'static [u8]> {
    BUILT_IN
        .iter()
        .find(|(name, _)| *name == path)
        .map(|(_, bytes)| *bytes)
}

/// Why scenarios cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// The folder cannot be listed.
    #[error("cannot read the scenarios folder {path}: {source}; name another with --scenarios")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file cannot be read.
    #[error("cannot read {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// There is no such scenario.
    #[error("no scenario `{id}` in {place}{}", .near.as_ref().map(|near| format!("; {near}")).unwrap_or_default())]
    Unknown {
        /// The id asked for.
        id: String,
        /// Where was looked.
        place: String,
        /// A near one.
        near: Option<String>,
    },
    /// A vocabulary is at fault.
    #[error("{}", .problems.iter().map(|problem| problem.line(.file)).collect::<Vec<_>>().join("\n"))]
    Vocabulary {
        /// The file.
        file: Box<SourceFile>,
        /// What is wrong with it.
        problems: Vec<Problem>,
    },
}

/// A folder of scenarios, or the built-in set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    folder: Option<PathBuf>,
}

/// The files that a fingerprint's copy keeps: names and bytes.
pub type ShelfFiles = Vec<(String, Vec<u8>)>;

const VOCABULARIES: [&str; 3] = ["taxonomy.ron", "competences.ron", "language.ron"];

/// The vocabularies by their files' stems.
pub const VOCABULARY_STEMS: [&str; 3] = ["taxonomy", "competences", "language"];

/// The name of a translation's file.
#[must_use]
pub fn translation_name(stem: &str, language: Language) -> String {
    format!("{stem}.{}.ron", language.code())
}

/// The stem and the language of a translation's file, by its name: `practice.cy.ron`.
#[must_use]
pub fn named_translation(file: &str) -> Option<(&str, Language)> {
    let (stem, code) = file.strip_suffix(".ron")?.rsplit_once('.')?;
    let language = Language::of_code(code).filter(|language| Language::FURTHER.contains(language));
    language.map(|language| (stem, language))
}

const PLAYERS: &str = "players.ron";

impl Shelf {
    /// The scenarios of `folder`, or the built-in ones.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// The folder, if it is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Where they come from, for people.
    #[must_use]
    pub fn place(&self) -> String {
        self.folder.as_ref().map_or_else(
            || "the built-in set".to_owned(),
            |folder| folder.display().to_string(),
        )
    }

    /// The ids of all scenarios, sorted. Vocabularies and translations are none.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn ids(&self) -> Result<Vec<String>, ShelfError> {
        let mut names: Vec<String> = match &self.folder {
            None => BUILT_IN
                .iter()
                .filter_map(|(name, _)| name.strip_prefix("scenarios/"))
                .map(str::to_owned)
                .collect(),
            Some(folder) => {
                let fault = |source| ShelfError::Folder {
                    path: folder.clone(),
                    source,
                };
                let entries: Result<Vec<_>, _> =
                    std::fs::read_dir(folder).map_err(fault)?.collect();
                entries
                    .map_err(fault)?
                    .into_iter()
                    .filter(|entry| entry.path().is_file())
                    .filter_map(|entry| entry.file_name().into_string().ok())
                    .collect()
            }
        };
        names.retain(|name| name.strip_suffix(".ron").is_some());
        let mut ids: Vec<String> = names
            .iter()
            .map(|name| name.trim_end_matches(".ron").to_owned())
            .filter(|id| {
                !id.is_empty() && !id.contains(['.', '/']) && !RESERVED_STEMS.contains(&id.as_str())
            })
            .collect();
        ids.sort();
        Ok(ids)
    }

    /// The name to show for a file: its path, or its name in the built-in set.
    #[must_use]
    pub fn name_of(&self, file: &str) -> String {
        self.folder.as_ref().map_or_else(
            || format!("scenarios/{file}"),
            |folder| folder.join(file).display().to_string(),
        )
    }

    fn bytes(&self, file: &str) -> Result<Option<Vec<u8>>, ShelfError> {
        match &self.folder {
            None => Ok(built_in(&format!("scenarios/{file}")).map(<[u8]>::to_vec)),
            Some(folder) => {
                let path = folder.join(file);
                if path.is_file() {
                    read_limited(&path).map(Some)
                } else {
                    Ok(None)
                }
            }
        }
    }

    /// The vocabularies that go with these scenarios; one that the folder lacks comes from the built-in set.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn vocabularies(&self) -> Result<Vocabularies, ShelfError> {
        let files = self.vocabulary_files()?;
        let part = |index: usize| {
            files
                .get(index)
                .map_or(("", &[][..]), |(name, bytes): &(String, Vec<u8>)| {
                    (name.as_str(), bytes.as_slice())
                })
        };
        let mut found = load_vocabularies(part(0), part(1), part(2))
            .map_err(|(file, problems)| ShelfError::Vocabulary { file, problems })?;
        for language in Language::FURTHER {
            let mut files = [const { None }; 3];
            for (stem, file) in VOCABULARY_STEMS.iter().zip(&mut files) {
                *file = self.translation_file(stem, language)?;
            }
            found.translate(language, &files);
        }
        Ok(found)
    }

    /// Whether a file of this name stands here.
    #[must_use]
    pub fn has(&self, file: &str) -> bool {
        match &self.folder {
            None => built_in(&format!("scenarios/{file}")).is_some(),
            Some(folder) => folder.join(file).is_file(),
        }
    }

    /// A translation's name and bytes: from the folder, else from the built-in set.
    ///
    /// # Errors
    /// When it is there and cannot be read.
    pub fn translation_file(
        &self,
        stem: &str,
        language: Language,
    ) -> Result<Option<(String, Vec<u8>)>, ShelfError> {
        let file = translation_name(stem, language);
        if let Some(bytes) = self.bytes(&file)? {
            return Ok(Some((self.name_of(&file), bytes)));
        }
        // What is translated may be another's by the same name: its texts then differ and do not count.
        let name = format!("scenarios/{file}");
        Ok(built_in(&name).map(|bytes| (name, bytes.to_vec())))
    }

    /// The simulated officers: those built in, and over them those of the folder's `players.ron`.
    ///
    /// # Errors
    /// When the folder's file cannot be read, or is at fault.
    pub fn players(&self) -> Result<Vec<Player>, ShelfError> {
        let read = |name: &str, bytes: &[u8]| {
            load_players(name, bytes)
                .map_err(|(file, problems)| ShelfError::Vocabulary { file, problems })
        };
        let name = format!("scenarios/{PLAYERS}");
        let mut players = read(&name, built_in(&name).unwrap_or_default())?;
        if self.folder.is_some()
            && let Some(bytes) = self.bytes(PLAYERS)?
        {
            for own in read(&self.name_of(PLAYERS), &bytes)? {
                match players.iter_mut().find(|known| known.id == own.id) {
                    Some(known) => *known = own,
                    None => players.push(own),
                }
            }
        }
        Ok(players)
    }

    fn vocabulary_files(&self) -> Result<ShelfFiles, ShelfError> {
        VOCABULARIES
            .iter()
            .map(|file| {
                Ok(match self.bytes(file)? {
                    Some(bytes) => (self.name_of(file), bytes),
                    None => (
                        format!("scenarios/{file}"),
                        built_in(&format!("scenarios/{file}"))
                            .unwrap_or_default()
                            .to_vec(),
                    ),
                })
            })
            .collect()
    }

    /// The bytes of a scenario's file.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn scenario_bytes(&self, id: &str) -> Result<Vec<u8>, ShelfError> {
        // An id is a file's stem, never a path.
        let sound = !id.contains(['/', '\\']) && id != "..";
        if sound && let Some(bytes) = self.bytes(&format!("{id}.ron"))? {
            return Ok(bytes);
        }
        let known = self.ids()?;
        let near = super::problem::did_you_mean(id, known.iter().map(String::as_str));
        Err(ShelfError::Unknown {
            id: id.to_owned(),
            place: self.place(),
            near,
        })
    }

    /// Loads a scenario by id.
    ///
    /// # Errors
    /// When there is none, or a file cannot be read. Problems in the scenario itself are in [`Loaded`].
    pub fn load(&self, id: &str, places: bool) -> Result<Loaded, ShelfError> {
        let bytes = self.scenario_bytes(id)?;
        let vocabularies = self.vocabularies()?;
        let name = self.name_of(&format!("{id}.ron"));
        let mut loaded = load(&name, id, &bytes, &vocabularies, places);
        for language in Language::FURTHER {
            let file = self.translation_file(id, language)?;
            let file = file
                .as_ref()
                .map(|(name, bytes)| (name.as_str(), &bytes[..]));
            loaded.translate(language, file, &vocabularies);
        }
        Ok(loaded)
    }

    /// The files to keep beside an attempt: the scenario, its vocabularies, and the translations of all.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files_to_keep(&self, id: &str) -> Result<ShelfFiles, ShelfError> {
        let mut files = vec![(format!("{id}.ron"), self.scenario_bytes(id)?)];
        for (file, (_, bytes)) in VOCABULARIES.iter().zip(self.vocabulary_files()?) {
            files.push(((*file).to_owned(), bytes));
        }
        for language in Language::FURTHER {
            for stem in VOCABULARY_STEMS.into_iter().chain([id]) {
                if let Some((_, bytes)) = self.translation_file(stem, language)? {
                    files.push((translation_name(stem, language), bytes));
                }
            }
        }
        Ok(files)
    }
}

/// Reads a file, but never more than a scenario may have and one byte.
///
/// # Errors
/// When it cannot be read.
pub fn read_limited(path: &Path) -> Result<Vec<u8>, ShelfError> {
    let fault = |source| ShelfError::File {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(fault)?
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(fault)?;
    Ok(bytes)
}
