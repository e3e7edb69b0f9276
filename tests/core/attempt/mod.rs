//! The journal on disk.

mod crash;
mod draft;
mod erase;
mod folder;
mod format;
mod killed;
mod medium;
mod played;
mod tampering;
mod writer;

use second_look::attempt::{ActionText, Header, Log, Pairs, Reading, read};
use second_look::stamp::Stamp;

use medium::Simulated;

fn header() -> Header {
    Header {
        scenario: "chemist".to_owned(),
        fingerprint: format!("blake3:{}", "0123456789abcdef".repeat(4)),
        seed: 7,
        draws: Pairs(vec![("driver".to_owned(), "stranger".to_owned())]),
        forced: vec!["driver".to_owned()],
        trainee: "Officer “K”".to_owned(),
        version: "0.1.0".to_owned(),
        started: stamp(0),
    }
}

fn stamp(second: u32) -> Stamp {
    format!("2026-11-03T14:26:{second:02}Z")
        .parse()
        .expect("a stamp")
}

fn action(text: &str) -> ActionText {
    ActionText::new(text).expect("an action")
}

/// Four actions with their times.
fn actions() -> Vec<(Stamp, ActionText)> {
    [
        r#"{"do":"inspect","what":"rucksack"}"#,
        r#"{"do":"mark","unit":"back-room.line.1.0","concern":"control-by-another","sure":"concerned"}"#,
        r#"{"do":"decide"}"#,
        r#"{"do":"choose","choice":"ask-about-the-car"}"#,
    ]
    .iter()
    .zip(1..)
    .map(|(text, second)| (stamp(second), action(text)))
    .collect()
}

/// A journal of [`actions`], as bytes.
fn journal() -> Vec<u8> {
    let disk = Simulated::default();
    let mut log = Log::create(disk.clone(), &header()).expect("a journal");
    for (at, action) in actions() {
        log.append(at, &action).expect("written");
    }
    disk.durable()
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes).expect("a header")
}

/// The texts of the actions that are believed.
fn believed(bytes: &[u8]) -> Vec<String> {
    reading(bytes)
        .entries
        .iter()
        .map(|entry| entry.action.as_str().to_owned())
        .collect()
}

fn texts() -> Vec<String> {
    actions()
        .iter()
        .map(|(_, action)| action.as_str().to_owned())
        .collect()
}
