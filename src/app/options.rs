//! What the command line may say about the application.

use std::path::PathBuf;
use std::sync::Arc;

use crate::folders::Folders;
use crate::settings::{LanguageChoice, Settings, TEXT_SIZES, ThemeChoice};

/// What the command line may say about the application.
#[derive(Debug, Clone)]
pub struct AppOptions {
    /// The folder that scenarios are read from; else the set built in.
    pub scenarios: Option<PathBuf>,
    /// The folder that pictures are read from; else the set built in.
    pub assets: Option<PathBuf>,
    /// Where attempts and settings are kept, before the settings are asked.
    pub folders: Folders,
    /// The command line named that folder: the settings are not asked.
    pub data_named: bool,
    /// The trainee's name or number, instead of the one in the settings.
    pub trainee: Option<String>,
    /// A scenario to start at once.
    pub start: Option<StartOptions>,
    /// The size of the window.
    pub window: Option<WindowSize>,
    /// What stands in for the settings while this program runs.
    pub look: Look,
}

/// A scenario to start at once.
#[derive(Debug, Clone)]
pub struct StartOptions {
    /// The scenario's id.
    pub id: Arc<str>,
    /// The seed of its draws; else a random one.
    pub seed: Option<u64>,
    /// Facts set by hand: draw and value by number.
    pub forced: Vec<(usize, u32)>,
}

/// The size of a window in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowSize {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl WindowSize {
    /// What a window opens with.
    pub const FIRST: Self = Self {
        width: 1280,
        height: 720,
    };
    /// The least at which every screen can be used, at 200 % text too.
    pub const LEAST: Self = Self {
        width: 640,
        height: 480,
    };
    /// The most: what a graphics device can be trusted with.
    const MOST: u32 = 8192;
}

/// Why a `--window` is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a window is WIDTHxHEIGHT, from {}x{} to {most}x{most}: 1920x1080", WindowSize::LEAST.width, WindowSize::LEAST.height, most = WindowSize::MOST)]
pub struct NotAWindow;

impl std::str::FromStr for WindowSize {
    type Err = NotAWindow;

    fn from_str(text: &str) -> Result<Self, NotAWindow> {
        let (width, height) = text.split_once(['x', 'X', '×']).ok_or(NotAWindow)?;
        let side = |text: &str, least: u32| {
            text.parse()
                .ok()
                .filter(|side| (least..=Self::MOST).contains(side))
                .ok_or(NotAWindow)
        };
        Ok(Self {
            width: side(width, Self::LEAST.width)?,
            height: side(height, Self::LEAST.height)?,
        })
    }
}

/// What stands in for the settings while this program runs. Nothing of it is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// The text size in per cent.
    pub text_size: Option<u16>,
    /// The colours.
    pub theme: Option<ThemeChoice>,
    /// Whether anything may move.
    pub motion: Option<bool>,
    /// The language.
    pub language: Option<LanguageChoice>,
}

impl Look {
    /// The settings with this laid over them.
    #[must_use]
    pub fn over(self, mut settings: Settings) -> Settings {
        if let Some(size) = self.text_size {
            settings.text_size = nearest_size(size);
        }
        if let Some(theme) = self.theme {
            settings.theme = theme;
        }
        if let Some(motion) = self.motion {
            settings.motion = motion;
        }
        if let Some(language) = self.language {
            settings.language = language;
        }
        settings
    }

    /// What shall be kept of `wanted`: where it still says what was laid over
    /// `kept`, the user changed nothing and `kept` stays.
    #[must_use]
    pub fn under(self, mut wanted: Settings, kept: &Settings) -> Settings {
        let shown = self.over(kept.clone());
        if wanted.text_size == shown.text_size {
            wanted.text_size = kept.text_size;
        }
        if wanted.theme == shown.theme {
            wanted.theme = kept.theme;
        }
        if wanted.motion == shown.motion {
            wanted.motion = kept.motion;
        }
        if wanted.language == shown.language {
            wanted.language = kept.language;
        }
        wanted
    }
}

/// The step of [`TEXT_SIZES`] that is nearest.
fn nearest_size(wanted: u16) -> u16 {
    TEXT_SIZES
        .into_iter()
        .min_by_key(|size| size.abs_diff(wanted))
        .unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_two_numbers_within_bounds() {
        let size = |text: &str| text.parse::<WindowSize>();
        assert_eq!(
            size("1920x1080"),
            Ok(WindowSize {
                width: 1920,
                height: 1080
            })
        );
        for bad in ["", "1920", "x", "1920x", "12x1080", "1920x99999", "-1x700"] {
            assert_eq!(size(bad), Err(NotAWindow), "{bad}");
        }
    }

    #[test]
    fn an_override_is_seen_and_not_kept() {
        let kept = Settings::default();
        let look = Look {
            text_size: Some(200),
            theme: Some(ThemeChoice::Dark),
            motion: Some(false),
            language: Some(LanguageChoice::Cymraeg),
        };
        let mut shown = look.over(kept.clone());
        assert_eq!(
            (shown.text_size, shown.theme, shown.motion, shown.language),
            (200, ThemeChoice::Dark, false, LanguageChoice::Cymraeg)
        );
        assert_eq!(look.under(shown.clone(), &kept), kept);
        shown.text_size = 150;
        let next = look.under(shown, &kept);
        assert_eq!(
            (next.text_size, next.theme, next.motion),
            (150, kept.theme, kept.motion)
        );
    }
}
