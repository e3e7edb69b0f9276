//! The graph of turns: states, and the edges from each, with their points.

use hashbrown::HashMap;

use super::components::Linked;
use super::states::{States, reserve};

/// No state: an ending, or no parent.
pub(super) const END: u32 = u32::MAX;

/// Rounds over all states before ways are followed back one by one.
const ROUNDS: usize = 8;

/// Numbers of points, in as few bytes as hold them.
enum Gains {
    Tiny(Vec<u8>),
    Small(Vec<u16>),
    Large(Vec<u32>),
}

impl Gains {
    #[inline]
    fn push(&mut self, gain: u32) {
        match self {
            Self::Tiny(list) => {
                if let Ok(tiny) = u8::try_from(gain) {
                    reserve(list, 1);
                    list.push(tiny);
                    return;
                }
                *self = Self::Small(list.iter().map(|gain| u16::from(*gain)).collect());
            }
            Self::Small(list) => {
                if let Ok(small) = u16::try_from(gain) {
                    reserve(list, 1);
                    list.push(small);
                    return;
                }
                *self = Self::Large(list.iter().map(|gain| u32::from(*gain)).collect());
            }
            Self::Large(list) => {
                reserve(list, 1);
                list.push(gain);
                return;
            }
        }
        self.push(gain);
    }
}

/// Points by objective, total first, and whether no mark is needed; each kept once.
pub(super) struct Rows {
    /// All rows one after the other.
    points: Vec<i32>,
    unmarked: Vec<bool>,
    numbers: HashMap<(Box<[i32]>, bool), u32>,
    objectives: usize,
}

impl Rows {
    pub(super) fn new(objectives: usize) -> Self {
        Self {
            points: Vec::new(),
            unmarked: Vec::new(),
            numbers: HashMap::new(),
            objectives,
        }
    }

    pub(super) fn number(&mut self, gain: &[i32], unmarked: bool) -> u32 {
        let next = u32::try_from(self.unmarked.len()).unwrap_or(u32::MAX);
        *self
            .numbers
            .entry((gain.into(), unmarked))
            .or_insert_with(|| {
                self.points.extend_from_slice(gain);
                self.unmarked.push(unmarked);
                next
            })
    }

    pub(super) fn of(&self, number: u32) -> &[i32] {
        &self.points[number as usize * self.objectives..][..self.objectives]
    }
}

/// States and edges.
pub(super) struct Graph {
    pub(super) states: States,
    /// The first edge of each state that was expanded, which is done in the order of their numbers.
    starts: Vec<u32>,
    targets: Vec<u32>,
    gains: Gains,
    pub(super) rows: Rows,
}

impl Graph {
    pub(super) fn new(words: usize, objectives: usize) -> Self {
        Self {
            states: States::new(words),
            starts: Vec::new(),
            targets: Vec::new(),
            gains: Gains::Tiny(Vec::new()),
            rows: Rows::new(objectives),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.states.len()
    }

    /// How many states have their edges.
    pub(super) fn expanded(&self) -> usize {
        self.starts.len()
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        let gains = match &self.gains {
            Gains::Tiny(list) => list.capacity(),
            Gains::Small(list) => list.capacity() * 2,
            Gains::Large(list) => list.capacity() * 4,
        };
        self.states.bytes() + self.starts.capacity() * 4 + self.targets.capacity() * 4 + gains
    }

    /// Begins the edges of the next state; false when there is no number left for them.
    #[inline]
    pub(super) fn begin(&mut self) -> bool {
        let Ok(start) = u32::try_from(self.targets.len()) else {
            return false;
        };
        reserve(&mut self.starts, 1);
        self.starts.push(start);
        true
    }

    #[inline]
    pub(super) fn edge(&mut self, target: u32, gain: u32) {
        reserve(&mut self.targets, 1);
        self.targets.push(target);
        self.gains.push(gain);
    }

    /// Gives back what was reserved and is not used.
    pub(super) fn shrink(&mut self) {
        self.states.shrink();
        self.starts.shrink_to_fit();
        self.targets.shrink_to_fit();
        match &mut self.gains {
            Gains::Tiny(list) => list.shrink_to_fit(),
            Gains::Small(list) => list.shrink_to_fit(),
            Gains::Large(list) => list.shrink_to_fit(),
        }
    }

    #[inline]
    pub(super) fn edges_of(&self, state: usize) -> std::ops::Range<usize> {
        let at = |state: usize| {
            self.starts
                .get(state)
                .map_or(self.targets.len(), |start| *start as usize)
        };
        at(state)..at(state + 1)
    }

    #[inline]
    pub(super) fn target(&self, edge: usize) -> u32 {
        self.targets[edge]
    }

    #[inline]
    pub(super) fn gain(&self, edge: usize) -> u32 {
        match &self.gains {
            Gains::Tiny(list) => u32::from(list[edge]),
            Gains::Small(list) => u32::from(list[edge]),
            Gains::Large(list) => list[edge],
        }
    }

    /// For each state the first that leads to it; [`END`] for a root.
    pub(super) fn parents(&self) -> Vec<u32> {
        let mut parents = vec![END; self.len()];
        for state in 0..self.expanded() {
            let number = u32::try_from(state).unwrap_or(END);
            for edge in self.edges_of(state) {
                // A state is met after the one that leads to it first.
                if let Some(parent) = parents.get_mut(self.target(edge) as usize)
                    && *parent == END
                    && number < self.target(edge)
                {
                    *parent = number;
                }
            }
        }
        parents
    }

    /// Whether every state from a number on has a way to an end that needs no mark:
    /// then having looked at less never leaves anybody stuck. Those before have one.
    pub(super) fn everyone_can_leave(&self, known: usize) -> bool {
        let mut leaves = vec![false; self.len() - known];
        let mut left = leaves.len();
        // Most ways lead on to higher numbers: a few rounds from the last one back are mostly all.
        for _ in 0..ROUNDS {
            for state in (known..self.len()).rev() {
                if !leaves[state - known]
                    && self.unmarked(state).any(|target| {
                        target == END
                            || (target as usize) < known
                            || leaves[target as usize - known]
                    })
                {
                    leaves[state - known] = true;
                    left -= 1;
                }
            }
            if left == 0 {
                return true;
            }
        }
        self.follow_back(known, &mut leaves, &mut left);
        left == 0
    }

    /// The points of an edge, and whether it needs no mark.
    #[cfg(test)]
    pub(super) fn points(&self, edge: usize) -> (&[i32], bool) {
        let gain = self.gain(edge);
        (self.rows.of(gain), self.rows.unmarked[gain as usize])
    }

    /// Where the edges lead that need no mark.
    fn unmarked(&self, state: usize) -> impl Iterator<Item = u32> {
        self.edges_of(state)
            .filter(|edge| self.rows.unmarked[self.gain(*edge) as usize])
            .map(|edge| self.target(edge))
    }

    /// Goes back along every way from the states that can leave.
    fn follow_back(&self, known: usize, leaves: &mut [bool], left: &mut usize) {
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); leaves.len()];
        for state in known..self.len() {
            for target in self.unmarked(state) {
                if target != END && target as usize >= known {
                    before[target as usize - known]
                        .push(u32::try_from(state - known).unwrap_or(END));
                }
            }
        }
        let mut todo: Vec<u32> = (0..)
            .zip(leaves.iter())
            .filter(|(_, leaves)| **leaves)
            .map(|(state, _)| state)
            .collect();
        while let Some(state) = todo.pop() {
            for earlier in std::mem::take(&mut before[state as usize]) {
                if !std::mem::replace(&mut leaves[earlier as usize], true) {
                    *left -= 1;
                    todo.push(earlier);
                }
            }
        }
    }
}

/// The states from a number on, counted from 0.
pub(super) struct Ahead<'g> {
    pub(super) graph: &'g Graph,
    pub(super) known: u32,
}

impl Linked for Ahead<'_> {
    #[inline]
    fn edges_of(&self, vertex: u32) -> std::ops::Range<usize> {
        self.graph.edges_of(vertex as usize + self.known as usize)
    }
    #[inline]
    fn target(&self, edge: usize) -> Option<u32> {
        let target = self.graph.target(edge);
        if target == END {
            return None;
        }
        target.checked_sub(self.known)
    }
}
