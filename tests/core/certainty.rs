//! How sure a score is: standard errors against the chances they stand for.

use std::fmt::Write as _;
use std::sync::Arc;

use second_look::players::{Certainty, PLAYS, Player, READER, StandardError, certainty};
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::score::{Replay, Score, ScoreOptions, score};
use second_look::session::action::Action;
use serde_json::Value;

use crate::program::{arg, file, folder, project, run, stderr, stdout};

/// A room with so many signs beyond the offence, all equally strong, twelve sentences of nothing, and one
/// choice that earns a point beside one that costs one.
fn room(cues: usize) -> String {
    let (mut named, mut lines) = (String::new(), String::new());
    for number in 0..cues {
        let _ = write!(
            named,
            "\"c-{number}\": (sign: \"unknown-car\", horizon: Beyond, strength: Notable, why: \"It is a sign.\"),"
        );
        let _ = write!(
            lines,
            "(text: \"[A thing to see](c-{number}) stands here.\"),"
        );
    }
    for number in 0..12 {
        let _ = write!(lines, "(text: \"Nothing at place {number}.\"),");
    }
    format!(
        r#"Scenario(
    format: 1, title: "A room", role: "Constable", offence: "Theft", briefing: "Attend.", minutes: 5,
    jurisdiction: EnglandAndWales, as_of: "2026-11", competences: ["professional-curiosity"],
    sources: [(title: "Report", year: 2022)],
    survivor_input: (basis: "Invented.", reviews: []),
    cast: {{ "dana": (name: "Dana", age: 14) }},
    cues: {{ {named} }}, lures: {{}},
    start: "a",
    nodes: {{
        "a": (place: "A room", lines: [{lines}], choices: [
            (id: "well", kind: Ask, text: "Ask", assess: {{ "professional-curiosity": 1 }}, goto: "end"),
            (id: "ill", kind: Ask, text: "Go", assess: {{ "professional-curiosity": -1 }}, goto: "end"),
        ]),
        "end": (place: "A room", lines: [(text: "It is over.")], ending: (id: "done", summary: "Done.")),
    }},
)"#
    )
}

fn story(text: &str) -> Arc<Story> {
    let scenarios = folder();
    file(scenarios.path(), "room.ron", text);
    let loaded = Shelf::new(Some(scenarios.path().to_owned())).load("room", false);
    let loaded = loaded.expect("it can be read");
    let problems = loaded.problems;
    loaded.story.unwrap_or_else(|| panic!("{problems:?}"))
}

fn played(story: &Arc<Story>, actions: &str) -> (Replay, Score) {
    let mut replay = Replay::begin(story.clone(), 1, &[]);
    for line in actions.lines() {
        let action = Action::parse(line).expect("an action");
        replay
            .act(&action)
            .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
    replay.finish();
    let score = score(&replay, ScoreOptions::default());
    (replay, score)
}

/// The room played with so many of its signs marked.
fn room_played(cues: usize, marked: usize) -> (Replay, Score) {
    let mut actions = String::new();
    for number in 0..marked {
        let _ = writeln!(
            actions,
            "{{\"do\":\"mark\",\"unit\":\"a.line.{number}.0\",\"concern\":\"control-by-another\",\"sure\":\"concerned\"}}"
        );
    }
    actions += "{\"do\":\"decide\"}\n{\"do\":\"choose\",\"choice\":\"well\"}\n";
    played(&story(&room(cues)), &actions)
}

fn reader() -> Player {
    let players = Shelf::new(None).players().expect("players");
    let reader = players.into_iter().find(|player| &*player.id == READER);
    reader.expect("a noisy reader")
}

fn of(played: &(Replay, Score), plays: u64, seed: u64) -> Certainty {
    certainty(&played.0, &played.1, &reader(), plays, seed)
}

fn one(error: Option<StandardError>) -> f64 {
    error.expect("an error").one
}

fn near(found: f64, wanted: f64, part: f64) {
    assert!((found / wanted - 1.0).abs() < part, "{found} {wanted}");
}

#[test]
fn of_equal_signs_it_is_the_binomial_one() {
    for (cues, marked) in [(6, 2), (8, 5), (12, 12)] {
        let found = of(&room_played(cues, marked), 40_000, 1);
        #[allow(clippy::cast_precision_loss, reason = "a dozen")]
        let (cues, marked) = (cues as f64, marked as f64);
        let chance = (marked + 0.5) / (cues + 1.0);
        let binomial = (chance * (1.0 - chance) / cues).sqrt();
        near(one(found.beyond_hits), binomial, 0.02);
    }
}

#[test]
fn it_shrinks_with_signs_and_with_attempts() {
    let few = of(&room_played(4, 2), 20_000, 1);
    let many = of(&room_played(12, 6), 20_000, 1);
    near(
        one(few.beyond_hits) / one(many.beyond_hits),
        3.0_f64.sqrt(),
        0.03,
    );
    assert!(one(many.d_prime) < one(few.d_prime));
    let share = few.beyond_hits.expect("an error");
    near(share.three, share.one / 3.0_f64.sqrt(), 1e-12);
    let counted = few.d_prime.expect("an error");
    assert!(counted.three < counted.one);
}

#[test]
fn decisions_are_as_sure_as_the_readers_judgement() {
    // Each of two choices is seen through its own error: the better one, two points ahead, seems
    // better with chance Φ(2 ÷ (2 √2)) = Φ(0.7071) = 0.76025.
    assert!((reader().judgement - 2.0).abs() < 1e-12);
    let found = of(&room_played(4, 2), 40_000, 1);
    let chance: f64 = 0.760_25;
    near(one(found.decisions), (chance * (1.0 - chance)).sqrt(), 0.02);
    assert_eq!(found.competences, [found.decisions]);
}

#[test]
fn what_chance_does_not_move_has_none() {
    let left_early = played(
        &story(&room(3)),
        "{\"do\":\"decide\"}\n{\"do\":\"leave\"}\n",
    );
    let found = of(&left_early, 200, 1);
    assert_eq!((found.decisions, found.competences), (None, vec![None]));
    // Nothing about the offence was there.
    assert_eq!((found.immediate, found.tunnel_vision), (None, None));
    assert!(found.beyond_hits.is_some());
}

#[test]
fn the_same_seed_gives_the_same_on_any_number_of_threads() {
    let attempt = room_played(8, 5);
    let alone = of(&attempt, 2_000, 7);
    let together: Vec<Certainty> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| of(&attempt, 2_000, 7)))
            .collect();
        all.into_iter()
            .map(|one| one.join().expect("done"))
            .collect()
    });
    assert!(together.iter().all(|one| *one == alone));
    assert_ne!(of(&attempt, 2_000, 8), alone);
}

#[test]
fn every_figure_of_a_shipped_play_has_one() {
    let shelf = Shelf::new(Some(project().join("scenarios")));
    let story = shelf.load("practice", false).expect("read").story;
    let actions = std::fs::read_to_string(project().join("scenarios/practice.plays/good.jsonl"));
    let attempt = played(&story.expect("it loads"), &actions.expect("a play"));
    let found = of(&attempt, PLAYS, 0);
    let all = [
        found.immediate_hits,
        found.beyond_hits,
        found.immediate,
        found.beyond,
        found.false_alarms,
        found.understood,
        found.tunnel_vision,
        found.d_prime,
        found.criterion,
        found.decisions,
    ];
    for (place, error) in all.into_iter().chain(found.competences).enumerate() {
        let error = error.unwrap_or_else(|| panic!("{place}"));
        assert!(
            error.three < error.one && error.one < 1.5,
            "{place}: {error:?}"
        );
    }
}

#[test]
fn a_report_tells_it_beside_the_score_and_d_prime_from_three_attempts() {
    let data = folder();
    let actions = project().join("scenarios/practice.plays/good.jsonl");
    let common = ["--data", arg(data.path()), "--trainee", "T-0417"];
    let play = || {
        let output = run(&[
            &[
                "play",
                "practice",
                "--seed",
                "1",
                "--actions",
                arg(&actions),
            ],
            &common[..],
        ]
        .concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        serde_json::from_str::<Value>(&stdout(&output)).expect("JSON")
    };
    let attempts = || {
        let files = std::fs::read_dir(data.path().join("attempts")).expect("attempts");
        let mut files: Vec<_> = files.map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        files
    };
    let told = play();
    // Of those that follow within the second, any name may sort first.
    let first = attempts().remove(0);
    let report = |format: &str| {
        let output = run(&[
            "report",
            arg(&first),
            "--format",
            format,
            "--data",
            arg(data.path()),
        ]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    let certainty = || {
        let told: Value = serde_json::from_str(&report("json")).expect("JSON");
        told["certainty"].clone()
    };
    assert!(told.get("certainty").is_none());
    play();
    assert_eq!(certainty()["last_three"], Value::Null);
    assert!(report("html").contains("three finished attempts are needed"));
    play();
    let found = certainty();
    let hits = &told["noticing"];
    let hits = hits["immediate"]["hits"]
        .as_u64()
        .zip(hits["beyond"]["hits"].as_u64());
    let three = hits.map(|(immediate, beyond)| 3 * (immediate + beyond));
    assert_eq!(found["last_three"]["hits"].as_u64(), three);
    let error = |of: &str| found["standard_errors"]["d_prime"][of].as_f64();
    assert_eq!(
        found["last_three"]["d_prime_standard_error"].as_f64(),
        error("three")
    );
    assert!(error("three") < error("one"));
    assert!(report("html").contains("from the last three finished attempts"));
    // Somebody else's attempts are somebody else's.
    let other = run(&[
        "play",
        "practice",
        "--seed",
        "1",
        "--actions",
        arg(&actions),
        "--data",
        arg(data.path()),
        "--trainee",
        "T-0500",
    ]);
    assert_eq!(other.status.code(), Some(0));
    assert_eq!(certainty()["last_three"]["hits"].as_u64(), three);
}

#[test]
fn analyse_tells_it_of_a_scenario() {
    let analyse = |seed: &str, format: &str| {
        let scenarios = project().join("scenarios");
        let output = run(&[
            "analyse",
            "practice",
            "--scenarios",
            arg(&scenarios),
            "--format",
            format,
            "--plays",
            "3000",
            "--seed",
            seed,
        ]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    let told: Value = serde_json::from_str(&analyse("1", "json")).expect("JSON");
    let figures = &told["certainty"]["figures"];
    let of = |figure: &str, over: &str| figures[figure][over].as_f64().expect("an error");
    // Practice has the same signs whatever is drawn, and its spread is all chance.
    let reader = told["players"]
        .as_array()
        .and_then(|all| all.iter().find(|player| player["id"] == READER));
    let spread = reader.expect("the reader")["figures"]["immediate_hit_share"]["spread"].as_f64();
    near(
        of("immediate_hit_share", "one"),
        spread.expect("a spread"),
        0.03,
    );
    near(
        of("beyond", "three"),
        of("beyond", "one") / 3.0_f64.sqrt(),
        1e-9,
    );
    assert!(of("d_prime", "three") < of("d_prime", "one"));
    assert!(told["certainty"]["competences"]["child-first"]["one"].is_number());
    let other: Value = serde_json::from_str(&analyse("2", "json")).expect("JSON");
    assert_ne!(told["certainty"], other["certainty"]);
    assert!(analyse("1", "text").contains("HOW SURE A SCORE IS"));
}
