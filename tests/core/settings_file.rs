//! Settings: never in the way, never lost.

use std::fs;

use second_look::settings::{KeepFor, ReadAloud, Settings as Shipped};
use second_look::settings_file::{Kept, SettingsFault, glance, read, write};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    format: u32,
    text_size: u16,
    trainee: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: 1,
            text_size: 100,
            trainee: String::new(),
        }
    }
}

impl Kept for Settings {
    const FORMAT: u32 = 1;

    fn format(&self) -> u32 {
        self.format
    }

    fn brought_up(self) -> Self {
        self
    }
}

#[test]
fn a_file_of_the_first_format_is_read_and_written_in_the_present_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let old = r#"Settings(
    format: 1,
    text_size: 125,
    font: OpenDyslexic,
    theme: Contrast,
    page_tint: Cream,
    spacing: Wide,
    motion: false,
    trainee: "T-0417",
    set_up: true,
)
"#;
    fs::write(&path, old).expect("written");
    let found = read::<Shipped>(&path);
    assert!(found.fault.is_none());
    assert_eq!(
        (
            found.settings.text_size,
            found.settings.trainee.as_str(),
            found.settings.read_aloud,
            found.settings.keep_for,
            &found.settings.data_folder,
        ),
        (125, "T-0417", ReadAloud::Off, KeepFor::UntilErased, &None)
    );
    assert_eq!(found.settings.format, Shipped::FORMAT);
    write(&path, &found.settings).expect("written");
    assert_eq!(read::<Shipped>(&path).settings, found.settings);
}

#[test]
fn a_glance_takes_nothing_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    assert_eq!(glance::<Settings>(&path), None);
    fs::write(&path, "Settings(text_size: big)").expect("written");
    assert_eq!(glance::<Settings>(&path), None);
    assert!(path.exists());
    fs::write(&path, "Settings(text_size: 90)").expect("written");
    assert_eq!(
        glance::<Settings>(&path).map(|settings| settings.text_size),
        Some(90)
    );
}

#[test]
fn what_is_written_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("new").join("settings.ron");
    let mut settings = Settings {
        text_size: 150,
        trainee: "K “7” \\".to_owned(),
        ..Settings::default()
    };
    for size in [150, 175] {
        settings.text_size = size;
        write(&path, &settings).expect("written");
        let found = read::<Settings>(&path);
        assert!(found.fault.is_none());
        assert_eq!(found.settings, settings);
    }
    assert_eq!(
        fs::read_dir(folder.path().join("new"))
            .expect("listed")
            .count(),
        1,
        "no temporary file stays"
    );
    assert!(
        fs::read_to_string(&path)
            .expect("text")
            .starts_with("Settings(")
    );
}

#[test]
fn none_yet_is_no_fault_and_makes_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let found = read::<Settings>(&folder.path().join("settings.ron"));
    assert!(found.fault.is_none());
    assert_eq!(found.settings, Settings::default());
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 0);
}

#[test]
fn what_is_left_out_is_as_usual() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    fs::write(&path, "(text_size: 90)").expect("written");
    let found = read::<Settings>(&path);
    assert!(found.fault.is_none());
    assert_eq!(
        found.settings,
        Settings {
            text_size: 90,
            ..Settings::default()
        }
    );
}

#[test]
fn a_broken_file_is_kept_beside_and_told_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    for (text, name) in [
        ("Settings(\n  text_size: big,\n)", "settings.ron.broken"),
        ("\u{0}\u{0}", "settings.ron.broken-2"),
        ("", "settings.ron.broken-3"),
    ] {
        fs::write(&path, text).expect("written");
        let found = read::<Settings>(&path);
        assert_eq!(found.settings, Settings::default());
        let fault = found.fault.expect("a fault");
        assert!(
            matches!(&fault, SettingsFault::Broken { kept: Some(kept), .. } if kept.ends_with(name)),
            "{fault}"
        );
        assert!(fault.to_string().contains(name), "{fault}");
        if text.starts_with("Settings") {
            assert!(fault.to_string().contains("settings.ron:2:"), "{fault}");
        }
        assert_eq!(
            fs::read_to_string(folder.path().join(name)).expect("kept"),
            text
        );
        assert!(!path.exists(), "it is not met again");
        assert!(read::<Settings>(&path).fault.is_none());
    }
}

#[test]
fn settings_of_a_later_version_are_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    fs::write(&path, "Settings(format: 2, text_size: 90)").expect("written");
    let fault = read::<Settings>(&path).fault.expect("a fault");
    assert!(
        matches!(
            fault,
            SettingsFault::Later {
                found: 2,
                known: 1,
                ..
            }
        ),
        "{fault}"
    );
    write(&path, &Settings::default()).expect("written");
    let kept = fs::read_to_string(folder.path().join("settings.ron.broken")).expect("kept");
    assert!(kept.contains("format: 2"));
}

#[test]
fn a_place_that_cannot_be_written_says_so_and_keeps_what_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let blocked = folder.path().join("blocked");
    fs::write(&blocked, "a file").expect("written");
    let fault = write(&blocked.join("settings.ron"), &Settings::default()).expect_err("no folder");
    assert!(
        fault.to_string().contains("blocked") && fault.to_string().contains("--data"),
        "{fault}"
    );
    assert_eq!(fs::read_to_string(&blocked).expect("there"), "a file");

    let folder_in_place = folder.path().join("settings.ron");
    fs::create_dir(&folder_in_place).expect("made");
    assert!(matches!(
        read::<Settings>(&folder_in_place).fault,
        Some(SettingsFault::Disk(_))
    ));
    assert!(write(&folder_in_place, &Settings::default()).is_err());
    assert_eq!(
        fs::read_dir(folder.path()).expect("listed").count(),
        2,
        "no temporary file stays"
    );
}
