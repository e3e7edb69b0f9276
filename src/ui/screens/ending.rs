//! The end of the scene: where it stands, and a moment.

use egui::Ui;

use crate::session::view::View;
use crate::ui::kit::Kit;

/// Draws the end. True once the trainee goes on to the reflection.
pub fn ending_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &View) -> bool {
    let _ = (ui, kit, view);
    false
}
