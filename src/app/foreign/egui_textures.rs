//! `bevy_egui` 0.42 hands egui's textures to bevy at any time of the frame, mostly after bevy has
//! looked for changed images: new glyphs and pictures were then missing from the frame that first
//! draws them, and all words where the glyphs' texture grew. Here they are handed over before.

use bevy::asset::AssetEventSystems;
use bevy::prelude::*;
use bevy_egui::EguiPostUpdateSet;

pub fn plugin(app: &mut App) {
    app.configure_sets(
        PostUpdate,
        EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems),
    );
}
