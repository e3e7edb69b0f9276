//! The bytes of format 1, which never change.

use second_look::attempt::{ActionText, Log, NotOneAction, Unreadable, read};
use second_look::session::action::Action;

use super::medium::Simulated;
use super::{header, journal, reading};

/// Written once by version 0.1.0 and never edited.
const SEALED: &[u8] = include_bytes!("../../attempts/v1/chemist-20261103T142600Z-abcd.jsonl");

#[test]
fn the_sealed_attempt_is_what_is_written_today() {
    assert_eq!(
        String::from_utf8_lossy(&journal()),
        String::from_utf8_lossy(SEALED)
    );
}

#[test]
fn the_sealed_attempt_reads_as_it_was_meant() {
    let read = reading(SEALED);
    assert_eq!(read.header, header());
    assert_eq!(
        (read.entries.len(), read.torn.len(), read.alteration),
        (4, 0, None)
    );
    let numbers: Vec<u64> = read.entries.iter().map(|entry| entry.n).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(read.entries[2].action.parse(), Ok(Action::Decide));
}

#[test]
fn each_line_bears_the_hash_of_the_line_before() {
    let text = String::from_utf8_lossy(SEALED);
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2) {
        let hash = blake3::hash(pair[0].as_bytes()).to_hex();
        assert!(
            pair[1].ends_with(&format!(",\"prev\":\"{hash}\"}}")),
            "{}",
            pair[1]
        );
    }
}

#[test]
fn an_action_is_kept_byte_for_byte() {
    let odd = r#"{ "do" : "explain", "text":"Zoë said \u201cno\u201d \\ 👀" }"#;
    let disk = Simulated::default();
    let mut log = Log::create(disk.clone(), &header()).expect("a journal");
    log.append(super::stamp(1), &ActionText::new(odd).expect("an action"))
        .expect("written");
    assert_eq!(reading(&disk.durable()).entries[0].action.as_str(), odd);
}

#[test]
fn every_action_of_the_rules_goes_in_and_comes_out() {
    let texts = [
        r#"{"do":"unmark","unit":"a.line.0.0"}"#,
        r#"{"do":"explain","text":"Two\nlines"}"#,
        r#"{"do":"fill","answers":{"offence":["theft"],"summary":"…"}}"#,
        r#"{"do":"reflect","text":"…","beyond":"some"}"#,
        r#"{"do":"pause"}"#,
        r#"{"do":"resume"}"#,
        r#"{"do":"leave"}"#,
    ];
    for text in texts {
        let action = Action::parse(text).expect("an action");
        let kept = ActionText::try_from(&action).expect("one line");
        assert_eq!(kept.parse(), Ok(action));
    }
}

#[test]
fn what_is_not_one_object_on_one_line_is_no_action() {
    for text in ["", "{", "[]", "\"pause\"", "{\"do\":\n\"pause\"}", "{} {}"] {
        let refused: Result<ActionText, NotOneAction> = ActionText::new(text);
        assert!(refused.is_err(), "{text:?}");
    }
}

#[test]
fn other_files_are_told_apart() {
    let later = String::from_utf8_lossy(SEALED).replacen("attempt/1", "attempt/2", 1);
    assert_eq!(
        read(later.as_bytes()),
        Err(Unreadable::Later {
            found: "second-look/attempt/2".to_owned()
        })
    );
    for other in [
        "{\"schema\":\"second-look/score/1\"}\n",
        "{}\n",
        "hello\n",
        "{\"do\":\"decide\"}\n{\"do\":\"leave\"}\n",
        "\u{0}\u{0}\n",
    ] {
        assert!(
            matches!(read(other.as_bytes()), Err(Unreadable::NotAnAttempt(_))),
            "{other}"
        );
    }
    let no_seed = String::from_utf8_lossy(SEALED).replacen("\"seed\":7,", "", 1);
    let said = read(no_seed.as_bytes()).expect_err("no header").to_string();
    assert!(said.contains("seed"), "{said}");
}
