//! One officer playing: looks, marks, decides and acts through the rules of
//! play alone. Everything it needs is kept from play to play.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use crate::scenario::ids::{ChoiceKey, FieldKey, OptionKey, UnitKey};
use crate::scenario::story::{Exit, Input, Story};
use crate::score::DutyState;
use crate::session::bits::BitSet;
use crate::session::moves::{Answer, Move};
use crate::session::rules::{Event, apply, fill_with};
use crate::session::state::State;
use crate::session::view::Mark;

use super::board::Board;
use super::habit::{Habit, Taken};
use super::noise::Noise;
use super::outcome::Outcome;
use super::running::nearest;
use super::tally::Tally;

/// After so many turns a play that goes in circles is left.
const MOST_TURNS: u32 = 400;

/// An officer at a board.
#[derive(Debug)]
pub struct Officer<'a> {
    board: &'a Board,
    state: State,
    tally: Tally,
    events: Vec<Event>,
    lots: ChaCha8Rng,
    noise: Noise,
    /// Sentences it has made up its mind about.
    considered: BitSet,
    /// What it has seen of each appeal, choices then options, and in which play.
    seen: Vec<(u64, i64)>,
    plays: u64,
    chosen: Vec<OptionKey>,
    duties: Vec<Option<DutyState>>,
    record: Option<Vec<Move>>,
}

impl<'a> Officer<'a> {
    /// An officer who can play this story.
    #[must_use]
    pub fn new(board: &'a Board) -> Self {
        let story = &board.story;
        Self {
            board,
            state: board.combinations[0].start.clone(),
            tally: Tally::new(board),
            events: Vec::new(),
            lots: ChaCha8Rng::from_seed([0; 32]),
            noise: Noise::new(),
            considered: BitSet::new(story.units.len()),
            seen: vec![(0, 0); story.choices.len() + story.options.len()],
            plays: 0,
            chosen: Vec::new(),
            duties: vec![None; story.duties.len()],
            record: None,
        }
    }

    /// Plays once by a habit. The habit's seed and the play's number decide
    /// every lot, so the same play comes out on any thread.
    pub fn play(&mut self, habit: &Habit, combination: usize, number: u64) -> Outcome {
        let board = self.board;
        let combination = &board.combinations[combination];
        self.state.copy_from(&combination.start);
        self.tally.begin(board);
        self.considered.clear();
        self.plays += 1;
        self.lots = ChaCha8Rng::from_seed(habit.key);
        self.lots.set_stream(number);
        while !self.state.is_over() {
            if self.state.turn >= MOST_TURNS || !self.turn(habit) {
                self.act(&Move::Leave);
                break;
            }
        }
        self.tally.commit(&self.state);
        self.tally
            .outcome(board, combination, &self.state, &mut self.duties)
    }

    /// Plays once and keeps what was done.
    pub fn recorded(
        &mut self,
        habit: &Habit,
        combination: usize,
        number: u64,
    ) -> (Outcome, Vec<Move>) {
        self.record = Some(Vec::new());
        let outcome = self.play(habit, combination, number);
        (outcome, self.record.take().unwrap_or_default())
    }

    /// The state at the end of the play just done.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// How each duty came out in the play just done.
    #[must_use]
    pub fn duties(&self) -> &[Option<DutyState>] {
        &self.duties
    }

    /// One turn; false where there is nothing to be done.
    fn turn(&mut self, habit: &Habit) -> bool {
        if habit.looks {
            self.look();
        }
        self.mark(habit);
        self.act(&Move::Decide);
        let story = &self.board.story;
        let node = self.state.node;
        match &story.nodes[node.index()].exit {
            Exit::Choices(_) => {
                let Some(choice) = self.choice(habit) else {
                    return false;
                };
                self.tally.earned += self.board.choice_points[choice.index()];
                self.act(&Move::Choose(choice));
            }
            Exit::Form(form) => {
                if !self.answers(habit, form.fields.clone()) || !self.fill() {
                    return false;
                }
            }
            Exit::Ending { .. } => return false,
        }
        self.tally.commit(&self.state);
        self.tally.entered(self.board, self.state.node);
        true
    }

    /// Does one action. What is not allowed changes nothing; the turns are counted, so no play hangs on one.
    fn act(&mut self, action: &Move) {
        self.events.clear();
        let done = apply(&self.board.story, &mut self.state, action, &mut self.events);
        if done.is_ok() {
            if let Some(record) = &mut self.record {
                record.push(action.clone());
            }
            if matches!(action, Move::Decide | Move::Leave) {
                self.tally.commit(&self.state);
            }
        }
    }

    fn look(&mut self) {
        let story = &self.board.story;
        for thing in &story.nodes[self.state.node.index()].things {
            if !self.state.inspected.has(thing.index()) {
                self.act(&Move::Inspect(*thing));
            }
        }
    }

    /// Makes up its mind about every sentence shown that it has not yet considered.
    fn mark(&mut self, habit: &Habit) {
        for place in 0..self.considered.words().len() {
            let mut fresh = self.state.shown.words()[place]
                & habit.candidates.words()[place]
                & !self.considered.words()[place];
            while fresh != 0 {
                let unit = place * 64 + fresh.trailing_zeros() as usize;
                fresh &= fresh - 1;
                self.considered.insert(unit);
                let lot = self.lots.next_u32();
                if let Some(sure) = habit.mark(unit, lot) {
                    let concern = habit.concerns[unit];
                    let unit = UnitKey::at(unit);
                    self.act(&Move::Mark(unit, Mark { concern, sure }));
                    self.tally.marked(unit);
                }
            }
        }
    }

    /// A whole number below `count`, by lot.
    fn below(&mut self, count: u32) -> u32 {
        // 32 bits scaled to the range: off by less than one part in 2³² ÷ count.
        let scaled = (u64::from(self.lots.next_u32()) * u64::from(count)) >> 32;
        u32::try_from(scaled).unwrap_or_default()
    }

    /// The appeal of a choice or an option as this play sees it.
    fn appeal(&mut self, habit: &Habit, place: usize) -> i64 {
        if habit.spread <= 0.0 {
            return habit.appeal[place];
        }
        if self.seen[place].0 != self.plays {
            let noise = nearest(self.noise.of(self.lots.next_u32()) * habit.spread);
            self.seen[place] = (self.plays, habit.appeal[place] + noise);
        }
        self.seen[place].1
    }

    /// The one that draws most of those on offer in a range, ties by lot.
    fn most_appealing(
        &mut self,
        habit: &Habit,
        range: std::ops::Range<u32>,
        base: usize,
    ) -> Option<u32> {
        let mut found: Option<(i64, u32)> = None;
        let mut equal = 1;
        for place in 0..self.state.offer.len() {
            let number = self.state.offer[place];
            if !range.contains(&number) {
                continue;
            }
            if habit.takes_first {
                return Some(number);
            }
            let appeal = self.appeal(habit, base + number as usize);
            match found {
                Some((most, _)) if appeal < most => {}
                Some((most, _)) if appeal == most => {
                    equal += 1;
                    if self.below(equal) == 0 {
                        found = Some((most, number));
                    }
                }
                _ => {
                    found = Some((appeal, number));
                    equal = 1;
                }
            }
        }
        found.map(|(_, number)| number)
    }

    fn choice(&mut self, habit: &Habit) -> Option<ChoiceKey> {
        let all = self.board.story.choices_of(self.state.node);
        self.most_appealing(habit, all, 0).map(ChoiceKey)
    }

    /// Decides on an answer to every field; false where a field cannot be answered.
    fn answers(&mut self, habit: &Habit, fields: std::ops::Range<u32>) -> bool {
        let base = self.board.story.choices.len();
        self.chosen.clear();
        for field in fields {
            match &self.board.story.fields[field as usize].input {
                Input::One(options) => {
                    let Some(option) = self.most_appealing(habit, options.clone(), base) else {
                        return false;
                    };
                    self.chosen.push(OptionKey(option));
                }
                Input::Many(options) => self.tick(habit, options.clone(), base),
                Input::Text { .. } => {}
            }
        }
        true
    }

    fn tick(&mut self, habit: &Habit, options: std::ops::Range<u32>, base: usize) {
        match habit.many {
            Taken::Nothing => {}
            Taken::One => {
                let option = self.most_appealing(habit, options, base);
                self.chosen.extend(option.map(OptionKey));
            }
            Taken::Appealing | Taken::ByLot => {
                // What is on offer stands in the order of the file, as the options do.
                for place in 0..self.state.offer.len() {
                    let option = self.state.offer[place];
                    if !options.contains(&option) {
                        continue;
                    }
                    let taken = if habit.many == Taken::ByLot {
                        self.below(2) == 0
                    } else {
                        self.appeal(habit, base + option as usize) > 0
                    };
                    if taken {
                        self.chosen.push(OptionKey(option));
                    }
                }
            }
        }
    }

    fn fill(&mut self) -> bool {
        let board = self.board;
        let fresh: i64 = self
            .chosen
            .iter()
            .filter(|option| !self.state.filled.has(option.index()))
            .map(|option| board.option_points[option.index()])
            .sum();
        self.events.clear();
        let step = self
            .record
            .is_some()
            .then(|| filling(&board.story, &self.chosen));
        if fill_with(
            &board.story,
            &mut self.state,
            &self.chosen,
            &mut self.events,
        )
        .is_err()
        {
            return false;
        }
        self.tally.earned += fresh;
        if let (Some(record), Some(step)) = (&mut self.record, step) {
            record.push(step);
        }
        true
    }
}

/// Options as the answers of a record.
fn filling(story: &Story, chosen: &[OptionKey]) -> Move {
    let mut answers: Vec<(FieldKey, Answer)> = Vec::new();
    for option in chosen {
        let field = story.option(*option).field;
        match answers.last_mut() {
            Some((last, Answer::Options(options))) if *last == field => options.push(*option),
            _ => answers.push((field, Answer::Options(vec![*option]))),
        }
    }
    Move::Fill(answers)
}
