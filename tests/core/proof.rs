//! What `analyse` says of a scenario: against the independent interpreter's figures and against stories worked out by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::program::{arg, file, folder, project, run, stderr, stdout};

fn analysed(scenarios: &std::path::Path, id: &str) -> Value {
    let output = run(&[
        "analyse",
        id,
        "--scenarios",
        arg(scenarios),
        "--format",
        "json",
        "--plays",
        "300",
    ]);
    assert!(output.status.success(), "{}", stderr(&output));
    serde_json::from_str(&stdout(&output)).expect("JSON")
}

fn set(list: &Value) -> BTreeSet<&str> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(Value::as_str).collect()
}

#[test]
fn what_can_be_come_to_is_what_the_independent_interpreter_says() {
    let cases = project().join("tests/conformance/cases");
    let mut proofs: BTreeMap<String, Value> = BTreeMap::new();
    let mut compared = 0;
    for entry in fs::read_dir(&cases).expect("the cases").flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let case: Value =
            serde_json::from_str(&fs::read_to_string(&path).expect("a case")).expect("JSON");
        let Some(expected) = case.get("analysis") else {
            continue;
        };
        let id = case["scenario"]
            .as_str()
            .expect("a scenario")
            .trim_end_matches(".ron")
            .to_owned();
        let proof = proofs
            .entry(id.clone())
            .or_insert_with(|| analysed(&cases, &id));
        let found = proof["combinations"]
            .as_array()
            .expect("combinations")
            .iter()
            .find(|combination| combination["draws"] == expected["draws"])
            .expect("the case's draws");
        for list in ["nodes", "choices", "endings"] {
            assert_eq!(
                set(&expected[list]),
                set(&found[list]),
                "{list} of {path:?}"
            );
        }
        assert_eq!(
            (
                &expected["best"],
                &expected["worst"],
                &expected["competences"],
                &expected["earliest"]
            ),
            (
                &found["total"]["best"],
                &found["total"]["worst"],
                &found["competences"],
                &found["earliest"]
            ),
            "{path:?}"
        );
        compared += 1;
    }
    assert!(compared > 30, "{compared} cases");
}

/// A story with one of everything that the search finds.
pub fn trapped() -> String {
    let node = |lines: &str, exit: &str| format!("(place: \"P\", lines: [{lines}], {exit})");
    let choice = |id: &str, more: &str, goto: &str| {
        format!("(id: \"{id}\", kind: Act, text: \"T\", {more} goto: \"{goto}\")")
    };
    let nodes = [
        (
            "a",
            node(
                "(text: \"[A phone](phone).\")",
                &format!(
                    "choices: [{}, {}, {}, {}, {}]",
                    choice("to-b", "takes_minutes: 3,", "b"),
                    choice(
                        "asked",
                        "when: Marked(\"phone\"), takes_minutes: 5, fulfils: [\"recorded\"],",
                        "b"
                    ),
                    choice("to-loop", "", "round"),
                    choice("to-stuck", "", "stuck"),
                    choice("never", "when: Any([]),", "b")
                ),
            ),
        ),
        (
            "b",
            node(
                "(when: Chose(\"asked\"), text: \"[A second](late).\")",
                &format!("choices: [{}]", choice("out", "", "end")),
            ),
        ),
        (
            "round",
            node(
                "(text: \"R.\")",
                &format!("choices: [{}]", choice("again", "again: true,", "round")),
            ),
        ),
        (
            "stuck",
            node(
                "(text: \"S.\")",
                &format!(
                    "choices: [{}]",
                    choice("shut", "when: Visited(\"b\"),", "end")
                ),
            ),
        ),
        (
            "nowhere",
            node(
                "(text: \"[Unseen](unseen).\")",
                &format!("choices: [{}]", choice("off", "", "end")),
            ),
        ),
        ("end", node("", "ending: (id: \"done\", summary: \"S\")")),
    ];
    let nodes: String = nodes
        .iter()
        .map(|(id, node)| format!("\"{id}\": {node},\n"))
        .collect();
    format!(
        r#"Scenario(format: 1, title: "T", role: "R", offence: "O", briefing: "B", minutes: 1, jurisdiction: EnglandAndWales, as_of: "2026-11",
        competences: ["child-first"], sources: [], survivor_input: (basis: "B", reviews: []), cast: {{}},
        cues: {{ "phone": (sign: "second-phone", horizon: Beyond, strength: Weak, why: "W"),
                 "late": (sign: "second-phone", horizon: Beyond, strength: Weak, why: "W"),
                 "unseen": (sign: "second-phone", horizon: Beyond, strength: Weak, why: "W") }},
        lures: {{}}, duties: {{ "recorded": (title: "D", why: "W", within_minutes: 4), "never-done": (title: "D", why: "W") }},
        start: "a", nodes: {{ {nodes} }})"#
    )
}

#[test]
fn every_kind_of_finding_is_found_and_shown_by_a_play_that_plays() {
    let place = folder();
    file(place.path(), "trapped.ron", trapped());
    let proof = analysed(place.path(), "trapped");
    let found = proof["findings"].as_array().expect("findings");
    let told: BTreeSet<(&str, &str)> = found
        .iter()
        .map(|finding| {
            (
                finding["code"].as_str().expect("a code"),
                finding["level"].as_str().expect("a level"),
            )
        })
        .collect();
    let expected = [
        ("unreachable-node", "warning"),
        ("choice-never-on-offer", "warning"),
        ("cue-never-shown", "warning"),
        ("dead-end", "error"),
        ("closed-loop", "error"),
        ("duty-impossible", "error"),
    ];
    assert_eq!(told, expected.into_iter().collect());
    let duties: Vec<&str> = found
        .iter()
        .filter(|finding| finding["code"] == "duty-impossible")
        .filter_map(|finding| finding["message"].as_str())
        .collect();
    assert!(
        duties.iter().any(|message| message
            .contains("`recorded` is due within 4 minutes and can be fulfilled after 5")),
        "{duties:?}"
    );
    assert!(
        duties.iter().any(|message| message.contains("never-done")),
        "{duties:?}"
    );
    let earliest = &proof["combinations"][0]["earliest"];
    assert_eq!(earliest, &json!({ "phone": 0, "late": 5 }));
    for (code, choice, node) in [
        ("dead-end", "to-stuck", "stuck"),
        ("closed-loop", "to-loop", "round"),
    ] {
        let finding = found
            .iter()
            .find(|finding| finding["code"] == code)
            .expect(code);
        let actions = finding["play"]["actions"].as_str().expect("a play");
        assert_eq!(actions.lines().count(), 2, "{actions}");
        assert!(
            actions.contains(choice)
                && finding["message"]
                    .as_str()
                    .is_some_and(|message| message.contains(node))
        );
        let path = file(place.path(), "play.jsonl", actions);
        let output = run(&[
            "play",
            "trapped",
            "--scenarios",
            arg(place.path()),
            "--data",
            arg(place.path()),
            "--actions",
            arg(&path),
        ]);
        assert!(output.status.success(), "{}", stderr(&output));
    }
}

#[test]
fn a_duty_that_a_play_can_lose_is_shown_by_the_shortest_such_play() {
    let place = folder();
    let kept = trapped().replace("within_minutes: 4", "within_minutes: 10");
    file(place.path(), "trapped.ron", &kept);
    let proof = analysed(place.path(), "trapped");
    let lost: Vec<&Value> = proof["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .filter(|finding| finding["code"] == "duty-lost")
        .collect();
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0]["level"], "note");
    // Any of the choices at the start but the one that records loses it, in one turn.
    let actions = lost[0]["play"]["actions"].as_str().expect("a play");
    assert_eq!(actions.lines().count(), 2, "{actions}");
    assert!(!actions.contains("asked"), "{actions}");
}

#[test]
fn marks_and_looking_are_part_of_a_shown_play() {
    let place = folder();
    let text = trapped()
        .replace("\"to-stuck\", kind: Act, text: \"T\",", "\"to-stuck\", kind: Act, text: \"T\", when: All([Marked(\"phone\"), Inspected(\"bag\")]),")
        .replace("\"a\": (place: \"P\",", "\"a\": (place: \"P\", objects: { \"bag\": (label: \"L\", text: \"A bag.\") },");
    file(place.path(), "trapped.ron", &text);
    let proof = analysed(place.path(), "trapped");
    let finding = proof["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .find(|finding| finding["code"] == "dead-end")
        .expect("a dead end");
    let actions = finding["play"]["actions"].as_str().expect("a play");
    for part in ["\"inspect\"", "\"mark\"", "\"decide\"", "to-stuck"] {
        assert!(actions.contains(part), "{actions}");
    }
    let path = file(place.path(), "play.jsonl", actions);
    let output = run(&[
        "play",
        "trapped",
        "--scenarios",
        arg(place.path()),
        "--data",
        arg(place.path()),
        "--actions",
        arg(&path),
    ]);
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn past_the_bound_it_says_so_and_tells_nothing_as_whole() {
    let place = folder();
    file(place.path(), "trapped.ron", trapped());
    let output = run(&[
        "analyse",
        "trapped",
        "--scenarios",
        arg(place.path()),
        "--format",
        "json",
        "--plays",
        "10",
        "--states",
        "1",
    ]);
    let proof: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(
        (&proof["exact"], &proof["states_bound"]),
        (&json!(false), &json!(1))
    );
    assert_eq!(proof["findings"], json!([]));
    assert!(proof["combinations"][0].get("nodes").is_none());
    let text = stdout(&run(&[
        "analyse",
        "trapped",
        "--scenarios",
        arg(place.path()),
        "--plays",
        "10",
        "--states",
        "1",
    ]));
    assert!(text.contains("Bounded at 1 states"), "{text}");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let args = [
        "analyse", "practice", "--format", "json", "--plays", "200", "--seed", "7",
    ];
    assert_eq!(stdout(&run(&args)), stdout(&run(&args)));
}

#[test]
fn check_tells_of_the_search_at_its_places_and_quick_leaves_it_out() {
    let place = folder();
    let path = file(place.path(), "trapped.ron", trapped());
    let checked = |more: &[&str]| {
        let output = run(&[&["check", "--format", "json", arg(&path)][..], more].concat());
        let found: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
        found["files"][0]["findings"]
            .as_array()
            .expect("findings")
            .clone()
    };
    let found = checked(&[]);
    let dead = found
        .iter()
        .find(|finding| finding["code"] == "dead-end")
        .expect("a dead end");
    assert!(dead["line"].as_u64().is_some_and(|line| line > 1), "{dead}");
    assert_eq!(checked(&["--quick"]), Vec::<Value>::new());
}
