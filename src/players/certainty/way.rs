//! The trainee's own way once more: the same sentences shown, each marked or not by chance.
//!
//! What was shown, opened and in reach stays as it was, so the figures keep their denominators and only
//! noticing varies. That marks open questions, and with them other ways, is left out: it would
//! compare the attempt with plays of something else.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use crate::scenario::authored::Horizon;
use crate::scenario::ids::UnitKey;
use crate::scenario::story::{Story, Tag};
use crate::score::noticing::quarters;
use crate::score::sensitivity::share as corrected;
use crate::score::{FalseAlarms, Noticing, Replay, Side, UnitNature, nature};
use crate::session::state::State;
use crate::session::view::Sureness;

use super::super::habit::Habit;
use super::super::running::Running;
use super::share;

/// What came of noticing over many plays.
#[derive(Debug, Clone)]
pub(super) struct Noticed {
    pub(super) immediate_hits: Running,
    pub(super) beyond_hits: Running,
    pub(super) immediate: Running,
    pub(super) beyond: Running,
    pub(super) false_alarms: Running,
    pub(super) understood: Running,
    pub(super) tunnel_vision: Running,
}

/// A live cue in reach.
struct CueThere {
    side: usize,
    weight: u32,
    has_sign: bool,
    units: Vec<usize>,
}

/// What stands along the way, with its units that were shown.
struct Way {
    cues: Vec<CueThere>,
    lures: Vec<Vec<usize>>,
    plain: Vec<usize>,
    /// Every unit above, once, in ascending order.
    read: Vec<usize>,
}

impl Way {
    fn new(story: &Story, state: &State, noticing: &Noticing) -> Self {
        let shown = |units: &[UnitKey], wanted: UnitNature| -> Vec<usize> {
            units
                .iter()
                .filter(|unit| state.shown.has(unit.index()))
                .filter(|unit| nature(story, state, **unit) == wanted)
                .map(|unit| unit.index())
                .collect()
        };
        let cues: Vec<CueThere> = noticing
            .in_reach
            .iter()
            .map(|id| {
                let cue = &story.cues[id.index()];
                CueThere {
                    side: usize::from(cue.horizon == Horizon::Beyond),
                    weight: cue.strength.weight(),
                    has_sign: cue.sign.is_some(),
                    units: shown(&story.tags[id.index()].units, UnitNature::Live),
                }
            })
            .collect();
        let lures = story.tags[story.cues.len()..].iter();
        let lures: Vec<Vec<usize>> = lures
            .map(|tag: &Tag| shown(&tag.units, UnitNature::Lure))
            .collect();
        let all: Vec<UnitKey> = (0..story.units.len()).map(UnitKey::at).collect();
        let plain = shown(&all, UnitNature::Plain);
        let mut read: Vec<usize> = cues
            .iter()
            .flat_map(|cue| &cue.units)
            .chain(lures.iter().flatten())
            .chain(&plain)
            .copied()
            .collect();
        read.sort_unstable();
        read.dedup();
        Self {
            cues,
            lures,
            plain,
            read,
        }
    }
}

/// Reads the way so many times.
pub(super) fn vary(replay: &Replay, noticing: &Noticing, habit: &Habit, plays: u64) -> Noticed {
    let (story, state) = (replay.play.story(), replay.play.state());
    let way = Way::new(story, state, noticing);
    let mut found = Noticed {
        immediate_hits: share(),
        beyond_hits: share(),
        immediate: share(),
        beyond: share(),
        false_alarms: share(),
        understood: share(),
        tunnel_vision: share(),
    };
    let mut marks = vec![None; story.units.len()];
    let mut lots = ChaCha8Rng::from_seed(habit.key);
    for number in 0..plays {
        lots.set_stream(number);
        lots.set_word_pos(0);
        for unit in &way.read {
            marks[*unit] = habit.mark(*unit, lots.next_u32());
        }
        read_once(&way, noticing, &marks, &mut lots, &mut found);
    }
    found
}

/// One reading, by the marks it made.
fn read_once(
    way: &Way,
    noticing: &Noticing,
    marks: &[Option<Sureness>],
    lots: &mut ChaCha8Rng,
    found: &mut Noticed,
) {
    let mut sides = [noticing.immediate, noticing.beyond].map(|side| Side {
        hits: 0,
        weight_hit: 0,
        ..side
    });
    // A hit is called rightly as often as this attempt's were.
    let called = corrected(noticing.understood.0, noticing.understood.1);
    let (mut understood, mut with_sign) = (0u32, 0u32);
    for cue in &way.cues {
        if cue.units.iter().any(|unit| marks[*unit].is_some()) {
            let side = &mut sides[cue.side];
            side.hits += 1;
            side.weight_hit += cue.weight;
            if cue.has_sign {
                with_sign += 1;
                let lot = f64::from(lots.next_u32()) / 4_294_967_296.0;
                understood += u32::from(lot < called);
            }
        }
    }
    let mut alarms = FalseAlarms {
        lures_in_reach: noticing.false_alarms.lures_in_reach,
        plain_in_reach: noticing.false_alarms.plain_in_reach,
        ..FalseAlarms::default()
    };
    for lure in &way.lures {
        // Read in order, so the latest mark is that of the last unit.
        if let Some(sure) = lure.iter().rev().find_map(|unit| marks[*unit]) {
            alarms.lure_quarters += quarters(sure, true);
        }
    }
    for sure in way.plain.iter().filter_map(|unit| marks[*unit]) {
        alarms.plain_quarters += quarters(sure, true);
    }
    let [immediate, beyond] = &sides;
    let add = |running: &mut Running, value: Option<f64>| {
        if let Some(value) = value {
            running.add(value);
        }
    };
    let hits = [Noticing::hit_share(immediate), Noticing::hit_share(beyond)];
    add(&mut found.immediate_hits, hits[0]);
    add(&mut found.beyond_hits, hits[1]);
    add(&mut found.immediate, alarms.score_of(immediate));
    add(&mut found.beyond, alarms.score_of(beyond));
    add(&mut found.false_alarms, Some(alarms.share()));
    let tunnel = hits[0].zip(hits[1]).map(|(one, other)| one - other);
    add(&mut found.tunnel_vision, tunnel);
    if noticing.understood.1 > 0 && with_sign > 0 {
        found
            .understood
            .add(f64::from(understood) / f64::from(with_sign));
    }
}
