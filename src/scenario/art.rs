//! Where pictures are found: an assets folder, or those built into the binary.

use std::path::PathBuf;

use super::shelf::{built_in, read_limited};

/// An assets folder, or the built-in assets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArtShelf {
    folder: Option<PathBuf>,
}

impl ArtShelf {
    /// The pictures under `art` of an assets folder, or the built-in ones.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Where they come from, for people.
    #[must_use]
    pub fn place(&self) -> String {
        self.folder.as_ref().map_or_else(
            || "the built-in art".to_owned(),
            |folder| folder.join("art").display().to_string(),
        )
    }

    /// The bytes of a picture; its path was checked when the scenario was loaded.
    #[must_use]
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        if path.split('/').any(|part| part.is_empty() || part == "..") {
            return None;
        }
        match &self.folder {
            None => built_in(&format!("assets/art/{path}")).map(<[u8]>::to_vec),
            Some(folder) => read_limited(&folder.join("art").join(path)).ok(),
        }
    }

    /// Whether a picture is there.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.bytes(path).is_some()
    }

    /// The ids of the elements of a picture; `None` where it is missing or no SVG.
    #[must_use]
    pub fn element_ids(&self, path: &str) -> Option<Vec<String>> {
        let bytes = self.bytes(path)?;
        let text = std::str::from_utf8(&bytes).ok()?;
        let document = roxmltree::Document::parse(text).ok()?;
        Some(
            document
                .descendants()
                .filter_map(|node| node.attribute("id"))
                .map(str::to_owned)
                .collect(),
        )
    }
}
