//! What came of one simulated play.

use crate::score::{CompetenceScore, FalseAlarms, Noticing, Side, Signals};

/// What came of one play: the figures of `score`, without lists.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// An ending was reached.
    pub finished: bool,
    /// Choices taken and records filled.
    pub turns: u32,
    /// The scenario's minute at the end.
    pub minute: u32,
    /// Noticing, the offence.
    pub immediate: Side,
    /// Noticing, beyond it.
    pub beyond: Side,
    /// False alarms.
    pub alarms: FalseAlarms,
    /// What d′ and criterion are counted from.
    pub signals: Signals,
    /// Decisions; absent where no ending was reached, or past the bound of states.
    pub decisions: Option<CompetenceScore>,
    /// Whether the standard was met; absent without one, or past the bound of states.
    pub met: Option<bool>,
}

impl Outcome {
    /// The score for noticing the offence.
    #[must_use]
    pub fn immediate_score(&self) -> Option<f64> {
        self.alarms.score_of(&self.immediate)
    }

    /// The score for noticing beyond.
    #[must_use]
    pub fn beyond_score(&self) -> Option<f64> {
        self.alarms.score_of(&self.beyond)
    }

    /// The hit share on the offence less that beyond it.
    #[must_use]
    pub fn tunnel_vision(&self) -> Option<f64> {
        Noticing::hit_share(&self.immediate)
            .zip(Noticing::hit_share(&self.beyond))
            .map(|(immediate, beyond)| immediate - beyond)
    }

    /// The score for decisions.
    #[must_use]
    pub fn decisions_score(&self) -> Option<f64> {
        self.decisions.and_then(|decisions| decisions.score())
    }
}
