//! Which values of a var conditions can still tell apart.
//!
//! A value above every number asked for stays above while nothing takes away
//! from the var, so all such values are one; likewise below.

use crate::scenario::condition::Condition;
use crate::scenario::ids::{NodeId, VarId};
use crate::scenario::story::{Effect, Exit, Story};

use super::order::Order;

/// Most pairs of node and var that are worked out; past it each var has one range for all nodes.
const PAIRS: usize = 16_000_000;

/// Values from the first to the second are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) least: i32,
    pub(super) most: i32,
}

/// Nothing asks.
const NOTHING: Range = Range {
    least: i32::MAX,
    most: i32::MIN,
};

impl Range {
    fn join(&mut self, other: Self) {
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    pub(super) fn clamp(self, value: i32) -> i32 {
        if self.least <= self.most {
            value.clamp(self.least, self.most)
        } else {
            value
        }
    }
}

impl Range {
    /// How many values beyond the first.
    pub(super) fn span(self) -> u64 {
        u64::try_from(i64::from(self.most) - i64::from(self.least)).unwrap_or(0)
    }

    /// How far a value lies above the first.
    pub(super) fn offset(self, value: i32) -> u64 {
        u64::try_from(i64::from(self.clamp(value)) - i64::from(self.least)).unwrap_or(0)
    }

    /// The value that lies so far above the first.
    pub(super) fn value(self, offset: u64) -> i32 {
        let value = i64::from(self.least).saturating_add_unsigned(offset);
        i32::try_from(value).unwrap_or(self.least)
    }
}

/// The range of each var in each node.
pub(super) struct Ranges {
    /// By var and then node; empty where each var has one range.
    each: Vec<Range>,
    nodes: usize,
    /// All values of each var that are kept in any node.
    pub(super) whole: Vec<Range>,
}

/// What is asked of vars, and done to them, with the node: at a turn in it, or as it is entered.
#[derive(Default)]
struct Uses {
    exits: Vec<Vec<(NodeId, Range)>>,
    entries: Vec<Vec<(NodeId, Range)>>,
}

fn ask(condition: &Condition, node: NodeId, uses: &mut [Vec<(NodeId, Range)>]) {
    condition.each_atom(&mut |atom| {
        let (var, least, most): (VarId, i32, i32) = match atom {
            Condition::AtLeast(var, number) => (*var, number.saturating_sub(1), *number),
            Condition::AtMost(var, number) => (*var, *number, number.saturating_add(1)),
            _ => return,
        };
        uses[var.index()].push((node, Range { least, most }));
    });
}

impl Uses {
    fn new(story: &Story, telling: &[bool]) -> Self {
        let mut uses = Self {
            exits: vec![Vec::new(); story.vars.len()],
            entries: vec![Vec::new(); story.vars.len()],
        };
        for (number, node) in story.nodes.iter().enumerate() {
            let at = NodeId::at(number);
            match &node.exit {
                Exit::Choices(choices) => {
                    for choice in choices
                        .clone()
                        .map(|choice| &story.choices[choice as usize])
                    {
                        ask(&choice.when, at, &mut uses.exits);
                        for effect in &choice.effects {
                            if let Effect::Add(var, number) = effect
                                && *number != 0
                            {
                                // Where values only rise, none is too low to matter; and the other way.
                                let range = Range {
                                    least: if *number > 0 { i32::MIN } else { i32::MAX },
                                    most: if *number < 0 { i32::MAX } else { i32::MIN },
                                };
                                uses.exits[var.index()].push((at, range));
                            }
                        }
                    }
                }
                Exit::Form(form) => form
                    .fields
                    .clone()
                    .flat_map(|field| story.fields[field as usize].input.options())
                    .for_each(|option| {
                        ask(&story.options[option as usize].when, at, &mut uses.exits);
                    }),
                Exit::Ending { .. } => {}
            }
            for line in node.lines.clone().filter(|line| telling[*line as usize]) {
                ask(&story.lines[line as usize].when, at, &mut uses.entries);
            }
        }
        uses
    }
}

impl Ranges {
    pub(super) fn new(story: &Story, order: &Order, telling: &[bool]) -> Self {
        let uses = Uses::new(story, telling);
        let nodes = story.nodes.len();
        let whole = story
            .vars
            .iter()
            .zip(uses.exits.iter().zip(&uses.entries))
            .map(|(var, (exits, entries))| {
                let mut whole = NOTHING;
                exits
                    .iter()
                    .chain(entries)
                    .for_each(|(_, range)| whole.join(*range));
                if whole.least > whole.most {
                    return whole;
                }
                Range {
                    least: whole.least.clamp(var.min, var.max),
                    most: whole.most.clamp(var.min, var.max),
                }
            })
            .collect();
        let mut ranges = Self {
            each: Vec::new(),
            nodes,
            whole,
        };
        if nodes.saturating_mul(story.vars.len()) <= PAIRS {
            for (exits, entries) in uses.exits.iter().zip(&uses.entries) {
                ranges.each.extend(of_var(order, nodes, exits, entries));
            }
        }
        ranges
    }

    pub(super) fn of(&self, node: NodeId, var: usize) -> Range {
        let whole = self.whole[var];
        let Some(own) = self.each.get(var * self.nodes + node.index()) else {
            return whole;
        };
        if own.least > own.most || whole.least > whole.most {
            return *own;
        }
        Range {
            least: own.least.clamp(whole.least, whole.most),
            most: own.most.clamp(whole.least, whole.most),
        }
    }
}

/// One var's range in each node: what is asked and done from there on.
fn of_var(
    order: &Order,
    nodes: usize,
    exits: &[(NodeId, Range)],
    entries: &[(NodeId, Range)],
) -> Vec<Range> {
    let (mut own, mut entry) = (vec![NOTHING; nodes], vec![NOTHING; nodes]);
    for (node, range) in exits {
        own[node.index()].join(*range);
    }
    for (node, range) in entries {
        entry[node.index()].join(*range);
    }
    if exits.is_empty() && entries.is_empty() {
        return own;
    }
    let rank = |node: &NodeId| order.rank[node.index()];
    for together in order
        .ends_first
        .chunk_by(|one, other| rank(one) == rank(other))
    {
        let mut range = NOTHING;
        for node in together {
            range.join(own[node.index()]);
            for way in order.leaving(*node) {
                range.join(entry[way.to.index()]);
                range.join(own[way.to.index()]);
            }
        }
        for node in together {
            own[node.index()] = range;
        }
    }
    own
}
