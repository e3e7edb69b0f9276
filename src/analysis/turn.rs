//! The state at the beginning of a turn, as far as anything later can see it.

use crate::scenario::condition::Facts;
use crate::scenario::ids::{ChoiceKey, DrawId, DutyId, NodeId, OptionKey, TagId, ThingKey, VarId};
use crate::scenario::story::Story;
use crate::session::bits::BitSet;
use crate::session::state::State;

use super::facts::Fact;
use super::layout::Layout;

/// A turn's beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(super) node: NodeId,
    pub(super) minute: u32,
    pub(super) vars: Vec<i32>,
    pub(super) bits: BitSet,
}

/// The facts of a turn; marks are never among them.
pub(super) struct TurnFacts<'a> {
    pub(super) turn: &'a Turn,
    pub(super) layout: &'a Layout,
    pub(super) draws: &'a [u32],
}

impl TurnFacts<'_> {
    fn bit(&self, slot: Option<u32>) -> bool {
        slot.is_some_and(|bit| self.turn.bits.has(bit as usize))
    }
}

impl Facts for TurnFacts<'_> {
    fn marked(&self, _: TagId) -> bool {
        false
    }
    fn visited(&self, node: NodeId) -> bool {
        self.bit(self.layout.visited[node.index()])
    }
    fn chose(&self, choice: ChoiceKey) -> bool {
        self.bit(self.layout.chosen[choice.index()])
    }
    fn filled(&self, option: OptionKey) -> bool {
        self.bit(self.layout.filled[option.index()])
    }
    fn inspected(&self, thing: ThingKey) -> bool {
        self.bit(self.layout.inspected[thing.index()])
    }
    fn drew(&self, draw: DrawId) -> u32 {
        self.draws.get(draw.index()).copied().unwrap_or_default()
    }
    fn var(&self, var: VarId) -> i32 {
        self.turn.vars.get(var.index()).copied().unwrap_or_default()
    }
    fn fulfilled(&self, duty: DutyId) -> bool {
        self.bit(self.layout.fulfilled[duty.index()])
    }
    fn minute(&self) -> u32 {
        self.turn.minute
    }
}

impl Turn {
    /// The facts of a playthrough's state that something from its node on can see.
    pub(super) fn of(state: &State, layout: &Layout) -> Self {
        let mut bits = BitSet::new(layout.bits);
        for bit in layout.live(state.node) {
            let holds = match layout.facts[*bit as usize] {
                Fact::Visited(node) => state.visited.has(node.index()),
                Fact::Chosen(choice) => state.chosen.has(choice.index()),
                Fact::Filled(option) => state.filled.has(option.index()),
                Fact::Inspected(thing) => state.inspected.has(thing.index()),
                Fact::Fulfilled(duty) => state.fulfilled[duty.index()].is_some(),
                Fact::Shown(_) | Fact::Var(_) => false,
            };
            if holds {
                bits.insert(*bit as usize);
            }
        }
        for unit in state.shown.iter() {
            if let Some(bit) = layout.shown[unit] {
                bits.insert(bit as usize);
            }
        }
        Self {
            node: state.node,
            minute: state.minute,
            vars: state.vars.clone(),
            bits,
        }
    }

    /// Drops what nothing from here on can see: equal-up-to states become one.
    ///
    /// With `eager`, things that no condition asks about are looked at at once:
    /// looking is free there and only ever opens more.
    pub(super) fn settle(&mut self, story: &Story, layout: &Layout, eager: bool) {
        if eager {
            for thing in &story.nodes[self.node.index()].things {
                if !layout.thing_is_read(self.node, *thing) {
                    self.show_thing(story, layout, *thing);
                }
            }
        }
        let live = layout.live(self.node);
        let vars = live.partition_point(|fact| (*fact as usize) < layout.bits);
        if layout.drops() {
            let mut kept = BitSet::new(layout.bits);
            for bit in live[..vars].iter().map(|bit| *bit as usize) {
                if self.bits.has(bit) {
                    kept.insert(bit);
                }
            }
            self.bits = kept;
        }
        let mut live_vars = live[vars..].iter().map(|fact| *fact as usize - layout.bits);
        let mut next = live_vars.next();
        for (var, value) in self.vars.iter_mut().enumerate() {
            if next == Some(var) {
                *value = layout.var_range(self.node, var).clamp(*value);
                next = live_vars.next();
            } else {
                // As if it had never been touched: nothing can tell.
                *value = story.vars[var].start;
            }
        }
        self.minute = self.minute.min(layout.minute_cap[self.node.index()]);
    }

    pub(super) fn show_thing(&mut self, story: &Story, layout: &Layout, thing: ThingKey) {
        for unit in story.thing(thing).units.clone() {
            self.show_unit(layout, unit as usize);
        }
    }

    pub(super) fn show_unit(&mut self, layout: &Layout, unit: usize) {
        if let Some(bit) = layout.shown[unit] {
            self.bits.insert(bit as usize);
        }
    }

    pub(super) fn shows(&self, layout: &Layout, unit: usize) -> bool {
        layout.shown[unit].is_some_and(|bit| self.bits.has(bit as usize))
    }

    pub(super) fn set(&mut self, slot: Option<u32>) {
        if let Some(bit) = slot {
            self.bits.insert(bit as usize);
        }
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Self>() + size_of_val(&*self.vars) + size_of_val(self.bits.words())
    }

    /// The state as words: node and minute, vars in pairs, bits.
    pub(super) fn write(&self, words: &mut Vec<u64>) {
        words.clear();
        words.push(u64::from(self.node.0) << 32 | u64::from(self.minute));
        for pair in self.vars.chunks(2) {
            let low = u64::from(pair[0].cast_unsigned());
            let high = pair
                .get(1)
                .map_or(0, |value| u64::from(value.cast_unsigned()));
            words.push(high << 32 | low);
        }
        words.extend_from_slice(self.bits.words());
    }
}
