//! The words of the interface, one Fluent file a language.
//!
//! They live outside `ui` because reports, which need no screen, speak with
//! the same words. How a language writes dates, times, numbers and lists is
//! among its messages: Fluent itself knows plurals alone.

mod locale;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::language::Language;

/// A value that a string may name: a number or a text.
pub use fluent_bundle::FluentValue as Value;

/// The file of a language.
fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../assets/locales/en/second-look.ftl"),
        Language::Welsh => include_str!("../assets/locales/cy/second-look.ftl"),
    }
}

/// Rules of plurals.
fn identifier(language: Language) -> LanguageIdentifier {
    // Falls back to the undetermined language, whose plurals are English enough.
    language.tag().parse().unwrap_or_default()
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
    // Isolation marks would be read aloud by some screen readers and show as boxes in egui.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| locale::grouped(value, Language::English),
        Language::Welsh => |value, _| locale::grouped(value, Language::Welsh),
    }));
    // A faulty message is left out and shows as its id; a test holds the files free of faults.
    let resource = FluentResource::try_new(source(language).to_owned())
        .unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Every string of the interface in one language.
pub struct Strings {
    language: Language,
    bundle: Bundle,
    /// What a message is taken from where the language lacks it.
    english: Option<Bundle>,
}

impl Strings {
    /// The English that is built into the binary.
    #[must_use]
    pub fn english() -> Self {
        Self::of(Language::English)
    }

    /// The strings of a language; a message that it lacks is English.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self {
            language,
            bundle: bundle(language),
            english: (language != Language::English).then(|| bundle(Language::English)),
        }
    }

    /// Which language they are in.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A string without values. One that is missing shows as its id.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A string with values. One that is missing shows as its id.
    #[must_use]
    pub fn with(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// A string with values, if there is one of this id.
    #[must_use]
    pub fn find(&self, id: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let has = |bundle: &&Bundle| bundle.has_message(id);
        let bundle = Some(&self.bundle)
            .filter(has)
            .or_else(|| self.english.as_ref().filter(has))?;
        let pattern = bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let mut faults = Vec::new();
        Some(
            bundle
                .format_pattern(pattern, Some(&args), &mut faults)
                .into_owned(),
        )
    }
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Strings({})", self.language.tag())
    }
}

#[cfg(test)]
mod tests;
