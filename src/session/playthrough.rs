//! A playthrough with its transcript: what a screen is shown, and what resumes.

use std::sync::Arc;

use crate::language::Language;
use crate::scenario::story::Story;

use super::action::Action;
use super::draw;
use super::moves::{Answer, Move, Reflection};
use super::names;
use super::refusal::Refusal;
use super::rules::{self, Event};
use super::state::State;
use super::view::{ChoiceKey, ThingKey, UnitKey};
use crate::scenario::ids::LineId;

/// One thing that was shown or done, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A node was entered.
    Visit {
        /// The node.
        node: crate::scenario::ids::NodeId,
        /// The minute.
        minute: u32,
    },
    /// A line was shown.
    Line(LineId),
    /// A thing was looked at.
    Inspected {
        /// The thing.
        thing: ThingKey,
        /// The minute.
        minute: u32,
    },
    /// A choice was taken.
    Chose {
        /// The choice.
        choice: ChoiceKey,
        /// The minute after it.
        minute: u32,
    },
    /// A record was submitted.
    Filled {
        /// Its node.
        node: crate::scenario::ids::NodeId,
        /// The minute after it.
        minute: u32,
    },
}

/// A record as it was submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// Its node.
    pub node: crate::scenario::ids::NodeId,
    /// The minute after it.
    pub minute: u32,
    /// The answers.
    pub answers: Vec<(crate::scenario::ids::FieldKey, Answer)>,
}

/// One playthrough: the state, how it came about, and who it was drawn for.
#[derive(Debug, Clone)]
pub struct Playthrough {
    story: Arc<Story>,
    /// The same story in the language that it is shown in.
    told: Arc<Story>,
    seed: u64,
    state: State,
    moments: Vec<Moment>,
    moments_before_turn: usize,
    marked: Vec<UnitKey>,
    reflection: Option<Reflection>,
    submitted: Vec<Submitted>,
    reasons: Vec<(ChoiceKey, Option<String>)>,
}

impl Playthrough {
    /// Begins: facts from the seed, except those set by hand (draw and value by index).
    #[must_use]
    pub fn begin(story: Arc<Story>, seed: u64, forced: &[(usize, u32)]) -> Self {
        let mut draws = draw::draw(&story, seed);
        for (index, value) in forced {
            if let Some(draw) = draws.get_mut(*index) {
                *draw = *value;
            }
        }
        let mut events = Vec::new();
        let state = State::start(&story, draws, &mut events);
        let mut begun = Self {
            told: Arc::clone(&story),
            story,
            seed,
            state,
            moments: Vec::new(),
            moments_before_turn: 0,
            marked: Vec::new(),
            reflection: None,
            submitted: Vec::new(),
            reasons: Vec::new(),
        };
        begun.note(&events);
        begun
    }

    /// The story.
    #[must_use]
    pub fn story(&self) -> &Arc<Story> {
        &self.story
    }

    /// The story as it is shown: in the language asked for, as far as it is translated.
    #[must_use]
    pub fn told(&self) -> &Arc<Story> {
        &self.told
    }

    /// Shows the story in a language from now on. Nothing that was done or can be done changes.
    pub fn tell_in(&mut self, language: Language) {
        self.told = self.story.told_in(language);
    }

    /// The seed.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The state.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// What was shown and done, oldest first.
    #[must_use]
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// How many moments there were before the turn in progress.
    #[must_use]
    pub fn moments_before_turn(&self) -> usize {
        self.moments_before_turn
    }

    /// Standing marks, oldest first.
    #[must_use]
    pub fn marked(&self) -> &[UnitKey] {
        &self.marked
    }

    /// The reflection; the last one counts.
    #[must_use]
    pub fn reflection(&self) -> Option<&Reflection> {
        self.reflection.as_ref()
    }

    /// Records submitted, oldest first.
    #[must_use]
    pub fn submitted(&self) -> &[Submitted] {
        &self.submitted
    }

    /// Choices that asked for reasons, with the reasons where any were given.
    #[must_use]
    pub fn reasons(&self) -> &[(ChoiceKey, Option<String>)] {
        &self.reasons
    }

    /// Does an action given in ids of the file.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing has changed then.
    pub fn act(&mut self, action: &Action) -> Result<Move, Refusal> {
        let step = names::resolve(&self.story, &self.state, action)?;
        self.apply(&step)?;
        Ok(step)
    }

    /// Does a move.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing has changed then.
    pub fn apply(&mut self, step: &Move) -> Result<(), Refusal> {
        let mut events = Vec::new();
        let node = self.state.node;
        rules::apply(&self.story, &mut self.state, step, &mut events)?;
        let minute = self.state.minute;
        match step {
            Move::Choose(choice) => {
                self.end_turn(Moment::Chose {
                    choice: *choice,
                    minute,
                });
                if self.story.choice(*choice).rationale.is_some() {
                    self.reasons.push((*choice, None));
                }
            }
            Move::Fill(answers) => {
                self.end_turn(Moment::Filled { node, minute });
                self.submitted.push(Submitted {
                    node,
                    minute,
                    answers: answers.clone(),
                });
            }
            Move::Explain(text) => {
                if let Some((_, reasons)) = self.reasons.last_mut() {
                    *reasons = Some(text.clone());
                }
            }
            Move::Mark(unit, _)
                // Marking again replaces: the notebook keeps its place.
                if !self.marked.contains(unit) => {
                    self.marked.push(*unit);
                }
            Move::Unmark(unit) => self.marked.retain(|marked| marked != unit),
            Move::Reflect(reflection) => self.reflection = Some(reflection.clone()),
            _ => {}
        }
        self.note(&events);
        Ok(())
    }

    fn end_turn(&mut self, deed: Moment) {
        self.moments.push(deed);
        self.moments_before_turn = self.moments.len();
    }

    fn note(&mut self, events: &[Event]) {
        let minute = self.state.minute;
        self.moments.extend(events.iter().map(|event| match event {
            Event::Entered(node) => Moment::Visit {
                node: *node,
                minute,
            },
            Event::Line(line) => Moment::Line(*line),
            Event::Inspected(thing) => Moment::Inspected {
                thing: *thing,
                minute,
            },
        }));
    }

    /// What a screen may show now.
    #[must_use]
    pub fn view(&self) -> super::view::View {
        super::look::view(self)
    }
}
