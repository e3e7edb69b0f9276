//! The desk without a window: intents in, worlds out, files on disk.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::*;
use crate::attempt::read_file;
use crate::folders::Folders;
use crate::scenario::shelf::Shelf;
use crate::session::view::{OfferView, Phase, View};
use crate::settings::{Settings, ThemeChoice};
use crate::ui::world::AttemptState;

const PRACTICE: &str = "practice";

struct Stand {
    desk: Desk,
    woken: Receiver<()>,
}

impl Stand {
    fn at(data: &Path) -> Self {
        let (wake, woken) = mpsc::channel();
        let places = Places {
            shelf: Shelf::new(None),
            folders: Folders::under(data),
        };
        let wake: Waker = Arc::new(move || {
            let _ = wake.send(());
        });
        let desk = Desk::new(places, Look::default(), None, wake);
        let mut stand = Self { desk, woken };
        stand.settle();
        stand
    }

    /// Waits until nothing is under way any more.
    fn settle(&mut self) {
        self.desk.poll();
        while self.desk.busy() {
            self.woken.recv().expect("somebody wakes");
            self.desk.poll();
        }
    }

    fn intend(&mut self, intent: Intent) {
        self.desk.intend(intent);
        self.settle();
    }

    fn play(&mut self, step: Move) {
        self.intend(Intent::Play(step));
        assert_eq!(self.desk.world(false).notice, None);
    }

    fn view(&self) -> View {
        self.desk.world(false).play.cloned().expect("a playthrough")
    }

    fn begin(&mut self) {
        self.intend(Intent::Start(PRACTICE.into()));
        assert_eq!(self.desk.world(false).notice, None);
    }

    /// Decides and takes the first choice, or leaves the record and goes.
    fn choose_first(&mut self) {
        self.play(Move::Decide);
        let OfferView::Choices(choices) = self.view().offer else {
            panic!("choices");
        };
        self.play(Move::Choose(choices[0].key));
    }

    fn journal(&self) -> std::path::PathBuf {
        self.desk
            .play
            .as_ref()
            .expect("a playthrough")
            .path()
            .to_owned()
    }
}

fn written(journal: &Path) -> Vec<String> {
    let reading = read_file(journal).expect("readable");
    assert_eq!(reading.alteration, None);
    let actions = reading
        .entries
        .iter()
        .map(|entry| entry.action.as_str().to_owned());
    actions.collect()
}

#[test]
fn what_is_shown_is_on_disk() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let journal = stand.journal();
    stand.play(Move::Decide);
    assert_eq!(written(&journal), [r#"{"do":"decide"}"#]);
    assert!(matches!(stand.view().offer, OfferView::Choices(_)));
    assert_eq!(stand.desk.world(false).save, &SaveState::Saved);
}

#[test]
fn a_refused_move_is_told_and_not_written() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let journal = stand.journal();
    stand.intend(Intent::Play(Move::Resume));
    assert!(
        stand
            .desk
            .world(false)
            .notice
            .is_some_and(|notice| notice.contains("not-paused"))
    );
    assert_eq!(written(&journal), [""; 0]);
    stand.intend(Intent::DismissNotice);
    assert_eq!(stand.desk.world(false).notice, None);
}

#[test]
fn leaving_writes_a_pause_and_resuming_goes_on_at_the_same_place() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    stand.choose_first();
    let (journal, before) = (stand.journal(), stand.view());
    stand.intend(Intent::ClosePlay);
    assert!(stand.desk.world(false).play.is_none());
    assert_eq!(
        written(&journal).last().map(String::as_str),
        Some(r#"{"do":"pause"}"#)
    );
    let left = stand.desk.world(false).resumable[0].clone();
    assert_eq!(
        (left.path.as_path(), &left.place),
        (journal.as_path(), &before.place)
    );

    let mut later = Stand::at(data.path());
    later.intend(Intent::Resume(left.path));
    assert_eq!(later.view(), before);
    assert_eq!(
        written(&journal).last().map(String::as_str),
        Some(r#"{"do":"resume"}"#)
    );
}

#[test]
fn quitting_waits_for_the_disk() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let journal = stand.journal();
    stand.desk.intend(Intent::Play(Move::Decide));
    stand.desk.intend(Intent::Quit);
    assert!(!stand.desk.has_left());
    stand.settle();
    assert!(stand.desk.has_left());
    assert_eq!(
        written(&journal),
        [r#"{"do":"decide"}"#, r#"{"do":"pause"}"#]
    );
}

#[test]
fn a_text_being_typed_comes_back_after_a_crash() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let journal = stand.journal();
    stand.desk.intend(Intent::Draft("Tobi was cold".to_owned()));
    // The writer goes with the desk, as it does when the program is stopped; no pause is written.
    drop(stand);
    let mut later = Stand::at(data.path());
    later.intend(Intent::Resume(journal));
    assert_eq!(later.desk.world(false).draft, Some("Tobi was cold"));
}

#[test]
fn an_attempt_that_ended_is_debriefed_listed_and_played_again_with_other_facts() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    stand.play(Move::Leave);
    assert!(matches!(stand.view().phase, Phase::Left));
    stand.intend(Intent::Debrief);
    let debrief = stand.desk.world(false).debrief.cloned().expect("a debrief");
    assert_eq!(
        (debrief.ending, debrief.trainee.as_str()),
        (None, "anonymous")
    );
    assert!(matches!(
        stand.desk.world(false).attempts[0].state,
        AttemptState::EndedEarly { .. }
    ));
    stand.intend(Intent::SaveReport);
    let notice = stand.desk.world(false).notice.expect("a notice").to_owned();
    let reports: Vec<_> = std::fs::read_dir(data.path().join("reports"))
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .collect();
    assert_eq!(reports.len(), 1);
    assert!(
        notice.contains(&reports[0].display().to_string()),
        "{notice}"
    );

    stand.intend(Intent::PlayAgain);
    let again = read_file(&stand.journal()).expect("readable").header;
    assert_ne!(again.draws.0, debrief.draws);
    assert!(stand.desk.world(false).debrief.is_none());
}

#[test]
fn a_debrief_that_was_left_is_not_shown_when_it_comes() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let journal = stand.journal();
    stand.play(Move::Leave);
    stand.intend(Intent::ClosePlay);
    stand.desk.intend(Intent::OpenAttempt(journal));
    stand.desk.intend(Intent::CloseDebrief);
    stand.settle();
    assert!(stand.desk.world(false).debrief.is_none());
}

#[test]
fn starting_again_ends_the_attempt_that_was_left() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let first = stand.journal();
    stand.intend(Intent::ClosePlay);
    stand.intend(Intent::StartAgain(first.clone()));
    assert_eq!(
        written(&first).last().map(String::as_str),
        Some(r#"{"do":"leave"}"#)
    );
    assert_ne!(stand.journal(), first);
}

#[test]
fn an_attempt_that_another_window_holds_is_not_opened_twice() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let mut other = Stand::at(data.path());
    other.intend(Intent::Resume(stand.journal()));
    assert!(other.desk.world(false).play.is_none());
    let notice = other.desk.world(false).notice.expect("a notice");
    assert!(notice.contains("another window"), "{notice}");
}

#[test]
fn settings_are_kept_and_what_the_command_line_laid_over_them_is_not() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.desk.kept.look = Look {
        text_size: Some(200),
        ..Look::default()
    };
    let mut wanted = stand.desk.settings();
    assert_eq!(wanted.text_size, 200);
    for theme in [ThemeChoice::Dark, ThemeChoice::Contrast] {
        wanted.theme = theme;
        stand
            .desk
            .intend(Intent::Settings(Box::new(wanted.clone())));
    }
    stand.settle();
    let kept = Stand::at(data.path()).desk.settings();
    assert_eq!(
        (kept.theme, kept.text_size),
        (ThemeChoice::Contrast, Settings::default().text_size)
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_opens() {
    let data = tempfile::tempdir().expect("a folder");
    let file = data.path().join("taken");
    std::fs::write(&file, "").expect("a file");
    let mut stand = Stand::at(&file);
    stand.intend(Intent::DismissNotice);
    stand.intend(Intent::Start(PRACTICE.into()));
    assert!(stand.desk.world(false).play.is_none());
    assert!(
        stand
            .desk
            .world(false)
            .notice
            .is_some_and(|notice| notice.contains("taken"))
    );
    assert!(!stand.desk.opening);
}
