//! What all plays of a story share, worked out once: its combinations of
//! draws, the best and the worst of each, and what every sentence is.

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::analysis::Search;
use crate::scenario::authored::Horizon;
use crate::scenario::ids::UnitKey;
use crate::scenario::story::{Points, Story};
use crate::score::{Side, UnitNature, nature};
use crate::session::bits::BitSet;
use crate::session::state::State;

/// Most combinations of draws that are played; of more, so many are taken at even steps.
pub const MOST_COMBINATIONS: usize = 64;

/// One combination of draw values.
#[derive(Debug)]
pub struct Combination {
    /// The index of each draw's value.
    pub draws: Vec<u32>,
    /// The most and the least that decisions can earn; absent past the bound of states.
    pub range: Option<(i64, i64)>,
    pub(super) start: State,
    /// Which cues are live.
    pub(super) live: Vec<bool>,
    pub(super) plain: BitSet,
    pub(super) near: BitSet,
    pub(super) neutral: BitSet,
    /// Live cues of each side: the offence, then beyond.
    pub(super) sides: [Side; 2],
}

/// A story made ready for play in bulk.
#[derive(Debug)]
pub struct Board {
    pub(super) story: Arc<Story>,
    /// Its combinations of draws.
    pub combinations: Vec<Combination>,
    /// Points of each choice, all competences together.
    pub(super) choice_points: Vec<i64>,
    /// Points of each option.
    pub(super) option_points: Vec<i64>,
    /// Of each lure, the units that bear no cue beside it.
    pub(super) lure_units: Vec<Vec<UnitKey>>,
}

impl Combination {
    /// Whether a cue, by its number, is live.
    #[must_use]
    pub fn is_live(&self, cue: usize) -> bool {
        self.live.get(cue).copied().unwrap_or_default()
    }

    /// Whether any Beyond cue is live.
    #[must_use]
    pub fn has_beyond(&self) -> bool {
        self.sides[side_of(Horizon::Beyond)].cues_live > 0
    }
}

impl Board {
    /// Makes a story ready. The search of each combination stops at `states` states.
    #[must_use]
    pub fn new(story: &Arc<Story>, states: usize) -> Self {
        let mut board = Self::unsearched(story);
        let draws: Vec<Vec<u32>> = board
            .combinations
            .iter()
            .map(|combination| combination.draws.clone())
            .collect();
        let ranges = at_once(draws.len(), SEARCHES_AT_ONCE, |place| {
            let mut search = Search::new(story, &draws[place], states);
            range_of(&mut search, story, &draws[place])
        });
        for (combination, range) in board.combinations.iter_mut().zip(ranges) {
            combination.range = range;
        }
        board
    }

    /// Makes a story ready without the range of its decisions.
    #[must_use]
    pub fn unsearched(story: &Arc<Story>) -> Self {
        Self::with(story, combinations(story))
    }

    /// Makes a story ready for plays with one combination of draws, whose range is not searched.
    #[must_use]
    pub fn of_facts(story: &Arc<Story>, draws: Vec<u32>) -> Self {
        Self::with(story, vec![draws])
    }

    fn with(story: &Arc<Story>, all: Vec<Vec<u32>>) -> Self {
        let total = |points: &Points| points.iter().map(|(_, number)| i64::from(*number)).sum();
        let lure_units = story.tags[story.cues.len()..]
            .iter()
            .map(|tag| {
                let bears_none = |unit: &&UnitKey| story.units[unit.index()].cues.is_empty();
                tag.units.iter().filter(bears_none).copied().collect()
            })
            .collect();
        Self {
            story: story.clone(),
            combinations: all
                .into_iter()
                .map(|draws| combination(story, draws))
                .collect(),
            choice_points: story.choices.iter().map(|c| total(&c.assess)).collect(),
            option_points: story.options.iter().map(|o| total(&o.assess)).collect(),
            lure_units,
        }
    }

    /// The story.
    #[must_use]
    pub fn story(&self) -> &Arc<Story> {
        &self.story
    }

    /// A combination in words: `car=stranger, phone=mans`.
    #[must_use]
    pub fn in_words(&self, combination: usize) -> String {
        let drawn = &self.combinations[combination].draws;
        let words: Vec<String> = self
            .story
            .draws
            .iter()
            .zip(drawn)
            .map(|(draw, value)| format!("{}={}", draw.id, draw.values[*value as usize]))
            .collect();
        words.join(", ")
    }
}

/// The combinations of draws, the last draw changing fastest.
fn combinations(story: &Story) -> Vec<Vec<u32>> {
    let counts: Vec<u128> = story.draws.iter().map(|d| d.values.len() as u128).collect();
    let all = counts
        .iter()
        .try_fold(1u128, |product, count| product.checked_mul(*count))
        .unwrap_or(u128::MAX);
    let taken = all.min(MOST_COMBINATIONS as u128);
    (0..taken)
        .map(|step| {
            // Even steps through the product; each combination once while all are taken.
            let mut number = (all / taken) * step;
            let mut values: Vec<u32> = counts
                .iter()
                .rev()
                .map(|count| {
                    let value = number % count;
                    number /= count;
                    u32::try_from(value).unwrap_or_default()
                })
                .collect();
            values.reverse();
            values
        })
        .collect()
}

/// The most and the least that decisions can earn; `None` past the bound of states.
pub fn range_of(search: &mut Search<'_>, story: &Story, draws: &[u32]) -> Option<(i64, i64)> {
    let start = State::start(story, draws.to_vec(), &mut Vec::new());
    let value = search.value(&start, 0);
    search.is_exact().then_some((value.best, value.worst))
}

/// Most searches at once: each may hold much.
pub const SEARCHES_AT_ONCE: usize = 4;

/// What `work` gives for each number below `count`, in order, worked out on all cores.
pub fn on_all_cores<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    at_once(count, usize::MAX, work)
}

/// The same with so many at a time at most.
pub fn at_once<T: Send>(count: usize, most: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let found: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    let next = AtomicUsize::new(0);
    let turn = || {
        loop {
            let mine = next.fetch_add(1, Ordering::Relaxed);
            if mine >= count {
                return;
            }
            let result = work(mine);
            if let Ok(mut found) = found.lock() {
                found.push((mine, result));
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..super::simulate::threads().min(count).min(most) {
            scope.spawn(turn);
        }
        turn();
    });
    let mut found = found.into_inner().unwrap_or_default();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, result)| result).collect()
}

fn combination(story: &Story, draws: Vec<u32>) -> Combination {
    let start = State::start(story, draws.clone(), &mut Vec::new());
    let mut found = Combination {
        draws,
        range: None,
        live: story
            .cues
            .iter()
            .map(|cue| cue.only_when.holds(&start))
            .collect(),
        plain: BitSet::new(story.units.len()),
        near: BitSet::new(story.units.len()),
        neutral: BitSet::new(story.units.len()),
        sides: [Side::default(); 2],
        start,
    };
    for unit in 0..story.units.len() {
        match nature(story, &found.start, UnitKey::at(unit)) {
            UnitNature::Plain => found.plain.insert(unit),
            UnitNature::Near => found.near.insert(unit),
            UnitNature::Neutral => found.neutral.insert(unit),
            UnitNature::Live | UnitNature::Lure => false,
        };
    }
    for (cue, live) in story.cues.iter().zip(&found.live) {
        found.sides[side_of(cue.horizon)].cues_live += u32::from(*live);
    }
    found
}

/// Which of the two sides a cue counts on.
pub(super) fn side_of(horizon: Horizon) -> usize {
    usize::from(horizon == Horizon::Beyond)
}
