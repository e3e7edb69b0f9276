//! From the authored file to the story: ids to numbers, texts to units.
//!
//! Every fault that keeps the file from loading is collected; one fault never
//! hides another.

mod names;
mod people;
mod places;
mod text;

use std::sync::Arc;

use super::authored::{Scenario, Text, When};
use super::condition::Condition;
use super::fingerprint;
use super::ids::{DrawId, TagId};
use super::limits::{MAX_MINUTES, MAX_NODES};
use super::problem::Problem;
use super::span::Span;
use super::story::Story;
use super::translation::Told;
use super::vocabulary::Vocabularies;
use crate::language::Language;
use names::Names;
use text::UnitBook;
pub(crate) use text::place_in;

/// Compiles an authored scenario.
///
/// `source` is the file's text, for places inside texts; empty where the typed
/// reader left no places.
///
/// # Errors
/// Every problem that keeps the scenario from loading.
pub fn compile(
    id: &str,
    authored: &Scenario,
    vocabularies: &Vocabularies,
    source: &str,
) -> Result<Story, Vec<Problem>> {
    let mut problems = Vec::new();
    let names = Names::collect(authored, &mut problems);
    let mut compiler = Compiler {
        authored,
        vocabularies,
        names,
        problems,
        source,
        book: UnitBook {
            cue_count: authored.cues.0.len(),
            ..UnitBook::default()
        },
    };
    let story = compiler.story(id);
    if !compiler.problems.is_empty() {
        compiler.problems.sort_by_key(|problem| problem.span.start);
        compiler.problems.dedup();
        return Err(compiler.problems);
    }
    let mut story = story;
    story.fingerprint = fingerprint::of(&story).into();
    Ok(story)
}

struct Compiler<'a> {
    authored: &'a Scenario,
    vocabularies: &'a Vocabularies,
    names: Names<'a>,
    problems: Vec<Problem>,
    source: &'a str,
    book: UnitBook,
}

/// What a condition may ask.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Anything,
    DrawsOnly(&'static str),
}

fn arc(text: &Text) -> Arc<str> {
    Arc::from(text.value.as_str())
}

fn maybe_arc(text: Option<&Text>) -> Option<Arc<str>> {
    text.map(arc)
}

impl Compiler<'_> {
    fn fault(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn story(&mut self, id: &str) -> Story {
        let authored = self.authored;
        if authored.format.value != 1 {
            self.fault(
                Problem::fatal(
                    "unknown-format",
                    authored.format.span,
                    format!("format {} is not known", authored.format.value),
                )
                .mend("write `format: 1`"),
            );
        }
        let minutes = self.minutes(&authored.minutes);
        self.month(&authored.as_of);
        let starts_at = authored
            .starts_at
            .as_ref()
            .and_then(|text| self.time_of_day(text));
        let competences = self.competences();
        let cast = self.cast();
        let draws = self.draws();
        let vars = self.vars();
        let cues = self.cues();
        let lures = self.lures();
        let duties = self.duties();
        let start = self.names.node(&authored.start, &mut self.problems);
        if authored.nodes.0.is_empty() {
            self.fault(
                Problem::fatal("empty", authored.start.span, "`nodes` is empty")
                    .mend("write at least the node that `start` names"),
            );
        }
        if authored.nodes.0.len() > MAX_NODES {
            let span = authored.nodes.0[MAX_NODES].0.span;
            self.fault(
                Problem::fatal(
                    "too-many-nodes",
                    span,
                    format!("{} nodes; the limit is {MAX_NODES}", authored.nodes.0.len()),
                )
                .mend("split the scenario"),
            );
        }
        let places = self.places();
        let standard = authored
            .standard
            .as_ref()
            .map(|standard| super::story::Standard {
                beyond: self.per_cent(&standard.beyond),
                decisions: self.per_cent(&standard.decisions),
            });
        let tags = self.book.tags(cues.len() + lures.len());
        Story {
            id: id.into(),
            language: Language::English,
            told: Told::Original,
            tellings: Vec::new(),
            fingerprint: "".into(),
            title: arc(&authored.title),
            role: arc(&authored.role),
            offence: arc(&authored.offence),
            briefing: arc(&authored.briefing),
            minutes,
            content_note: maybe_arc(authored.content_note.as_ref()),
            jurisdiction: authored.jurisdiction,
            as_of: arc(&authored.as_of),
            starts_at,
            sources: self.sources(),
            basis: arc(&authored.survivor_input.basis),
            reviews: authored
                .survivor_input
                .reviews
                .iter()
                .filter(|review| review.withdrawn.is_none())
                .map(|review| arc(&review.role))
                .collect(),
            standard,
            concerns: self.concerns(),
            competences,
            cast,
            cues,
            lures,
            tags,
            duties,
            draws,
            vars,
            nodes: places.nodes,
            lines: places.lines,
            things: places.things,
            choices: places.choices,
            fields: places.fields,
            options: places.options,
            units: std::mem::take(&mut self.book.units),
            start,
        }
    }

    fn ranged(
        &mut self,
        number: &super::authored::Number,
        least: i64,
        most: i64,
        what: &str,
    ) -> i64 {
        if (least..=most).contains(&number.value) {
            number.value
        } else {
            self.fault(
                Problem::fatal(
                    "out-of-range",
                    number.span,
                    format!(
                        "{what} is {}; it must lie between {least} and {most}",
                        number.value
                    ),
                )
                .mend(format!("write a whole number from {least} to {most}")),
            );
            least.max(0).min(most)
        }
    }

    fn minutes(&mut self, number: &super::authored::Number) -> u32 {
        u32::try_from(self.ranged(number, 0, MAX_MINUTES, "a number of minutes"))
            .unwrap_or_default()
    }

    fn per_cent(&mut self, number: &super::authored::Number) -> u32 {
        u32::try_from(self.ranged(number, 0, 100, "a percentage")).unwrap_or_default()
    }

    fn whole(&mut self, number: &super::authored::Number, what: &str) -> i32 {
        i32::try_from(self.ranged(number, i64::from(i32::MIN), i64::from(i32::MAX), what))
            .unwrap_or_default()
    }

    fn month(&mut self, text: &Text) {
        let bytes = text.value.as_bytes();
        let digits = bytes.len() == 7
            && bytes[4] == b'-'
            && bytes
                .iter()
                .enumerate()
                .all(|(index, byte)| index == 4 || byte.is_ascii_digit());
        if !digits || !(1..=12).contains(&text.value[5..].parse::<u32>().unwrap_or_default()) {
            self.fault(
                Problem::fatal(
                    "bad-date",
                    text.span,
                    format!("`as_of` is \"{}\"", text.value),
                )
                .mend("write year and month, `\"2026-11\"`"),
            );
        }
    }

    fn time_of_day(&mut self, text: &Text) -> Option<u32> {
        let found = text
            .value
            .split_once(':')
            .filter(|(hour, minute)| {
                hour.len() == 2
                    && minute.len() == 2
                    && hour
                        .bytes()
                        .chain(minute.bytes())
                        .all(|byte| byte.is_ascii_digit())
            })
            .and_then(|(hour, minute)| {
                let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
                (hour < 24 && minute < 60).then_some(hour * 60 + minute)
            });
        if found.is_none() {
            self.fault(
                Problem::fatal(
                    "bad-time",
                    text.span,
                    format!("`starts_at` is \"{}\"", text.value),
                )
                .mend("write hours and minutes, `\"14:20\"`"),
            );
        }
        found
    }

    /// A path of a picture: `/` alone parts it, and it never climbs.
    fn picture(&mut self, text: Option<&Text>) -> Option<Arc<str>> {
        let text = text?;
        let bad = text.value.contains(['\\', ':'])
            || text
                .value
                .split('/')
                .any(|part| part.is_empty() || part == "..");
        if bad {
            self.fault(
                Problem::fatal("bad-path", text.span, format!("the path \"{}\" leaves the assets folder or is not written with `/` alone", text.value))
                    .mend("name a file under the assets' `art` folder, `\"stockroom.svg\"`; no `..`, no leading `/`, no `\\`, no `:`"),
            );
        }
        Some(arc(text))
    }

    fn condition(&mut self, when: Option<&When>, scope: Scope) -> Condition {
        when.map_or_else(Condition::always, |when| self.resolve(when, scope))
    }

    fn resolve(&mut self, when: &When, scope: Scope) -> Condition {
        if let Scope::DrawsOnly(what) = scope
            && !matches!(
                when,
                When::All(_) | When::Any(_) | When::Not(_) | When::Drew(..)
            )
        {
            self.fault(
                Problem::fatal(
                    "not-a-draw",
                    when.span(),
                    format!("`{what}` may ask only for draws"),
                )
                .mend("use `Drew(\"draw\", \"value\")` with All, Any and Not"),
            );
        }
        match when {
            When::All(list) => Condition::All(
                list.iter()
                    .map(|inner| self.resolve(inner, scope))
                    .collect(),
            ),
            When::Any(list) => Condition::Any(
                list.iter()
                    .map(|inner| self.resolve(inner, scope))
                    .collect(),
            ),
            When::Not(inner) => Condition::Not(Box::new(self.resolve(inner, scope))),
            When::Marked(id) => Condition::Marked(self.tag(id)),
            When::Visited(id) => Condition::Visited(self.names.node(id, &mut self.problems)),
            When::Chose(id) => Condition::Chose(self.names.choice(id, &mut self.problems)),
            When::Filled(field, option) => {
                Condition::Filled(self.names.option(field, option, &mut self.problems))
            }
            When::Inspected(id) => Condition::Inspected(self.names.thing(id, &mut self.problems)),
            When::Drew(draw, value) => {
                let (draw, value) = self.names.draw_value(draw, value, &mut self.problems);
                Condition::Drew(DrawId(draw), value)
            }
            When::AtLeast(var, number) => Condition::AtLeast(
                self.names.var(var, &mut self.problems),
                self.whole(number, "the number in `AtLeast`"),
            ),
            When::AtMost(var, number) => Condition::AtMost(
                self.names.var(var, &mut self.problems),
                self.whole(number, "the number in `AtMost`"),
            ),
            When::Fulfilled(id) => Condition::Fulfilled(self.names.duty(id, &mut self.problems)),
            When::BeforeMinute(number) => Condition::BeforeMinute(self.minutes(number)),
        }
    }

    fn tag(&mut self, id: &Text) -> TagId {
        self.names.tag(id, &mut self.problems)
    }

    /// The place of byte `at` of a text's value in the file.
    fn place_in(&self, text: &Text, at: usize) -> Span {
        text::place_in(self.source, text.span, at)
    }
}
