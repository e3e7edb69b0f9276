//! The one place where what a screen asks for is done. It knows no bevy, so
//! that tests drive it without a window.

mod appraising;
mod attempts;
mod debriefing;
mod jobs;
mod keeping;
mod library;
mod listening;
mod opening;
mod play;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::alarm::Waker;
use super::options::Look;
use crate::attempt::Tally;
use crate::language::Language;
use crate::report::debrief::Debrief;
use crate::session::moves::Move;
use crate::settings::Settings;
use crate::settings_file;
use crate::speech::Service;
use crate::stamp::{Local, Stamp};
use crate::strings::{Strings, Value};
use crate::ui::spoken;
use crate::ui::world::{
    AppraisalView, AttemptRow, Intent, KeepingView, LocalTime, Resumable, SaveState, World,
};

use appraising::Appraising;
use attempts::Found;
use debriefing::Debriefed;
use jobs::Jobs;
use keeping::{Outlived, Shelved, Unusable, Used};
pub use library::Library;
use listening::Listening;
use opening::Opened;
pub use opening::{Facts, Places};
use play::{DraftFault, Play};

/// What came of work on another thread.
enum Done {
    Attempts(Box<Result<Found, String>>),
    Opened(Box<Result<Opened, String>>),
    /// A broken-off attempt was ended; its scenario begins again.
    Ended(Result<Arc<str>, String>),
    Debriefed(u64, Box<Result<Debriefed, String>>),
    ReportSaved(Result<PathBuf, String>),
    Appraised(u64, Box<appraising::Outcome>),
    PlaySaved(Result<PathBuf, String>),
    ErasedOld(Result<Option<Outlived>, String>),
    ErasedAll(Result<Tally, String>),
    FolderUsed(Result<Used, Unusable>),
    ScenariosRead(Box<Result<Shelved, String>>),
    SettingsKept(Result<(), String>),
}

/// What is wanted once the playthrough that is open has been let go.
enum Next {
    Nothing,
    Begin(Arc<str>, Facts),
    TakeUp(PathBuf),
    EndAndBegin(PathBuf),
    Debrief(PathBuf),
}

/// The settings on disk, and what lies over them.
struct Kept {
    settings: Settings,
    look: Look,
    writing: bool,
    stale: bool,
}

/// The debrief that is shown, or why not. Each has a number: one that was left
/// before it was ready is not shown when it comes.
#[derive(Default)]
struct Shown {
    number: u64,
    ready: Option<Debriefed>,
    fault: Option<String>,
}

/// Everything behind the screens.
pub struct Desk {
    library: Library,
    /// Scenarios are read here, no longer by whoever read them first.
    own_shelf: bool,
    places: Places,
    keeping: KeepingView,
    listening: Listening,
    kept: Kept,
    named: Option<String>,
    wake: Waker,
    jobs: Jobs<Done>,
    play: Option<Play>,
    next: Option<Next>,
    opening: bool,
    rows: Vec<AttemptRow>,
    resumable: Vec<Resumable>,
    debrief: Shown,
    appraising: Appraising,
    notice: Option<String>,
    strings: Strings,
    system_language: Language,
    leaving: Leaving,
}

/// How far closing the application has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaving {
    /// Nobody has asked.
    No,
    /// What is to be written is being written.
    Asked,
    /// Nothing is left to do.
    Done,
}

impl Desk {
    /// The desk of one user. `trainee` is who plays, where the command line names one.
    /// `speech` is the service that may read aloud.
    pub fn new(
        mut places: Places,
        look: Look,
        trainee: Option<String>,
        speech: Service,
        wake: Waker,
    ) -> Self {
        let usual = places.folders.data().display().to_string();
        let read = settings_file::read::<Settings>(&places.folders.settings());
        let notice = read.fault.map(|fault| sentence(&fault.to_string()));
        if let Some(folder) = read.settings.data_folder.as_ref().filter(|_| !places.named) {
            places.folders = places.folders.with_data(folder.clone());
        }
        let keep_for = read.settings.keep_for;
        let mut desk = Self {
            library: Library::new(places.shelf.clone(), Language::English),
            own_shelf: false,
            keeping: KeepingView {
                folder: places.folders.data().display().to_string(),
                usual,
                named: places.named,
                ..KeepingView::default()
            },
            listening: Listening::start(speech, &wake),
            kept: Kept {
                settings: read.settings,
                look,
                writing: false,
                stale: false,
            },
            named: trainee,
            jobs: Jobs::new(Arc::clone(&wake)),
            wake,
            places,
            play: None,
            next: None,
            opening: false,
            rows: Vec::new(),
            resumable: Vec::new(),
            debrief: Shown::default(),
            appraising: Appraising::default(),
            notice,
            strings: Strings::english(),
            system_language: Language::English,
            leaving: Leaving::No,
        };
        desk.speak();
        let places = desk.places.clone();
        desk.jobs
            .start(move || Done::ErasedOld(keeping::erase_old(&places, keep_for)));
        desk
    }

    /// Which language the system asks for, where the settings leave it to that.
    pub fn set_system_language(&mut self, language: Language) {
        self.system_language = language;
        self.speak();
    }

    /// Goes on in the language of the settings.
    fn speak(&mut self) {
        let language = self.settings().language.language(self.system_language);
        if language == self.strings.language() {
            return;
        }
        self.strings = Strings::of(language);
        self.library.set_language(language);
        if let Some(play) = &mut self.play {
            play.tell_in(language);
        }
        if let Some(path) = self.debrief.ready.as_ref().map(|ready| ready.path.clone()) {
            // The one that is shown stays until it is there in the other language.
            self.work_out_debrief(path);
        }
    }

    /// The library, for whoever reads the scenarios it began with.
    pub fn library_mut(&mut self) -> Option<&mut Library> {
        (!self.own_shelf).then_some(&mut self.library)
    }

    /// The settings as they are shown.
    pub fn settings(&self) -> Settings {
        self.kept.look.over(self.kept.settings.clone())
    }

    /// Whether everything is saved and the window may go.
    pub fn has_left(&self) -> bool {
        self.leaving == Leaving::Done
    }

    /// What the screens are given.
    pub fn world(&self, system_dark: bool) -> World<'_> {
        // A playthrough that is left for another screen is no longer shown.
        let left = self.next.is_some() && self.leaving == Leaving::No;
        let play = self.play.as_ref().filter(|_| !left);
        World {
            library: self.library.view(),
            resumable: &self.resumable,
            attempts: &self.rows,
            play: play.map(Play::view),
            draft: play.and_then(Play::draft),
            save: self.play.as_ref().map_or(&SaveState::Saved, Play::save),
            debrief: self.debrief.ready.as_ref().map(|ready| &*ready.debrief),
            debrief_fault: self.debrief.fault.as_deref(),
            appraisal: self.appraising.view(),
            notice: self.notice.as_deref(),
            keeping: &self.keeping,
            speech: self.listening.view(),
            now: local(Stamp::now().local()),
            system_dark,
        }
    }

    /// Does what a screen asks for.
    pub fn intend(&mut self, intent: Intent) {
        match intent {
            Intent::Start(id) => self.start(id, Facts::default()),
            Intent::PlayAgain => self.play_again(),
            Intent::Resume(path) => self.leave_play(Next::TakeUp(path)),
            Intent::StartAgain(path) => self.leave_play(Next::EndAndBegin(path)),
            Intent::Play(step) => self.act(&step),
            Intent::Draft(text) => {
                if let Some(play) = &mut self.play {
                    play.type_draft(text);
                }
            }
            Intent::RetrySave => {
                if let Some(play) = &self.play {
                    play.retry();
                }
            }
            Intent::ClosePlay => self.leave_play(Next::Nothing),
            Intent::Debrief => {
                if let Some(path) = self.play.as_ref().map(|play| play.path().to_owned()) {
                    self.leave_play(Next::Debrief(path));
                }
            }
            Intent::OpenAttempt(path) => self.open_debrief(path),
            Intent::CloseDebrief => self.close_debrief(),
            Intent::SaveReport => self.save_report(),
            Intent::Appraise(id) => self.appraise(&id),
            Intent::CloseAppraisal => self.appraising.close(),
            Intent::SavePlay(number) => self.save_play(number),
            Intent::Settings(settings) => self.keep(*settings),
            Intent::UseFolder { folder, copy } => self.use_folder(folder, copy),
            Intent::UseScenarios(folder) => self.jobs.start(move || {
                Done::ScenariosRead(Box::new(keeping::read_shelf(folder.as_deref())))
            }),
            Intent::EraseAttempts => {
                let places = self.places.clone();
                self.jobs
                    .start(move || Done::ErasedAll(keeping::erase_all(&places)));
            }
            Intent::Speak { text, language } => {
                let speed = self.kept.settings.reading_speed;
                let language = language.unwrap_or(self.strings.language());
                self.listening.speak(text, speed, language);
            }
            Intent::Silence => self.listening.silence(),
            Intent::DismissNotice => self.notice = None,
            Intent::Quit => self.quit(),
        }
    }

    /// Begins a scenario with these facts.
    pub fn start(&mut self, id: Arc<str>, facts: Facts) {
        self.leave_play(Next::Begin(id, facts));
    }

    /// Takes in what was done on other threads.
    pub fn poll(&mut self) {
        if let Some(play) = &mut self.play
            && let Some(DraftFault(reason)) = play.poll()
        {
            self.tell("notice-draft-not-kept", &reason);
        }
        self.appraising.poll();
        for done in self.jobs.collect() {
            self.take(done);
        }
        if let Some(reason) = self.listening.poll() {
            self.tell("comfort-aloud-fault", &reason);
        }
        if self.play.as_ref().is_some_and(Play::closed) {
            self.play = None;
            self.read_attempts();
        }
        self.let_go();
    }

    /// Whether something is under way on another thread.
    #[cfg(test)]
    fn busy(&self) -> bool {
        let saving =
            |play: &Play| !matches!(play.save(), SaveState::Saved | SaveState::Fault { .. });
        self.jobs.busy()
            || self.next.is_some() && !self.play.as_ref().is_some_and(Play::faulty)
            || self.play.as_ref().is_some_and(saving)
    }

    fn trainee(&self) -> String {
        let named = self.named.as_deref().unwrap_or(&self.kept.settings.trainee);
        match named.trim() {
            "" => "anonymous".to_owned(),
            name => name.to_owned(),
        }
    }

    fn act(&mut self, step: &Move) {
        let Some(play) = &mut self.play else {
            return;
        };
        // After a fault play waits: the screen says so.
        if play.faulty() || self.next.is_some() {
            return;
        }
        if let Err(refusal) = play.act(step) {
            self.tell("notice-refused", &refusal);
        }
    }

    /// Has the open playthrough written and let go, and then goes on with `next`.
    fn leave_play(&mut self, next: Next) {
        if let Some(play) = &self.play
            && play.faulty()
        {
            play.retry();
        }
        self.next = Some(next);
        self.let_go();
    }

    /// Lets the playthrough go that is to be left, once everything is on disk, a pause too.
    fn let_go(&mut self) {
        if let Some(play) = &mut self.play
            && self.next.is_some()
            && play.settled()
        {
            if !play.running() {
                play.let_go();
            } else if let Err(refusal) = play.act(&Move::Pause) {
                self.next = None;
                self.tell("notice-refused", &refusal);
            }
        }
        if self.play.is_none() {
            self.go_on();
        }
    }

    /// No playthrough is open: what was wanted next begins.
    fn go_on(&mut self) {
        if let Some(next) = self.next.take() {
            let places = self.places.clone();
            match next {
                Next::Nothing => {}
                Next::Begin(id, facts) => {
                    self.close_debrief();
                    let trainee = self.trainee();
                    self.opening = true;
                    self.jobs.start(move || {
                        Done::Opened(Box::new(opening::begin(&places, &id, &facts, &trainee)))
                    });
                }
                Next::TakeUp(path) => {
                    self.close_debrief();
                    self.opening = true;
                    self.jobs
                        .start(move || Done::Opened(Box::new(opening::take_up(&places, &path))));
                }
                Next::EndAndBegin(path) => {
                    self.jobs
                        .start(move || Done::Ended(opening::end(&places, &path)));
                }
                Next::Debrief(path) => self.open_debrief(path),
            }
        }
        if self.leaving == Leaving::Asked && !self.opening && !self.kept.writing {
            self.leaving = Leaving::Done;
        }
    }

    fn take(&mut self, done: Done) {
        match done {
            Done::Attempts(found) => match *found {
                Ok(found) => {
                    self.rows = found.rows;
                    self.resumable = found.resumable;
                    self.keeping.attempts = self.rows.len();
                    self.keeping.older = found.older;
                    self.library.set_played(found.played);
                }
                Err(reason) => self.tell("notice-attempts-unread", &reason),
            },
            Done::Opened(opened) => {
                self.opening = false;
                let opened = opened.and_then(|opened| {
                    Play::new(opened, self.strings.language(), &self.wake)
                        .map_err(|error| error.to_string())
                });
                match opened {
                    Ok(play) => {
                        self.play = Some(play);
                        if self.leaving != Leaving::No {
                            self.leave_play(Next::Nothing);
                        }
                    }
                    Err(reason) => self.tell("notice-not-opened", &reason),
                }
            }
            Done::Ended(Ok(id)) => self.start(id, Facts::default()),
            Done::Ended(Err(reason)) => self.tell("notice-not-opened", &reason),
            Done::Debriefed(number, debriefed) if number == self.debrief.number => match *debriefed
            {
                Ok(ready) => self.debrief.ready = Some(ready),
                Err(reason) => self.debrief.fault = Some(sentence(&reason)),
            },
            Done::Debriefed(..) => {}
            Done::ReportSaved(Ok(file)) => {
                let file = file.display().to_string();
                let words = [("path", Value::from(file))];
                self.notice = Some(self.strings.with("notice-report-saved", &words));
            }
            Done::ReportSaved(Err(reason)) => self.tell("notice-report-not-saved", &reason),
            Done::Appraised(number, outcome) => self.appraising.take(number, *outcome),
            Done::PlaySaved(Ok(file)) => {
                let words = [("path", Value::from(file.display().to_string()))];
                self.notice = Some(self.strings.with("notice-play-saved", &words));
            }
            Done::PlaySaved(Err(reason)) => self.tell("notice-play-not-saved", &reason),
            Done::ErasedOld(outcome) => {
                self.say_erased_old(outcome);
                self.read_attempts();
            }
            Done::ErasedAll(outcome) => {
                self.say_erased(outcome);
                self.read_attempts();
            }
            Done::FolderUsed(outcome) => self.take_folder(outcome),
            Done::ScenariosRead(outcome) => self.take_scenarios(*outcome),
            Done::SettingsKept(outcome) => {
                self.kept.writing = false;
                if let Err(reason) = outcome {
                    self.tell("notice-settings-not-kept", &reason);
                }
                if self.kept.stale {
                    self.write_settings();
                }
            }
        }
    }

    fn read_attempts(&mut self) {
        let (places, trainee) = (self.places.clone(), self.trainee());
        let language = self.strings.language();
        self.jobs
            .start(move || Done::Attempts(Box::new(attempts::read(&places, &trainee, language))));
    }

    fn open_debrief(&mut self, path: PathBuf) {
        self.close_debrief();
        self.work_out_debrief(path);
    }

    fn work_out_debrief(&mut self, path: PathBuf) {
        self.debrief.number += 1;
        let (number, places) = (self.debrief.number, self.places.clone());
        let language = self.strings.language();
        self.jobs.start(move || {
            let debriefed = debriefing::debrief(&places, &path, language);
            Done::Debriefed(number, Box::new(debriefed))
        });
    }

    fn close_debrief(&mut self) {
        self.debrief = Shown {
            number: self.debrief.number + 1,
            ..Shown::default()
        };
    }

    fn play_again(&mut self) {
        let Some(ready) = &self.debrief.ready else {
            return;
        };
        let facts = Facts {
            unlike: Some(ready.facts.clone()),
            ..Facts::default()
        };
        self.start(Arc::clone(&ready.scenario), facts);
    }

    fn save_report(&mut self) {
        let Some(ready) = &self.debrief.ready else {
            return;
        };
        let (places, path) = (self.places.clone(), ready.path.clone());
        let debrief: Arc<Debrief> = Arc::clone(&ready.debrief);
        let language = self.strings.language();
        self.jobs.start(move || {
            Done::ReportSaved(debriefing::save_report(&places, &path, &debrief, language))
        });
    }

    fn appraise(&mut self, id: &Arc<str>) {
        let asked = (self.library.fingerprint(id), self.strings.language());
        if let Some(work) = self.appraising.ask(&self.places, id, asked, &self.wake) {
            let number = work.number;
            self.jobs
                .start(move || Done::Appraised(number, Box::new(work.run())));
        }
    }

    fn save_play(&mut self, number: usize) {
        if let AppraisalView::Ready(told) = self.appraising.view() {
            let (places, told) = (self.places.clone(), Arc::clone(told));
            self.jobs
                .start(move || Done::PlaySaved(appraising::save(&places, &told, number)));
        }
    }

    fn keep(&mut self, mut wanted: Settings) {
        let trainee = self.trainee();
        // Folders are chosen by intents of their own, once they are known to be of use.
        wanted
            .data_folder
            .clone_from(&self.kept.settings.data_folder);
        wanted
            .scenarios_folder
            .clone_from(&self.kept.settings.scenarios_folder);
        let kept = self.kept.look.under(wanted, &self.kept.settings);
        if kept == self.kept.settings {
            return;
        }
        self.kept.settings = kept;
        let language = self.strings.language();
        self.speak();
        if self.trainee() != trainee || self.strings.language() != language {
            self.read_attempts();
        }
        self.write_settings();
    }

    /// One write at a time, so that the last one stands.
    fn write_settings(&mut self) {
        if self.kept.writing {
            self.kept.stale = true;
            return;
        }
        self.kept.stale = false;
        self.kept.writing = true;
        let (file, settings) = (self.places.folders.settings(), self.kept.settings.clone());
        self.jobs.start(move || {
            let written = settings_file::write(&file, &settings);
            Done::SettingsKept(written.map_err(|error| error.to_string()))
        });
    }

    fn quit(&mut self) {
        let stuck = self.play.as_ref().is_some_and(Play::faulty);
        if self.leaving != Leaving::No && stuck {
            // Asked again while nothing can be written: the user has decided.
            self.leaving = Leaving::Done;
            return;
        }
        self.leaving = Leaving::Asked;
        self.leave_play(Next::Nothing);
    }

    fn use_folder(&mut self, folder: Option<PathBuf>, copy: bool) {
        let folder = match folder {
            _ if self.places.named => self.places.folders.data().to_owned(),
            Some(folder) => folder,
            None => PathBuf::from(&self.keeping.usual),
        };
        let places = self.places.clone();
        self.jobs
            .start(move || Done::FolderUsed(keeping::use_folder(&places, &folder, copy)));
    }

    fn take_folder(&mut self, outcome: Result<Used, Unusable>) {
        self.keeping.looked += 1;
        let used = match outcome {
            Ok(used) => used,
            Err(unusable) => {
                self.keeping.trouble = Some(unusable.folder.display().to_string());
                if let Some(reason) = unusable.not_copied {
                    self.tell("data-not-copied", &reason);
                }
                return;
            }
        };
        self.keeping.trouble = None;
        self.keeping.folder = used.folder.display().to_string();
        if let Some(n) = used.copied {
            let folder = self.keeping.folder.clone();
            let words = [("n", n.into()), ("folder", folder.into())];
            self.notice = Some(self.strings.with("data-copied", &words));
        }
        if self.places.named {
            return;
        }
        let chosen = (self.keeping.folder != self.keeping.usual).then(|| used.folder.clone());
        self.places.folders = self.places.folders.clone().with_data(used.folder);
        if self.kept.settings.data_folder != chosen {
            self.kept.settings.data_folder = chosen;
            self.write_settings();
        }
        self.read_attempts();
    }

    fn take_scenarios(&mut self, outcome: Result<Shelved, String>) {
        let shelved = match outcome {
            Ok(shelved) => shelved,
            Err(reason) => return self.tell("notice-scenarios-unread", &reason),
        };
        if shelved.scenarios.is_empty() {
            let path = [("path", Value::from(shelved.shelf.place()))];
            self.notice = Some(self.strings.with("notice-scenarios-none", &path));
            return;
        }
        self.own_shelf = true;
        self.notice = None;
        self.library = Library::new(shelved.shelf.clone(), self.strings.language());
        self.library.expect(shelved.scenarios.len());
        for (id, loaded) in shelved.scenarios {
            match loaded {
                Ok(loaded) => self.library.put(&id, &loaded),
                Err(reason) => self.library.unreadable(&id, reason),
            }
        }
        self.kept.settings.scenarios_folder = shelved.shelf.folder().map(Path::to_owned);
        self.appraising.forget();
        self.places.shelf = shelved.shelf;
        self.write_settings();
        self.read_attempts();
    }

    /// Attempts that were kept long enough are gone: said once.
    fn say_erased_old(&mut self, outcome: Result<Option<Outlived>, String>) {
        match outcome {
            Ok(Some(outlived)) if outlived.tally.done > 0 => {
                let date = spoken::date(&self.strings, outlived.before);
                let words = [("n", outlived.tally.done.into()), ("date", date.into())];
                self.notice = Some(self.strings.with("data-erased-old", &words));
            }
            Ok(_) => {}
            Err(reason) => self.tell("data-not-erased", &reason),
        }
    }

    fn say_erased(&mut self, outcome: Result<Tally, String>) {
        match outcome {
            Ok(Tally { done, held }) => {
                let id = if held > 0 {
                    "data-erased-held"
                } else {
                    "data-erased"
                };
                let words = [("n", done.into()), ("held", held.into())];
                self.notice = Some(self.strings.with(id, &words));
            }
            Err(reason) => self.tell("data-not-erased", &reason),
        }
    }

    /// The look of an assets folder cannot be used.
    pub fn tell_look(&mut self, file: &str, reason: String) {
        let words = [("path", file.to_owned().into()), ("reason", reason.into())];
        self.notice = Some(self.strings.with("notice-look-unread", &words));
    }

    fn tell(&mut self, words: &str, reason: &str) {
        let reason = Value::from(reason.to_owned());
        self.notice = Some(self.strings.with(words, &[("reason", reason)]));
    }
}

/// A time of day for screens.
fn local(time: Local) -> LocalTime {
    LocalTime {
        year: time.year,
        month: time.month,
        day: time.day,
        hour: time.hour,
        minute: time.minute,
    }
}

/// A message as a sentence of its own.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}
