//! What one whole turn can come to: every action that free looking and marking
//! can put on offer, with its points and the turn that follows.

use hashbrown::{HashMap, HashSet};

use crate::scenario::condition::Facts;
use crate::scenario::ids::{ChoiceKey, NodeId, OptionKey, TagId, ThingKey};
use crate::scenario::story::{Exit, Form, Story};
use crate::session::rules::changed;

use super::filling::{FormProblem, fillings, offered};
use super::layout::Layout;
use super::logic::{Markable, Truth, tags_of, three_valued};
use super::turn::{Turn, TurnFacts};

/// Most things of one node whose looking-at can be told apart.
pub(super) const THINGS: usize = 16;
/// Most sets of marks tried for the lines of one node.
const LINE_MARKS: usize = 1 << 16;
/// Most bytes of the ways through one turn, as far as that leaves so many ways, and most ways.
const BYTES: usize = 1 << 27;
const LEAST_EDGES: usize = 1 << 12;
const MOST_EDGES: usize = 1 << 18;
/// More actions than these are found by their hash.
const FEW: usize = 16;

/// What leaves a turn.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TurnAction {
    /// A choice.
    Choose(ChoiceKey),
    /// A filling, its options ascending.
    Fill(Vec<OptionKey>),
}

/// One way through a turn.
#[derive(Debug, Clone)]
pub(crate) struct Edge {
    pub(super) action: TurnAction,
    /// Points by objective, total first.
    pub(super) gain: Vec<i32>,
    /// The turn that follows; absent for an ending.
    pub(super) next: Option<Turn>,
    /// No mark is needed for it.
    pub(super) unmarked: bool,
    /// What was looked at: a bit for each of [`Expander::branching_things`].
    pub(super) looked: usize,
}

/// Too many ways to tell within the bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany;

pub(super) struct Expander<'a> {
    pub(super) story: &'a Story,
    pub(super) layout: &'a Layout,
    pub(super) draws: &'a [u32],
    pub(super) eager: bool,
}

/// Adds what is not there yet, in its order; what is there may need no mark by either.
fn join(actions: &mut Vec<(TurnAction, bool)>, more: &[(TurnAction, bool)]) {
    // Few are found quicker by looking at each.
    if actions.len() <= FEW {
        for (action, unmarked) in more {
            match actions.iter_mut().find(|(known, _)| known == action) {
                Some((_, known)) => *known |= unmarked,
                None => actions.push((action.clone(), *unmarked)),
            }
        }
        return;
    }
    let places: HashMap<TurnAction, usize> = (actions.iter().map(|(action, _)| action.clone()))
        .zip(0..)
        .collect();
    for (action, unmarked) in more {
        match places.get(action) {
            Some(known) => actions[*known].1 |= unmarked,
            None => actions.push((action.clone(), *unmarked)),
        }
    }
}

impl Expander<'_> {
    pub(super) fn objectives(&self) -> usize {
        1 + self.story.competences.len()
    }

    pub(super) fn facts<'t>(&'t self, turn: &'t Turn) -> TurnFacts<'t> {
        TurnFacts {
            turn,
            layout: self.layout,
            draws: self.draws,
        }
    }

    /// The points of a choice by objective.
    pub(super) fn choice_gain(&self, choice: ChoiceKey) -> Vec<i32> {
        let mut gain = vec![0; self.objectives()];
        for (competence, points) in &self.story.choice(choice).assess {
            gain[0] += points;
            gain[1 + competence.index()] += points;
        }
        gain
    }

    fn option_points(&self, turn: &Turn, option: OptionKey, objective: usize) -> i32 {
        if self.facts(turn).filled(option) {
            return 0;
        }
        self.story
            .option(option)
            .assess
            .iter()
            .filter(|(competence, _)| objective == 0 || competence.index() + 1 == objective)
            .map(|(_, points)| points)
            .sum()
    }

    pub(super) fn filling_gain(&self, turn: &Turn, options: &[OptionKey]) -> Vec<i32> {
        (0..self.objectives())
            .map(|objective| {
                options
                    .iter()
                    .map(|option| self.option_points(turn, *option, objective))
                    .sum()
            })
            .collect()
    }

    /// The points of an action over all competences.
    pub(super) fn total_gain(&self, turn: &Turn, action: &TurnAction) -> i64 {
        let points: i32 = match action {
            TurnAction::Choose(choice) => self
                .story
                .choice(*choice)
                .assess
                .iter()
                .map(|(_, points)| points)
                .sum(),
            TurnAction::Fill(options) => options
                .iter()
                .map(|option| self.option_points(turn, *option, 0))
                .sum(),
        };
        i64::from(points)
    }

    /// Things whose looking-at makes a difference that can be told.
    pub(super) fn branching_things(&self, turn: &Turn) -> Vec<ThingKey> {
        let node = &self.story.nodes[turn.node.index()];
        let open = |thing: &&ThingKey| {
            let read = self.layout.thing_is_read(turn.node, **thing);
            if read {
                return !self.facts(turn).inspected(**thing);
            }
            // Without the eager rule, showing a thing's units is a difference of its own.
            !self.eager
                && self.story.thing(**thing).units.clone().any(|unit| {
                    self.layout.shown[unit as usize]
                        .is_some_and(|bit| self.layout.is_live(turn.node, bit))
                        && !turn.shows(self.layout, unit as usize)
                })
        };
        node.things.iter().filter(open).copied().collect()
    }

    pub(super) fn looked(&self, turn: &Turn, things: &[ThingKey], subset: usize) -> Turn {
        let mut looked = turn.clone();
        for (index, thing) in things.iter().enumerate() {
            if subset >> index & 1 == 1 {
                looked.set(self.layout.inspected[thing.index()]);
                looked.show_thing(self.story, self.layout, *thing);
            }
        }
        looked
    }

    /// Every way through the turn. Each action may stand several times, with different turns after it.
    pub(super) fn edges(
        &self,
        turn: &Turn,
        forced: &[(OptionKey, bool)],
    ) -> Result<Vec<Edge>, TooMany> {
        let things = self.branching_things(turn);
        if things.len() > THINGS {
            return Err(TooMany);
        }
        let subsets = 1usize << things.len();
        let room = self.room(turn);
        let mut edges: Vec<Edge> = Vec::new();
        // Which actions can be on offer after looking at some of exactly these things.
        let mut on_offer: Vec<Vec<(TurnAction, bool)>> = Vec::with_capacity(subsets);
        let mut held = 0;
        for subset in 0..subsets {
            let looked = self.looked(turn, &things, subset);
            let mut actions = self.actions(&looked, forced)?;
            for fewer in (0..things.len())
                .filter(|bit| subset >> bit & 1 == 1)
                .map(|bit| subset ^ (1 << bit))
            {
                join(&mut actions, &on_offer[fewer]);
            }
            for (action, unmarked) in &actions {
                for next in self.after(&looked, action)? {
                    let gain = match action {
                        TurnAction::Choose(choice) => self.choice_gain(*choice),
                        TurnAction::Fill(options) => self.filling_gain(turn, options),
                    };
                    edges.push(Edge {
                        action: action.clone(),
                        gain,
                        next,
                        unmarked: *unmarked,
                        looked: subset,
                    });
                }
            }
            held += actions.len();
            if edges.len().max(held) > room {
                return Err(TooMany);
            }
            on_offer.push(actions);
        }
        Ok(edges)
    }

    /// How many turns like this one may be held at once.
    fn room(&self, turn: &Turn) -> usize {
        let bytes = size_of::<Edge>() + turn.bytes() + self.objectives() * size_of::<i32>();
        (BYTES / bytes).clamp(LEAST_EDGES, MOST_EDGES)
    }

    pub(super) fn actions(
        &self,
        turn: &Turn,
        forced: &[(OptionKey, bool)],
    ) -> Result<Vec<(TurnAction, bool)>, TooMany> {
        let facts = self.facts(turn);
        let shown = |unit: usize| turn.shows(self.layout, unit);
        match &self.story.nodes[turn.node.index()].exit {
            Exit::Ending { .. } => Ok(Vec::new()),
            Exit::Choices(choices) => choices
                .clone()
                .map(ChoiceKey)
                .filter(|key| self.story.choice(*key).again || !facts.chose(*key))
                .filter_map(|key| {
                    let condition = &self.story.choice(key).when;
                    if condition.holds(&facts) {
                        return Some(Ok((TurnAction::Choose(key), true)));
                    }
                    let mut tags = Vec::new();
                    tags_of(condition, &mut tags);
                    if tags.is_empty() {
                        return None;
                    }
                    match Markable::new(tags, self.story, &shown).can_hold(condition, &facts) {
                        Some(true) => Some(Ok((TurnAction::Choose(key), false))),
                        Some(false) => None,
                        None => Some(Err(TooMany)),
                    }
                })
                .collect(),
            Exit::Form(form) => {
                let found = self.fillings(turn, form, None, forced)?;
                // A form that can be submitted without any mark is an exit for everybody.
                let bare = form.fields.clone().all(|field| {
                    match &self.story.fields[field as usize].input {
                        crate::scenario::story::Input::One(options) => options
                            .clone()
                            .any(|option| self.story.options[option as usize].when.holds(&facts)),
                        _ => true,
                    }
                });
                Ok(found
                    .into_iter()
                    .map(|options| (TurnAction::Fill(options), bare))
                    .collect())
            }
        }
    }

    /// The fillings that matter: with marks free, or with the offer as it stands.
    pub(super) fn fillings(
        &self,
        turn: &Turn,
        form: &Form,
        offer: Option<&[u32]>,
        forced: &[(OptionKey, bool)],
    ) -> Result<Vec<Vec<OptionKey>>, TooMany> {
        let facts = self.facts(turn);
        let shown = |unit: usize| turn.shows(self.layout, unit);
        let markable = |tag: TagId| {
            self.story.tags[tag.index()]
                .units
                .iter()
                .any(|unit| shown(unit.index()))
        };
        let mut offered: Vec<(OptionKey, Truth)> = form
            .fields
            .clone()
            .flat_map(|field| self.story.fields[field as usize].input.options())
            .map(|number| {
                let truth = match offer {
                    Some(offer) => offer.contains(&number).into(),
                    None => offered(&self.story.options[number as usize].when, &facts, &markable),
                };
                (OptionKey(number), truth)
            })
            .collect();
        offered.sort_unstable_by_key(|(option, _)| option.0);
        let comes_again = form
            .fields
            .clone()
            .flat_map(|field| self.story.fields[field as usize].input.options())
            .any(|option| self.layout.option_is_kept(form.goto, OptionKey(option)));
        fillings(&FormProblem {
            story: self.story,
            form,
            facts: &facts,
            offered,
            shown: &shown,
            read: &|option| self.layout.option_is_read(self.story, form.goto, option),
            comes_again,
            points: &|option, objective| self.option_points(turn, option, objective),
            objectives: self.objectives(),
            forced,
        })
        .ok_or(TooMany)
    }

    /// The turns that can follow an action: one for each set of units that its
    /// lines can show. `None` is an ending.
    pub(super) fn after(
        &self,
        turn: &Turn,
        action: &TurnAction,
    ) -> Result<Vec<Option<Turn>>, TooMany> {
        match self.left(turn, action) {
            None => Ok(Vec::new()),
            Some((_, goto)) if self.story.is_ending(goto) => Ok(vec![None]),
            Some((next, goto)) => self.entered(next, goto),
        }
    }

    /// What an action does before the node it leads to is entered.
    pub(super) fn left(&self, turn: &Turn, action: &TurnAction) -> Option<(Turn, NodeId)> {
        let mut next = turn.clone();
        let goto = match action {
            TurnAction::Choose(choice) => {
                let found = self.story.choice(*choice);
                next.set(self.layout.chosen[choice.index()]);
                next.minute = next.minute.saturating_add(found.takes_minutes);
                for effect in &found.effects {
                    let (crate::scenario::story::Effect::Add(var, _)
                    | crate::scenario::story::Effect::Set(var, _)) = effect;
                    next.vars[var.index()] = changed(self.story, next.vars[var.index()], *effect);
                }
                found
                    .fulfils
                    .iter()
                    .for_each(|duty| next.set(self.layout.fulfilled[duty.index()]));
                found.goto
            }
            TurnAction::Fill(options) => {
                let form = self.story.form_of(turn.node)?;
                next.minute = next.minute.saturating_add(form.takes_minutes);
                for option in options {
                    next.set(self.layout.filled[option.index()]);
                    self.story
                        .option(*option)
                        .fulfils
                        .iter()
                        .for_each(|duty| next.set(self.layout.fulfilled[duty.index()]));
                }
                form.goto
            }
        };
        Some((next, goto))
    }

    fn entered(&self, mut next: Turn, goto: NodeId) -> Result<Vec<Option<Turn>>, TooMany> {
        let mut shown_sets: Vec<Vec<u32>> = Vec::new();
        {
            let facts = self.facts(&next);
            let can_mark = |tag: TagId| {
                self.story.tags[tag.index()]
                    .units
                    .iter()
                    .any(|unit| next.shows(self.layout, unit.index()))
            };
            let mark = |tag: TagId| {
                if can_mark(tag) {
                    Truth::Free
                } else {
                    Truth::False
                }
            };
            let mut certain: Vec<u32> = Vec::new();
            let mut open: Vec<u32> = Vec::new();
            for line in self.story.nodes[goto.index()].lines.clone() {
                let found = &self.story.lines[line as usize];
                if !self.layout.telling[line as usize] {
                    continue;
                }
                match three_valued(&found.when, &facts, &mark) {
                    Truth::True => certain.push(line),
                    Truth::False => {}
                    Truth::Free => open.push(line),
                }
            }
            if open.is_empty() {
                shown_sets.push(certain);
            } else {
                let mut tags = Vec::new();
                open.iter()
                    .for_each(|line| tags_of(&self.story.lines[*line as usize].when, &mut tags));
                let markable =
                    Markable::new(tags, self.story, &|unit| next.shows(self.layout, unit));
                let everything = markable.everything();
                let all = super::logic::WithMarks {
                    facts: &facts,
                    marked: &everything,
                };
                if self.eager
                    && open
                        .iter()
                        .all(|line| self.story.lines[*line as usize].when.holds(&all))
                {
                    // Showing more only ever opens more: the set with all of them stands for the rest.
                    certain.append(&mut open);
                    shown_sets.push(certain.clone());
                }
                let room = self.room(&next);
                let mut met: HashSet<Vec<u32>> = HashSet::new();
                let complete =
                    if shown_sets.is_empty() {
                        markable.each_set(LINE_MARKS, &mut |marked| {
                            let facts = super::logic::WithMarks {
                                facts: &facts,
                                marked,
                            };
                            let mut lines = certain.clone();
                            lines.extend(open.iter().filter(|line| {
                                self.story.lines[**line as usize].when.holds(&facts)
                            }));
                            if met.insert(lines.clone()) {
                                shown_sets.push(lines);
                            }
                            shown_sets.len() > room
                        })
                    } else {
                        Some(false)
                    };
                if complete != Some(false) {
                    return Err(TooMany);
                }
            }
        }
        next.node = goto;
        next.set(self.layout.visited[goto.index()]);
        Ok(shown_sets
            .into_iter()
            .map(|lines| {
                let mut turn = next.clone();
                for unit in lines
                    .iter()
                    .flat_map(|line| self.story.lines[*line as usize].prose.units.clone())
                {
                    turn.show_unit(self.layout, unit as usize);
                }
                turn.settle(self.story, self.layout, self.eager);
                Some(turn)
            })
            .collect())
    }
}
