//! The window and bevy's own plugins.

use bevy::app::PluginGroupBuilder;
use bevy::asset::AssetMetaCheck;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::settings::{RenderCreation, RenderResources};
use bevy::window::{ExitCondition, PresentMode, WindowResizeConstraints};
use bevy_egui::EguiPlugin;

use super::options::{AppOptions, WindowSize};

/// The program's name for the desktop: its windows are grouped by it.
const NAME: &str = "second-look";

/// Bevy's plugins as this application needs them. `watching`: some folder's files may be edited meanwhile.
pub fn plugins(
    options: &AppOptions,
    graphics: RenderResources,
    watching: bool,
) -> PluginGroupBuilder {
    DefaultPlugins
        .set(WindowPlugin {
            primary_window: Some(window(options.window.unwrap_or(WindowSize::FIRST))),
            // Closing writes a pause first: the one who does it says when to exit.
            exit_condition: ExitCondition::DontExit,
            close_when_requested: false,
            ..WindowPlugin::default()
        })
        .set(RenderPlugin {
            render_creation: RenderCreation::Manual(graphics),
            // One pipeline: waiting for it shows the first frame sooner than trying again.
            synchronous_pipeline_compilation: true,
            ..RenderPlugin::default()
        })
        .set(AssetPlugin {
            // A folder that the user names is watched; what is built in cannot change.
            watch_for_changes_override: Some(watching),
            meta_check: AssetMetaCheck::Never,
            ..AssetPlugin::default()
        })
        .set(LogPlugin {
            // What a user cannot mend is no news to them; `RUST_LOG` shows more.
            filter: "error".to_owned(),
            ..LogPlugin::default()
        })
        .add(EguiPlugin::default())
}

fn window(size: WindowSize) -> Window {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a window's side is a small number"
    )]
    let least = WindowResizeConstraints {
        min_width: WindowSize::LEAST.width as f32,
        min_height: WindowSize::LEAST.height as f32,
        ..WindowResizeConstraints::default()
    };
    Window {
        title: "Second Look".to_owned(),
        name: Some(NAME.to_owned()),
        resolution: (size.width, size.height).into(),
        resize_constraints: least,
        // Without it no input method reaches a text field.
        ime_enabled: true,
        present_mode: PresentMode::AutoVsync,
        ..Window::default()
    }
}
