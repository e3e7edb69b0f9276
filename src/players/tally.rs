//! The score of a play kept as it goes on: what `score` says of the same
//! actions, without a list of turns or a word of text.

use crate::scenario::ids::{NodeId, UnitKey};
use crate::score::noticing::quarters;
use crate::score::standard::ENOUGH_SEEN;
use crate::score::{CompetenceScore, DutyState, FalseAlarms, Side, Signals, duty_state};
use crate::session::bits::BitSet;
use crate::session::state::{State, Status};
use crate::session::view::Sureness;

use super::board::{Board, Combination, side_of};
use super::outcome::Outcome;

/// What is remembered of one play.
#[derive(Debug)]
pub(super) struct Tally {
    /// Units in things on offer in a node visited.
    on_offer: BitSet,
    committed: BitSet,
    /// Of each committed unit, the sureness and the place among marks of its latest committed mark.
    latest: Vec<(Sureness, u32)>,
    /// Of each marked unit, the place of its standing mark.
    standing: Vec<u32>,
    /// Units marked since marks were last committed.
    fresh: Vec<UnitKey>,
    marks: u32,
    /// Points earned.
    pub(super) earned: i64,
}

impl Tally {
    pub(super) fn new(board: &Board) -> Self {
        let units = board.story.units.len();
        Self {
            on_offer: BitSet::new(units),
            committed: BitSet::new(units),
            latest: vec![(Sureness::Note, 0); units],
            standing: vec![0; units],
            fresh: Vec::new(),
            marks: 0,
            earned: 0,
        }
    }

    /// Begins a play, whose first node is entered.
    pub(super) fn begin(&mut self, board: &Board) {
        self.on_offer.clear();
        self.committed.clear();
        self.fresh.clear();
        self.marks = 0;
        self.earned = 0;
        self.entered(board, board.story.start);
    }

    pub(super) fn entered(&mut self, board: &Board, node: NodeId) {
        for thing in &board.story.nodes[node.index()].things {
            for unit in board.story.thing(*thing).units.clone() {
                self.on_offer.insert(unit as usize);
            }
        }
    }

    pub(super) fn marked(&mut self, unit: UnitKey) {
        self.marks += 1;
        self.standing[unit.index()] = self.marks;
        self.fresh.push(unit);
    }

    /// Commits the marks that stand: at decide, choose, fill, leave and the end.
    pub(super) fn commit(&mut self, state: &State) {
        for unit in self.fresh.drain(..) {
            if let Some(mark) = state.marks[unit.index()] {
                self.committed.insert(unit.index());
                self.latest[unit.index()] = (mark.sure, self.standing[unit.index()]);
            }
        }
    }

    /// What came of it. `duties` is given how each duty came out.
    pub(super) fn outcome(
        &self,
        board: &Board,
        combination: &Combination,
        state: &State,
        duties: &mut [Option<DutyState>],
    ) -> Outcome {
        let story = &board.story;
        let mut sides = combination.sides;
        let mut live_shown = 0;
        for (index, cue) in story.cues.iter().enumerate() {
            if !combination.live[index] {
                continue;
            }
            let units = &story.tags[index].units;
            let any = |set: &BitSet| units.iter().any(|unit| set.has(unit.index()));
            let shown = any(&state.shown);
            live_shown += u32::from(shown);
            if shown || any(&self.on_offer) {
                count(
                    &mut sides[side_of(cue.horizon)],
                    cue.strength.weight(),
                    any(&self.committed),
                );
            }
        }
        let (alarms, noise_shown) = self.false_alarms(board, combination, state);
        let hits = sides[0].hits + sides[1].hits;
        let marked = alarms.lures_marked + alarms.plain_marked;
        let signals = Signals {
            hits,
            cues: live_shown,
            marked,
            noise: noise_shown,
        };
        for (index, found) in duties.iter_mut().enumerate() {
            *found = duty_state(story, state, index);
        }
        let finished = state.status == Status::Ended;
        let decisions =
            combination
                .range
                .filter(|_| finished)
                .map(|(best, worst)| CompetenceScore {
                    earned: self.earned,
                    best,
                    worst,
                    fraction: (self.earned - worst, best - worst),
                });
        let [immediate, beyond] = sides;
        let missed = duties.contains(&Some(DutyState::Missed));
        let met = story
            .standard
            .filter(|_| combination.range.is_some())
            .map(|standard| {
                let enough = beyond.cues_in_reach >= beyond.cues_live.min(ENOUGH_SEEN);
                let beyond_asked = beyond.cues_live > 0;
                finished
                    && !missed
                    && (!beyond_asked
                        || enough && alarms.puts_below(&beyond, standard.beyond) != Some(true))
                    && decisions.is_none_or(|d| d.is_below(standard.decisions) != Some(true))
            });
        Outcome {
            finished,
            turns: state.turn,
            minute: state.minute,
            immediate,
            beyond,
            alarms,
            signals,
            decisions,
            met,
        }
    }

    /// The false alarms, and how many lures and plain units were shown.
    fn false_alarms(
        &self,
        board: &Board,
        combination: &Combination,
        state: &State,
    ) -> (FalseAlarms, u32) {
        let mut found = FalseAlarms::default();
        let mut noise_shown = 0;
        let sets = state.shown.words().iter().zip(self.on_offer.words());
        let natures = combination.plain.words().iter();
        let natures = natures.zip(
            combination
                .near
                .words()
                .iter()
                .zip(combination.neutral.words()),
        );
        let marks = self.committed.words();
        for (place, ((shown, offered), (plain, (near, neutral)))) in sets.zip(natures).enumerate() {
            let committed = marks[place];
            found.plain_in_reach += ((shown | offered) & plain).count_ones();
            noise_shown += (shown & plain).count_ones();
            found.near_marked += (committed & near).count_ones();
            found.neutral_marked += (committed & neutral).count_ones();
            let mut rest = committed;
            while rest != 0 {
                let unit = place * 64 + rest.trailing_zeros() as usize;
                let bit = rest & rest.wrapping_neg();
                rest ^= bit;
                let stands = state.marks[unit].is_some();
                found.withdrawn += u32::from(!stands);
                if plain & bit != 0 {
                    found.plain_marked += 1;
                    found.plain_quarters += quarters(self.latest[unit].0, stands);
                }
            }
        }
        for (lure, units) in board.lure_units.iter().enumerate() {
            let all = &board.story.tags[board.story.cues.len() + lure].units;
            let any = |set: &BitSet| all.iter().any(|unit| set.has(unit.index()));
            let shown = any(&state.shown);
            noise_shown += u32::from(shown);
            found.lures_in_reach += u32::from(shown || any(&self.on_offer));
            let latest = units
                .iter()
                .filter(|unit| self.committed.has(unit.index()))
                .map(|unit| self.latest[unit.index()])
                .max_by_key(|(_, order)| *order);
            if let Some((sure, _)) = latest {
                let stands = units.iter().any(|unit| state.marks[unit.index()].is_some());
                found.lures_marked += 1;
                found.lure_quarters += quarters(sure, stands);
            }
        }
        (found, noise_shown)
    }
}

fn count(side: &mut Side, weight: u32, hit: bool) {
    side.cues_in_reach += 1;
    side.weight_in_reach += weight;
    if hit {
        side.hits += 1;
        side.weight_hit += weight;
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::ChaCha8Rng;
    use rand::{Rng, SeedableRng};

    use super::*;
    use crate::scenario::ids::{ChoiceKey, ConcernKey, OptionKey};
    use crate::scenario::shelf::Shelf;
    use crate::scenario::story::{Exit, Input};
    use crate::score::{Replay, ScoreOptions, score};
    use crate::session::moves::{Answer, Move};
    use crate::session::names::action_of;
    use crate::session::view::Mark;

    /// One officer who marks, takes back and marks again as the lots fall, told to both scorers.
    struct Walk<'a> {
        board: &'a Board,
        replay: Replay,
        tally: Tally,
        lots: ChaCha8Rng,
    }

    impl Walk<'_> {
        fn below(&mut self, count: usize) -> usize {
            self.lots.next_u32() as usize % count.max(1)
        }

        fn act(&mut self, step: &Move) {
            let action = action_of(&self.board.story, step);
            self.replay.act(&action).expect("it is allowed");
            let state = self.replay.play.state();
            match step {
                Move::Mark(unit, _) => self.tally.marked(*unit),
                Move::Decide | Move::Leave => self.tally.commit(state),
                Move::Choose(_) | Move::Fill(_) => {
                    self.tally.commit(state);
                    self.tally.entered(self.board, state.node);
                }
                _ => {}
            }
        }

        fn touch_marks(&mut self) {
            let shown: Vec<usize> = self.replay.play.state().shown.iter().collect();
            for _ in 0..self.below(12) {
                let unit = UnitKey::at(shown[self.below(shown.len())]);
                let sure = [Sureness::Note, Sureness::Concerned, Sureness::ActNow][self.below(3)];
                let concern = ConcernKey::at(self.below(3));
                let stands = self.replay.play.state().marks[unit.index()].is_some();
                if stands && self.below(2) == 0 {
                    self.act(&Move::Unmark(unit));
                } else {
                    self.act(&Move::Mark(unit, Mark { concern, sure }));
                }
            }
        }

        /// One turn; false at the end.
        fn turn(&mut self) -> bool {
            let story = self.board.story.clone();
            let node = self.replay.play.state().node;
            for thing in story.nodes[node.index()].things.clone() {
                if self.below(2) == 0 {
                    self.act(&Move::Inspect(thing));
                }
            }
            self.touch_marks();
            self.act(&Move::Decide);
            self.touch_marks();
            let offer = self.replay.play.state().offer.clone();
            match &story.nodes[node.index()].exit {
                Exit::Choices(_) if !offer.is_empty() => {
                    let choice = offer[self.below(offer.len())];
                    self.tally.earned += self.board.choice_points[choice as usize];
                    self.act(&Move::Choose(ChoiceKey(choice)));
                }
                Exit::Form(form) => {
                    let mut answers = Vec::new();
                    for field in form.fields.clone() {
                        let Input::One(options) = &story.fields[field as usize].input else {
                            continue;
                        };
                        let on: Vec<u32> = options.clone().filter(|o| offer.contains(o)).collect();
                        let option = OptionKey(on[self.below(on.len())]);
                        if !self.replay.play.state().filled.has(option.index()) {
                            self.tally.earned += self.board.option_points[option.index()];
                        }
                        answers.push((
                            crate::scenario::ids::FieldKey(field),
                            Answer::Options(vec![option]),
                        ));
                    }
                    self.act(&Move::Fill(answers));
                }
                _ => return false,
            }
            !self.replay.play.state().is_over()
        }
    }

    #[test]
    fn it_says_what_the_score_says_of_thousands_of_wavering_plays() {
        let load = |id: &str| Shelf::new(None).load(id, false).expect("read").story;
        for (id, states, plays) in [
            ("practice", 10_000, 1_500),
            ("chemist-on-mill-lane", 1, 1_500),
        ] {
            let story = load(id).expect("it loads");
            let board = Board::new(&story, states);
            for number in 0..plays {
                let place = number % board.combinations.len();
                let combination = &board.combinations[place];
                let forced: Vec<(usize, u32)> =
                    combination.draws.iter().copied().enumerate().collect();
                let mut walk = Walk {
                    board: &board,
                    replay: Replay::begin(story.clone(), 1, &forced),
                    tally: Tally::new(&board),
                    lots: ChaCha8Rng::seed_from_u64(number as u64),
                };
                walk.tally.begin(&board);
                for _ in 0..60 {
                    if !walk.turn() {
                        break;
                    }
                }
                let state = walk.replay.play.state().clone();
                walk.tally.commit(&state);
                walk.replay.finish();
                let mut duties = vec![None; story.duties.len()];
                let found = walk.tally.outcome(&board, combination, &state, &mut duties);
                let known = score(&walk.replay, ScoreOptions { states });
                let what = format!("{id} {number}");
                assert_eq!(found.immediate, known.noticing.immediate, "{what}");
                assert_eq!(found.beyond, known.noticing.beyond, "{what}");
                assert_eq!(found.alarms, known.noticing.false_alarms, "{what}");
                assert_eq!(found.signals, known.noticing.signals, "{what}");
                assert_eq!(found.finished, known.finished, "{what}");
                if found.finished && known.decisions.exact {
                    assert_eq!(found.decisions, Some(known.decisions.total), "{what}");
                }
                let met = known.standard.and_then(|standard| standard.met);
                assert_eq!(found.met, met, "{what}");
            }
        }
    }
}
