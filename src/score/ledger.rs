//! What scoring remembers of a playthrough: committed marks, turns, wordings.

use crate::analysis::TurnAction;
use crate::scenario::ids::{FieldKey, OptionKey, UnitKey};
use crate::scenario::story::{Home, Story};
use crate::session::moves::{Answer, Move};
use crate::session::playthrough::Playthrough;
use crate::session::rules::option_points;
use crate::session::state::State;
use crate::session::view::Mark;

use super::LanguageHit;

/// What became of the marks on one unit.
#[derive(Debug, Clone, Copy, Default)]
pub struct UnitRecord {
    /// The latest committed mark, and the number of the action that set it.
    pub committed: Option<(Mark, u64)>,
    /// The turn in which a mark on it was first committed.
    pub first_committed: Option<u32>,
    /// The turn in which it was first shown.
    pub first_shown: Option<u32>,
    /// The number of the action that set the mark standing now.
    pub standing: Option<u64>,
}

/// A turn that was played.
#[derive(Debug, Clone)]
pub struct PlayedTurn {
    /// The state at its beginning.
    pub start: State,
    /// The state when the action was taken.
    pub before: State,
    /// The action.
    pub action: TurnAction,
    /// Points by competence.
    pub points: Vec<(crate::scenario::ids::CompetenceId, i32)>,
    /// The state after it.
    pub after: State,
}

/// The ledger.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// By unit.
    pub units: Vec<UnitRecord>,
    /// Turns played.
    pub turns: Vec<PlayedTurn>,
    /// The state at the beginning of the turn in progress.
    pub turn_start: State,
    /// Harmful wordings chosen.
    pub language: Vec<LanguageHit>,
    /// Everything that was done, in order.
    pub moves: Vec<Move>,
    pending: Option<PlayedTurn>,
    actions: u64,
}

impl Ledger {
    pub(super) fn begin(play: &Playthrough) -> Self {
        let mut ledger = Self {
            units: vec![UnitRecord::default(); play.story().units.len()],
            turns: Vec::new(),
            turn_start: play.state().clone(),
            language: Vec::new(),
            moves: Vec::new(),
            pending: None,
            actions: 0,
        };
        ledger.note_shown(play.state());
        ledger
    }

    /// Called before a move is done: what leaves a turn commits with its number.
    pub(super) fn before(&mut self, play: &Playthrough, step: &Move) {
        let (story, state) = (play.story().as_ref(), play.state());
        self.pending = turn_action(step).map(|action| {
            let points = match &action {
                TurnAction::Choose(choice) => story
                    .choices
                    .get(choice.index())
                    .map(|choice| choice.assess.clone())
                    .unwrap_or_default(),
                TurnAction::Fill(options) => option_points(story, state, options).collect(),
            };
            PlayedTurn {
                start: self.turn_start.clone(),
                before: state.clone(),
                action,
                points,
                after: state.clone(),
            }
        });
    }

    pub(super) fn forget(&mut self) {
        self.pending = None;
    }

    /// Called after a move was done.
    pub(super) fn after(&mut self, play: &Playthrough, step: &Move) {
        self.actions += 1;
        self.moves.push(step.clone());
        match step {
            Move::Mark(unit, _) => self.units[unit.index()].standing = Some(self.actions),
            Move::Unmark(unit) => self.units[unit.index()].standing = None,
            Move::Decide | Move::Leave => self.commit(play.state(), play.state().turn),
            Move::Choose(_) | Move::Fill(_) => {
                // A mark committed by the action that leaves a turn belongs to it.
                let turn = play.state().turn.saturating_sub(1);
                self.commit(play.state(), turn);
                if let Move::Fill(answers) = step {
                    self.note_wordings(play.story(), answers);
                }
                if let Some(mut played) = self.pending.take() {
                    played.after = play.state().clone();
                    self.turns.push(played);
                }
                self.turn_start = play.state().clone();
            }
            _ => {}
        }
        self.note_shown(play.state());
    }

    pub(super) fn finish(&mut self, play: &Playthrough) {
        self.commit(play.state(), play.state().turn);
    }

    fn commit(&mut self, state: &State, turn: u32) {
        for (unit, mark) in state.marked_units() {
            let record = &mut self.units[unit.index()];
            record.committed = Some((mark, record.standing.unwrap_or_default()));
            record.first_committed.get_or_insert(turn);
        }
    }

    fn note_shown(&mut self, state: &State) {
        for unit in state.shown.iter() {
            if let Some(record) = self.units.get_mut(unit) {
                record.first_shown.get_or_insert(state.turn);
            }
        }
    }

    fn note_wordings(&mut self, story: &Story, answers: &[(FieldKey, Answer)]) {
        // By field and option in file order: answers may come in any order.
        let mut chosen: Vec<OptionKey> = answers
            .iter()
            .filter_map(|(_, answer)| match answer {
                Answer::Options(options) => Some(options.iter().copied()),
                Answer::Text(_) => None,
            })
            .flatten()
            .collect();
        chosen.sort_unstable();
        for option in chosen {
            let hit = LanguageHit {
                field: story.option(option).field,
                option,
            };
            if story.option(option).wording.is_some() && !self.language.contains(&hit) {
                self.language.push(hit);
            }
        }
    }

    /// Whether a unit is in reach: shown, or in a thing on offer in a node visited.
    #[must_use]
    pub fn in_reach(story: &Story, state: &State) -> Vec<bool> {
        let mut reach: Vec<bool> = (0..story.units.len())
            .map(|unit| state.shown.has(unit))
            .collect();
        for node in state.visited.iter() {
            for thing in &story.nodes[node].things {
                for unit in story.thing(*thing).units.clone() {
                    reach[unit as usize] = true;
                }
            }
        }
        reach
    }

    /// Whether a unit stands in a thing that was never looked at, though in reach.
    #[must_use]
    pub fn is_unopened(story: &Story, state: &State, unit: UnitKey) -> bool {
        matches!(story.units[unit.index()].home, Home::Thing(thing) if !state.inspected.has(thing.index()))
    }
}

fn turn_action(step: &Move) -> Option<TurnAction> {
    match step {
        Move::Choose(choice) => Some(TurnAction::Choose(*choice)),
        Move::Fill(answers) => {
            let mut options: Vec<OptionKey> = answers
                .iter()
                .filter_map(|(_, answer)| match answer {
                    Answer::Options(options) => Some(options.clone()),
                    Answer::Text(_) => None,
                })
                .flatten()
                .collect();
            options.sort_unstable();
            Some(TurnAction::Fill(options))
        }
        _ => None,
    }
}
