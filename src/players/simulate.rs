//! Many plays on all cores. Every play has its own lots by its number, and
//! summaries are whole numbers, so the result does not depend on threads.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::analysis::DEFAULT_STATES;
use crate::scenario::players::Player;
use crate::scenario::story::Story;

use super::board::Board;
use super::habit::Habit;
use super::officer::Officer;
use super::summary::PlayerSummary;

/// Plays that a thread takes at a time.
const AT_A_TIME: u64 = 512;

/// Told how much is done of how much, from whichever thread has done it; says whether to go on.
pub type Watch<'a> = &'a (dyn Fn(u64, u64) -> ControlFlow<()> + Sync);

/// How many threads are worth having.
#[must_use]
pub fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// Plays a story `plays` times with each player.
///
/// The combinations of draws take turns, so that each is played as often as
/// any other. `progress` is told of the plays done and of all to do, from
/// whichever thread has done them.
#[must_use]
pub fn simulate(
    story: &Arc<Story>,
    players: &[Player],
    plays: u64,
    seed: u64,
    progress: &(dyn Fn(u64, u64) + Sync),
) -> Vec<PlayerSummary> {
    let board = Board::new(story, DEFAULT_STATES);
    simulate_on(&board, players, plays, seed, progress)
}

/// The same on a board that is made ready already.
#[must_use]
pub fn simulate_on(
    board: &Board,
    players: &[Player],
    plays: u64,
    seed: u64,
    progress: &(dyn Fn(u64, u64) + Sync),
) -> Vec<PlayerSummary> {
    simulate_with(board, players, (plays, seed), threads(), progress)
}

/// The same with so many threads, for whoever must not take every core.
#[must_use]
pub fn simulate_with(
    board: &Board,
    players: &[Player],
    (plays, seed): (u64, u64),
    threads: usize,
    progress: &(dyn Fn(u64, u64) + Sync),
) -> Vec<PlayerSummary> {
    let go_on = |done, of| {
        progress(done, of);
        ControlFlow::Continue(())
    };
    simulate_watched(board, players, (plays, seed), threads, &go_on)
}

/// The same for as long as `watch` says so: ended early, the summaries hold a part.
#[must_use]
pub fn simulate_watched(
    board: &Board,
    players: &[Player],
    (plays, seed): (u64, u64),
    threads: usize,
    watch: Watch<'_>,
) -> Vec<PlayerSummary> {
    let habits: Vec<Habit> = players
        .iter()
        .map(|player| Habit::new(board.story(), player, seed))
        .collect();
    let empty = || -> Vec<PlayerSummary> {
        let duties = board.story().duties.len();
        let of = |habit| PlayerSummary::new(habit, duties);
        habits.iter().map(of).collect()
    };
    let total = plays.saturating_mul(habits.len() as u64);
    let parts = plays.div_ceil(AT_A_TIME);
    let (next, done) = (AtomicU64::new(0), AtomicU64::new(0));
    let all = Mutex::new(empty());
    let combinations = board.combinations.len() as u64;
    let work = || {
        let mut officer = Officer::new(board);
        let mut mine = empty();
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            let Some(player) = part.checked_div(parts) else {
                break;
            };
            let Some(player) = usize::try_from(player).ok().filter(|p| *p < habits.len()) else {
                break;
            };
            let first = part % parts * AT_A_TIME;
            let last = (first + AT_A_TIME).min(plays);
            for number in first..last {
                let combination = usize::try_from(number % combinations).unwrap_or_default();
                let outcome = officer.play(&habits[player], combination, number);
                mine[player].add(&outcome, officer.duties());
            }
            let count = last - first;
            let done = done.fetch_add(count, Ordering::Relaxed) + count;
            if watch(done, total).is_break() {
                break;
            }
        }
        if let Ok(mut all) = all.lock() {
            all.iter_mut()
                .zip(&mine)
                .for_each(|(sum, part)| sum.join(part));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    all.into_inner().unwrap_or_default()
}
