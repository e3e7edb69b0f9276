//! Simulated playthroughs a second, scored, on the shipped scenarios.

use std::hint::black_box;
use std::rc::Rc;

use second_look::analysis::DEFAULT_STATES;
use second_look::players::{Board, Player, simulate_on, simulate_with};
use second_look::scenario::shelf::Shelf;

use crate::stories::Source;
use crate::work::{Unit, Work};

const STAGE: &str = "simulate";
/// Whose plays are measured: it looks at everything, marks by chance and weighs every choice.
const READER: &str = "noisy-reader";
/// Plays of one measured run: enough for every thread to have its share.
const PLAYS: u64 = 20_000;
const UNIT: Unit = Unit::ASecond("plays");

pub fn works(source: &Rc<Source>) -> Vec<Work> {
    let (alone, together) = (source.clone(), source.clone());
    vec![
        Work::new(STAGE, "one-thread", &source.name, UNIT, move || {
            let (board, reader) = ready(&alone);
            move || {
                black_box(simulate_with(&board, &reader, (PLAYS, 1), 1, &|_, _| {}));
                PLAYS
            }
        }),
        Work::new(STAGE, "all-cores", &source.name, UNIT, move || {
            let (board, reader) = ready(&together);
            move || {
                black_box(simulate_on(&board, &reader, PLAYS, 1, &|_, _| {}));
                PLAYS
            }
        })
        .by_the_clock(),
    ]
}

/// The best and the worst of decisions are searched once and looked up in every play.
fn ready(source: &Source) -> (Board, Vec<Player>) {
    let players = Shelf::new(None).players().expect("the built-in players");
    let reader = players
        .into_iter()
        .filter(|player| &*player.id == READER)
        .collect();
    (Board::new(&source.story(), DEFAULT_STATES), reader)
}
