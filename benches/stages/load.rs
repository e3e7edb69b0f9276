//! Source to story, and what is found wrong with it; beside them what the same bytes cost without us.

use std::convert::Infallible;
use std::hint::black_box;
use std::rc::Rc;

use second_look::check::{Tools, check};
use second_look::scenario::art::ArtShelf;
use second_look::scenario::authored::Scenario;
use second_look::scenario::compile::compile;
use second_look::scenario::load;
use second_look::scenario::shelf::Shelf;
use second_look::scenario::vocabulary::Vocabularies;
use serde_ron::Options;
use serde_ron::extensions::Extensions;

use crate::stories::{Source, vocabularies};
use crate::work::{Unit, Work};

const STAGE: &str = "load";

pub fn works(source: &Rc<Source>) -> Vec<Work> {
    let work = |row, run: fn(&Source, &Vocabularies)| {
        let own = source.clone();
        Work::new(STAGE, row, &source.name, Unit::Whole, move || {
            let vocabularies = vocabularies();
            move || {
                run(&own, &vocabularies);
                1
            }
        })
    };
    let own = source.clone();
    let compile_alone = Work::new(STAGE, "compile", &source.name, Unit::Whole, move || {
        let vocabularies = vocabularies();
        let loaded = load("bench", "bench", own.bytes(), &vocabularies, false);
        let authored = loaded.authored.expect("it is read");
        move || u64::from(black_box(compile("bench", &authored, &vocabularies, "")).is_ok())
    });
    vec![
        work("blake3-of-the-bytes", |source, _| {
            black_box(blake3::hash(source.bytes()));
        }),
        work("ron-alone", |source, _| {
            let ron = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
            black_box(ron.from_bytes::<Scenario>(source.bytes()).is_ok());
        }),
        work("for-play", |source, words| {
            black_box(load("bench", "bench", source.bytes(), words, false));
        }),
        compile_alone,
        work("with-places", |source, words| {
            black_box(load("bench", "bench", source.bytes(), words, true));
        }),
        work("check-without-search", |source, words| {
            checked(source, words, false);
        }),
        work("check", |source, words| checked(source, words, true)),
    ]
}

/// The rules of `check`; with the search, the simulated officers too.
fn checked(source: &Source, vocabularies: &Vocabularies, search: bool) {
    let art = ArtShelf::new(None);
    let players = if search {
        Shelf::new(None).players().expect("the built-in officers")
    } else {
        Vec::new()
    };
    let tools = Tools {
        vocabularies,
        players: &players,
        art: &art,
        search,
    };
    let read = |places| -> Result<_, Infallible> {
        Ok(load("bench", "bench", source.bytes(), vocabularies, places))
    };
    let _ = black_box(check(read, tools));
}
