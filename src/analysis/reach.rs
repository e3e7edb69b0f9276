//! What can be come to at all with one set of draws, and when at the earliest.
//!
//! The search's own states are walked in the order of the scenario's clock.
//! Beside what points hang on, they keep apart what the lines that show a cue
//! or a lure hang on, so that every figure here is exact where the search was.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::scenario::ids::{ChoiceKey, DutyId, NodeId, OptionKey, TagId};
use crate::scenario::story::{Exit, Form, Input, Story};
use crate::session::bits::BitSet;
use crate::session::state::State;

use super::expand::{Edge, Expander, TurnAction};
use super::graph::END;
use super::logic::{Markable, tags_of};
use super::search::Search;
use super::turn::Turn;
use super::values::Value;

/// One way through a turn, by the number of the state it leads to.
struct Way {
    to: u32,
    minutes: u32,
    action: TurnAction,
}

/// What can be come to with one set of draws.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The draws.
    pub draws: Vec<u32>,
    /// Whether all states were searched; where they were not, nothing else here is known.
    pub exact: bool,
    /// How many states.
    pub states: usize,
    /// V and W from the start: the total, then the competences.
    pub values: Vec<Value>,
    /// Nodes that can be entered.
    pub nodes: BitSet,
    /// Choices that can be taken.
    pub choices: BitSet,
    /// Options that can be on offer.
    pub options: BitSet,
    /// For each cue and lure, the earliest minute at which a unit of it can be seen.
    pub tags: Vec<Option<u32>>,
    /// For each duty, the earliest minute at which it can be fulfilled.
    pub duties: Vec<Option<u32>>,
    /// For each duty that can be fulfilled: the shortest way to where it no longer can be.
    pub lost: Vec<Option<Path>>,
    /// The shortest way to a turn that has no way on.
    pub dead_end: Option<Path>,
    /// The shortest way to where no ending can be come to any more, though there is always something to do.
    pub closed_loop: Option<Path>,
}

/// Turns from the start, each with what is done in it.
#[derive(Debug, Clone, Default)]
pub struct Path {
    pub(super) steps: Vec<Step>,
    /// Where it leads.
    pub node: Option<NodeId>,
}

#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) action: TurnAction,
    pub(super) next: Option<Turn>,
}

impl Path {
    /// How many turns.
    #[must_use]
    pub fn turns(&self) -> usize {
        self.steps.len()
    }
}

/// Lines that show a cue or a lure.
#[must_use]
pub fn telling_lines(story: &Story) -> Vec<bool> {
    let shows = |unit: u32| {
        let unit = &story.units[unit as usize];
        !unit.cues.is_empty() || !unit.lures.is_empty()
    };
    story
        .lines
        .iter()
        .map(|line| line.prose.units.clone().any(shows))
        .collect()
}

impl Reach {
    /// Searches with these draws, to `bound` states at most.
    #[must_use]
    pub fn new(story: &Story, draws: &[u32], bound: usize) -> Self {
        let mut search = Search::watching(story, draws, bound, &telling_lines(story));
        let start = State::start(story, draws.to_vec(), &mut Vec::new());
        let values = (0..=story.competences.len())
            .map(|objective| search.value(&start, objective))
            .collect();
        let mut walk = Walk::new(&search, &start);
        let mut reach = Self {
            draws: draws.to_vec(),
            exact: search.is_exact(),
            states: search.states(),
            values,
            nodes: BitSet::new(story.nodes.len()),
            choices: BitSet::new(story.choices.len()),
            options: BitSet::new(story.options.len()),
            tags: vec![None; story.tags.len()],
            duties: vec![None; story.duties.len()],
            lost: vec![None; story.duties.len()],
            dead_end: None,
            closed_loop: None,
        };
        reach.exact = reach.exact && walk.run(&mut reach, &start);
        if reach.exact {
            walk.find_traps(&mut reach);
            walk.find_lost_duties(&mut reach);
        }
        reach
    }
}

struct Walk<'a, 's> {
    search: &'a Search<'s>,
    story: &'a Story,
    /// The ways of each state, in the order of states.
    ways: Vec<Vec<Way>>,
    /// Duties that can be fulfilled in each state's own turn.
    fulfils: Vec<Vec<DutyId>>,
    first: Option<u32>,
}

impl<'a, 's> Walk<'a, 's> {
    fn new(search: &'a Search<'s>, start: &State) -> Self {
        let first = search.settled(start).and_then(|turn| search.known(&turn));
        Self {
            search,
            story: search.story,
            ways: Vec::new(),
            fulfils: Vec::new(),
            first,
        }
    }

    /// Walks all states by the clock; false where a turn has too many ways to tell.
    fn run(&mut self, reach: &mut Reach, start: &State) -> bool {
        let story = self.story;
        enter(story, reach, start.node, 0);
        for (number, tag) in story.tags.iter().enumerate() {
            if tag.units.iter().any(|unit| start.shown.has(unit.index())) {
                earliest(&mut reach.tags[number], 0);
            }
        }
        let count = self.search.states();
        self.ways = (0..count).map(|_| Vec::new()).collect();
        self.fulfils = vec![Vec::new(); count];
        let mut minutes = vec![u32::MAX; count];
        let mut settled = vec![false; count];
        let mut queue = BinaryHeap::new();
        if let Some(first) = self.first {
            minutes[first as usize] = 0;
            queue.push((Reverse(0), Reverse(first)));
        }
        while let Some((Reverse(now), Reverse(state))) = queue.pop() {
            if std::mem::replace(&mut settled[state as usize], true) {
                continue;
            }
            let turn = self.search.turn(state);
            let Ok(edges) = self.search.edges(&turn) else {
                return false;
            };
            let expander = self.search.expander();
            self.form(&expander, &turn, now, state, reach);
            let mut ways: Vec<Way> = Vec::new();
            for edge in edges {
                let Some(way) = self.way(&expander, &turn, &edge, now, reach) else {
                    return false;
                };
                if ways
                    .iter()
                    .any(|known| known.to == way.to && known.action == way.action)
                {
                    continue;
                }
                if let TurnAction::Choose(choice) = &way.action {
                    for duty in &story.choice(*choice).fulfils {
                        self.fulfils[state as usize].push(*duty);
                    }
                }
                if way.to != END {
                    let then = now.saturating_add(way.minutes);
                    if then < minutes[way.to as usize] {
                        minutes[way.to as usize] = then;
                        queue.push((Reverse(then), Reverse(way.to)));
                    }
                }
                ways.push(way);
            }
            self.ways[state as usize] = ways;
        }
        true
    }

    /// Takes in one way through a turn: where it leads and what can be seen there.
    fn way(
        &self,
        expander: &Expander<'_>,
        turn: &Turn,
        edge: &Edge,
        now: u32,
        reach: &mut Reach,
    ) -> Option<Way> {
        let story = self.story;
        let looked = expander.looked(turn, &expander.branching_things(turn), edge.looked);
        let (left, goto) = expander.left(&looked, &edge.action)?;
        let minutes = match &edge.action {
            TurnAction::Choose(choice) => {
                reach.choices.insert(choice.index());
                story.choice(*choice).takes_minutes
            }
            TurnAction::Fill(_) => story
                .form_of(turn.node)
                .map_or(0, |form| form.takes_minutes),
        };
        let then = now.saturating_add(minutes);
        if let TurnAction::Choose(choice) = &edge.action {
            for duty in &story.choice(*choice).fulfils {
                earliest(&mut reach.duties[duty.index()], then);
            }
        }
        enter(story, reach, goto, then);
        self.lines(expander, &left, goto, then, reach);
        let to = match &edge.next {
            None => END,
            Some(next) => self.search.known(next)?,
        };
        Some(Way {
            to,
            minutes,
            action: edge.action.clone(),
        })
    }

    /// Which lines that tell something can be shown on entering a node.
    fn lines(
        &self,
        expander: &Expander<'_>,
        left: &Turn,
        goto: NodeId,
        then: u32,
        reach: &mut Reach,
    ) {
        let story = self.story;
        if story.is_ending(goto) {
            return;
        }
        for line in story.nodes[goto.index()].lines.clone() {
            let line = &story.lines[line as usize];
            let news: Vec<TagId> = line
                .prose
                .units
                .clone()
                .flat_map(|unit| story.unit_tags(crate::scenario::ids::UnitKey(unit)))
                .filter(|tag| reach.tags[tag.index()].is_none_or(|known| known > then))
                .collect();
            if news.is_empty() {
                continue;
            }
            let facts = expander.facts(left);
            let mut asked = Vec::new();
            tags_of(&line.when, &mut asked);
            let shown = |unit: usize| left.shows(&self.search.layout, unit);
            if Markable::new(asked, story, &shown).can_hold(&line.when, &facts) {
                for tag in news {
                    earliest(&mut reach.tags[tag.index()], then);
                }
            }
        }
    }

    /// Which options of a form can be on offer, and the duties they fulfil.
    fn form(
        &mut self,
        expander: &Expander<'_>,
        turn: &Turn,
        now: u32,
        state: u32,
        reach: &mut Reach,
    ) {
        let story = self.story;
        let Some(form) = story.form_of(turn.node) else {
            return;
        };
        let then = now.saturating_add(form.takes_minutes);
        let things = expander.branching_things(turn);
        let all = expander.looked(turn, &things, (1 << things.len().min(20)) - 1);
        for looked in [turn, &all] {
            for option in options_of(story, form) {
                if !self.can_be_offered(expander, looked, option) {
                    continue;
                }
                reach.options.insert(option.index());
                for duty in &story.option(option).fulfils {
                    earliest(&mut reach.duties[duty.index()], then);
                    let known = &mut self.fulfils[state as usize];
                    if !known.contains(duty) {
                        known.push(*duty);
                    }
                }
            }
        }
    }

    fn can_be_offered(&self, expander: &Expander<'_>, turn: &Turn, option: OptionKey) -> bool {
        let when = &self.story.option(option).when;
        let mut asked = Vec::new();
        tags_of(when, &mut asked);
        let shown = |unit: usize| turn.shows(&self.search.layout, unit);
        Markable::new(asked, self.story, &shown).can_hold(when, &expander.facts(turn))
    }

    /// Dead ends and loops without a way out.
    fn find_traps(&self, reach: &mut Reach) {
        let ends = |state: usize| self.ways[state].iter().any(|way| way.to == END);
        let stuck = |state: usize| self.ways[state].is_empty();
        let can_stop = self.backwards(&|state| ends(state) || stuck(state));
        let order = self.by_turns(&|_, _| true);
        let first = |wanted: &dyn Fn(usize) -> bool| {
            order
                .iter()
                .find(|(state, _)| wanted(*state as usize))
                .map(|(state, _)| self.path_to(*state, &order))
        };
        reach.dead_end = first(&stuck);
        reach.closed_loop = first(&|state| !can_stop[state]);
    }

    /// Which states can come to one that is `wanted`.
    fn backwards(&self, wanted: &dyn Fn(usize) -> bool) -> Vec<bool> {
        let count = self.ways.len();
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); count];
        for (state, ways) in self.ways.iter().enumerate() {
            for way in ways.iter().filter(|way| way.to != END) {
                before[way.to as usize].push(u32::try_from(state).unwrap_or(END));
            }
        }
        let mut found: Vec<bool> = (0..count).map(wanted).collect();
        let mut todo: Vec<usize> = (0..count).filter(|state| found[*state]).collect();
        while let Some(state) = todo.pop() {
            for earlier in std::mem::take(&mut before[state]) {
                if !std::mem::replace(&mut found[earlier as usize], true) {
                    todo.push(earlier as usize);
                }
            }
        }
        found
    }

    /// States in the order of turns from the start, along ways that are `taken`, each with the one before it.
    fn by_turns(&self, taken: &dyn Fn(usize, &Way) -> bool) -> Vec<(u32, u32)> {
        let mut known = vec![false; self.ways.len()];
        let mut order: Vec<(u32, u32)> = Vec::new();
        if let Some(first) = self.first {
            known[first as usize] = true;
            order.push((first, END));
        }
        let mut next = 0;
        while let Some((state, _)) = order.get(next).copied() {
            next += 1;
            for way in &self.ways[state as usize] {
                if way.to != END
                    && taken(state as usize, way)
                    && !std::mem::replace(&mut known[way.to as usize], true)
                {
                    order.push((way.to, state));
                }
            }
        }
        order
    }

    fn path_to(&self, state: u32, order: &[(u32, u32)]) -> Path {
        let before: std::collections::HashMap<u32, u32> = order.iter().copied().collect();
        let mut steps = Vec::new();
        let mut at = state;
        while let Some(earlier) = before.get(&at).copied().filter(|earlier| *earlier != END) {
            if let Some(way) = self.ways[earlier as usize].iter().find(|way| way.to == at) {
                steps.push(Step {
                    action: way.action.clone(),
                    next: Some(self.search.turn(at)),
                });
            }
            at = earlier;
        }
        steps.reverse();
        Path {
            steps,
            node: Some(self.search.turn(state).node),
        }
    }

    /// For each duty that applies and can be fulfilled: where it no longer can be.
    fn find_lost_duties(&self, reach: &mut Reach) {
        let facts = State::start(self.story, reach.draws.clone(), &mut Vec::new());
        for (number, duty) in self.story.duties.iter().enumerate() {
            let id = DutyId::at(number);
            if reach.duties[number].is_none() || !duty.applies.holds(&facts) {
                continue;
            }
            let can = self.backwards(&|state| self.fulfils[state].contains(&id));
            let order = self.by_turns(&|state, way| !self.must_fulfil(state, way, id));
            reach.lost[number] = order
                .iter()
                .find(|(state, _)| !can[*state as usize])
                .map(|(state, _)| self.path_to(*state, &order));
        }
    }

    /// Whether a way through a turn fulfils a duty whatever else is done in it.
    fn must_fulfil(&self, state: usize, way: &Way, duty: DutyId) -> bool {
        match &way.action {
            TurnAction::Choose(choice) => self.story.choice(*choice).fulfils.contains(&duty),
            TurnAction::Fill(options) => {
                self.fulfils[state].contains(&duty)
                    && options
                        .iter()
                        .any(|option| self.story.option(*option).fulfils.contains(&duty))
            }
        }
    }
}

fn options_of(story: &Story, form: &Form) -> impl Iterator<Item = OptionKey> {
    form.fields
        .clone()
        .flat_map(|field| match &story.fields[field as usize].input {
            Input::One(options) | Input::Many(options) => options.clone(),
            Input::Text { .. } => 0..0,
        })
        .map(OptionKey)
}

fn earliest(known: &mut Option<u32>, minute: u32) {
    *known = Some(known.map_or(minute, |known| known.min(minute)));
}

/// A node is entered: what can be looked at in it is in reach.
fn enter(story: &Story, reach: &mut Reach, node: NodeId, minute: u32) {
    reach.nodes.insert(node.index());
    for thing in &story.nodes[node.index()].things {
        for unit in story.thing(*thing).units.clone() {
            for tag in story.unit_tags(crate::scenario::ids::UnitKey(unit)) {
                earliest(&mut reach.tags[tag.index()], minute);
            }
        }
    }
}

/// Choices of a story that nothing can put on offer with these draws.
#[must_use]
pub fn never_on_offer(story: &Story, all: &[Reach]) -> Vec<ChoiceKey> {
    let mut never = Vec::new();
    for (number, node) in story.nodes.iter().enumerate() {
        let entered = all.iter().any(|reach| reach.nodes.has(number));
        let Exit::Choices(choices) = &node.exit else {
            continue;
        };
        // What stands in a node that nobody enters is told of the node.
        let choices = choices.clone().filter(|_| entered);
        never.extend(
            choices
                .filter(|choice| !all.iter().any(|reach| reach.choices.has(*choice as usize)))
                .map(ChoiceKey),
        );
    }
    never
}
