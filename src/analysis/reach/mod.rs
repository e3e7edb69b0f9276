//! What can be come to at all with one set of draws, and when at the earliest.
//!
//! The search's own states are walked in the order of the scenario's clock.
//! Beside what points hang on, they keep apart what the lines that show a cue
//! or a lure hang on, so that every figure here is exact where the search was.

mod walk;
mod ways;

use crate::scenario::ids::{ChoiceKey, DutyId, NodeId};
use crate::scenario::story::{Exit, Story};
use crate::session::bits::BitSet;
use crate::session::state::State;

use super::expand::TurnAction;
use super::graph::END;
use super::search::Search;
use super::turn::Turn;
use super::values::Value;
use walk::Walk;
use ways::{Backwards, Breadth};

/// What can be come to with one set of draws.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The draws.
    pub draws: Vec<u32>,
    /// Whether all states were searched; where they were not, nothing else here is known.
    pub exact: bool,
    /// How many states.
    pub states: usize,
    /// V and W from the start: the total, then the competences.
    pub values: Vec<Value>,
    /// Nodes that can be entered.
    pub nodes: BitSet,
    /// Choices that can be taken.
    pub choices: BitSet,
    /// Options that can be on offer.
    pub options: BitSet,
    /// For each cue and lure, the earliest minute at which a unit of it can be seen.
    pub tags: Vec<Option<u32>>,
    /// For each duty, the earliest minute at which it can be fulfilled.
    pub duties: Vec<Option<u32>>,
    /// For each duty that can be fulfilled: the shortest way to where it no longer can be.
    pub lost: Vec<Option<Path>>,
    /// The shortest way to a turn that has no way on.
    pub dead_end: Option<Path>,
    /// The shortest way to where no ending can be come to any more, though there is always something to do.
    pub closed_loop: Option<Path>,
}

/// Turns from the start, each with what is done in it.
#[derive(Debug, Clone, Default)]
pub struct Path {
    pub(super) steps: Vec<Step>,
    /// Where it leads.
    pub node: Option<NodeId>,
}

#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) action: TurnAction,
    pub(super) next: Option<Turn>,
}

impl Path {
    /// How many turns.
    #[must_use]
    pub fn turns(&self) -> usize {
        self.steps.len()
    }
}

/// Lines that show a cue or a lure.
#[must_use]
pub fn telling_lines(story: &Story) -> Vec<bool> {
    let shows = |unit: u32| {
        let unit = &story.units[unit as usize];
        !unit.cues.is_empty() || !unit.lures.is_empty()
    };
    story
        .lines
        .iter()
        .map(|line| line.prose.units.clone().any(shows))
        .collect()
}

impl Reach {
    /// Searches with these draws, to `bound` states at most.
    #[must_use]
    pub fn new(story: &Story, draws: &[u32], bound: usize) -> Self {
        let mut search = Search::watching(story, draws, bound, &telling_lines(story));
        let start = State::start(story, draws.to_vec(), &mut Vec::new());
        let values = (0..=story.competences.len())
            .map(|objective| search.value(&start, objective))
            .collect();
        let mut walk = Walk::new(&search, &start);
        let mut reach = Self {
            draws: draws.to_vec(),
            exact: search.is_exact(),
            states: search.states(),
            values,
            nodes: BitSet::new(story.nodes.len()),
            choices: BitSet::new(story.choices.len()),
            options: BitSet::new(story.options.len()),
            tags: vec![None; story.tags.len()],
            duties: vec![None; story.duties.len()],
            lost: vec![None; story.duties.len()],
            dead_end: None,
            closed_loop: None,
        };
        reach.exact = reach.exact && walk.run(&mut reach, &start).is_ok();
        if reach.exact {
            let back = Backwards::new(&walk.ways);
            find_traps(&search, &walk, &back, &mut reach);
            find_lost_duties(&search, &walk, &back, &mut reach);
        }
        reach
    }
}

/// Dead ends and loops without a way out.
fn find_traps(search: &Search<'_>, walk: &Walk<'_, '_>, back: &Backwards, reach: &mut Reach) {
    let states = || (0..).take(walk.ways.states());
    let stuck = |state: u32| walk.ways.of(state).is_empty();
    let stops = |state: &u32| {
        let mut ways = walk.ways.of(*state).iter();
        stuck(*state) || ways.any(|way| way.to == END)
    };
    let can_stop = back.from(states().filter(stops));
    let order = walk.ways.by_turns(walk.first, &|_, _| true);
    let first = |wanted: &dyn Fn(u32) -> bool| {
        let state = order.order.iter().find(|state| wanted(**state))?;
        Some(path_to(search, walk, *state, &order))
    };
    reach.dead_end = first(&stuck);
    reach.closed_loop = first(&|state| !can_stop.has(state as usize));
}

/// For each duty that applies and can be fulfilled: where it no longer can be.
fn find_lost_duties(search: &Search<'_>, walk: &Walk<'_, '_>, back: &Backwards, reach: &mut Reach) {
    let story = search.story;
    let facts = State::start(story, reach.draws.clone(), &mut Vec::new());
    let mut by_duty: Vec<Vec<u32>> = vec![Vec::new(); story.duties.len()];
    for (duty, state) in &walk.fulfils {
        by_duty[duty.index()].push(*state);
    }
    for (number, duty) in story.duties.iter().enumerate() {
        let id = DutyId::at(number);
        if reach.duties[number].is_none() || !duty.applies.holds(&facts) {
            continue;
        }
        let can = back.from(by_duty[number].iter().copied());
        let order = walk
            .ways
            .by_turns(walk.first, &|_, way| !walk.fulfilled_on(*way, id));
        let mut found = order.order.iter();
        reach.lost[number] = found
            .find(|state| !can.has(**state as usize))
            .map(|state| path_to(search, walk, *state, &order));
    }
}

fn path_to(search: &Search<'_>, walk: &Walk<'_, '_>, state: u32, found: &Breadth) -> Path {
    let ways = walk.ways.path_to(state, found);
    let steps = ways.iter().map(|way| Step {
        action: walk.action(*way),
        next: Some(search.turn(way.to)),
    });
    Path {
        steps: steps.collect(),
        node: Some(search.turn(state).node),
    }
}

/// Choices of a story that nothing can put on offer with these draws.
#[must_use]
pub fn never_on_offer(story: &Story, all: &[Reach]) -> Vec<ChoiceKey> {
    let mut never = Vec::new();
    for (number, node) in story.nodes.iter().enumerate() {
        let entered = all.iter().any(|reach| reach.nodes.has(number));
        let Exit::Choices(choices) = &node.exit else {
            continue;
        };
        // What stands in a node that nobody enters is told of the node.
        let choices = choices.clone().filter(|_| entered);
        never.extend(
            choices
                .filter(|choice| !all.iter().any(|reach| reach.choices.has(*choice as usize)))
                .map(ChoiceKey),
        );
    }
    never
}
