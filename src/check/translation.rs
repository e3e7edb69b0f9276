//! Checking a translation: against what it is a translation of.

use super::{Checked, rules};
use crate::language::Language;
use crate::scenario::load_translation;
use crate::scenario::problem::Problem;
use crate::scenario::span::Span;
use crate::scenario::translation::{Entry, Subject, Translated, Translation, entries};

/// What a rule for translations looks at.
pub struct TranslationContext<'a> {
    /// The stem of what is translated.
    pub stem: &'a str,
    /// The language in the file's name.
    pub language: Language,
    /// The translation as written.
    pub translation: &'a Translation,
    /// The original's texts in their order, each with its translation.
    pub entries: &'a [Entry],
    /// The translation's file.
    pub source: &'a str,
}

impl TranslationContext<'_> {
    /// The place of an address, and what it has.
    pub(super) fn placed(&self, key: &str) -> Option<(Span, &Translated)> {
        let texts = &self.translation.texts.value;
        let found = texts.iter().find(|(known, _)| known.value == key);
        found.map(|(known, text)| (known.span, text))
    }
}

/// A rule for translations: its stable name and what it does.
pub struct TranslationRule {
    /// The code of its findings.
    pub code: &'static str,
    pub(super) run: fn(&TranslationContext<'_>, &mut Vec<Problem>),
}

/// Checks a translation's file. `name` is shown in messages; stem and language are those of its name.
#[must_use]
pub fn check_translation(
    (name, bytes): (&str, &[u8]),
    (stem, language): (&str, Language),
    subject: Subject<'_>,
) -> Checked {
    let (source, translation, mut findings) = load_translation(name, bytes, true);
    if let Some(translation) = &translation {
        let context = TranslationContext {
            stem,
            language,
            translation,
            entries: &entries(subject, translation),
            source: &source.text,
        };
        for rule in rules::OF_TRANSLATIONS {
            (rule.run)(&context, &mut findings);
        }
    }
    findings.sort_by_key(|finding| finding.span.start);
    Checked { source, findings }
}
