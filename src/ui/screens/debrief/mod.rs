//! The debrief: what was there, what was done, what next.

use egui::Ui;

use crate::report::debrief::Debrief;
use crate::ui::kit::Kit;
use crate::ui::world::{Intent, LocalTime};

/// Which step is open, and what is chosen in it.
#[derive(Debug, Default)]
pub struct DebriefLocal {}

/// Draws the debrief. The bar above it is the frame's; `Intent::PlayAgain` and `Intent::SaveReport` are its acts.
pub fn debrief_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    debrief: &Debrief,
    local: &mut DebriefLocal,
    now: LocalTime,
) -> Vec<Intent> {
    let _ = (ui, kit, debrief, local, now);
    Vec::new()
}
