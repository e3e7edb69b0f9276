//! Where things are kept.

use std::path::{Path, PathBuf};

use etcetera::base_strategy::BaseStrategy;
use second_look::folders::Folders;

struct Somebody;

impl BaseStrategy for Somebody {
    fn home_dir(&self) -> &Path {
        Path::new("/home/somebody")
    }
    fn config_dir(&self) -> PathBuf {
        "/c".into()
    }
    fn data_dir(&self) -> PathBuf {
        "/d".into()
    }
    fn cache_dir(&self) -> PathBuf {
        "/x".into()
    }
    fn state_dir(&self) -> Option<PathBuf> {
        None
    }
    fn runtime_dir(&self) -> Option<PathBuf> {
        None
    }
}

#[test]
fn the_platform_says_where() {
    let folders = Folders::by(&Somebody);
    assert_eq!(folders.data(), Path::new("/d/second-look"));
    assert_eq!(folders.attempts(), Path::new("/d/second-look/attempts"));
    assert_eq!(folders.played(), Path::new("/d/second-look/played"));
    assert_eq!(folders.settings(), Path::new("/c/second-look/settings.ron"));
}

#[test]
fn a_folder_that_is_named_moves_both() {
    let folders = Folders::find(Some(Path::new("here"))).expect("named");
    assert_eq!(folders, Folders::under(Path::new("here")));
    assert_eq!(folders.attempts(), Path::new("here/attempts"));
    assert_eq!(folders.settings(), Path::new("here/settings.ron"));
}

#[test]
fn a_chosen_folder_holds_all_but_the_settings() {
    let folders = Folders::by(&Somebody).with_data("/stick".into());
    assert_eq!(folders.attempts(), Path::new("/stick/attempts"));
    assert_eq!(folders.reports(), Path::new("/stick/reports"));
    assert_eq!(folders.settings(), Path::new("/c/second-look/settings.ron"));
}
