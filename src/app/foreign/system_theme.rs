//! `bevy_egui` 0.42 does not tell egui which theme the system asks for.

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowTheme};
use bevy_egui::egui::Theme;
use bevy_egui::{EguiInput, EguiPreUpdateSet};

/// Whether the system asks for the dark theme.
#[derive(Resource, Default)]
pub struct SystemDark(pub bool);

pub fn plugin(app: &mut App) {
    app.init_resource::<SystemDark>().add_systems(
        PreUpdate,
        tell_egui
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    );
}

fn tell_egui(
    window: Single<&Window, With<PrimaryWindow>>,
    mut dark: ResMut<SystemDark>,
    mut inputs: Query<&mut EguiInput>,
) {
    let theme = window.window_theme.map(|theme| match theme {
        WindowTheme::Light => Theme::Light,
        WindowTheme::Dark => Theme::Dark,
    });
    dark.0 = theme == Some(Theme::Dark);
    for mut input in &mut inputs {
        input.system_theme = theme;
    }
}
