//! The words of the interface, from one Fluent file.
//!
//! They live outside `ui` because reports, which need no screen, speak with
//! the same words.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// A value that a string may name: a number or a text.
pub use fluent_bundle::FluentValue as Value;

/// Rules of plurals and numbers.
fn british() -> LanguageIdentifier {
    // Falls back to the undetermined language, whose plurals are English enough.
    "en-GB".parse().unwrap_or_default()
}

const ENGLISH: &str = include_str!("../assets/locales/en/second-look.ftl");

/// Every string of the interface in one language.
pub struct Strings {
    bundle: FluentBundle<FluentResource>,
}

impl Strings {
    /// The English that is built into the binary.
    #[must_use]
    pub fn english() -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![british()]);
        // Isolation marks would be read aloud by some screen readers and show as boxes in egui.
        bundle.set_use_isolating(false);
        // A faulty message is left out and shows as its id; a test holds the file free of faults.
        let resource =
            FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { bundle }
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
        let pattern = self.bundle.get_message(id)?.value()?;
        let args: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let mut faults = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&args), &mut faults)
                .into_owned(),
        )
    }
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Strings")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_file_has_no_fault_and_no_message_twice() {
        let resource = FluentResource::try_new(ENGLISH.to_owned()).map_err(|(_, faults)| faults);
        let mut bundle = FluentBundle::new_concurrent(vec![british()]);
        assert_eq!(bundle.add_resource(resource.expect("it parses")), Ok(()));
    }

    #[test]
    fn numbers_choose_the_plural_and_a_missing_string_shows_as_its_id() {
        let strings = Strings::english();
        let minutes = |n: u32| strings.with("minutes-used", &[("n", n.into())]);
        assert_eq!(
            (minutes(1).as_str(), minutes(6).as_str()),
            ("1 minute used", "6 minutes used")
        );
        assert_eq!(strings.get("no-such-string"), "no-such-string");
    }
}
