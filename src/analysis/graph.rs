//! The graph of turns and its values: best and worst from each state.

use std::collections::HashMap;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::scenario::ids::OptionKey;
use crate::scenario::story::{Exit, Input, Story};
use crate::session::state::State;

pub use super::expand::TurnAction;
use super::expand::{Edge, Expander};
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

/// A turn that was played: what the score says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// V(s) minus the gain minus V(s′).
    pub loss: i64,
    /// Of it, what the trainee's offer kept from them.
    pub unseen: i64,
    /// The best action.
    pub best: TurnAction,
}

/// The search over one story with one set of draws.
pub struct Search<'a> {
    story: &'a Story,
    layout: Layout,
    draws: Vec<u32>,
    bound: usize,
    eager: bool,
    graph: Graph,
    exact: bool,
}

#[derive(Default)]
struct Graph {
    stride: usize,
    arena: Vec<u64>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// Edges of each state, in the order states were expanded (which is the order of their numbers).
    edge_starts: Vec<usize>,
    targets: Vec<u32>,
    gains: Vec<u32>,
    unmarked: Vec<bool>,
    gain_rows: Vec<Vec<i32>>,
    gain_numbers: HashMap<Vec<i32>, u32>,
    values: Vec<Value>,
}

const END: u32 = u32::MAX;

impl Graph {
    fn len(&self) -> usize {
        self.arena.len().checked_div(self.stride).unwrap_or(0)
    }

    fn words(&self, state: u32) -> &[u64] {
        &self.arena[state as usize * self.stride..][..self.stride]
    }

    /// The number of a state, new or known.
    fn number(&mut self, words: &[u64]) -> u32 {
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

    fn edges_of(&self, state: usize) -> std::ops::Range<usize> {
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

    fn expander(&self) -> Expander<'_> {
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

    fn settled(&self, state: &State) -> Option<Turn> {
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
                self.graph.number(&words);
            }
        }
        let mut next = self.graph.edge_starts.len();
        while next < self.graph.len() {
            if self.graph.len() > self.bound {
                self.exact = false;
                return;
            }
            let turn = Turn::read(
                self.graph.words(u32::try_from(next).unwrap_or(END)),
                self.layout.bits,
                self.story.vars.len(),
            );
            let Ok(edges) = self.expander().edges(&turn, &[]) else {
                self.exact = false;
                return;
            };
            self.graph.edge_starts.push(self.graph.targets.len());
            self.store(edges, &mut words);
            next += 1;
        }
    }

    fn store(&mut self, edges: Vec<Edge>, words: &mut Vec<u64>) {
        let mut known: Vec<(u32, u32, bool)> = Vec::new();
        for edge in edges {
            let target = edge.next.map_or(END, |turn| {
                turn.write(words);
                self.graph.number(words)
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
        components(graph, known, &mut |component, is_inside| {
            for objective in 0..objectives {
                let mut best: Option<Value> = None;
                for state in component {
                    for edge in graph.edges_of(*state as usize) {
                        let target = graph.targets[edge];
                        let after = if target == END {
                            Value::default()
                        } else if is_inside(target) {
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
                    values[*state as usize * objectives + objective] = best.unwrap_or_default();
                }
            }
        });
        self.graph.values = values;
    }

    /// The value of a turn; one that was not met before is searched first.
    fn value_of_turn(&mut self, turn: Option<&Turn>, objective: usize) -> Value {
        let Some(turn) = turn else {
            return Value::default();
        };
        let mut words = Vec::new();
        turn.write(&mut words);
        let state = self.graph.number(&words);
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

    /// The states that must be known to judge this turn: those after each action on offer.
    #[must_use]
    pub fn after_offer(&self, before: &State) -> Vec<(TurnAction, i64, State)> {
        let expander = self.expander();
        let turn = Turn::of(before, &self.layout);
        let actions: Vec<TurnAction> = match &self.story.nodes[before.node.index()].exit {
            Exit::Choices(_) => before
                .offer
                .iter()
                .map(|number| TurnAction::Choose(crate::scenario::ids::ChoiceKey(*number)))
                .collect(),
            Exit::Form(form) => expander
                .fillings(&turn, form, Some(&before.offer), &[])
                .unwrap_or_default()
                .into_iter()
                .map(TurnAction::Fill)
                .collect(),
            Exit::Ending { .. } => Vec::new(),
        };
        actions
            .into_iter()
            .filter_map(|action| {
                let gain = match &action {
                    TurnAction::Choose(choice) => expander.choice_gain(*choice),
                    TurnAction::Fill(options) => expander.filling_gain(&turn, options),
                };
                let mut after = before.clone();
                play(self.story, &mut after, &action).then(|| {
                    (
                        action,
                        i64::from(gain.first().copied().unwrap_or_default()),
                        after,
                    )
                })
            })
            .collect()
    }

    /// Judges a turn: `start` its beginning, `before` the moment of the action
    /// with its offer, `after` the beginning of the next.
    pub fn judge(
        &mut self,
        start: &State,
        before: &State,
        own: &TurnAction,
        gain: i64,
        after: &State,
    ) -> Judged {
        let value = self.value(start, 0).best;
        let loss = value - gain - self.value(after, 0).best;
        let mut offered: Option<i64> = None;
        for (_, gain, state) in self.after_offer(before) {
            let worth = gain + self.value(&state, 0).best;
            offered = Some(offered.map_or(worth, |known| known.max(worth)));
        }
        let unseen = offered.map_or(loss, |offered| (value - offered).clamp(0, loss.max(0)));
        let best = if loss == 0 {
            own.clone()
        } else {
            self.best_action(start, value)
                .unwrap_or_else(|| own.clone())
        };
        Judged { loss, unseen, best }
    }

    /// The first action in file order that reaches the best value of a turn's beginning.
    fn best_action(&mut self, start: &State, value: i64) -> Option<TurnAction> {
        let turn = self.settled(start)?;
        match &self.story.nodes[start.node.index()].exit {
            Exit::Choices(_) => {
                let mut edges = self.expander().edges(&turn, &[]).ok()?;
                edges.sort_by_key(|edge| match &edge.action {
                    TurnAction::Choose(choice) => choice.0,
                    TurnAction::Fill(_) => u32::MAX,
                });
                edges
                    .into_iter()
                    .find(|edge| self.edge_value(edge) == value)
                    .map(|edge| edge.action)
            }
            Exit::Form(form) => {
                let mut forced: Vec<(OptionKey, bool)> = Vec::new();
                for field in form.fields.clone() {
                    self.least_field(&turn, field, value, &mut forced);
                }
                self.reaches(&turn, &forced, value).map(TurnAction::Fill)
            }
            Exit::Ending { .. } => None,
        }
    }

    fn edge_value(&mut self, edge: &Edge) -> i64 {
        let gain = i64::from(edge.gain.first().copied().unwrap_or_default());
        gain + self.value_of_turn(edge.next.as_ref(), 0).best
    }

    /// A filling that reaches the value under what is forced.
    fn reaches(
        &mut self,
        turn: &Turn,
        forced: &[(OptionKey, bool)],
        value: i64,
    ) -> Option<Vec<OptionKey>> {
        let edges = self.expander().edges(turn, forced).ok()?;
        let edge = edges
            .into_iter()
            .find(|edge| self.edge_value(edge) == value)?;
        match edge.action {
            TurnAction::Fill(options) => Some(options),
            TurnAction::Choose(_) => None,
        }
    }

    /// Forces the least answer of one field: `One` by option number, `Many` as a
    /// binary number with the first option as its lowest bit.
    fn least_field(
        &mut self,
        turn: &Turn,
        field: u32,
        value: i64,
        forced: &mut Vec<(OptionKey, bool)>,
    ) {
        match &self.story.fields[field as usize].input {
            Input::One(options) => {
                for option in options.clone().map(OptionKey) {
                    forced.push((option, true));
                    if self.reaches(turn, forced, value).is_some() {
                        return;
                    }
                    forced.pop();
                }
            }
            Input::Many(options) => {
                for option in options.clone().rev().map(OptionKey) {
                    forced.push((option, false));
                    if self.reaches(turn, forced, value).is_none() {
                        forced.pop();
                        forced.push((option, true));
                    }
                }
            }
            Input::Text { .. } => {}
        }
    }
}

/// Does an action that is on offer on a copy of a playthrough's state.
fn play(story: &Story, state: &mut State, action: &TurnAction) -> bool {
    use crate::session::moves::{Answer, Move};
    let step = match action {
        TurnAction::Choose(choice) => Move::Choose(*choice),
        TurnAction::Fill(options) => {
            let Some(form) = story.form_of(state.node) else {
                return false;
            };
            let answers = form.fields.clone().filter_map(|field| {
                let of_field = story.fields[field as usize].input.options();
                let chosen: Vec<OptionKey> = options
                    .iter()
                    .copied()
                    .filter(|option| of_field.contains(&option.0))
                    .collect();
                (!chosen.is_empty()).then_some((
                    crate::scenario::ids::FieldKey(field),
                    Answer::Options(chosen),
                ))
            });
            Move::Fill(answers.collect())
        }
    };
    crate::session::rules::apply(story, state, &step, &mut Vec::new()).is_ok()
}

/// Takes a component's states, and whether a state is one of them.
type EachComponent<'a> = dyn FnMut(&[u32], &dyn Fn(u32) -> bool) + 'a;

/// Strongly connected components of the states from `known` on, ends first
/// (Tarjan's algorithm, without recursion). States before are closed past.
fn components(graph: &Graph, known: usize, each: &mut EachComponent<'_>) {
    const UNSEEN: u32 = u32::MAX;
    let count = graph.len() - known;
    let place = |state: u32| (state as usize).checked_sub(known);
    let (mut index_of, mut low) = (vec![UNSEEN; count], vec![0u32; count]);
    let mut component_of = vec![UNSEEN; count];
    let (mut stack, mut path): (Vec<u32>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
    let (mut index, mut component) = (0u32, 0u32);
    for root in known..graph.len() {
        if index_of[root - known] != UNSEEN {
            continue;
        }
        path.push((
            u32::try_from(root).unwrap_or(END),
            graph.edges_of(root).start,
        ));
        while let Some((state, edge)) = path.last_mut() {
            let (state_number, at) = (*state, *state as usize - known);
            if index_of[at] == UNSEEN {
                index_of[at] = index;
                low[at] = index;
                index += 1;
                stack.push(state_number);
            }
            if *edge < graph.edges_of(state_number as usize).end {
                let target = graph.targets[*edge];
                *edge += 1;
                let Some(to) = place(target).filter(|_| target != END) else {
                    continue;
                };
                if index_of[to] == UNSEEN {
                    path.push((target, graph.edges_of(target as usize).start));
                } else if component_of[to] == UNSEEN {
                    low[at] = low[at].min(index_of[to]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                let parent = *parent as usize - known;
                low[parent] = low[parent].min(low[at]);
            }
            if low[at] == index_of[at] {
                let first = stack
                    .iter()
                    .rposition(|member| *member == state_number)
                    .unwrap_or(0);
                let members = stack.split_off(first);
                for member in &members {
                    component_of[*member as usize - known] = component;
                }
                let inside =
                    |state: u32| place(state).is_some_and(|to| component_of[to] == component);
                each(&members, &inside);
                component += 1;
            }
        }
    }
}
