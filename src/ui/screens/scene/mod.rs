//! The scene: read, look, mark, decide.

use egui::Ui;

use crate::session::view::View;
use crate::ui::kit::Kit;
use crate::ui::world::{Intent, SaveState};

/// What the scene keeps between passes that is not part of the playthrough.
#[derive(Debug, Default)]
pub struct SceneLocal {}

/// Draws the scene. The bar above it is the frame's.
pub fn scene_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    local: &mut SceneLocal,
    save: &SaveState,
) -> Vec<Intent> {
    let _ = (ui, kit, view, local, save);
    Vec::new()
}
