//! Simulated playthroughs a second, scored, on the shipped scenarios.

use criterion::{Criterion, Throughput};
use second_look::analysis::DEFAULT_STATES;
use second_look::players::{Board, simulate_on, simulate_with};
use second_look::scenario::shelf::Shelf;

use crate::stories::{SIZES, sources, vocabularies};

/// Whose plays are measured: it looks at everything, marks by chance and weighs every choice.
const READER: &str = "noisy-reader";
/// Plays of one measured run: enough for every thread to have its share.
const PLAYS: u64 = 20_000;

pub fn measure(criterion: &mut Criterion) {
    let vocabularies = vocabularies();
    let players = Shelf::new(None).players().expect("the built-in players");
    let reader: Vec<_> = players
        .into_iter()
        .filter(|player| &*player.id == READER)
        .collect();
    let all = sources();
    let shipped = all.len() - SIZES.len();
    let mut group = criterion.benchmark_group("simulate");
    group.sample_size(10);
    group.throughput(Throughput::Elements(PLAYS));
    for source in all.into_iter().take(shipped) {
        // The best and the worst of decisions are searched once and looked up in every play.
        let board = Board::new(&source.story(&vocabularies), DEFAULT_STATES);
        group.bench_function(format!("{}/one-thread", source.name), |bencher| {
            bencher.iter(|| simulate_with(&board, &reader, (PLAYS, 1), 1, &|_, _| {}));
        });
        group.bench_function(format!("{}/all-cores", source.name), |bencher| {
            bencher.iter(|| simulate_on(&board, &reader, PLAYS, 1, &|_, _| {}));
        });
    }
    group.finish();
}
