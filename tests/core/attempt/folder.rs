//! Journals as files: names, the lock, the list, and which one is meant.

use std::fs;
use std::path::Path;

use second_look::attempt::{Attempts, Medium as _, OpenError, ReadError, ResolveError, read_file};
use second_look::folders::Folders;
use tempfile::TempDir;

use super::{action, actions, header, stamp, texts};

fn attempts() -> (TempDir, Attempts) {
    let data = tempfile::tempdir().expect("a folder");
    let attempts = Attempts::new(Folders::under(data.path()).attempts());
    (data, attempts)
}

#[test]
fn a_journal_is_begun_written_and_taken_up_again() {
    let (data, attempts) = attempts();
    let mut log = attempts.begin(&header()).expect("begun");
    let path = log.medium().path().to_owned();
    assert_eq!(path.parent(), Some(data.path().join("attempts").as_path()));
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let suffix = name
        .strip_prefix("chemist-20261103T142600Z-")
        .and_then(|rest| rest.strip_suffix(".jsonl"))
        .expect(&name);
    assert!(
        suffix.len() == 4
            && suffix
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()),
        "{name}"
    );
    for (at, action) in actions() {
        log.append(at, &action).expect("written");
    }
    drop(log);

    let mut opened = Attempts::open(&path).expect("opens");
    assert_eq!(opened.header, header());
    assert_eq!(
        (
            opened.entries.len(),
            opened.recovery.kept,
            opened.recovery.torn_bytes
        ),
        (4, 4, 0)
    );
    assert_eq!(
        opened.log.append(stamp(9), &action(r#"{"do":"resume"}"#)),
        Ok(5)
    );
    assert_eq!(read_file(&path).expect("read").entries.len(), 5);
}

#[test]
fn one_writer_at_a_time_and_the_second_is_told() {
    let (_data, attempts) = attempts();
    let log = attempts.begin(&header()).expect("begun");
    let path = log.medium().path().to_owned();
    let refused = Attempts::open(&path).map(|_| ()).expect_err("in use");
    assert!(
        matches!(&refused, OpenError::InUse(named) if *named == path),
        "{refused}"
    );
    assert!(
        refused.to_string().contains(&path.display().to_string()),
        "{refused}"
    );
    assert!(read_file(&path).is_ok(), "reading needs no lock");
    drop(log);
    Attempts::open(&path).expect("let go when closed");
}

#[test]
fn a_torn_end_is_kept_beside_the_file_and_told_in_the_list() {
    let (_data, attempts) = attempts();
    let path = attempts.record(&header(), actions()).expect("recorded");
    for (round, expected) in [("torn-1", 3_u64), ("torn-2", 2)] {
        let whole = fs::read(&path).expect("read");
        fs::write(&path, &whole[..whole.len() - 7]).expect("cut");
        assert!(
            attempts.list().expect("listed")[0].torn,
            "before it is healed"
        );
        let opened = Attempts::open(&path).expect("opens");
        assert_eq!(opened.recovery.kept, expected);
        let beside = fs::read(path.with_extension(round)).expect("kept");
        assert_eq!(beside.len() as u64, opened.recovery.torn_bytes);
        assert!(whole[..whole.len() - 7].ends_with(&beside));
        assert!(attempts.list().expect("listed")[0].torn, "and after");
    }
    assert_eq!(
        attempts.list().expect("listed").len(),
        1,
        "what is kept beside is no attempt"
    );
}

#[test]
fn an_attempt_is_recorded_whole_under_a_name_of_its_own() {
    let (data, attempts) = attempts();
    let paths: Vec<_> = (0..20)
        .map(|_| attempts.record(&header(), actions()).expect("recorded"))
        .collect();
    for path in &paths {
        let read = read_file(path).expect("read");
        let kept: Vec<&str> = read
            .entries
            .iter()
            .map(|entry| entry.action.as_str())
            .collect();
        assert_eq!(kept, texts());
        assert_eq!(read.alteration, None);
    }
    let files = fs::read_dir(data.path().join("attempts"))
        .expect("listed")
        .count();
    assert_eq!(files, 20, "no name twice, and nothing else left");
}

#[test]
fn the_list_is_newest_first_and_hides_nothing() {
    let (data, attempts) = attempts();
    assert!(attempts.list().expect("no folder is no fault").is_empty());
    for (scenario, second) in [("b", 20), ("a", 40), ("c", 30)] {
        let mut header = header();
        (header.scenario, header.started) = (scenario.to_owned(), stamp(second));
        attempts.record(&header, []).expect("recorded");
    }
    let folder = data.path().join("attempts");
    fs::write(folder.join("x-20261103T142635Z-zzzz.jsonl"), "rubbish\n").expect("written");
    fs::write(folder.join("notes.txt"), "").expect("written");
    let listed = attempts.list().expect("listed");
    let order: Vec<String> = listed
        .iter()
        .map(|one| one.path.file_name().expect("a name").to_string_lossy()[..1].to_owned())
        .collect();
    assert_eq!(order, ["a", "x", "c", "b"]);
    assert!(
        matches!(&listed[1].reading, Err(ReadError::Unreadable { path, .. }) if path.starts_with(&folder))
    );
    assert_eq!(
        listed[0].reading.as_ref().expect("read").header.scenario,
        "a"
    );
}

#[test]
fn an_attempt_is_named_by_a_path_or_a_beginning_that_only_one_has() {
    let (data, attempts) = attempts();
    let nothing = attempts
        .resolve("x")
        .expect_err("nothing is there")
        .to_string();
    assert!(nothing.contains("it holds none"), "{nothing}");
    let first = attempts.record(&header(), []).expect("recorded");
    let mut other = header();
    other.scenario = "chemist-two".to_owned();
    let second = attempts.record(&other, []).expect("recorded");
    let name = |path: &Path| {
        path.file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned()
    };

    let resolve = |asked: &str| attempts.resolve(asked).expect(asked);
    assert_eq!(resolve("chemist-2"), first);
    assert_eq!(resolve("chemist-t"), second);
    assert_eq!(resolve(&name(&first)), first);
    assert_eq!(resolve(&format!("{}.jsonl", name(&first))), first);
    assert_eq!(resolve(&second.display().to_string()), second);
    let longer = data
        .path()
        .join("attempts")
        .join(format!("{}-more.jsonl", name(&first)));
    fs::copy(&first, longer).expect("copied");
    assert_eq!(
        resolve(&name(&first)),
        first,
        "a whole name is meant as it stands"
    );

    let ambiguous = attempts.resolve("chemist").expect_err("three");
    let ResolveError::Ambiguous { matches, .. } = &ambiguous else {
        panic!("{ambiguous}")
    };
    assert_eq!(matches.len(), 3);
    assert!(
        ambiguous.to_string().contains(&name(&second)),
        "{ambiguous}"
    );
    for asked in ["", "park", "../secret", ".."] {
        let unknown = attempts.resolve(asked).expect_err("none");
        assert!(
            unknown.to_string().contains(&name(&first)) || asked.is_empty(),
            "{unknown}"
        );
    }
}

#[test]
fn a_folder_that_cannot_be_says_which_and_what_to_do() {
    let data = tempfile::tempdir().expect("a folder");
    let blocked = data.path().join("blocked");
    fs::write(&blocked, "a file").expect("written");
    let attempts = Attempts::new(Folders::under(&blocked).attempts());
    let said = attempts
        .begin(&header())
        .map(|_| ())
        .expect_err("no folder")
        .to_string();
    assert!(
        said.contains(&blocked.display().to_string()) && said.contains("--data"),
        "{said}"
    );

    let missing = data.path().join("missing.jsonl");
    let said = Attempts::open(&missing)
        .map(|_| ())
        .expect_err("no file")
        .to_string();
    assert!(
        said.contains("missing.jsonl") && said.contains("it is not there"),
        "{said}"
    );
    assert!(matches!(
        read_file(data.path()),
        Err(ReadError::NotAFile(_) | ReadError::Disk(_))
    ));
    assert!(!missing.exists(), "looking for a file does not make it");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read_for_ever() {
    assert!(matches!(
        read_file(Path::new("/dev/zero")),
        Err(ReadError::NotAFile(_))
    ));
    let opened = Attempts::open(Path::new("/dev/full")).map(|_| ());
    assert!(
        matches!(opened, Err(OpenError::Read(ReadError::NotAFile(_)))),
        "{opened:?}"
    );
}
