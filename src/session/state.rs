//! The state of play.

use crate::scenario::condition::Facts;
use crate::scenario::ids::{
    ChoiceKey, DrawId, DutyId, NodeId, OptionKey, TagId, ThingKey, UnitKey, VarId,
};
use crate::scenario::story::Story;

use super::bits::BitSet;
use super::rules::{self, Event};
use super::view::Mark;

/// How a playthrough stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// In a node.
    Playing,
    /// An ending was reached.
    Ended,
    /// The trainee ended it before an ending.
    Left,
}

/// The state of one playthrough (RULES section 2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// Where.
    pub node: NodeId,
    /// The scenario's clock.
    pub minute: u32,
    /// How it stands.
    pub status: Status,
    /// Broken off.
    pub paused: bool,
    /// Choose and fill done so far.
    pub turn: u32,
    /// Values of vars.
    pub vars: Vec<i32>,
    /// Index of the value of each draw.
    pub draws: Vec<u32>,
    /// Nodes entered.
    pub visited: BitSet,
    /// Choices taken.
    pub chosen: BitSet,
    /// Options ever chosen.
    pub filled: BitSet,
    /// Things looked at.
    pub inspected: BitSet,
    /// Units shown.
    pub shown: BitSet,
    /// The minute at which each duty was fulfilled first.
    pub fulfilled: Vec<Option<u32>>,
    /// The mark that stands on each unit.
    pub marks: Vec<Option<Mark>>,
    /// How many marks stand on each cue's and lure's units.
    pub tag_marks: Vec<u32>,
    /// Whether `decide` was done in this turn.
    pub decided: bool,
    /// What the last `decide` put on offer: choices, or options of the form.
    pub offer: Vec<u32>,
    /// The choice whose reasons may be given as the next action.
    pub rationale: Option<ChoiceKey>,
}

impl State {
    /// The state after entering the first node, with these draws.
    #[must_use]
    pub fn start(story: &Story, draws: Vec<u32>, events: &mut Vec<Event>) -> Self {
        let mut state = Self {
            node: story.start,
            minute: 0,
            status: Status::Playing,
            paused: false,
            turn: 0,
            vars: story.vars.iter().map(|var| var.start).collect(),
            draws,
            visited: BitSet::new(story.nodes.len()),
            chosen: BitSet::new(story.choices.len()),
            filled: BitSet::new(story.options.len()),
            inspected: BitSet::new(story.things.len()),
            shown: BitSet::new(story.units.len()),
            fulfilled: vec![None; story.duties.len()],
            marks: vec![None; story.units.len()],
            tag_marks: vec![0; story.tags.len()],
            decided: false,
            offer: Vec::new(),
            rationale: None,
        };
        rules::enter(story, &mut state, story.start, events);
        state
    }

    /// Takes over another state of the same story without taking new memory.
    pub fn copy_from(&mut self, other: &Self) {
        self.node = other.node;
        self.minute = other.minute;
        self.status = other.status;
        self.paused = other.paused;
        self.turn = other.turn;
        self.vars.clone_from(&other.vars);
        self.draws.clone_from(&other.draws);
        self.visited.copy_words(other.visited.words());
        self.chosen.copy_words(other.chosen.words());
        self.filled.copy_words(other.filled.words());
        self.inspected.copy_words(other.inspected.words());
        self.shown.copy_words(other.shown.words());
        self.fulfilled.clone_from(&other.fulfilled);
        self.marks.clone_from(&other.marks);
        self.tag_marks.clone_from(&other.tag_marks);
        self.decided = other.decided;
        self.offer.clone_from(&other.offer);
        self.rationale = other.rationale;
    }

    /// The units on which a mark stands.
    pub fn marked_units(&self) -> impl Iterator<Item = (UnitKey, Mark)> + '_ {
        self.marks
            .iter()
            .enumerate()
            .filter_map(|(index, mark)| mark.map(|mark| (UnitKey::at(index), mark)))
    }

    /// Whether the attempt is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.status != Status::Playing
    }
}

impl Facts for State {
    fn marked(&self, tag: TagId) -> bool {
        self.tag_marks
            .get(tag.index())
            .is_some_and(|count| *count > 0)
    }

    fn visited(&self, node: NodeId) -> bool {
        self.visited.has(node.index())
    }

    fn chose(&self, choice: ChoiceKey) -> bool {
        self.chosen.has(choice.index())
    }

    fn filled(&self, option: OptionKey) -> bool {
        self.filled.has(option.index())
    }

    fn inspected(&self, thing: ThingKey) -> bool {
        self.inspected.has(thing.index())
    }

    fn drew(&self, draw: DrawId) -> u32 {
        self.draws.get(draw.index()).copied().unwrap_or_default()
    }

    fn var(&self, var: VarId) -> i32 {
        self.vars.get(var.index()).copied().unwrap_or_default()
    }

    fn fulfilled(&self, duty: DutyId) -> bool {
        self.fulfilled
            .get(duty.index())
            .is_some_and(Option::is_some)
    }

    fn minute(&self) -> u32 {
        self.minute
    }
}
