//! The head of the file: who, what is real, what must be done.

use std::sync::Arc;

use super::super::authored::{Horizon, Number, Text};
use super::super::condition::Condition;
use super::super::ids::{CompetenceId, ConcernKey};
use super::super::problem::Problem;
use super::super::story::{
    CastMember, Competence, Concern, Cue, Draw, Duty, Lure, Points, Sign, Source, Var, Wording,
};
use super::{Compiler, Scope, arc, maybe_arc};

impl Compiler<'_> {
    pub(super) fn sources(&self) -> Vec<Source> {
        self.authored
            .sources
            .iter()
            .map(|source| {
                let year = source.year.as_ref().map(|year| year.value.to_string());
                let parts = [
                    Some(source.title.value.clone()),
                    source.publisher.as_ref().map(|text| text.value.clone()),
                    year,
                ];
                Source {
                    title: arc(&source.title),
                    citation: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
                    url: maybe_arc(source.url.as_ref()),
                }
            })
            .collect()
    }

    pub(super) fn concerns(&self) -> Vec<Concern> {
        self.vocabularies
            .taxonomy
            .concerns
            .iter()
            .map(|(id, concern)| Concern {
                id: arc(id),
                label: arc(&concern.label),
                hint: arc(&concern.hint),
            })
            .collect()
    }

    pub(super) fn competences(&self) -> Vec<Competence> {
        self.authored
            .competences
            .iter()
            .map(|id| {
                let entry = self
                    .vocabularies
                    .competences
                    .iter()
                    .find(|(known, _)| known.value == id.value)
                    .map(|(_, entry)| entry);
                Competence {
                    id: arc(id),
                    title: entry.map_or_else(|| arc(id), |entry| arc(&entry.title)),
                    practise: entry.and_then(|entry| maybe_arc(entry.practise.as_ref())),
                }
            })
            .collect()
    }

    pub(super) fn cast(&mut self) -> Vec<CastMember> {
        self.authored
            .cast
            .iter()
            .map(|(id, member)| {
                if let Some(age) = &member.age {
                    self.ranged(age, 0, 130, "an age");
                }
                CastMember {
                    id: arc(id),
                    name: arc(&member.name),
                    about: maybe_arc(member.about.as_ref()),
                    portrait: self.picture(member.portrait.as_ref()),
                }
            })
            .collect()
    }

    pub(super) fn draws(&mut self) -> Vec<Draw> {
        self.authored
            .draws
            .iter()
            .map(|(id, values)| {
                if values.is_empty() {
                    self.fault(
                        Problem::fatal(
                            "empty",
                            id.span,
                            format!("the draw `{}` has no values", id.value),
                        )
                        .mend("list its values, `[\"one\", \"other\"]`"),
                    );
                }
                Draw {
                    id: arc(id),
                    values: values.iter().map(arc).collect(),
                }
            })
            .collect()
    }

    pub(super) fn vars(&mut self) -> Vec<Var> {
        self.authored
            .vars
            .iter()
            .map(|(id, var)| {
                let (start, min, max) = (self.whole(&var.start, "`start`"), self.whole(&var.min, "`min`"), self.whole(&var.max, "`max`"));
                if min > max {
                    self.fault(Problem::fatal("bad-range", var.min.span, format!("the range of the var `{}` is inverted: {min} to {max}", id.value)).mend("let `min` be the smaller"));
                } else if !(min..=max).contains(&start) {
                    self.fault(Problem::fatal("bad-range", var.start.span, format!("`start` of the var `{}` is {start}, outside its range {min} to {max}", id.value)).mend("let it start within its range"));
                }
                Var { id: arc(id), start, min, max }
            })
            .collect()
    }

    pub(super) fn cues(&mut self) -> Vec<Cue> {
        self.authored
            .cues
            .iter()
            .map(|(id, cue)| {
                if cue.only_when.is_some() && cue.otherwise.is_none() {
                    self.fault(
                        Problem::fatal(
                            "missing-field",
                            id.span,
                            format!(
                                "the cue `{}` has `only_when` and lacks its `otherwise`",
                                id.value
                            ),
                        )
                        .mend("say what it was otherwise: `otherwise: \"…\"`"),
                    );
                }
                if cue.horizon == Horizon::Beyond && cue.sign.is_none() {
                    self.fault(
                        Problem::fatal(
                            "missing-field",
                            id.span,
                            format!("the Beyond cue `{}` lacks its `sign`", id.value),
                        )
                        .mend("name a sign of taxonomy.ron: `sign: \"…\"`"),
                    );
                }
                let only_when =
                    self.condition(cue.only_when.as_ref(), Scope::DrawsOnly("only_when"));
                let voice = cue.voice.as_ref().map(|voice| {
                    self.source_title(&voice.source);
                    (arc(&voice.says), arc(&voice.source))
                });
                Cue {
                    id: arc(id),
                    sign: cue.sign.as_ref().and_then(|sign| self.sign(sign)),
                    names_sign: cue.sign.is_some(),
                    horizon: cue.horizon,
                    strength: cue.strength,
                    only_when,
                    otherwise: maybe_arc(cue.otherwise.as_ref()),
                    why: arc(&cue.why),
                    voice,
                }
            })
            .collect()
    }

    fn source_title(&mut self, title: &Text) {
        if !self
            .authored
            .sources
            .iter()
            .any(|source| source.title.value == title.value)
        {
            let mend = super::super::problem::did_you_mean(
                &title.value,
                self.authored
                    .sources
                    .iter()
                    .map(|source| source.title.as_str()),
            )
            .unwrap_or_else(|| "list it under `sources`".to_owned());
            self.fault(
                Problem::fatal(
                    "unknown-source",
                    title.span,
                    format!(
                        "the voice's source \"{}\" is not a title of `sources`",
                        title.value
                    ),
                )
                .mend(mend),
            );
        }
    }

    /// A sign that the taxonomy lacks is told by `check`; it plays as a cue without one.
    fn sign(&self, id: &Text) -> Option<Sign> {
        let taxonomy = &self.vocabularies.taxonomy;
        let (_, sign) = taxonomy
            .signs
            .iter()
            .find(|(known, _)| known.value == id.value)?;
        let concerns = sign
            .concerns
            .iter()
            .filter_map(|concern| {
                taxonomy
                    .concerns
                    .keys()
                    .position(|known| known == concern.value)
            })
            .map(ConcernKey::at)
            .collect();
        Some(Sign {
            id: arc(id),
            label: arc(&sign.label),
            concerns,
        })
    }

    pub(super) fn lures(&self) -> Vec<Lure> {
        self.authored
            .lures
            .iter()
            .map(|(id, lure)| Lure {
                id: arc(id),
                why_not: arc(&lure.why_not),
            })
            .collect()
    }

    pub(super) fn duties(&mut self) -> Vec<Duty> {
        self.authored
            .duties
            .iter()
            .map(|(id, duty)| {
                let within_minutes = duty
                    .within_minutes
                    .as_ref()
                    .map(|number| self.minutes(number));
                let applies: Condition =
                    self.condition(duty.applies.as_ref(), Scope::DrawsOnly("applies"));
                Duty {
                    id: arc(id),
                    title: arc(&duty.title),
                    why: arc(&duty.why),
                    within_minutes,
                    applies,
                }
            })
            .collect()
    }

    pub(super) fn points(&mut self, assess: &super::super::authored::Entries<Number>) -> Points {
        let mut points: Points = Vec::new();
        let mut seen: Vec<CompetenceId> = Vec::new();
        for (id, number) in assess.iter() {
            let value = i32::try_from(self.ranged(number, -3, 3, "points")).unwrap_or_default();
            let before = self.problems.len();
            let competence = self.names.competence(id, &mut self.problems);
            if self.problems.len() > before {
                continue;
            }
            if seen.contains(&competence) {
                self.fault(
                    Problem::fatal(
                        "duplicate-id",
                        id.span,
                        format!("the competence `{}` stands twice in `assess`", id.value),
                    )
                    .mend("keep one of them"),
                );
                continue;
            }
            seen.push(competence);
            if value != 0 {
                points.push((competence, value));
            }
        }
        points
    }

    /// A wording that the vocabulary lacks is told by `check`; it is still counted.
    pub(super) fn wording(&self, id: &Text) -> Wording {
        let entry = self
            .vocabularies
            .language
            .iter()
            .find(|(known, _)| known.value == id.value)
            .map(|(_, entry)| entry);
        let text = |pick: fn(&super::super::vocabulary::Wording) -> &Text| -> Arc<str> {
            entry.map_or_else(|| Arc::from(""), |entry| arc(pick(entry)))
        };
        Wording {
            id: arc(id),
            prefer: text(|entry| &entry.prefer),
            why: text(|entry| &entry.why),
            source: text(|entry| &entry.source),
        }
    }
}
