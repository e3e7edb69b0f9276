//! How sure a score is: the standard error of each figure of one attempt, and
//! of three (`docs/scoring.md`, "How sure a score is").
//!
//! The standard error is the standard deviation of a figure over many plays by
//! somebody of the same sensitivity. Noticing is let vary along the trainee's
//! own way ([`way`]) by a reader fitted to this attempt ([`fit`]); decisions by
//! whole plays of that reader with this attempt's facts.

mod fit;
mod scenario;
mod way;

pub use scenario::{ScenarioCertainty, certainty_of};

use std::sync::Arc;

use crate::scenario::players::Player;
use crate::scenario::story::{Points, Story};
use crate::score::{CompetenceScore, Replay, Score};
use crate::session::state::{State, Status};

use super::board::Board;
use super::habit::Habit;
use super::officer::Officer;
use super::running::Running;

/// The player whose noise is an ordinary trainee's.
pub const READER: &str = "noisy-reader";
/// Plays that a debrief counts on: the error's own error is then under 2 %.
pub const PLAYS: u64 = 2_000;

/// How far a figure may be off by chance alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandardError {
    /// Of one attempt.
    pub one: f64,
    /// Of three: of their mean, or of the three counted together.
    pub three: f64,
}

impl StandardError {
    /// Of a figure of which the mean is taken; `None` where chance moves nothing.
    fn of_mean(spread: Option<f64>) -> Option<Self> {
        spread.filter(|one| *one > 0.0).map(|one| Self {
            one,
            three: one / 3.0_f64.sqrt(),
        })
    }
}

/// The standard errors of an attempt's figures. Absent where a figure is, or where chance moves nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certainty {
    /// Hit share, the offence.
    pub immediate_hits: Option<StandardError>,
    /// Hit share, beyond it.
    pub beyond_hits: Option<StandardError>,
    /// Noticing, the offence.
    pub immediate: Option<StandardError>,
    /// Noticing, beyond it.
    pub beyond: Option<StandardError>,
    /// False-alarm share.
    pub false_alarms: Option<StandardError>,
    /// Hits called by a fitting concern.
    pub understood: Option<StandardError>,
    /// Tunnel vision.
    pub tunnel_vision: Option<StandardError>,
    /// d′; over three attempts, of their counts together.
    pub d_prime: Option<StandardError>,
    /// Criterion, likewise.
    pub criterion: Option<StandardError>,
    /// Decisions.
    pub decisions: Option<StandardError>,
    /// Each competence of the scenario, in its order.
    pub competences: Vec<Option<StandardError>>,
}

/// How sure the figures of an attempt are. The same seed gives the same, on any machine.
#[must_use]
pub fn certainty(
    replay: &Replay,
    score: &Score,
    reader: &Player,
    plays: u64,
    seed: u64,
) -> Certainty {
    let story = replay.play.story();
    let state = replay.play.state();
    let (reader, moved) = fit::fitted(story, state, &score.noticing, reader);
    let habit = Habit::moved(story, &reader, moved, seed);
    let noticed = way::vary(replay, &score.noticing, &habit, plays);
    let decided = decisions(story, state, score, &habit, plays);
    let spread = |running: &Running| running.distribution().map(|found| found.spread);
    let mean = |running: &Running| StandardError::of_mean(spread(running));
    let signals = score.noticing.signals;
    let together = signals + signals + signals;
    let counted = |one: Option<f64>, three: Option<f64>| {
        one.zip(three)
            .map(|(one, three)| StandardError { one, three })
    };
    Certainty {
        immediate_hits: mean(&noticed.immediate_hits),
        beyond_hits: mean(&noticed.beyond_hits),
        immediate: mean(&noticed.immediate),
        beyond: mean(&noticed.beyond),
        false_alarms: mean(&noticed.false_alarms),
        understood: mean(&noticed.understood),
        tunnel_vision: mean(&noticed.tunnel_vision),
        d_prime: counted(signals.d_prime_error(), together.d_prime_error()),
        criterion: counted(signals.criterion_error(), together.criterion_error()),
        decisions: decided.first().and_then(mean),
        competences: decided.iter().skip(1).map(mean).collect(),
    }
}

/// Shares, on which no bin is ever asked.
fn share() -> Running {
    Running::new(0.0, 1.0, 1.0)
}

/// The score for decisions over whole plays, then that of each competence.
///
/// Nothing where the attempt did not come to an end, for its figure is then of a part, or past the bound of states.
fn decisions(
    story: &Arc<Story>,
    state: &State,
    score: &Score,
    habit: &Habit,
    plays: u64,
) -> Vec<Running> {
    let mut found = vec![share(); score.decisions.competences.len() + 1];
    if !score.finished || !score.decisions.exact {
        return found;
    }
    let total = &score.decisions.total;
    let mut board = Board::of_facts(story, state.draws.clone());
    board.combinations[0].range = Some((total.best, total.worst));
    let mut officer = Officer::new(&board);
    let mut earned = vec![0; story.competences.len()];
    for number in 0..plays {
        let outcome = officer.play(habit, 0, number);
        let Some(decided) = outcome.decisions_score() else {
            continue;
        };
        found[0].add(decided);
        earned_by_competence(story, officer.state(), &mut earned);
        let known = score.decisions.competences.iter().zip(&earned);
        for (running, ((_, known), earned)) in found.iter_mut().skip(1).zip(known) {
            if let Some(decided) = of_whole_play(known, *earned) {
                running.add(decided);
            }
        }
    }
    found
}

/// What a play that came to its end earned of each competence.
///
/// A choice that earns cannot be taken twice, and an option earns the first time: so the sets tell all.
fn earned_by_competence(story: &Story, state: &State, earned: &mut [i64]) {
    debug_assert_eq!(state.status, Status::Ended);
    earned.fill(0);
    let mut add = |points: &Points| {
        for (competence, points) in points {
            earned[competence.index()] += i64::from(*points);
        }
    };
    for choice in state.chosen.iter() {
        add(&story.choices[choice].assess);
    }
    for option in state.filled.iter() {
        add(&story.options[option].assess);
    }
}

fn of_whole_play(known: &CompetenceScore, earned: i64) -> Option<f64> {
    let whole = CompetenceScore {
        fraction: (earned - known.worst, known.best - known.worst),
        ..*known
    };
    whole.score()
}
