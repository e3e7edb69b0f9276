//! Whether an attempt met the scenario's standard, and why not.

use crate::scenario::ids::DutyId;
use crate::scenario::story::Story;

use super::DutyState;
use super::decisions::Decisions;
use super::noticing::Noticing;

/// The standard's outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardOutcome {
    /// Whether it was met; absent past the bound of states.
    pub met: Option<bool>,
    /// Why not, in the order of RULES.
    pub because: Vec<String>,
}

/// Fewest live Beyond cues in reach, where there are as many.
pub(crate) const ENOUGH_SEEN: u32 = 3;

pub(super) fn standard(
    story: &Story,
    finished: bool,
    noticing: &Noticing,
    decisions: &Decisions,
    duties: &[(DutyId, DutyState)],
) -> Option<StandardOutcome> {
    let standard = story.standard?;
    let mut because = Vec::new();
    if !finished {
        because.push("left-early".to_owned());
    }
    because.extend(
        duties
            .iter()
            .filter(|(_, outcome)| *outcome == DutyState::Missed)
            .map(|(duty, _)| format!("duty-missed:{}", story.duties[duty.index()].id)),
    );
    let beyond = &noticing.beyond;
    if beyond.cues_live > 0 {
        if beyond.cues_in_reach < beyond.cues_live.min(ENOUGH_SEEN) {
            because.push("too-little-seen".to_owned());
        }
        if noticing.is_below(beyond, standard.beyond) == Some(true) {
            because.push("beyond".to_owned());
        }
    }
    if decisions.exact && decisions.total.is_below(standard.decisions) == Some(true) {
        because.push("decisions".to_owned());
    }
    // Past the bound nobody can say whether decisions were good enough.
    let met = decisions.exact.then_some(because.is_empty());
    Some(StandardOutcome { met, because })
}
