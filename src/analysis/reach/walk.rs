//! All states by the scenario's clock: what is entered, shown, offered and fulfilled, and when first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hashbrown::{HashMap, HashSet};

use crate::scenario::ids::{ChoiceKey, DutyId, NodeId, OptionKey, TagId, UnitKey};
use crate::scenario::story::{Form, Story};
use crate::session::bits::BitSet;
use crate::session::state::State;

use super::super::expand::{Expander, TurnAction};
use super::super::graph::END;
use super::super::logic::{Markable, tags_of};
use super::super::search::Search;
use super::super::turn::Turn;
use super::Reach;
use super::ways::{Way, Ways};

/// The bound came first: of bytes, of work, or of what can be told of one turn.
pub(super) struct Bounded;

/// A walk over all states of a search.
pub(super) struct Walk<'a, 's> {
    search: &'a Search<'s>,
    story: &'a Story,
    pub(super) ways: Ways,
    /// Fillings, numbered after the choices.
    fillings: Vec<Vec<OptionKey>>,
    numbers: HashMap<Vec<OptionKey>, u32>,
    /// Duties that can be fulfilled in the turns of states.
    pub(super) fulfils: Vec<(DutyId, u32)>,
    pub(super) first: Option<u32>,
    /// The earliest minute at which each node was entered so far.
    entered: Vec<u32>,
    minutes: Vec<u32>,
    queue: BinaryHeap<(Reverse<u32>, Reverse<u32>)>,
    /// Bytes that may be held, those held by fillings, and how much was tried.
    room: usize,
    held: usize,
    tried: usize,
}

impl<'a, 's> Walk<'a, 's> {
    pub(super) fn new(search: &'a Search<'s>, start: &State) -> Self {
        let states = search.states();
        Self {
            first: search.settled(start).and_then(|turn| search.known(&turn)),
            search,
            story: search.story,
            ways: Ways::new(states),
            fillings: Vec::new(),
            numbers: HashMap::new(),
            fulfils: Vec::new(),
            entered: vec![u32::MAX; search.story.nodes.len()],
            minutes: vec![u32::MAX; states],
            queue: BinaryHeap::new(),
            // Going back takes as much again, without what is done on each way.
            room: search.bytes_left() / 2,
            held: 0,
            tried: 0,
        }
    }

    /// Walks all states.
    pub(super) fn run(&mut self, reach: &mut Reach, start: &State) -> Result<(), Bounded> {
        self.enter(reach, start.node, 0);
        for (number, tag) in self.story.tags.iter().enumerate() {
            if tag.units.iter().any(|unit| start.shown.has(unit.index())) {
                earliest(&mut reach.tags[number], 0);
            }
        }
        let mut settled = BitSet::new(self.ways.states());
        self.arrive(self.first.unwrap_or(END), 0);
        let mut ways = Vec::new();
        while let Some((Reverse(now), Reverse(state))) = self.queue.pop() {
            if !settled.insert(state as usize) {
                continue;
            }
            ways.clear();
            if self.search.is_plain(state) {
                self.plain(reach, state, now, &mut ways)?;
            } else {
                self.expanded(reach, state, now, &mut ways)?;
            }
            if !self.ways.tell(state, &ways) || self.is_full() {
                return Err(Bounded);
            }
        }
        Ok(())
    }

    fn is_full(&self) -> bool {
        let bytes = self.ways.bytes()
            + self.held
            + self.queue.capacity() * size_of::<(u32, u32)>()
            + self.fulfils.capacity() * size_of::<(DutyId, u32)>();
        bytes > self.room || self.tried > self.search.most_work()
    }

    fn arrive(&mut self, state: u32, then: u32) {
        if let Some(known) = self.minutes.get_mut(state as usize)
            && then < *known
        {
            *known = then;
            self.queue.push((Reverse(then), Reverse(state)));
        }
    }

    /// A turn whose choices are all there is to it.
    fn plain(
        &mut self,
        reach: &mut Reach,
        state: u32,
        now: u32,
        ways: &mut Vec<Way>,
    ) -> Result<(), Bounded> {
        let (search, story) = (self.search, self.story);
        let mut turn = None;
        for (key, to) in search.plain_ways(state) {
            let then = self.chosen(reach, state, key, now);
            let choice = story.choice(key);
            self.enter(reach, choice.goto, then);
            if self.has_news(reach, choice.goto, then) {
                let turn = turn.get_or_insert_with(|| search.turn(state));
                let left = search.expander().left(turn, &TurnAction::Choose(key));
                if let Some((left, goto)) = left {
                    self.lines(reach, &left, goto, then)?;
                }
            }
            self.arrive(to, then);
            ways.push(Way { to, action: key.0 });
        }
        Ok(())
    }

    /// Any other turn.
    fn expanded(
        &mut self,
        reach: &mut Reach,
        state: u32,
        now: u32,
        ways: &mut Vec<Way>,
    ) -> Result<(), Bounded> {
        let (search, story) = (self.search, self.story);
        let expander = search.expander();
        let turn = search.turn(state);
        let edges = search.edges(&turn).map_err(|_| Bounded)?;
        let things = expander.branching_things(&turn);
        self.tried += edges.len() + (1 << things.len());
        if let Some(form) = story.form_of(turn.node) {
            self.form(reach, form, &turn, now, state)?;
        }
        let mut met: HashSet<(u32, u32)> = HashSet::new();
        for edge in edges {
            let looked = expander.looked(&turn, &things, edge.looked);
            let (left, goto) = expander.left(&looked, &edge.action).ok_or(Bounded)?;
            let then = match &edge.action {
                TurnAction::Choose(key) => self.chosen(reach, state, *key, now),
                TurnAction::Fill(_) => now.saturating_add(
                    story
                        .form_of(turn.node)
                        .map_or(0, |form| form.takes_minutes),
                ),
            };
            self.enter(reach, goto, then);
            if self.has_news(reach, goto, then) {
                self.lines(reach, &left, goto, then)?;
            }
            let to = match &edge.next {
                None => END,
                Some(next) => search.known(next).ok_or(Bounded)?,
            };
            let action = self.number(edge.action);
            if met.insert((to, action)) {
                self.arrive(to, then);
                ways.push(Way { to, action });
            }
        }
        Ok(())
    }

    /// Takes in that a choice can be taken; the minute after it.
    fn chosen(&mut self, reach: &mut Reach, state: u32, key: ChoiceKey, now: u32) -> u32 {
        let choice = self.story.choice(key);
        reach.choices.insert(key.index());
        let then = now.saturating_add(choice.takes_minutes);
        for duty in &choice.fulfils {
            earliest(&mut reach.duties[duty.index()], then);
            self.fulfil(*duty, state);
        }
        then
    }

    fn fulfil(&mut self, duty: DutyId, state: u32) {
        // Those of one state stand together, at the end.
        let own = self
            .fulfils
            .iter()
            .rev()
            .take_while(|known| known.1 == state);
        if !own.into_iter().any(|known| known.0 == duty) {
            self.fulfils.push((duty, state));
        }
    }

    /// A node is entered: what can be looked at in it is in reach.
    fn enter(&mut self, reach: &mut Reach, node: NodeId, then: u32) {
        if self.entered[node.index()] <= then {
            return;
        }
        self.entered[node.index()] = then;
        reach.nodes.insert(node.index());
        for thing in &self.story.nodes[node.index()].things {
            for unit in self.story.thing(*thing).units.clone() {
                for tag in self.story.unit_tags(UnitKey(unit)) {
                    earliest(&mut reach.tags[tag.index()], then);
                }
            }
        }
    }

    /// Whether a line of a node could show something earlier than is known.
    fn has_news(&self, reach: &Reach, node: NodeId, then: u32) -> bool {
        !self.story.is_ending(node)
            && self.story.nodes[node.index()]
                .lines
                .clone()
                .any(|line| news(self.story, reach, line, then).next().is_some())
    }

    /// Which lines that tell something can be shown on entering a node.
    fn lines(
        &mut self,
        reach: &mut Reach,
        left: &Turn,
        goto: NodeId,
        then: u32,
    ) -> Result<(), Bounded> {
        let (search, story) = (self.search, self.story);
        let expander = search.expander();
        let facts = expander.facts(left);
        let shown = |unit: usize| left.shows(&search.layout, unit);
        for line in story.nodes[goto.index()].lines.clone() {
            let news: Vec<TagId> = news(story, reach, line, then).collect();
            if news.is_empty() {
                continue;
            }
            self.tried += 1;
            let when = &story.lines[line as usize].when;
            let mut asked = Vec::new();
            tags_of(when, &mut asked);
            if Markable::new(asked, story, &shown)
                .can_hold(when, &facts)
                .ok_or(Bounded)?
            {
                for tag in news {
                    earliest(&mut reach.tags[tag.index()], then);
                }
            }
        }
        Ok(())
    }

    /// Which options of a form can be on offer, and the duties they fulfil.
    fn form(
        &mut self,
        reach: &mut Reach,
        form: &Form,
        turn: &Turn,
        now: u32,
        state: u32,
    ) -> Result<(), Bounded> {
        let story = self.story;
        let expander = self.search.expander();
        let then = now.saturating_add(form.takes_minutes);
        let things = expander.branching_things(turn);
        let everything = (1usize << things.len()) - 1;
        for option in form
            .fields
            .clone()
            .flat_map(|field| story.fields[field as usize].input.options())
            .map(OptionKey)
        {
            // Nothing more, everything, then what lies between.
            let subsets = [0, everything].into_iter().chain(1..everything);
            for subset in subsets.take(everything + 1) {
                self.tried += 1;
                let looked = expander.looked(turn, &things, subset);
                if self.can_be_offered(&expander, &looked, option)? {
                    reach.options.insert(option.index());
                    for duty in &story.option(option).fulfils {
                        earliest(&mut reach.duties[duty.index()], then);
                        self.fulfil(*duty, state);
                    }
                    break;
                }
                if self.tried > self.search.most_work() {
                    return Err(Bounded);
                }
            }
        }
        Ok(())
    }

    fn can_be_offered(
        &self,
        expander: &Expander<'_>,
        turn: &Turn,
        option: OptionKey,
    ) -> Result<bool, Bounded> {
        let when = &self.story.option(option).when;
        let mut asked = Vec::new();
        tags_of(when, &mut asked);
        let shown = |unit: usize| turn.shows(&self.search.layout, unit);
        Markable::new(asked, self.story, &shown)
            .can_hold(when, &expander.facts(turn))
            .ok_or(Bounded)
    }

    fn number(&mut self, action: TurnAction) -> u32 {
        let options = match action {
            TurnAction::Choose(key) => return key.0,
            TurnAction::Fill(options) => options,
        };
        if let Some(known) = self.numbers.get(&options) {
            return *known;
        }
        let next = self.story.choices.len() + self.fillings.len();
        let number = u32::try_from(next).unwrap_or(u32::MAX);
        self.held += 2 * (size_of_val(&*options) + size_of::<Vec<OptionKey>>());
        self.fillings.push(options.clone());
        self.numbers.insert(options, number);
        number
    }

    /// What is done on a way.
    pub(super) fn action(&self, way: Way) -> TurnAction {
        let filling = (way.action as usize).checked_sub(self.story.choices.len());
        match filling.and_then(|number| self.fillings.get(number)) {
            Some(options) => TurnAction::Fill(options.clone()),
            None => TurnAction::Choose(ChoiceKey(way.action)),
        }
    }

    /// Whether what is done on a way fulfils a duty, whatever else is done in the turn.
    pub(super) fn fulfilled_on(&self, way: Way, duty: DutyId) -> bool {
        let filling = (way.action as usize).checked_sub(self.story.choices.len());
        match filling.and_then(|number| self.fillings.get(number)) {
            Some(options) => options
                .iter()
                .any(|option| self.story.option(*option).fulfils.contains(&duty)),
            None => self
                .story
                .choice(ChoiceKey(way.action))
                .fulfils
                .contains(&duty),
        }
    }
}

/// The cues and lures of a line that are not known to be seen so early.
fn news<'r>(
    story: &'r Story,
    reach: &'r Reach,
    line: u32,
    then: u32,
) -> impl Iterator<Item = TagId> + 'r {
    story.lines[line as usize]
        .prose
        .units
        .clone()
        .flat_map(|unit| story.unit_tags(UnitKey(unit)))
        .filter(move |tag| reach.tags[tag.index()].is_none_or(|known| known > then))
}

fn earliest(known: &mut Option<u32>, minute: u32) {
    *known = Some(known.map_or(minute, |known| known.min(minute)));
}
