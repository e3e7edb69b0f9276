//! What is measured: shipped scenarios by id, generated ones by size.

use std::cell::OnceCell;
use std::sync::Arc;

use second_look::scenario::load;
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::scenario::vocabulary::Vocabularies;

/// A scenario's file with its name; made and read when it is first asked for.
pub struct Source {
    pub name: String,
    make: Box<dyn Fn() -> Vec<u8>>,
    bytes: OnceCell<Vec<u8>>,
    story: OnceCell<Arc<Story>>,
}

/// Every built-in scenario.
pub fn shipped() -> Vec<Source> {
    let ids = Shelf::new(None).ids().expect("the built-in scenarios");
    ids.into_iter()
        .map(|id| {
            let own = id.clone();
            Source::new(&id, move || {
                Shelf::new(None).scenario_bytes(&own).expect("its bytes")
            })
        })
        .collect()
}

pub fn vocabularies() -> Vocabularies {
    Shelf::new(None)
        .vocabularies()
        .expect("the built-in vocabularies")
}

impl Source {
    pub fn new(name: &str, make: impl Fn() -> Vec<u8> + 'static) -> Self {
        Self {
            name: name.to_owned(),
            make: Box::new(make),
            bytes: OnceCell::new(),
            story: OnceCell::new(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        self.bytes.get_or_init(&self.make)
    }

    pub fn story(&self) -> Arc<Story> {
        self.story
            .get_or_init(|| {
                let loaded = load(&self.name, &self.name, self.bytes(), &vocabularies(), false);
                let problems = loaded.problems;
                loaded
                    .story
                    .unwrap_or_else(|| panic!("{}: {problems:?}", self.name))
            })
            .clone()
    }

    /// The first value of each draw.
    pub fn draws(&self) -> Vec<u32> {
        vec![0; self.story().draws.len()]
    }

    /// The recorded play of a shipped scenario, where there is one.
    pub fn recorded(&self) -> Option<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        std::fs::read_to_string(folder.join(format!("{}.plays/good.jsonl", self.name))).ok()
    }
}
