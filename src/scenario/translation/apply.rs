//! From a translation and what it translates to a story in another language.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::authored::Scenario;
use super::super::compile::compile;
use super::super::shelf::VOCABULARY_STEMS;
use super::super::story::Story;
use super::super::vocabulary::Vocabularies;
use super::correspond::{Mismatch, correspond, same_source};
use super::keys::{Original, Vocabulary, of_scenario, of_vocabulary};
use super::telling::{Telling, Told};
use super::{Translated, Translation};
use crate::language::Language;

/// How a text stands with its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is translated.
    Sound,
    /// There is none, or an empty one.
    Missing,
    /// It was made from another text.
    Stale,
    /// It does not have its original's sentences.
    Unlike(Mismatch),
    /// It does not fit where it is shown: most characters, and how many it has.
    TooLong(usize, usize),
}

/// A text of the original and its translation.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its address.
    pub key: String,
    /// The original as it stands now.
    pub original: String,
    /// What the translation's file has for it.
    pub translated: Option<Translated>,
    /// How they stand.
    pub state: State,
}

/// The translation's texts by address; of a doubled one the first counts.
struct Book<'a>(HashMap<&'a str, &'a Translated>);

impl<'a> Book<'a> {
    fn of(translation: &'a Translation) -> Self {
        let mut found = HashMap::new();
        for (key, text) in translation.texts.value.iter() {
            found.entry(key.value.as_str()).or_insert(text);
        }
        Self(found)
    }

    fn entry(&self, original: &Original<'_>) -> Entry {
        let translated = self.0.get(original.key.as_str()).copied();
        Entry {
            key: original.key.clone(),
            original: original.text.value.clone(),
            state: state(original, translated),
            translated: translated.cloned(),
        }
    }

    /// Puts the translation in the original's place where it is sound. Says whether it did.
    fn put(&self, original: &mut Original<'_>) -> bool {
        let translated = self.0.get(original.key.as_str()).copied();
        let sound = state(original, translated) == State::Sound;
        if let Some(translated) = translated.filter(|_| sound) {
            original.text.value.clone_from(&translated.text.value);
        }
        sound
    }
}

fn state(original: &Original<'_>, translated: Option<&Translated>) -> State {
    let Some(translated) = translated.filter(|found| !found.text.value.trim().is_empty()) else {
        return State::Missing;
    };
    if !same_source(&translated.source.value, &original.text.value) {
        return State::Stale;
    }
    if original.prose
        && let Err(mismatch) = correspond(&original.text.value, &translated.text.value)
    {
        return State::Unlike(mismatch);
    }
    let length = translated.text.value.chars().count();
    match original.most {
        Some(most) if length > most => State::TooLong(most, length),
        _ => State::Sound,
    }
}

/// What a translation is of.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// A scenario.
    Scenario(&'a Scenario),
    /// The vocabulary of this stem.
    Vocabulary(&'a str, &'a Vocabularies),
}

/// Every text with its translation, in the order of the original's file.
#[must_use]
pub fn entries(subject: Subject<'_>, translation: &Translation) -> Vec<Entry> {
    let book = Book::of(translation);
    let mut found = Vec::new();
    let mut visit = |original: Original<'_>| found.push(book.entry(&original));
    match subject {
        Subject::Scenario(scenario) => of_scenario(&mut scenario.clone(), &mut visit),
        Subject::Vocabulary(stem, vocabularies) => {
            let mut vocabularies = vocabularies.clone();
            if let Some(vocabulary) = Vocabulary::named(stem, &mut vocabularies) {
                of_vocabulary(vocabulary, &mut visit);
            }
        }
    }
    found
}

/// The story in the language of a translation. `vocabularies` are those of that language.
///
/// Nothing where the translation has no sound text, or is of something else.
#[must_use]
pub fn tell(
    story: &Story,
    authored: &Scenario,
    language: Language,
    translation: &Translation,
    vocabularies: &Vocabularies,
) -> Option<Telling> {
    if !names(translation, &story.id, language) {
        return None;
    }
    let book = Book::of(translation);
    let mut authored = authored.clone();
    let (mut all, mut sound) = (0_usize, 0_usize);
    of_scenario(&mut authored, &mut |mut original| {
        all += 1;
        sound += usize::from(book.put(&mut original));
    });
    if sound == 0 {
        return None;
    }
    // Nothing but texts was changed; if it is at fault all the same, the original is shown.
    let mut told = compile(&story.id, &authored, vocabularies, "").ok()?;
    if told.units.len() != story.units.len() {
        return None;
    }
    // These are the rules' own, whatever a text says.
    told.units.clone_from(&story.units);
    told.tags.clone_from(&story.tags);
    told.fingerprint = Arc::clone(&story.fingerprint);
    told.language = language;
    told.told = Told::Translated {
        whole: sound == all,
        reviewed: translation.reviewed,
    };
    Some(Telling::translated(language, told))
}

/// Whether a translation says that it is of this stem and in this language.
#[must_use]
pub fn names(translation: &Translation, stem: &str, language: Language) -> bool {
    translation.format.value == 1
        && translation.of.value == stem
        && translation.language.value == language.code()
}

/// The vocabularies in another language: those of the taxonomy, the competences and the
/// wordings that have a translation.
#[must_use]
pub fn tell_vocabularies(
    vocabularies: &Vocabularies,
    language: Language,
    translations: [Option<&Translation>; 3],
) -> Vocabularies {
    let mut told = vocabularies.clone();
    told.told.clear();
    for (stem, translation) in VOCABULARY_STEMS.into_iter().zip(translations) {
        if let Some(translation) = translation.filter(|found| names(found, stem, language))
            && let Some(vocabulary) = Vocabulary::named(stem, &mut told)
        {
            let book = Book::of(translation);
            of_vocabulary(vocabulary, &mut |mut original| {
                book.put(&mut original);
            });
        }
    }
    told
}
