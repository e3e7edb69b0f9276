//! The command line from outside: exit status, places, what is kept.

use serde_json::Value;

use crate::program::{arg, file, folder, project, run, run_typing, stderr, stdout};

const MINIMAL: &str = r#"Scenario(
    format: 1, title: "T", role: "R", offence: "O", briefing: "B", minutes: 1, jurisdiction: EnglandAndWales, as_of: "2026-11",
    competences: [], sources: [], survivor_input: (basis: "B", reviews: []), cast: {}, cues: {}, lures: {},
    start: "a",
    nodes: {
        "a": (place: "P", lines: [(text: "One.")], choices: [(id: "go", kind: Act, text: "Go", goto: "end")]),
        "end": (place: "P", ending: (id: "done", summary: "S")),
    },
)
"#;

/// The exit status and what was said of a scenario file with these bytes.
fn checked(bytes: &[u8]) -> (Option<i32>, String) {
    let scenarios = folder();
    let path = file(scenarios.path(), "case.ron", bytes);
    let output = run(&["check", arg(&path)]);
    (output.status.code(), stderr(&output))
}

fn says(bytes: &[u8], line: usize, words: &[&str]) {
    let (code, said) = checked(bytes);
    assert_eq!(code, Some(1), "{said}");
    let place = format!("case.ron:{line}:");
    assert!(
        said.lines()
            .any(|found| found.contains(&place) && words.iter().all(|word| found.contains(word))),
        "wanted line {line} and {words:?}, said: {said}"
    );
}

#[test]
fn the_smallest_scenario_is_sound() {
    let (code, said) = checked(MINIMAL.as_bytes());
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn bytes_that_are_no_scenario_are_told() {
    says(b"", 1, &["empty"]);
    says(b"\xFF\xFEa\0", 1, &["UTF-16"]);
    says(b"Scenario(\n\xC3\x28", 2, &["UTF-8"]);
    says("[".repeat(100_000).as_bytes(), 1, &["nested", "128"]);
    says(&vec![b' '; 33 * 1024 * 1024], 1, &["32 MiB"]);
    says(b"Scenario(format: 1", 1, &[]);
    says(b"42", 1, &["expected"]);
    says(
        MINIMAL.replace("format: 1", "format: 2").as_bytes(),
        2,
        &["format"],
    );
    says(format!("{MINIMAL} trailing").as_bytes(), 10, &[]);
}

#[test]
fn faults_in_a_scenario_name_their_line_and_mend() {
    let change = |from: &str, to: &str| MINIMAL.replacen(from, to, 1).into_bytes();
    says(&change("minutes: 1", "minutes: 1.5"), 2, &["whole number"]);
    says(
        &change("minutes: 1", "minutes: \"1\""),
        2,
        &["whole number", "text"],
    );
    says(&change("minutes: 1", "minutes: -1"), 2, &["between 0"]);
    says(
        &change("as_of: \"2026-11\"", "as_of: \"2026-13\""),
        2,
        &["as_of"],
    );
    says(
        &change("start: \"a\"", "start: \"b\""),
        4,
        &["unknown node `b`"],
    );
    says(
        &change("goto: \"end\"", "goto: \"edn\""),
        6,
        &["`edn`", "did you mean `end`"],
    );
    says(
        &change("kind: Act", "kind: Atc"),
        6,
        &["`Atc`", "did you mean `Act`"],
    );
    says(
        &change("text: \"One.\"", "txt: \"One.\""),
        6,
        &["unknown field `txt`", "did you mean `text`"],
    );
    says(&change("text: \"One.\"", "text: \"\""), 6, &["empty"]);
    says(
        &change("text: \"One.\"", "text: \"*One.\""),
        6,
        &["unpaired"],
    );
    says(
        &change("\"a\": (place: \"P\",", "\"a\": ("),
        6,
        &["lacks its `place`"],
    );
    says(
        &change("ending: (id: \"done\", summary: \"S\")", ""),
        7,
        &["exactly one"],
    );
    says(
        &change(
            "cues: {}",
            "cues: {\"c\": (horizon: Beyond, strength: Weak, why: \"W\")}",
        ),
        3,
        &["`sign`"],
    );
    says(
        &change(
            "start:",
            "vars: {\"v\": (start: 9, min: 3, max: 1)}, start:",
        ),
        4,
        &["inverted"],
    );
    says(
        &change("start:", "draws: {\"d\": []}, start:"),
        4,
        &["no values"],
    );
    says(
        &change(
            "place: \"P\", ending",
            "place: \"P\", picture: \"../x.svg\", ending",
        ),
        7,
        &["..", "leaves"],
    );
}

#[test]
fn several_faults_are_told_at_once() {
    let text = MINIMAL
        .replace("minutes: 1", "minutes: true")
        .replace("kind: Act", "kind: Fly")
        .replace("summary: \"S\"", "summary: 7");
    let (_, said) = checked(text.as_bytes());
    for line in [2, 6, 7] {
        assert!(
            said.contains(&format!("case.ron:{line}:")),
            "line {line}: {said}"
        );
    }
}

#[test]
fn findings_as_json_have_a_schema() {
    let scenarios = folder();
    let path = file(
        scenarios.path(),
        "case.ron",
        MINIMAL.replace(
            "cues: {}",
            "cues: {\"c\": (sign: \"none\", horizon: Beyond, strength: Weak, why: \"W\")}",
        ),
    );
    let output = run(&["check", arg(&path), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(found["schema"], "second-look/check/1");
    let codes: Vec<&str> = found["files"][0]["findings"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|finding| finding["code"].as_str())
        .collect();
    assert_eq!(codes, ["cue-in-no-sentence", "unknown-sign"]);
}

#[test]
fn usage_and_missing_things_exit_with_2() {
    let data = folder();
    let actions = file(data.path(), "a.jsonl", "");
    let nothing = data.path().join("nothing");
    for arguments in [
        vec!["fly"],
        vec!["play"],
        vec!["check", arg(&nothing)],
        vec![
            "play",
            "no-such-scenario",
            "--actions",
            arg(&actions),
            "--data",
            arg(data.path()),
        ],
        vec![
            "play",
            "../practice",
            "--actions",
            arg(&actions),
            "--data",
            arg(data.path()),
        ],
        vec![
            "play",
            "practice",
            "--actions",
            arg(&nothing),
            "--data",
            arg(data.path()),
        ],
        vec![
            "play",
            "practice",
            "--actions",
            arg(&actions),
            "--data",
            arg(data.path()),
            "--draw",
            "nothing=none",
        ],
        vec![
            "play",
            "practice",
            "--actions",
            arg(&actions),
            "--data",
            arg(&actions),
        ],
        vec![
            "report",
            "nothing",
            "--format",
            "json",
            "--data",
            arg(data.path()),
        ],
    ] {
        let output = run(&arguments);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments:?}: {}",
            stderr(&output)
        );
        assert!(
            !stderr(&output).is_empty() && output.stdout.is_empty(),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_full_disk_is_told() {
    // Nothing can be written under a device file, and nothing is printed then.
    let output = run(&[
        "play",
        "practice",
        "--actions",
        "/dev/null",
        "--data",
        "/dev/full",
    ]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
}

#[test]
fn an_attempt_is_kept_and_scored_again_alike() {
    let data = folder();
    let actions = project().join("scenarios/practice.plays/good.jsonl");
    let played = run(&[
        "play",
        "practice",
        "--actions",
        arg(&actions),
        "--seed",
        "1",
        "--data",
        arg(data.path()),
        "--trainee",
        "T-0417",
    ]);
    assert_eq!(played.status.code(), Some(0), "{}", stderr(&played));
    let reported = run(&[
        "report",
        "practice-",
        "--format",
        "json",
        "--data",
        arg(data.path()),
    ]);
    assert_eq!(
        stdout(&played),
        score_of(&reported),
        "{}",
        stderr(&reported)
    );
    let listed = run(&[
        "attempts",
        "list",
        "--format",
        "json",
        "--data",
        arg(data.path()),
    ]);
    let found: Value = serde_json::from_str(&stdout(&listed)).expect("JSON");
    assert_eq!(found["attempts"][0]["state"], "finished");
    assert_eq!(found["attempts"][0]["trainee"], "T-0417");
    let page = run(&[
        "report",
        "practice-",
        "--format",
        "html",
        "--data",
        arg(data.path()),
    ]);
    assert!(stdout(&page).starts_with("<!DOCTYPE html>"));
    assert!(stdout(&page).contains("Not yet reviewed"));
}

/// The score of a report, without what stands beside it.
fn score_of(reported: &std::process::Output) -> String {
    // As text: reading a number and writing it again may change its last figure.
    let told = stdout(reported);
    let (score, _) = told.split_once(",\"certainty\":").unwrap_or((&told, ""));
    format!("{score}}}\n")
}

#[test]
fn an_edited_scenario_never_changes_an_attempt() {
    let data = folder();
    let scenarios = folder();
    let path = file(scenarios.path(), "case.ron", MINIMAL);
    let actions = file(
        data.path(),
        "a.jsonl",
        "{\"do\":\"decide\"}\n{\"do\":\"choose\",\"choice\":\"go\"}\n",
    );
    let common = [
        "--scenarios",
        arg(scenarios.path()),
        "--data",
        arg(data.path()),
    ];
    let played = run(&[
        &["play", "case", "--actions", arg(&actions), "--seed", "1"],
        &common[..],
    ]
    .concat());
    assert_eq!(played.status.code(), Some(0), "{}", stderr(&played));
    std::fs::write(&path, MINIMAL.replace("id: \"go\"", "id: \"gone\"")).expect("an edit");
    let reported = run(&[&["report", "case-", "--format", "json"], &common[..]].concat());
    assert_eq!(
        stdout(&played),
        score_of(&reported),
        "{}",
        stderr(&reported)
    );
    // Without the kept copy the changed scenario is refused, with the reason.
    std::fs::remove_dir_all(data.path().join("played")).expect("the copies");
    let refused = run(&[&["report", "case-", "--format", "json"], &common[..]].concat());
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("changed"), "{}", stderr(&refused));
}

#[test]
fn layout_and_comments_do_not_change_the_fingerprint() {
    let fingerprint = |text: &str| {
        let scenarios = folder();
        let data = folder();
        file(scenarios.path(), "case.ron", text);
        let actions = file(data.path(), "a.jsonl", "");
        let played = run(&[
            "play",
            "case",
            "--actions",
            arg(&actions),
            "--scenarios",
            arg(scenarios.path()),
            "--data",
            arg(data.path()),
        ]);
        let score: Value = serde_json::from_str(&stdout(&played)).expect("a score");
        score["fingerprint"].as_str().unwrap_or_default().to_owned()
    };
    let plain = fingerprint(MINIMAL);
    assert!(plain.starts_with("blake3:"));
    assert_eq!(
        plain,
        fingerprint(&MINIMAL.replace("start:", "// a comment\n    start:"))
    );
    assert_ne!(plain, fingerprint(&MINIMAL.replace("\"Go\"", "\"Go on\"")));
}

#[test]
fn a_scenario_is_played_in_a_terminal_and_taken_up_again() {
    let data = folder();
    let arguments = ["play", "practice", "--text", "--data", arg(data.path())];
    let first = run_typing(&arguments, "mark 1 1 1\nnonsense\n");
    assert_eq!(first.status.code(), Some(0), "{}", stderr(&first));
    let said = stdout(&first);
    assert!(
        said.contains("Before you start") && said.contains("[1] ") && said.contains("1 mark."),
        "{said}"
    );
    let second = run_typing(&arguments, "notes\nleave\nyes\nA thought.\n");
    let said = stdout(&second);
    assert!(
        said.contains("Nothing was lost")
            && said.contains("(marked: Note it)")
            && said.contains("Debrief"),
        "{said}"
    );
    let listed = run(&[
        "attempts",
        "list",
        "--format",
        "json",
        "--data",
        arg(data.path()),
    ]);
    let found: Value = serde_json::from_str(&stdout(&listed)).expect("JSON");
    assert_eq!(found["attempts"].as_array().map(Vec::len), Some(1));
    assert_eq!(found["attempts"][0]["state"], "ended-early");
}
