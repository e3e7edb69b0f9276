//! Scenarios that reward the wrong thing fail `check` with the right code; a sound one passes.

use std::fs;

use serde_json::Value;

use crate::program::{arg, file, folder, project, run, stderr, stdout};

/// The guide's example, which is sound, with some of its texts changed.
fn changed(changes: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(project().join("docs/examples/last-bus.ron")).expect("read");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    text
}

fn findings(text: &str) -> Vec<Value> {
    let place = folder();
    let path = file(place.path(), "tried.ron", text);
    let output = run(&["check", "--format", "json", arg(&path)]);
    let found: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    found["files"][0]["findings"]
        .as_array()
        .expect("findings")
        .clone()
}

fn codes(text: &str) -> Vec<String> {
    let code = |finding: &Value| finding["code"].as_str().expect("a code").to_owned();
    findings(text).iter().map(code).collect()
}

const LONG_WARNING: (&str, &str) = (
    "Warn him about fares, as the driver has asked, and let him go where he likes.",
    "Warn him and let him go.",
);
const LONG_FARE: (&str, &str) = (
    "A fare of £2 not paid, settled with a warning at the stop",
    "A fare of £2",
);
const DEPOT: (&str, &str) = (
    " The driver’s shift ends at half past twelve. Route 14 runs again at six. Lost property is kept for a month.",
    "",
);
const LURE_OPTION: (&str, &str) = ("when: Marked(\"short-answers\")),", "),");
const STANDARD: &str = "standard: (beyond: 60, decisions: 60)";

#[test]
fn a_sound_scenario_passes() {
    assert_eq!(codes(&changed(&[])), [""; 0]);
}

#[test]
fn one_that_is_won_by_the_longest_option_fails() {
    let found = codes(&changed(&[LONG_WARNING, LONG_FARE]));
    assert!(
        found.contains(&"longest-option-passes".to_owned()),
        "{found:?}"
    );
}

#[test]
fn one_that_is_won_by_leaving_early_fails() {
    let found = codes(&changed(&[
        (
            "takes_minutes: 1, assess: { \"child-first\": -2 }",
            "takes_minutes: 1, assess: { \"child-first\": 3 }",
        ),
        (
            "takes_minutes: 15, assess: { \"child-first\": 2 }",
            "takes_minutes: 15, assess: { \"child-first\": -2 }",
        ),
    ]));
    assert!(
        found.contains(&"shortest-way-passes".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"curiosity-unrewarded".to_owned()),
        "{found:?}"
    );
}

#[test]
fn one_that_is_won_by_marking_everything_fails() {
    let found = codes(&changed(&[
        DEPOT,
        (STANDARD, "standard: (beyond: 10, decisions: 60)"),
    ]));
    assert!(
        found.contains(&"marking-everything-scores".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"marking-everything-passes".to_owned()),
        "{found:?}"
    );
}

#[test]
fn one_that_asks_nothing_beyond_the_offence_fails() {
    let found = codes(&changed(&[(
        STANDARD,
        "standard: (beyond: 0, decisions: 20)",
    )]));
    assert!(
        found.contains(&"tunnel-vision-passes".to_owned()),
        "{found:?}"
    );
}

#[test]
fn one_that_the_first_thing_on_offer_wins_fails() {
    let found = codes(&changed(&[(
        STANDARD,
        "standard: (beyond: 60, decisions: 50)",
    )]));
    assert_eq!(found, ["zero-effort-passes"]);
}

#[test]
fn one_in_which_what_appears_proves_the_mark_right_fails() {
    assert_eq!(codes(&changed(&[LURE_OPTION])), ["lures-unlock-nothing"]);
}

#[test]
fn a_best_choice_that_only_luck_finds_is_told() {
    let choice = |id: &str, value: &str, points: &str| {
        format!(
            "(id: \"{id}\", kind: Act, text: \"Walk him over to the grey car.\", when: Drew(\"car\", \"{value}\"), assess: {{ \"child-first\": {points} }}, goto: \"record\"),"
        )
    };
    let both = choice("to-stranger", "stranger", "-3") + &choice("to-aunt", "aunt", "3");
    let told = findings(&changed(&[(
        "            choices: [\n",
        &format!("            choices: [\n{both}\n"),
    )]));
    let luck = told
        .iter()
        .find(|finding| finding["code"] == "best-hangs-on-luck");
    let luck = luck.expect("it is told");
    assert_eq!(luck["level"], "warning");
    let message = luck["message"].as_str().expect("a message");
    assert!(
        message.contains("car=stranger") && message.contains("Walk him over to the grey car."),
        "{message}"
    );
    // Where the lines tell who it is, the same choices are no matter of luck.
    let shown = codes(&changed(&[
        (
            "            choices: [\n",
            &format!("            choices: [\n{both}\n"),
        ),
        (
            "                (when: AtLeast(\"trust\", 1), by: \"jay\"",
            "                (when: Drew(\"car\", \"aunt\"), text: \"His aunt waves from the car.\"),\n                (when: AtLeast(\"trust\", 1), by: \"jay\"",
        ),
    ]));
    assert!(
        !shown.contains(&"best-hangs-on-luck".to_owned()),
        "{shown:?}"
    );
}

#[test]
fn without_a_standard_nothing_is_asked_of_the_score() {
    let found = codes(&changed(&[
        ("    standard: (beyond: 60, decisions: 60),\n", ""),
        DEPOT,
        LONG_WARNING,
        LONG_FARE,
    ]));
    assert_eq!(found, [""; 0]);
}

#[test]
fn the_play_of_a_finding_plays_and_shows_it() {
    let text = changed(&[(STANDARD, "standard: (beyond: 60, decisions: 50)")]);
    let told = findings(&text);
    let play = &told[0]["play"];
    let place = folder();
    file(place.path(), "tried.ron", &text);
    let actions = play["actions"].as_str().expect("actions");
    let actions = file(place.path(), "play.jsonl", actions);
    let draw = format!("car={}", play["draws"]["car"].as_str().expect("a value"));
    let seed = play["seed"].to_string();
    let output = run(&[
        "play",
        "tried",
        "--scenarios",
        arg(place.path()),
        "--actions",
        arg(&actions),
        "--seed",
        &seed,
        "--draw",
        &draw,
        "--data",
        arg(place.path()),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let score: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert!(score["decisions"]["score"].as_f64() >= Some(0.5), "{score}");
}
