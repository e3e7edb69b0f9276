//! Judging a turn that was played: its loss, what of it was unseen, the best action.

use crate::scenario::ids::{ChoiceKey, FieldKey, OptionKey};
use crate::scenario::story::{Exit, Input, Story};
use crate::session::moves::{Answer, Move};
use crate::session::rules;
use crate::session::state::State;

use super::expand::{Edge, TurnAction};
use super::search::Search;
use super::turn::Turn;

/// A turn that was played: what the score says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// V(s) minus the gain minus V(s′).
    pub loss: i64,
    /// Of it, what the trainee's offer kept from them.
    pub unseen: i64,
    /// The best action.
    pub best: TurnAction,
}

impl Search<'_> {
    /// The states that must be known to judge this turn: those after each action on offer.
    #[must_use]
    pub fn after_offer(&self, before: &State) -> Vec<(TurnAction, i64, State)> {
        let expander = self.expander();
        let turn = Turn::of(before, &self.layout);
        let actions: Vec<TurnAction> = match &self.story.nodes[before.node.index()].exit {
            Exit::Choices(_) => before
                .offer
                .iter()
                .map(|number| TurnAction::Choose(ChoiceKey(*number)))
                .collect(),
            Exit::Form(form) => expander
                .fillings(&turn, form, Some(&before.offer), &[])
                .unwrap_or_default()
                .into_iter()
                .map(TurnAction::Fill)
                .collect(),
            Exit::Ending { .. } => Vec::new(),
        };
        actions
            .into_iter()
            .filter_map(|action| {
                let gain = match &action {
                    TurnAction::Choose(choice) => expander.choice_gain(*choice),
                    TurnAction::Fill(options) => expander.filling_gain(&turn, options),
                };
                let mut after = before.clone();
                play(self.story, &mut after, &action).then(|| {
                    (
                        action,
                        i64::from(gain.first().copied().unwrap_or_default()),
                        after,
                    )
                })
            })
            .collect()
    }

    /// Judges a turn: `start` its beginning, `before` the moment of the action
    /// with its offer, `after` the beginning of the next.
    pub fn judge(
        &mut self,
        start: &State,
        before: &State,
        own: &TurnAction,
        gain: i64,
        after: &State,
    ) -> Judged {
        let value = self.value(start, 0).best;
        let loss = value - gain - self.value(after, 0).best;
        let mut offered: Option<i64> = None;
        for (_, gain, state) in self.after_offer(before) {
            let worth = gain + self.value(&state, 0).best;
            offered = Some(offered.map_or(worth, |known| known.max(worth)));
        }
        let unseen = offered.map_or(loss, |offered| (value - offered).clamp(0, loss.max(0)));
        let best = if loss == 0 {
            own.clone()
        } else {
            self.best_action(start, value)
                .unwrap_or_else(|| own.clone())
        };
        Judged { loss, unseen, best }
    }

    /// The first action in file order that reaches the best value of a turn's beginning.
    fn best_action(&mut self, start: &State, value: i64) -> Option<TurnAction> {
        let turn = self.settled(start)?;
        match &self.story.nodes[start.node.index()].exit {
            Exit::Choices(_) => {
                let mut edges = self.expander().edges(&turn, &[]).ok()?;
                edges.sort_by_key(|edge| match &edge.action {
                    TurnAction::Choose(choice) => choice.0,
                    TurnAction::Fill(_) => u32::MAX,
                });
                edges
                    .into_iter()
                    .find(|edge| self.edge_value(edge) == value)
                    .map(|edge| edge.action)
            }
            Exit::Form(form) => {
                let mut forced: Vec<(OptionKey, bool)> = Vec::new();
                for field in form.fields.clone() {
                    self.least_field(&turn, field, value, &mut forced);
                }
                self.reaches(&turn, &forced, value).map(TurnAction::Fill)
            }
            Exit::Ending { .. } => None,
        }
    }

    fn edge_value(&mut self, edge: &Edge) -> i64 {
        let gain = i64::from(edge.gain.first().copied().unwrap_or_default());
        gain + self.value_of_turn(edge.next.as_ref(), 0).best
    }

    /// A filling that reaches the value under what is forced.
    fn reaches(
        &mut self,
        turn: &Turn,
        forced: &[(OptionKey, bool)],
        value: i64,
    ) -> Option<Vec<OptionKey>> {
        let edges = self.expander().edges(turn, forced).ok()?;
        let edge = edges
            .into_iter()
            .find(|edge| self.edge_value(edge) == value)?;
        match edge.action {
            TurnAction::Fill(options) => Some(options),
            TurnAction::Choose(_) => None,
        }
    }

    /// Forces the least answer of one field: `One` by option number, `Many` as a
    /// binary number with the first option as its lowest bit.
    fn least_field(
        &mut self,
        turn: &Turn,
        field: u32,
        value: i64,
        forced: &mut Vec<(OptionKey, bool)>,
    ) {
        match &self.story.fields[field as usize].input {
            Input::One(options) => {
                for option in options.clone().map(OptionKey) {
                    forced.push((option, true));
                    if self.reaches(turn, forced, value).is_some() {
                        return;
                    }
                    forced.pop();
                }
            }
            Input::Many(options) => {
                for option in options.clone().rev().map(OptionKey) {
                    forced.push((option, false));
                    if self.reaches(turn, forced, value).is_none() {
                        forced.pop();
                        forced.push((option, true));
                    }
                }
            }
            Input::Text { .. } => {}
        }
    }
}

/// Does an action that is on offer on a copy of a playthrough's state.
fn play(story: &Story, state: &mut State, action: &TurnAction) -> bool {
    let step = match action {
        TurnAction::Choose(choice) => Move::Choose(*choice),
        TurnAction::Fill(options) => {
            let Some(form) = story.form_of(state.node) else {
                return false;
            };
            let answers = form.fields.clone().filter_map(|field| {
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
    };
    rules::apply(story, state, &step, &mut Vec::new()).is_ok()
}
