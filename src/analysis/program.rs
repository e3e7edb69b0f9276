//! The story compiled for search: what a choice does to a key, in a few instructions.
//!
//! A node is *plain* where a turn in it needs no more than that: it is left by
//! choices, looking at things makes no difference there, no condition pulls marks
//! both ways, and the lines of the nodes that follow show what they show whatever is
//! marked, or only more of it. All other turns are worked out by the [`Expander`].
//!
//! [`Expander`]: super::expand::Expander

use crate::scenario::condition::Condition;
use crate::scenario::ids::{ChoiceKey, NodeId};
use crate::scenario::story::{Effect, Exit, Story};

use super::facts::Fact;
use super::layout::Layout;
use super::packing::{Packing, Place};
use super::test::{Marks, Standing, Test, all};

/// No node: an ending.
pub(super) const NOWHERE: u32 = u32::MAX;

/// A node: what is done as it is entered, and which choices leave it.
#[derive(Debug, Clone, Default)]
pub(super) struct NodeCode {
    /// Whether the choices below are all there is to a turn here.
    pub(super) plain: bool,
    choices: (u32, u32),
    /// Bits set by entering, whatever was before.
    set: u128,
    /// Bits that are kept.
    keep: u128,
    /// Lines that show more where their tests hold.
    lines: (u32, u32),
    /// Vars of which fewer values are told apart than their places hold.
    clamps: (u32, u32),
    last_minute: u32,
}

/// A choice.
#[derive(Debug, Clone)]
pub(super) struct ChoiceCode {
    pub(super) key: ChoiceKey,
    /// The bits that decide whether it can be on offer, and what they must be.
    mask: u128,
    want: u128,
    /// What is asked besides; and whether it needs no mark, where that is another question.
    test: u32,
    bare: u32,
    /// Bits that go on to the next turn, and those that are set.
    carry: u128,
    set: u128,
    /// Changes of vars.
    vars: (u32, u32),
    minutes: u32,
    goto: u32,
    /// Its points, as the search numbers them: without a mark, and with.
    pub(super) gain: u32,
    pub(super) marked_gain: u32,
}

/// A change of a var whose value is in the key.
#[derive(Debug, Clone)]
struct VarCode {
    place: Place,
    /// The value that stands for 0 there, and the last.
    least: i64,
    most: i64,
    start: Option<i64>,
    /// Added one by one, within the var's own range.
    steps: Vec<Effect>,
    range: (i64, i64),
}

#[derive(Debug, Clone, Copy)]
struct Clamp {
    place: Place,
    least: u64,
    most: u64,
}

/// A story's graph program for one set of draws.
pub(super) struct Program {
    nodes: Vec<NodeCode>,
    choices: Vec<ChoiceCode>,
    tests: Vec<Test>,
    vars: Vec<VarCode>,
    lines: Vec<(Test, u128)>,
    clamps: Vec<Clamp>,
    node: Place,
    minute: Place,
}

/// No test: it holds.
const NO_TEST: u32 = u32::MAX;

/// What a story is compiled from.
pub(super) struct Source<'a> {
    pub(super) story: &'a Story,
    pub(super) layout: &'a Layout,
    pub(super) packing: &'a Packing,
    pub(super) draws: &'a [u32],
    pub(super) eager: bool,
}

fn span(start: usize, end: usize) -> (u32, u32) {
    let number = |at| u32::try_from(at).unwrap_or(u32::MAX);
    (number(start), number(end))
}

fn slice<T>(list: &[T], (start, end): (u32, u32)) -> &[T] {
    &list[start as usize..end as usize]
}

impl Program {
    /// A program with no nodes.
    pub(super) fn none() -> Self {
        Self {
            nodes: Vec::new(),
            choices: Vec::new(),
            tests: Vec::new(),
            vars: Vec::new(),
            lines: Vec::new(),
            clamps: Vec::new(),
            node: Place::default(),
            minute: Place::default(),
        }
    }

    /// Compiles, for narrow keys; `number_gain` gives points their number, by choice and whether a mark is needed.
    pub(super) fn new(
        source: &Source<'_>,
        number_gain: &mut dyn FnMut(ChoiceKey, bool) -> u32,
    ) -> Self {
        let mut program = Self {
            node: source.packing.node,
            minute: source.packing.minute,
            ..Self::none()
        };
        let starts: Vec<i32> = source.story.vars.iter().map(|var| var.start).collect();
        let mut known = Vec::new();
        let mut simple = Vec::with_capacity(source.story.nodes.len());
        for node in 0..source.story.nodes.len() {
            let node = NodeId::at(node);
            arriving(source.layout, node, &mut known);
            let (code, is_simple) = program.entry(source, node, &known, &starts);
            program.nodes.push(code);
            simple.push(is_simple);
        }
        for node in 0..source.story.nodes.len() {
            let at = NodeId::at(node);
            if !is_plain(source, at, &simple) {
                continue;
            }
            let first = program.choices.len();
            for choice in source.story.choices_of(at) {
                arriving(
                    source.layout,
                    source.story.choices[choice as usize].goto,
                    &mut known,
                );
                program.choice(source, ChoiceKey(choice), &known, &starts, number_gain);
            }
            program.nodes[node].plain = true;
            program.nodes[node].choices = span(first, program.choices.len());
        }
        program
    }

    /// What entering a node does, and whether that is the same whatever is marked.
    fn entry(
        &mut self,
        source: &Source<'_>,
        node: NodeId,
        known: &[u32],
        starts: &[i32],
    ) -> (NodeCode, bool) {
        let (layout, story) = (source.layout, source.story);
        let place = |fact: u32| source.packing.places[fact as usize].mask();
        let live_bit = |slot: Option<u32>| {
            slot.filter(|fact| layout.is_live(node, *fact))
                .map_or(0, place)
        };
        let mut code = NodeCode {
            set: live_bit(layout.visited[node.index()]),
            last_minute: layout.minute_cap[node.index()],
            ..NodeCode::default()
        };
        let live = layout.live(node);
        let first_clamp = self.clamps.len();
        for fact in live {
            code.keep |= place(*fact);
            if let Some(var) = (*fact as usize).checked_sub(layout.bits) {
                let (whole, own) = (layout.ranges.whole[var], layout.var_range(node, var));
                if own != whole && own.least <= own.most {
                    self.clamps.push(Clamp {
                        place: source.packing.places[*fact as usize],
                        least: whole.offset(own.least),
                        most: whole.offset(own.most),
                    });
                }
            }
        }
        code.clamps = span(first_clamp, self.clamps.len());
        let found = &story.nodes[node.index()];
        let shows = |units: std::ops::Range<u32>| {
            units.fold(0, |all, unit| all | live_bit(layout.shown[unit as usize]))
        };
        if source.eager {
            for thing in &found.things {
                if !layout.thing_is_read(node, *thing) {
                    code.set |= shows(story.thing(*thing).units.clone());
                }
            }
        }
        let standing = Standing {
            layout,
            packing: source.packing,
            draws: source.draws,
            starts,
            known,
            marked: true,
        };
        let mut simple = true;
        let first_line = self.lines.len();
        for line in found
            .lines
            .clone()
            .filter(|line| layout.telling[*line as usize])
        {
            let line = &story.lines[line as usize];
            let marks = Marks::of(&line.when);
            simple &= !marks.unwanted && (source.eager || !marks.wanted);
            let mask = shows(line.prose.units.clone());
            match standing.compile(&line.when) {
                Test::Always => code.set |= mask,
                Test::Never => {}
                test => self.lines.push((test, mask)),
            }
        }
        code.lines = span(first_line, self.lines.len());
        (code, simple)
    }

    fn test(&mut self, test: Test) -> (u128, u128, u32) {
        let (mask, want, rest) = match test {
            Test::Always => return (0, 0, NO_TEST),
            Test::Bits { mask, want } => return (mask, want, NO_TEST),
            Test::All(list) => match list.first() {
                Some(Test::Bits { mask, want }) => (*mask, *want, all(list[1..].to_vec())),
                _ => (0, 0, Test::All(list)),
            },
            other => (0, 0, other),
        };
        self.tests.push(rest);
        (mask, want, span(0, self.tests.len() - 1).1)
    }

    fn choice(
        &mut self,
        source: &Source<'_>,
        key: ChoiceKey,
        known: &[u32],
        starts: &[i32],
        number_gain: &mut dyn FnMut(ChoiceKey, bool) -> u32,
    ) {
        let (layout, story) = (source.layout, source.story);
        let choice = story.choice(key);
        let live = layout.live(choice.node);
        let marks = Marks::of(&choice.when);
        let mut standing = Standing {
            layout,
            packing: source.packing,
            draws: source.draws,
            starts,
            known: live,
            marked: marks.wanted,
        };
        let mut tests = Vec::with_capacity(2);
        if !choice.again {
            tests.push(standing.compile(&Condition::Not(Box::new(Condition::Chose(key)))));
        }
        tests.push(standing.compile(&choice.when));
        let (mask, want, test) = self.test(all(tests));
        let mut bare = NO_TEST;
        if marks.wanted {
            standing.marked = false;
            self.tests.push(standing.compile(&choice.when));
            bare = span(0, self.tests.len() - 1).1;
        }
        let ends = story.is_ending(choice.goto);
        let mut code = ChoiceCode {
            key,
            mask,
            want,
            test,
            bare,
            carry: 0,
            set: 0,
            vars: (0, 0),
            minutes: choice.takes_minutes,
            goto: if ends { NOWHERE } else { choice.goto.0 },
            gain: number_gain(key, false),
            marked_gain: number_gain(key, true),
        };
        let first = self.vars.len();
        if !ends {
            for fact in known {
                let place = source.packing.places[*fact as usize];
                let kept = live.binary_search(fact).is_ok();
                match layout.facts[*fact as usize] {
                    Fact::Chosen(own) if own == key => code.set |= place.mask(),
                    Fact::Fulfilled(duty) if choice.fulfils.contains(&duty) => {
                        code.set |= place.mask();
                    }
                    Fact::Var(var) => {
                        let steps: Vec<Effect> = choice
                            .effects
                            .iter()
                            .filter(|effect| {
                                let (Effect::Add(own, _) | Effect::Set(own, _)) = effect;
                                *own == var
                            })
                            .copied()
                            .collect();
                        if kept && steps.is_empty() {
                            code.carry |= place.mask();
                        } else {
                            let change = VarCode::new(source, var.index(), place, kept, steps);
                            if change.is_constant() {
                                code.set |= change.apply(0);
                            } else {
                                self.vars.push(change);
                            }
                        }
                    }
                    _ if kept => code.carry |= place.mask(),
                    _ => {}
                }
            }
        }
        code.vars = span(first, self.vars.len());
        self.choices.push(code);
    }

    /// The node of a key.
    pub(super) fn node_of(&self, key: u128) -> usize {
        usize::try_from(self.node.of(key)).unwrap_or(usize::MAX)
    }

    /// The choices of a plain node; none where the node is not plain.
    pub(super) fn choices_of(&self, key: u128) -> Option<&[ChoiceCode]> {
        let node = self.nodes.get(self.node_of(key))?;
        node.plain.then(|| slice(&self.choices, node.choices))
    }

    /// Whether a choice can be on offer in a state: with the number of its points.
    #[inline]
    pub(super) fn on_offer(&self, choice: &ChoiceCode, key: u128) -> Option<u32> {
        if key & choice.mask != choice.want {
            return None;
        }
        let holds = |test: u32| {
            test == NO_TEST || {
                let minute = u32::try_from(self.minute.of(key)).unwrap_or(u32::MAX);
                self.tests[test as usize].holds(key, minute)
            }
        };
        if !holds(choice.test) {
            return None;
        }
        Some(if holds(choice.bare) {
            choice.gain
        } else {
            choice.marked_gain
        })
    }

    /// The state after a choice; none after an ending.
    #[inline]
    pub(super) fn after(&self, choice: &ChoiceCode, key: u128) -> Option<u128> {
        if choice.goto == NOWHERE {
            return None;
        }
        let node = &self.nodes[choice.goto as usize];
        let mut next = key & choice.carry | choice.set;
        for change in slice(&self.vars, choice.vars) {
            next |= change.apply(key);
        }
        let mut shown = node.set;
        let mut minute = 0;
        if self.minute.width > 0 {
            let now = u32::try_from(self.minute.of(key)).unwrap_or(u32::MAX);
            minute = now.saturating_add(choice.minutes);
        }
        for (test, mask) in slice(&self.lines, node.lines) {
            if test.holds(next, minute) {
                shown |= mask;
            }
        }
        next = (next | shown) & node.keep;
        for clamp in slice(&self.clamps, node.clamps) {
            let value = clamp.place.of(next);
            let clamped = value.clamp(clamp.least, clamp.most);
            next ^= u128::from(value ^ clamped) << clamp.place.shift;
        }
        let minute = u128::from(minute.min(node.last_minute)) << self.minute.shift;
        Some(next | minute | u128::from(choice.goto))
    }
}

impl VarCode {
    fn new(source: &Source<'_>, var: usize, place: Place, kept: bool, steps: Vec<Effect>) -> Self {
        let (whole, own) = (source.layout.ranges.whole[var], &source.story.vars[var]);
        Self {
            place,
            least: i64::from(whole.least),
            most: i64::from(whole.most),
            start: (!kept).then_some(i64::from(own.start)),
            steps,
            range: (i64::from(own.min), i64::from(own.max)),
        }
    }

    /// Whether what was before makes no difference.
    fn is_constant(&self) -> bool {
        self.start.is_some()
            || self
                .steps
                .iter()
                .any(|step| matches!(step, Effect::Set(..)))
    }

    fn apply(&self, key: u128) -> u128 {
        let held = i64::try_from(self.place.of(key)).unwrap_or(0) + self.least;
        let mut value = self.start.unwrap_or(held);
        for step in &self.steps {
            let raw = match step {
                Effect::Add(_, number) => value + i64::from(*number),
                Effect::Set(_, number) => i64::from(*number),
            };
            value = raw.clamp(self.range.0, self.range.1);
        }
        let offset = value.min(self.most).max(self.least) - self.least;
        u128::from(u64::try_from(offset).unwrap_or(0)) << self.place.shift
    }
}

/// The facts that are kept in a node or asked about as it is entered, ascending.
fn arriving(layout: &Layout, node: NodeId, facts: &mut Vec<u32>) {
    facts.clear();
    facts.extend(layout.live(node));
    facts.extend(layout.entry.of(node));
    facts.sort_unstable();
    facts.dedup();
}

/// Whether the choices of a node are all there is to a turn in it.
fn is_plain(source: &Source<'_>, node: NodeId, simple: &[bool]) -> bool {
    let (layout, story) = (source.layout, source.story);
    let found = &story.nodes[node.index()];
    let Exit::Choices(choices) = &found.exit else {
        return false;
    };
    let thing_matters = |thing: &crate::scenario::ids::ThingKey| {
        layout.thing_is_read(node, *thing)
            || (!source.eager
                && story.thing(*thing).units.clone().any(|unit| {
                    layout.shown[unit as usize].is_some_and(|bit| layout.is_live(node, bit))
                }))
    };
    !found.things.iter().any(thing_matters)
        && choices.clone().all(|choice| {
            let choice = &story.choices[choice as usize];
            !Marks::of(&choice.when).are_mixed()
                && (story.is_ending(choice.goto) || simple[choice.goto.index()])
        })
}
