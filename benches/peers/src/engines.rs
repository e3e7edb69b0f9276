//! The engines, each behind the same three calls: start again, show, choose.

use std::sync::Arc;

use bladeink::story::Story as Blade;
use second_look::scenario::ids::ChoiceKey;
use second_look::scenario::story::Story;
use second_look::session::moves::Move;
use second_look::session::rules::{Event, apply};
use second_look::session::state::State;
use yarnspinner::prelude::*;
use yarnspinner::runtime::{MemoryVariableStorage, StringTableTextProvider};

/// A player of the generated story.
pub trait Engine {
    /// To the beginning.
    fn reset(&mut self);
    /// Hands every shown line and then every choice's text to `seen`; returns how many choices there are.
    fn show(&mut self, seen: &mut dyn FnMut(&str)) -> usize;
    /// Takes a choice by its place among those shown.
    fn choose(&mut self, index: usize);
}

/// Second Look's session.
pub struct SecondLook {
    story: Arc<Story>,
    state: State,
    events: Vec<Event>,
}

impl SecondLook {
    pub fn new(story: Arc<Story>) -> Self {
        let mut events = Vec::new();
        let state = State::start(&story, Vec::new(), &mut events);
        Self {
            story,
            state,
            events,
        }
    }
}

impl Engine for SecondLook {
    fn reset(&mut self) {
        self.events.clear();
        self.state = State::start(&self.story, Vec::new(), &mut self.events);
    }

    fn show(&mut self, seen: &mut dyn FnMut(&str)) -> usize {
        for event in &self.events {
            let Event::Line(line) = event else { continue };
            let prose = &self.story.lines[line.index()].prose;
            for (run, _) in prose
                .paragraphs
                .iter()
                .flatten()
                .flat_map(|piece| &piece.runs)
            {
                seen(run);
            }
        }
        self.events.clear();
        apply(
            &self.story,
            &mut self.state,
            &Move::Decide,
            &mut self.events,
        )
        .expect("decide");
        for choice in &self.state.offer {
            seen(&self.story.choices[*choice as usize].text);
        }
        self.state.offer.len()
    }

    fn choose(&mut self, index: usize) {
        let choice = Move::Choose(ChoiceKey(self.state.offer[index]));
        apply(&self.story, &mut self.state, &choice, &mut self.events).expect("on offer");
    }
}

pub fn blade_compile(ink: &str) -> String {
    bladeink_compiler::Compiler::new()
        .compile(ink)
        .expect("the generated story")
}

pub struct Bladeink(Blade);

impl Bladeink {
    pub fn new(json: &str) -> Self {
        Self(Blade::new(json).expect("what its compiler made"))
    }
}

impl Engine for Bladeink {
    fn reset(&mut self) {
        self.0.reset_state().expect("reset");
    }

    fn show(&mut self, seen: &mut dyn FnMut(&str)) -> usize {
        while self.0.can_continue() {
            seen(self.0.cont().expect("a line").trim_end());
        }
        let choices = self.0.get_current_choices();
        choices.iter().for_each(|choice| seen(&choice.text));
        choices.len()
    }

    fn choose(&mut self, index: usize) {
        self.0.choose_choice_index(index).expect("on offer");
    }
}

pub fn yarn_compile(yarn: &str) -> Compilation {
    YarnCompiler::new()
        .add_file(YarnFile {
            file_name: "story.yarn".to_owned(),
            source: yarn.to_owned(),
        })
        .compile()
        .expect("the generated story")
}

pub struct Yarn {
    dialogue: Dialogue,
    options: Vec<OptionId>,
}

impl Yarn {
    pub fn new(compilation: Compilation) -> Self {
        let mut texts = StringTableTextProvider::new();
        texts.extend_base_language(
            compilation
                .string_table
                .into_iter()
                .map(|(id, info)| (id, info.text)),
        );
        let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
        dialogue.add_program(compilation.program.expect("a program"));
        let mut yarn = Self {
            dialogue,
            options: Vec::new(),
        };
        yarn.reset();
        yarn
    }
}

impl Engine for Yarn {
    fn reset(&mut self) {
        self.dialogue.stop();
        self.dialogue.variable_storage_mut().clear();
        self.dialogue.set_node("Start").expect("its first node");
    }

    fn show(&mut self, seen: &mut dyn FnMut(&str)) -> usize {
        loop {
            for event in self.dialogue.continue_().expect("it goes on") {
                match event {
                    DialogueEvent::Line(line) => seen(&line.text),
                    DialogueEvent::Options(options) => {
                        self.options.clear();
                        for option in options.into_iter().filter(|option| option.is_available) {
                            seen(&option.line.text);
                            self.options.push(option.id);
                        }
                        return self.options.len();
                    }
                    _ => {}
                }
            }
        }
    }

    fn choose(&mut self, index: usize) {
        self.dialogue
            .set_selected_option(self.options[index])
            .expect("on offer");
    }
}
