//! The reflection: before any figure is shown.

use egui::Ui;

use crate::session::view::View;
use crate::ui::kit::Kit;
use crate::ui::world::Intent;

/// What is being written and rated.
#[derive(Debug, Default)]
pub struct ReflectionLocal {}

/// Draws the reflection. Returns `Intent::Play(Move::Reflect(…))`, unless it was skipped, and then `Intent::Debrief`.
pub fn reflection_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    local: &mut ReflectionLocal,
    draft: Option<&str>,
) -> Vec<Intent> {
    let _ = (ui, kit, view, local, draft);
    Vec::new()
}
