//! The exact search, and a whole score with it.

use std::sync::Arc;

use criterion::{Criterion, Throughput};
use second_look::analysis::{DEFAULT_STATES, Search};
use second_look::scenario::story::Story;
use second_look::score::{Replay, ScoreOptions, score};
use second_look::session::action::Action;

use crate::stories::{Source, sources, vocabularies};

/// The recorded play of a shipped scenario, where there is one.
fn recorded(source: &Source) -> Option<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    std::fs::read_to_string(folder.join(format!("{}.plays/good.jsonl", source.name))).ok()
}

fn replay(story: &Arc<Story>, actions: &str) -> Replay {
    let mut replay = Replay::begin(story.clone(), 1, &[]);
    for line in actions.lines() {
        let action = Action::parse(line).expect("an action");
        replay.act(&action).expect("it is allowed");
    }
    replay.finish();
    replay
}

pub fn measure(criterion: &mut Criterion) {
    let vocabularies = vocabularies();
    for source in sources() {
        let story = source.story(&vocabularies);
        let draws = vec![0; story.draws.len()];
        let searched = Search::new(&story, &draws, DEFAULT_STATES);
        println!(
            "{}: {} states, exact: {}",
            source.name,
            searched.states(),
            searched.is_exact()
        );
        let mut group = criterion.benchmark_group(format!("score/{}", source.name));
        group.sample_size(10);
        if let Some(actions) = recorded(&source) {
            let replay = replay(&story, &actions);
            group.bench_function("recorded-play", |bencher| {
                bencher.iter(|| score(&replay, ScoreOptions::default()));
            });
        }
        group.throughput(Throughput::Elements(searched.states() as u64));
        group.bench_function("search", |bencher| {
            bencher.iter(|| Search::new(&story, &draws, DEFAULT_STATES).states());
        });
        group.finish();
    }
}
