//! Every text that a trainee may come to see, by its address.
//!
//! Texts with units have the address of their units without the sentence;
//! all others a path along the file, with the id where ids are unique.

use super::super::authored::{Entries, Input, Scenario, Text};
use super::super::vocabulary::{Competence, Taxonomy, Vocabularies, Wording};

/// A text to translate.
pub struct Original<'a> {
    /// Its address.
    pub key: String,
    /// The text itself.
    pub text: &'a mut Text,
    /// It has markup, and sentences that count.
    pub prose: bool,
    /// Most characters that its place on the screen holds.
    pub most: Option<usize>,
}

/// Takes each text in turn.
struct Walk<'v>(&'v mut dyn FnMut(Original<'_>));

impl Walk<'_> {
    fn plain(&mut self, key: String, text: &mut Text) {
        (self.0)(Original {
            key,
            text,
            prose: false,
            most: None,
        });
    }

    fn maybe(&mut self, key: String, text: Option<&mut Text>) {
        if let Some(text) = text {
            self.plain(key, text);
        }
    }

    fn prose(&mut self, key: String, text: &mut Text) {
        (self.0)(Original {
            key,
            text,
            prose: true,
            most: None,
        });
    }
}

/// Visits the texts of a scenario in the order of its file.
pub fn of_scenario(scenario: &mut Scenario, visit: &mut dyn FnMut(Original<'_>)) {
    let mut walk = Walk(visit);
    walk.plain("title".into(), &mut scenario.title);
    walk.plain("role".into(), &mut scenario.role);
    walk.plain("offence".into(), &mut scenario.offence);
    walk.plain("briefing".into(), &mut scenario.briefing);
    walk.maybe("content_note".into(), scenario.content_note.as_mut());
    let basis = &mut scenario.survivor_input.basis;
    walk.plain("survivor_input/basis".into(), basis);
    people_and_signs(scenario, &mut walk);
    for (id, document) in &mut scenario.documents.0 {
        walk.plain(format!("documents/{}/title", id.value), &mut document.title);
        for (number, field) in document.fields.iter_mut().enumerate() {
            let label = format!("documents/{}/{number}/label", id.value);
            walk.plain(label, &mut field.label);
            walk.prose(format!("{}.field.{number}", id.value), &mut field.text);
        }
    }
    nodes(scenario, &mut walk);
}

fn people_and_signs(scenario: &mut Scenario, walk: &mut Walk<'_>) {
    for (id, member) in &mut scenario.cast.0 {
        walk.plain(format!("cast/{}/name", id.value), &mut member.name);
        let about = format!("cast/{}/about", id.value);
        walk.maybe(about, member.about.as_mut());
    }
    for (id, cue) in &mut scenario.cues.0 {
        let otherwise = format!("cues/{}/otherwise", id.value);
        walk.maybe(otherwise, cue.otherwise.as_mut());
        walk.plain(format!("cues/{}/why", id.value), &mut cue.why);
        let says = cue.voice.as_mut().map(|voice| &mut voice.says);
        walk.maybe(format!("cues/{}/voice", id.value), says);
    }
    for (id, lure) in &mut scenario.lures.0 {
        walk.plain(format!("lures/{}/why_not", id.value), &mut lure.why_not);
    }
    for (id, duty) in &mut scenario.duties.0 {
        walk.plain(format!("duties/{}/title", id.value), &mut duty.title);
        walk.plain(format!("duties/{}/why", id.value), &mut duty.why);
    }
}

fn nodes(scenario: &mut Scenario, walk: &mut Walk<'_>) {
    for (node, found) in &mut scenario.nodes.0 {
        let node = &node.value;
        walk.plain(format!("nodes/{node}/place"), &mut found.place);
        for (id, object) in &mut found.objects.0 {
            walk.plain(format!("objects/{}/label", id.value), &mut object.label);
            walk.prose(format!("{node}.object.{}", id.value), &mut object.text);
        }
        for (number, line) in found.lines.iter_mut().enumerate() {
            walk.prose(format!("{node}.line.{number}"), &mut line.text);
        }
        for choice in found
            .choices
            .iter_mut()
            .flat_map(|choices| &mut choices.value)
        {
            let path = format!("choices/{}", choice.id.value);
            walk.plain(format!("{path}/text"), &mut choice.text);
            if let Some(rationale) = &mut choice.rationale {
                walk.plain(format!("{path}/prompt"), &mut rationale.prompt);
                rubric(&path, &mut rationale.rubric, walk);
            }
            walk.maybe(format!("{path}/feedback"), choice.feedback.as_mut());
        }
        if let Some(form) = &mut found.form {
            let form = &mut form.value;
            walk.plain(format!("nodes/{node}/form"), &mut form.title);
            for field in &mut form.fields {
                let path = format!("fields/{}", field.id.value);
                walk.plain(format!("{path}/label"), &mut field.label);
                walk.maybe(format!("{path}/hint"), field.hint.as_mut());
                input(&path, &mut field.input, walk);
            }
        }
        if let Some(ending) = &mut found.ending {
            let ending = &mut ending.value;
            let path = format!("endings/{}/summary", ending.id.value);
            walk.plain(path, &mut ending.summary);
        }
    }
}

fn input(path: &str, input: &mut Input, walk: &mut Walk<'_>) {
    match input {
        Input::One(options) | Input::Many(options) => {
            for option in &mut options.value {
                let path = format!("{path}/{}", option.id.value);
                walk.plain(format!("{path}/text"), &mut option.text);
                walk.maybe(format!("{path}/feedback"), option.feedback.as_mut());
            }
        }
        Input::Text { rubric: texts } => rubric(path, texts, walk),
    }
}

fn rubric(path: &str, texts: &mut [Text], walk: &mut Walk<'_>) {
    for (number, text) in texts.iter_mut().enumerate() {
        walk.plain(format!("{path}/rubric/{number}"), text);
    }
}

/// A vocabulary to translate.
pub enum Vocabulary<'a> {
    /// `taxonomy.ron`.
    Taxonomy(&'a mut Taxonomy),
    /// `competences.ron`.
    Competences(&'a mut Entries<Competence>),
    /// `language.ron`.
    Language(&'a mut Entries<Wording>),
}

impl<'a> Vocabulary<'a> {
    /// The one with this stem.
    #[must_use]
    pub fn named(stem: &str, vocabularies: &'a mut Vocabularies) -> Option<Self> {
        match stem {
            "taxonomy" => Some(Self::Taxonomy(&mut vocabularies.taxonomy)),
            "competences" => Some(Self::Competences(&mut vocabularies.competences)),
            "language" => Some(Self::Language(&mut vocabularies.language)),
            _ => None,
        }
    }
}

/// Visits what a trainee may see of a vocabulary, in the order of its file.
pub fn of_vocabulary(vocabulary: Vocabulary<'_>, visit: &mut dyn FnMut(Original<'_>)) {
    let mut walk = Walk(visit);
    match vocabulary {
        Vocabulary::Taxonomy(taxonomy) => {
            for (id, concern) in &mut taxonomy.concerns.0 {
                (walk.0)(Original {
                    key: format!("concerns/{}/label", id.value),
                    text: &mut concern.label,
                    prose: false,
                    most: Some(super::super::limits::MAX_CONCERN_LABEL),
                });
                walk.plain(format!("concerns/{}/hint", id.value), &mut concern.hint);
            }
            for (id, sign) in &mut taxonomy.signs.0 {
                walk.plain(format!("signs/{}/label", id.value), &mut sign.label);
            }
        }
        Vocabulary::Competences(competences) => {
            for (id, competence) in &mut competences.0 {
                walk.plain(format!("{}/title", id.value), &mut competence.title);
                let practise = format!("{}/practise", id.value);
                walk.maybe(practise, competence.practise.as_mut());
            }
        }
        Vocabulary::Language(wordings) => {
            for (id, wording) in &mut wordings.0 {
                walk.plain(format!("{}/prefer", id.value), &mut wording.prefer);
                walk.plain(format!("{}/why", id.value), &mut wording.why);
            }
        }
    }
}
