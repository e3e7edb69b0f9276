//! Fair regret (RULES section 5): what a turn cost by what its player could know.

use std::cell::Cell;

use crate::scenario::story::Story;
use crate::session::moves::Move;
use crate::session::rules::{self, Event};
use crate::session::state::State;

use super::belief::Beliefs;
use super::combinations::{Combinations, Mask, members, size};
use super::expand::TooMany;
use super::layout::Layout;
use super::optimum::Optimum;
use super::seen::Eyes;
use super::turn::Turn;
use super::worth::Worths;

/// A turn's loss by what its player could know: a fraction, never below 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FairLoss {
    /// Summed over the combinations that were possible.
    pub top: i64,
    /// How many were.
    pub bottom: i64,
}

impl FairLoss {
    /// As a number.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "points are small whole numbers")]
    pub fn value(self) -> f64 {
        self.top as f64 / self.bottom as f64
    }

    /// What the facts added to it: loss less fair loss; below 0 where they were kind.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "points are small whole numbers")]
    pub fn luck(self, loss: i64) -> f64 {
        (loss * self.bottom - self.top) as f64 / self.bottom as f64
    }
}

/// What a turn that was played earned, and what it cost where the facts are known.
#[derive(Debug, Clone, Copy)]
pub struct PlayedGain {
    /// Points.
    pub gain: i64,
    /// Loss.
    pub loss: i64,
}

/// A turn as it looked to its player: `possible` could be told apart only
/// after it, into `after`.
struct Faced {
    possible: Mask,
    start: State,
    after: Vec<(Mask, State)>,
}

/// The fair loss of every turn of a playthrough, given by its moves; `None`
/// past the bound (states and points of the search, each state once for every combination).
#[must_use]
pub fn fair_losses(
    story: &Story,
    drawn: &[u32],
    moves: &[Move],
    turns: &[PlayedGain],
    bound: usize,
) -> Option<Vec<FairLoss>> {
    let combinations = Combinations::new(story, drawn).ok()?;
    let faced = follow(story, &combinations, moves);
    // Looking at once at what no condition asks about is sound nearly always; where not, by hand.
    [true, false]
        .into_iter()
        .find_map(
            |eager| match judge(story, &combinations, &faced, turns, eager, bound) {
                Ok(found) => Some(Some(found)),
                Err(Fault::LookByHand) => None,
                Err(Fault::TooMany) => Some(None),
            },
        )
        .flatten()
}

enum Fault {
    TooMany,
    LookByHand,
}

fn judge(
    story: &Story,
    combinations: &Combinations,
    faced: &[Faced],
    turns: &[PlayedGain],
    eager: bool,
    bound: usize,
) -> Result<Vec<FairLoss>, Fault> {
    let layout = Layout::watching(story, &combinations.watched);
    let eyes = Eyes {
        story,
        layout: &layout,
        combinations,
        eager,
        tried: Cell::new(0),
    };
    let exact = Optimum::new(story, combinations, eager, false, bound);
    let hopeful = (!eager).then(|| Optimum::new(story, combinations, eager, true, bound));
    let worths = Worths::new(exact, hopeful, &eyes);
    let mut beliefs = Beliefs::new(eyes, worths, bound);
    let settled = |state: &State| {
        (!story.is_ending(state.node)).then(|| {
            let mut turn = Turn::of(state, &layout);
            turn.settle(story, &layout, eager);
            turn
        })
    };
    let mut losses = Vec::with_capacity(turns.len());
    for (faced, played) in faced.iter().zip(turns) {
        let bottom = size(faced.possible);
        if combinations.are_alike_from(faced.start.node, faced.possible) {
            let top = played.loss * bottom;
            losses.push(FairLoss { top, bottom });
            continue;
        }
        let mut expected = |state: &State, mask: Mask| match settled(state) {
            None => Ok(0),
            Some(turn) => beliefs.expected(turn, mask),
        };
        let mut top = || -> Result<i64, TooMany> {
            let mut top = expected(&faced.start, faced.possible)? - played.gain * bottom;
            for (part, after) in &faced.after {
                top -= expected(after, *part)?;
            }
            Ok(top)
        };
        match top() {
            Ok(top) => losses.push(FairLoss {
                top: top.max(0),
                bottom,
            }),
            Err(TooMany) if beliefs.must_look_by_hand() => return Err(Fault::LookByHand),
            Err(TooMany) => return Err(Fault::TooMany),
        }
    }
    Ok(losses)
}

/// The turns as they looked: the same moves under every combination, and which
/// of them would have shown the same lines and the same offers.
fn follow(story: &Story, combinations: &Combinations, moves: &[Move]) -> Vec<Faced> {
    let mut states: Vec<State> = Vec::new();
    let mut shown: Vec<Vec<Event>> = Vec::new();
    for draws in &combinations.draws {
        let mut events = Vec::new();
        states.push(State::start(story, draws.clone(), &mut events));
        shown.push(events);
    }
    let actual = combinations.actual;
    let alike = |possible: Mask, same: &dyn Fn(usize) -> bool| {
        members(possible)
            .filter(|member| same(*member))
            .fold(0, |mask: Mask, member| mask | 1 << member)
    };
    let mut possible = alike(combinations.all(), &|member| shown[member] == shown[actual]);
    let mut start = states[actual].clone();
    let mut faced = Vec::new();
    for step in moves {
        let mut refused: Mask = 0;
        for member in members(possible) {
            shown[member].clear();
            if rules::apply(story, &mut states[member], step, &mut shown[member]).is_err() {
                refused |= 1 << member;
            }
        }
        possible &= !refused;
        match step {
            Move::Decide => {
                possible = alike(possible, &|member| {
                    states[member].offer == states[actual].offer
                });
            }
            Move::Choose(_) | Move::Fill(_) => {
                let mut rest = possible;
                let mut after = Vec::new();
                while rest != 0 {
                    let first = super::combinations::first(rest);
                    let part = alike(rest, &|member| shown[member] == shown[first]);
                    after.push((part, states[first].clone()));
                    rest &= !part;
                }
                let own = after
                    .iter()
                    .find(|(part, _)| part >> actual & 1 == 1)
                    .map_or(possible, |(part, _)| *part);
                faced.push(Faced {
                    possible,
                    start: std::mem::replace(&mut start, states[actual].clone()),
                    after,
                });
                possible = own;
            }
            _ => {}
        }
    }
    faced
}
