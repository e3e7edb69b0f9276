//! Every string that a screen names is in the strings file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use second_look::strings::Strings;
use second_look::ui::command;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The ids between quotation marks right after one of these calls.
fn ids(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for call in [".say(", ".say_with(", "strings.get(", "strings.with("] {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            if let Some(id) = rest
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next())
            {
                found.insert(id.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_string_that_a_screen_names_exists() {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"),
        &mut files,
    );
    let strings = Strings::english();
    let mut named = 0;
    let mut missing = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a source file");
        for id in ids(&text) {
            named += 1;
            // Announcements are words, not ids: an id has no capital and no space.
            let is_id = id.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
            });
            if is_id && strings.find(&id, &[]).is_none() {
                missing.push(format!("{}: {id}", file.display()));
            }
        }
    }
    assert!(named > 100, "the search finds the calls: {named}");
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_command_has_words() {
    let strings = Strings::english();
    for described in command::ALL {
        assert!(
            strings.find(described.words, &[]).is_some(),
            "{}",
            described.words
        );
    }
}
