//! The cases of an independent interpreter of the rules: every figure must be equal.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use crate::program::{arg, folder, project, run, stderr, stdout};

fn cases() -> PathBuf {
    project().join("tests/conformance/cases")
}

fn differences(expected: &Value, found: &Value, path: &str, out: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for key in expected
                .keys()
                .chain(found.keys())
                .filter(|key| !matches!(key.as_str(), "fingerprint" | "seed"))
            {
                let path = format!("{path}.{key}");
                match (expected.get(key), found.get(key)) {
                    (Some(expected), Some(found)) => differences(expected, found, &path, out),
                    _ => out.push(format!("{path} is on one side only")),
                }
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                differences(expected, found, &format!("{path}[{index}]"), out);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let (expected, found) = (
                expected.as_f64().unwrap_or(f64::NAN),
                found.as_f64().unwrap_or(f64::NAN),
            );
            if (expected - found).abs() > 1e-9 {
                out.push(format!("{path}: expected {expected}, found {found}"));
            }
        }
        (expected, found) if expected == found => {}
        (expected, found) => out.push(format!("{path}: expected {expected}, found {found}")),
    }
}

/// Takes fair loss and luck out of a score's turns: the cases keep them apart, under `fair`.
fn take_fair(score: &mut Value) -> Vec<[Value; 2]> {
    let turns = score["decisions"]["turns"].as_array_mut();
    turns
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
        .map(|turn| {
            ["fair_loss", "luck"].map(|key| turn.remove(key).unwrap_or_else(|| "missing".into()))
        })
        .collect()
}

/// Every turn's fair loss and luck; a case leaves out what it does not know.
fn fair_differences(expected: &Value, found: &[[Value; 2]], out: &mut Vec<String>) {
    let Some(expected) = expected.as_array() else {
        return;
    };
    if expected.len() != found.len() {
        out.push(format!(".fair has {} turns", found.len()));
    }
    for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
        if !expected.is_null() {
            let found = Value::from(found.to_vec());
            differences(expected, &found, &format!(".fair[{index}]"), out);
        }
    }
}

fn play(case: &Value) -> Vec<String> {
    let data = folder();
    let scenario = case["scenario"]
        .as_str()
        .unwrap_or_default()
        .trim_end_matches(".ron")
        .to_owned();
    let actions = cases().join(case["actions"].as_str().unwrap_or_default());
    let scenarios = cases();
    let mut arguments = vec![
        "play",
        &scenario,
        "--scenarios",
        arg(&scenarios),
        "--data",
        arg(data.path()),
        "--actions",
        arg(&actions),
        "--seed",
        "1",
    ];
    let draws: Vec<String> = case["draws"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, value)| format!("{name}={}", value.as_str().unwrap_or_default()))
        .collect();
    for draw in &draws {
        arguments.extend(["--draw", draw.as_str()]);
    }
    let output = run(&arguments);
    let mut faults = Vec::new();
    let code = output.status.code().map(i64::from);
    if code != case["exit"].as_i64() {
        faults.push(format!(
            "exit {code:?}, expected {}: {}",
            case["exit"],
            stderr(&output)
        ));
    } else if code == Some(0) {
        let mut found: Value = serde_json::from_str(&stdout(&output)).unwrap_or_default();
        let fair = take_fair(&mut found);
        fair_differences(&case["fair"], &fair, &mut faults);
        differences(&case["score"], &found, "", &mut faults);
    } else {
        let wanted = (
            format!(":{}:", case["line"]),
            case["reason"].as_str().unwrap_or_default(),
        );
        let said = stderr(&output);
        if !said.contains(&wanted.0) || !said.contains(wanted.1) || !output.stdout.is_empty() {
            faults.push(format!(
                "expected line {} and `{}`, said: {said}",
                case["line"], wanted.1
            ));
        }
    }
    // A play that is refused or malformed leaves no attempt.
    let kept = std::fs::read_dir(data.path().join("attempts")).map_or(0, Iterator::count);
    if kept != usize::from(code == Some(0)) {
        faults.push(format!("{kept} attempts were kept"));
    }
    faults
}

#[test]
fn every_case_is_played_and_scored_alike() {
    let mut played = 0;
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in std::fs::read_dir(cases()).expect("the cases are there") {
        let path = entry.expect("a readable folder").path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let case: Value =
                serde_json::from_slice(&std::fs::read(&path).expect("a readable case"))
                    .expect("a case is JSON");
            let found = play(&case);
            played += 1;
            if !found.is_empty() {
                faults.insert(path.display().to_string(), found);
            }
        }
    }
    assert!(played >= 80, "only {played} cases were found");
    assert!(faults.is_empty(), "{faults:#?}");
}

fn names_the_fault(said: &str, file: &str, expected: &Value) -> bool {
    let lines: Vec<String> = expected["lines"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| format!("{file}:{line}:"))
        .collect();
    let groups: Vec<Vec<String>> = expected["words"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|group| {
            group
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_lowercase)
                .collect()
        })
        .collect();
    said.lines().any(|line| {
        let lower = line.to_lowercase();
        lines.iter().any(|place| line.contains(place))
            && groups
                .iter()
                .all(|group| group.iter().any(|word| lower.contains(word)))
    })
}

#[test]
fn every_broken_file_is_told_with_its_line() {
    let broken = project().join("tests/conformance/broken");
    let expected: Value =
        serde_json::from_slice(&std::fs::read(broken.join("expect.json")).expect("the list"))
            .expect("it is JSON");
    let empty = folder();
    let actions = crate::program::file(empty.path(), "none.jsonl", "");
    let mut faults = Vec::new();
    for (file, expected) in expected.as_object().expect("a map of files") {
        let output = run(&[
            "play",
            file.trim_end_matches(".ron"),
            "--scenarios",
            arg(&broken),
            "--data",
            arg(empty.path()),
            "--actions",
            arg(&actions),
        ]);
        let said = stderr(&output);
        if expected["ok"].as_bool() == Some(true) {
            if output.status.code() != Some(0) {
                faults.push(format!("{file} must load: {said}"));
            }
            continue;
        }
        let also = expected["also"].as_array().cloned().unwrap_or_default();
        for fault in std::iter::once(expected).chain(&also) {
            if output.status.code() != Some(1) || !names_the_fault(&said, file, fault) {
                faults.push(format!(
                    "{file}: wanted {fault}, exit {:?}, said: {said}",
                    output.status.code()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
