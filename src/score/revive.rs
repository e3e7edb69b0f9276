//! From a journal back to the playthrough: the kept copy of the scenario, the
//! same facts, the same actions.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::attempt::{ActionText, Entry, Header, Pairs, Played};
use crate::scenario::shelf::{Shelf, ShelfError};
use crate::scenario::story::Story;
use crate::session::playthrough::Playthrough;
use crate::stamp::Stamp;

use super::Replay;

/// Why an attempt cannot be played again.
#[derive(Debug, thiserror::Error)]
pub enum ReviveError {
    /// Neither the kept copy nor the scenario as it stands has this meaning.
    #[error(
        "the copy of `{scenario}` that this attempt was played with is missing, and the scenario has changed since; put back {}",
        .place.display()
    )]
    Changed {
        /// The scenario's id.
        scenario: String,
        /// Where the copy was.
        place: PathBuf,
    },
    /// The scenario cannot be read.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// The kept copy has other facts than the header names.
    #[error("the attempt names the fact {name}={value}, which the scenario does not have")]
    Fact {
        /// The draw.
        name: String,
        /// Its value.
        value: String,
    },
    /// An entry of the journal cannot be done again.
    #[error("entry {n} of the journal cannot be done again: {reason}")]
    Entry {
        /// Its number.
        n: u64,
        /// Why.
        reason: String,
    },
}

/// The header of an attempt that begins now.
#[must_use]
pub fn header_for(
    play: &Playthrough,
    forced: &[(usize, u32)],
    trainee: &str,
    started: Stamp,
) -> Header {
    let story = play.story();
    let drawn = story.draws.iter().zip(&play.state().draws);
    let value = |draw: &crate::scenario::story::Draw, value: u32| {
        draw.values
            .get(value as usize)
            .map(ToString::to_string)
            .unwrap_or_default()
    };
    Header {
        scenario: story.id.to_string(),
        fingerprint: story.fingerprint.to_string(),
        seed: play.seed(),
        draws: Pairs(
            drawn
                .map(|(draw, index)| (draw.id.to_string(), value(draw, *index)))
                .collect(),
        ),
        forced: forced
            .iter()
            .filter_map(|(index, _)| story.draws.get(*index))
            .map(|draw| draw.id.to_string())
            .collect(),
        trainee: trainee.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        started,
    }
}

/// The story that an attempt was played with: the kept copy, else the shelf's
/// own where its fingerprint is still the same.
///
/// # Errors
/// When neither is there.
pub fn story_of(header: &Header, played: &Path, shelf: &Shelf) -> Result<Arc<Story>, ReviveError> {
    let copies = Played::new(played.to_owned());
    if let Some(folder) = copies.kept(&header.fingerprint) {
        let kept = Shelf::new(Some(folder)).load(&header.scenario, false);
        if let Ok(loaded) = kept
            && let Some(story) = loaded.story
            && *story.fingerprint == *header.fingerprint
        {
            return Ok(story);
        }
    }
    match shelf.load(&header.scenario, false) {
        Ok(loaded) => match loaded.story {
            Some(story) if *story.fingerprint == *header.fingerprint => Ok(story),
            _ => Err(changed(header, played)),
        },
        Err(ShelfError::Unknown { .. }) => Err(changed(header, played)),
        Err(error) => Err(error.into()),
    }
}

fn changed(header: &Header, played: &Path) -> ReviveError {
    let name = header.fingerprint.trim_start_matches("blake3:");
    ReviveError::Changed {
        scenario: header.scenario.clone(),
        place: played.join(name),
    }
}

/// Plays an attempt again, entry by entry.
///
/// The facts are those of the header: they are what the trainee met.
///
/// # Errors
/// When an entry cannot be done again.
pub fn replay(
    story: Arc<Story>,
    header: &Header,
    entries: &[Entry],
) -> Result<Replay, ReviveError> {
    let mut facts = Vec::new();
    for (name, value) in &header.draws.0 {
        let found = story
            .draws
            .iter()
            .enumerate()
            .find(|(_, draw)| *draw.id == **name)
            .and_then(|(index, draw)| {
                let number = draw.values.iter().position(|known| **known == **value)?;
                Some((index, u32::try_from(number).ok()?))
            });
        let fact = || ReviveError::Fact {
            name: name.clone(),
            value: value.clone(),
        };
        facts.push(found.ok_or_else(fact)?);
    }
    let mut replay = Replay::begin(story, header.seed, &facts);
    for entry in entries {
        let fault = |reason: String| ReviveError::Entry { n: entry.n, reason };
        let action = entry
            .action
            .parse()
            .map_err(|error| fault(error.to_string()))?;
        replay
            .act(&action)
            .map_err(|refusal| fault(refusal.to_string()))?;
    }
    Ok(replay)
}

/// An action's text for the journal.
///
/// # Errors
/// Never for actions made by this program; kept as an error so that nothing panics.
pub fn action_text(
    action: &crate::session::action::Action,
) -> Result<ActionText, crate::attempt::NotOneAction> {
    ActionText::new(&action.to_json())
}
