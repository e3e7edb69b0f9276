//! Source to story: for play, and with places for `check`; beside them what the same bytes cost without us.

use std::convert::Infallible;
use std::hint::black_box;

use criterion::{Criterion, Throughput};
use second_look::check::{Tools, check};
use second_look::scenario::art::ArtShelf;
use second_look::scenario::authored::Scenario;
use second_look::scenario::load;
use serde_ron::Options;
use serde_ron::extensions::Extensions;

use crate::stories::{sources, vocabularies};

pub fn measure(criterion: &mut Criterion) {
    let vocabularies = vocabularies();
    let art = ArtShelf::new(None);
    // What needs no search: the rest is measured by itself.
    let tools = Tools {
        vocabularies: &vocabularies,
        players: &[],
        art: &art,
        search: false,
    };
    let ron = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    for source in sources() {
        let mut group = criterion.benchmark_group(format!("load/{}", source.name));
        group.throughput(Throughput::Bytes(source.bytes.len() as u64));
        group.sample_size(10);
        group.bench_function("blake3-of-the-bytes", |bencher| {
            bencher.iter(|| blake3::hash(black_box(&source.bytes)));
        });
        group.bench_function("ron-alone", |bencher| {
            bencher.iter(|| ron.from_bytes::<Scenario>(black_box(&source.bytes)).is_ok());
        });
        for (name, places) in [("for-play", false), ("with-places", true)] {
            group.bench_function(name, |bencher| {
                bencher.iter(|| load("bench", "bench", &source.bytes, &vocabularies, places));
            });
        }
        group.bench_function("check", |bencher| {
            let read = |places| -> Result<_, Infallible> {
                Ok(load("bench", "bench", &source.bytes, &vocabularies, places))
            };
            bencher.iter(|| check(read, tools));
        });
        group.finish();
    }
}
