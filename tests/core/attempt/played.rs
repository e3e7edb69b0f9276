//! Copies of what was played.

use std::fs;

use second_look::attempt::{KeepError, Played};

fn fingerprint() -> String {
    format!("blake3:{}", "0f".repeat(32))
}

fn files(names: &[&str], text: &str) -> Vec<(String, Vec<u8>)> {
    names
        .iter()
        .map(|name| ((*name).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

#[test]
fn a_copy_is_kept_once_and_stays_as_it_was() {
    let data = tempfile::tempdir().expect("a folder");
    let played = Played::new(data.path().join("played"));
    assert_eq!(played.kept(&fingerprint()), None);
    let place = played
        .keep(&fingerprint(), &files(&["a.ron", "taxonomy.ron"], "first"))
        .expect("kept");
    assert_eq!(played.kept(&fingerprint()), Some(place.clone()));
    assert_eq!(place, data.path().join("played").join("0f".repeat(32)));

    played
        .keep(&fingerprint(), &files(&["a.ron", "b.ron"], "second"))
        .expect("kept");
    let text = |name: &str| fs::read_to_string(place.join(name)).expect(name);
    assert_eq!(
        (text("a.ron"), text("taxonomy.ron")),
        ("first".to_owned(), "first".to_owned())
    );
    assert_eq!(
        text("b.ron"),
        "second",
        "another scenario of the same meaning"
    );
    assert_eq!(
        fs::read_dir(data.path().join("played"))
            .expect("listed")
            .count(),
        1,
        "no temporary folder stays"
    );
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    let data = tempfile::tempdir().expect("a folder");
    let played = Played::new(data.path().join("played"));
    for name in ["", ".", "..", "../a.ron", "a/b.ron", "C:a.ron", "a\\b"] {
        let refused = played.keep(&fingerprint(), &files(&[name], ""));
        assert!(matches!(refused, Err(KeepError::Name(_))), "{name}");
    }
    for fingerprint in [
        "",
        "blake3:",
        "blake3:../..",
        "0f0f",
        &fingerprint().to_uppercase(),
        &format!("{}0", fingerprint()),
    ] {
        assert!(
            matches!(
                played.keep(fingerprint, &[]),
                Err(KeepError::Fingerprint(_))
            ),
            "{fingerprint}"
        );
        assert_eq!(played.kept(fingerprint), None);
    }
    assert!(!data.path().join("played").exists(), "nothing was made");
}

#[test]
fn a_copy_that_cannot_be_finished_is_not_there() {
    let data = tempfile::tempdir().expect("a folder");
    let played = Played::new(data.path().to_owned());
    // The second file cannot be made where the first stands.
    let refused = played.keep(&fingerprint(), &files(&["a.ron", "a.ron"], ""));
    assert!(matches!(refused, Err(KeepError::Disk(_))), "{refused:?}");
    assert_eq!(played.kept(&fingerprint()), None);
    assert_eq!(fs::read_dir(data.path()).expect("listed").count(), 0);
}
