//! Nodes with their lines, things, choices and forms; documents.

use std::ops::Range;

use super::super::authored::{self, Effect as AuthoredEffect, Input as AuthoredInput};
use super::super::ids::{FieldKey, LineId, NodeId, ThingKey};
use super::super::problem::Problem;
use super::super::span::Span;
use super::super::story::{
    Choice, ChoiceOption, Effect, Exit, Field, Form, Home, Input, Line, Node, Prose, Thing,
    ThingKind,
};
use super::text::to_u32;
use super::{Compiler, Scope, arc, maybe_arc};

#[derive(Default)]
pub(super) struct Places {
    pub(super) nodes: Vec<Node>,
    pub(super) lines: Vec<Line>,
    pub(super) things: Vec<Thing>,
    pub(super) choices: Vec<Choice>,
    pub(super) fields: Vec<Field>,
    pub(super) options: Vec<ChoiceOption>,
}

impl Compiler<'_> {
    pub(super) fn places(&mut self) -> Places {
        let mut places = Places::default();
        let authored = self.authored;
        for (number, (id, node)) in authored.nodes.iter().enumerate() {
            self.node(NodeId::at(number), id, node, &mut places);
        }
        for (id, document) in authored.documents.iter() {
            let key = ThingKey::at(places.things.len());
            let first = self.book.units.len();
            let fields = document
                .fields
                .iter()
                .enumerate()
                .map(|(index, field)| {
                    (
                        arc(&field.label),
                        self.prose(
                            &field.text,
                            Home::Thing(key),
                            &format!("{}.field.{index}", id.value),
                        ),
                    )
                })
                .collect();
            let kind = ThingKind::Document {
                kind: document.kind,
                picture: self.picture(document.picture.as_ref()),
                fields,
            };
            places.things.push(Thing {
                id: arc(id),
                label: arc(&document.title),
                kind,
                units: self.units_since(first),
            });
        }
        places
    }

    fn units_since(&self, first: usize) -> Range<u32> {
        to_u32(first)..to_u32(self.book.units.len())
    }

    fn node(
        &mut self,
        number: NodeId,
        id: &authored::Text,
        node: &authored::Node,
        places: &mut Places,
    ) {
        self.one_exit(id, node);
        let ending = node.ending.is_some();
        let first_line = places.lines.len();
        for (index, line) in node.lines.iter().enumerate() {
            let home = Home::Line(LineId::at(places.lines.len()));
            let prose = if ending {
                self.closing(&line.text)
            } else {
                self.prose(&line.text, home, &format!("{}.line.{index}", id.value))
            };
            let when = self.condition(line.when.as_ref(), Scope::Anything);
            let by = line
                .by
                .as_ref()
                .map(|by| self.names.cast(by, &mut self.problems));
            places.lines.push(Line { when, by, prose });
        }
        let mut things = Vec::new();
        for (object_id, object) in node.objects.iter() {
            let key = ThingKey::at(places.things.len());
            let first = self.book.units.len();
            let prose: Prose = self.prose(
                &object.text,
                Home::Thing(key),
                &format!("{}.object.{}", id.value, object_id.value),
            );
            let shape = object.shape.as_ref().map_or_else(|| arc(object_id), arc);
            places.things.push(Thing {
                id: arc(object_id),
                label: arc(&object.label),
                kind: ThingKind::Object {
                    node: number,
                    shape,
                    prose,
                },
                units: self.units_since(first),
            });
            things.push(key);
        }
        for document in &node.documents {
            let key = self
                .names
                .document(document, &self.authored.documents, &mut self.problems);
            if !things.contains(&key) {
                things.push(key);
            }
        }
        let exit = self.exit(number, node, places);
        places.nodes.push(Node {
            id: arc(id),
            place: arc(&node.place),
            picture: self.picture(node.picture.as_ref()),
            lines: to_u32(first_line)..to_u32(places.lines.len()),
            things,
            keep_order: node.keep_order,
            exit,
        });
    }

    fn one_exit(&mut self, id: &authored::Text, node: &authored::Node) {
        let exits: Vec<(&str, Span)> = [
            node.choices.as_ref().map(|found| ("choices", found.span)),
            node.form.as_ref().map(|found| ("form", found.span)),
            node.ending.as_ref().map(|found| ("ending", found.span)),
        ]
        .into_iter()
        .flatten()
        .collect();
        match exits[..] {
            [] => self.fault(
                Problem::fatal(
                    "no-exit",
                    id.span,
                    format!("the node `{}` has no exit", id.value),
                )
                .mend("give it exactly one of `choices`, `form` or `ending`"),
            ),
            [_] => {}
            [(first, _), (second, span), ..] => {
                self.fault(Problem::fatal("two-exits", Span::new(span.start, span.start + 1), format!("the node `{}` has both `{first}` and `{second}`; it needs exactly one exit", id.value)).mend("keep one of `choices`, `form` or `ending`"));
            }
        }
        if let Some(choices) = &node.choices
            && choices.value.is_empty()
        {
            self.fault(
                Problem::fatal(
                    "empty",
                    choices.span,
                    format!("`choices` of the node `{}` is empty", id.value),
                )
                .mend("write a choice, or make the node an `ending`"),
            );
        }
        if node.ending.is_some() {
            if let Some((object, _)) = node.objects.0.first() {
                self.fault(
                    Problem::fatal(
                        "thing-in-ending",
                        object.span,
                        format!("the ending node `{}` has objects", id.value),
                    )
                    .mend("move them to a node before the ending"),
                );
            }
            if let Some(document) = node.documents.first() {
                self.fault(
                    Problem::fatal(
                        "thing-in-ending",
                        document.span,
                        format!("the ending node `{}` has documents", id.value),
                    )
                    .mend("move them to a node before the ending"),
                );
            }
        }
    }

    fn exit(&mut self, number: NodeId, node: &authored::Node, places: &mut Places) -> Exit {
        // Each part is compiled even where two stand by mistake: all faults show at once,
        // and numbers stay those that the namespaces gave.
        let first_choice = places.choices.len();
        for choice in node.choices.iter().flat_map(|choices| choices.value.iter()) {
            let compiled = self.choice(number, choice);
            places.choices.push(compiled);
        }
        let form = node
            .form
            .as_ref()
            .map(|form| self.form(number, &form.value, places));
        if let Some(ending) = &node.ending {
            return Exit::Ending {
                id: arc(&ending.id),
                summary: arc(&ending.summary),
            };
        }
        match form {
            Some(form) => Exit::Form(form),
            None => Exit::Choices(to_u32(first_choice)..to_u32(places.choices.len())),
        }
    }

    fn choice(&mut self, node: NodeId, choice: &authored::Choice) -> Choice {
        if choice.again.value {
            if let Some((id, _)) = choice.assess.0.first() {
                self.fault(Problem::fatal("again-scores", id.span, format!("the choice `{}` has `again` and `assess`: points could be taken for ever", choice.id.value)).mend("take out `again` or `assess`"));
            }
            if let Some(id) = choice.fulfils.first() {
                self.fault(
                    Problem::fatal(
                        "again-scores",
                        id.span,
                        format!("the choice `{}` has `again` and `fulfils`", choice.id.value),
                    )
                    .mend("take out `again` or `fulfils`"),
                );
            }
        }
        Choice {
            id: arc(&choice.id),
            node,
            kind: choice.kind,
            text: arc(&choice.text),
            when: self.condition(choice.when.as_ref(), Scope::Anything),
            again: choice.again.value,
            takes_minutes: choice
                .takes_minutes
                .as_ref()
                .map_or(0, |number| self.minutes(number)),
            effects: choice
                .effects
                .iter()
                .map(|effect| self.effect(effect))
                .collect(),
            fulfils: choice
                .fulfils
                .iter()
                .map(|duty| self.names.duty(duty, &mut self.problems))
                .collect(),
            assess: self.points(&choice.assess),
            rationale: choice.rationale.as_ref().map(|rationale| {
                (
                    arc(&rationale.prompt),
                    rationale.rubric.iter().map(arc).collect(),
                )
            }),
            feedback: maybe_arc(choice.feedback.as_ref()),
            goto: self.names.node(&choice.goto, &mut self.problems),
        }
    }

    fn effect(&mut self, effect: &AuthoredEffect) -> Effect {
        match effect {
            AuthoredEffect::Add(var, number) => Effect::Add(
                self.names.var(var, &mut self.problems),
                self.whole(number, "the number in `Add`"),
            ),
            AuthoredEffect::Set(var, number) => Effect::Set(
                self.names.var(var, &mut self.problems),
                self.whole(number, "the number in `Set`"),
            ),
        }
    }

    fn form(&mut self, node: NodeId, form: &authored::Form, places: &mut Places) -> Form {
        let first = places.fields.len();
        for field in &form.fields {
            let key = FieldKey::at(places.fields.len());
            let input = match &field.input {
                AuthoredInput::One(options) => {
                    Input::One(self.options(key, options, &field.id, places))
                }
                AuthoredInput::Many(options) => {
                    Input::Many(self.options(key, options, &field.id, places))
                }
                AuthoredInput::Text { rubric } => Input::Text {
                    rubric: rubric.iter().map(arc).collect(),
                },
            };
            places.fields.push(Field {
                id: arc(&field.id),
                node,
                label: arc(&field.label),
                hint: maybe_arc(field.hint.as_ref()),
                input,
            });
        }
        Form {
            title: arc(&form.title),
            record: form.record,
            takes_minutes: form
                .takes_minutes
                .as_ref()
                .map_or(0, |number| self.minutes(number)),
            goto: self.names.node(&form.goto, &mut self.problems),
            fields: to_u32(first)..to_u32(places.fields.len()),
        }
    }

    fn options(
        &mut self,
        field: FieldKey,
        options: &super::super::span::Spanned<Vec<authored::ChoiceOption>>,
        id: &authored::Text,
        places: &mut Places,
    ) -> Range<u32> {
        if options.value.is_empty() {
            self.fault(
                Problem::fatal(
                    "empty",
                    options.span,
                    format!("the field `{}` has no options", id.value),
                )
                .mend("list its options, or use `Text()`"),
            );
        }
        let first = places.options.len();
        for option in &options.value {
            let compiled = ChoiceOption {
                id: arc(&option.id),
                field,
                text: arc(&option.text),
                when: self.condition(option.when.as_ref(), Scope::Anything),
                assess: self.points(&option.assess),
                fulfils: option
                    .fulfils
                    .iter()
                    .map(|duty| self.names.duty(duty, &mut self.problems))
                    .collect(),
                wording: option.wording.as_ref().map(|wording| self.wording(wording)),
                feedback: maybe_arc(option.feedback.as_ref()),
            };
            places.options.push(compiled);
        }
        to_u32(first)..to_u32(places.options.len())
    }
}
