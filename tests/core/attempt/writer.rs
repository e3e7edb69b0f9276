//! The thread that writes.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};

use second_look::attempt::{Attempts, Draft, Log, Medium, Report, Writer, read_file};

use super::medium::{Failing, Simulated};
use super::{action, actions, believed, header, stamp, texts};

const EXPLAIN: &str = r#"{"do":"explain","text":"Who is he?"}"#;

fn simulated() -> (Simulated, tempfile::TempDir, Writer) {
    let disk = Simulated::default();
    let log = Log::create(disk.clone(), &header()).expect("a journal");
    let folder = tempfile::tempdir().expect("a folder");
    let draft = Draft::of(&folder.path().join("a.jsonl")).expect("no draft");
    let writer = Writer::start(log, draft, || ()).expect("a thread");
    (disk, folder, writer)
}

#[test]
fn actions_are_saved_in_order_and_each_report_wakes() {
    let disk = Simulated::default();
    let log = Log::create(disk.clone(), &header()).expect("a journal");
    let folder = tempfile::tempdir().expect("a folder");
    let draft = Draft::of(&folder.path().join("a.jsonl")).expect("no draft");
    let woken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&woken);
    let mut writer = Writer::start(log, draft, move || {
        count.fetch_add(1, Ordering::SeqCst);
    })
    .expect("a thread");
    let tickets: Vec<u64> = actions()
        .into_iter()
        .map(|(at, action)| writer.submit(at, action))
        .collect();
    assert_eq!(tickets, [1, 2, 3, 4]);
    let said = writer.close();
    assert_eq!(
        said,
        [
            Report::Saved(1),
            Report::Saved(2),
            Report::Saved(3),
            Report::Saved(4),
            Report::Closed { unsaved: 0 }
        ]
    );
    assert_eq!(woken.load(Ordering::SeqCst), said.len());
    assert_eq!(believed(&disk.durable()), texts());
}

#[test]
fn a_fault_is_told_and_a_retry_saves_all() {
    let (disk, _folder, mut writer) = simulated();
    disk.fail(Failing::From(0));
    for (at, action) in actions() {
        writer.submit(at, action);
    }
    // The thread is done with the four when it has said four things.
    let mut said = Vec::new();
    while said.len() < 4 {
        said.extend(writer.reports());
        std::thread::yield_now();
    }
    let pending: Vec<usize> = said
        .iter()
        .map(|report| {
            if let Report::Fault { pending, .. } = report {
                *pending
            } else {
                0
            }
        })
        .collect();
    assert_eq!(pending, [1, 2, 3, 4]);
    disk.fail(Failing::Never);
    writer.retry();
    assert_eq!(
        writer.close(),
        [Report::Saved(4), Report::Closed { unsaved: 0 }]
    );
    assert_eq!(believed(&disk.durable()), texts());
}

#[test]
fn closing_tries_once_more_and_says_what_is_lost() {
    let (disk, _folder, mut writer) = simulated();
    disk.fail(Failing::From(0));
    writer.submit(stamp(1), action(EXPLAIN));
    let said = writer.close();
    assert!(
        matches!(
            said[..],
            [
                Report::Fault { pending: 1, .. },
                Report::Fault { pending: 1, .. },
                Report::Closed { unsaved: 1 }
            ]
        ),
        "{said:?}"
    );

    let (disk, _folder, mut writer) = simulated();
    disk.fail(Failing::At(0));
    writer.submit(stamp(1), action(EXPLAIN));
    let said = writer.close();
    assert!(
        matches!(
            said[..],
            [
                Report::Fault { .. },
                Report::Saved(1),
                Report::Closed { unsaved: 0 }
            ]
        ),
        "{said:?}"
    );
    assert_eq!(believed(&disk.durable()), [EXPLAIN]);
}

#[test]
fn the_text_being_typed_is_kept_until_it_is_an_action() {
    let (_disk, folder, writer) = simulated();
    let draft = folder.path().join("a.draft");
    for text in ["W", "Who", "Who is he?"] {
        writer.draft(text.to_owned());
    }
    assert_eq!(writer.close(), [Report::Closed { unsaved: 0 }]);
    assert_eq!(fs::read_to_string(&draft).expect("a draft"), "Who is he?");

    let (_disk, folder, mut writer) = simulated();
    let draft = folder.path().join("a.draft");
    writer.draft("Who is he?".to_owned());
    writer.submit(stamp(1), action(r#"{"do":"pause"}"#));
    writer.submit(
        stamp(2),
        action(r#"{"do":"mark","unit":"a.line.0.0","concern":"c","sure":"note"}"#),
    );
    wait_for_saved(&mut writer, 2);
    assert!(draft.exists(), "looking on and breaking off keep it");
    writer.submit(stamp(3), action(EXPLAIN));
    assert!(writer.close().contains(&Report::Closed { unsaved: 0 }));
    assert!(!draft.exists());
}

#[test]
fn a_draft_outlives_its_action_until_that_is_durable() {
    let (disk, folder, mut writer) = simulated();
    let draft = folder.path().join("a.draft");
    writer.draft("Who is he?".to_owned());
    disk.fail(Failing::From(0));
    writer.submit(stamp(1), action(EXPLAIN));
    while writer.reports().is_empty() {
        std::thread::yield_now();
    }
    assert!(draft.exists(), "the action is in memory alone");
    disk.fail(Failing::Never);
    writer.retry();
    wait_for_saved(&mut writer, 1);
    assert!(writer.close().contains(&Report::Closed { unsaved: 0 }));
    assert!(!draft.exists());
}

#[test]
fn the_rest_of_a_draft_is_written_though_nothing_more_is_typed() {
    let (_disk, folder, writer) = simulated();
    let draft = folder.path().join("a.draft");
    writer.draft("W".to_owned());
    writer.draft("Who".to_owned());
    while fs::read_to_string(&draft).ok().as_deref() != Some("Who") {
        std::thread::yield_now();
    }
}

#[test]
fn a_file_is_free_again_once_closed_is_heard() {
    let data = tempfile::tempdir().expect("a folder");
    let log = Attempts::new(data.path().to_owned())
        .begin(&header())
        .expect("begun");
    let path = log.medium().path().to_owned();
    let draft = Draft::of(&path).expect("no draft");
    let (bell, rings) = mpsc::channel();
    let mut writer = Writer::start(log, draft, move || {
        let _ = bell.send(());
    })
    .expect("a thread");
    writer.submit(stamp(1), action(EXPLAIN));
    writer.finish();
    let mut closed = false;
    while !closed {
        rings.recv().expect("a report");
        closed = writer.reports().contains(&Report::Closed { unsaved: 0 });
    }
    assert_eq!(Attempts::open(&path).expect("free").entries.len(), 1);
    assert!(
        writer.reports().is_empty(),
        "an end that was told is no fault"
    );
}

#[test]
fn a_writer_that_is_dropped_has_written() {
    let data = tempfile::tempdir().expect("a folder");
    let log = Attempts::new(data.path().to_owned())
        .begin(&header())
        .expect("begun");
    let path = log.medium().path().to_owned();
    let mut writer =
        Writer::start(log, Draft::of(&path).expect("no draft"), || ()).expect("a thread");
    writer.submit(stamp(1), action(EXPLAIN));
    drop(writer);
    assert_eq!(read_file(&path).expect("read").entries.len(), 1);
}

/// A medium that breaks in a way nobody thought of.
struct Bewitched(Simulated);

impl Medium for Bewitched {
    fn path(&self) -> &Path {
        self.0.path()
    }
    fn read(&mut self) -> io::Result<Vec<u8>> {
        self.0.read()
    }
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        assert!(self.0.live().is_empty(), "the second line is one too many");
        self.0.append(bytes)
    }
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()
    }
    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.truncate(length)
    }
    fn keep_aside(&mut self, torn: &[u8]) -> io::Result<()> {
        self.0.keep_aside(torn)
    }
}

#[test]
fn a_thread_that_is_gone_is_told_with_all_that_is_unsaved() {
    let log = Log::create(Bewitched(Simulated::default()), &header()).expect("a journal");
    let folder = tempfile::tempdir().expect("a folder");
    let draft = Draft::of(&folder.path().join("a.jsonl")).expect("no draft");
    let mut writer = Writer::start(log, draft, || ()).expect("a thread");
    for (at, action) in actions() {
        writer.submit(at, action);
    }
    let said = loop {
        let said = writer.reports();
        if !said.is_empty() {
            break said;
        }
        std::thread::yield_now();
    };
    assert!(
        matches!(&said[..], [Report::Fault { pending: 4, reason }] if reason.contains("start Second Look again")),
        "{said:?}"
    );
}

fn wait_for_saved(writer: &mut Writer, n: u64) {
    while !writer.reports().contains(&Report::Saved(n)) {
        std::thread::yield_now();
    }
}
