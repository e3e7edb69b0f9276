//! The real program, killed without warning.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use second_look::attempt::{Attempts, OpenError, read_file};
use second_look::folders::Folders;

use crate::program::{arg, file, folder, run_typing, stderr, stdout};

const SCENARIO: &str = r#"Scenario(
    format: 1, title: "Two rooms", role: "R", offence: "O", briefing: "B", minutes: 1,
    jurisdiction: EnglandAndWales, as_of: "2026-11", competences: [], sources: [],
    survivor_input: (basis: "B", reviews: []), cast: {}, cues: {}, lures: {}, start: "one",
    nodes: {
        "one": (place: "One", lines: [(text: "The first room.")], choices: [
            (id: "on", kind: Act, text: "Go on.", feedback: "F", goto: "two"),
        ]),
        "two": (place: "Two", lines: [(text: "The second room.")], choices: [
            (id: "out", kind: Act, text: "Go out.", feedback: "F", goto: "end"),
        ]),
        "end": (place: "End", ending: (id: "done", summary: "S")),
    },
)"#;

fn arguments<'a>(scenarios: &'a Path, data: &'a Path) -> [&'a str; 7] {
    [
        "play",
        "rooms",
        "--text",
        "--scenarios",
        arg(scenarios),
        "--data",
        arg(data),
    ]
}

/// Types, and returns once the program has shown `shown`.
fn play_until(arguments: &[&str], typed: &str, shown: &str) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_second-look"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let input = child.stdin.as_mut().expect("its input");
    input
        .write_all(typed.as_bytes())
        .and_then(|()| input.flush())
        .expect("it reads");
    let output = BufReader::new(child.stdout.as_mut().expect("its output"));
    let seen = output
        .lines()
        .map_while(Result::ok)
        .any(|line| line.contains(shown));
    assert!(seen, "the program ended before it showed {shown:?}");
    child
}

#[test]
fn what_was_shown_as_done_is_there_after_a_kill_and_is_played_on() {
    let (scenarios, data) = (folder(), folder());
    file(scenarios.path(), "rooms.ron", SCENARIO);
    let arguments = arguments(scenarios.path(), data.path());
    let mut child = play_until(&arguments, "decide\nchoose 1\n", "The second room.");

    let attempts = Attempts::new(Folders::under(data.path()).attempts());
    let path = attempts.list().expect("listed").remove(0).path;
    let refused = Attempts::open(&path).map(|_| ());
    assert!(
        matches!(refused, Err(OpenError::InUse(_))),
        "another process holds it: {refused:?}"
    );

    child.kill().expect("killed");
    child.wait().expect("ended");
    let reading = read_file(&path).expect("read");
    let actions: Vec<&str> = reading
        .entries
        .iter()
        .map(|entry| entry.action.as_str())
        .collect();
    assert_eq!(
        actions,
        [r#"{"do":"decide"}"#, r#"{"do":"choose","choice":"on"}"#]
    );
    assert_eq!((reading.torn.len(), reading.alteration), (0, None));

    let again = run_typing(&arguments, "decide\nchoose 1\n");
    assert_eq!(again.status.code(), Some(0), "{}", stderr(&again));
    assert!(
        stdout(&again).contains("Nothing was lost"),
        "{}",
        stdout(&again)
    );
    let reading = read_file(&path).expect("read");
    assert!(
        reading
            .entries
            .iter()
            .any(|entry| entry.action.as_str().contains("\"out\"")),
        "taken up in the same journal"
    );
}
