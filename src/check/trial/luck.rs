//! Where the best choice depends on a draw that nothing so far could tell.
//!
//! Curious plays of each combination are played along with every other: those
//! that show the same lines and the same offers cannot be told apart, so what
//! is best should not differ.

use std::collections::HashMap;

use crate::analysis::{Search, TurnAction};
use crate::players::{Board, Habit, Officer};
use crate::scenario::authored::ChoiceKind;
use crate::scenario::ids::{CastId, ChoiceKey, NodeId};
use crate::scenario::problem::ShownBy;
use crate::scenario::story::{Exit, Prose, Story};
use crate::session::moves::Move;
use crate::session::rules::{Event, apply};
use crate::session::state::State;

use super::shown_by;

/// Curious plays that are played along, a combination.
const PLAYS: u64 = 12;
/// Most bytes of the states at all forks: past it no more plays are looked at.
const BYTES: usize = 1 << 28;

/// Where only luck finds the best choice.
pub(in super::super) struct Luck {
    /// The node.
    pub(in super::super) node: NodeId,
    /// Two combinations that look the same so far.
    pub(in super::super) combinations: [usize; 2],
    /// The best choice of each, in its words.
    pub(in super::super) best: [String; 2],
    /// The play that comes there.
    pub(in super::super) play: ShownBy,
}

/// A moment of choice that several combinations come to alike.
pub(super) struct Fork {
    node: NodeId,
    /// The combination that was played, and the play's number.
    played: (usize, u64),
    /// How many of its moves lead here.
    moves: usize,
    /// The combinations that look the same, the played one first, each with its own state.
    alike: Vec<(usize, State)>,
    /// By choice, the number of what it looks like.
    looks: std::sync::Arc<[u32]>,
}

/// Numbers for what lines and choices look like: equal texts have equal numbers.
struct Faces {
    lines: Vec<u32>,
    choices: std::sync::Arc<[u32]>,
}

impl Faces {
    fn of(story: &Story) -> Self {
        let mut lines: HashMap<(Option<CastId>, String), u32> = HashMap::new();
        let mut choices: HashMap<(&str, ChoiceKind, u32), u32> = HashMap::new();
        let next = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            lines: story
                .lines
                .iter()
                .map(|line| {
                    let new = next(lines.len());
                    *lines.entry((line.by, text_of(&line.prose))).or_insert(new)
                })
                .collect(),
            choices: story
                .choices
                .iter()
                .map(|choice| {
                    let new = next(choices.len());
                    let face = (&*choice.text, choice.kind, choice.takes_minutes);
                    *choices.entry(face).or_insert(new)
                })
                .collect(),
        }
    }

    /// What the events showed, as far as it can differ.
    fn shown(&self, events: &[Event]) -> Vec<u32> {
        events
            .iter()
            .filter_map(|event| match event {
                Event::Line(line) => Some(self.lines[line.index()]),
                Event::Entered(_) | Event::Inspected(_) => None,
            })
            .collect()
    }

    /// What is on offer: choices by their looks; options of a record are alike only where they are the same.
    fn offered(&self, story: &Story, state: &State) -> Vec<u32> {
        let choices = matches!(story.nodes[state.node.index()].exit, Exit::Choices(_));
        let look = |number: &u32| {
            if choices {
                self.choices[*number as usize]
            } else {
                *number
            }
        };
        let mut offered: Vec<u32> = state.offer.iter().map(look).collect();
        offered.sort_unstable();
        offered
    }
}

fn text_of(prose: &Prose) -> String {
    let runs = prose
        .paragraphs
        .iter()
        .flatten()
        .flat_map(|piece| &piece.runs);
    runs.map(|(text, _)| &**text).collect()
}

/// The moments of choice in curious plays that more than one combination comes to alike.
pub(super) fn forks(board: &Board, habits: &[Habit]) -> Vec<Fork> {
    let curious = habits.iter().find(|habit| &*habit.player().id == "curious");
    let (Some(curious), true) = (curious, board.combinations.len() > 1) else {
        return Vec::new();
    };
    let faces = Faces::of(board.story());
    let mut officer = Officer::new(board);
    let mut forks = Vec::new();
    let mut room = BYTES;
    for combination in 0..board.combinations.len() {
        for number in 0..PLAYS {
            let (_, moves) = officer.recorded(curious, combination, number);
            let played = (combination, number);
            if along(board, &faces, played, &moves, &mut forks, &mut room).is_none() {
                return forks;
            }
        }
    }
    forks
}

/// Plays the moves with every combination at once, as long as they look the same;
/// nothing when there is no room for more forks.
fn along(
    board: &Board,
    faces: &Faces,
    played: (usize, u64),
    moves: &[Move],
    forks: &mut Vec<Fork>,
    room: &mut usize,
) -> Option<()> {
    let story = board.story().as_ref();
    let mut events = Vec::new();
    let others = (0..board.combinations.len()).filter(|place| *place != played.0);
    let mut alike: Vec<(usize, State)> = Vec::new();
    let mut first = Vec::new();
    for place in std::iter::once(played.0).chain(others) {
        events.clear();
        let draws = board.combinations[place].draws.clone();
        let state = State::start(story, draws, &mut events);
        let shown = faces.shown(&events);
        if alike.is_empty() {
            first = shown;
        } else if shown != first {
            continue;
        }
        alike.push((place, state));
    }
    for (done, step) in moves.iter().enumerate() {
        let mut told: Option<(Vec<u32>, Vec<u32>)> = None;
        alike.retain_mut(|(_, state)| {
            events.clear();
            let Some(step) = same_for(faces, state, step) else {
                return false;
            };
            if apply(story, state, &step, &mut events).is_err() {
                return false;
            }
            let seen = (faces.shown(&events), faces.offered(story, state));
            // The played combination comes first and is what the others are held against.
            match &told {
                None => {
                    told = Some(seen);
                    true
                }
                Some(first) => *first == seen,
            }
        });
        if alike.len() < 2 {
            return Some(());
        }
        let state = &alike[0].1;
        if *step == Move::Decide && matches!(story.nodes[state.node.index()].exit, Exit::Choices(_))
        {
            *room = room.checked_sub(alike.len() * bytes_of(state))?;
            forks.push(Fork {
                node: state.node,
                played,
                moves: done + 1,
                alike: alike.clone(),
                looks: faces.choices.clone(),
            });
        }
    }
    Some(())
}

/// Bytes of a state, about.
fn bytes_of(state: &State) -> usize {
    size_of_val(state)
        + size_of_val(&*state.marks)
        + size_of_val(&*state.tag_marks)
        + size_of_val(&*state.fulfilled)
        + size_of_val(state.chosen.words())
        + size_of_val(state.shown.words())
}

/// The same move in another combination: of choices, the one on offer that looks the same.
fn same_for(faces: &Faces, state: &State, step: &Move) -> Option<Move> {
    let Move::Choose(choice) = step else {
        return Some(step.clone());
    };
    if state.offer.contains(&choice.0) {
        return Some(step.clone());
    }
    let look = faces.choices[choice.index()];
    let same = |number: &&u32| faces.choices[**number as usize] == look;
    state
        .offer
        .iter()
        .find(same)
        .map(|number| Move::Choose(ChoiceKey(*number)))
}

/// The best choices of each fork that a combination comes to: what they look like, and the words of the first.
pub(super) type Best = Vec<Option<(Vec<u32>, ChoiceKey)>>;

/// What is best at each fork for one combination.
pub(super) fn best_at(forks: &[Fork], combination: usize, search: &mut Search<'_>) -> Best {
    forks
        .iter()
        .map(|fork| {
            let (_, state) = fork.alike.iter().find(|(place, _)| *place == combination)?;
            let mut best: Option<(i64, Vec<u32>, ChoiceKey)> = None;
            for (action, gain, after) in search.after_offer(state) {
                let TurnAction::Choose(choice) = action else {
                    continue;
                };
                let worth = gain + search.value(&after, 0).best;
                let look = fork.looks[choice.index()];
                match &mut best {
                    Some((most, _, _)) if worth < *most => {}
                    Some((most, looks, _)) if worth == *most => looks.push(look),
                    _ => best = Some((worth, vec![look], choice)),
                }
            }
            best.map(|(_, looks, first)| (looks, first))
        })
        .collect()
}

/// The forks at which two combinations have no best choice in common, each node once.
pub(super) fn found(
    board: &Board,
    habits: &[Habit],
    forks: &[Fork],
    best: &[Option<Best>],
) -> Vec<Luck> {
    let mut found: Vec<Luck> = Vec::new();
    for (number, fork) in forks.iter().enumerate() {
        if found.iter().any(|luck| luck.node == fork.node) {
            continue;
        }
        let best_of = |place: usize| best[place].as_ref().and_then(|best| best[number].as_ref());
        let Some((mine, first)) = best_of(fork.played.0) else {
            continue;
        };
        let other = fork.alike[1..].iter().find_map(|(place, _)| {
            let (theirs, choice) = best_of(*place)?;
            let shared = mine.iter().any(|look| theirs.contains(look));
            (!shared).then_some((*place, *choice))
        });
        if let Some((place, choice)) = other {
            found.extend(luck(board, habits, fork, (place, [*first, choice])));
        }
    }
    found
}

fn luck(
    board: &Board,
    habits: &[Habit],
    fork: &Fork,
    (other, best): (usize, [ChoiceKey; 2]),
) -> Option<Luck> {
    let curious = habits
        .iter()
        .find(|habit| &*habit.player().id == "curious")?;
    let (place, number) = fork.played;
    let (_, moves) = Officer::new(board).recorded(curious, place, number);
    Some(Luck {
        node: fork.node,
        combinations: [place, other],
        best: best.map(|choice| board.story().choice(choice).text.to_string()),
        play: shown_by(board, place, number, &moves[..fork.moves]),
    })
}
