//! Steps of play: the rules alone, with the transcript, and with the view that a screen is given.

use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput};
use second_look::scenario::ids::ChoiceKey;
use second_look::scenario::story::Story;
use second_look::session::moves::Move;
use second_look::session::playthrough::Playthrough;
use second_look::session::rules::apply;
use second_look::session::state::State;

use crate::stories::{SIZES, sources, vocabularies};

/// Decide, then the last choice on offer: one turn.
const TURNS: u64 = 100;

fn next(state: &State) -> Option<Move> {
    match state.offer.last() {
        Some(choice) => Some(Move::Choose(ChoiceKey(*choice))),
        None if state.is_over() => None,
        None => Some(Move::Decide),
    }
}

fn start(story: &Story) -> State {
    State::start(story, vec![0; story.draws.len()], &mut Vec::new())
}

fn rules_alone(story: &Story, mut state: State) -> State {
    let mut events = Vec::new();
    for _ in 0..2 * TURNS {
        let Some(step) = next(&state) else { break };
        events.clear();
        if apply(story, &mut state, &step, &mut events).is_err() {
            break;
        }
    }
    state
}

fn turns(mut play: Playthrough, with_view: bool) -> Playthrough {
    for _ in 0..2 * TURNS {
        let Some(step) = next(play.state()) else {
            break;
        };
        if play.apply(&step).is_err() {
            break;
        }
        if with_view {
            std::hint::black_box(play.view());
        }
    }
    play
}

pub fn measure(criterion: &mut Criterion) {
    let vocabularies = vocabularies();
    let generated = sources().into_iter().rev().take(SIZES.len());
    for source in generated {
        let story: Arc<Story> = source.story(&vocabularies);
        let played = turns(Playthrough::begin(story.clone(), 1, &[]), false);
        assert!(!played.state().is_over(), "the story is long enough");
        let mut group = criterion.benchmark_group(format!("session/{}", source.name));
        group.throughput(Throughput::Elements(TURNS));
        group.bench_function("rules-alone", |bencher| {
            bencher.iter_batched(
                || start(&story),
                |state| rules_alone(&story, state),
                BatchSize::LargeInput,
            );
        });
        for (name, with_view) in [("with-transcript", false), ("with-view", true)] {
            group.bench_function(name, |bencher| {
                bencher.iter_batched(
                    || Playthrough::begin(story.clone(), 1, &[]),
                    |play| turns(play, with_view),
                    BatchSize::LargeInput,
                );
            });
        }
        group.finish();
    }
}
