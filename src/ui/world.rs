//! What the screens are given each frame, and what they ask for.
//!
//! A screen reads a [`World`] and returns [`Intent`]s; it holds no rules and
//! does no input or output.

use std::path::PathBuf;
use std::sync::Arc;

use super::settings::{KeepFor, Settings};
use crate::appraisal::Appraisal;
use crate::language::Language;
use crate::report::debrief::Debrief;
use crate::session::moves::Move;
use crate::session::view::{Told, View};

/// A date and time of day where the user is, for screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// Year.
    pub year: i32,
    /// Month, from 1.
    pub month: u32,
    /// Day, from 1.
    pub day: u32,
    /// Hour.
    pub hour: u32,
    /// Minute.
    pub minute: u32,
}

/// A scenario in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryEntry {
    /// The scenario's id: the file's stem. Never shown.
    pub id: Arc<str>,
    /// Title.
    pub title: Arc<str>,
    /// Role.
    pub role: Arc<str>,
    /// The offence.
    pub offence: Arc<str>,
    /// The briefing.
    pub briefing: Arc<str>,
    /// Expected minutes to play.
    pub minutes: u32,
    /// The scenario's own content note.
    pub content_note: Option<Arc<str>>,
    /// The picture of its first node.
    pub picture: Option<Arc<str>>,
    /// Minutes since midnight at which it begins.
    pub starts_at: Option<u32>,
    /// How often this trainee played it, and when last.
    pub played: u32,
    /// When it was last played.
    pub last_played: Option<LocalTime>,
    /// A sign-off by survivors and practitioners is recorded.
    pub reviewed: bool,
    /// The language of its texts.
    pub language: Language,
    /// How far that is the language that was asked for.
    pub told: Told,
}

/// A scenario file that cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenScenario {
    /// The file's name.
    pub file: String,
    /// Its problems, each one line: "LINE:COL: what. Mend."
    pub problems: Vec<String>,
}

/// The library.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LibraryView {
    /// Still being read: how many so far.
    pub loading: Option<usize>,
    /// Where they come from, for the empty state.
    pub from: String,
    /// A folder was chosen in place of those built in.
    pub chosen: bool,
    /// Scenarios, `practice` first, then by title.
    pub entries: Vec<LibraryEntry>,
    /// Files that cannot be opened.
    pub broken: Vec<BrokenScenario>,
}

/// An attempt that was broken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resumable {
    /// The journal.
    pub path: PathBuf,
    /// Title.
    pub title: Arc<str>,
    /// Where it was left.
    pub place: Arc<str>,
    /// Set where bytes at its end were torn off and kept beside it.
    pub torn: bool,
}

/// The state of an attempt in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttemptState {
    /// Ended.
    Finished,
    /// Ended before an ending.
    EndedEarly {
        /// Where.
        place: Arc<str>,
    },
    /// Broken off; can be resumed.
    LeftAt {
        /// Where.
        place: Arc<str>,
    },
    /// It cannot be read, or its scenario is missing.
    Unreadable {
        /// Why.
        reason: String,
    },
}

/// What is amiss with an attempt's file, and how much of it can be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// What happened to it.
    pub kind: DamageKind,
    /// The file.
    pub file: String,
    /// The first line that does not fit, from 1; none where every line does.
    pub line: Option<usize>,
    /// The file that keeps what was cut off.
    pub aside: Option<String>,
    /// How many things that were done are sound.
    pub sound: usize,
    /// When the last of them was done.
    pub until: Option<LocalTime>,
}

/// What happened to an attempt's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DamageKind {
    /// Its end was cut off.
    CutOff,
    /// It was changed after it was written.
    Changed,
}

/// A row of `My attempts`, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptRow {
    /// The journal.
    pub path: PathBuf,
    /// The scenario's title, else its id.
    pub title: Arc<str>,
    /// When it began.
    pub started: Option<LocalTime>,
    /// Its state.
    pub state: AttemptState,
    /// What is amiss with its file.
    pub damage: Option<Damage>,
}

/// Whether what was done is on disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SaveState {
    /// It is.
    #[default]
    Saved,
    /// On its way: the screen waits without showing it.
    Saving,
    /// A write failed: play waits.
    Fault {
        /// Why.
        reason: String,
        /// How many actions are kept in memory.
        pending: usize,
    },
}

/// Where attempts are kept, and what would become of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeepingView {
    /// The folder.
    pub folder: String,
    /// Where they are kept unless another folder is chosen.
    pub usual: String,
    /// The command line named the folder: one that is chosen counts when it does not.
    pub named: bool,
    /// How often a chosen folder was looked at.
    pub looked: u32,
    /// Why the one looked at last cannot be used: its path.
    pub trouble: Option<String>,
    /// How many attempts there are.
    pub attempts: usize,
    /// For each time that attempts may be kept: how many are older, and the day before which.
    pub older: Vec<(KeepFor, usize, LocalTime)>,
}

/// Whether text can be read aloud.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SpeechView {
    /// It is being looked for.
    #[default]
    Looking,
    /// It can.
    Ready,
    /// There is no speech service.
    Absent,
    /// There is one, and it does not work.
    Fault(String),
}

/// What a trainer asked to see of a scenario.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum AppraisalView {
    /// Nothing was asked.
    #[default]
    None,
    /// It is being worked out.
    Working {
        /// Steps that are done.
        done: u64,
        /// Of so many.
        of: u64,
    },
    /// Here it is.
    Ready(Arc<Appraisal>),
    /// Why it cannot be shown.
    Fault(String),
}

/// What the screens are given.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The library.
    pub library: &'a LibraryView,
    /// Broken-off attempts, newest first.
    pub resumable: &'a [Resumable],
    /// All attempts, newest first.
    pub attempts: &'a [AttemptRow],
    /// The playthrough, while one is open.
    pub play: Option<&'a View>,
    /// The text being typed that a crash left, offered again.
    pub draft: Option<&'a str>,
    /// Whether what was done is on disk.
    pub save: &'a SaveState,
    /// The debrief, once it is asked for and computed.
    pub debrief: Option<&'a Debrief>,
    /// Why the debrief cannot be shown.
    pub debrief_fault: Option<&'a str>,
    /// What a trainer asked to see of a scenario.
    pub appraisal: &'a AppraisalView,
    /// The last thing that was refused or failed, in a sentence, until dismissed.
    pub notice: Option<&'a str>,
    /// Where attempts are kept.
    pub keeping: &'a KeepingView,
    /// Whether text can be read aloud.
    pub speech: &'a SpeechView,
    /// Where the user is.
    pub now: LocalTime,
    /// Whether the system asks for the dark theme.
    pub system_dark: bool,
}

/// What a screen asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Start a scenario by id with a fresh seed.
    Start(Arc<str>),
    /// Start the scenario of the debrief again with other facts where possible.
    PlayAgain,
    /// Resume a broken-off attempt.
    Resume(PathBuf),
    /// End the broken-off attempt (after a question) and start its scenario again.
    StartAgain(PathBuf),
    /// Do something in the playthrough.
    Play(Move),
    /// The text being typed right now; saved at least every 2 s while typing.
    Draft(String),
    /// Write what is pending again after a fault.
    RetrySave,
    /// Close the playthrough and go to the library (a pause is written first where it is not over).
    ClosePlay,
    /// Show the debrief of the playthrough that just ended.
    Debrief,
    /// Show the debrief of an attempt.
    OpenAttempt(PathBuf),
    /// Leave the debrief.
    CloseDebrief,
    /// Write the report of the debrief as an HTML file into the data folder and say where.
    SaveReport,
    /// Work out what can be said of this scenario before anybody plays it.
    Appraise(Arc<str>),
    /// It is no longer shown: what is under way ends.
    CloseAppraisal,
    /// Write the play of the finding with this number into the data folder and say where.
    SavePlay(usize),
    /// The settings changed: keep them.
    Settings(Box<Settings>),
    /// Keep attempts in this folder from now on, where it can be written; none for the usual one.
    UseFolder {
        /// The folder's path.
        folder: Option<PathBuf>,
        /// Copy the attempts that are there already.
        copy: bool,
    },
    /// Read scenarios from this folder from now on; none for the set built in.
    UseScenarios(Option<PathBuf>),
    /// Erase every attempt (after a question).
    EraseAttempts,
    /// Read this aloud.
    Speak {
        /// The words.
        text: String,
        /// What they are in, where that may be another language than the interface's.
        language: Option<Language>,
    },
    /// Break off what is being read aloud.
    Silence,
    /// Forget the notice.
    DismissNotice,
    /// Save and close the application.
    Quit,
}
