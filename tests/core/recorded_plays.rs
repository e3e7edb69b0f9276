//! The plays beside each shipped scenario: every one can be played, and comes out as its name says.

use serde_json::Value;

use crate::program::{arg, folder, project, run, stderr, stdout};

/// The score of a play beside a scenario, with the seed it was made for.
fn score_of(scenario: &str, play: &str) -> Value {
    let data = folder();
    let scenarios = project().join("scenarios");
    let path = scenarios.join(format!("{scenario}.plays/{play}.jsonl"));
    let output = run(&[
        "play",
        scenario,
        "--scenarios",
        arg(&scenarios),
        "--seed",
        "1",
        "--actions",
        arg(&path),
        "--data",
        arg(data.path()),
    ]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{scenario} {play}: {}",
        stderr(&output)
    );
    serde_json::from_str(&stdout(&output)).expect("a score")
}

/// Noticing of one side, in whole per cent.
fn noticing(score: &Value, side: &str) -> f64 {
    let share = score["noticing"][side]["score"].as_f64();
    (share.expect("there is something to notice") * 100.0).round()
}

fn comes_out_as_its_name_says(scenario: &str, play: &str) {
    let score = score_of(scenario, play);
    let told = format!("{scenario} {play}: {score}");
    assert_eq!(score["finished"], true, "{told}");
    assert_eq!(score["decisions"]["exact"], true, "{told}");
    assert_eq!(score["standard"]["met"], play == "good", "{told}");
    let (immediate, beyond) = (noticing(&score, "immediate"), noticing(&score, "beyond"));
    match play {
        "good" => assert!(immediate >= 90.0 && beyond >= 90.0, "{told}"),
        "tunnel" => {
            assert!(immediate >= 90.0 && beyond < 1.0, "{told}");
            let decisions = score["decisions"]["score"].as_f64();
            assert!(decisions.is_some_and(|share| share < 0.6), "{told}");
        }
        "nothing" | "everything" => assert!(immediate < 1.0 && beyond < 1.0, "{told}"),
        _ => panic!("a play by a name that says nothing: {told}"),
    }
}

#[test]
fn those_of_the_practice_run() {
    comes_out_as_its_name_says("practice", "good");
}

#[test]
fn those_of_the_chemist_on_mill_lane() {
    for play in ["good", "tunnel", "nothing", "everything"] {
        comes_out_as_its_name_says("chemist-on-mill-lane", play);
    }
}

#[test]
fn those_of_the_third_time_this_month() {
    for play in ["good", "tunnel", "nothing", "everything"] {
        comes_out_as_its_name_says("third-time-this-month", play);
    }
}

/// A scenario that gets plays gets a test of them.
#[test]
fn none_is_left_out() {
    let tested = ["practice", "chemist-on-mill-lane", "third-time-this-month"];
    let entries = std::fs::read_dir(project().join("scenarios")).expect("the scenarios");
    for entry in entries {
        let name = entry.expect("a readable folder").file_name();
        if let Some(scenario) = name.to_string_lossy().strip_suffix(".plays") {
            assert!(tested.contains(&scenario), "{scenario}");
        }
    }
}
