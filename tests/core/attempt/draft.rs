//! Text being typed: on disk at least every two seconds while the typing goes on.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use second_look::attempt::{Draft, Entry, Typed, left_over};
use tempfile::TempDir;

use super::{action, stamp};

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = folder.path().join("chemist-20261103T142600Z-abcd.jsonl");
    (folder, journal)
}

fn on_disk(journal: &Path) -> Option<String> {
    fs::read_to_string(journal.with_extension("draft")).ok()
}

#[test]
fn someone_who_never_stops_typing_is_saved_every_two_seconds() {
    let (_folder, journal) = place();
    let mut draft = Draft::of(&journal).expect("no draft yet");
    let start = Instant::now();
    let mut text = String::new();
    let mut seen = String::new();
    let mut last_change = start;
    let mut writes = 0;
    for tenth in 0..300 {
        let now = start + Duration::from_millis(100 * tenth);
        text.push('a');
        draft.typed(&text, now).expect("kept");
        let written = on_disk(&journal).expect("a draft");
        if written != seen {
            assert_eq!(written, text, "the latest text is what is written");
            assert!(
                now - last_change <= Duration::from_secs(2),
                "the last write was {:?} ago",
                now - last_change
            );
            (seen, last_change, writes) = (written, now, writes + 1);
        }
    }
    assert!(last_change - start > Duration::from_secs(27), "to the end");
    assert!(writes <= 31, "{writes} writes in 30 s: not one a key");
}

#[test]
fn the_rest_is_due_within_two_seconds_after_the_last_key() {
    let (_folder, journal) = place();
    let mut draft = Draft::of(&journal).expect("no draft yet");
    let start = Instant::now();
    assert_eq!(draft.due_in(start), None, "nothing to write");
    draft.typed("The car", start).expect("kept");
    assert_eq!(
        draft.due_in(start),
        None,
        "the first text is written at once"
    );
    let key = start + Duration::from_millis(10);
    draft.typed("The cars", key).expect("kept");
    assert_eq!(on_disk(&journal).as_deref(), Some("The car"));
    let wait = draft.due_in(key).expect("something is due");
    assert!(wait <= Duration::from_secs(2));
    draft.tick(key + wait).expect("kept");
    assert_eq!(on_disk(&journal).as_deref(), Some("The cars"));
    assert_eq!(draft.due_in(key + wait), None);
}

#[test]
fn the_end_of_typing_writes_what_is_left() {
    let (_folder, journal) = place();
    let mut draft = Draft::of(&journal).expect("no draft yet");
    let start = Instant::now();
    draft.typed("a", start).expect("kept");
    draft.typed("ab", start).expect("kept");
    draft.finish().expect("kept");
    assert_eq!(on_disk(&journal).as_deref(), Some("ab"));
    let again = Draft::of(&journal).expect("a draft");
    assert_eq!(again.text(), "ab", "offered again");
}

#[test]
fn an_erased_or_emptied_text_leaves_no_file() {
    let (folder, journal) = place();
    let mut draft = Draft::of(&journal).expect("no draft yet");
    let start = Instant::now();
    draft.typed("a", start).expect("kept");
    draft.erase().expect("erased");
    assert_eq!(on_disk(&journal), None);
    draft
        .typed("b", start + Duration::from_secs(9))
        .expect("kept");
    draft
        .typed("", start + Duration::from_secs(18))
        .expect("kept");
    assert_eq!(on_disk(&journal), None);
    assert_eq!(
        fs::read_dir(folder.path()).expect("listed").count(),
        0,
        "nor anything else"
    );
}

#[test]
fn a_draft_that_cannot_be_written_is_kept_and_asked_again_without_haste() {
    let (folder, _) = place();
    let journal = folder.path().join("gone").join("a.jsonl");
    let mut draft = Draft::of(&journal).expect("no draft yet");
    let start = Instant::now();
    let fault = draft.typed("a", start).expect_err("no such folder");
    assert!(fault.to_string().contains("a.draft"), "{fault}");
    draft
        .typed("ab", start + Duration::from_millis(5))
        .expect("not asked at every key");
    let wait = draft.due_in(start).expect("still due");
    assert!(wait > Duration::ZERO);
    fs::create_dir(folder.path().join("gone")).expect("made");
    draft.tick(start + wait).expect("kept");
    assert_eq!(on_disk(&journal).as_deref(), Some("ab"));
}

#[test]
fn a_draft_that_had_become_an_action_is_not_offered_again() {
    let (_folder, journal) = place();
    let mut draft = Draft::of(&journal).expect("no draft yet");
    draft
        .typed("She looked at the car", Instant::now())
        .expect("kept");
    let entries = |texts: &[&str]| -> Vec<Entry> {
        texts
            .iter()
            .zip(1..)
            .map(|(text, n)| Entry {
                n,
                at: stamp(1),
                action: action(text),
            })
            .collect()
    };
    let explained = r#"{"do":"explain","text":"She looked at the car"}"#;
    let filled =
        r#"{"do":"fill","answers":{"offence":["theft"],"summary":"She looked at the car "}}"#;
    let reflected = r#"{"do":"reflect","text":"She looked at the car"}"#;
    let pause = r#"{"do":"pause"}"#;
    for done in [explained, filled, reflected] {
        assert_eq!(left_over(&draft, &entries(&[done, pause])), None, "{done}");
    }
    let other = r#"{"do":"explain","text":"Something else"}"#;
    for before in [
        &[][..],
        &[pause],
        &[other, pause],
        &[explained, r#"{"do":"choose","choice":"c"}"#],
    ] {
        assert_eq!(
            left_over(&draft, &entries(before)),
            Some("She looked at the car"),
            "{before:?}"
        );
    }
}

#[test]
fn a_text_comes_back_with_its_place_and_a_torn_one_is_none() {
    let typed = Typed::Record {
        turn: 4,
        texts: vec![(2, "She said “no”.\n".to_owned()), (3, " ".to_owned())],
    };
    let kept = typed.to_text();
    assert_eq!(Typed::from_text(&kept), Some(typed.clone()));
    assert_eq!(Typed::from_text(&kept[..kept.len() - 3]), None);
    assert_eq!(typed.texts().collect::<Vec<_>>(), ["She said “no”.\n"]);
}

#[test]
fn a_record_is_left_over_while_one_of_its_texts_is_in_no_action() {
    let (_folder, journal) = place();
    let typed = |texts: &[&str]| Typed::Record {
        turn: 1,
        texts: texts
            .iter()
            .zip(0..)
            .map(|(text, field)| (field, (*text).to_owned()))
            .collect(),
    };
    let filled = [Entry {
        n: 1,
        at: stamp(1),
        action: action(r#"{"do":"fill","answers":{"a":"One","b":["x"],"c":"Two"}}"#),
    }];
    for (texts, left) in [
        (&["One", "Two"][..], false),
        (&["One", "Three"], true),
        (&["", "Two "], false),
        (&["", " "], false),
    ] {
        let mut draft = Draft::of(&journal).expect("readable");
        draft
            .typed(&typed(texts).to_text(), Instant::now())
            .expect("kept");
        draft.finish().expect("kept");
        assert_eq!(left_over(&draft, &filled).is_some(), left, "{texts:?}");
    }
    let mut draft = Draft::of(&journal).expect("readable");
    draft
        .typed(&typed(&["", ""]).to_text(), Instant::now())
        .expect("kept");
    assert_eq!(left_over(&draft, &[]), None, "nothing but blanks");
}
