//! Cut at every byte, fail at every operation: what opens is a prefix, and nothing acknowledged is lost.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use second_look::attempt::{
    Log, Medium, OpenError, ReadError, StartError, Unreadable, WriteFault, read,
};

use super::medium::{Failing, Simulated};
use super::{action, actions, believed, header, journal, reading, stamp, texts};

#[test]
fn a_journal_cut_at_any_byte_opens_as_a_prefix_and_is_played_on() {
    let whole = journal();
    let header_end = whole
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a first line")
        + 1;
    for cut in header_end..=whole.len() {
        let disk = Simulated::holding(&whole[..cut]);
        let ends: Vec<usize> = (1..=cut).filter(|end| whole[end - 1] == b'\n').collect();
        let (lines, sound) = (ends.len() - 1, ends[ends.len() - 1]);

        let (mut log, _, entries, recovery) = Log::open(disk.clone()).expect("opens");
        assert_eq!(entries.len(), lines, "cut at {cut}");
        assert_eq!(recovery.kept, lines as u64);
        assert_eq!(recovery.torn_bytes, (cut - sound) as u64);
        assert_eq!(
            recovery.last_sound_time,
            stamp(u32::try_from(lines).expect("few"))
        );
        let kept: Vec<u8> = disk.aside().concat();
        assert_eq!(kept, whole[sound..cut], "what is cut is kept");

        let n = log
            .append(stamp(30), &action(r#"{"do":"pause"}"#))
            .expect("played on");
        assert_eq!(n, lines as u64 + 1);
        let after = reading(&disk.durable());
        assert_eq!(
            (after.entries.len(), after.torn.len(), after.alteration),
            (lines + 1, 0, None)
        );
    }
}

#[test]
fn a_journal_cut_within_its_first_line_holds_nothing() {
    let whole = journal();
    let header_end = whole
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a first line");
    for cut in 0..=header_end {
        assert_eq!(
            read(&whole[..cut]),
            Err(Unreadable::Nothing),
            "cut at {cut}"
        );
        let disk = Simulated::holding(&whole[..cut]);
        let opened = Log::open(disk.clone());
        assert!(
            matches!(opened, Err(OpenError::Read(ReadError::Unreadable { .. }))),
            "cut at {cut}"
        );
        assert_eq!(disk.durable(), &whole[..cut], "left as it is");
    }
}

/// Submits all actions as the application does: on a fault one retry each; the number acknowledged.
fn play(disk: &Simulated) -> Result<u64, StartError> {
    let mut log = Log::create(disk.clone(), &header())?;
    let mut acknowledged = 0;
    for (at, action) in actions() {
        let written = log.append(at, &action).or_else(|_| log.retry());
        if let Ok(n) = written {
            acknowledged = n;
        }
    }
    Ok(acknowledged)
}

#[test]
fn whatever_operation_fails_a_crash_leaves_a_prefix_with_all_that_was_acknowledged() {
    let unhindered = Simulated::default();
    assert_eq!(play(&unhindered).expect("nothing fails"), 4);
    let operations = unhindered.operations();
    assert!(operations >= 11, "a read, then an append and a sync a line");
    for operation in 0..operations {
        for failing in [Failing::At(operation), Failing::From(operation)] {
            let disk = Simulated::failing(failing);
            let outcome = play(&disk);
            if matches!(failing, Failing::At(_)) && outcome.is_ok() {
                assert_eq!(
                    believed(&disk.durable()),
                    texts(),
                    "{failing:?}: one fault is overcome"
                );
            }
            let Ok(acknowledged) = outcome else { continue };
            for image in disk.crashes() {
                let entries = believed(&image);
                assert_eq!(
                    reading(&image).alteration,
                    None,
                    "{failing:?}: a crash is no alteration"
                );
                assert!(texts().starts_with(&entries), "{failing:?}: {entries:?}");
                assert!(
                    entries.len() as u64 >= acknowledged,
                    "{failing:?}: {acknowledged} acknowledged, {} there",
                    entries.len()
                );
            }
        }
    }
}

#[test]
fn whatever_operation_of_healing_fails_the_next_opening_heals() {
    let whole = journal();
    let torn = &whole[..whole.len() - 20];
    let unhindered = Simulated::holding(torn);
    Log::open(unhindered.clone()).expect("opens");
    for operation in 0..unhindered.operations() {
        let disk = Simulated::holding(torn);
        disk.fail(Failing::At(operation));
        assert!(
            Log::open(disk.clone()).is_err(),
            "operation {operation} fails"
        );
        for image in disk.crashes() {
            let (_, _, entries, _) = Log::open(Simulated::holding(&image)).expect("opens");
            assert_eq!(entries.len(), 3);
        }
    }
}

#[test]
fn after_a_fault_nothing_is_written_until_a_retry_and_nothing_is_forgotten() {
    let disk = Simulated::default();
    let mut log = Log::create(disk.clone(), &header()).expect("a journal");
    let started = disk.durable();
    disk.fail(Failing::From(0));
    let pending: Vec<usize> = actions()
        .iter()
        .map(|(at, action)| {
            log.append(*at, action)
                .map_or_else(|fault| fault.pending, |_| 0)
        })
        .collect();
    assert_eq!(pending, [1, 2, 3, 4]);
    assert_eq!(
        disk.operations(),
        1,
        "the first fault was asked for once, the rest kept"
    );
    let fault = log.retry().expect_err("still failing");
    assert_eq!(fault.pending, 4);
    assert!(
        fault.reason.contains("the disk is full"),
        "{}",
        fault.reason
    );

    disk.fail(Failing::Never);
    assert_eq!(log.retry(), Ok(4));
    assert_eq!(log.pending(), 0);
    assert!(disk.durable().starts_with(&started));
    assert_eq!(disk.durable(), journal(), "as if nothing had failed");
}

#[test]
fn a_failed_sync_is_not_believed_when_a_later_one_succeeds() {
    let disk = Simulated::default();
    let mut log = Log::create(disk.clone(), &header()).expect("a journal");
    let (at, first) = actions().remove(0);
    disk.fail(Failing::At(1));
    assert!(log.append(at, &first).is_err(), "the sync fails");
    assert!(
        disk.live().len() > disk.durable().len(),
        "the bytes look written"
    );
    assert_eq!(log.retry(), Ok(1));
    assert_eq!(believed(&disk.durable()), &texts()[..1]);
}

#[test]
fn many_actions_are_written_with_one_sync() {
    let disk = Simulated::default();
    let mut log = Log::create(disk.clone(), &header()).expect("a journal");
    disk.fail(Failing::Never);
    assert_eq!(log.append_all(actions()), Ok(4));
    assert_eq!(disk.operations(), 2);
    assert_eq!(disk.durable(), journal());

    disk.fail(Failing::At(0));
    let fault = log.append_all(actions()).expect_err("fails");
    assert_eq!(fault.pending, 4);
    assert_eq!(log.retry(), Ok(8));
    assert_eq!(reading(&disk.durable()).entries.len(), 8);
}

proptest! {
    /// Whatever the bytes are, reading them gives a beginning or a reason.
    #[test]
    fn no_damage_is_too_much(
        start in 0_usize..2000, length in 0_usize..300, rubbish in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut bytes = journal();
        let start = start.min(bytes.len());
        let end = (start + length).min(bytes.len());
        let damaged = bytes[start..end] != rubbish[..];
        bytes.splice(start..end, rubbish);
        if let Ok(reading) = read(&bytes) {
            let entries = believed(&bytes);
            prop_assert!(entries.len() <= 4);
            if reading.alteration.is_none() && reading.torn.is_empty() && damaged && entries.len() == 4 {
                // The last line alone has nothing after it that would tell.
                prop_assert_eq!(&entries[..3], &texts()[..3]);
            }
        }
    }
}

#[test]
fn a_medium_that_holds_something_is_not_begun_on() {
    let disk = Simulated::holding(b"something\n");
    assert!(matches!(
        Log::create(disk.clone(), &header()),
        Err(StartError::Taken(_))
    ));
    assert_eq!(disk.durable(), b"something\n");
}

/// The kernel's own full disk.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_really_full_says_so() {
    use std::fs::{File, OpenOptions};
    use std::io::{self, Write as _};
    use std::path::Path;

    struct Full(File, Simulated);

    impl Medium for Full {
        fn path(&self) -> &Path {
            Path::new("/dev/full")
        }
        fn read(&mut self) -> io::Result<Vec<u8>> {
            self.1.read()
        }
        fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
            // The first line finds room.
            if self.1.live().is_empty() {
                self.1.append(bytes)
            } else {
                self.0.write_all(bytes)
            }
        }
        fn sync(&mut self) -> io::Result<()> {
            self.1.sync()
        }
        fn truncate(&mut self, length: u64) -> io::Result<()> {
            self.1.truncate(length)
        }
        fn keep_aside(&mut self, torn: &[u8]) -> io::Result<()> {
            self.1.keep_aside(torn)
        }
    }

    let device = OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("the device");
    let mut log = Log::create(Full(device, Simulated::default()), &header()).expect("begun");
    let WriteFault {
        path,
        reason,
        pending,
    } = log
        .append(stamp(1), &action(r#"{"do":"decide"}"#))
        .expect_err("no room");
    assert_eq!((path.as_path(), pending), (Path::new("/dev/full"), 1));
    assert_eq!(reason, "the disk is full; free some space, then try again");
}
