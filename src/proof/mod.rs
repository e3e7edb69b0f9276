//! What can be said of a scenario before anybody plays it.
//!
//! The exact search of every combination of draws says what can be come to and
//! what it earns; simulated officers say what it rewards. [`prove`] puts both
//! together, [`findings`] says what they mean for the author.

mod findings;
mod json;
mod text;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::analysis::Reach;
use crate::players::{
    Board, Habit, Officer, Player, PlayerSummary, READER, SEARCHES_AT_ONCE, ScenarioCertainty,
    Share, Watch, at_once, certainty_of, on_all_cores, simulate_watched, threads,
};
use crate::scenario::story::Story;

pub use findings::{Finding, Subject, findings};
pub use json::to_json;
pub use text::to_text;

/// The player whose plays say how often a cue is shown.
const WANDERER: &str = "random";

/// How much is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Effort {
    /// The bound on states of each search.
    pub states: usize,
    /// Plays of each simulated officer.
    pub plays: u64,
    /// Their seed.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            states: crate::analysis::DEFAULT_STATES,
            plays: 10_000,
            seed: 0,
        }
    }
}

/// All that is known of a scenario without a trainee.
#[derive(Debug)]
pub struct Proof {
    /// The story.
    pub story: Arc<Story>,
    /// How much was done.
    pub effort: Effort,
    /// What can be come to, by combination of draws.
    pub reaches: Vec<Reach>,
    /// For each cue and lure, in how many random plays it was shown; the plays are those in which it is live.
    pub shown: Vec<Share>,
    /// Simulated officers.
    pub players: Vec<PlayerSummary>,
    /// How sure the figures of one play are; absent without a noisy reader.
    pub certainty: Option<ScenarioCertainty>,
    /// What the search found.
    pub findings: Vec<Finding>,
}

impl Proof {
    /// Whether every search was complete.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.reaches.iter().all(|reach| reach.exact)
    }
}

/// The exact search of every combination of draws, on all cores; nothing where one
/// is not complete, and no more is searched then. In all they come to `most` states.
#[must_use]
pub fn complete_reaches(story: &Arc<Story>, states: usize, most: usize) -> Option<Vec<Reach>> {
    let board = Board::unsearched(story);
    let count = board.combinations.len();
    let states = states.min(most / count.max(1));
    let bounded = AtomicBool::new(false);
    let found = at_once(count, SEARCHES_AT_ONCE, |place| {
        if bounded.load(Ordering::Relaxed) {
            return None;
        }
        let reach = Reach::new(story, &board.combinations[place].draws, states);
        if !reach.exact {
            bounded.store(true, Ordering::Relaxed);
            return None;
        }
        Some(reach)
    });
    found.into_iter().collect()
}

/// Proves a scenario; `None` only where `watch` ended it.
///
/// What is done is counted in plays: each search of a combination, and the
/// plays that say how often a cue is shown, count as the plays of one officer.
#[must_use]
pub fn prove(
    story: &Arc<Story>,
    players: &[Player],
    effort: Effort,
    watch: Watch<'_>,
) -> Option<Proof> {
    let mut board = Board::unsearched(story);
    let combinations = board.combinations.len();
    let of = effort.plays * steps(combinations, players.len());
    let searched = AtomicU64::new(0);
    let ended = AtomicBool::new(watch(0, of).is_break());
    let reaches = at_once(combinations, SEARCHES_AT_ONCE, |place| {
        if ended.load(Ordering::Relaxed) {
            return None;
        }
        let reach = Reach::new(story, &board.combinations[place].draws, effort.states);
        let done = searched.fetch_add(1, Ordering::Relaxed) + 1;
        if watch(done * effort.plays, of).is_break() {
            ended.store(true, Ordering::Relaxed);
        }
        Some(reach)
    });
    let reaches: Vec<Reach> = reaches.into_iter().collect::<Option<_>>()?;
    for (combination, reach) in board.combinations.iter_mut().zip(&reaches) {
        combination.range = reach
            .values
            .first()
            .filter(|_| reach.exact)
            .map(|total| (total.best, total.worst));
    }
    if ended.load(Ordering::Relaxed) {
        return None;
    }
    let shown = shown(&board, players, effort);
    let before = effort.plays * steps(combinations, 0);
    let further = |done, _| {
        let told = watch(before + done, of);
        ended.fetch_or(told.is_break(), Ordering::Relaxed);
        told
    };
    let plays = (effort.plays, effort.seed);
    let summaries = simulate_watched(&board, players, plays, threads(), &further);
    if ended.load(Ordering::Relaxed) {
        return None;
    }
    Some(Proof {
        findings: findings(story, &reaches),
        story: story.clone(),
        effort,
        certainty: certain(&board, players, &reaches, effort),
        reaches,
        shown,
        players: summaries,
    })
}

/// How sure the figures of one play are.
fn certain(
    board: &Board,
    players: &[Player],
    reaches: &[Reach],
    effort: Effort,
) -> Option<ScenarioCertainty> {
    let reader = players.iter().find(|player| *player.id == *READER)?;
    let competences: Vec<Vec<(i64, i64)>> = reaches
        .iter()
        .map(|reach| {
            let known = reach.values.iter().skip(1).filter(|_| reach.exact);
            known.map(|value| (value.best, value.worst)).collect()
        })
        .collect();
    Some(certainty_of(
        board,
        reader,
        &competences,
        effort.plays,
        effort.seed,
    ))
}

/// How much is done: the searches, the random plays, the officers.
pub(crate) fn steps(combinations: usize, players: usize) -> u64 {
    (combinations + 1 + players) as u64
}

/// In how many random plays each cue and lure is shown, of those in which it is live.
fn shown(board: &Board, players: &[Player], effort: Effort) -> Vec<Share> {
    let story = board.story();
    let mut shares = vec![Share::default(); story.tags.len()];
    let Some(player) = players.iter().find(|player| *player.id == *WANDERER) else {
        return shares;
    };
    let habit = Habit::new(story, player, effort.seed);
    let combinations = board.combinations.len();
    let parts = on_all_cores(combinations, |place| {
        let mut officer = Officer::new(board);
        let mut counts = vec![0u64; story.tags.len()];
        let mut plays = 0;
        for number in (place as u64..effort.plays).step_by(combinations) {
            officer.play(&habit, place, number);
            plays += 1;
            for (count, tag) in counts.iter_mut().zip(&story.tags) {
                let seen = tag
                    .units
                    .iter()
                    .any(|unit| officer.state().shown.has(unit.index()));
                *count += u64::from(seen);
            }
        }
        (counts, plays)
    });
    for ((counts, plays), combination) in parts.iter().zip(&board.combinations) {
        for (tag, (share, count)) in shares.iter_mut().zip(counts).enumerate() {
            if tag >= story.cues.len() || combination.is_live(tag) {
                share.count += count;
                share.of += plays;
            }
        }
    }
    shares
}
