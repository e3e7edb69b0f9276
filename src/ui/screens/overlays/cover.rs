//! The cover: nothing of the scenario can be seen or heard.

use egui::{Align, Layout, Ui};

use crate::ui::kit::Kit;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Words};
use crate::ui::world::LocalTime;

/// What was chosen on the cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverAct {
    /// Take the cover away.
    Return,
    /// To the library; the attempt stays open.
    LeaveForNow,
}

/// Draws the cover over the whole window.
pub fn cover_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    now: LocalTime,
    fresh: bool,
    playing: bool,
) -> Option<CoverAct> {
    let theme = kit.theme;
    let mut act = None;
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.colours.panel);
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.y = 16.0;
        ui.add_space((rect.height() * 0.3).max(24.0));
        Words::new(Type::Figure, kit.strings.clock(now.hour, now.minute)).show(ui, theme);
        let back = Button::secondary(kit.say("cover-return")).show(ui, theme);
        if fresh {
            back.request_focus();
        }
        if back.clicked() {
            act = Some(CoverAct::Return);
        }
        if playing
            && Button::quiet(kit.say("leave-for-now"))
                .show(ui, theme)
                .clicked()
        {
            act = Some(CoverAct::LeaveForNow);
        }
    });
    act
}
