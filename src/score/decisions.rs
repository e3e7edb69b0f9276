//! Decisions, by regret against exact search.

use crate::analysis::{Search, TurnAction, Value};
use crate::scenario::ids::{CompetenceId, NodeId};
use crate::scenario::story::Story;
use crate::session::state::State;

use super::ledger::{Ledger, PlayedTurn};

/// The score of one competence, or of the total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompetenceScore {
    /// Points earned.
    pub earned: i64,
    /// The most that could be earned from the start.
    pub best: i64,
    /// The least.
    pub worst: i64,
    /// Points earned and the least still to come, over the least: top and bottom of the score.
    pub fraction: (i64, i64),
}

impl CompetenceScore {
    /// (earned + W(now) − worst) ÷ (V(start) − worst); absent where that is 0 ÷ 0.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "points are small whole numbers")]
    pub fn score(&self) -> Option<f64> {
        (self.fraction.1 != 0).then(|| self.fraction.0 as f64 / self.fraction.1 as f64)
    }

    /// Whether the score is below a percentage, in whole numbers.
    #[must_use]
    pub fn is_below(&self, per_cent: u32) -> Option<bool> {
        (self.fraction.1 != 0).then(|| {
            i128::from(self.fraction.0) * 100 < i128::from(per_cent) * i128::from(self.fraction.1)
        })
    }
}

/// A turn judged. Losses and the best action are absent past the bound of states.
#[derive(Debug, Clone, PartialEq)]
pub struct TurnScore {
    /// The node.
    pub node: NodeId,
    /// What was done.
    pub action: TurnAction,
    /// Points.
    pub gain: i64,
    /// Loss, and of it unseen.
    pub judged: Option<crate::analysis::Judged>,
}

/// All of decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Decisions {
    /// The total.
    pub total: CompetenceScore,
    /// Whether the search was complete.
    pub exact: bool,
    /// Each competence of the scenario.
    pub competences: Vec<(CompetenceId, CompetenceScore)>,
    /// Turns played.
    pub turns: Vec<TurnScore>,
}

fn gain_of(turn: &PlayedTurn, objective: usize) -> i64 {
    turn.points
        .iter()
        .filter(|(competence, _)| objective == 0 || competence.index() + 1 == objective)
        .map(|(_, points)| i64::from(*points))
        .sum()
}

pub(super) fn decisions(story: &Story, state: &State, ledger: &Ledger, bound: usize) -> Decisions {
    let mut search = Search::new(story, &state.draws, bound);
    let start = State::start(story, state.draws.clone(), &mut Vec::new());
    if search.is_exact() {
        search.add_roots(std::slice::from_ref(&ledger.turn_start));
        for turn in &ledger.turns {
            let mut roots = vec![turn.start.clone()];
            roots.extend(
                search
                    .after_offer(&turn.before)
                    .into_iter()
                    .map(|(_, _, after)| after),
            );
            search.add_roots(&roots);
        }
    }
    let over = state.is_over() && state.status == crate::session::state::Status::Ended;
    let mut figure = |objective: usize| {
        let from_start = search.value(&start, objective);
        let now = if over {
            Value::default()
        } else {
            search.value(&ledger.turn_start, objective)
        };
        let earned: i64 = ledger
            .turns
            .iter()
            .map(|turn| gain_of(turn, objective))
            .sum();
        CompetenceScore {
            earned,
            best: from_start.best,
            worst: from_start.worst,
            fraction: (
                earned + now.worst - from_start.worst,
                from_start.best - from_start.worst,
            ),
        }
    };
    let total = figure(0);
    let competences = (0..story.competences.len())
        .map(|index| (CompetenceId::at(index), figure(index + 1)))
        .collect();
    let mut turns: Vec<TurnScore> = ledger
        .turns
        .iter()
        .map(|turn| {
            let gain = gain_of(turn, 0);
            let judged = search
                .is_exact()
                .then(|| search.judge(&turn.start, &turn.before, &turn.action, gain, &turn.after));
            TurnScore {
                node: turn.start.node,
                action: turn.action.clone(),
                gain,
                judged,
            }
        })
        .collect();
    let exact = search.is_exact();
    if !exact {
        turns.iter_mut().for_each(|turn| turn.judged = None);
    }
    Decisions {
        total,
        exact,
        competences,
        turns,
    }
}
