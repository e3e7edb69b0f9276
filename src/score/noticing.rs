//! Noticing, once for the offence and once for what lies beyond it.

use crate::scenario::authored::{Horizon, Strength};
use crate::scenario::ids::{CueId, LureId, UnitKey};
use crate::scenario::story::Story;
use crate::session::state::State;
use crate::session::view::{Mark, Sureness};

use super::ledger::Ledger;
use super::sensitivity::Signals;

/// Quarters: marks weigh 1, ½ or ¼, so weights are kept as whole quarters.
const QUARTERS: u64 = 4;

/// One side of noticing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Side {
    /// Live cues of the scenario.
    pub cues_live: u32,
    /// Of them, in reach.
    pub cues_in_reach: u32,
    /// Of them, hit.
    pub hits: u32,
    /// Weight of live cues in reach.
    pub weight_in_reach: u32,
    /// Weight of those hit.
    pub weight_hit: u32,
}

/// Marks where no cue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FalseAlarms {
    /// Lures in reach.
    pub lures_in_reach: u32,
    /// Of them, marked.
    pub lures_marked: u32,
    /// Their weight in quarters.
    pub lure_quarters: u64,
    /// Plain units in reach.
    pub plain_in_reach: u32,
    /// Plain units marked.
    pub plain_marked: u32,
    /// Their weight in quarters.
    pub plain_quarters: u64,
    /// Near units marked.
    pub near_marked: u32,
    /// Neutral units marked.
    pub neutral_marked: u32,
    /// Committed marks withdrawn by the end.
    pub withdrawn: u32,
}

/// Sureness against strength over hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surenesses {
    /// Less sure than the cue is strong.
    pub under: u32,
    /// As sure.
    pub fitting: u32,
    /// Surer.
    pub over: u32,
}

/// All of noticing.
#[derive(Debug, Clone, PartialEq)]
pub struct Noticing {
    /// The offence.
    pub immediate: Side,
    /// The child's safety.
    pub beyond: Side,
    /// False alarms.
    pub false_alarms: FalseAlarms,
    /// Hits on cues with a sign, and those called what the sign allows.
    pub understood: (u32, u32),
    /// Sureness.
    pub sureness: Surenesses,
    /// Hits first committed more than one turn after the cue was first shown.
    pub late_hits: u32,
    /// What d′ is counted from.
    pub signals: Signals,
    /// d′.
    pub d_prime: Option<f64>,
    /// Criterion.
    pub criterion: Option<f64>,
    /// Live cues that were hit.
    pub hit: Vec<CueId>,
    /// Live cues in reach.
    pub in_reach: Vec<CueId>,
}

/// A share as a fraction; `None` where the bottom is 0.
#[must_use]
pub(super) fn share(top: u32, bottom: u32) -> Option<f64> {
    (bottom > 0).then(|| f64::from(top) / f64::from(bottom))
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitNature {
    /// It carries a live cue.
    Live,
    /// It carries only cues that are not live.
    Neutral,
    /// It carries a lure.
    Lure,
    /// Beside a cue's unit.
    Near,
    /// None of these.
    Plain,
}

/// The nature of a unit under the draws of a state.
#[must_use]
pub fn nature(story: &Story, state: &State, unit: UnitKey) -> UnitNature {
    let found = &story.units[unit.index()];
    if found
        .cues
        .iter()
        .any(|cue| story.cues[cue.index()].only_when.holds(state))
    {
        UnitNature::Live
    } else if !found.cues.is_empty() {
        UnitNature::Neutral
    } else if !found.lures.is_empty() {
        UnitNature::Lure
    } else if found.near {
        UnitNature::Near
    } else {
        UnitNature::Plain
    }
}

pub(super) fn noticing(story: &Story, state: &State, ledger: &Ledger) -> Noticing {
    let reach = Ledger::in_reach(story, state);
    let mut found = Noticing {
        immediate: Side::default(),
        beyond: Side::default(),
        false_alarms: FalseAlarms::default(),
        understood: (0, 0),
        sureness: Surenesses::default(),
        late_hits: 0,
        signals: Signals::default(),
        d_prime: None,
        criterion: None,
        hit: Vec::new(),
        in_reach: Vec::new(),
    };
    let mut live_shown = 0u32;
    for (index, cue) in story
        .cues
        .iter()
        .enumerate()
        .filter(|(_, cue)| cue.only_when.holds(state))
    {
        let units = &story.tags[index].units;
        let side = if cue.horizon == Horizon::Immediate {
            &mut found.immediate
        } else {
            &mut found.beyond
        };
        side.cues_live += 1;
        live_shown += u32::from(units.iter().any(|unit| state.shown.has(unit.index())));
        if !units.iter().any(|unit| reach[unit.index()]) {
            continue;
        }
        side.cues_in_reach += 1;
        side.weight_in_reach += cue.strength.weight();
        found.in_reach.push(CueId::at(index));
        let Some((mark, _)) = units
            .iter()
            .filter_map(|unit| ledger.units[unit.index()].committed)
            .max_by_key(|(_, order)| *order)
        else {
            continue;
        };
        side.hits += 1;
        side.weight_hit += cue.strength.weight();
        found.hit.push(CueId::at(index));
        if let Some(sign) = &cue.sign {
            found.understood.1 += 1;
            found.understood.0 += u32::from(sign.concerns.contains(&mark.concern));
        }
        count_sureness(&mut found.sureness, mark, cue.strength);
        let first_shown = units
            .iter()
            .filter_map(|unit| ledger.units[unit.index()].first_shown)
            .min();
        let first_committed = units
            .iter()
            .filter_map(|unit| ledger.units[unit.index()].first_committed)
            .min();
        found.late_hits += u32::from(
            first_shown
                .zip(first_committed)
                .is_some_and(|(shown, committed)| committed > shown + 1),
        );
    }
    let noise_shown = false_alarms(story, state, ledger, &reach, &mut found.false_alarms);
    let hits = found.immediate.hits + found.beyond.hits;
    found.signals = Signals {
        hits,
        cues: live_shown,
        marked: found.false_alarms.lures_marked + found.false_alarms.plain_marked,
        noise: noise_shown,
    };
    found.d_prime = found.signals.d_prime();
    found.criterion = found.signals.criterion();
    found
}

fn count_sureness(counts: &mut Surenesses, mark: Mark, strength: Strength) {
    let sure = match mark.sure {
        Sureness::Note => 1,
        Sureness::Concerned => 2,
        Sureness::ActNow => 3,
    };
    match sure.cmp(&strength.weight()) {
        std::cmp::Ordering::Less => counts.under += 1,
        std::cmp::Ordering::Equal => counts.fitting += 1,
        std::cmp::Ordering::Greater => counts.over += 1,
    }
}

/// Weight of a mark in quarters: half if it only notes, half again if it no longer stands.
pub(crate) fn quarters(sure: Sureness, stands: bool) -> u64 {
    let noted = if sure == Sureness::Note {
        QUARTERS / 2
    } else {
        QUARTERS
    };
    if stands { noted } else { noted / 2 }
}

/// Fills in the false alarms; how many lures and plain units were shown.
fn false_alarms(
    story: &Story,
    state: &State,
    ledger: &Ledger,
    reach: &[bool],
    alarms: &mut FalseAlarms,
) -> u32 {
    let mut shown = 0;
    for (index, in_reach) in reach.iter().enumerate() {
        let unit = UnitKey::at(index);
        let nature = nature(story, state, unit);
        let committed = ledger.units[index].committed;
        let stands = state.marks[index].is_some();
        alarms.withdrawn += u32::from(committed.is_some() && !stands);
        match nature {
            UnitNature::Neutral => alarms.neutral_marked += u32::from(committed.is_some()),
            UnitNature::Near => alarms.near_marked += u32::from(committed.is_some()),
            UnitNature::Plain => {
                alarms.plain_in_reach += u32::from(*in_reach);
                shown += u32::from(state.shown.has(index));
                if let Some((mark, _)) = committed {
                    alarms.plain_marked += 1;
                    alarms.plain_quarters += quarters(mark.sure, stands);
                }
            }
            UnitNature::Live | UnitNature::Lure => {}
        }
    }
    for lure in 0..story.lures.len() {
        let units = &story.tags[story.lure_tag(LureId::at(lure)).index()].units;
        alarms.lures_in_reach += u32::from(units.iter().any(|unit| reach[unit.index()]));
        shown += u32::from(units.iter().any(|unit| state.shown.has(unit.index())));
        // A mark on a unit with any cue is no false alarm.
        let marked = units
            .iter()
            .filter(|unit| nature(story, state, **unit) == UnitNature::Lure);
        let latest = marked
            .clone()
            .filter_map(|unit| ledger.units[unit.index()].committed)
            .max_by_key(|(_, order)| *order);
        if let Some((mark, _)) = latest {
            let stands = marked
                .clone()
                .any(|unit| state.marks[unit.index()].is_some());
            alarms.lures_marked += 1;
            alarms.lure_quarters += quarters(mark.sure, stands);
        }
    }
    shown
}

impl FalseAlarms {
    /// The false-alarm share as a fraction: top and bottom.
    ///
    /// min(1, lure weight ÷ max(4, lures in reach) + 5 × plain weight ÷ max(40, plain units in reach)).
    #[must_use]
    pub fn fraction(&self) -> (u64, u64) {
        let lures = u64::from(self.lures_in_reach.max(4)) * QUARTERS;
        let plain = u64::from(self.plain_in_reach.max(40)) * QUARTERS;
        let top = self.lure_quarters * plain + 5 * self.plain_quarters * lures;
        let bottom = lures * plain;
        if top >= bottom { (1, 1) } else { (top, bottom) }
    }

    /// The share.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
    pub fn share(&self) -> f64 {
        let lures = self.lure_quarters as f64 / 4.0 / f64::from(self.lures_in_reach.max(4));
        let plain =
            5.0 * (self.plain_quarters as f64 / 4.0) / f64::from(self.plain_in_reach.max(40));
        (lures + plain).min(1.0)
    }
}

impl FalseAlarms {
    /// The score of a side with these false alarms: the hit share less their share, not below 0.
    #[must_use]
    pub fn score_of(&self, side: &Side) -> Option<f64> {
        Noticing::hit_share(side).map(|hits| (hits - self.share()).max(0.0))
    }

    /// Whether these false alarms put a side's score below a percentage, in whole numbers; `None` where there is no score.
    #[must_use]
    pub fn puts_below(&self, side: &Side, per_cent: u32) -> Option<bool> {
        if side.weight_in_reach == 0 {
            return None;
        }
        let (top, bottom) = self.fraction();
        // hit/reach − top/bottom < per_cent/100, all multiplied out; the score is never below 0.
        let (hit, reach) = (
            i128::from(side.weight_hit),
            i128::from(side.weight_in_reach),
        );
        let left = (hit * i128::from(bottom) - i128::from(top) * reach).max(0) * 100;
        Some(left < i128::from(per_cent) * reach * i128::from(bottom))
    }
}

impl Noticing {
    /// The hit share of one side.
    #[must_use]
    pub fn hit_share(side: &Side) -> Option<f64> {
        share(side.weight_hit, side.weight_in_reach)
    }

    /// The score of one side: the hit share less the false-alarm share, not below 0.
    #[must_use]
    pub fn side_score(&self, side: &Side) -> Option<f64> {
        self.false_alarms.score_of(side)
    }

    /// Whether one side's score is below a percentage, in whole numbers; `None` where there is no score.
    #[must_use]
    pub fn is_below(&self, side: &Side, per_cent: u32) -> Option<bool> {
        self.false_alarms.puts_below(side, per_cent)
    }

    /// `hit_share(Immediate)` − `hit_share(Beyond)`.
    #[must_use]
    pub fn tunnel_vision(&self) -> Option<f64> {
        Self::hit_share(&self.immediate)
            .zip(Self::hit_share(&self.beyond))
            .map(|(immediate, beyond)| immediate - beyond)
    }
}
