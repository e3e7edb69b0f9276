//! What the user chose about how this looks and reads.

use std::path::PathBuf;

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

/// When text is read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ReadAloud {
    /// Never.
    #[default]
    Off,
    /// When its key is pressed.
    OnKey,
    /// New lines and the sentence that the keys go to, as they come.
    AsYouGo,
}

/// How fast text is read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ReadingSpeed {
    /// Slower than the voice's own pace.
    Slow,
    /// The voice's own pace.
    #[default]
    Normal,
    /// Faster.
    Fast,
    /// Faster still, for ears that are used to it.
    Faster,
}

/// How long attempts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum KeepFor {
    /// Until they are erased by hand.
    #[default]
    UntilErased,
    /// Three months after the last thing done in them.
    ThreeMonths,
    /// One year after it.
    OneYear,
    /// Three years after it.
    ThreeYears,
}

impl KeepFor {
    /// In months; none for until they are erased.
    #[must_use]
    pub const fn months(self) -> Option<u32> {
        match self {
            Self::UntilErased => None,
            Self::ThreeMonths => Some(3),
            Self::OneYear => Some(12),
            Self::ThreeYears => Some(36),
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
    /// When text is read aloud.
    pub read_aloud: ReadAloud,
    /// How fast.
    pub reading_speed: ReadingSpeed,
    /// Where attempts are kept; none for where the platform keeps such things.
    pub data_folder: Option<PathBuf>,
    /// How long attempts are kept.
    pub keep_for: KeepFor,
    /// Where scenarios are read from; none for the set built in.
    pub scenarios_folder: Option<PathBuf>,
    /// A made-up name or number.
    pub trainee: String,
    /// Whether the first run has been through.
    pub set_up: bool,
}

impl crate::settings_file::Kept for Settings {
    const FORMAT: u32 = 2;

    fn format(&self) -> u32 {
        self.format
    }

    fn brought_up(mut self) -> Self {
        // Format 1 lacked the fields that have their defaults now.
        self.format = Self::FORMAT;
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: <Self as crate::settings_file::Kept>::FORMAT,
            text_size: 100,
            font: FontChoice::default(),
            theme: ThemeChoice::default(),
            page_tint: PageTint::default(),
            spacing: Spacing::default(),
            motion: true,
            language: LanguageChoice::default(),
            read_aloud: ReadAloud::default(),
            reading_speed: ReadingSpeed::default(),
            data_folder: None,
            keep_for: KeepFor::default(),
            scenarios_folder: None,
            trainee: String::new(),
            set_up: false,
        }
    }
}
