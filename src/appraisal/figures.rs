//! What simulated officers make of a scenario.

use std::sync::Arc;

use crate::players::{DutyCounts, Figure, PlayerSummary, Share};
use crate::proof::Proof;

use super::{DutyShares, OfficerReport};

/// The player whom a scenario should reward.
const CURIOUS: &str = "curious";

/// Columns of a drawn distribution.
pub const BINS: usize = 20;

/// How a figure between 0 and 1 is spread over an officer's plays.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// The lower end of the mean's 95 % interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// A quarter of the plays lie below.
    pub quarter: f64,
    /// Half of them.
    pub half: f64,
    /// Three quarters of them.
    pub three_quarters: f64,
    /// The share of plays in each twentieth between 0 and 1.
    pub bins: [f64; BINS],
}

pub(super) fn officers(proof: &Proof) -> Vec<OfficerReport> {
    let mut all: Vec<OfficerReport> = proof
        .players
        .iter()
        .map(|summary| officer(proof, summary))
        .collect();
    all.sort_by_key(|officer| !officer.curious);
    all
}

fn officer(proof: &Proof, summary: &PlayerSummary) -> OfficerReport {
    let duties = proof.story.duties.iter().zip(&summary.duties);
    OfficerReport {
        title: Arc::clone(&summary.title),
        about: Arc::clone(&summary.about),
        curious: *summary.player == *CURIOUS,
        finished: summary.finished,
        met: summary.met,
        beyond: spread(summary, Figure::Beyond),
        immediate: spread(summary, Figure::Immediate),
        decisions: spread(summary, Figure::Decisions),
        false_alarms: spread(summary, Figure::FalseAlarms),
        duties: duties
            .map(|(duty, counts)| shares(Arc::clone(&duty.title), counts))
            .collect(),
    }
}

fn shares(title: Arc<str>, counts: &DutyCounts) -> DutyShares {
    let of = counts.met + counts.late + counts.missed;
    let share = |count| Share { count, of };
    DutyShares {
        title,
        met: share(counts.met),
        late: share(counts.late),
        missed: share(counts.missed),
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
fn spread(summary: &PlayerSummary, figure: Figure) -> Option<Spread> {
    let found = summary.figure(figure)?;
    let mut bins = [0.0; BINS];
    for (middle, count) in summary.running(figure)?.bins() {
        bins[column(middle)] += count as f64 / found.count as f64;
    }
    let [_, quarter, half, three_quarters, _] = found.quantiles;
    Some(Spread {
        mean: found.mean,
        low: found.interval.low.max(0.0),
        high: found.interval.high.min(1.0),
        quarter,
        half,
        three_quarters,
        bins,
    })
}

/// The column of a value: 1 belongs to the last.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "between 0 and the number of columns"
)]
fn column(value: f64) -> usize {
    // A thousandth is added, so that a value on the edge of two columns, kept in binary, stays in the upper.
    let place = (value.clamp(0.0, 1.0) * BINS as f64 + 0.001) as usize;
    place.min(BINS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_an_edge_belongs_to_the_upper_column_and_one_to_the_last() {
        assert_eq!(column(0.0), 0);
        assert_eq!(column(0.049), 0);
        assert_eq!(column(0.05), 1);
        assert_eq!(column(0.15), 3);
        assert_eq!(column(0.999), 19);
        assert_eq!(column(1.0), 19);
    }
}
