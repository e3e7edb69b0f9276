//! What the user chose about how this looks and reads.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system asks, else light.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// Which typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum FontChoice {
    /// Atkinson Hyperlegible for the interface, Literata for reading.
    #[default]
    Standard,
    /// Atkinson Hyperlegible for all.
    Plain,
    /// `OpenDyslexic` for all.
    OpenDyslexic,
}

/// The tint of the page in the light theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PageTint {
    /// White.
    #[default]
    White,
    /// Cream.
    Cream,
    /// Blue.
    Blue,
    /// Rose.
    Rose,
}

/// Space between lines and paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Spacing {
    /// As designed.
    #[default]
    Normal,
    /// A quarter more.
    Wide,
}

/// Which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LanguageChoice {
    /// As the system asks, else English.
    #[default]
    System,
    /// English.
    English,
    /// Welsh.
    Cymraeg,
}

impl LanguageChoice {
    /// The language chosen, where the system asks for `system`.
    #[must_use]
    pub fn language(self, system: Language) -> Language {
        match self {
            Self::System => system,
            Self::English => Language::English,
            Self::Cymraeg => Language::Welsh,
        }
    }
}

impl From<Language> for LanguageChoice {
    fn from(language: Language) -> Self {
        match language {
            Language::English => Self::English,
            Language::Welsh => Self::Cymraeg,
        }
    }
}

/// Steps of the text size, in per cent.
pub const TEXT_SIZES: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// What the user chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The version of this file's shape.
    pub format: u32,
    /// Text size in per cent: one of [`TEXT_SIZES`].
    pub text_size: u16,
    /// Typeface.
    pub font: FontChoice,
    /// Colours.
    pub theme: ThemeChoice,
    /// Tint of the page.
    pub page_tint: PageTint,
    /// Spacing.
    pub spacing: Spacing,
    /// Whether anything may move.
    pub motion: bool,
    /// Language.
    pub language: LanguageChoice,
    /// A made-up name or number.
    pub trainee: String,
    /// Whether the first run has been through.
    pub set_up: bool,
}

impl crate::settings_file::Kept for Settings {
    const FORMAT: u32 = 1;

    fn format(&self) -> u32 {
        self.format
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: 1,
            text_size: 100,
            font: FontChoice::default(),
            theme: ThemeChoice::default(),
            page_tint: PageTint::default(),
            spacing: Spacing::default(),
            motion: true,
            language: LanguageChoice::default(),
            trainee: String::new(),
            set_up: false,
        }
    }
}
