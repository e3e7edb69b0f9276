//! The graph of turns and its values: best and worst from each state.

use std::collections::HashMap;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::scenario::story::Story;
use crate::session::state::State;

use super::components::{Linked, components};
use super::expand::{Edge, Expander, TooMany};
use super::layout::Layout;
use super::turn::Turn;

/// The bound on states where none is given.
pub const DEFAULT_STATES: usize = 5_000_000;

/// Best and worst of one objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Value {
    /// The most that can still be earned.
    pub best: i64,
    /// The least.
    pub worst: i64,
}

/// The search over one story with one set of draws.
pub struct Search<'a> {
    pub(super) story: &'a Story,
    pub(super) layout: Layout,
    draws: Vec<u32>,
    bound: usize,
    eager: bool,
    graph: Graph,
    exact: bool,
}

#[derive(Default)]
pub(super) struct Graph {
    stride: usize,
    arena: Vec<u64>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// Edges of each state, in the order states were expanded (which is the order of their numbers).
    edge_starts: Vec<usize>,
    pub(super) targets: Vec<u32>,
    pub(super) gains: Vec<u32>,
    unmarked: Vec<bool>,
    /// The first state that leads to each; none for a root.
    parents: Vec<u32>,
    gain_rows: Vec<Vec<i32>>,
    gain_numbers: HashMap<Vec<i32>, u32>,
    values: Vec<Value>,
}

pub(super) const END: u32 = u32::MAX;

impl Graph {
    pub(super) fn len(&self) -> usize {
        self.arena.len().checked_div(self.stride).unwrap_or(0)
    }

    fn words(&self, state: u32) -> &[u64] {
        &self.arena[state as usize * self.stride..][..self.stride]
    }

    /// The number of a state, new or known; a new one was come to from `parent`.
    fn number(&mut self, words: &[u64], parent: u32) -> u32 {
        self.stride = words.len();
        let hash = self.hasher.hash_one(words);
        let (arena, stride, hasher) = (&self.arena, self.stride, &self.hasher);
        let at = |state: u32| &arena[state as usize * stride..][..stride];
        if let Some(known) = self.table.find(hash, |state| at(*state) == words) {
            return *known;
        }
        let new = u32::try_from(arena.len() / stride).unwrap_or(END);
        self.table
            .insert_unique(hash, new, |state| hasher.hash_one(at(*state)));
        self.arena.extend_from_slice(words);
        self.parents.push(parent);
        new
    }

    fn gain_number(&mut self, gain: &[i32]) -> u32 {
        if let Some(known) = self.gain_numbers.get(gain) {
            return *known;
        }
        let new = u32::try_from(self.gain_rows.len()).unwrap_or(u32::MAX);
        self.gain_rows.push(gain.to_vec());
        self.gain_numbers.insert(gain.to_vec(), new);
        new
    }

    pub(super) fn edges_of(&self, state: usize) -> std::ops::Range<usize> {
        let start = self
            .edge_starts
            .get(state)
            .copied()
            .unwrap_or(self.targets.len());
        let end = self
            .edge_starts
            .get(state + 1)
            .copied()
            .unwrap_or(self.targets.len());
        start..end
    }
}

/// The states from a number on, counted from 0.
struct Ahead<'g> {
    graph: &'g Graph,
    known: usize,
}

impl Linked for Ahead<'_> {
    fn edges_of(&self, vertex: u32) -> std::ops::Range<usize> {
        self.graph.edges_of(vertex as usize + self.known)
    }
    fn target(&self, edge: usize) -> Option<u32> {
        let target = self.graph.targets[edge];
        if target == END {
            return None;
        }
        target.checked_sub(u32::try_from(self.known).unwrap_or(END))
    }
}

impl<'a> Search<'a> {
    /// Searches from the beginning of the story with these draws, to `bound` states at most.
    #[must_use]
    pub fn new(story: &'a Story, draws: &[u32], bound: usize) -> Self {
        let mut search = Self {
            story,
            layout: Layout::new(story),
            draws: draws.to_vec(),
            bound,
            eager: true,
            graph: Graph::default(),
            exact: true,
        };
        let start = State::start(story, draws.to_vec(), &mut Vec::new());
        search.add_roots(&[start]);
        search
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
        self.explore(roots);
        if self.eager && self.exact && !self.everyone_can_leave() {
            // Not having looked can then mean being stuck, so looking is a difference of its own.
            self.eager = false;
            let start = State::start(self.story, self.draws.clone(), &mut Vec::new());
            self.graph = Graph::default();
            self.explore(&[start]);
            self.explore(roots);
        }
        self.work_out_values();
    }

    pub(super) fn settled(&self, state: &State) -> Option<Turn> {
        if self.story.is_ending(state.node) {
            return None;
        }
        let mut turn = Turn::of(state, &self.layout);
        turn.settle(self.story, &self.layout, self.eager);
        Some(turn)
    }

    fn explore(&mut self, roots: &[State]) {
        let mut words = Vec::new();
        for root in roots {
            if let Some(turn) = self.settled(root) {
                turn.write(&mut words);
                self.graph.number(&words, END);
            }
        }
        let mut next = self.graph.edge_starts.len();
        while next < self.graph.len() {
            if self.graph.len() > self.bound {
                self.exact = false;
                return;
            }
            let state = u32::try_from(next).unwrap_or(END);
            let Ok(edges) = self.edges(&self.turn(state)) else {
                self.exact = false;
                return;
            };
            self.graph.edge_starts.push(self.graph.targets.len());
            self.store(state, edges, &mut words);
            next += 1;
        }
    }

    /// The beginning of the turn that a number stands for.
    ///
    /// Numbers count from 0 in the order of breadth: a state with a lower
    /// number takes no more turns to come to.
    pub(crate) fn turn(&self, state: u32) -> Turn {
        Turn::read(
            self.graph.words(state),
            self.layout.bits,
            self.story.vars.len(),
        )
    }

    /// The state from which a state was first come to: going on to the parent's
    /// parent is a shortest play, backwards. A root has none.
    #[must_use]
    pub fn parent(&self, state: u32) -> Option<u32> {
        let parent = self.graph.parents.get(state as usize).copied()?;
        (parent != END).then_some(parent)
    }

    /// Every way through a turn.
    pub(crate) fn edges(&self, turn: &Turn) -> Result<Vec<Edge>, TooMany> {
        self.expander().edges(turn, &[])
    }

    fn store(&mut self, state: u32, edges: Vec<Edge>, words: &mut Vec<u64>) {
        let mut known: Vec<(u32, u32, bool)> = Vec::new();
        for edge in edges {
            let target = edge.next.map_or(END, |turn| {
                turn.write(words);
                self.graph.number(words, state)
            });
            let gain = self.graph.gain_number(&edge.gain);
            if !known.contains(&(target, gain, edge.unmarked)) {
                known.push((target, gain, edge.unmarked));
                self.graph.targets.push(target);
                self.graph.gains.push(gain);
                self.graph.unmarked.push(edge.unmarked);
            }
        }
    }

    /// Whether every state has a way to an end that needs no mark: then having
    /// looked at less never leaves anybody stuck.
    fn everyone_can_leave(&self) -> bool {
        let count = self.graph.len();
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); count];
        let mut leaves = vec![false; count];
        let mut todo = Vec::new();
        for (state, leaves) in leaves.iter_mut().enumerate() {
            for edge in self
                .graph
                .edges_of(state)
                .filter(|edge| self.graph.unmarked[*edge])
            {
                if self.graph.targets[edge] == END {
                    if !*leaves {
                        *leaves = true;
                        todo.push(state);
                    }
                } else {
                    before[self.graph.targets[edge] as usize]
                        .push(u32::try_from(state).unwrap_or(END));
                }
            }
        }
        while let Some(state) = todo.pop() {
            for earlier in std::mem::take(&mut before[state]) {
                if !leaves[earlier as usize] {
                    leaves[earlier as usize] = true;
                    todo.push(earlier as usize);
                }
            }
        }
        leaves.into_iter().all(|leaves| leaves)
    }

    /// Values from the ends back: states that reach each other are one component;
    /// one with no way out is worth 0, like a dead end.
    fn work_out_values(&mut self) {
        let objectives = 1 + self.story.competences.len();
        let mut values = std::mem::take(&mut self.graph.values);
        let graph = &self.graph;
        // States known before lead only to states known before: only new ones are worked out.
        let known = values.len() / objectives;
        values.resize(graph.len() * objectives, Value::default());
        let ahead = Ahead { graph, known };
        components(&ahead, graph.len() - known, &mut |component, told| {
            for objective in 0..objectives {
                let mut best: Option<Value> = None;
                for state in component {
                    for edge in ahead.edges_of(*state) {
                        let target = graph.targets[edge];
                        let after = if target == END {
                            Value::default()
                        } else if ahead.target(edge).is_some_and(|inner| !told.has(inner)) {
                            continue;
                        } else {
                            values[target as usize * objectives + objective]
                        };
                        let gain =
                            i64::from(graph.gain_rows[graph.gains[edge] as usize][objective]);
                        let found = Value {
                            best: gain + after.best,
                            worst: gain + after.worst,
                        };
                        best = Some(best.map_or(found, |known| Value {
                            best: known.best.max(found.best),
                            worst: known.worst.min(found.worst),
                        }));
                    }
                }
                for state in component {
                    values[(*state as usize + known) * objectives + objective] =
                        best.unwrap_or_default();
                }
            }
        });
        self.graph.values = values;
    }

    /// The value of a turn; one that was not met before is searched first.
    pub(super) fn value_of_turn(&mut self, turn: Option<&Turn>, objective: usize) -> Value {
        let Some(turn) = turn else {
            return Value::default();
        };
        let mut words = Vec::new();
        turn.write(&mut words);
        let state = self.graph.number(&words, END);
        if self.exact && state as usize >= self.graph.edge_starts.len() {
            self.explore(&[]);
            self.work_out_values();
        }
        let objectives = 1 + self.story.competences.len();
        self.graph
            .values
            .get(state as usize * objectives + objective)
            .copied()
            .unwrap_or_default()
    }

    /// V and W of a playthrough's state at the beginning of a turn: objective 0
    /// is the total, then the competences. An ending is worth 0.
    pub fn value(&mut self, state: &State, objective: usize) -> Value {
        let turn = self.settled(state);
        self.value_of_turn(turn.as_ref(), objective)
    }
}
