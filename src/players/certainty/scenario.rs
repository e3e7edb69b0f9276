//! How sure the figures of one play of a scenario are, before anybody has played it.

use super::super::board::{Board, on_all_cores};
use super::super::habit::Habit;
use super::super::officer::Officer;
use super::super::running::Running;
use super::super::summary::Figure;
use super::{StandardError, earned_by_competence, of_whole_play, share};
use crate::scenario::players::Player;
use crate::score::{CompetenceScore, Signals};

/// The figures that have a standard error.
const FIGURES: [Figure; 9] = [
    Figure::ImmediateHits,
    Figure::BeyondHits,
    Figure::Immediate,
    Figure::Beyond,
    Figure::FalseAlarms,
    Figure::TunnelVision,
    Figure::DPrime,
    Figure::Criterion,
    Figure::Decisions,
];

/// Standard errors of one play by an ordinary trainee, and of three.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ScenarioCertainty {
    /// By figure; those that chance does not move are left out.
    pub figures: Vec<(Figure, StandardError)>,
    /// Of each competence, in the scenario's order.
    pub competences: Vec<Option<StandardError>>,
}

/// Plays of one combination of draws.
struct Played {
    figures: Vec<Running>,
    /// d′ and criterion of three plays counted together.
    together: [Running; 2],
    competences: Vec<Running>,
}

/// How sure the figures of one play are: the noisy reader plays as it stands, finding its own way.
///
/// `plays` are shared out among the combinations of draws. What differs between combinations is no error, as a
/// debrief names the facts: the variance is that within a combination, on average. `competences` has
/// the best and the worst of each competence by combination, where they are known.
#[must_use]
pub fn certainty_of(
    board: &Board,
    reader: &Player,
    competences: &[Vec<(i64, i64)>],
    plays: u64,
    seed: u64,
) -> ScenarioCertainty {
    let habit = Habit::new(board.story(), reader, seed);
    let count = board.combinations.len();
    let parts = on_all_cores(count, |place| {
        let numbers = (place as u64..plays).step_by(count);
        let ranges = competences.get(place).map_or(&[][..], Vec::as_slice);
        play(board, &habit, place, numbers, ranges)
    });
    let spread = |of: &dyn Fn(&Played) -> Option<&Running>| {
        let variances: Vec<f64> = parts
            .iter()
            .filter_map(|part| of(part)?.distribution())
            .map(|found| found.spread * found.spread)
            .collect();
        #[allow(clippy::cast_precision_loss, reason = "a few dozen combinations")]
        let count = variances.len() as f64;
        (!variances.is_empty()).then(|| (variances.iter().sum::<f64>() / count).sqrt())
    };
    let figures = FIGURES.iter().enumerate().filter_map(|(place, figure)| {
        let mut error = StandardError::of_mean(spread(&|part| part.figures.get(place)))?;
        let counted = match figure {
            Figure::DPrime => Some(0),
            Figure::Criterion => Some(1),
            _ => None,
        };
        if let Some(which) = counted {
            error.three = spread(&|part| part.together.get(which))?;
        }
        Some((*figure, error))
    });
    let competences = (0..board.story().competences.len())
        .map(|place| StandardError::of_mean(spread(&|part| part.competences.get(place))));
    ScenarioCertainty {
        figures: figures.collect(),
        competences: competences.collect(),
    }
}

fn play(
    board: &Board,
    habit: &Habit,
    combination: usize,
    numbers: impl Iterator<Item = u64>,
    ranges: &[(i64, i64)],
) -> Played {
    let story = board.story();
    let mut played = Played {
        figures: FIGURES.map(|_| share()).to_vec(),
        together: [share(), share()],
        competences: vec![share(); ranges.len()],
    };
    let mut officer = Officer::new(board);
    let mut earned = vec![0; story.competences.len()];
    let (mut signals, mut counted) = (Signals::default(), 0);
    for number in numbers {
        let outcome = officer.play(habit, combination, number);
        for (figure, running) in FIGURES.iter().zip(&mut played.figures) {
            if let Some(value) = figure.of(&outcome) {
                running.add(value);
            }
        }
        signals = signals + outcome.signals;
        counted += 1;
        if counted == 3 {
            let values = [signals.d_prime(), signals.criterion()];
            for (running, value) in played.together.iter_mut().zip(values) {
                if let Some(value) = value {
                    running.add(value);
                }
            }
            (signals, counted) = (Signals::default(), 0);
        }
        if !outcome.finished {
            continue;
        }
        earned_by_competence(story, officer.state(), &mut earned);
        for ((running, earned), (best, worst)) in
            played.competences.iter_mut().zip(&earned).zip(ranges)
        {
            let known = CompetenceScore {
                earned: 0,
                best: *best,
                worst: *worst,
                fraction: (0, 0),
            };
            if let Some(value) = of_whole_play(&known, *earned) {
                running.add(value);
            }
        }
    }
    played
}
