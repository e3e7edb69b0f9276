//! The score: one pure function of a scenario and what was done (RULES section 3).

mod decisions;
mod json;
mod ledger;
pub(crate) mod normal;
pub(crate) mod noticing;
mod revive;
pub(crate) mod sensitivity;
pub(crate) mod standard;

use std::sync::Arc;

use crate::scenario::ids::{DutyId, FieldKey, OptionKey};
use crate::scenario::story::Story;
use crate::session::action::Action;
use crate::session::playthrough::Playthrough;
use crate::session::refusal::Refusal;
use crate::session::state::{State, Status};

pub use decisions::{CompetenceScore, Decisions, TurnScore};
pub use json::to_json;
pub use ledger::{Ledger, PlayedTurn, UnitRecord};
pub use noticing::{FalseAlarms, Noticing, Side, Surenesses, UnitNature, nature};
pub use revive::{ReviveError, action_text, header_for, replay, story_of};
pub use sensitivity::Signals;
pub use standard::StandardOutcome;

/// Options for scoring.
#[derive(Debug, Clone, Copy)]
pub struct ScoreOptions {
    /// The bound on states of the exact search.
    pub states: usize,
}

impl Default for ScoreOptions {
    fn default() -> Self {
        Self {
            states: crate::analysis::DEFAULT_STATES,
        }
    }
}

/// How a duty came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DutyState {
    /// Fulfilled in time.
    Met,
    /// Fulfilled after its time.
    Late,
    /// Not fulfilled.
    Missed,
}

/// A harmful wording chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageHit {
    /// The field.
    pub field: FieldKey,
    /// The option.
    pub option: OptionKey,
}

/// The whole score.
#[derive(Debug, Clone)]
pub struct Score {
    /// An ending was reached.
    pub finished: bool,
    /// Noticing.
    pub noticing: Noticing,
    /// `hit_share(Immediate)` − `hit_share(Beyond)`.
    pub tunnel_vision: Option<f64>,
    /// Decisions.
    pub decisions: Decisions,
    /// Duties that applied, in file order.
    pub duties: Vec<(DutyId, DutyState)>,
    /// Harmful wordings chosen, in the order first chosen.
    pub language: Vec<LanguageHit>,
    /// The standard; absent where the scenario has none.
    pub standard: Option<StandardOutcome>,
}

/// A playthrough replayed with what scoring needs to know of it.
#[derive(Debug, Clone)]
pub struct Replay {
    /// The playthrough at its end.
    pub play: Playthrough,
    /// Marks, turns, wordings.
    pub ledger: Ledger,
}

impl Replay {
    /// Begins a replay.
    #[must_use]
    pub fn begin(story: Arc<Story>, seed: u64, forced: &[(usize, u32)]) -> Self {
        let play = Playthrough::begin(story, seed, forced);
        let ledger = Ledger::begin(&play);
        Self { play, ledger }
    }

    /// Replays one action.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing has changed then.
    pub fn act(&mut self, action: &Action) -> Result<(), Refusal> {
        let step = crate::session::names::resolve(self.play.story(), self.play.state(), action)?;
        self.ledger.before(&self.play, &step);
        if let Err(refusal) = self.play.apply(&step) {
            self.ledger.forget();
            return Err(refusal);
        }
        self.ledger.after(&self.play, &step);
        Ok(())
    }

    /// Commits the marks that stand: the end of the actions.
    pub fn finish(&mut self) {
        self.ledger.finish(&self.play);
    }
}

/// How a duty came out; absent where it does not apply.
pub(crate) fn duty_state(story: &Story, state: &State, index: usize) -> Option<DutyState> {
    let duty = &story.duties[index];
    duty.applies
        .holds(state)
        .then(|| match (state.fulfilled[index], duty.within_minutes) {
            (None, _) => DutyState::Missed,
            (Some(done), Some(limit)) if done > limit => DutyState::Late,
            (Some(_), _) => DutyState::Met,
        })
}

/// Noticing alone of a finished replay: nothing is searched for it.
#[must_use]
pub fn noticing(replay: &Replay) -> Noticing {
    let play = &replay.play;
    noticing::noticing(play.story(), play.state(), &replay.ledger)
}

/// Scores a finished replay.
#[must_use]
pub fn score(replay: &Replay, options: ScoreOptions) -> Score {
    let (play, ledger) = (&replay.play, &replay.ledger);
    let (story, state) = (play.story().as_ref(), play.state());
    let noticing = noticing::noticing(story, state, ledger);
    let decisions = decisions::decisions(story, state, ledger, options.states);
    let duties: Vec<(DutyId, DutyState)> = (0..story.duties.len())
        .filter_map(|index| duty_state(story, state, index).map(|found| (DutyId::at(index), found)))
        .collect();
    let finished = state.status == Status::Ended;
    let standard = standard::standard(story, finished, &noticing, &decisions, &duties);
    Score {
        finished,
        tunnel_vision: noticing.tunnel_vision(),
        noticing,
        decisions,
        duties,
        language: ledger.language.clone(),
        standard,
    }
}
