//! `bevy_egui` 0.42 drops what egui asks of its window. The title and closing
//! are passed on; egui has nothing else to ask here.

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowCloseRequested};
use bevy_egui::egui::ViewportCommand;

/// What egui asked in this frame.
#[derive(Resource, Default)]
pub struct Commanded(pub Vec<ViewportCommand>);

pub fn plugin(app: &mut App) {
    app.init_resource::<Commanded>().add_systems(
        Last,
        pass_on.run_if(|asked: Res<Commanded>| !asked.0.is_empty()),
    );
}

fn pass_on(
    mut asked: ResMut<Commanded>,
    mut window: Single<(Entity, &mut Window), With<PrimaryWindow>>,
    mut close: MessageWriter<WindowCloseRequested>,
) {
    for command in asked.0.drain(..) {
        match command {
            ViewportCommand::Title(title) => window.1.title = title,
            ViewportCommand::Close => {
                close.write(WindowCloseRequested { window: window.0 });
            }
            _ => {}
        }
    }
}
