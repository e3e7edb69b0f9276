//! Attempts scored: from the lines of a journal to every figure, the exact search included.

use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;

use second_look::scenario::story::Story;
use second_look::score::{Replay, ScoreOptions, score};
use second_look::session::action::Action;
use second_look::session::moves::Move;
use second_look::session::names::action_of;
use second_look::session::playthrough::Playthrough;

use crate::session::last;
use crate::stories::Source;
use crate::work::{Unit, Work};

const STAGE: &str = "score";
/// Turns of an attempt of a generated story: 40 actions.
const TURNS: usize = 20;
const UNIT: Unit = Unit::ASecond("attempts");

pub fn works(source: &Rc<Source>) -> Vec<Work> {
    let (read, scored) = (source.clone(), source.clone());
    vec![
        Work::new(STAGE, "replayed", &source.name, UNIT, move || {
            let (story, lines) = (read.story(), actions(&read));
            move || {
                black_box(replay(&story, &lines));
                1
            }
        }),
        Work::new(STAGE, "scored", &source.name, UNIT, move || {
            let (story, lines) = (scored.story(), actions(&scored));
            move || {
                let replay = replay(&story, &lines);
                black_box(score(&replay, ScoreOptions::default()));
                1
            }
        }),
    ]
}

/// The recorded play of a shipped scenario, or the first turns of a generated one.
fn actions(source: &Source) -> String {
    if let Some(recorded) = source.recorded() {
        return recorded;
    }
    let story = source.story();
    let mut play = Playthrough::begin(story.clone(), 1, &[]);
    let mut lines = String::new();
    let mut act = |play: &mut Playthrough, action: &Move| {
        play.apply(action).expect("it is allowed");
        lines.push_str(&format!("{}\n", action_of(&story, action).to_json()));
    };
    for _ in 0..TURNS {
        if play.state().is_over() {
            break;
        }
        act(&mut play, &Move::Decide);
        let choice = last(play.state()).expect("an offer");
        act(&mut play, &choice);
    }
    lines
}

fn replay(story: &Arc<Story>, lines: &str) -> Replay {
    let mut replay = Replay::begin(story.clone(), 1, &[]);
    for line in lines.lines() {
        let action = Action::parse(line).expect("an action");
        replay.act(&action).expect("it is allowed");
    }
    replay.finish();
    replay
}
