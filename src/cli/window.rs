//! The application in its window, and how it shall look this time.

use clap::{Args, ValueEnum};

use super::{CliError, Common, Outcome};

/// How the window looks this time: for eyes and tests. Nothing of it is kept.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Window")]
pub struct WindowArguments {
    /// The size of the window.
    #[arg(long, global = true, value_name = "WIDTHxHEIGHT")]
    window: Option<String>,
    /// The text size in per cent, from 80 to 200, whatever the settings say.
    #[arg(long, global = true, value_name = "PER CENT", value_parser = clap::value_parser!(u16).range(80..=200))]
    text_size: Option<u16>,
    /// The colours, whatever the settings say.
    #[arg(long, global = true, value_name = "NAME")]
    theme: Option<Theme>,
    /// Whether anything may move, whatever the settings say.
    #[arg(long, global = true, value_name = "WORD")]
    motion: Option<Motion>,
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Theme {
    System,
    Light,
    Dark,
    Contrast,
}

/// Whether anything may move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Motion {
    On,
    Off,
}

/// A scenario to begin at once.
#[derive(Debug, Clone)]
#[cfg_attr(
    not(feature = "app"),
    expect(dead_code, reason = "without a window nothing begins in it")
)]
pub struct Beginning {
    /// The scenario's id.
    pub id: String,
    /// The seed.
    pub seed: Option<u64>,
    /// Facts set by hand: draw and value by number.
    pub forced: Vec<(usize, u32)>,
}

/// Opens the window and stays until it is closed.
#[cfg(feature = "app")]
pub fn run(
    common: &Common,
    window: &WindowArguments,
    trainee: Option<&str>,
    beginning: Option<Beginning>,
) -> Result<Outcome, CliError> {
    use crate::app::{AppOptions, Look, StartOptions};
    use crate::folders::Folders;
    use crate::language::Language;
    use crate::settings::{Settings, ThemeChoice};
    use crate::settings_file;

    let folders = Folders::find(common.data.as_deref()).map_err(CliError::disk)?;
    // The window alone: what is checked or played in a terminal is named there.
    let chosen = || {
        settings_file::glance::<Settings>(&folders.settings())
            .and_then(|settings| settings.scenarios_folder)
    };
    let size = window.window.as_deref().map(str::parse).transpose();
    let options = AppOptions {
        scenarios: common.scenarios.clone().or_else(chosen),
        assets: common.assets.clone(),
        folders: folders.clone(),
        data_named: common.data.is_some(),
        trainee: trainee.map(str::to_owned),
        start: beginning.map(|beginning| StartOptions {
            id: beginning.id.into(),
            seed: beginning.seed,
            forced: beginning.forced,
        }),
        window: size.map_err(|error| CliError::Usage(format!("second-look: --window: {error}")))?,
        look: Look {
            text_size: window.text_size,
            theme: window.theme.map(|theme| match theme {
                Theme::System => ThemeChoice::System,
                Theme::Light => ThemeChoice::Light,
                Theme::Dark => ThemeChoice::Dark,
                Theme::Contrast => ThemeChoice::Contrast,
            }),
            motion: window.motion.map(|motion| motion == Motion::On),
            language: common.language.map(|named| Language::from(named).into()),
        },
    };
    crate::app::run(&options)
        .map(|()| Outcome::Done)
        .map_err(|error| CliError::Usage(format!("second-look: {error}")))
}

/// Says that this build has no window.
#[cfg(not(feature = "app"))]
pub fn run(
    _common: &Common,
    _window: &WindowArguments,
    _trainee: Option<&str>,
    _beginning: Option<Beginning>,
) -> Result<Outcome, CliError> {
    Err(CliError::Usage(
        "second-look: this build has no application (it was built without the feature `app`); play in the terminal with `second-look play ID --text`".to_owned(),
    ))
}
