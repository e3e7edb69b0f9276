//! The first run: comfort before content, then a made-up name.

use egui::{Rect, Ui, UiBuilder, vec2};

use super::comfort::{comfort_ui, focus_comfort, sample_ui};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::settings::Settings;
use crate::ui::theme::Fold;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{Button, Card, Words, page};

/// Draws the first run; true once `Start` is pressed. `settings` changes as choices are made.
pub fn first_run_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    settings: &mut Settings,
    data_folder: &str,
) -> bool {
    let theme = kit.theme;
    let one = kit.fold(ui) == Fold::One;
    if kit.fresh {
        focus_comfort(ui, settings);
    }
    page::column(ui, theme, "first-run", 1080.0, |ui| {
        Words::body(kit.say("first-run-intro")).show(ui, theme);
        ui.add_space(2.0);
        if one {
            Card::panel(theme).show(ui, |ui| comfort_ui(ui, kit, settings));
            sample_ui(ui, kit);
            return who_ui(ui, kit, settings, data_folder);
        }
        let gap = 16.0;
        let room = ui.available_width();
        let left = (room * 0.58).floor();
        let top = ui.cursor().min;
        let column = |x: f32, width: f32| {
            Rect::from_min_size(top + vec2(x, 0.0), vec2(width, f32::INFINITY))
        };
        let first = ui.new_child(
            UiBuilder::new()
                .id_salt("choices")
                .max_rect(column(0.0, left)),
        );
        let mut first = first;
        Card::panel(theme).show(&mut first, |ui| comfort_ui(ui, kit, settings));
        let mut second = ui.new_child(
            UiBuilder::new()
                .id_salt("sample")
                .max_rect(column(left + gap, room - left - gap)),
        );
        sample_ui(&mut second, kit);
        let start = who_ui(&mut second, kit, settings, data_folder);
        let bottom = first.min_rect().union(second.min_rect());
        ui.advance_cursor_after_rect(bottom);
        start
    })
}

fn who_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings, data_folder: &str) -> bool {
    let theme = kit.theme;
    Card::panel(theme)
        .show(ui, |ui| {
            name_ui(ui, kit, settings);
            ui.add_space(4.0);
            Words::small(kit.say_with("data-kept", &[("folder", data_folder.into())]))
                .show(ui, theme);
            Words::small(kit.say("data-readers")).show(ui, theme);
            ui.add_space(4.0);
            Button::primary(kit.say("first-run-start"))
                .icon_after(icons::NEXT)
                .large()
                .main()
                .show(ui, theme)
                .clicked()
        })
        .inner
}

/// The field for a made-up name.
pub fn name_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    let label = kit.say("name-label");
    let hint = kit.say("name-hint");
    TextBox::line(&label)
        .hint(Some(&hint))
        .show(ui, kit.theme, "trainee", &mut settings.trainee);
}
