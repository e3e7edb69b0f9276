//! What is state: the facts that some later condition or gain can still see.

use crate::scenario::ids::{NodeId, OptionKey, ThingKey};
use crate::scenario::story::Story;

use super::facts::{Fact, FactBook};
use super::liveness::{Liveness, PerNode};
use super::order::Order;
use super::ranges::{Range, Ranges};

/// Which facts are kept, and where in a state's bits.
pub(super) struct Layout {
    pub(super) visited: Vec<Option<u32>>,
    pub(super) chosen: Vec<Option<u32>>,
    pub(super) filled: Vec<Option<u32>>,
    pub(super) inspected: Vec<Option<u32>>,
    pub(super) fulfilled: Vec<Option<u32>>,
    /// The bit of each unit; units that carry the same cues and lures share one.
    pub(super) shown: Vec<Option<u32>>,
    /// How many bits.
    pub(super) bits: usize,
    /// What each bit stands for, then the vars.
    pub(super) facts: Vec<Fact>,
    /// For each tag, the bits of units that carry it.
    pub(super) of_tag: Vec<Vec<u32>>,
    /// For each node, the facts (bits, then vars) that something from here on can see.
    live: Option<PerNode>,
    /// For each node, what its own lines ask as it is entered.
    pub(super) entry: PerNode,
    /// Every fact: where nothing is worked out, all are kept.
    all: Vec<u32>,
    /// Whether a line shows something that can still matter.
    pub(super) telling: Vec<bool>,
    /// For each fact, whether conditions can see it after it was set by its node's form.
    read_after_form: Vec<bool>,
    pub(super) ranges: Ranges,
    /// For each node, the largest `BeforeMinute` that can still be asked.
    pub(super) minute_cap: Vec<u32>,
    pub(super) order: Order,
}

impl Layout {
    /// What the points still to be earned hang on.
    pub(super) fn new(story: &Story) -> Self {
        Self::watching(story, &vec![false; story.lines.len()])
    }

    /// The same, and what these lines hang on: to see one of them or not tells something.
    pub(super) fn watching(story: &Story, watched: &[bool]) -> Self {
        let order = Order::new(story);
        let book = FactBook::new(story, &order, watched);
        let liveness = Liveness::new(story, &order, &book, watched);
        let mut telling = vec![false; story.lines.len()];
        for (line, found) in book.lines.iter().zip(&liveness.telling) {
            telling[line.line.index()] = *found;
        }
        let ranges = Ranges::new(story, &order, &telling);
        let mut layout = Self {
            visited: vec![None; story.nodes.len()],
            chosen: vec![None; story.choices.len()],
            filled: vec![None; story.options.len()],
            inspected: vec![None; story.things.len()],
            fulfilled: vec![None; story.duties.len()],
            shown: book.shown,
            bits: book.bits,
            all: (0..).take(book.facts.len()).collect(),
            facts: book.facts,
            of_tag: book.of_tag,
            live: liveness.live,
            entry: liveness.entry,
            telling,
            read_after_form: liveness.read_after_form,
            ranges,
            minute_cap: liveness.minutes,
            order,
        };
        for (bit, fact) in (0..).zip(&layout.facts) {
            let slot = match fact {
                Fact::Visited(node) => &mut layout.visited[node.index()],
                Fact::Chosen(choice) => &mut layout.chosen[choice.index()],
                Fact::Filled(option) => &mut layout.filled[option.index()],
                Fact::Inspected(thing) => &mut layout.inspected[thing.index()],
                Fact::Fulfilled(duty) => &mut layout.fulfilled[duty.index()],
                Fact::Shown(_) | Fact::Var(_) => continue,
            };
            *slot = Some(bit);
        }
        layout
    }

    /// The facts that something from the beginning of a turn at this node on can see, ascending.
    pub(super) fn live(&self, node: NodeId) -> &[u32] {
        self.live.as_ref().map_or(&self.all, |live| live.of(node))
    }

    pub(super) fn is_live(&self, node: NodeId, fact: u32) -> bool {
        self.live
            .as_ref()
            .is_none_or(|live| live.of(node).binary_search(&fact).is_ok())
    }

    /// Whether facts are dropped where nothing can see them any more.
    pub(super) fn drops(&self) -> bool {
        self.live.is_some()
    }

    pub(super) fn var_range(&self, node: NodeId, var: usize) -> Range {
        self.ranges.of(node, var)
    }

    /// Whether a condition met on entering the node after the option's form or
    /// later can see the option, or a duty it fulfils.
    pub(super) fn option_is_read(&self, story: &Story, node: NodeId, option: OptionKey) -> bool {
        self.filled[option.index()].is_some_and(|fact| self.read_after_form[fact as usize])
            || story.option(option).fulfils.iter().any(|duty| {
                self.fulfilled[duty.index()].is_some_and(|fact| {
                    self.is_live(node, fact) || self.entry.of(node).contains(&fact)
                })
            })
    }

    /// Whether the option's points could be taken again from this node on.
    pub(super) fn option_is_kept(&self, node: NodeId, option: OptionKey) -> bool {
        self.filled[option.index()].is_some_and(|bit| self.is_live(node, bit))
    }

    pub(super) fn thing_is_read(&self, node: NodeId, thing: ThingKey) -> bool {
        self.inspected[thing.index()].is_some_and(|bit| self.is_live(node, bit))
    }
}

/// Nodes that can follow a node.
pub(super) fn successors(layout: &Layout, node: NodeId) -> Vec<NodeId> {
    let mut next: Vec<NodeId> = layout
        .order
        .leaving(node)
        .iter()
        .map(|way| way.to)
        .collect();
    next.sort_unstable();
    next.dedup();
    next
}
