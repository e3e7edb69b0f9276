//! What is measured: shipped scenarios by id, generated ones by size.

use std::sync::Arc;

use second_look::scenario::load;
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::scenario::vocabulary::Vocabularies;

use crate::generator;

/// Sizes of generated stories, in nodes.
pub const SIZES: [usize; 2] = [1_000, 10_000];

/// A scenario's file with its name.
pub struct Source {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Every built-in scenario, then the generated ones.
pub fn sources() -> Vec<Source> {
    let shelf = Shelf::new(None);
    let shipped = shelf.ids().expect("the built-in scenarios");
    let shipped = shipped.into_iter().map(|id| Source {
        bytes: shelf.scenario_bytes(&id).expect("its bytes"),
        name: id,
    });
    let generated = SIZES.into_iter().map(|nodes| Source {
        name: format!("generated-{nodes}"),
        bytes: generator::scenario(nodes).into_bytes(),
    });
    shipped.chain(generated).collect()
}

pub fn vocabularies() -> Vocabularies {
    Shelf::new(None)
        .vocabularies()
        .expect("the built-in vocabularies")
}

impl Source {
    pub fn story(&self, vocabularies: &Vocabularies) -> Arc<Story> {
        let loaded = load(&self.name, &self.name, &self.bytes, vocabularies, false);
        let problems = loaded.problems;
        loaded
            .story
            .unwrap_or_else(|| panic!("{}: {problems:?}", self.name))
    }
}
