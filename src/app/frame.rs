//! One frame: the screen is drawn from what the desk holds, and the desk does
//! what the screen asks for.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowCloseRequested};
use bevy_egui::{
    EguiContext, EguiContextSettings, EguiFullOutput, EguiInput, EguiPostUpdateSet,
    PrimaryEguiContext, egui,
};

use super::desk::Desk;
use super::foreign::{
    egui_commands::Commanded, egui_repaint::RepaintDelay, system_theme::SystemDark,
};
use super::wake::Clock;
use crate::scenario::shelf::{built_in, read_limited};
use crate::ui::shell::Shell;
use crate::ui::world::Intent;

pub fn plugin(app: &mut App) {
    app.add_systems(PreStartup, open)
        .add_systems(First, (close_asked, take_in).chain())
        .add_systems(PostUpdate, draw.in_set(EguiPostUpdateSet::EndPass))
        .add_systems(Last, leave);
}

/// Where the screens' pictures come from: a folder, else the set built in.
pub fn pictures(assets: Option<&Path>) -> impl Fn(&str) -> Option<Vec<u8>> + Send + Sync + 'static {
    let folder: Option<PathBuf> = assets.map(|assets| assets.join("art"));
    move |path: &str| match &folder {
        Some(folder) => read_limited(&folder.join(path)).ok(),
        None => built_in(&format!("assets/art/{path}")).map(<[u8]>::to_vec),
    }
}

/// The camera that egui paints on. It runs egui by hand: `bevy_egui` hides the
/// root that the screens are drawn in.
fn open(mut commands: Commands) {
    commands.spawn((
        Camera2d,
        // Everything is drawn in its final place with soft edges of its own.
        Msaa::Off,
        EguiContext::default(),
        PrimaryEguiContext,
        EguiContextSettings {
            run_manually: true,
            ..EguiContextSettings::default()
        },
    ));
}

/// Closing the window saves first, as Ctrl+Q does.
fn close_asked(mut asked: MessageReader<WindowCloseRequested>, mut desk: NonSendMut<Desk>) {
    if asked.read().count() > 0 {
        desk.intend(Intent::Quit);
    }
}

fn take_in(mut desk: NonSendMut<Desk>) {
    desk.poll();
}

#[expect(
    clippy::too_many_arguments,
    reason = "bevy gives a system what it names"
)]
fn draw(
    mut context: Single<(&mut EguiContext, &mut EguiInput, &mut EguiFullOutput)>,
    mut window: Single<&mut Window, With<PrimaryWindow>>,
    mut desk: NonSendMut<Desk>,
    mut shell: NonSendMut<Shell>,
    mut delay: ResMut<RepaintDelay>,
    mut commanded: ResMut<Commanded>,
    mut canvas: ResMut<ClearColor>,
    dark: Res<SystemDark>,
    clock: Res<Clock>,
) {
    let (context, input, output) = &mut *context;
    let context = context.get_mut();
    let title = shell.window_title();
    let mut intents = Vec::new();
    let world = desk.world(dark.0);
    let drawn = context.run_ui(input.take(), |root| {
        name_window(root.ctx(), &title);
        // A frame may take two passes: what either asks for counts.
        intents.extend(shell.ui(root, &world));
    });
    delay.0 = None;
    if let Some(root) = drawn.viewport_output.get(&egui::ViewportId::ROOT) {
        delay.0 = (root.repaint_delay < Duration::MAX).then_some(root.repaint_delay);
        commanded.0.extend(root.commands.iter().cloned());
    }
    // The clock on a screen shows minutes.
    clock.alarm.at(Instant::now() + until_next_minute());
    let [r, g, b, _] = shell.ground().to_array();
    let fill = Color::srgb_u8(r, g, b);
    if canvas.0 != fill {
        canvas.0 = fill;
    }
    ***output = Some(drawn);
    if !intents.is_empty() {
        for intent in intents {
            desk.intend(intent);
        }
        // What came of it is shown at once.
        (clock.wake)();
    }
    // The bar of the desktop is told only what changed.
    let title = shell.window_title();
    if window.title != title {
        window.title = title;
    }
}

/// A reader says the window's name; egui leaves it out.
fn name_window(context: &egui::Context, title: &str) {
    context.accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(title);
    });
}

fn until_next_minute() -> Duration {
    let now = std::time::SystemTime::now();
    let past = now
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_millis() % 60_000);
    Duration::from_millis(u64::try_from(60_000 - past).unwrap_or(60_000) + 5)
}

fn leave(desk: NonSend<Desk>, mut exit: MessageWriter<AppExit>) {
    if desk.has_left() {
        exit.write(AppExit::Success);
    }
}
