//! The list of attempts, read off the window's thread.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::keeping::{LIMITS, limit};
use super::library::Played;
use super::local;
use super::opening::Places;
use crate::attempt::{Attempts, Header, Listed, Reading, last_done};
use crate::language::Language;
use crate::scenario::story::Story;
use crate::score::{replay, story_of};
use crate::session::look::place_of;
use crate::session::state::Status;
use crate::settings::KeepFor;
use crate::stamp::Stamp;
use crate::ui::world::{AttemptRow, AttemptState, Damage, DamageKind, LocalTime, Resumable};

/// What the folder holds.
#[derive(Debug, Default)]
pub struct Found {
    /// All attempts, newest first.
    pub rows: Vec<AttemptRow>,
    /// Those that can be taken up, newest first.
    pub resumable: Vec<Resumable>,
    /// What a trainee played, by scenario.
    pub played: HashMap<Arc<str>, Played>,
    /// For each time that attempts may be kept: how many are older, and the day before which.
    pub older: Vec<(KeepFor, usize, LocalTime)>,
    /// The same moments, one for each.
    limits: Vec<Stamp>,
}

/// Reads the folder. `trainee` is the one whose plays are counted.
pub fn read(places: &Places, trainee: &str, language: Language) -> Result<Found, String> {
    let listed = Attempts::new(places.folders.attempts())
        .list()
        .map_err(|error| error.to_string())?;
    let mut stories = Stories {
        places,
        language,
        known: HashMap::new(),
    };
    let mut found = Found::default();
    let now = Stamp::now();
    for keep in LIMITS {
        if let Some(limit) = limit(keep, now) {
            found.limits.push(limit);
            found.older.push((keep, 0, local(limit.local())));
        }
    }
    for one in listed {
        add(&mut found, &mut stories, one, trainee);
    }
    Ok(found)
}

/// Each story is compiled once, however many attempts it has.
struct Stories<'a> {
    places: &'a Places,
    language: Language,
    known: HashMap<(String, String), Result<Arc<Story>, String>>,
}

impl Stories<'_> {
    fn of(&mut self, header: &Header) -> Result<Arc<Story>, String> {
        let key = (header.scenario.clone(), header.fingerprint.clone());
        let places = self.places;
        self.known
            .entry(key)
            .or_insert_with(|| {
                story_of(header, &places.folders.played(), &places.shelf)
                    .map_err(|error| error.to_string())
            })
            .clone()
    }
}

fn add(found: &mut Found, stories: &mut Stories<'_>, one: Listed, trainee: &str) {
    let damage = damage_of(&one);
    let Listed {
        path,
        reading,
        torn,
    } = one;
    let reading = match reading {
        Ok(reading) => reading,
        Err(error) => {
            found.rows.push(unreadable(path, error.to_string()));
            return;
        }
    };
    let last = last_done(&reading);
    for (limit, (_, older, _)) in found.limits.iter().zip(&mut found.older) {
        *older += usize::from(last < *limit);
    }
    let started = local(reading.header.started.local());
    let altered = reading.alteration.is_some();
    let (title, state) = match stories.of(&reading.header) {
        Ok(story) => {
            let title = Arc::clone(&story.told_in(stories.language).title);
            (title, state_of(story, &reading, stories.language))
        }
        Err(reason) => (
            Arc::from(reading.header.scenario.as_str()),
            AttemptState::Unreadable { reason },
        ),
    };
    let over = matches!(
        state,
        AttemptState::Finished | AttemptState::EndedEarly { .. }
    );
    if over && reading.header.trainee == trainee {
        let id = Arc::from(reading.header.scenario.as_str());
        let played = found.played.entry(id).or_default();
        played.times += 1;
        played.last = played.last.max(Some(started));
    }
    if let AttemptState::LeftAt { place } = &state
        && !altered
    {
        found.resumable.push(Resumable {
            path: path.clone(),
            title: Arc::clone(&title),
            place: Arc::clone(place),
            torn,
        });
    }
    found.rows.push(AttemptRow {
        path,
        title,
        started: Some(started),
        state,
        damage,
    });
}

/// What is amiss with a file, and how much of it can be believed.
fn damage_of(one: &Listed) -> Option<Damage> {
    let reading = one.reading.as_ref().ok()?;
    let sound = reading.entries.len();
    let changed = reading.alteration.as_ref();
    if changed.is_none() && !one.torn {
        return None;
    }
    // The header is line 1; what is torn now stands after the last sound entry.
    let torn_now = (!reading.torn.is_empty()).then_some(sound + 2);
    let aside = one.path.with_extension("torn-1");
    Some(Damage {
        kind: if changed.is_some() {
            DamageKind::Changed
        } else {
            DamageKind::CutOff
        },
        file: one.path.display().to_string(),
        line: changed.map(|alteration| alteration.line).or(torn_now),
        aside: aside.exists().then(|| aside.display().to_string()),
        sound,
        until: (sound > 0).then(|| local(last_done(reading).local())),
    })
}

fn state_of(story: Arc<Story>, reading: &Reading, language: Language) -> AttemptState {
    let play = match replay(story, &reading.header, &reading.entries) {
        Ok(replayed) => replayed.play,
        Err(error) => {
            return AttemptState::Unreadable {
                reason: error.to_string(),
            };
        }
    };
    let place = place_of(&play.story().told_in(language), play.state().node);
    match play.state().status {
        Status::Ended => AttemptState::Finished,
        Status::Left => AttemptState::EndedEarly { place },
        Status::Playing => AttemptState::LeftAt { place },
    }
}

fn unreadable(path: PathBuf, reason: String) -> AttemptRow {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    AttemptRow {
        title: Arc::from(name.as_ref()),
        started: None,
        state: AttemptState::Unreadable { reason },
        damage: None,
        path,
    }
}
