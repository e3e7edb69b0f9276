//! How long each stage takes, on shipped scenarios and on generated ones of any size.
//!
//! `table` among the arguments prints the tables of `docs/measurements.md`; else each row is
//! measured by itself, with its spread. One binary: each further one links everything again.

#![allow(clippy::cast_precision_loss, reason = "figures have three digits")]

mod cpu;
mod generator;
mod load;
mod score;
mod search;
mod session;
mod simulate;
mod stories;
mod table;
mod work;

use std::rc::Rc;

use criterion::measurement::Measurement;
use criterion::{Criterion, Throughput};

use stories::Source;
use work::{Unit, Work};

/// Sizes of generated stories, in nodes with the ending.
const NODES: [usize; 4] = [100, 1_000, 10_000, 20_000];
/// Stories with more to remember, by about how many states they have, in nodes.
const REMEMBERING: [(&str, usize); 3] = [
    ("remembering-200-thousand", 110),
    ("remembering-1-million", 520),
    ("remembering-20-million", 10_400),
];
/// The largest is measured only where this is set: it needs more than a gigabyte.
const LARGE: &str = "SECOND_LOOK_BENCH_LARGE";

fn generated(name: &str, make: impl Fn() -> String + 'static) -> Rc<Source> {
    Rc::new(Source::new(name, move || make().into_bytes()))
}

/// Everything that can be measured.
fn works() -> Vec<Work> {
    let mut works = Vec::new();
    for source in stories::shipped().into_iter().map(Rc::new) {
        works.extend(load::works(&source));
        works.extend(search::works(&source));
        works.extend(score::works(&source));
        works.extend(simulate::works(&source));
    }
    for nodes in NODES {
        let source = generated(&nodes.to_string(), move || generator::scenario(nodes - 1));
        works.extend(load::works(&source));
        works.extend(session::works(&source));
        works.extend(search::works(&source));
        works.extend(score::works(&source));
    }
    works.extend(search::works(&generated("ladder-60", || {
        generator::ladder(60)
    })));
    let large = std::env::var_os(LARGE).is_some();
    for (name, nodes) in REMEMBERING {
        if large || !name.contains("20-million") {
            let source = generated(name, move || generator::remembering(nodes));
            works.extend(search::works(&source));
        }
    }
    works
}

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    if asked.iter().any(|argument| argument == "table") {
        return table::print(works(), &asked);
    }
    let filters: Vec<&String> = asked
        .iter()
        .filter(|word| word.starts_with(char::is_alphabetic))
        .collect();
    let mut by_processor = Criterion::default()
        .with_measurement(cpu::CpuTime)
        .sample_size(10)
        .configure_from_args();
    let mut by_clock = Criterion::default().sample_size(10).configure_from_args();
    for work in works() {
        let name = work.name();
        // Nothing is made ready that nobody asked for.
        if !filters.iter().all(|word| name.contains(*word)) {
            continue;
        }
        if work.by_the_clock {
            measure(&mut by_clock, work);
        } else {
            measure(&mut by_processor, work);
        }
    }
    by_processor.final_summary();
}

fn measure<M: Measurement>(criterion: &mut Criterion<M>, work: Work) {
    let mut group = criterion.benchmark_group(format!("{}/{}", work.stage, work.story));
    let mut run = (work.prepare)();
    let count = run();
    if let Unit::ASecond(_) = work.unit {
        group.throughput(Throughput::Elements(count));
    }
    group.bench_function(work.row, |bencher| bencher.iter(&mut run));
    group.finish();
}
