//! The facts that conditions and gains can ask about, numbered, and who asks and sets them.

use hashbrown::HashMap;

use crate::scenario::condition::Condition;
use crate::scenario::ids::{
    ChoiceKey, DutyId, LineId, NodeId, OptionKey, TagId, ThingKey, UnitKey, VarId,
};
use crate::scenario::story::{Effect, Exit, Story};

use super::order::Order;

/// Something that a state remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Fact {
    Visited(NodeId),
    Chosen(ChoiceKey),
    Filled(OptionKey),
    Inspected(ThingKey),
    Fulfilled(DutyId),
    /// A unit was shown that stands for these cues and lures: one fact for all units alike.
    Shown(u32),
    Var(VarId),
}

/// A line that shows something worth marking, or that is watched for itself.
pub(super) struct TellingLine {
    pub(super) line: LineId,
    pub(super) node: NodeId,
    /// What it shows.
    pub(super) shows: Vec<u32>,
    /// What it asks before.
    pub(super) asks: Vec<u32>,
    /// The largest minute it asks about.
    pub(super) minute: u32,
}

/// All facts with a number: bits first, then vars.
pub(super) struct FactBook {
    pub(super) facts: Vec<Fact>,
    numbers: HashMap<Fact, u32>,
    /// How many are bits.
    pub(super) bits: usize,
    /// The bit of each unit worth marking.
    pub(super) shown: Vec<Option<u32>>,
    /// For each tag, the bits of units that carry it.
    pub(super) of_tag: Vec<Vec<u32>>,
    /// What the conditions of choices and options ask, with the node.
    pub(super) exits: Vec<(u32, NodeId)>,
    /// What being on offer and being worth points asks: once only, first time only.
    pub(super) once: Vec<(u32, NodeId)>,
    pub(super) lines: Vec<TellingLine>,
    /// The largest minute that each node's exits ask about.
    pub(super) minutes: Vec<u32>,
}

impl FactBook {
    pub(super) fn new(story: &Story, order: &Order, watched: &[bool]) -> Self {
        let relevant = relevant_tags(story, watched);
        let mut book = Self {
            facts: Vec::new(),
            numbers: HashMap::new(),
            bits: 0,
            shown: vec![None; story.units.len()],
            of_tag: vec![Vec::new(); story.tags.len()],
            exits: Vec::new(),
            once: Vec::new(),
            lines: Vec::new(),
            minutes: vec![0; story.nodes.len()],
        };
        book.number_units(story, &relevant);
        for number in 0..story.nodes.len() {
            book.read_exit(story, order, NodeId::at(number));
        }
        for (number, node) in story.nodes.iter().enumerate() {
            for line in node.lines.clone() {
                book.read_line(
                    story,
                    NodeId::at(number),
                    LineId(line),
                    watched[line as usize],
                );
            }
        }
        // Vars have the last numbers, so that bits and vars are each in one piece.
        book.bits = book.facts.len();
        book.facts
            .extend((0..story.vars.len()).map(|var| Fact::Var(VarId::at(var))));
        let bits = book.bits;
        let settle = |fact: &mut u32| {
            if let Some(var) = fact.checked_sub(VARS) {
                *fact = u32::try_from(bits).unwrap_or(u32::MAX) + var;
            }
        };
        book.exits.iter_mut().for_each(|(fact, _)| settle(fact));
        book.lines
            .iter_mut()
            .for_each(|line| line.asks.iter_mut().for_each(settle));
        book
    }

    /// The number of a fact that something asks about.
    pub(super) fn number(&self, fact: Fact) -> Option<u32> {
        match fact {
            Fact::Var(var) => u32::try_from(self.bits + var.index()).ok(),
            other => self.numbers.get(&other).copied(),
        }
    }

    fn give(&mut self, fact: Fact) -> u32 {
        let next = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(fact).or_insert_with(|| {
            self.facts.push(fact);
            next
        })
    }

    /// Units that carry the same of the tags that anything asks about are alike.
    fn number_units(&mut self, story: &Story, relevant: &[bool]) {
        let mut kinds: HashMap<Vec<TagId>, u32> = HashMap::new();
        for unit in 0..story.units.len() {
            let mut tags: Vec<TagId> = story
                .unit_tags(UnitKey::at(unit))
                .filter(|tag| relevant[tag.index()])
                .collect();
            if tags.is_empty() {
                continue;
            }
            tags.sort_unstable_by_key(|tag| tag.0);
            tags.dedup();
            let bit = if let Some(known) = kinds.get(&tags) {
                *known
            } else {
                let kind = u32::try_from(kinds.len()).unwrap_or(u32::MAX);
                let bit = self.give(Fact::Shown(kind));
                for tag in &tags {
                    self.of_tag[tag.index()].push(bit);
                }
                kinds.insert(tags, bit);
                bit
            };
            self.shown[unit] = Some(bit);
        }
    }

    /// Numbers what a condition asks; gives the largest minute asked about.
    fn read(&mut self, condition: &Condition, asked: &mut Vec<u32>) -> u32 {
        let mut last = 0;
        condition.each_atom(&mut |atom| match atom {
            Condition::Marked(tag) => asked.extend(&self.of_tag[tag.index()]),
            Condition::Visited(node) => asked.push(self.give(Fact::Visited(*node))),
            Condition::Chose(choice) => asked.push(self.give(Fact::Chosen(*choice))),
            Condition::Filled(option) => asked.push(self.give(Fact::Filled(*option))),
            Condition::Inspected(thing) => asked.push(self.give(Fact::Inspected(*thing))),
            Condition::Fulfilled(duty) => asked.push(self.give(Fact::Fulfilled(*duty))),
            Condition::AtLeast(var, _) | Condition::AtMost(var, _) => asked.push(VARS + var.0),
            Condition::BeforeMinute(minute) => last = last.max(*minute),
            _ => {}
        });
        last
    }

    fn read_exit(&mut self, story: &Story, order: &Order, node: NodeId) {
        let again = order.looped[node.index()];
        let mut asked = Vec::new();
        let mut last = 0;
        match &story.nodes[node.index()].exit {
            Exit::Choices(choices) => {
                for choice in choices.clone() {
                    let found = &story.choices[choice as usize];
                    last = last.max(self.read(&found.when, &mut asked));
                    if again && !found.again {
                        let bit = self.give(Fact::Chosen(ChoiceKey(choice)));
                        self.once.push((bit, node));
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
                    last = last.max(self.read(&found.when, &mut asked));
                    if again && !found.assess.is_empty() {
                        let bit = self.give(Fact::Filled(OptionKey(option)));
                        self.once.push((bit, node));
                    }
                }
            }
            Exit::Ending { .. } => {}
        }
        asked.sort_unstable();
        asked.dedup();
        self.exits
            .extend(asked.into_iter().map(|fact| (fact, node)));
        self.minutes[node.index()] = last;
    }

    fn read_line(&mut self, story: &Story, node: NodeId, line: LineId, watched: bool) {
        let found = &story.lines[line.index()];
        let mut shows: Vec<u32> = found
            .prose
            .units
            .clone()
            .filter_map(|unit| self.shown[unit as usize])
            .collect();
        if shows.is_empty() && !watched {
            return;
        }
        shows.sort_unstable();
        shows.dedup();
        let mut asks = Vec::new();
        let minute = self.read(&found.when, &mut asks);
        self.lines.push(TellingLine {
            line,
            node,
            shows,
            asks,
            minute,
        });
    }

    /// Whether taking a choice leaves the fact the same whatever it was before.
    pub(super) fn overwritten_by(&self, story: &Story, choice: ChoiceKey, fact: u32) -> bool {
        match self.facts[fact as usize] {
            Fact::Chosen(key) => key == choice,
            Fact::Fulfilled(duty) => story.choice(choice).fulfils.contains(&duty),
            Fact::Var(var) => story
                .choice(choice)
                .effects
                .iter()
                .any(|effect| matches!(effect, Effect::Set(set, _) if *set == var)),
            _ => false,
        }
    }

    /// For each fact, the rank of the first node at which it can be otherwise than at the start.
    pub(super) fn first_set(&self, story: &Story, order: &Order) -> Vec<u32> {
        let mut first = vec![u32::MAX; self.facts.len()];
        let mut set = |fact: Option<u32>, at: NodeId| {
            if let Some(fact) = fact {
                let first = &mut first[fact as usize];
                *first = (*first).min(order.rank[at.index()]);
            }
        };
        for (number, choice) in story.choices.iter().enumerate() {
            set(
                self.number(Fact::Chosen(ChoiceKey::at(number))),
                choice.goto,
            );
            for duty in &choice.fulfils {
                set(self.number(Fact::Fulfilled(*duty)), choice.goto);
            }
            for effect in &choice.effects {
                let (Effect::Add(var, _) | Effect::Set(var, _)) = effect;
                set(self.number(Fact::Var(*var)), choice.goto);
            }
        }
        for (number, node) in story.nodes.iter().enumerate() {
            let at = NodeId::at(number);
            set(self.number(Fact::Visited(at)), at);
            for line in node.lines.clone() {
                for unit in story.lines[line as usize].prose.units.clone() {
                    set(self.shown[unit as usize], at);
                }
            }
            for thing in &node.things {
                set(self.number(Fact::Inspected(*thing)), at);
                for unit in story.thing(*thing).units.clone() {
                    set(self.shown[unit as usize], at);
                }
            }
            if let Exit::Form(form) = &node.exit {
                for option in form
                    .fields
                    .clone()
                    .flat_map(|field| story.fields[field as usize].input.options())
                    .map(OptionKey)
                {
                    set(self.number(Fact::Filled(option)), form.goto);
                    for duty in &story.option(option).fulfils {
                        set(self.number(Fact::Fulfilled(*duty)), form.goto);
                    }
                }
            }
        }
        first
    }
}

/// Vars are numbered from here until it is known how many bits there are.
const VARS: u32 = 1 << 30;

/// Tags that a choice, an option, a watched line, or a line that shows such a tag asks about.
fn relevant_tags(story: &Story, watched: &[bool]) -> Vec<bool> {
    let mut relevant = vec![false; story.tags.len()];
    let mut todo: Vec<TagId> = Vec::new();
    let mark = |condition: &Condition, relevant: &mut Vec<bool>, todo: &mut Vec<TagId>| {
        condition.each_atom(&mut |atom| {
            if let Condition::Marked(tag) = atom
                && !std::mem::replace(&mut relevant[tag.index()], true)
            {
                todo.push(*tag);
            }
        });
    };
    for choice in &story.choices {
        mark(&choice.when, &mut relevant, &mut todo);
    }
    for option in &story.options {
        mark(&option.when, &mut relevant, &mut todo);
    }
    for (line, watched) in story.lines.iter().zip(watched) {
        if *watched {
            mark(&line.when, &mut relevant, &mut todo);
        }
    }
    while let Some(tag) = todo.pop() {
        for unit in &story.tags[tag.index()].units {
            if let crate::scenario::story::Home::Line(line) = story.units[unit.index()].home {
                mark(&story.lines[line.index()].when, &mut relevant, &mut todo);
            }
        }
    }
    relevant
}
