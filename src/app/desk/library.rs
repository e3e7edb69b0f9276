//! The library: what was read so far, as the screen lists it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::language::Language;
use crate::report::is_reviewed;
use crate::scenario::Loaded;
use crate::scenario::shelf::Shelf;
use crate::scenario::story::Story;
use crate::ui::world::{BrokenScenario, LibraryEntry, LibraryView, LocalTime};

/// The scenario to begin with stands first.
const FIRST: &str = "practice";

/// How often a trainee played a scenario, and when last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Played {
    /// How often.
    pub times: u32,
    /// When last.
    pub last: Option<LocalTime>,
}

/// What was read so far.
pub struct Library {
    shelf: Shelf,
    /// What the scenarios are listed in.
    language: Language,
    expected: Option<usize>,
    stories: BTreeMap<Arc<str>, Arc<Story>>,
    broken: BTreeMap<Arc<str>, BrokenScenario>,
    played: HashMap<Arc<str>, Played>,
    view: LibraryView,
}

impl Library {
    /// An empty one, still to be read from `shelf`.
    pub fn new(shelf: Shelf, language: Language) -> Self {
        let view = LibraryView {
            loading: Some(0),
            from: shelf.place(),
            chosen: shelf.folder().is_some(),
            ..LibraryView::default()
        };
        Self {
            shelf,
            language,
            expected: None,
            stories: BTreeMap::new(),
            broken: BTreeMap::new(),
            played: HashMap::new(),
            view,
        }
    }

    /// What the screen lists.
    pub fn view(&self) -> &LibraryView {
        &self.view
    }

    /// The fingerprint of a scenario as it was read last.
    pub fn fingerprint(&self, id: &str) -> Option<&Arc<str>> {
        self.stories.get(id).map(|story| &story.fingerprint)
    }

    /// Whether every file was read.
    pub fn complete(&self) -> bool {
        self.expected
            .is_some_and(|expected| self.read() >= expected)
    }

    fn read(&self) -> usize {
        self.stories.len() + self.broken.len()
    }

    /// The folder was listed: this many files come.
    pub fn expect(&mut self, files: usize) {
        self.expected = Some(files);
        self.refresh();
    }

    /// The folder cannot be listed.
    pub fn unlisted(&mut self, reason: String) {
        self.expected = Some(0);
        let file = self.shelf.place();
        let row = BrokenScenario {
            file: file.clone(),
            problems: vec![reason],
        };
        self.broken.insert(file.into(), row);
        self.refresh();
    }

    /// A file was read, for the first time or again.
    pub fn put(&mut self, id: &Arc<str>, loaded: &Loaded) {
        self.stories.remove(id);
        self.broken.remove(id);
        if let Some(story) = &loaded.story {
            self.stories.insert(Arc::clone(id), Arc::clone(story));
        } else {
            let problems = loaded.problems.iter().map(|problem| {
                let (line, column) = loaded.source.position(problem.span.start);
                let mend = problem.mend.as_deref().map(|mend| format!("; {mend}"));
                format!(
                    "{line}:{column}: {}{}",
                    problem.message,
                    mend.unwrap_or_default()
                )
            });
            let row = BrokenScenario {
                file: format!("{id}.ron"),
                problems: problems.collect(),
            };
            self.broken.insert(Arc::clone(id), row);
        }
        self.refresh();
    }

    /// A file cannot be read at all.
    pub fn unreadable(&mut self, id: &Arc<str>, reason: String) {
        self.stories.remove(id);
        let row = BrokenScenario {
            file: format!("{id}.ron"),
            problems: vec![reason],
        };
        self.broken.insert(Arc::clone(id), row);
        self.refresh();
    }

    /// A file is there no longer.
    pub fn remove(&mut self, id: &str) {
        self.stories.remove(id);
        self.broken.remove(id);
        self.refresh();
    }

    /// What this trainee played, by scenario.
    pub fn set_played(&mut self, played: HashMap<Arc<str>, Played>) {
        self.played = played;
        self.refresh();
    }

    /// Lists the scenarios in another language, as far as they are translated.
    pub fn set_language(&mut self, language: Language) {
        if self.language != language {
            self.language = language;
            self.refresh();
        }
    }

    fn refresh(&mut self) {
        let mut entries: Vec<LibraryEntry> = self
            .stories
            .values()
            .map(|story| {
                entry(
                    &story.told_in(self.language),
                    self.played.get(&story.id).copied().unwrap_or_default(),
                )
            })
            .collect();
        entries.sort_by(|a, b| {
            let key =
                |entry: &LibraryEntry| (entry.id.as_ref() != FIRST, entry.title.to_lowercase());
            key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
        });
        self.view.loading = (!self.complete()).then_some(self.read());
        self.view.entries = entries;
        self.view.broken = self.broken.values().cloned().collect();
    }
}

fn entry(story: &Story, played: Played) -> LibraryEntry {
    LibraryEntry {
        id: Arc::clone(&story.id),
        title: Arc::clone(&story.title),
        role: Arc::clone(&story.role),
        offence: Arc::clone(&story.offence),
        briefing: Arc::clone(&story.briefing),
        minutes: story.minutes,
        content_note: story.content_note.clone(),
        picture: story.nodes[story.start.index()].picture.clone(),
        starts_at: story.starts_at,
        played: played.times,
        last_played: played.last,
        reviewed: is_reviewed(story),
        language: story.language,
        told: story.told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf_library() -> (Library, Vec<Arc<str>>) {
        let shelf = Shelf::new(None);
        let ids = shelf
            .ids()
            .expect("a list")
            .into_iter()
            .map(Arc::from)
            .collect();
        (Library::new(shelf, Language::English), ids)
    }

    #[test]
    fn the_built_in_scenarios_are_listed_and_the_first_one_is_practice() {
        let (mut library, ids) = shelf_library();
        assert_eq!(library.view().loading, Some(0));
        library.expect(ids.len());
        for id in ids.iter().rev() {
            assert!(!library.complete());
            let loaded = library.shelf.load(id, false).expect("readable");
            library.put(id, &loaded);
        }
        assert!(library.complete());
        assert_eq!(library.view().loading, None);
        assert_eq!(library.view().broken, []);
        assert_eq!(library.view().entries.len(), ids.len());
        assert_eq!(library.view().entries[0].id.as_ref(), FIRST);
    }

    #[test]
    fn a_file_that_breaks_becomes_a_row_and_the_others_stay() {
        let (mut library, ids) = shelf_library();
        library.expect(1);
        let loaded = library.shelf.load(&ids[0], false).expect("readable");
        library.put(&ids[0], &loaded);
        assert_eq!(library.view().entries.len(), 1);
        let vocabularies = library.shelf.vocabularies().expect("vocabularies");
        let broken = crate::scenario::load("x", &ids[0], b"Scenario(", &vocabularies, false);
        library.put(&ids[0], &broken);
        assert_eq!(library.view().entries, []);
        let row = &library.view().broken[0];
        assert_eq!(row.file, format!("{}.ron", ids[0]));
        assert!(row.problems[0].starts_with("1:"), "{row:?}");
        library.put(&ids[0], &loaded);
        assert_eq!(library.view().broken, []);
        library.remove(&ids[0]);
        library.expect(0);
        assert_eq!(library.view().entries, [], "its file is gone");
        assert!(library.complete());
    }

    #[test]
    fn a_folder_that_cannot_be_listed_says_so() {
        let mut library = Library::new(
            Shelf::new(Some("/nonexistent/scenarios".into())),
            Language::English,
        );
        let reason = library.shelf.ids().expect_err("no folder").to_string();
        library.unlisted(reason);
        assert!(library.complete());
        assert!(library.view().broken[0].problems[0].contains("/nonexistent/scenarios"));
    }
}
