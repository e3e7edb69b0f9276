//! All plays of one player, summed up: never a list of them.

use std::sync::Arc;

use crate::score::{DutyState, Noticing};

use super::habit::Habit;
use super::interval::{Interval, wilson};
use super::outcome::Outcome;
use super::running::{Distribution, Running};

/// A figure of a play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Figure {
    /// The score for noticing the offence.
    Immediate,
    /// The score for noticing beyond it.
    Beyond,
    /// The hit share on the offence.
    ImmediateHits,
    /// The hit share beyond it.
    BeyondHits,
    /// The false-alarm share.
    FalseAlarms,
    /// The hit share on the offence less that beyond it.
    TunnelVision,
    /// d′.
    DPrime,
    /// Criterion.
    Criterion,
    /// The score for decisions.
    Decisions,
    /// Choices taken and records filled.
    Turns,
    /// The scenario's minute at the end.
    Minutes,
}

impl Figure {
    /// All of them, in order.
    pub const ALL: [Self; 11] = [
        Self::Immediate,
        Self::Beyond,
        Self::ImmediateHits,
        Self::BeyondHits,
        Self::FalseAlarms,
        Self::TunnelVision,
        Self::DPrime,
        Self::Criterion,
        Self::Decisions,
        Self::Turns,
        Self::Minutes,
    ];

    /// Its name in published data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Beyond => "beyond",
            Self::ImmediateHits => "immediate_hit_share",
            Self::BeyondHits => "beyond_hit_share",
            Self::FalseAlarms => "false_alarm_share",
            Self::TunnelVision => "tunnel_vision",
            Self::DPrime => "d_prime",
            Self::Criterion => "criterion",
            Self::Decisions => "decisions",
            Self::Turns => "turns",
            Self::Minutes => "minutes",
        }
    }

    fn running(self) -> Running {
        match self {
            Self::Immediate
            | Self::Beyond
            | Self::ImmediateHits
            | Self::BeyondHits
            | Self::FalseAlarms
            | Self::Decisions => Running::new(0.0, 1.0, 0.001),
            Self::TunnelVision => Running::new(-1.0, 1.0, 0.001),
            Self::DPrime | Self::Criterion => Running::new(-8.0, 8.0, 0.01),
            Self::Turns => Running::new(0.0, 400.0, 1.0),
            Self::Minutes => Running::new(0.0, 2_000.0, 1.0),
        }
    }

    pub(super) fn of(self, outcome: &Outcome) -> Option<f64> {
        match self {
            Self::Immediate => outcome.immediate_score(),
            Self::Beyond => outcome.beyond_score(),
            Self::ImmediateHits => Noticing::hit_share(&outcome.immediate),
            Self::BeyondHits => Noticing::hit_share(&outcome.beyond),
            Self::FalseAlarms => Some(outcome.alarms.share()),
            Self::TunnelVision => outcome.tunnel_vision(),
            Self::DPrime => outcome.signals.d_prime(),
            Self::Criterion => outcome.signals.criterion(),
            Self::Decisions => outcome.decisions_score(),
            Self::Turns => Some(f64::from(outcome.turns)),
            Self::Minutes => Some(f64::from(outcome.minute)),
        }
    }
}

/// A share of plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub of: u64,
}

impl Share {
    fn add(&mut self, holds: bool) {
        self.of += 1;
        self.count += u64::from(holds);
    }

    fn join(&mut self, other: Self) {
        self.count += other.count;
        self.of += other.of;
    }

    /// The share; `None` of nothing.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.count as f64 / self.of as f64)
    }

    /// Its 95 % interval.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        wilson(self.count, self.of)
    }
}

/// How a duty came out over all plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DutyCounts {
    /// Plays in which it applied and was fulfilled in time.
    pub met: u64,
    /// In which it came late.
    pub late: u64,
    /// In which it was missed.
    pub missed: u64,
}

/// All plays of one player.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayerSummary {
    /// The player's id.
    pub player: Arc<str>,
    /// Its name.
    pub title: Arc<str>,
    /// What it does.
    pub about: Arc<str>,
    /// Plays that came to an end, of all.
    pub finished: Share,
    /// Plays that met the standard, of those of which it can be said.
    pub met: Share,
    /// By duty, in file order.
    pub duties: Vec<DutyCounts>,
    figures: Vec<Running>,
}

impl PlayerSummary {
    /// Of no play yet.
    #[must_use]
    pub fn new(habit: &Habit, duties: usize) -> Self {
        Self {
            player: habit.player().id.clone(),
            title: habit.player().title.clone(),
            about: habit.player().about.clone(),
            finished: Share::default(),
            met: Share::default(),
            duties: vec![DutyCounts::default(); duties],
            figures: Figure::ALL.map(Figure::running).to_vec(),
        }
    }

    /// Adds a play.
    pub fn add(&mut self, outcome: &Outcome, duties: &[Option<DutyState>]) {
        self.finished.add(outcome.finished);
        if let Some(met) = outcome.met {
            self.met.add(met);
        }
        for (counts, found) in self.duties.iter_mut().zip(duties) {
            match found {
                Some(DutyState::Met) => counts.met += 1,
                Some(DutyState::Late) => counts.late += 1,
                Some(DutyState::Missed) => counts.missed += 1,
                None => {}
            }
        }
        for (figure, running) in Figure::ALL.iter().zip(&mut self.figures) {
            if let Some(value) = figure.of(outcome) {
                running.add(value);
            }
        }
    }

    /// Puts in the plays of another summary of the same player.
    pub fn join(&mut self, other: &Self) {
        self.finished.join(other.finished);
        self.met.join(other.met);
        for (counts, more) in self.duties.iter_mut().zip(&other.duties) {
            counts.met += more.met;
            counts.late += more.late;
            counts.missed += more.missed;
        }
        for (running, more) in self.figures.iter_mut().zip(&other.figures) {
            running.join(more);
        }
    }

    /// How many plays there were.
    #[must_use]
    pub fn plays(&self) -> u64 {
        self.finished.of
    }

    /// The distribution of a figure; `None` where no play had it.
    #[must_use]
    pub fn figure(&self, figure: Figure) -> Option<Distribution> {
        self.running(figure).and_then(Running::distribution)
    }

    /// The running summary of a figure, for its histogram.
    #[must_use]
    pub fn running(&self, figure: Figure) -> Option<&Running> {
        let place = Figure::ALL.iter().position(|known| *known == figure)?;
        self.figures.get(place)
    }
}
