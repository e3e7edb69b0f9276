//! The vocabularies beside a scenario: taxonomy, competences, language.

use std::sync::Arc;

use super::authored::{Entries, Strength, Text};
use super::record::record;
use crate::language::Language;

record! {
    /// `taxonomy.ron`.
    pub struct Taxonomy("the taxonomy") {
        /// What a mark may be called.
        required concerns: Entries<Concern>,
        /// What may be seen.
        required signs: Entries<Sign>,
    }
}

record! {
    /// What a mark may be called.
    pub struct Concern("a concern") {
        /// At most 25 characters.
        required label: Text,
        /// The test that separates it.
        required hint: Text,
    }
}

record! {
    /// What may be seen.
    pub struct Sign("a sign") {
        /// Its label.
        required label: Text,
        /// Concerns it may rightly be called.
        required concerns: Vec<Text>,
        /// How strong it usually is.
        optional strength: Option<Strength>,
        /// Why it matters.
        optional why: Option<Text>,
        /// Innocent explanations.
        optional innocent: Option<Text>,
        /// The source.
        required source: Text,
    }
}

record! {
    /// A competence.
    pub struct Competence("a competence") {
        /// Its title.
        required title: Text,
        /// What it looks like.
        required looks_like: Text,
        /// Which failing it answers.
        required answers: Text,
        /// One step, a verb.
        optional practise: Option<Text>,
        /// The source.
        required source: Text,
    }
}

record! {
    /// A harmful wording and its alternative.
    pub struct Wording("a wording") {
        /// What to avoid.
        required avoid: Text,
        /// What to write instead.
        required prefer: Text,
        /// Why.
        required why: Text,
        /// The source.
        required source: Text,
    }
}

impl Vocabularies {
    /// These in a language, where they are translated at all.
    #[must_use]
    pub fn told_in(&self, language: Language) -> Option<&Arc<Self>> {
        let found = self.told.iter().find(|(known, _)| *known == language);
        found.map(|(_, told)| told)
    }
}

/// All three, as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Vocabularies {
    /// Concerns and signs.
    pub taxonomy: Taxonomy,
    /// Competences.
    pub competences: Entries<Competence>,
    /// Wordings.
    pub language: Entries<Wording>,
    /// The same in further languages.
    pub told: Vec<(Language, Arc<Vocabularies>)>,
}
