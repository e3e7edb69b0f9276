//! From a way through the search's states to a play: the very actions, which the rules accept.
//!
//! The search knows that some looking and marking puts an action on offer, and
//! that some marks show what follows; here they are found again, turn by turn.

use crate::scenario::condition::Condition;
use crate::scenario::ids::{ChoiceKey, FieldKey, OptionKey, TagId, ThingKey, UnitKey};
use crate::scenario::story::{Exit, Story};
use crate::session::moves::{Answer, Move};
use crate::session::rules::apply;
use crate::session::state::State;
use crate::session::view::{ConcernKey, Mark, Sureness};

use super::expand::TurnAction;
use super::logic::tags_of;
use super::reach::{Path, Step};
use super::search::Search;

/// Most things whose looking-at is tried in all ways.
const THINGS: usize = 8;
/// Most sentences whose marks are tried in all ways.
const MARKS: usize = 10;

/// The actions of a path from the start; absent where they are not found again
/// within bounds, or within what is `left` of the ways to try, which is then less.
#[must_use]
pub fn actions_of(
    search: &Search<'_>,
    draws: &[u32],
    path: &Path,
    left: &mut usize,
) -> Option<Vec<Move>> {
    let mut state = State::start(search.story, draws.to_vec(), &mut Vec::new());
    let mut actions = Vec::new();
    for step in &path.steps {
        turn(search, &mut state, step, &mut actions, left)?;
    }
    Some(actions)
}

/// Plays one turn of a path.
fn turn(
    search: &Search<'_>,
    state: &mut State,
    step: &Step,
    actions: &mut Vec<Move>,
    left: &mut usize,
) -> Option<()> {
    let story = search.story;
    let (open, free): (Vec<ThingKey>, Vec<ThingKey>) = story.nodes[state.node.index()]
        .things
        .iter()
        .copied()
        .filter(|thing| !state.inspected.has(thing.index()))
        .partition(|thing| search.looking_matters(state.node, *thing));
    let open = &open[..open.len().min(THINGS)];
    // Nothing more, everything, then what lies between.
    let everything = (1usize << open.len()) - 1;
    let subsets = [0, everything].into_iter().chain(1..everything);
    for looked in subsets {
        for earlier in [looked, 0].into_iter().chain(1..looked) {
            if earlier & looked != earlier {
                continue;
            }
            *left = left.checked_sub(1)?;
            let mut tried = state.clone();
            let mut made = Vec::new();
            let mut at = Play {
                story,
                state: &mut tried,
                made: &mut made,
                left,
            };
            let found = free.iter().all(|thing| at.act(Move::Inspect(*thing)))
                && at.look(open, earlier)
                && at.decide_for(&step.action)
                && at.look(open, looked & !earlier)
                && at.leave_by(search, step);
            if found {
                *state = tried;
                actions.append(&mut made);
                return Some(());
            }
        }
    }
    None
}

struct Play<'p> {
    story: &'p Story,
    state: &'p mut State,
    made: &'p mut Vec<Move>,
    left: &'p mut usize,
}

impl Play<'_> {
    fn act(&mut self, action: Move) -> bool {
        let done = apply(self.story, self.state, &action, &mut Vec::new()).is_ok();
        if done {
            self.made.push(action);
        }
        done
    }

    /// Whether another way may be tried.
    fn tries(&mut self) -> bool {
        let may = *self.left > 0;
        *self.left = self.left.saturating_sub(1);
        may
    }

    fn look(&mut self, things: &[ThingKey], subset: usize) -> bool {
        things
            .iter()
            .enumerate()
            .filter(|(index, _)| subset >> index & 1 == 1)
            .all(|(_, thing)| self.act(Move::Inspect(*thing)))
    }

    /// Shown sentences whose marks can matter to these conditions, one of each kind.
    fn sentences(&self, conditions: &[&Condition]) -> Vec<UnitKey> {
        let mut asked: Vec<TagId> = Vec::new();
        conditions
            .iter()
            .for_each(|condition| tags_of(condition, &mut asked));
        let mut kinds: Vec<Vec<TagId>> = Vec::new();
        let mut found = Vec::new();
        for number in self.state.shown.iter() {
            let unit = UnitKey::at(number);
            let kind: Vec<TagId> = self
                .story
                .unit_tags(unit)
                .filter(|tag| asked.contains(tag))
                .collect();
            if !kind.is_empty() && !kinds.contains(&kind) {
                kinds.push(kind);
                found.push(unit);
            }
        }
        found.truncate(MARKS);
        found
    }

    /// Makes exactly these of the sentences marked, and none besides that bears the same cues.
    fn mark_only(&mut self, of: &[UnitKey], subset: usize) -> bool {
        let asked: Vec<TagId> = of
            .iter()
            .flat_map(|unit| self.story.unit_tags(*unit))
            .collect();
        let standing: Vec<UnitKey> = self.state.marked_units().map(|(unit, _)| unit).collect();
        let chosen = |unit: UnitKey| {
            of.iter()
                .position(|known| *known == unit)
                .is_some_and(|index| subset >> index & 1 == 1)
        };
        for unit in standing {
            if self.story.unit_tags(unit).any(|tag| asked.contains(&tag)) && !chosen(unit) {
                self.act(Move::Unmark(unit));
            }
        }
        let mark = Mark {
            concern: ConcernKey(0),
            sure: Sureness::Concerned,
        };
        of.iter().all(|unit| {
            !chosen(*unit)
                || self.state.marks[unit.index()].is_some()
                || self.act(Move::Mark(*unit, mark))
        })
    }

    /// Marks what puts the action on offer, and decides.
    fn decide_for(&mut self, action: &TurnAction) -> bool {
        let story = self.story;
        let conditions: Vec<&Condition> = match action {
            TurnAction::Choose(choice) => vec![&story.choice(*choice).when],
            TurnAction::Fill(options) => options
                .iter()
                .map(|option| &story.option(*option).when)
                .collect(),
        };
        let sentences = self.sentences(&conditions);
        for subset in 0..1usize << sentences.len() {
            if !self.tries() {
                return false;
            }
            let (state, made) = (self.state.clone(), self.made.len());
            let wanted = self.mark_only(&sentences, subset)
                && self.act(Move::Decide)
                && on_offer(self.state, action);
            if wanted {
                return true;
            }
            *self.state = state;
            self.made.truncate(made);
        }
        false
    }

    /// Leaves the turn so that what follows is what the path says.
    fn leave_by(&mut self, search: &Search<'_>, step: &Step) -> bool {
        let story = self.story;
        let (action, goto) = match &step.action {
            TurnAction::Choose(choice) => (Move::Choose(*choice), story.choice(*choice).goto),
            TurnAction::Fill(options) => match story.form_of(self.state.node) {
                Some(form) => (fill(story, self.state, options), form.goto),
                None => return false,
            },
        };
        let lines = story.nodes[goto.index()].lines.clone();
        let conditions: Vec<&Condition> =
            lines.map(|line| &story.lines[line as usize].when).collect();
        let sentences = self.sentences(&conditions);
        let as_it_is = std::iter::once(None);
        let marked = (0..1usize << sentences.len()).map(Some);
        for subset in as_it_is.chain(marked) {
            if !self.tries() {
                return false;
            }
            let (state, made) = (self.state.clone(), self.made.len());
            let done = subset.is_none_or(|subset| self.mark_only(&sentences, subset))
                && self.act(action.clone())
                && search.settled(self.state) == step.next;
            if done {
                return true;
            }
            *self.state = state;
            self.made.truncate(made);
        }
        false
    }
}

fn on_offer(state: &State, action: &TurnAction) -> bool {
    match action {
        TurnAction::Choose(ChoiceKey(choice)) => state.offer.contains(choice),
        TurnAction::Fill(options) => options.iter().all(|option| state.offer.contains(&option.0)),
    }
}

fn fill(story: &Story, state: &State, options: &[OptionKey]) -> Move {
    let fields = match &story.nodes[state.node.index()].exit {
        Exit::Form(form) => form.fields.clone(),
        _ => 0..0,
    };
    let answers = fields.filter_map(|field| {
        let of_field = story.fields[field as usize].input.options();
        let chosen: Vec<OptionKey> = options
            .iter()
            .copied()
            .filter(|option| of_field.contains(&option.0))
            .collect();
        (!chosen.is_empty()).then_some((FieldKey(field), Answer::Options(chosen)))
    });
    Move::Fill(answers.collect())
}
