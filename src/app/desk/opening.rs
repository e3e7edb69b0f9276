//! Beginning an attempt and taking one up again: work for another thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::attempt::{Attempts, Draft, FileMedium, Log, Medium as _, Played, left_over};
use crate::folders::Folders;
use crate::scenario::shelf::Shelf;
use crate::scenario::story::Story;
use crate::score::{action_text, header_for, replay, story_of};
use crate::session::action::Action;
use crate::session::draw::{draw, fresh_seed};
use crate::session::playthrough::Playthrough;
use crate::session::state::Status;
use crate::stamp::Stamp;

/// An attempt ready to be played on.
pub struct Opened {
    /// Where it stands.
    pub play: Playthrough,
    /// Its journal.
    pub log: Log<FileMedium>,
    /// The text being typed.
    pub draft: Draft,
    /// What is left of a text that was being typed when the program stopped.
    pub left_over: Option<String>,
}

/// Which facts an attempt begins with.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The seed; else a random one.
    pub seed: Option<u64>,
    /// Draws set by hand: draw and value by number.
    pub forced: Vec<(usize, u32)>,
    /// Facts to differ from where the scenario has others: values by draw.
    pub unlike: Option<Vec<u32>>,
}

/// How many seeds are tried for other facts.
const SEEDS: usize = 256;

impl Facts {
    fn seed_for(&self, story: &Story) -> u64 {
        if let Some(seed) = self.seed {
            return seed;
        }
        let mut seed = fresh_seed();
        if let Some(before) = &self.unlike {
            for _ in 0..SEEDS {
                if draw(story, seed) != *before {
                    break;
                }
                seed = fresh_seed();
            }
        }
        seed
    }
}

/// Where things are, for work on other threads.
#[derive(Debug, Clone)]
pub struct Places {
    /// The scenarios.
    pub shelf: Shelf,
    /// The pictures' folder; none for the set built in.
    pub assets: Option<PathBuf>,
    /// What is kept.
    pub folders: Folders,
    /// The command line named the folder, so that one in the settings does not count.
    pub named: bool,
}

/// Begins an attempt: the scenario as it stands now is kept beside it.
pub fn begin(places: &Places, id: &str, facts: &Facts, trainee: &str) -> Result<Opened, String> {
    let loaded = places.shelf.load(id, false).map_err(said)?;
    let Some(story) = loaded.story else {
        let first = loaded.problems.first();
        return Err(first
            .map(|problem| problem.line(&loaded.source))
            .unwrap_or_default());
    };
    let seed = facts.seed_for(&story);
    let fingerprint = Arc::clone(&story.fingerprint);
    let play = Playthrough::begin(story, seed, &facts.forced);
    let header = header_for(&play, &facts.forced, trainee, Stamp::now());
    let files = places.shelf.files_to_keep(id).map_err(said)?;
    Played::new(places.folders.played())
        .keep(&fingerprint, &files)
        .map_err(said)?;
    let log = Attempts::new(places.folders.attempts())
        .begin(&header)
        .map_err(said)?;
    let draft = Draft::of(log.medium().path()).map_err(said)?;
    Ok(Opened {
        play,
        log,
        draft,
        left_over: None,
    })
}

/// Takes up an attempt that was broken off, and goes on with it.
pub fn take_up(places: &Places, path: &Path) -> Result<Opened, String> {
    let mut opened = reopen(places, path)?;
    if opened.play.state().paused {
        write(&mut opened, &Action::Resume)?;
    }
    Ok(opened)
}

/// Ends an attempt that was broken off. Gives its scenario's id.
pub fn end(places: &Places, path: &Path) -> Result<Arc<str>, String> {
    let mut opened = reopen(places, path)?;
    if matches!(opened.play.state().status, Status::Playing) {
        write(&mut opened, &Action::Leave)?;
    }
    Ok(Arc::clone(&opened.play.story().id))
}

fn reopen(places: &Places, path: &Path) -> Result<Opened, String> {
    let opened = Attempts::open(path).map_err(said)?;
    let story = story_of(&opened.header, &places.folders.played(), &places.shelf).map_err(said)?;
    let replayed = replay(story, &opened.header, &opened.entries).map_err(said)?;
    let left_over = left_over(&opened.draft, &opened.entries).map(str::to_owned);
    Ok(Opened {
        play: replayed.play,
        log: opened.log,
        draft: opened.draft,
        left_over,
    })
}

fn write(opened: &mut Opened, action: &Action) -> Result<(), String> {
    opened.play.act(action).map_err(said)?;
    let text = action_text(action).map_err(said)?;
    opened.log.append(Stamp::now(), &text).map_err(said)?;
    Ok(())
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
