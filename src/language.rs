//! The languages that the program speaks, and which one the system asks for.

/// A language of the interface and of scenarios' translations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub enum Language {
    /// British English: what everything is written in.
    #[default]
    English,
    /// Welsh.
    Welsh,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::English, Self::Welsh];

    /// Every language but the one that everything is written in.
    pub const FURTHER: [Self; 1] = [Self::Welsh];

    /// The tag in the names of files: `practice.cy.ron`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
        }
    }

    /// The tag that pages and screen readers know it by.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
        }
    }

    /// Its own name for itself, the same whatever language is shown.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Welsh => "Cymraeg",
        }
    }

    /// The language of a file's tag.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The language of a tag that screen readers know it by.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The language that the system asks for, else English.
    #[must_use]
    pub fn of_system() -> Self {
        Self::of_locales(["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok()))
    }

    /// As gettext does it: the first value that says anything decides.
    fn of_locales(values: impl IntoIterator<Item = Option<String>>) -> Self {
        let said = values.into_iter().flatten().find(|value| !value.is_empty());
        let locale = said.unwrap_or_default();
        let code = locale.split(['_', '.', '@', '-']).next();
        Self::of_code(&code.unwrap_or_default().to_ascii_lowercase()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_that_says_anything_decides() {
        let of = |all: &str, messages: &str, lang: &str| {
            Language::of_locales([all, messages, lang].map(|value| Some(value.to_owned())))
        };
        assert_eq!(of("", "", "cy_GB.UTF-8"), Language::Welsh);
        assert_eq!(of("", "cy", "en_GB.UTF-8"), Language::Welsh);
        assert_eq!(of("en_GB", "cy_GB", "cy_GB"), Language::English);
        assert_eq!(of("C.UTF-8", "", "cy_GB"), Language::English);
        assert_eq!(of("", "", "cyx"), Language::English);
        assert_eq!(Language::of_locales([None, None]), Language::English);
    }
}
