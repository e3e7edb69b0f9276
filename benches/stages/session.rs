//! Steps of play: the rules alone, with the transcript, and with the view that a screen is given.

use std::hint::black_box;
use std::rc::Rc;

use second_look::scenario::ids::ChoiceKey;
use second_look::scenario::story::Story;
use second_look::session::moves::Move;
use second_look::session::playthrough::Playthrough;
use second_look::session::rules::apply;
use second_look::session::state::State;

use crate::stories::Source;
use crate::work::{Unit, Work};

const STAGE: &str = "session";
/// Steps a run: read, decide, choose.
const STEPS: u64 = 1_000;
/// Steps with a view after each action: a view holds everything shown so far.
const VIEWED: u64 = 50;
const UNIT: Unit = Unit::ASecond("steps");

pub fn works(source: &Rc<Source>) -> Vec<Work> {
    let (alone, told, viewed) = (source.clone(), source.clone(), source.clone());
    vec![
        Work::new(STAGE, "rules-alone", &source.name, UNIT, move || {
            let story = alone.story();
            let mut state = start(&story);
            let mut events = Vec::new();
            move || {
                for _ in 0..STEPS {
                    if state.is_over() {
                        state = start(&story);
                    }
                    events.clear();
                    apply(&story, &mut state, &Move::Decide, &mut events).expect("decide");
                    let choice = last(&state).expect("an offer");
                    apply(&story, &mut state, &choice, &mut events).expect("it is on offer");
                    black_box(&events);
                }
                STEPS
            }
        }),
        Work::new(STAGE, "with-transcript", &source.name, UNIT, move || {
            let story = told.story();
            let mut play = Playthrough::begin(story.clone(), 1, &[]);
            move || {
                for _ in 0..STEPS {
                    if play.state().is_over() {
                        play = Playthrough::begin(story.clone(), 1, &[]);
                    }
                    play.apply(&Move::Decide).expect("decide");
                    let choice = last(play.state()).expect("an offer");
                    play.apply(&choice).expect("it is on offer");
                }
                STEPS
            }
        }),
        Work::new(STAGE, "with-view", &source.name, UNIT, move || {
            let story = viewed.story();
            move || {
                let mut play = Playthrough::begin(story.clone(), 1, &[]);
                let mut steps = 0;
                while steps < VIEWED && !play.state().is_over() {
                    play.apply(&Move::Decide).expect("decide");
                    black_box(play.view());
                    let choice = last(play.state()).expect("an offer");
                    play.apply(&choice).expect("it is on offer");
                    black_box(play.view());
                    steps += 1;
                }
                steps
            }
        }),
    ]
}

fn start(story: &Story) -> State {
    State::start(story, vec![0; story.draws.len()], &mut Vec::new())
}

/// The last choice on offer.
pub fn last(state: &State) -> Option<Move> {
    state
        .offer
        .last()
        .map(|choice| Move::Choose(ChoiceKey(*choice)))
}
