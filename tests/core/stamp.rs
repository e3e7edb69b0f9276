//! Moments: UTC on disk, local on screens.

use second_look::stamp::{Local, Stamp};

fn stamp(text: &str) -> Stamp {
    text.parse().expect("a stamp")
}

#[test]
fn reads_what_it_writes() {
    let noon = stamp("2026-11-03T14:26:00Z");
    assert_eq!(noon.to_string(), "2026-11-03T14:26:00Z");
    assert_eq!(noon.compact(), "20261103T142600Z");
    assert_eq!(
        stamp("2026-11-03T14:26:00.987Z"),
        noon,
        "a stamp is whole seconds"
    );
}

#[test]
fn the_clock_gives_what_can_be_read_again() {
    let now = Stamp::now();
    assert_eq!(stamp(&now.to_string()), now);
}

#[test]
fn refuses_what_is_not_utc() {
    for text in [
        "",
        "Z",
        "now",
        "2026-11-03",
        "2026-11-03T14:26:00",
        "2026-11-03T14:26:00+01:00",
        "2026-13-03T14:26:00Z",
    ] {
        assert!(text.parse::<Stamp>().is_err(), "{text}");
    }
}

#[test]
fn is_local_on_screens_summer_and_winter() {
    let in_london = |text| stamp(text).local_in("Europe/London").expect("a zone");
    let winter = Local {
        year: 2026,
        month: 11,
        day: 3,
        hour: 23,
        minute: 59,
    };
    assert_eq!(in_london("2026-11-03T23:59:59Z"), winter);
    let summer = Local {
        year: 2026,
        month: 7,
        day: 1,
        hour: 0,
        minute: 59,
    };
    assert_eq!(in_london("2026-06-30T23:59:00Z"), summer);
    assert_eq!(
        stamp("2026-06-30T23:59:00Z").local_in("Nowhere/Atall"),
        None
    );
}
