//! What is changed after it was written is told, with its line.

use second_look::attempt::{Alteration, Log, Misfit, OpenError, read};

use super::medium::Simulated;
use super::{believed, journal, reading, texts};

fn lines() -> Vec<String> {
    String::from_utf8(journal())
        .expect("text")
        .lines()
        .map(str::to_owned)
        .collect()
}

fn bytes(lines: &[String]) -> Vec<u8> {
    (lines.join("\n") + "\n").into_bytes()
}

fn alteration(lines: &[String]) -> Option<Alteration> {
    reading(&bytes(lines)).alteration
}

#[test]
fn an_untouched_journal_is_believed_whole() {
    assert_eq!(alteration(&lines()), None);
    assert_eq!(believed(&journal()), texts());
}

#[test]
fn no_byte_before_the_last_line_can_be_changed_unseen() {
    let whole = journal();
    let last_line = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .expect("lines")
        + 1;
    for place in 0..last_line {
        for change in [1, 0x20] {
            let mut changed = whole.clone();
            changed[place] ^= change;
            let Ok(read) = read(&changed) else { continue };
            assert!(
                read.alteration.is_some() || !read.torn.is_empty(),
                "byte {place} ^ {change}"
            );
            let believed = believed(&changed);
            assert!(
                texts().starts_with(&believed),
                "byte {place} ^ {change}: believed {believed:?}"
            );
        }
    }
}

#[test]
fn the_line_that_does_not_fit_is_named_and_neither_neighbour_believed() {
    let mut changed = lines();
    changed[2] = changed[2].replace("concerned", "note");
    assert_eq!(
        alteration(&changed),
        Some(Alteration {
            line: 4,
            misfit: Misfit::Chain
        })
    );
    assert_eq!(
        believed(&bytes(&changed)),
        &texts()[..1],
        "line 3 may be the changed one"
    );
    let said = alteration(&changed).expect("one").to_string();
    assert_eq!(
        said,
        "line 4 does not fit line 3: one of the two was changed after it was written"
    );
}

#[test]
fn a_changed_header_is_told() {
    let mut changed = lines();
    changed[0] = changed[0].replace("\"seed\":7", "\"seed\":8");
    assert_eq!(
        alteration(&changed),
        Some(Alteration {
            line: 2,
            misfit: Misfit::Chain
        })
    );
    assert_eq!(believed(&bytes(&changed)), Vec::<String>::new());
}

#[test]
fn a_line_taken_out_put_in_doubled_or_moved_is_told() {
    let untouched = lines();
    let mut out = untouched.clone();
    out.remove(2);
    let mut doubled = untouched.clone();
    doubled.insert(3, untouched[2].clone());
    let mut moved = untouched.clone();
    moved.swap(2, 3);
    for changed in [out, doubled, moved] {
        assert!(alteration(&changed).is_some(), "{changed:#?}");
        assert!(texts().starts_with(&believed(&bytes(&changed))));
    }
    let mut put_in = untouched.clone();
    put_in.insert(3, String::new());
    assert_eq!(
        alteration(&put_in),
        Some(Alteration {
            line: 4,
            misfit: Misfit::NotAnEntry
        })
    );
}

#[test]
fn a_number_that_does_not_follow_is_told_even_on_the_last_line() {
    let mut changed = lines();
    changed[4] = changed[4].replace("{\"n\":4,", "{\"n\":5,");
    assert_eq!(
        alteration(&changed),
        Some(Alteration {
            line: 5,
            misfit: Misfit::Number {
                found: 5,
                expected: 4
            }
        })
    );
    assert_eq!(believed(&bytes(&changed)), &texts()[..3]);
}

#[test]
fn a_last_line_that_reads_well_and_does_not_fit_is_no_torn_write() {
    let mut changed = lines();
    changed[3] = changed[3].replace("decide", "pause");
    let read = reading(&bytes(&changed));
    assert_eq!(
        (read.alteration.map(|a| a.line), read.torn.len()),
        (Some(5), 0)
    );
}

#[test]
fn an_altered_journal_is_not_played_on_nor_touched() {
    let mut changed = lines();
    changed[2] = changed[2].replace("concerned", "note");
    let mut torn = bytes(&changed);
    torn.extend(b"{\"n\":5,");
    let disk = Simulated::holding(&torn);
    let refused = Log::open(disk.clone()).map(|_| ());
    assert!(
        matches!(refused, Err(OpenError::Altered { .. })),
        "{refused:?}"
    );
    assert_eq!(disk.live(), torn);
    assert!(disk.aside().is_empty());
}

#[test]
fn unknown_and_doubled_keys_are_no_entry() {
    for (from, to) in [
        ("{\"n\":2,", "{\"n\":2,\"n\":2,"),
        ("{\"n\":2,", "{\"note\":\"\",\"n\":2,"),
        ("\"action\":{", "\"action\":[{"),
        ("Z\"", "+00:00\""),
    ] {
        let mut changed = lines();
        changed[2] = changed[2].replacen(from, to, 1);
        assert_ne!(changed[2], lines()[2], "{from}");
        assert_eq!(
            alteration(&changed),
            Some(Alteration {
                line: 3,
                misfit: Misfit::NotAnEntry
            }),
            "{to}"
        );
    }
}
