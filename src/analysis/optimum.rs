//! The most that can still be earned, for every combination of facts at once.
//!
//! Most turns hang on no draw at all, so one graph serves all combinations: an
//! edge says for which of them it is there. It is worked out from the states
//! that are asked for, no further.

use crate::scenario::story::Story;

use super::combinations::{Asked, Combinations, Mask, first, members};
use super::expand::{Expander, TooMany};
use super::layout::Layout;
use super::loops::loops;
use super::packing::Packing;
use super::program::{Program, Source};
use super::search::{most_bytes, most_work};
use super::states::{NARROW, States};
use super::turn::Turn;

const END: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Way {
    target: u32,
    gain: i32,
    /// For which combinations it is there, and for which no mark is needed.
    mask: Mask,
    unmarked: Mask,
}

/// What is known of a state, a bit each combination.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Nothing can be put on offer.
    dead: Mask,
    /// An end can be come to without any mark.
    leaves: Mask,
}

/// The graph and its values.
#[allow(
    clippy::struct_excessive_bools,
    reason = "how it is searched, and what was met so far: each for itself"
)]
pub(super) struct Optimum<'a> {
    story: &'a Story,
    pub(super) layout: Layout,
    turns: Vec<Asked>,
    pub(super) eager: bool,
    /// Getting stuck counts as an end worth 0: a bound from above where somebody can be.
    hopeful: bool,
    bound: usize,
    /// Ways through turns worked out so far.
    work: usize,
    packing: Packing,
    /// Plain turns that hang on no draw, compiled.
    program: Program,
    /// By number: points in all, and whether no mark is needed.
    gains: Vec<(i32, bool)>,
    states: States,
    ways: Vec<Way>,
    ways_of: Vec<std::ops::Range<usize>>,
    known: Vec<Known>,
    /// By state, then combination.
    values: Vec<i64>,
    place: Vec<u32>,
    done: Vec<bool>,
    /// Somewhere looking closes all there is, with marks or without.
    pub(super) traps: bool,
    bare_traps: bool,
    /// Somewhere a loop has no way out.
    pub(super) closed_loops: bool,
    all_leave: bool,
}

const UNSEEN: u32 = u32::MAX;

impl<'a> Optimum<'a> {
    pub(super) fn new(
        story: &'a Story,
        combinations: &Combinations,
        eager: bool,
        hopeful: bool,
        bound: usize,
    ) -> Self {
        let layout = Layout::new(story);
        let packing = Packing::new(story, &layout, NARROW);
        let mut gains = Vec::new();
        let program = if packing.words <= NARROW {
            let source = Source {
                story,
                layout: &layout,
                packing: &packing,
                draws: &combinations.draws[0],
                eager,
            };
            Program::new(&source, &mut |choice, marked| {
                let points = story.choice(choice).assess.iter();
                gains.push((points.map(|(_, points)| points).sum(), !marked));
                u32::try_from(gains.len() - 1).unwrap_or(u32::MAX)
            })
        } else {
            Program::none()
        };
        Self {
            story,
            turns: combinations.of_turns(story, &|line| layout.telling[line as usize]),
            layout,
            eager,
            hopeful,
            bound,
            work: 0,
            states: States::new(packing.words),
            packing,
            program,
            gains,
            ways: Vec::new(),
            ways_of: Vec::new(),
            known: Vec::new(),
            values: Vec::new(),
            place: Vec::new(),
            done: Vec::new(),
            traps: false,
            bare_traps: false,
            closed_loops: false,
            all_leave: true,
        }
    }

    /// Whether what is not looked at could make a difference of its own after all.
    pub(super) fn must_look_by_hand(&self) -> bool {
        self.eager && (!self.all_leave || self.bare_traps)
    }

    /// States met so far, each for every combination.
    pub(super) fn count(&self, combinations: &Combinations) -> usize {
        self.states.len().saturating_mul(combinations.count())
    }

    /// Bytes held, but for what `count` bounds.
    pub(super) fn bytes(&self) -> usize {
        self.states.bytes()
            + self.ways.capacity() * size_of::<Way>()
            + self.ways_of.capacity() * size_of::<std::ops::Range<usize>>()
            + self.known.capacity() * size_of::<Known>()
    }

    /// The number of a turn (settled by this layout), with its values worked out.
    pub(super) fn state(
        &mut self,
        combinations: &Combinations,
        turn: &Turn,
    ) -> Result<u32, TooMany> {
        let mut key = Vec::new();
        self.packing.pack(turn, &self.layout, &mut key);
        let state = self.states.number(&key);
        self.grow(combinations);
        if !self.done[state as usize] {
            self.work_out(combinations, state)?;
        }
        Ok(state)
    }

    /// The most that can be earned from a state, summed over a set of combinations.
    pub(super) fn sum(&self, combinations: &Combinations, state: u32, mask: Mask) -> i64 {
        let row = state as usize * combinations.count();
        members(mask)
            .map(|member| self.values.get(row + member).copied().unwrap_or_default())
            .sum()
    }

    /// The combinations for which a state is a dead end.
    pub(super) fn dead(&self, state: u32) -> Mask {
        self.known[state as usize].dead
    }

    fn grow(&mut self, combinations: &Combinations) {
        let count = self.states.len();
        self.ways_of.resize(count, 0..0);
        self.known.resize(count, Known::default());
        self.place.resize(count, UNSEEN);
        self.done.resize(count, false);
        self.values.resize(count * combinations.count(), 0);
    }

    /// Every way through one turn.
    fn expand(&mut self, combinations: &Combinations, state: u32) -> Result<(), TooMany> {
        if self.count(combinations) > self.bound
            || self.work > most_work(self.bound)
            || self.bytes() > most_bytes(self.bound)
        {
            return Err(TooMany);
        }
        let start = self.ways.len();
        if self.expand_plain(combinations, state) {
            self.grow(combinations);
            self.ways_of[state as usize] = start..self.ways.len();
            return Ok(());
        }
        let mut key = Vec::new();
        self.states.read(state as usize, &mut key);
        let turn = self.packing.unpack(&key, self.story, &self.layout);
        let mut trapped = false;
        for class in combinations.classes(&self.turns[turn.node.index()], combinations.all()) {
            let expander = Expander {
                story: self.story,
                layout: &self.layout,
                draws: &combinations.draws[first(class)],
                eager: self.eager,
            };
            let edges = expander.edges(&turn, &[])?;
            self.work += edges.len() + edges.last().map_or(0, |edge| edge.looked);
            let things = expander.branching_things(&turn);
            if !things.is_empty() && !edges.is_empty() {
                let looked = expander.looked(&turn, &things, (1 << things.len()) - 1);
                let actions = expander.actions(&looked, &[])?;
                trapped |= actions.is_empty();
                self.bare_traps |= !actions.iter().any(|(_, unmarked)| *unmarked);
            }
            for edge in edges {
                let target = edge.next.as_ref().map_or(END, |turn| {
                    self.packing.pack(turn, &self.layout, &mut key);
                    self.states.number(&key)
                });
                let gain = edge.gain.first().copied().unwrap_or_default();
                self.keep(start, class, target, gain, edge.unmarked);
            }
        }
        self.traps |= trapped;
        if trapped && self.hopeful {
            let all = combinations.all();
            self.ways.push(Way {
                target: END,
                gain: 0,
                mask: all,
                unmarked: 0,
            });
        }
        self.grow(combinations);
        self.ways_of[state as usize] = start..self.ways.len();
        Ok(())
    }

    /// The ways of a turn that the program knows and that hangs on no draw.
    fn expand_plain(&mut self, combinations: &Combinations, state: u32) -> bool {
        if self.packing.words > NARROW {
            return false;
        }
        let from = self.states.narrow(state as usize);
        if !self.turns[self.program.node_of(from)].is_empty() {
            return false;
        }
        let Some(choices) = self.program.choices_of(from) else {
            return false;
        };
        let start = self.ways.len();
        let mut found = Vec::with_capacity(choices.len());
        for choice in choices {
            if let Some(gain) = self.program.on_offer(choice, from) {
                found.push((self.program.after(choice, from), gain));
            }
        }
        for (next, gain) in found {
            let target = next.map_or(END, |key| self.states.number_narrow(key));
            let (gain, unmarked) = self.gains[gain as usize];
            self.keep(start, combinations.all(), target, gain, unmarked);
        }
        true
    }

    fn keep(&mut self, start: usize, class: Mask, target: u32, gain: i32, unmarked: bool) {
        let unmarked = if unmarked { class } else { 0 };
        // Of ways to the same turn for the same combinations, the best is enough.
        for known in &mut self.ways[start..] {
            if known.target == target && known.mask == class {
                known.gain = known.gain.max(gain);
                known.unmarked |= unmarked;
                return;
            }
            if known.target == target && known.gain == gain {
                known.mask |= class;
                known.unmarked |= unmarked;
                return;
            }
        }
        self.ways.push(Way {
            target,
            gain,
            mask: class,
            unmarked,
        });
    }

    /// Tarjan's algorithm from one state over those not worked out yet.
    fn work_out(&mut self, combinations: &Combinations, root: u32) -> Result<(), TooMany> {
        let mut low: Vec<u32> = Vec::new();
        let (mut stack, mut path): (Vec<u32>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
        // A place is the order of meeting; it is forgotten once a state is done.
        path.push((root, usize::MAX));
        while let Some((state, way)) = path.last().copied() {
            let at = state as usize;
            if way == usize::MAX {
                self.place[at] = u32::try_from(low.len()).unwrap_or(UNSEEN);
                low.push(self.place[at]);
                stack.push(state);
                if let Err(fault) = self.expand(combinations, state) {
                    // Nothing half known is kept: who asks past the bound gets no answer at all.
                    self.bound = 0;
                    return Err(fault);
                }
                if let Some((_, way)) = path.last_mut() {
                    *way = self.ways_of[at].start;
                }
                continue;
            }
            let own = self.place[at] as usize;
            if way < self.ways_of[at].end {
                if let Some((_, way)) = path.last_mut() {
                    *way += 1;
                }
                let target = self.ways[way].target;
                if target != END && !self.done[target as usize] {
                    match self.place[target as usize] {
                        UNSEEN => path.push((target, usize::MAX)),
                        met => low[own] = low[own].min(met),
                    }
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                let parent = self.place[*parent as usize] as usize;
                low[parent] = low[parent].min(low[own]);
            }
            if low[own] as usize == own {
                let from = stack
                    .iter()
                    .rposition(|member| *member == state)
                    .unwrap_or(0);
                let component = stack.split_off(from);
                self.settle(combinations, &component);
                for member in component {
                    self.done[member as usize] = true;
                }
            }
        }
        Ok(())
    }

    fn settle(&mut self, combinations: &Combinations, component: &[u32]) {
        if let [state] = component
            && self.ways[self.ways_of[*state as usize].clone()]
                .iter()
                .all(|way| way.target != *state)
        {
            self.settle_one(combinations, *state);
        } else {
            self.settle_loop(combinations, component);
        }
        self.all_leave &= component
            .iter()
            .all(|state| self.known[*state as usize].leaves == combinations.all());
    }

    fn settle_one(&mut self, combinations: &Combinations, state: u32) {
        let count = combinations.count();
        let row = state as usize * count;
        let mut best: Vec<Option<i64>> = vec![None; count];
        let mut known = Known::default();
        let mut some: Mask = 0;
        for way in &self.ways[self.ways_of[state as usize].clone()] {
            let after = (way.target as usize).saturating_mul(count);
            some |= way.mask;
            for member in members(way.mask) {
                let later = if way.target == END {
                    0
                } else {
                    self.values[after + member]
                };
                let worth = i64::from(way.gain) + later;
                best[member] = Some(best[member].map_or(worth, |known| known.max(worth)));
            }
            known.leaves |= way.unmarked
                & if way.target == END {
                    Mask::MAX
                } else {
                    self.known[way.target as usize].leaves
                };
        }
        known.dead = combinations.all() & !some;
        for (member, best) in best.into_iter().enumerate() {
            self.values[row + member] = best.unwrap_or_default();
        }
        self.known[state as usize] = known;
    }

    /// States that reach each other for some combination or other: each for itself.
    fn settle_loop(&mut self, combinations: &Combinations, component: &[u32]) {
        let number_of: std::collections::HashMap<u32, usize> = component
            .iter()
            .enumerate()
            .map(|(number, state)| (*state, number))
            .collect();
        let count = combinations.count();
        for member in 0..count {
            let ways = |number: usize| {
                self.ways[self.ways_of[component[number] as usize].clone()]
                    .iter()
                    .filter(move |way| way.mask >> member & 1 == 1)
            };
            let inner = |number: usize| -> Vec<usize> {
                ways(number)
                    .filter_map(|way| number_of.get(&way.target).copied())
                    .collect()
            };
            let mut values = vec![0i64; component.len()];
            let mut settled = vec![false; component.len()];
            let mut closed = false;
            loops(component.len(), &inner, &mut |part| {
                let mut best: Option<i64> = None;
                let mut any = false;
                for number in part {
                    for way in ways(*number) {
                        any = true;
                        let later = match number_of.get(&way.target) {
                            _ if way.target == END => 0,
                            Some(inner) if settled[*inner] => values[*inner],
                            Some(_) => continue,
                            None => self.values[way.target as usize * count + member],
                        };
                        let worth = i64::from(way.gain) + later;
                        best = Some(best.map_or(worth, |known| known.max(worth)));
                    }
                }
                closed |= any && best.is_none();
                for number in part {
                    values[*number] = best.unwrap_or_default();
                    settled[*number] = true;
                }
            });
            self.closed_loops |= closed;
            for (number, value) in values.into_iter().enumerate() {
                self.values[component[number] as usize * count + member] = value;
            }
        }
        self.settle_leaving(combinations, component);
    }

    fn settle_leaving(&mut self, combinations: &Combinations, component: &[u32]) {
        for state in component {
            let some = self.ways[self.ways_of[*state as usize].clone()]
                .iter()
                .fold(0, |some, way| some | way.mask);
            self.known[*state as usize] = Known {
                dead: combinations.all() & !some,
                leaves: 0,
            };
        }
        loop {
            let mut changed = false;
            for state in component {
                let leaves = self.ways[self.ways_of[*state as usize].clone()]
                    .iter()
                    .fold(self.known[*state as usize].leaves, |leaves, way| {
                        leaves
                            | way.unmarked
                                & if way.target == END {
                                    Mask::MAX
                                } else {
                                    self.known[way.target as usize].leaves
                                }
                    });
                changed |= leaves != self.known[*state as usize].leaves;
                self.known[*state as usize].leaves = leaves;
            }
            if !changed {
                return;
            }
        }
    }
}
