//! One frame: the screen is drawn from the state, and what it asks for is done.

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowCloseRequested};
use bevy_egui::{
    EguiContext, EguiContextSettings, EguiFullOutput, EguiInput, EguiPostUpdateSet,
    PrimaryEguiContext, egui,
};

use super::foreign::{egui_commands::Commanded, egui_repaint::RepaintDelay};
use super::wake::Clock;

pub fn plugin(app: &mut App) {
    app.add_systems(PreStartup, open)
        .add_systems(PostUpdate, draw.in_set(EguiPostUpdateSet::EndPass))
        .add_systems(Last, close);
}

/// The camera that egui paints on. It runs egui by hand: `bevy_egui` hides the
/// root that the screens are drawn in.
fn open(mut commands: Commands) {
    commands.spawn((
        Camera2d,
        EguiContext::default(),
        PrimaryEguiContext,
        EguiContextSettings {
            run_manually: true,
            ..EguiContextSettings::default()
        },
    ));
}

fn draw(
    mut context: Single<(&mut EguiContext, &mut EguiInput, &mut EguiFullOutput)>,
    mut delay: ResMut<RepaintDelay>,
    mut commanded: ResMut<Commanded>,
    mut canvas: ResMut<ClearColor>,
    _clock: Res<Clock>,
    desk: NonSend<super::desk::Desk>,
    mut text: Local<String>,
    mut count: Local<u32>,
) {
    let (context, input, output) = &mut *context;
    let context = context.get_mut();
    let drawn = context.run_ui(input.take(), |ui| {
        ui.style_mut().visuals.text_cursor.blink = false;
        ui.heading("Second Look");
        if ui.button(format!("Pressed {}", *count)).clicked() {
            *count += 1;
        }
        ui.text_edit_singleline(&mut *text);
        ui.label("hover").on_hover_text("tip");
        ui.label(format!("{:?}", desk.library_view()));
    });
    delay.0 = None;
    if let Some(root) = drawn.viewport_output.get(&egui::ViewportId::ROOT) {
        delay.0 = (root.repaint_delay < std::time::Duration::MAX).then_some(root.repaint_delay);
        commanded.0.extend(root.commands.iter().cloned());
    }
    let [r, g, b, _] = context.global_style().visuals.panel_fill.to_array();
    let fill = Color::srgb_u8(r, g, b);
    if canvas.0 != fill {
        canvas.0 = fill;
    }
    ***output = Some(drawn);
}

fn close(
    mut asked: MessageReader<WindowCloseRequested>,
    _window: Query<Entity, With<PrimaryWindow>>,
    mut exit: MessageWriter<AppExit>,
) {
    if asked.read().count() > 0 {
        exit.write(AppExit::Success);
    }
}
