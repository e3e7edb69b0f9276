//! The debrief of an attempt, computed off the window's thread from its journal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::opening::Places;
use crate::attempt::{Attempts, Header, read_file};
use crate::disk;
use crate::language::Language;
use crate::report::debrief::Debrief;
use crate::report::{Lately, Sure, build_debrief, html};
use crate::score::{ScoreOptions, replay, score, story_of};
use crate::strings::Strings;

/// A debrief, and what it takes to play again with other facts.
pub struct Debriefed {
    /// What the screen shows.
    pub debrief: Arc<Debrief>,
    /// The journal.
    pub path: PathBuf,
    /// The scenario's id.
    pub scenario: Arc<str>,
    /// The facts that were drawn.
    pub facts: Vec<u32>,
}

/// Scores an attempt from its journal.
pub fn debrief(places: &Places, path: &Path, language: Language) -> Result<Debriefed, String> {
    let reading = read_file(path).map_err(said)?;
    let story = story_of(&reading.header, &places.folders.played(), &places.shelf).map_err(said)?;
    let scenario = Arc::clone(&story.id);
    let mut replayed = replay(story, &reading.header, &reading.entries).map_err(said)?;
    replayed.finish();
    replayed.play.tell_in(language);
    let score = score(&replayed, ScoreOptions::default());
    // A players.ron that cannot be read costs the standard errors and not the debrief.
    let players = places.shelf.players().unwrap_or_default();
    let sure = Sure::of(&replayed, &score, &players, lately(places, &reading.header));
    Ok(Debriefed {
        debrief: Arc::new(build_debrief(&replayed, &score, &reading.header, &sure)),
        path: path.to_owned(),
        scenario,
        facts: replayed.play.state().draws.clone(),
    })
}

/// The last three finished attempts under the same name, counted together.
fn lately(places: &Places, header: &Header) -> Option<Lately> {
    let attempts = Attempts::new(places.folders.attempts());
    let played = places.folders.played();
    Lately::of(&attempts, &header.trainee, &|header| {
        story_of(header, &played, &places.shelf).ok()
    })
}

/// Writes the report of a debrief as a page into the data folder. Gives its file.
pub fn save_report(
    places: &Places,
    path: &Path,
    debrief: &Debrief,
    language: Language,
) -> Result<PathBuf, String> {
    let folder = places.folders.reports();
    let name = path.file_stem().unwrap_or_default();
    let file = folder.join(name).with_extension("html");
    disk::make_folder(&folder).map_err(said)?;
    let page = html::html(debrief, &Strings::of(language));
    disk::write_whole(&file, page.as_bytes()).map_err(said)?;
    Ok(file)
}

fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}
