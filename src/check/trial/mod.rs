//! A scenario tried out by simulated officers: what the rules about what it rewards go by.

mod getting;
mod luck;

use std::sync::Arc;

use crate::analysis::Search;
use crate::players::{
    Board, Figure, Habit, Officer, Player, PlayerSummary, SEARCHES_AT_ONCE, at_once, on_all_cores,
    range_of,
};
use crate::scenario::problem::ShownBy;
use crate::scenario::story::Story;
use crate::session::moves::Move;
use crate::session::names::action_of;

pub(super) use getting::Getting;
pub(super) use luck::Luck;

/// Plays a combination of draws and a player, and fewest of a story that is very large.
const PLAYS: u64 = 1_000;
const LEAST_PLAYS: u64 = 20;
/// So many plays go by one combination of a story of one choice or sentence: check has to be quick.
const PLAYS_IN_ALL: u64 = 400_000_000;
/// The bound on states of each search, and of all: check has to be quick.
const STATES: usize = 1_000_000;
const STATES_IN_ALL: usize = 16_000_000;
/// The seed of all plays.
const SEED: u64 = 0;

/// The players that the rules ask about.
const ASKED: [&str; 6] = [
    "curious",
    "tunnel-vision",
    "marks-everything",
    "shortest-way",
    "longest-option",
    "zero-effort",
];

/// What came of a trial.
pub(super) struct Trial {
    /// The board it was held on.
    pub(super) board: Board,
    habits: Vec<Habit>,
    /// By habit, then by combination.
    seen: Vec<Vec<Seen>>,
    /// Plays a combination of draws and a player.
    pub(super) plays: u64,
    /// Where only luck finds the best choice.
    pub(super) luck: Vec<Luck>,
}

/// One player's plays with one combination of draws.
pub(super) struct Seen {
    /// All of them.
    pub(super) summary: PlayerSummary,
    /// Plays that met the standard.
    pub(super) met: Found,
    /// Plays with any score for noticing.
    pub(super) noticed: Found,
    /// Plays that reached the standard for decisions.
    pub(super) decided: Found,
}

/// How many plays there were of a kind, and the number of the first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Found {
    /// How many.
    pub(super) count: u64,
    /// The first.
    pub(super) first: u64,
}

impl Found {
    fn add(&mut self, number: u64, holds: bool) {
        if holds {
            if self.count == 0 {
                self.first = number;
            }
            self.count += 1;
        }
    }
}

impl Trial {
    /// Holds a trial; `None` of a scenario without a standard, which promises nothing.
    pub(super) fn hold(story: &Arc<Story>, players: &[Player]) -> Option<Self> {
        story.standard?;
        if players.is_empty() {
            return None;
        }
        let mut board = Board::unsearched(story);
        let habits: Vec<Habit> = ASKED
            .iter()
            .filter_map(|id| players.iter().find(|player| *player.id == **id))
            .map(|player| Habit::new(story, player, SEED))
            .collect();
        let states = STATES.min(STATES_IN_ALL / board.combinations.len().max(1));
        let forks = luck::forks(&board, &habits);
        let searched = at_once(board.combinations.len(), SEARCHES_AT_ONCE, |place| {
            let draws = &board.combinations[place].draws;
            let mut search = Search::new(story, draws, states);
            let range = range_of(&mut search, story, draws);
            let best = range.map(|_| luck::best_at(&forks, place, &mut search));
            (range, best)
        });
        let (ranges, best): (Vec<_>, Vec<_>) = searched.into_iter().unzip();
        for (combination, range) in board.combinations.iter_mut().zip(ranges) {
            combination.range = range;
        }
        let luck = luck::found(&board, &habits, &forks, &best);
        let combinations = board.combinations.len();
        let size = combinations * (story.choices.len() + story.units.len());
        let plays = (PLAYS_IN_ALL / (size as u64).max(1)).clamp(LEAST_PLAYS, PLAYS);
        let mut all = on_all_cores(habits.len() * combinations, |number| {
            try_out(
                &board,
                &habits[number / combinations],
                number % combinations,
                plays,
            )
        });
        let seen = habits
            .iter()
            .map(|_| all.drain(..combinations).collect())
            .collect();
        Some(Self {
            board,
            habits,
            seen,
            plays,
            luck,
        })
    }

    fn place_of(&self, player: &str) -> Option<usize> {
        self.habits
            .iter()
            .position(|habit| *habit.player().id == *player)
    }

    /// One player's plays, by combination.
    pub(super) fn seen(&self, player: &str) -> &[Seen] {
        self.place_of(player).map_or(&[], |place| &self.seen[place])
    }

    /// Whether a Beyond cue is live with a combination.
    pub(super) fn has_beyond(&self, combination: usize) -> bool {
        self.board.combinations[combination].has_beyond()
    }

    /// A player's name.
    pub(super) fn title(&self, player: &str) -> &str {
        self.place_of(player)
            .map_or("", |place| &self.habits[place].player().title)
    }

    /// The mean of a figure over all plays of a player; each combination weighs the same.
    pub(super) fn mean(&self, player: &str, figure: Figure) -> Option<f64> {
        let mut parts = self.seen(player).iter().map(|seen| &seen.summary);
        let mut all = parts.next()?.clone();
        parts.for_each(|part| all.join(part));
        all.figure(figure).map(|found| found.mean)
    }

    /// A play, to be played again.
    pub(super) fn play(&self, player: &str, combination: usize, number: u64) -> Option<ShownBy> {
        let habit = &self.habits[self.place_of(player)?];
        let (_, moves) = Officer::new(&self.board).recorded(habit, combination, number);
        Some(shown_by(&self.board, combination, number, &moves))
    }
}

fn try_out(board: &Board, habit: &Habit, combination: usize, plays: u64) -> Seen {
    let mut officer = Officer::new(board);
    let mut seen = Seen {
        summary: PlayerSummary::new(habit, board.story().duties.len()),
        met: Found::default(),
        noticed: Found::default(),
        decided: Found::default(),
    };
    let least = board.story().standard.map(|standard| standard.decisions);
    for number in 0..plays {
        let outcome = officer.play(habit, combination, number);
        seen.met.add(number, outcome.met == Some(true));
        let noticed = [outcome.immediate_score(), outcome.beyond_score()];
        seen.noticed
            .add(number, noticed.iter().flatten().any(|score| *score > 0.0));
        let below = outcome
            .decisions
            .zip(least)
            .and_then(|(decisions, least)| decisions.is_below(least));
        seen.decided.add(number, below == Some(false));
        seen.summary.add(&outcome, officer.duties());
    }
    seen
}

fn shown_by(board: &Board, combination: usize, seed: u64, moves: &[Move]) -> ShownBy {
    let story = board.story();
    let drawn = &board.combinations[combination].draws;
    ShownBy {
        seed,
        draws: story
            .draws
            .iter()
            .zip(drawn)
            .map(|(draw, value)| {
                let value = &draw.values[*value as usize];
                (draw.id.to_string(), value.to_string())
            })
            .collect(),
        actions: moves
            .iter()
            .map(|step| format!("{}\n", action_of(story, step).to_json()))
            .collect(),
    }
}
