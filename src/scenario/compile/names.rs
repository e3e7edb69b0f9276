//! Namespaces: every id declared once, every reference found or told.

use hashbrown::HashMap;

use super::super::authored::{Input, Scenario, Text};
use super::super::ids::{
    CastId, ChoiceKey, CompetenceId, DutyId, NodeId, OptionKey, TagId, ThingKey, VarId,
};
use super::super::problem::{Problem, did_you_mean};

/// One namespace: ids of one kind over the whole file.
struct Namespace<'a> {
    kind: &'static str,
    numbers: HashMap<&'a str, u32>,
}

impl<'a> Namespace<'a> {
    fn new(kind: &'static str) -> Self {
        Self {
            kind,
            numbers: HashMap::new(),
        }
    }

    fn declare(&mut self, id: &'a Text, problems: &mut Vec<Problem>) {
        kebab(id, self.kind, problems);
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        if self.numbers.contains_key(id.value.as_str()) {
            problems.push(
                Problem::fatal(
                    "duplicate-id",
                    id.span,
                    format!("the {} `{}` stands twice", self.kind, id.value),
                )
                .mend("give one of them another id"),
            );
            return;
        }
        self.numbers.insert(&id.value, number);
    }

    fn find(&self, id: &Text, problems: &mut Vec<Problem>) -> u32 {
        self.numbers
            .get(id.value.as_str())
            .copied()
            .unwrap_or_else(|| {
                let known = self.numbers.keys().copied();
                problems.push(unknown(self.kind, id, known, problems.len()));
                0
            })
    }
}

/// After so many problems no name is looked for that is like the unknown one:
/// comparing each with all would take minutes in a long file.
const SUGGESTIONS: usize = 100;

fn unknown<'k>(
    kind: &str,
    id: &Text,
    known: impl Iterator<Item = &'k str> + Clone,
    problems: usize,
) -> Problem {
    let alike = (problems < SUGGESTIONS).then(|| did_you_mean(&id.value, known.clone()));
    let mend = alike.flatten().unwrap_or_else(|| {
        let mut some: Vec<&str> = known.collect();
        some.sort_unstable();
        some.truncate(6);
        if some.is_empty() {
            format!("the file declares no {kind}")
        } else {
            format!(
                "declare it, or use one that is declared, such as {}",
                super::super::problem::OneOf(&some)
            )
        }
    });
    Problem::fatal(
        "unknown-id",
        id.span,
        format!("unknown {kind} `{}`", id.value),
    )
    .mend(mend)
}

fn kebab(id: &Text, kind: &str, problems: &mut Vec<Problem>) {
    let sound = !id.value.is_empty()
        && id.value.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
    if !sound {
        let suggestion: Vec<String> = id
            .value
            .to_lowercase()
            .split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect();
        let mend = if suggestion.is_empty() {
            "use small letters, digits and single hyphens".to_owned()
        } else {
            format!("write `{}`", suggestion.join("-"))
        };
        problems.push(Problem::fatal("not-kebab-case", id.span, format!("the id of a {kind}, `{}`, is not kebab-case (small letters and digits, parted by single hyphens)", id.value)).mend(mend));
    }
}

pub(super) struct Names<'a> {
    nodes: Namespace<'a>,
    choices: Namespace<'a>,
    tags: Namespace<'a>,
    things: Namespace<'a>,
    /// How many of the things are objects.
    objects: u32,
    fields: Namespace<'a>,
    /// Options of each field, numbered over the whole file.
    options: Vec<(u32, Namespace<'a>)>,
    duties: Namespace<'a>,
    draws: Namespace<'a>,
    values: Vec<Namespace<'a>>,
    vars: Namespace<'a>,
    cast: Namespace<'a>,
    competences: Namespace<'a>,
}

impl<'a> Names<'a> {
    pub(super) fn collect(file: &'a Scenario, problems: &mut Vec<Problem>) -> Self {
        let mut names = Self {
            nodes: Namespace::new("node"),
            choices: Namespace::new("choice"),
            tags: Namespace::new("cue or lure"),
            things: Namespace::new("object or document"),
            objects: 0,
            fields: Namespace::new("form field"),
            options: Vec::new(),
            duties: Namespace::new("duty"),
            draws: Namespace::new("draw"),
            values: Vec::new(),
            vars: Namespace::new("var"),
            cast: Namespace::new("cast member"),
            competences: Namespace::new("competence"),
        };
        file.competences
            .iter()
            .for_each(|id| names.competences.declare(id, problems));
        file.cast
            .iter()
            .for_each(|(id, _)| names.cast.declare(id, problems));
        file.cues
            .iter()
            .for_each(|(id, _)| names.tags.declare(id, problems));
        file.lures
            .iter()
            .for_each(|(id, _)| names.tags.declare(id, problems));
        file.duties
            .iter()
            .for_each(|(id, _)| names.duties.declare(id, problems));
        file.vars
            .iter()
            .for_each(|(id, _)| names.vars.declare(id, problems));
        for (id, values) in file.draws.iter() {
            names.draws.declare(id, problems);
            let mut of_draw = Namespace::new("draw value");
            values
                .iter()
                .for_each(|value| of_draw.declare(value, problems));
            names.values.push(of_draw);
        }
        let mut endings = Namespace::new("ending");
        for (id, node) in file.nodes.iter() {
            names.nodes.declare(id, problems);
            node.objects
                .iter()
                .for_each(|(id, _)| names.things.declare(id, problems));
            node.choices
                .iter()
                .flat_map(|choices| choices.value.iter())
                .for_each(|choice| names.choices.declare(&choice.id, problems));
            if let Some(ending) = &node.ending {
                endings.declare(&ending.id, problems);
            }
            for field in node.form.iter().flat_map(|form| form.fields.iter()) {
                names.field(field, problems);
            }
        }
        names.objects = u32::try_from(names.things.numbers.len()).unwrap_or(u32::MAX);
        file.documents
            .iter()
            .for_each(|(id, _)| names.things.declare(id, problems));
        names
    }

    fn field(&mut self, field: &'a super::super::authored::FormField, problems: &mut Vec<Problem>) {
        self.fields.declare(&field.id, problems);
        let first = self.options.last().map_or(0, |(first, options)| {
            first + u32::try_from(options.numbers.len()).unwrap_or(u32::MAX)
        });
        let mut options = Namespace::new("option");
        if let Input::One(list) | Input::Many(list) = &field.input {
            list.value
                .iter()
                .for_each(|option| options.declare(&option.id, problems));
        }
        self.options.push((first, options));
    }

    pub(super) fn node(&self, id: &Text, problems: &mut Vec<Problem>) -> NodeId {
        NodeId(self.nodes.find(id, problems))
    }

    pub(super) fn choice(&self, id: &Text, problems: &mut Vec<Problem>) -> ChoiceKey {
        ChoiceKey(self.choices.find(id, problems))
    }

    pub(super) fn tag(&self, id: &Text, problems: &mut Vec<Problem>) -> TagId {
        TagId(self.tags.find(id, problems))
    }

    pub(super) fn thing(&self, id: &Text, problems: &mut Vec<Problem>) -> ThingKey {
        ThingKey(self.things.find(id, problems))
    }

    pub(super) fn document(
        &self,
        id: &Text,
        documents: &super::super::authored::Entries<super::super::authored::Document>,
        problems: &mut Vec<Problem>,
    ) -> ThingKey {
        // Documents were declared after all objects.
        match self.things.numbers.get(id.value.as_str()) {
            Some(number) if *number >= self.objects => ThingKey(*number),
            _ => {
                let known: Vec<&str> = documents.keys().collect();
                problems.push(unknown("document", id, known.into_iter(), problems.len()));
                ThingKey(0)
            }
        }
    }

    pub(super) fn option(
        &self,
        field: &Text,
        option: &Text,
        problems: &mut Vec<Problem>,
    ) -> OptionKey {
        let before = problems.len();
        let number = self.fields.find(field, problems);
        if problems.len() > before {
            return OptionKey(0);
        }
        self.options
            .get(number as usize)
            .map_or(OptionKey(0), |(first, options)| {
                OptionKey(first + options.find(option, problems))
            })
    }

    pub(super) fn draw_value(
        &self,
        draw: &Text,
        value: &Text,
        problems: &mut Vec<Problem>,
    ) -> (u32, u32) {
        let before = problems.len();
        let number = self.draws.find(draw, problems);
        if problems.len() > before {
            return (0, 0);
        }
        (
            number,
            self.values
                .get(number as usize)
                .map_or(0, |values| values.find(value, problems)),
        )
    }

    pub(super) fn duty(&self, id: &Text, problems: &mut Vec<Problem>) -> DutyId {
        DutyId(self.duties.find(id, problems))
    }

    pub(super) fn var(&self, id: &Text, problems: &mut Vec<Problem>) -> VarId {
        VarId(self.vars.find(id, problems))
    }

    pub(super) fn cast(&self, id: &Text, problems: &mut Vec<Problem>) -> CastId {
        CastId(self.cast.find(id, problems))
    }

    pub(super) fn competence(&self, id: &Text, problems: &mut Vec<Problem>) -> CompetenceId {
        CompetenceId(self.competences.find(id, problems))
    }
}
