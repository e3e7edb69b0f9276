//! The record: what the trainee writes down.

use egui::Ui;

use crate::session::view::{FormView, View};
use crate::ui::kit::Kit;
use crate::ui::world::Intent;

/// What the record keeps until it is submitted.
#[derive(Debug, Default)]
pub struct FormLocal {}

/// Draws the record. `draft` is text that was being typed when the program last ended.
/// `kit.go(Go::Back)` leads back to the scene.
pub fn form_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    form: &FormView,
    local: &mut FormLocal,
    draft: Option<&str>,
) -> Vec<Intent> {
    let _ = (ui, kit, view, form, local, draft);
    Vec::new()
}
