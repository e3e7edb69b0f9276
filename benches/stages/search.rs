//! The exact search: the story compiled for it, and the states.

use std::hint::black_box;
use std::rc::Rc;

use second_look::analysis::{Reach, Search};

use crate::stories::Source;
use crate::work::{Unit, Work};

const STAGE: &str = "search";
/// More states than any story here has.
pub const BOUND: usize = 50_000_000;

pub fn works(source: &Rc<Source>) -> Vec<Work> {
    let work = |row, unit, run: fn(&Source) -> usize| {
        let own = source.clone();
        Work::new(STAGE, row, &source.name, unit, move || {
            own.story();
            move || run(&own) as u64
        })
    };
    let states = Unit::ASecond("states");
    vec![
        work("compile-for-search", Unit::Whole, |source| {
            let story = source.story();
            black_box(Search::new(&story, &source.draws(), 0)).states()
        }),
        work("states", states, |source| {
            let story = source.story();
            black_box(Search::new(&story, &source.draws(), BOUND)).states()
        }),
        work("reach", states, |source| {
            let story = source.story();
            black_box(Reach::new(&story, &source.draws(), BOUND)).states
        }),
    ]
}
