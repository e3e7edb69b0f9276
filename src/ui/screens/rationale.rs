//! The reasons for a decision, in the trainee's own words.

use egui::Ui;

use crate::session::view::View;
use crate::ui::kit::Kit;
use crate::ui::world::Intent;

/// What is being written.
#[derive(Debug, Default)]
pub struct RationaleLocal {}

/// Asks why. `prompt` is the choice's own question.
pub fn rationale_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    prompt: &str,
    local: &mut RationaleLocal,
    draft: Option<&str>,
) -> Vec<Intent> {
    let _ = (ui, kit, view, prompt, local, draft);
    Vec::new()
}
