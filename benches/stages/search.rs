//! The exact search alone: states a second, and bytes a state.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput};
use second_look::analysis::{DEFAULT_STATES, Search};

use crate::generator;
use crate::stories::{Source, sources, vocabularies};

/// Sizes of generated stories, in nodes.
const NODES: [usize; 5] = [60, 100, 1_000, 10_000, 19_999];
/// Nodes of the stories with more to remember: about a million states, and about twenty million.
const MILLION: usize = 300;
const TWENTY_MILLION: usize = 5_000;
/// The largest is measured only where this is set: it needs more than a gigabyte.
const LARGE: &str = "SECOND_LOOK_BENCH_LARGE";

fn measured() -> Vec<Source> {
    let generated = |name: String, text: String| Source {
        name,
        bytes: text.into_bytes(),
    };
    let mut all: Vec<Source> = sources()
        .into_iter()
        .filter(|source| !source.name.starts_with("generated"))
        .collect();
    all.extend(
        NODES
            .into_iter()
            .map(|nodes| generated(format!("generated-{nodes}"), generator::scenario(nodes))),
    );
    all.push(generated("ladder-60".to_owned(), generator::ladder(60)));
    all.push(generated(
        "remembering-1-million".to_owned(),
        generator::remembering(MILLION),
    ));
    if std::env::var_os(LARGE).is_some() {
        all.push(generated(
            "remembering-20-million".to_owned(),
            generator::remembering(TWENTY_MILLION),
        ));
    }
    all
}

pub fn measure(criterion: &mut Criterion) {
    let vocabularies = vocabularies();
    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    for source in measured() {
        let story = source.story(&vocabularies);
        let draws = vec![0; story.draws.len()];
        let bound = DEFAULT_STATES * 10;
        let searched = Search::new(&story, &draws, bound);
        println!(
            "{}: {} states, {} bytes a state, exact: {}",
            source.name,
            searched.states(),
            searched.bytes_per_state(),
            searched.is_exact()
        );
        group.throughput(Throughput::Elements(searched.states() as u64));
        drop(searched);
        group.bench_function(BenchmarkId::from_parameter(&source.name), |bencher| {
            bencher.iter(|| black_box(Search::new(&story, &draws, bound)).states());
        });
    }
    group.finish();
}
