//! The fingerprint: BLAKE3 of a written canonical form of what the story means.
//!
//! Layout, comments and the order of fields within a structure do not change
//! it; reviews are left out, so that recording one does not make it stale. Of
//! the vocabularies, the concerns and the entries that the story uses are in.
//!
//! The canonical form: a text is its length in bytes (u64, little endian) and
//! its bytes; a number is an i64, little endian; a list is its length as a
//! number and its items; what is absent is the number -1; what is there is
//! preceded by the number 1. Things follow in the order of the code below,
//! which is version 1 and never changes for format 1.

use super::condition::Condition;
use super::story::{
    Choice, ChoiceOption, Effect, Exit, Input, Node, Prose, Story, Thing, ThingKind,
};

/// Bytes gathered before they are hashed: BLAKE3 is several times as fast on long pieces.
const GATHERED: usize = 1 << 16;

struct Canon {
    hasher: blake3::Hasher,
    gathered: Vec<u8>,
}

impl Canon {
    fn new() -> Self {
        Self {
            hasher: blake3::Hasher::new(),
            gathered: Vec::with_capacity(2 * GATHERED),
        }
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= GATHERED {
            self.hasher.update(&self.gathered);
            self.gathered.clear();
        }
        self
    }

    fn finish(mut self) -> blake3::Hash {
        self.hasher.update(&self.gathered);
        self.hasher.finalize()
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(&(text.len() as u64).to_le_bytes())
            .bytes(text.as_bytes())
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }

    fn list<T>(
        &mut self,
        items: impl ExactSizeIterator<Item = T>,
        mut each: impl FnMut(&mut Self, T),
    ) -> &mut Self {
        self.number(i64::try_from(items.len()).unwrap_or(i64::MAX));
        for item in items {
            each(self, item);
        }
        self
    }

    fn maybe(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            None => self.number(-1),
            Some(text) => self.number(1).text(text),
        }
    }
}

/// `blake3:HEX` of the story.
#[must_use]
pub fn of(story: &Story) -> String {
    let mut canon = Canon::new();
    canon.text("second-look/scenario/1");
    head(&mut canon, story);
    people(&mut canon, story);
    canon.list(story.nodes.iter(), |canon, node| {
        self::node(canon, story, node);
    });
    canon.list(story.things.iter(), |canon, thing| {
        self::thing(canon, thing);
    });
    canon.number(i64::from(story.start.0));
    format!("blake3:{}", canon.finish().to_hex())
}

fn head(canon: &mut Canon, story: &Story) {
    canon
        .text(&story.title)
        .text(&story.role)
        .text(&story.offence)
        .text(&story.briefing)
        .number(i64::from(story.minutes));
    canon
        .maybe(story.content_note.as_deref())
        .text(story.jurisdiction.name())
        .text(&story.as_of)
        .number(story.starts_at.map_or(-1, i64::from));
    canon.list(story.sources.iter(), |canon, source| {
        canon.text(&source.citation).maybe(source.url.as_deref());
    });
    canon.text(&story.basis);
    canon.number(story.standard.map_or(-1, |standard| {
        i64::from(standard.beyond) * 1000 + i64::from(standard.decisions)
    }));
}

fn people(canon: &mut Canon, story: &Story) {
    canon.list(story.concerns.iter(), |canon, concern| {
        canon
            .text(&concern.id)
            .text(&concern.label)
            .text(&concern.hint);
    });
    canon.list(story.competences.iter(), |canon, competence| {
        canon
            .text(&competence.id)
            .text(&competence.title)
            .maybe(competence.practise.as_deref());
    });
    canon.list(story.cast.iter(), |canon, member| {
        canon
            .text(&member.id)
            .text(&member.name)
            .maybe(member.about.as_deref())
            .maybe(member.portrait.as_deref());
    });
    canon.list(story.cues.iter(), |canon, cue| {
        canon
            .text(&cue.id)
            .text(cue.horizon.name())
            .text(cue.strength.name())
            .maybe(cue.otherwise.as_deref())
            .text(&cue.why);
        condition(canon, &cue.only_when);
        canon.maybe(cue.sign.as_ref().map(|sign| sign.id.as_ref()));
        if let Some(sign) = &cue.sign {
            canon
                .text(&sign.label)
                .list(sign.concerns.iter(), |canon, concern| {
                    canon.number(i64::from(concern.0));
                });
        }
        canon
            .maybe(cue.voice.as_ref().map(|(says, _)| says.as_ref()))
            .maybe(cue.voice.as_ref().map(|(_, source)| source.as_ref()));
    });
    canon.list(story.lures.iter(), |canon, lure| {
        canon.text(&lure.id).text(&lure.why_not);
    });
    canon.list(story.duties.iter(), |canon, duty| {
        canon
            .text(&duty.id)
            .text(&duty.title)
            .text(&duty.why)
            .number(duty.within_minutes.map_or(-1, i64::from));
        condition(canon, &duty.applies);
    });
    canon.list(story.draws.iter(), |canon, draw| {
        canon
            .text(&draw.id)
            .list(draw.values.iter(), |canon, value| {
                canon.text(value);
            });
    });
    canon.list(story.vars.iter(), |canon, var| {
        canon
            .text(&var.id)
            .number(i64::from(var.start))
            .number(i64::from(var.min))
            .number(i64::from(var.max));
    });
    canon.list(story.units.iter(), |canon, unit| {
        canon.text(&unit.address);
        canon.list(unit.cues.iter(), |canon, cue| {
            canon.number(i64::from(cue.0));
        });
        canon.list(unit.lures.iter(), |canon, lure| {
            canon.number(i64::from(lure.0));
        });
    });
}

fn node(canon: &mut Canon, story: &Story, node: &Node) {
    canon
        .text(&node.id)
        .text(&node.place)
        .maybe(node.picture.as_deref())
        .number(i64::from(node.keep_order));
    canon.list(node.lines.clone(), |canon, line| {
        let line = &story.lines[line as usize];
        condition(canon, &line.when);
        canon.number(line.by.map_or(-1, |by| i64::from(by.0)));
        prose(canon, &line.prose);
    });
    canon.list(node.things.iter(), |canon, thing| {
        canon.number(i64::from(thing.0));
    });
    match &node.exit {
        Exit::Choices(choices) => {
            canon
                .text("choices")
                .list(choices.clone(), |canon, choice| {
                    self::choice(canon, &story.choices[choice as usize]);
                });
        }
        Exit::Form(form) => {
            canon
                .text("form")
                .text(&form.title)
                .text(form.record.name())
                .number(i64::from(form.takes_minutes))
                .number(i64::from(form.goto.0));
            canon.list(form.fields.clone(), |canon, field| {
                let field = &story.fields[field as usize];
                canon
                    .text(&field.id)
                    .text(&field.label)
                    .maybe(field.hint.as_deref());
                canon.text(match &field.input {
                    Input::One(_) => "one",
                    Input::Many(_) => "many",
                    Input::Text { .. } => "text",
                });
                canon.list(field.input.options(), |canon, option| {
                    self::option(canon, &story.options[option as usize]);
                });
                if let Input::Text { rubric } = &field.input {
                    canon.list(rubric.iter(), |canon, item| {
                        canon.text(item);
                    });
                }
            });
        }
        Exit::Ending { id, summary } => {
            canon.text("ending").text(id).text(summary);
        }
    }
}

fn choice(canon: &mut Canon, choice: &Choice) {
    canon
        .text(&choice.id)
        .text(choice.kind.name())
        .text(&choice.text)
        .number(i64::from(choice.again))
        .number(i64::from(choice.takes_minutes))
        .number(i64::from(choice.goto.0));
    condition(canon, &choice.when);
    canon.list(choice.effects.iter(), |canon, effect| {
        let (name, var, number) = match effect {
            Effect::Add(var, number) => ("add", var, number),
            Effect::Set(var, number) => ("set", var, number),
        };
        canon
            .text(name)
            .number(i64::from(var.0))
            .number(i64::from(*number));
    });
    duties(canon, &choice.fulfils);
    points(canon, &choice.assess);
    canon
        .maybe(choice.feedback.as_deref())
        .maybe(choice.rationale.as_ref().map(|(prompt, _)| prompt.as_ref()));
    if let Some((_, rubric)) = &choice.rationale {
        canon.list(rubric.iter(), |canon, item| {
            canon.text(item);
        });
    }
}

fn option(canon: &mut Canon, option: &ChoiceOption) {
    canon
        .text(&option.id)
        .text(&option.text)
        .maybe(option.feedback.as_deref());
    condition(canon, &option.when);
    duties(canon, &option.fulfils);
    points(canon, &option.assess);
    canon.maybe(option.wording.as_ref().map(|wording| wording.id.as_ref()));
    if let Some(wording) = &option.wording {
        canon
            .text(&wording.prefer)
            .text(&wording.why)
            .text(&wording.source);
    }
}

fn duties(canon: &mut Canon, duties: &[super::ids::DutyId]) {
    canon.list(duties.iter(), |canon, duty| {
        canon.number(i64::from(duty.0));
    });
}

fn points(canon: &mut Canon, points: &super::story::Points) {
    canon.list(points.iter(), |canon, (competence, value)| {
        canon
            .number(i64::from(competence.0))
            .number(i64::from(*value));
    });
}

fn thing(canon: &mut Canon, thing: &Thing) {
    canon.text(&thing.id).text(&thing.label);
    match &thing.kind {
        ThingKind::Object { node, shape, prose } => {
            canon.text("object").number(i64::from(node.0)).text(shape);
            self::prose(canon, prose);
        }
        ThingKind::Document {
            kind,
            picture,
            fields,
        } => {
            canon
                .text("document")
                .text(kind.name())
                .maybe(picture.as_deref());
            canon.list(fields.iter(), |canon, (label, prose)| {
                canon.text(label);
                self::prose(canon, prose);
            });
        }
    }
}

fn prose(canon: &mut Canon, prose: &Prose) {
    canon.list(prose.paragraphs.iter(), |canon, paragraph| {
        canon.list(paragraph.iter(), |canon, piece| {
            canon.number(piece.unit.map_or(-1, |unit| i64::from(unit.0)));
            canon.list(piece.runs.iter(), |canon, (text, emphasis)| {
                canon.text(text).number(i64::from(*emphasis));
            });
        });
    });
}

fn condition(canon: &mut Canon, condition: &Condition) {
    match condition {
        Condition::All(list) | Condition::Any(list) => {
            canon.text(if matches!(condition, Condition::All(_)) {
                "all"
            } else {
                "any"
            });
            canon.list(list.iter(), self::condition);
        }
        Condition::Not(inner) => {
            canon.text("not");
            self::condition(canon, inner);
        }
        atom => {
            let (name, first, second) = match atom {
                Condition::Marked(tag) => ("marked", tag.0, 0),
                Condition::Visited(node) => ("visited", node.0, 0),
                Condition::Chose(choice) => ("chose", choice.0, 0),
                Condition::Filled(option) => ("filled", option.0, 0),
                Condition::Inspected(thing) => ("inspected", thing.0, 0),
                Condition::Drew(draw, value) => ("drew", draw.0, i64::from(*value)),
                Condition::AtLeast(var, number) => ("at-least", var.0, i64::from(*number)),
                Condition::AtMost(var, number) => ("at-most", var.0, i64::from(*number)),
                Condition::Fulfilled(duty) => ("fulfilled", duty.0, 0),
                Condition::BeforeMinute(minute) => ("before-minute", 0, i64::from(*minute)),
                Condition::All(_) | Condition::Any(_) | Condition::Not(_) => ("", 0, 0),
            };
            canon.text(name).number(i64::from(first)).number(second);
        }
    }
}
