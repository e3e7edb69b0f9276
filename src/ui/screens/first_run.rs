//! The first run: comfort before content, then a made-up name.

use egui::{Rect, Ui, UiBuilder, vec2};

use super::comfort::{
    focus_comfort, font_ui, language_ui, motion_ui, read_aloud_ui, sample_ui, size_ui, theme_ui,
};
use super::keeping::{FoldersLocal, data_field_ui, keep_for_ui, readers};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::settings::Settings;
use crate::ui::theme::Fold;
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{Button, Card, Words, page};
use crate::ui::world::{Intent, World};

/// Draws the first run. `settings` changes as choices are made; they are set up once `Start` is
/// pressed and the folder can be used.
pub fn first_run_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    local: &mut FoldersLocal,
    settings: &mut Settings,
    world: &World<'_>,
) -> Option<Intent> {
    let theme = kit.theme;
    let one = kit.fold(ui) == Fold::One;
    if kit.fresh {
        focus_comfort(ui, settings);
    }
    settings.set_up |= local.is_used(world.keeping);
    page::column(ui, theme, "first-run", 1160.0, |ui| {
        Words::body(kit.say("first-run-intro")).show(ui, theme);
        ui.add_space(2.0);
        if one {
            sample_ui(ui, kit);
            Card::panel(theme).show(ui, |ui| comfort_ui(ui, kit, settings, world));
            return who_ui(ui, kit, local, settings, world);
        }
        let gap = 16.0;
        let room = ui.available_width();
        let left = (room * 0.54).floor();
        let top = ui.cursor().min;
        let column = |x: f32, width: f32| {
            Rect::from_min_size(top + vec2(x, 0.0), vec2(width, f32::INFINITY))
        };
        let mut first = ui.new_child(
            UiBuilder::new()
                .id_salt("choices")
                .max_rect(column(0.0, left)),
        );
        Card::panel(theme).show(&mut first, |ui| comfort_ui(ui, kit, settings, world));
        let mut second = ui.new_child(
            UiBuilder::new()
                .id_salt("who")
                .max_rect(column(left + gap, room - left - gap)),
        );
        // Beside the choices that change it, and in sight with them.
        sample_ui(&mut second, kit);
        let start = who_ui(&mut second, kit, local, settings, world);
        let bottom = first.min_rect().union(second.min_rect());
        ui.advance_cursor_after_rect(bottom);
        start
    })
}

fn comfort_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings, world: &World<'_>) {
    size_ui(ui, kit, settings);
    font_ui(ui, kit, settings);
    theme_ui(ui, kit, settings);
    motion_ui(ui, kit, settings);
    language_ui(ui, kit, settings);
    read_aloud_ui(ui, kit, settings, world.speech);
}

fn who_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    local: &mut FoldersLocal,
    settings: &mut Settings,
    world: &World<'_>,
) -> Option<Intent> {
    let theme = kit.theme;
    Card::panel(theme)
        .show(ui, |ui| {
            data_field_ui(ui, kit, local, world.keeping, false);
            ui.add_space(5.0);
            keep_for_ui(ui, kit, settings, world.keeping);
            ui.add_space(5.0);
            Words::body(readers(kit, settings.keep_for)).show(ui, theme);
            ui.add_space(5.0);
            name_ui(ui, kit, settings);
            ui.add_space(8.0);
            let start = Button::primary(kit.say("first-run-start"))
                .icon_after(icons::NEXT)
                .large()
                .main()
                .show(ui, theme);
            start.clicked().then(|| local.ask(world.keeping))
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
