//! Simulated officers: what they play is legal, scored as any play is, and the same on any machine.

use std::sync::Arc;

use second_look::players::{Board, Figure, Habit, Officer, Outcome, Player, simulate_on};
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::score::{DutyState, Replay, Score, ScoreOptions, score};
use second_look::session::moves::Move;
use second_look::session::names::action_of;

use crate::program::{file, folder, project};

fn shelf() -> Shelf {
    Shelf::new(Some(project().join("scenarios")))
}

fn story(id: &str) -> Arc<Story> {
    let loaded = shelf().load(id, false).expect("it can be read");
    loaded.story.expect("it loads")
}

fn players() -> Vec<Player> {
    shelf().players().expect("players")
}

/// The play again, through the program's own replay and score.
fn scored(board: &Board, combination: usize, moves: &[Move], states: usize) -> Score {
    let story = board.story();
    let forced: Vec<(usize, u32)> = board.combinations[combination]
        .draws
        .iter()
        .copied()
        .enumerate()
        .collect();
    let mut replay = Replay::begin(story.clone(), 1, &forced);
    for step in moves {
        replay
            .act(&action_of(story, step))
            .unwrap_or_else(|refusal| panic!("{step:?}: {refusal}"));
    }
    replay.finish();
    score(&replay, ScoreOptions { states })
}

fn assert_same(outcome: &Outcome, duties: &[Option<DutyState>], score: &Score, what: &str) {
    assert_eq!(outcome.finished, score.finished, "{what}");
    assert_eq!(outcome.immediate, score.noticing.immediate, "{what}");
    assert_eq!(outcome.beyond, score.noticing.beyond, "{what}");
    assert_eq!(outcome.alarms, score.noticing.false_alarms, "{what}");
    let signals = outcome.signals;
    assert_eq!(signals.d_prime(), score.noticing.d_prime, "{what}");
    assert_eq!(signals.criterion(), score.noticing.criterion, "{what}");
    assert_eq!(outcome.tunnel_vision(), score.tunnel_vision, "{what}");
    let told: Vec<DutyState> = duties.iter().flatten().copied().collect();
    let known: Vec<DutyState> = score.duties.iter().map(|(_, state)| *state).collect();
    assert_eq!(told, known, "{what}");
    if outcome.finished && score.decisions.exact {
        assert_eq!(outcome.decisions, Some(score.decisions.total), "{what}");
    }
    let met = score.standard.as_ref().and_then(|standard| standard.met);
    assert_eq!(outcome.met, met, "{what}");
}

#[test]
fn a_play_in_bulk_is_scored_as_any_play_is() {
    // Where the search is large, noticing and duties are compared without it.
    let stories = [("practice", 100_000, 40), ("chemist-on-mill-lane", 1, 12)];
    for (id, states, plays) in stories {
        let board = Board::new(&story(id), states);
        let mut officer = Officer::new(&board);
        for player in players() {
            let habit = Habit::new(board.story(), &player, 7);
            for combination in 0..board.combinations.len() {
                for number in 0..plays {
                    let (outcome, moves) = officer.recorded(&habit, combination, number);
                    let score = scored(&board, combination, &moves, states);
                    let what = format!("{id} {} {combination} {number}", player.id);
                    assert_same(&outcome, officer.duties(), &score, &what);
                }
            }
        }
    }
}

#[test]
fn shipped_stories_are_played_to_an_end_by_every_player() {
    for id in shelf().ids().expect("ids") {
        let board = Board::new(&story(&id), 1);
        for summary in simulate_on(&board, &players(), 200, 3, &|_, _| {}) {
            assert_eq!(
                summary.finished.share(),
                Some(1.0),
                "{id} {}",
                summary.player
            );
        }
    }
}

#[test]
fn the_parts_of_a_simulation_are_the_whole() {
    let board = Board::new(&story("practice"), 100_000);
    let reader: Vec<Player> = players()
        .into_iter()
        .filter(|player| &*player.id == "noisy-reader")
        .collect();
    let all = simulate_on(&board, &reader, 3_000, 5, &|_, _| {});
    // One thread, one play after the other.
    let habit = Habit::new(board.story(), &reader[0], 5);
    let mut officer = Officer::new(&board);
    let mut one_by_one =
        second_look::players::PlayerSummary::new(&habit, board.story().duties.len());
    for number in 0..3_000 {
        let combination = usize::try_from(number).unwrap_or(0) % board.combinations.len();
        let outcome = officer.play(&habit, combination, number);
        one_by_one.add(&outcome, officer.duties());
    }
    assert_eq!(all, [one_by_one]);
    let other_seed = simulate_on(&board, &reader, 3_000, 6, &|_, _| {});
    assert_ne!(all, other_seed);
}

#[test]
fn habits_are_what_they_say() {
    let board = Board::new(&story("practice"), 100_000);
    let found = simulate_on(&board, &players(), 2_000, 1, &|_, _| {});
    let mean = |id: &str, figure: Figure| {
        let summary = found.iter().find(|summary| &*summary.player == id);
        let summary = summary.unwrap_or_else(|| panic!("no {id}"));
        summary.figure(figure).map(|found| found.mean)
    };
    assert_eq!(mean("marks-everything", Figure::BeyondHits), Some(1.0));
    assert_eq!(mean("marks-everything", Figure::FalseAlarms), Some(1.0));
    assert_eq!(mean("marks-everything", Figure::Beyond), Some(0.0));
    assert_eq!(mean("marks-nothing", Figure::FalseAlarms), Some(0.0));
    assert_eq!(mean("tunnel-vision", Figure::BeyondHits), Some(0.0));
    assert!(mean("tunnel-vision", Figure::TunnelVision) > Some(0.5));
    assert!(mean("curious", Figure::Beyond) > mean("noisy-reader", Figure::Beyond));
    assert!(mean("noisy-reader", Figure::DPrime) > mean("random", Figure::DPrime));
    assert!(mean("shortest-way", Figure::Turns) < mean("curious", Figure::Turns));
}

#[test]
fn progress_ends_at_the_whole() {
    use std::sync::atomic::{AtomicU64, Ordering};
    let board = Board::new(&story("practice"), 1);
    let most = AtomicU64::new(0);
    let reader = &players()[..2];
    let _ = simulate_on(&board, reader, 1_500, 1, &|done, total| {
        assert_eq!(total, 3_000);
        most.fetch_max(done, Ordering::Relaxed);
    });
    assert_eq!(most.into_inner(), 3_000);
}

#[test]
fn a_folders_players_stand_over_those_built_in() {
    let own = folder();
    file(
        own.path(),
        "players.ron",
        "Players({ \"zero-effort\": (title: \"Own\", about: \"…\", looks: Lines, marks: Nothing, chooses: Longest) })",
    );
    let players = Shelf::new(Some(own.path().to_owned()))
        .players()
        .expect("players");
    let named: Vec<&str> = players.iter().map(|player| &*player.title).collect();
    assert!(
        named.contains(&"Own") && named.contains(&"Curious") && !named.contains(&"Zero effort")
    );
}

#[test]
fn what_is_wrong_with_a_players_file_is_told_with_its_place_and_mend() {
    let own = folder();
    let cases = [
        (
            "(title: \"A\", about: \"…\", looks: Lines, marks: Any, chooses: First)",
            "players.ron:1:62: missing-field: `a` tells sentences apart and lacks its `reads`; add `reads",
        ),
        (
            "(title: \"A\", about: \"…\", looks: Lines, marks: Nothing, chooses: Words)",
            "missing-field: `a` chooses by words and lacks its `words`; add",
        ),
        (
            "(title: \"A\", about: \"…\", looks: Lines, marks: Nothing, chooses: Merit, judgement: -1.5)",
            "out-of-range: -1.5 is not between 0 and 10; the unit",
        ),
        (
            "(title: \"A\", about: \"…\", looks: Line, marks: Nothing, chooses: Merit)",
            "unknown-variant: `Line` is not what a player looks at; did you mean `Lines`?",
        ),
    ];
    for (player, told) in cases {
        file(
            own.path(),
            "players.ron",
            format!("Players({{ \"a\": {player} }})"),
        );
        let error = Shelf::new(Some(own.path().to_owned()))
            .players()
            .expect_err(player);
        assert!(error.to_string().contains(told), "{error}");
    }
}
