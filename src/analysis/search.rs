//! The search over one story with one set of draws.

use std::sync::OnceLock;

use crate::scenario::ids::{ChoiceKey, NodeId, ThingKey};
use crate::scenario::story::Story;
use crate::session::state::State;

use super::expand::{Edge, Expander, TooMany};
use super::graph::{END, Graph};
use super::layout::Layout;
use super::packing::Packing;
use super::program::{Program, Source};
use super::states::{MOST, NARROW, Wanted};
use super::turn::Turn;
use super::values::{Value, Values};

/// The bound on states where none is given.
pub const DEFAULT_STATES: usize = 5_000_000;

/// Most bytes held for each state of the bound: only keys of many words, or
/// states with very many edges, come to it before the bound itself.
const BYTES: usize = 256;
/// And never fewer bytes than these.
const LEAST_BYTES: usize = 1 << 28;
/// Most ways through turns that are worked out one by one for each state of the bound:
/// only turns with very many ways come to it. And never fewer than these.
const WORK: usize = 8;
const LEAST_WORK: usize = 1 << 22;

/// Plain states whose edges are worked out at once.
const AT_ONCE: usize = 32;

/// The most ways through turns that what searches to this bound of states may work out.
pub(super) fn most_work(bound: usize) -> usize {
    LEAST_WORK.max(bound.saturating_mul(WORK))
}

/// The most bytes that what searches to this bound of states may hold.
pub(super) fn most_bytes(bound: usize) -> usize {
    LEAST_BYTES.max(bound.saturating_mul(BYTES))
}

/// The search over one story with one set of draws.
///
/// States are numbered in the order of breadth: a state with a lower number
/// takes no more turns to come to.
pub struct Search<'a> {
    pub(super) story: &'a Story,
    pub(super) layout: Layout,
    packing: Packing,
    program: Program,
    draws: Vec<u32>,
    bound: usize,
    eager: bool,
    compiled: bool,
    graph: Graph,
    /// Ways through turns worked out so far.
    work: usize,
    values: Values,
    /// States before this number are known to have a way out that needs no mark.
    leaving: usize,
    parents: OnceLock<Vec<u32>>,
    exact: bool,
}

/// How states are kept and worked out: always the quickest way, but for tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct How {
    /// Whether plain nodes are compiled.
    pub(super) compiled: bool,
    /// Words of a key, at least.
    pub(super) least_words: usize,
}

impl<'a> Search<'a> {
    /// Searches from the beginning of the story with these draws, to `bound` states at most.
    #[must_use]
    pub fn new(story: &'a Story, draws: &[u32], bound: usize) -> Self {
        let how = How {
            compiled: true,
            least_words: NARROW,
        };
        Self::with(story, draws, bound, how)
    }

    /// The same, and states that differ in whether one of these lines can be seen are kept apart.
    pub(crate) fn watching(
        story: &'a Story,
        draws: &[u32],
        bound: usize,
        watched: &[bool],
    ) -> Self {
        let how = How {
            compiled: true,
            least_words: NARROW,
        };
        Self::on(story, Layout::watching(story, watched), draws, bound, how)
    }

    pub(super) fn with(story: &'a Story, draws: &[u32], bound: usize, how: How) -> Self {
        Self::on(story, Layout::new(story), draws, bound, how)
    }

    fn on(story: &'a Story, layout: Layout, draws: &[u32], bound: usize, how: How) -> Self {
        let packing = Packing::new(story, &layout, how.least_words);
        let mut search = Self {
            story,
            draws: draws.to_vec(),
            bound: bound.min(MOST / 4 * 3 - 1),
            eager: true,
            compiled: how.compiled && packing.words <= NARROW,
            graph: Graph::new(packing.words, 1 + story.competences.len()),
            program: Program::none(),
            work: 0,
            values: Values::new(),
            leaving: 0,
            parents: OnceLock::new(),
            exact: true,
            layout,
            packing,
        };
        search.compile();
        let start = State::start(story, draws.to_vec(), &mut Vec::new());
        search.add_roots(&[start]);
        search
    }

    fn compile(&mut self) {
        if !self.compiled {
            return;
        }
        let objectives = self.objectives();
        let mut gain = vec![0; objectives];
        self.program = Program::new(
            &Source {
                story: self.story,
                layout: &self.layout,
                packing: &self.packing,
                draws: &self.draws,
                eager: self.eager,
            },
            &mut |choice, needs_mark| {
                gain.fill(0);
                for (competence, points) in &self.story.choice(choice).assess {
                    gain[0] += points;
                    gain[1 + competence.index()] += points;
                }
                self.graph.rows.number(&gain, !needs_mark)
            },
        );
    }

    fn objectives(&self) -> usize {
        1 + self.story.competences.len()
    }

    /// Whether everything reachable was searched.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// How many states were searched.
    #[must_use]
    pub fn states(&self) -> usize {
        self.graph.len()
    }

    /// Bytes held for each state: its key and its place in the table, its
    /// edges with their points, and the values of all objectives, with the
    /// number a state that working those out needs.
    #[must_use]
    pub fn bytes_per_state(&self) -> usize {
        let states = self.graph.len().max(1);
        (self.graph.bytes() + self.values.bytes()).div_ceil(states) + size_of::<u32>()
    }

    pub(super) fn expander(&self) -> Expander<'_> {
        Expander {
            story: self.story,
            layout: &self.layout,
            draws: &self.draws,
            eager: self.eager,
        }
    }

    /// Takes states of a playthrough (each at the beginning of a turn) into the search.
    pub fn add_roots(&mut self, roots: &[State]) {
        if !self.exact {
            return;
        }
        self.explore(roots);
        if self.eager
            && self.exact
            && self.marks_matter()
            && !self.graph.everyone_can_leave(self.leaving)
        {
            // Not having looked can then mean being stuck, so looking is a difference of its own.
            self.eager = false;
            self.graph = Graph::new(self.packing.words, self.objectives());
            self.values = Values::new();
            self.compile();
            let start = State::start(self.story, self.draws.clone(), &mut Vec::new());
            self.explore(&[start]);
            self.explore(roots);
        }
        if self.leaving == 0 {
            self.graph.shrink();
        }
        self.leaving = self.graph.len();
        self.work_out_values();
    }

    /// Whether anything asks about marks at all.
    fn marks_matter(&self) -> bool {
        self.layout.of_tag.iter().any(|bits| !bits.is_empty())
    }

    fn work_out_values(&mut self) {
        let objectives = self.objectives();
        self.values.work_out(&self.graph, objectives);
    }

    pub(super) fn settled(&self, state: &State) -> Option<Turn> {
        if self.story.is_ending(state.node) {
            return None;
        }
        let mut turn = Turn::of(state, &self.layout);
        turn.settle(self.story, &self.layout, self.eager);
        Some(turn)
    }

    /// The number of a turn's state, new or known.
    fn number(&mut self, turn: &Turn, key: &mut Vec<u64>) -> u32 {
        self.packing.pack(turn, &self.layout, key);
        self.graph.states.number(key)
    }

    /// The bytes that may be held beside those of the search itself.
    pub(super) fn bytes_left(&self) -> usize {
        let held = self.graph.bytes() + self.values.bytes();
        most_bytes(self.bound).saturating_sub(held)
    }

    /// The most ways through turns that may be worked out one by one.
    pub(super) fn most_work(&self) -> usize {
        most_work(self.bound)
    }

    /// Whether as much was met as may be held, or done.
    fn is_full(&self) -> bool {
        self.graph.len() > self.bound
            || self.work > self.most_work()
            || (self.graph.expanded().is_multiple_of(1024)
                && self.graph.bytes() > most_bytes(self.bound))
    }

    fn explore(&mut self, roots: &[State]) {
        let mut key = Vec::new();
        for root in roots {
            if let Some(turn) = self.settled(root) {
                self.number(&turn, &mut key);
            }
        }
        self.parents = OnceLock::new();
        let (mut ahead, mut ends) = (Vec::new(), Vec::new());
        while self.graph.expanded() < self.graph.len() {
            let done = match self.expand_plain(&mut ahead, &mut ends) {
                Some(done) => done,
                None => !self.is_full() && self.expand(&mut key),
            };
            if !done {
                self.exact = false;
                return;
            }
        }
    }

    /// Takes in the edges of the next states, some at a time, as long as they are plain;
    /// false when there are too many, nothing where the next is not plain.
    fn expand_plain(&mut self, ahead: &mut Vec<Wanted>, ends: &mut Vec<usize>) -> Option<bool> {
        if !self.compiled {
            return None;
        }
        ahead.clear();
        ends.clear();
        let first = self.graph.expanded();
        for state in first..self.graph.len().min(first + AT_ONCE) {
            let from = self.graph.states.narrow(state);
            let Some(choices) = self.program.choices_of(from) else {
                break;
            };
            for choice in choices {
                if let Some(gain) = self.program.on_offer(choice, from) {
                    ahead.push(Wanted::new(self.program.after(choice, from), gain));
                }
            }
            ends.push(ahead.len());
        }
        if ends.is_empty() {
            return None;
        }
        self.graph.states.look_ahead(ahead);
        let mut rest = ahead.iter();
        let mut before = 0;
        for end in ends {
            if self.is_full() || !self.graph.begin() {
                return Some(false);
            }
            for one in rest.by_ref().take(*end - before) {
                let target = if one.ends {
                    END
                } else {
                    self.graph.states.number_hashed(one.key, one.hash)
                };
                self.graph.edge(target, one.gain);
            }
            before = *end;
        }
        Some(true)
    }

    /// Takes in the edges of the next state; false when there are too many to tell.
    fn expand(&mut self, key: &mut Vec<u64>) -> bool {
        let state = self.graph.expanded();
        let Ok(edges) = self.edges(&self.turn(u32::try_from(state).unwrap_or(END))) else {
            return false;
        };
        self.work += edges.len() + edges.last().map_or(0, |edge| edge.looked);
        if !self.graph.begin() {
            return false;
        }
        let mut found: Vec<(u32, u32)> = Vec::with_capacity(edges.len());
        for edge in edges {
            let target = match &edge.next {
                Some(turn) => self.number(turn, key),
                None => END,
            };
            found.push((target, self.graph.rows.number(&edge.gain, edge.unmarked)));
        }
        found.sort_unstable();
        found.dedup();
        for (target, gain) in found {
            self.graph.edge(target, gain);
        }
        true
    }

    /// The number of a turn's state, where it was met.
    pub(super) fn known(&self, turn: &Turn) -> Option<u32> {
        let mut key = Vec::new();
        self.packing.pack(turn, &self.layout, &mut key);
        self.graph.states.find(&key)
    }

    /// Whether looking at a thing here is a difference of its own, or free and always for the better.
    pub(super) fn looking_matters(&self, node: NodeId, thing: ThingKey) -> bool {
        self.layout.thing_is_read(node, thing) || !self.eager
    }

    /// The beginning of the turn that a number stands for.
    pub(crate) fn turn(&self, state: u32) -> Turn {
        let mut key = Vec::new();
        self.graph.states.read(state as usize, &mut key);
        self.packing.unpack(&key, self.story, &self.layout)
    }

    /// The state from which a state was first come to: going on to the parent's
    /// parent is a shortest play, backwards. Where the search began there is none.
    #[must_use]
    pub fn parent(&self, state: u32) -> Option<u32> {
        let parents = self.parents.get_or_init(|| self.graph.parents());
        let parent = parents.get(state as usize).copied()?;
        (parent != END).then_some(parent)
    }

    /// Whether the choices of a state are all there is to a turn in it.
    pub(super) fn is_plain(&self, state: u32) -> bool {
        self.compiled
            && self
                .program
                .choices_of(self.graph.states.narrow(state as usize))
                .is_some()
    }

    /// The choices on offer in a plain state, with the states they lead to.
    pub(super) fn plain_ways(&self, state: u32) -> impl Iterator<Item = (ChoiceKey, u32)> + '_ {
        let from = self.graph.states.narrow(state as usize);
        let edges = self.graph.edges_of(state as usize);
        self.program
            .choices_of(from)
            .unwrap_or_default()
            .iter()
            .filter(move |choice| self.program.on_offer(choice, from).is_some())
            .map(|choice| choice.key)
            .zip(edges.map(|edge| self.graph.target(edge)))
    }

    /// Every way through a turn.
    pub(crate) fn edges(&self, turn: &Turn) -> Result<Vec<Edge>, TooMany> {
        self.expander().edges(turn, &[])
    }

    /// The value of a turn; one that was not met before is searched first.
    pub(super) fn value_of_turn(&mut self, turn: Option<&Turn>, objective: usize) -> Value {
        let Some(turn) = turn else {
            return Value::default();
        };
        let state = self.number(turn, &mut Vec::new()) as usize;
        if self.exact && state >= self.graph.expanded() {
            self.explore(&[]);
            self.work_out_values();
        }
        self.values.of(state, objective, self.objectives())
    }

    /// V and W of a playthrough's state at the beginning of a turn: objective 0
    /// is the total, then the competences. An ending is worth 0.
    pub fn value(&mut self, state: &State, objective: usize) -> Value {
        let turn = self.settled(state);
        self.value_of_turn(turn.as_ref(), objective)
    }
}

/// What the tests look at.
#[cfg(test)]
impl Search<'_> {
    pub(super) fn edges_kept(
        &self,
        state: usize,
    ) -> impl Iterator<Item = (u32, Vec<i32>, bool)> + '_ {
        self.graph.edges_of(state).map(|edge| {
            let (points, unmarked) = self.graph.points(edge);
            (self.graph.target(edge), points.to_vec(), unmarked)
        })
    }

    pub(super) fn value_at(&self, state: usize, objective: usize) -> Value {
        self.values.of(state, objective, self.objectives())
    }

    /// The state of a turn, if it was met.
    pub(super) fn find(&self, turn: &Turn) -> Option<u32> {
        (0..u32::try_from(self.states()).unwrap_or(END)).find(|state| self.turn(*state) == *turn)
    }
}
