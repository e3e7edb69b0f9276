//! The desk without a window: intents in, worlds out, files on disk.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};

use super::*;
use crate::attempt::read_file;
use crate::folders::Folders;
use crate::scenario::shelf::Shelf;
use crate::session::view::{OfferView, Phase, View};
use crate::settings::{LanguageChoice, Settings, ThemeChoice};
use crate::ui::world::{AppraisalView, AttemptState};

const PRACTICE: &str = "practice";

struct Stand {
    desk: Desk,
    woken: Receiver<()>,
}

impl Stand {
    fn at(data: &Path) -> Self {
        Self::hearing(data, Service::new(data.join("no-socket"), Vec::new()))
    }

    fn hearing(data: &Path, speech: Service) -> Self {
        let (wake, woken) = mpsc::channel();
        let places = Places {
            shelf: Shelf::new(None),
            assets: None,
            folders: Folders::under(data),
            named: false,
        };
        let wake: Waker = Arc::new(move || {
            let _ = wake.send(());
        });
        let desk = Desk::new(places, Look::default(), None, speech, wake);
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

#[test]
fn another_folder_is_used_at_once_and_after_a_restart_and_attempts_come_along() {
    let data = tempfile::tempdir().expect("a folder");
    let stick = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    stand.play(Move::Leave);
    stand.intend(Intent::ClosePlay);
    let folder = stick.path().join("kept here");
    stand.intend(Intent::UseFolder {
        folder: Some(folder.clone()),
        copy: true,
    });
    let world = stand.desk.world(false);
    assert_eq!(world.keeping.folder, folder.display().to_string());
    assert_eq!((world.keeping.looked, &world.keeping.trouble), (1, &None));
    let notice = world.notice.expect("a notice");
    assert!(notice.starts_with("1 attempt was copied"), "{notice}");
    let path = world.attempts[0].path.clone();
    assert!(path.starts_with(&folder));
    stand.intend(Intent::OpenAttempt(path));
    assert!(
        stand.desk.world(false).debrief.is_some(),
        "its scenario came along"
    );
    // What the screens say of other settings leaves the folder alone.
    let wanted = Settings {
        motion: false,
        ..Settings::default()
    };
    stand.intend(Intent::Settings(Box::new(wanted)));
    let later = Stand::at(data.path());
    assert_eq!(later.desk.settings().data_folder, Some(folder.clone()));
    assert_eq!(later.desk.world(false).attempts.len(), 1);

    stand.intend(Intent::UseFolder {
        folder: None,
        copy: false,
    });
    assert_eq!(
        stand.desk.world(false).keeping.folder,
        data.path().display().to_string()
    );
    assert_eq!(stand.desk.settings().data_folder, None);
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_the_present_one_stays() {
    let data = tempfile::tempdir().expect("a folder");
    let file = data.path().join("taken");
    std::fs::write(&file, "").expect("a file");
    let mut stand = Stand::at(data.path());
    stand.intend(Intent::UseFolder {
        folder: Some(file.clone()),
        copy: false,
    });
    let keeping = stand.desk.world(false).keeping;
    assert_eq!(keeping.trouble, Some(file.display().to_string()));
    assert_eq!((keeping.looked, &keeping.folder), (1, &keeping.usual));
    assert_eq!(stand.desk.settings().data_folder, None);
}

/// A journal as if it had been played in 2020, beside the one it was made of.
fn backdated(journal: &Path) -> std::path::PathBuf {
    let reading = read_file(journal).expect("readable");
    let header = crate::attempt::Header {
        started: "2020-01-01T00:00:00Z".parse().expect("a stamp"),
        ..reading.header
    };
    let attempts = crate::attempt::Attempts::new(crate::disk::folder_of(journal).to_owned());
    attempts.record(&header, []).expect("recorded")
}

#[test]
fn what_was_kept_long_enough_is_erased_at_the_start_and_said_once() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    let young = stand.journal();
    stand.intend(Intent::ClosePlay);
    let old = backdated(&young);
    stand.intend(Intent::UseFolder {
        folder: None,
        copy: false,
    });
    let older = &stand.desk.world(false).keeping.older;
    assert_eq!(
        older.iter().map(|(_, n, _)| *n).collect::<Vec<_>>(),
        [1, 1, 1],
        "told beforehand"
    );
    drop(stand);
    assert!(old.exists(), "kept until erased unless chosen otherwise");
    assert_eq!(Stand::at(data.path()).desk.world(false).notice, None);

    let mut stand = Stand::at(data.path());
    let wanted = Settings {
        keep_for: crate::settings::KeepFor::OneYear,
        ..Settings::default()
    };
    stand.intend(Intent::Settings(Box::new(wanted)));
    assert!(old.exists(), "only at the start");
    let stand = Stand::at(data.path());
    assert!(!old.exists() && young.exists());
    let notice = stand.desk.world(false).notice.expect("a notice").to_owned();
    assert!(
        notice.starts_with("1 attempt from before") && notice.ends_with("erased as you chose."),
        "{notice}"
    );
    assert_eq!(stand.desk.world(false).attempts.len(), 1);
    assert_eq!(Stand::at(data.path()).desk.world(false).notice, None);
}

#[test]
fn every_attempt_can_be_erased() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    for _ in 0..2 {
        stand.begin();
        stand.play(Move::Leave);
        stand.intend(Intent::ClosePlay);
    }
    assert_eq!(stand.desk.world(false).keeping.attempts, 2);
    stand.intend(Intent::EraseAttempts);
    let world = stand.desk.world(false);
    assert_eq!(world.notice, Some("2 attempts were erased."));
    assert_eq!((world.attempts.len(), world.keeping.attempts), (0, 0));
}

#[test]
fn scenarios_are_read_from_a_folder_that_is_chosen_and_from_the_built_in_set_again() {
    let data = tempfile::tempdir().expect("a folder");
    let shelf = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.intend(Intent::UseScenarios(Some(shelf.path().to_owned())));
    let notice = stand.desk.world(false).notice.expect("a notice");
    assert!(notice.starts_with("No scenarios found in"), "{notice}");
    for file in [
        "practice.ron",
        "taxonomy.ron",
        "competences.ron",
        "language.ron",
    ] {
        let bytes = crate::scenario::shelf::built_in(&format!("scenarios/{file}"));
        std::fs::write(shelf.path().join(file), bytes.expect(file)).expect("written");
    }
    stand.intend(Intent::UseScenarios(Some(shelf.path().to_owned())));
    let library = stand.desk.world(false).library.clone();
    assert_eq!((library.entries.len(), library.loading), (1, None));
    assert!(library.chosen && library.broken.is_empty());
    assert_eq!(
        stand.desk.settings().scenarios_folder,
        Some(shelf.path().to_owned())
    );
    stand.begin();
    stand.intend(Intent::ClosePlay);
    stand.intend(Intent::UseScenarios(None));
    assert!(stand.desk.world(false).library.entries.len() > 1);
    assert_eq!(stand.desk.settings().scenarios_folder, None);
}

#[test]
fn a_damaged_file_says_where_and_what_is_sound_before() {
    use crate::ui::world::DamageKind;

    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    stand.play(Move::Decide);
    stand.play(Move::Leave);
    let journal = stand.journal();
    stand.intend(Intent::ClosePlay);
    let whole = std::fs::read_to_string(&journal).expect("read");
    let damage = |text: &str| {
        std::fs::write(&journal, text).expect("written");
        let stand = Stand::at(data.path());
        let row = stand.desk.world(false).attempts[0].clone();
        row.damage
            .map(|damage| (damage.kind, damage.line, damage.sound))
    };
    assert_eq!(damage(&whole), None);
    let torn = &whole[..whole.len() - 5];
    assert_eq!(damage(torn), Some((DamageKind::CutOff, Some(3), 1)));
    // The line that was changed and the one before it are both no longer believed.
    let changed = whole.replace("decide", "resume");
    assert_eq!(damage(&changed), Some((DamageKind::Changed, Some(3), 0)));
}

/// The settings in another language.
fn in_language(stand: &Stand, language: LanguageChoice) -> Intent {
    let settings = Settings {
        language,
        ..stand.desk.settings()
    };
    Intent::Settings(Box::new(settings))
}

#[test]
fn another_language_changes_what_is_read_and_not_what_was_done() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.begin();
    stand.choose_first();
    let (journal, english) = (stand.journal(), stand.view());
    let before = written(&journal);
    let welsh = in_language(&stand, LanguageChoice::Cymraeg);
    stand.intend(welsh);
    let told = stand.view();
    assert_ne!((&told.title, &told.place), (&english.title, &english.place));
    assert_eq!(told.transcript.len(), english.transcript.len());
    assert_eq!(written(&journal), before);
    stand.play(Move::Leave);
    stand.intend(Intent::Debrief);
    let debrief = |stand: &Stand| stand.desk.world(false).debrief.cloned().expect("a debrief");
    let shown = debrief(&stand);
    assert_eq!((&shown.title, shown.told), (&told.title, told.told));
    let rows = stand.desk.world(false).attempts.to_vec();
    assert_eq!(rows[0].title, told.title);
    // The one that is shown is told again too.
    let back = in_language(&stand, LanguageChoice::English);
    stand.intend(back);
    let again = debrief(&stand);
    assert_eq!((&again.title, again.told), (&english.title, english.told));
    assert_eq!(again.signs.len(), shown.signs.len());
}

fn appraisal(stand: &Stand) -> AppraisalView {
    stand.desk.world(false).appraisal.clone()
}

#[test]
fn a_scenario_is_appraised_in_steps_kept_and_its_plays_are_saved() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.intend(Intent::UseScenarios(None));
    stand.desk.intend(Intent::Appraise(PRACTICE.into()));
    let mut told = Vec::new();
    while stand.desk.busy() {
        stand.woken.recv().expect("somebody wakes");
        stand.desk.poll();
        if let AppraisalView::Working { done, of } = appraisal(&stand) {
            assert!(done <= of, "{done} of {of}");
            told.push(done);
        }
    }
    assert!(told.is_sorted() && told.len() > 3, "{told:?}");
    let AppraisalView::Ready(found) = appraisal(&stand) else {
        panic!("{:?}", appraisal(&stand));
    };
    assert_eq!(*found.id, *PRACTICE);

    stand.desk.intend(Intent::CloseAppraisal);
    assert_eq!(appraisal(&stand), AppraisalView::None);
    stand.desk.intend(Intent::Appraise(PRACTICE.into()));
    let AppraisalView::Ready(again) = appraisal(&stand) else {
        panic!("what was worked out is kept");
    };
    assert!(Arc::ptr_eq(&found, &again));

    let with_play = found
        .findings
        .iter()
        .position(|finding| finding.play.is_some());
    if let Some(number) = with_play {
        stand.intend(Intent::SavePlay(number));
        let notice = stand.desk.world(false).notice.expect("a notice").to_owned();
        let folder = data.path().join("plays").join(PRACTICE);
        let file = std::fs::read_dir(&folder)
            .expect("the folder")
            .flatten()
            .next()
            .expect("a file")
            .path();
        assert!(notice.contains(&file.display().to_string()), "{notice}");
        let play = found.findings[number].play.as_ref().expect("a play");
        assert_eq!(std::fs::read_to_string(file).expect("read"), play.actions);
    }
}

#[test]
fn an_appraisal_that_is_left_ends_and_is_not_shown() {
    let data = tempfile::tempdir().expect("a folder");
    let mut stand = Stand::at(data.path());
    stand.desk.intend(Intent::Appraise(PRACTICE.into()));
    stand.desk.intend(Intent::CloseAppraisal);
    stand.settle();
    assert_eq!(appraisal(&stand), AppraisalView::None);
    stand.intend(Intent::Appraise("no-such-scenario".into()));
    assert!(
        matches!(appraisal(&stand), AppraisalView::Fault(reason) if reason.contains("no-such-scenario"))
    );
}
