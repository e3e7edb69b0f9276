//! Second Look beside other story engines: the same generated story, one process, one thread, medians of the processor's time.
//!
//! `peers write DIR` writes the story in each notation; `peers measure NODES` prints a table as tab-separated rows.

mod engines;
mod plain;
mod story;

use std::hint::black_box;
use std::time::Duration;

use engines::{Bladeink, Engine, SecondLook, Yarn, blade_compile, yarn_compile};
use second_look::analysis::Search;
use second_look::check::{Tools, check};
use second_look::scenario::art::ArtShelf;
use second_look::scenario::load;
use second_look::scenario::shelf::Shelf;
use story::Numbers;

const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder, nodes] => write(folder, number(nodes)),
        ["measure", nodes] => measure(number(nodes)),
        _ => {
            eprintln!("usage: peers write DIR NODES | peers measure NODES");
            std::process::exit(2);
        }
    }
}

fn number(text: &str) -> usize {
    text.parse().expect("a number of nodes")
}

fn write(folder: &str, nodes: usize) {
    let story = story::story(nodes);
    let folder = std::path::Path::new(folder);
    std::fs::create_dir_all(folder).expect("the folder");
    std::fs::write(folder.join(format!("{nodes}.ink")), story::ink(&story)).expect("the ink file");
    std::fs::write(
        folder.join(format!("generated-{nodes}.ron")),
        story::ron(&story),
    )
    .expect("the scenario");
}

/// What this program has used of the processor: what else the machine does counts for nobody.
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// The middle of five runs.
fn median(mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| run()).collect();
    times.sort_unstable();
    times[RUNS / 2]
}

fn timed<T>(mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    median(|| {
        let start = now();
        let made = black_box(work());
        let time = now().saturating_sub(start);
        drop(made);
        time
    })
}

fn row(engine: &str, what: &str, nodes: usize, figure: f64, unit: &str) {
    println!("{engine}\t{what}\t{nodes}\t{figure:.3}\t{unit}");
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn measure(nodes: usize) {
    let story = story::story(nodes);
    let (ink, yarn, ron) = (story::ink(&story), story::yarn(&story), story::ron(&story));
    let ron_plain = timed(|| plain::from_ron(&ron));
    let load_row = |engine: &str, what: &str, time: Duration| {
        row(engine, what, nodes, milliseconds(time), "ms");
        row(
            engine,
            &format!("{what}, ÷ ron"),
            nodes,
            time.as_secs_f64() / ron_plain.as_secs_f64(),
            "×",
        );
    };
    load_row("ron", "typed structures", ron_plain);
    let json = plain::to_json(&plain::from_ron(&ron));
    load_row(
        "serde_json",
        "typed structures",
        timed(|| plain::from_json(&json)),
    );

    let vocabularies = Shelf::new(None)
        .vocabularies()
        .expect("the built-in vocabularies");
    let art = ArtShelf::new(None);
    let tools = Tools {
        vocabularies: &vocabularies,
        players: &[],
        art: &art,
        search: false,
    };
    let read = |places| -> Result<_, std::convert::Infallible> {
        Ok(load(
            "peers",
            "peers",
            ron.as_bytes(),
            &vocabularies,
            places,
        ))
    };
    load_row("second-look", "load for play", timed(|| read(false)));
    load_row("second-look", "load with places", timed(|| read(true)));
    load_row(
        "second-look",
        "check without search",
        timed(|| check(read, tools)),
    );
    load_row(
        "bladeink-compiler",
        "compile",
        timed(|| blade_compile(&ink)),
    );
    let compiled = blade_compile(&ink);
    load_row(
        "bladeink",
        "load compiled JSON",
        timed(|| Bladeink::new(&compiled)),
    );
    load_row("yarnspinner", "compile", timed(|| yarn_compile(&yarn)));

    let loaded = read(false).unwrap_or_else(|never| match never {});
    let ours = loaded
        .story
        .unwrap_or_else(|| panic!("{:?}", loaded.problems));
    let mut players: Vec<(&str, Box<dyn Engine>, usize)> = vec![
        (
            "second-look",
            Box::new(SecondLook::new(ours.clone())),
            2_000_000,
        ),
        ("bladeink", Box::new(Bladeink::new(&compiled)), 20_000),
        (
            "yarnspinner",
            Box::new(Yarn::new(yarn_compile(&yarn))),
            10_000,
        ),
    ];
    let mut digests = Vec::new();
    for (name, engine, steps) in &mut players {
        digests.push((*name, digest(engine.as_mut())));
        let time = timed(|| play(engine.as_mut(), *steps));
        row(
            name,
            "steps",
            nodes,
            *steps as f64 / time.as_secs_f64(),
            "a second",
        );
        let rounds = *steps / 100;
        let time = timed(|| (0..rounds).for_each(|_| play(engine.as_mut(), 50)));
        row(
            name,
            "playthroughs of 50",
            nodes,
            rounds as f64 / time.as_secs_f64(),
            "a second",
        );
    }
    for (name, digest) in &digests {
        println!("{name}\tdigest of 1,000 steps\t{nodes}\t{digest:016x}\t");
    }
    assert!(
        digests.iter().all(|(_, digest)| *digest == digests[0].1),
        "the engines showed different texts"
    );

    let search = Search::new(&ours, &[], usize::MAX);
    let states = search.states();
    drop(search);
    let time = timed(|| Search::new(&ours, &[], usize::MAX));
    row(
        "second-look",
        "exact search, states",
        nodes,
        states as f64,
        "",
    );
    row(
        "second-look",
        "exact search",
        nodes,
        states as f64 / time.as_secs_f64(),
        "states a second",
    );
}

/// From the beginning, so many steps of the same random choices.
fn play(engine: &mut dyn Engine, steps: usize) {
    let mut numbers = Numbers(42);
    engine.reset();
    let mut letters = 0usize;
    for _ in 0..steps {
        let choices = engine.show(&mut |text| letters += text.len());
        engine.choose(numbers.below(choices));
    }
    black_box(letters);
}

/// FNV-1a over every shown text of 1,000 steps.
fn digest(engine: &mut dyn Engine) -> u64 {
    let mut numbers = Numbers(42);
    let mut digest = 0xcbf2_9ce4_8422_2325_u64;
    engine.reset();
    for _ in 0..1000 {
        let choices = engine.show(&mut |text| {
            for byte in text.bytes().chain([0]) {
                digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        });
        engine.choose(numbers.below(choices));
    }
    digest
}
