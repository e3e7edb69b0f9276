//! What is state: the facts that some later condition or gain can still see.

use crate::scenario::condition::Condition;
use crate::scenario::ids::{ChoiceKey, NodeId, OptionKey, TagId, ThingKey, UnitKey};
use crate::scenario::story::{Effect, Exit, Story};
use crate::session::bits::BitSet;

/// Above this many (nodes × facts) liveness is not worked out: everything is kept.
const LIVENESS_LIMIT: usize = 400_000_000;

/// Which facts are kept, and where in a state's bits.
pub(super) struct Layout {
    pub(super) visited: Vec<Option<u32>>,
    pub(super) chosen: Vec<Option<u32>>,
    pub(super) filled: Vec<Option<u32>>,
    pub(super) inspected: Vec<Option<u32>>,
    pub(super) fulfilled: Vec<Option<u32>>,
    pub(super) shown: Vec<Option<u32>>,
    /// How many bits.
    pub(super) bits: usize,
    /// For each node, the bits and then the vars that something from here on can see.
    live: Vec<BitSet>,
    /// For each node, the options' and duties' bits that a condition can still see after entering it.
    read: Vec<BitSet>,
    /// For each node, what its own lines ask as it is entered.
    entry: Vec<BitSet>,
    /// Beyond these values nothing can tell a var's values apart.
    pub(super) var_bounds: Vec<(i32, i32)>,
    /// For each node, the largest `BeforeMinute` that can still be asked.
    pub(super) minute_cap: Vec<u32>,
    everything: bool,
    vars: usize,
}

/// Facts of one node before bits are dealt: who asks what.
#[derive(Default, Clone)]
struct Asked {
    atoms: Vec<Condition>,
    /// Choices and scored options are asked about by their own node: once only, first time only.
    chosen: Vec<ChoiceKey>,
    scored: Vec<OptionKey>,
}

impl Layout {
    /// What the points still to be earned hang on.
    pub(super) fn new(story: &Story) -> Self {
        Self::watching(story, &vec![false; story.lines.len()])
    }

    /// The same, and what these lines hang on: to see one of them or not tells something.
    pub(super) fn watching(story: &Story, watched: &[bool]) -> Self {
        let relevant_tags = relevant_tags(story, watched);
        let count = story.nodes.len();
        let mut exits: Vec<Asked> = vec![Asked::default(); count];
        let mut entries: Vec<Asked> = vec![Asked::default(); count];
        for (number, node) in story.nodes.iter().enumerate() {
            let asked = &mut exits[number];
            match &node.exit {
                Exit::Choices(choices) => {
                    for choice in choices.clone() {
                        let found = &story.choices[choice as usize];
                        found
                            .when
                            .each_atom(&mut |atom| asked.atoms.push(atom.clone()));
                        if !found.again {
                            asked.chosen.push(ChoiceKey(choice));
                        }
                    }
                }
                Exit::Form(form) => {
                    for option in form
                        .fields
                        .clone()
                        .flat_map(|field| story.fields[field as usize].input.options())
                    {
                        let found = &story.options[option as usize];
                        found
                            .when
                            .each_atom(&mut |atom| asked.atoms.push(atom.clone()));
                        if !found.assess.is_empty() {
                            asked.scored.push(OptionKey(option));
                        }
                    }
                }
                Exit::Ending { .. } => {}
            }
            for place in node.lines.clone() {
                let line = &story.lines[place as usize];
                if watched[place as usize]
                    || line
                        .prose
                        .units
                        .clone()
                        .any(|unit| unit_is_relevant(story, UnitKey(unit), &relevant_tags))
                {
                    line.when
                        .each_atom(&mut |atom| entries[number].atoms.push(atom.clone()));
                }
            }
        }
        let mut layout = Self {
            visited: vec![None; count],
            chosen: vec![None; story.choices.len()],
            filled: vec![None; story.options.len()],
            inspected: vec![None; story.things.len()],
            fulfilled: vec![None; story.duties.len()],
            shown: vec![None; story.units.len()],
            bits: 0,
            live: Vec::new(),
            read: Vec::new(),
            entry: Vec::new(),
            var_bounds: var_bounds(story),
            minute_cap: vec![0; count],
            everything: false,
            vars: story.vars.len(),
        };
        for asked in exits.iter().chain(&entries) {
            layout.deal(story, asked);
        }
        layout.work_out_liveness(story, &exits, &entries);
        layout
    }

    fn deal(&mut self, story: &Story, asked: &Asked) {
        let mut bits = self.bits;
        let mut give = |slot: &mut Option<u32>| {
            if slot.is_none() {
                *slot = u32::try_from(bits).ok();
                bits += 1;
            }
        };
        for atom in &asked.atoms {
            match atom {
                Condition::Visited(node) => give(&mut self.visited[node.index()]),
                Condition::Chose(choice) => give(&mut self.chosen[choice.index()]),
                Condition::Filled(option) => give(&mut self.filled[option.index()]),
                Condition::Inspected(thing) => give(&mut self.inspected[thing.index()]),
                Condition::Fulfilled(duty) => give(&mut self.fulfilled[duty.index()]),
                Condition::Marked(tag) => story.tags[tag.index()]
                    .units
                    .iter()
                    .for_each(|unit| give(&mut self.shown[unit.index()])),
                _ => {}
            }
        }
        asked
            .chosen
            .iter()
            .for_each(|choice| give(&mut self.chosen[choice.index()]));
        asked
            .scored
            .iter()
            .for_each(|option| give(&mut self.filled[option.index()]));
        self.bits = bits;
    }

    /// The bits (and vars after them) that one node asks about.
    fn bits_of(&self, story: &Story, asked: &Asked, with_gains: bool) -> BitSet {
        let mut set = BitSet::new(self.bits + self.vars);
        let mut put = |slot: Option<u32>| {
            if let Some(bit) = slot {
                set.insert(bit as usize);
            }
        };
        for atom in &asked.atoms {
            match atom {
                Condition::Visited(node) => put(self.visited[node.index()]),
                Condition::Chose(choice) => put(self.chosen[choice.index()]),
                Condition::Filled(option) => put(self.filled[option.index()]),
                Condition::Inspected(thing) => put(self.inspected[thing.index()]),
                Condition::Fulfilled(duty) => put(self.fulfilled[duty.index()]),
                Condition::Marked(tag) => story.tags[tag.index()]
                    .units
                    .iter()
                    .for_each(|unit| put(self.shown[unit.index()])),
                Condition::AtLeast(var, _) | Condition::AtMost(var, _) => {
                    put(u32::try_from(self.bits + var.index()).ok());
                }
                _ => {}
            }
        }
        if with_gains {
            asked
                .chosen
                .iter()
                .for_each(|choice| put(self.chosen[choice.index()]));
            asked
                .scored
                .iter()
                .for_each(|option| put(self.filled[option.index()]));
        }
        set
    }

    fn work_out_liveness(&mut self, story: &Story, exits: &[Asked], entries: &[Asked]) {
        let cap = |asked: &Asked| {
            asked
                .atoms
                .iter()
                .map(|atom| {
                    if let Condition::BeforeMinute(minute) = atom {
                        *minute
                    } else {
                        0
                    }
                })
                .max()
                .unwrap_or(0)
        };
        let size = story.nodes.len().saturating_mul(self.bits + self.vars);
        if size > LIVENESS_LIMIT {
            self.everything = true;
            let top = exits.iter().chain(entries).map(cap).max().unwrap_or(0);
            self.minute_cap.fill(top);
            return;
        }
        self.entry = entries
            .iter()
            .map(|asked| self.bits_of(story, asked, true))
            .collect();
        self.live = exits
            .iter()
            .map(|asked| self.bits_of(story, asked, true))
            .collect();
        self.read = exits
            .iter()
            .map(|asked| self.bits_of(story, asked, false))
            .collect();
        self.minute_cap = exits.iter().map(cap).collect();
        // From the back to the front until nothing changes: stories mostly point forward.
        let successors: Vec<Vec<NodeId>> = (0..story.nodes.len())
            .map(|node| successors(story, NodeId::at(node)))
            .collect();
        loop {
            let mut changed = false;
            for node in (0..story.nodes.len()).rev() {
                for next in &successors[node] {
                    let next = next.index();
                    let mut live = std::mem::take(&mut self.live[node]);
                    changed |= live.join(&self.entry[next]);
                    changed |= if next == node {
                        false
                    } else {
                        live.join(&self.live[next])
                    };
                    self.live[node] = live;
                    let mut read = std::mem::take(&mut self.read[node]);
                    changed |= read.join(&self.entry[next]);
                    changed |= if next == node {
                        false
                    } else {
                        read.join(&self.read[next])
                    };
                    self.read[node] = read;
                    let cap = self.minute_cap[node]
                        .max(self.minute_cap[next])
                        .max(cap(&entries[next]));
                    changed |= cap != self.minute_cap[node];
                    self.minute_cap[node] = cap;
                }
            }
            if !changed {
                break;
            }
        }
    }

    pub(super) fn is_live(&self, node: NodeId, bit: u32) -> bool {
        self.everything || self.live[node.index()].has(bit as usize)
    }

    pub(super) fn var_is_live(&self, node: NodeId, var: usize) -> bool {
        self.everything || self.live[node.index()].has(self.bits + var)
    }

    /// Whether a condition met on entering this node or later can see the option or a duty it fulfils.
    pub(super) fn option_is_read(&self, story: &Story, node: NodeId, option: OptionKey) -> bool {
        let seen = |slot: Option<u32>| {
            slot.is_some_and(|bit| {
                self.everything
                    || self.read[node.index()].has(bit as usize)
                    || self.entry[node.index()].has(bit as usize)
            })
        };
        seen(self.filled[option.index()])
            || story
                .option(option)
                .fulfils
                .iter()
                .any(|duty| seen(self.fulfilled[duty.index()]))
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
pub(super) fn successors(story: &Story, node: NodeId) -> Vec<NodeId> {
    let mut next: Vec<NodeId> = match &story.nodes[node.index()].exit {
        Exit::Choices(choices) => choices
            .clone()
            .map(|choice| story.choices[choice as usize].goto)
            .collect(),
        Exit::Form(form) => vec![form.goto],
        Exit::Ending { .. } => Vec::new(),
    };
    next.sort_unstable();
    next.dedup();
    next
}

fn unit_is_relevant(story: &Story, unit: UnitKey, tags: &[bool]) -> bool {
    story.unit_tags(unit).any(|tag| tags[tag.index()])
}

/// Tags that a choice, an option, a watched line, or a line that shows such a tag asks about.
fn relevant_tags(story: &Story, watched: &[bool]) -> Vec<bool> {
    let mut relevant = vec![false; story.tags.len()];
    let mark = |condition: &Condition, relevant: &mut Vec<bool>| {
        let mut changed = false;
        condition.each_atom(&mut |atom| {
            if let Condition::Marked(TagId(tag)) = atom
                && !relevant[*tag as usize]
            {
                relevant[*tag as usize] = true;
                changed = true;
            }
        });
        changed
    };
    for choice in &story.choices {
        mark(&choice.when, &mut relevant);
    }
    for option in &story.options {
        mark(&option.when, &mut relevant);
    }
    loop {
        let mut changed = false;
        for (line, watched) in story.lines.iter().zip(watched) {
            if *watched
                || line
                    .prose
                    .units
                    .clone()
                    .any(|unit| unit_is_relevant(story, UnitKey(unit), &relevant))
            {
                changed |= mark(&line.when, &mut relevant);
            }
        }
        if !changed {
            return relevant;
        }
    }
}

/// The least and the most of each var that conditions can tell from what lies beyond.
///
/// A value above every number asked for stays above while nothing takes away
/// from the var, so all such values are one; likewise below.
fn var_bounds(story: &Story) -> Vec<(i32, i32)> {
    let mut bounds: Vec<(i32, i32)> = vec![(i32::MAX, i32::MIN); story.vars.len()];
    let mut ask = |condition: &Condition| {
        condition.each_atom(&mut |atom| {
            let (var, below, above) = match atom {
                Condition::AtLeast(var, number) => (var, number.saturating_sub(1), *number),
                Condition::AtMost(var, number) => (var, *number, number.saturating_add(1)),
                _ => return,
            };
            let (least, most) = &mut bounds[var.index()];
            *least = (*least).min(below);
            *most = (*most).max(above);
        });
    };
    story.choices.iter().for_each(|choice| ask(&choice.when));
    story.options.iter().for_each(|option| ask(&option.when));
    story.lines.iter().for_each(|line| ask(&line.when));
    for effect in story.choices.iter().flat_map(|choice| &choice.effects) {
        if let Effect::Add(var, number) = effect {
            let (least, most) = &mut bounds[var.index()];
            if *number < 0 {
                *most = i32::MAX;
            }
            if *number > 0 {
                *least = i32::MIN;
            }
        }
    }
    bounds
}
