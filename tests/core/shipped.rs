//! The shipped scenarios: what RULES and the product promise of each.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::score::{Replay, ScoreOptions, score};
use second_look::session::action::Action;
use second_look::session::moves::{Answer, Move};
use second_look::session::names::action_of;
use second_look::session::view::{
    ConcernKey, FieldView, InputView, Mark, OfferView, Passage, Phase, Sureness, UnitKey, View,
};

use crate::program::{arg, folder, project, run, stdout};

fn shelf() -> Shelf {
    Shelf::new(Some(project().join("scenarios")))
}

fn stories() -> Vec<Arc<Story>> {
    let ids = shelf().ids().expect("the scenarios are listed");
    assert!(ids.contains(&"practice".to_owned()));
    ids.iter()
        .map(|id| {
            shelf()
                .load(id, false)
                .expect("it can be read")
                .story
                .expect("it loads")
        })
        .collect()
}

#[test]
fn they_are_sound() {
    let output = run(&[
        "check",
        "--strict",
        "--scenarios",
        arg(&project().join("scenarios")),
        "--assets",
        arg(&project().join("assets")),
    ]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        crate::program::stderr(&output)
    );
}

#[test]
fn every_value_of_every_draw_occurs_over_40_seeds() {
    for story in stories() {
        let mut seen: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        for seed in 0..40 {
            for (index, value) in second_look::session::draw::draw(&story, seed)
                .into_iter()
                .enumerate()
            {
                seen.entry(index).or_default().insert(value);
            }
        }
        for (index, draw) in story.draws.iter().enumerate() {
            assert_eq!(
                seen[&index].len(),
                draw.values.len(),
                "{} {}",
                story.id,
                draw.id
            );
        }
    }
}

/// What a simple player marks.
#[derive(Clone, Copy, PartialEq)]
enum Marks {
    Nothing,
    Everything,
}

fn units_in(view: &View) -> Vec<UnitKey> {
    let lines = view.transcript.iter().flat_map(|passage| match passage {
        Passage::Line { paragraphs, .. } | Passage::Object { paragraphs, .. } => paragraphs
            .iter()
            .flatten()
            .map(|unit| unit.key)
            .collect::<Vec<_>>(),
        _ => Vec::new(),
    });
    let documents = view.documents.iter().flat_map(|document| {
        document
            .fields
            .iter()
            .flat_map(|field| field.paragraphs.iter().flatten().map(|unit| unit.key))
    });
    lines.chain(documents).collect()
}

fn answer(
    field: &FieldView,
    pick: usize,
) -> Option<(second_look::session::view::FieldKey, Answer)> {
    match &field.input {
        InputView::One(options) => Some((
            field.key,
            Answer::Options(vec![options[pick % options.len()].key]),
        )),
        InputView::Many(options) if !options.is_empty() => Some((
            field.key,
            Answer::Options(vec![options[pick % options.len()].key]),
        )),
        InputView::Many(_) | InputView::Text => None,
    }
}

/// A whole play: looks at everything, marks as told, takes the choice that `pick` says.
fn play(
    story: &Arc<Story>,
    seed: u64,
    marks: Marks,
    pick: impl Fn(usize, usize) -> usize,
) -> (Replay, Vec<Action>) {
    let mut replay = Replay::begin(story.clone(), seed, &[]);
    let mut actions = Vec::new();
    let mut act = |replay: &mut Replay, step: &Move| {
        let action = action_of(replay.play.story(), step);
        replay
            .act(&action)
            .unwrap_or_else(|refusal| panic!("{}: {step:?}: {refusal}", story.id));
        actions.push(action);
    };
    for turn in 0..400 {
        let view = replay.play.view();
        if matches!(view.phase, Phase::Ended { .. }) {
            replay.finish();
            return (replay, actions);
        }
        let things: Vec<_> = view
            .objects
            .iter()
            .map(|object| object.key)
            .chain(view.documents.iter().map(|document| document.key))
            .collect();
        for thing in things {
            act(&mut replay, &Move::Inspect(thing));
        }
        if marks == Marks::Everything {
            for unit in units_in(&replay.play.view()) {
                act(
                    &mut replay,
                    &Move::Mark(
                        unit,
                        Mark {
                            concern: ConcernKey(0),
                            sure: Sureness::Concerned,
                        },
                    ),
                );
            }
        }
        act(&mut replay, &Move::Decide);
        match replay.play.view().offer {
            OfferView::Choices(choices) => {
                assert!(
                    !choices.is_empty(),
                    "{}: nothing on offer at {}",
                    story.id,
                    view.place
                );
                act(
                    &mut replay,
                    &Move::Choose(choices[pick(turn, choices.len()) % choices.len()].key),
                );
            }
            OfferView::Form(form) => {
                let answers = form
                    .fields
                    .iter()
                    .filter_map(|field| answer(field, pick(turn, 4)))
                    .collect();
                act(&mut replay, &Move::Fill(answers));
            }
            OfferView::Undecided => unreachable!("decide puts something on offer"),
        }
    }
    panic!("{}: no end after 400 turns", story.id);
}

#[test]
fn marking_everything_and_marking_nothing_both_give_no_noticing() {
    for story in stories() {
        for seed in 0..12 {
            for marks in [Marks::Nothing, Marks::Everything] {
                let (replay, _) = play(&story, seed, marks, picks(seed));
                // Noticing needs no search.
                let found = score(&replay, ScoreOptions { states: 1 });
                for side in [&found.noticing.immediate, &found.noticing.beyond] {
                    assert!(
                        found
                            .noticing
                            .side_score(side)
                            .is_none_or(|score| score == 0.0),
                        "{} seed {seed}",
                        story.id
                    );
                }
            }
        }
    }
}

#[test]
fn losses_add_up_to_what_was_not_earned() {
    for story in stories() {
        for seed in 0..2 {
            let (replay, _) = play(&story, seed, Marks::Nothing, picks(seed));
            let found = score(&replay, ScoreOptions::default());
            assert!(found.decisions.exact, "{}", story.id);
            let judged = found
                .decisions
                .turns
                .iter()
                .filter_map(|turn| turn.judged.as_ref());
            let lost: i64 = judged.map(|judged| judged.loss).sum();
            let total = &found.decisions.total;
            assert_eq!(lost, total.best - total.earned, "{} seed {seed}", story.id);
        }
    }
}

/// Which choice is taken, from the turn and the seed.
fn picks(seed: u64) -> impl Fn(usize, usize) -> usize {
    move |turn, _| turn.wrapping_mul(7) + usize::try_from(seed).unwrap_or_default()
}

#[test]
fn the_same_seed_and_actions_give_the_same_bytes() {
    for story in stories() {
        let (_, actions) = play(&story, 3, Marks::Nothing, |turn, _| turn);
        let data = folder();
        let text: String = actions
            .iter()
            .map(|action| format!("{}\n", action.to_json()))
            .collect();
        let file = crate::program::file(data.path(), "a.jsonl", text);
        let scenarios = project().join("scenarios");
        let arguments = [
            "play",
            &story.id,
            "--scenarios",
            arg(&scenarios),
            "--seed",
            "3",
            "--actions",
            arg(&file),
            "--data",
            arg(data.path()),
        ];
        let (first, second) = (run(&arguments), run(&arguments));
        assert!(first.status.success() && !first.stdout.is_empty());
        assert_eq!(stdout(&first), stdout(&second));
    }
}

#[test]
fn support_is_built_in() {
    let support = second_look::support::Support::built_in();
    assert!(support.services.len() > 10 && !support.as_of.is_empty());
}
