//! The ways between a search's states, with what is done on them: forwards, backwards and in the order of turns.

use crate::session::bits::BitSet;

use super::super::graph::END;

/// A way out of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    /// The state it leads to; [`END`] for an ending.
    pub(super) to: u32,
    /// The number of what is done.
    pub(super) action: u32,
}

/// All ways, those of a state one after the other.
pub(super) struct Ways {
    /// First and last of each state; states are told in any order.
    spans: Vec<(u32, u32)>,
    all: Vec<Way>,
}

/// How each state was come to first, in the order of turns.
pub(super) struct Breadth {
    pub(super) order: Vec<u32>,
    /// For each state, the state before and the way; nothing for the first and for those not come to.
    before: Vec<(u32, u32)>,
}

impl Ways {
    pub(super) fn new(states: usize) -> Self {
        Self {
            spans: vec![(0, 0); states],
            all: Vec::new(),
        }
    }

    pub(super) fn states(&self) -> usize {
        self.spans.len()
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.spans) + self.all.capacity() * size_of::<Way>()
    }

    /// The ways of a state; false where there is no number left for them.
    pub(super) fn tell(&mut self, state: u32, ways: &[Way]) -> bool {
        let start = self.all.len();
        super::super::states::reserve(&mut self.all, ways.len());
        self.all.extend_from_slice(ways);
        match (u32::try_from(start), u32::try_from(self.all.len())) {
            (Ok(start), Ok(end)) => {
                self.spans[state as usize] = (start, end);
                true
            }
            _ => false,
        }
    }

    pub(super) fn of(&self, state: u32) -> &[Way] {
        let (start, end) = self.spans[state as usize];
        &self.all[start as usize..end as usize]
    }

    /// States in the order of turns from the first, along ways that are `taken`.
    pub(super) fn by_turns(
        &self,
        first: Option<u32>,
        taken: &dyn Fn(u32, &Way) -> bool,
    ) -> Breadth {
        let mut known = BitSet::new(self.states());
        let mut found = Breadth {
            order: Vec::new(),
            before: vec![(END, 0); self.states()],
        };
        if let Some(first) = first {
            known.insert(first as usize);
            found.order.push(first);
        }
        let mut next = 0;
        while let Some(state) = found.order.get(next).copied() {
            next += 1;
            for (number, way) in (0..).zip(self.of(state)) {
                if way.to != END && taken(state, way) && known.insert(way.to as usize) {
                    found.before[way.to as usize] = (state, number);
                    found.order.push(way.to);
                }
            }
        }
        found
    }

    /// What was done from the first state to this one.
    pub(super) fn path_to(&self, state: u32, found: &Breadth) -> Vec<Way> {
        let mut path = Vec::new();
        let mut at = state;
        while let (before, number) = found.before[at as usize]
            && before != END
        {
            path.push(self.of(before)[number as usize]);
            at = before;
        }
        path.reverse();
        path
    }
}

/// The same ways from where they lead to, to go back along them.
pub(super) struct Backwards {
    starts: Vec<u32>,
    from: Vec<u32>,
}

impl Backwards {
    pub(super) fn new(ways: &Ways) -> Self {
        let states = ways.states();
        let mut starts = vec![0u32; states + 1];
        let inner = || ways.all.iter().filter(|way| way.to != END);
        for way in inner() {
            starts[way.to as usize + 1] += 1;
        }
        for state in 0..states {
            starts[state + 1] += starts[state];
        }
        let (mut places, mut from) = (starts.clone(), vec![0; inner().count()]);
        for state in (0..).take(states) {
            for way in ways.of(state).iter().filter(|way| way.to != END) {
                let place = &mut places[way.to as usize];
                from[*place as usize] = state;
                *place += 1;
            }
        }
        Self { starts, from }
    }

    /// The states that can come to one of these.
    pub(super) fn from(&self, wanted: impl Iterator<Item = u32>) -> BitSet {
        let mut found = BitSet::new(self.starts.len());
        let mut todo: Vec<u32> = wanted
            .filter(|state| found.insert(*state as usize))
            .collect();
        while let Some(state) = todo.pop() {
            let (start, end) = (self.starts[state as usize], self.starts[state as usize + 1]);
            for earlier in &self.from[start as usize..end as usize] {
                if found.insert(*earlier as usize) {
                    todo.push(*earlier);
                }
            }
        }
        found
    }
}
