//! Erased for good and copied whole.

use std::fs;
use std::path::{Path, PathBuf};

use second_look::attempt::{Attempts, Header, Tally};
use second_look::stamp::Stamp;
use tempfile::TempDir;

use super::{actions, header, stamp};

fn attempts() -> (TempDir, Attempts) {
    let folder = tempfile::tempdir().expect("a folder");
    let attempts = Attempts::new(folder.path().join("attempts"));
    (folder, attempts)
}

fn recorded(attempts: &Attempts, started: Stamp) -> PathBuf {
    let header = Header {
        started,
        ..header()
    };
    let entries = actions().into_iter().map(|(_, action)| (started, action));
    attempts.record(&header, entries).expect("recorded")
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn an_attempt_goes_with_all_that_is_kept_beside_it_and_nothing_else() {
    let (folder, attempts) = attempts();
    let reports = folder.path().join("reports");
    fs::create_dir(&reports).expect("made");
    let (gone, stays) = (recorded(&attempts, stamp(1)), recorded(&attempts, stamp(2)));
    for kept in ["draft", "torn-1", "torn-12"] {
        fs::write(gone.with_extension(kept), "x").expect("written");
    }
    fs::write(stays.with_extension("draft"), "y").expect("written");
    for journal in [&gone, &stays] {
        let page = reports.join(journal.file_stem().expect("a name"));
        fs::write(page.with_extension("html"), "<p>").expect("written");
    }
    let tally = attempts.erase(std::slice::from_ref(&gone), &reports);
    assert_eq!(tally.expect("erased"), Tally { done: 1, held: 0 });
    assert_eq!(
        attempts.journals().expect("listed"),
        std::slice::from_ref(&stays)
    );
    assert_eq!(files(gone.parent().expect("a folder")), 2);
    assert!(stays.with_extension("draft").exists());
    assert_eq!(files(&reports), 1);
}

#[test]
fn one_that_a_window_has_open_is_left_and_told() {
    let (folder, attempts) = attempts();
    let held = attempts.begin(&header()).expect("begun");
    recorded(&attempts, stamp(2));
    let erase = || {
        let journals = attempts.journals().expect("listed");
        attempts.erase(&journals, folder.path()).expect("erased")
    };
    assert_eq!(erase(), Tally { done: 1, held: 1 });
    assert!(held.path().exists());
    drop(held);
    assert_eq!(erase(), Tally { done: 1, held: 0 });
}

#[test]
fn only_what_nothing_was_done_in_for_so_long_is_old() {
    let (_folder, attempts) = attempts();
    let now: Stamp = "2026-11-03T14:26:00Z".parse().expect("a stamp");
    let three_months = now.months_before(3).expect("a stamp");
    assert_eq!(three_months.to_string(), "2026-08-03T14:26:00Z");
    let day_before = "2026-08-02T09:00:00Z".parse().expect("a stamp");
    let old = recorded(&attempts, day_before);
    recorded(&attempts, three_months);
    let broken = old.with_file_name("broken-20200101T000000Z-aaaa.jsonl");
    fs::write(&broken, "no attempt").expect("written");
    assert_eq!(attempts.older_than(three_months).expect("listed"), [old]);
}

#[test]
fn an_attempt_begun_long_ago_and_played_on_is_not_old() {
    let (_folder, attempts) = attempts();
    let begun = Header {
        started: "2020-01-01T00:00:00Z".parse().expect("a stamp"),
        ..header()
    };
    let path = attempts.record(&begun, actions()).expect("recorded");
    assert_eq!(
        attempts.older_than(stamp(0)).expect("listed"),
        Vec::<PathBuf>::new()
    );
    assert_eq!(attempts.older_than(stamp(59)).expect("listed"), [path]);
}

#[test]
fn a_month_that_is_shorter_ends_on_its_last_day() {
    let day: Stamp = "2027-05-31T10:00:00Z".parse().expect("a stamp");
    let before = day.months_before(3).expect("a stamp");
    assert_eq!(before.to_string(), "2027-02-28T10:00:00Z");
}

#[test]
fn a_copy_is_the_same_to_the_byte_and_what_is_there_stays() {
    let (folder, attempts) = attempts();
    let other = folder.path().join("stick").join("attempts");
    let path = recorded(&attempts, stamp(1));
    fs::write(path.with_extension("draft"), "half a sen").expect("written");
    let held = attempts.begin(&header()).expect("begun");
    let tally = attempts
        .copy_to(&Attempts::new(other.clone()))
        .expect("copied");
    assert_eq!(tally, Tally { done: 1, held: 1 });
    let copy = other.join(path.file_name().expect("a name"));
    assert_eq!(
        fs::read(&copy).expect("read"),
        fs::read(&path).expect("read")
    );
    assert_eq!(
        fs::read_to_string(copy.with_extension("draft")).expect("read"),
        "half a sen"
    );
    assert!(path.exists(), "what was copied is still there");
    fs::write(&copy, "played on there").expect("written");
    drop(held);
    let again = attempts
        .copy_to(&Attempts::new(other.clone()))
        .expect("copied");
    assert_eq!(again.done, 2);
    assert_eq!(fs::read_to_string(&copy).expect("read"), "played on there");
}
