//! Which facts can still be seen from which node: what is asked later and not overwritten before.

use hashbrown::HashSet;

use crate::scenario::ids::NodeId;
use crate::scenario::story::Story;

use super::facts::{Fact, FactBook};
use super::order::Order;

/// Most pairs of node and fact that are worked out; past it everything is kept.
const PAIRS: usize = 8_000_000;

/// Lists of numbers, one list a node.
#[derive(Default)]
pub(super) struct PerNode {
    starts: Vec<usize>,
    all: Vec<u32>,
}

impl PerNode {
    /// From pairs of a number and a node, the numbers ascending.
    fn new(nodes: usize, pairs: &[(u32, NodeId)]) -> Self {
        let mut starts = vec![0; nodes + 1];
        for (_, node) in pairs {
            starts[node.index() + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let (mut places, mut all) = (starts.clone(), vec![0; pairs.len()]);
        for (number, node) in pairs {
            let place = &mut places[node.index()];
            all[*place] = *number;
            *place += 1;
        }
        Self { starts, all }
    }

    pub(super) fn of(&self, node: NodeId) -> &[u32] {
        &self.all[self.starts[node.index()]..self.starts[node.index() + 1]]
    }
}

/// What can be seen from where.
pub(super) struct Liveness {
    /// Facts that can be seen from the beginning of a turn at each node; none where everything is kept.
    pub(super) live: Option<PerNode>,
    /// Facts that the lines of each node ask about as it is entered.
    pub(super) entry: PerNode,
    /// For each telling line, whether what it shows can matter.
    pub(super) telling: Vec<bool>,
    /// For each node, the largest minute that can still be asked about.
    pub(super) minutes: Vec<u32>,
    /// For each fact, whether a condition can see it after it was set by its node's form.
    pub(super) read_after_form: Vec<bool>,
}

/// Walks back from where facts are asked about.
struct Backward<'a> {
    story: &'a Story,
    order: &'a Order,
    book: &'a FactBook,
    first_set: Vec<u32>,
    /// Whether a node's lines always show the unit, whatever was before.
    always_shown: HashSet<(u32, NodeId)>,
}

impl Backward<'_> {
    /// Nodes from which asking at the entry of `node` can be come to without the fact being overwritten.
    fn before(&self, fact: u32, node: NodeId, each: &mut dyn FnMut(NodeId)) {
        for way in self.order.arriving(node) {
            if self.order.rank[way.from.index()] >= self.first_set[fact as usize]
                && !way
                    .choice
                    .is_some_and(|choice| self.book.overwritten_by(self.story, choice, fact))
            {
                each(way.from);
            }
        }
    }

    /// Whether entering a node leaves the fact the same whatever it was before.
    fn overwritten_at(&self, fact: u32, node: NodeId) -> bool {
        match self.book.facts[fact as usize] {
            Fact::Visited(own) => own == node,
            Fact::Shown(_) => self.always_shown.contains(&(fact, node)),
            _ => false,
        }
    }

    fn can_be_set(&self, fact: u32, node: NodeId) -> bool {
        self.order.rank[node.index()] >= self.first_set[fact as usize]
    }
}

/// Asked at the beginning of a turn at a node, or at its entry.
#[derive(Default, Clone)]
struct Asked {
    exits: Vec<NodeId>,
    entries: Vec<NodeId>,
}

impl Liveness {
    pub(super) fn new(story: &Story, order: &Order, book: &FactBook, watched: &[bool]) -> Self {
        let always_shown = book
            .lines
            .iter()
            .filter(|line| {
                story.lines[line.line.index()].when
                    == crate::scenario::condition::Condition::All(Box::default())
            })
            .flat_map(|line| line.shows.iter().map(|fact| (*fact, line.node)))
            .collect();
        let backward = Backward {
            story,
            order,
            book,
            first_set: book.first_set(story, order),
            always_shown,
        };
        let mut asked = vec![Asked::default(); book.facts.len()];
        for (fact, node) in book.exits.iter().chain(&book.once) {
            asked[*fact as usize].exits.push(*node);
        }
        let mut pairs: Vec<(u32, NodeId)> = Vec::new();
        let (telling, complete) = shown_facts(&backward, watched, &mut asked, &mut pairs);
        let mut everything = !complete;
        let (mut stamps, mut stamp) = (vec![0u32; story.nodes.len()], 0);
        for fact in 0..u32::try_from(book.facts.len()).unwrap_or(u32::MAX) {
            if everything {
                break;
            }
            if !matches!(book.facts[fact as usize], Fact::Shown(_)) {
                stamp += 1;
                let asked = &asked[fact as usize];
                everything = !region(&backward, fact, asked, &mut stamps, stamp, &mut pairs);
            }
        }
        let entries: Vec<(u32, NodeId)> = (0..)
            .zip(&asked)
            .flat_map(|(fact, asked)| asked.entries.iter().map(move |node| (fact, *node)))
            .collect();
        // Shown facts came in no order, and each list is to be ascending.
        pairs.sort_unstable_by_key(|pair| pair.0);
        let live = (!everything).then(|| PerNode::new(story.nodes.len(), &pairs));
        let read_after_form = read_after_form(&backward, &asked, live.as_ref(), &mut stamps);
        Self {
            live,
            entry: PerNode::new(story.nodes.len(), &entries),
            minutes: minutes(story, order, book, &telling),
            telling,
            read_after_form,
        }
    }
}

/// The nodes from which one fact can be seen; false when there are too many pairs.
fn region(
    backward: &Backward<'_>,
    fact: u32,
    asked: &Asked,
    stamps: &mut [u32],
    stamp: u32,
    pairs: &mut Vec<(u32, NodeId)>,
) -> bool {
    let mut next = pairs.len();
    let mut reach = |node: NodeId, pairs: &mut Vec<(u32, NodeId)>| {
        if std::mem::replace(&mut stamps[node.index()], stamp) != stamp {
            pairs.push((fact, node));
        }
    };
    for node in &asked.exits {
        if backward.can_be_set(fact, *node) {
            reach(*node, pairs);
        }
    }
    for node in &asked.entries {
        backward.before(fact, *node, &mut |node| reach(node, pairs));
    }
    while let Some((_, node)) = pairs.get(next).copied() {
        next += 1;
        if pairs.len() > PAIRS {
            return false;
        }
        if !backward.overwritten_at(fact, node) {
            backward.before(fact, node, &mut |node| reach(node, pairs));
        }
    }
    true
}

/// What units shown can be seen from where. A line asks only where what it shows
/// can be seen, and may itself ask about marks: so these facts are walked together.
fn shown_facts(
    backward: &Backward<'_>,
    watched: &[bool],
    asked: &mut [Asked],
    pairs: &mut Vec<(u32, NodeId)>,
) -> (Vec<bool>, bool) {
    let book = backward.book;
    let mut telling = vec![false; book.lines.len()];
    let is_shown = |fact: u32| matches!(book.facts[fact as usize], Fact::Shown(_));
    let mut seen: HashSet<(u32, NodeId)> = HashSet::new();
    let mut todo: Vec<(u32, NodeId)> = Vec::new();
    for (fact, node) in &book.exits {
        if is_shown(*fact) && backward.can_be_set(*fact, *node) && seen.insert((*fact, *node)) {
            todo.push((*fact, *node));
        }
    }
    for (line, telling) in book.lines.iter().zip(&mut telling) {
        if watched[line.line.index()] {
            *telling = true;
            for fact in &line.asks {
                asked[*fact as usize].entries.push(line.node);
                if is_shown(*fact) {
                    backward.before(*fact, line.node, &mut |node| {
                        if seen.insert((*fact, node)) {
                            todo.push((*fact, node));
                        }
                    });
                }
            }
        }
    }
    let lines_of = |node: NodeId| {
        let first = book.lines.partition_point(|line| line.node < node);
        (first..book.lines.len()).take_while(move |line| book.lines[*line].node == node)
    };
    while let Some((fact, node)) = todo.pop() {
        pairs.push((fact, node));
        if pairs.len() > PAIRS {
            // Everything is kept then, so every line asks.
            for (line, telling) in book.lines.iter().zip(&mut telling) {
                if !std::mem::replace(telling, true) {
                    for fact in &line.asks {
                        asked[*fact as usize].entries.push(line.node);
                    }
                }
            }
            return (telling, false);
        }
        for line in lines_of(node) {
            let found = &book.lines[line];
            if found.shows.contains(&fact) && !std::mem::replace(&mut telling[line], true) {
                for fact in &found.asks {
                    asked[*fact as usize].entries.push(node);
                    if is_shown(*fact) {
                        backward.before(*fact, node, &mut |node| {
                            if seen.insert((*fact, node)) {
                                todo.push((*fact, node));
                            }
                        });
                    }
                }
            }
        }
        if !backward.overwritten_at(fact, node) {
            backward.before(fact, node, &mut |node| {
                if seen.insert((fact, node)) {
                    todo.push((fact, node));
                }
            });
        }
    }
    for asked in asked.iter_mut() {
        asked.entries.sort_unstable();
        asked.entries.dedup();
    }
    (telling, true)
}

/// Whether conditions (not points alone) can see what a form writes, after it.
fn read_after_form(
    backward: &Backward<'_>,
    asked: &[Asked],
    live: Option<&PerNode>,
    stamps: &mut [u32],
) -> Vec<bool> {
    let (book, story) = (backward.book, backward.story);
    let mut read = vec![live.is_none(); book.facts.len()];
    let Some(live) = live else {
        return read;
    };
    let mut by_conditions = vec![Asked::default(); book.facts.len()];
    for (fact, node) in &book.exits {
        by_conditions[*fact as usize].exits.push(*node);
    }
    stamps.fill(u32::MAX);
    let mut own = Vec::new();
    for node in &story.nodes {
        let crate::scenario::story::Exit::Form(form) = &node.exit else {
            continue;
        };
        for option in form
            .fields
            .clone()
            .flat_map(|field| story.fields[field as usize].input.options())
            .map(crate::scenario::ids::OptionKey)
        {
            if let Some(fact) = book.number(Fact::Filled(option)) {
                let at = &mut by_conditions[fact as usize];
                at.entries.clone_from(&asked[fact as usize].entries);
                read[fact as usize] = at.entries.contains(&form.goto)
                    || (live.of(form.goto).binary_search(&fact).is_ok() && {
                        own.clear();
                        region(backward, fact, at, stamps, fact, &mut own);
                        own.iter().any(|(_, node)| *node == form.goto)
                    });
            }
        }
    }
    read
}

/// For each node, the largest minute asked about from there on.
fn minutes(story: &Story, order: &Order, book: &FactBook, telling: &[bool]) -> Vec<u32> {
    let mut entry = vec![0; story.nodes.len()];
    for (line, telling) in book.lines.iter().zip(telling) {
        if *telling {
            let entry = &mut entry[line.node.index()];
            *entry = line.minute.max(*entry);
        }
    }
    // Nodes of one loop have one rank and stand together.
    let mut minutes = vec![0; story.nodes.len()];
    let rank = |node: &NodeId| order.rank[node.index()];
    for together in order
        .ends_first
        .chunk_by(|one, other| rank(one) == rank(other))
    {
        let last = together
            .iter()
            .flat_map(|node| {
                let ahead = order
                    .leaving(*node)
                    .iter()
                    .map(|way| minutes[way.to.index()].max(entry[way.to.index()]));
                ahead.chain([book.minutes[node.index()]])
            })
            .max()
            .unwrap_or(0);
        for node in together {
            minutes[node.index()] = last;
        }
    }
    minutes
}
