//! The picture of the place, drawn beneath the screens.
//!
//! egui says where it stands and leaves the place free; here it is drawn in
//! its layers, with drift, light and fade. While nothing moves no frame is asked for.

mod picture;

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::asset::AssetEventSystems;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;
use bevy::sprite_render::MeshMaterial2d;
use bevy::window::PrimaryWindow;
use bevy_egui::{EguiContext, EguiPostUpdateSet, PrimaryEguiContext};

use super::wake::Clock;
use crate::ui::art::Layers;
use crate::ui::shell::Shell;
use crate::ui::stage::Placed;
use crate::ui::stage::light::{self, Light};
use crate::ui::stage::show::{Show, Shown};

use picture::{Picture, Placement};

pub fn plugin(app: &mut App) {
    app.add_plugins(picture::plugin)
        .insert_resource(Playing {
            start: Instant::now(),
            now: Duration::ZERO,
            show: Show::default(),
            places: Vec::new(),
            unsettled: 0,
        })
        .add_systems(Startup, open)
        .add_systems(PreUpdate, drift)
        .add_systems(
            PostUpdate,
            show.after(EguiPostUpdateSet::EndPass)
                .before(AssetEventSystems),
        );
}

/// How many frames a new picture needs to reach the screen.
const SETTLES: u8 = 2;

#[derive(Resource)]
struct Playing {
    start: Instant,
    /// The time of this frame: outlines and layers must agree on it.
    now: Duration,
    show: Show,
    /// The lower and the upper picture.
    places: Vec<Place>,
    unsettled: u8,
}

struct Place {
    material: Handle<Picture>,
    layers: Option<Arc<Layers>>,
}

fn open(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut pictures: ResMut<Assets<Picture>>,
    mut playing: ResMut<Playing>,
) {
    // Its corners are moved to where the picture stands.
    let mesh = meshes.add(Rectangle::new(1.0, 1.0));
    for depth in [0.0, 1.0] {
        let material = pictures.add(Picture::default());
        commands.spawn((
            Mesh2d(mesh.clone()),
            MeshMaterial2d(material.clone()),
            Transform::from_xyz(0.0, 0.0, depth),
            NoFrustumCulling,
        ));
        playing.places.push(Place {
            material,
            layers: None,
        });
    }
}

/// Tells the screens how far the layers have drifted, before they draw outlines.
fn drift(mut playing: ResMut<Playing>, mut shell: NonSendMut<Shell>) {
    playing.now = playing.start.elapsed();
    let shifts = playing.show.shifts(playing.now);
    shell.stage_mut().set_shifts(shifts);
}

fn show(
    mut playing: ResMut<Playing>,
    mut shell: NonSendMut<Shell>,
    mut pictures: ResMut<Assets<Picture>>,
    mut images: ResMut<Assets<Image>>,
    mut context: Single<&mut EguiContext, With<PrimaryEguiContext>>,
    window: Single<&Window, With<PrimaryWindow>>,
    clock: Res<Clock>,
) {
    let playing = &mut *playing;
    let placed = shell.stage_mut().placed();
    let scale = context.get_mut().pixels_per_point();
    let across = placed.map_or(0.0, |placed| placed.rect.width() * scale);
    let next = playing.show.follow(playing.now, placed, across);
    let mut changed = false;
    let shown = playing.show.shown(playing.now);
    for (place, shown) in playing.places.iter_mut().zip(&shown) {
        let wanted = placed.zip(shown.as_ref());
        let placement = wanted.map_or_else(Placement::default, |(placed, shown)| {
            placement(placed, shown, scale, window.physical_size().as_vec2())
        });
        let layers = shown.as_ref().map(|shown| shown.layers);
        let kept = match (&place.layers, layers) {
            (Some(now), Some(wanted)) => Arc::ptr_eq(now, wanted),
            (None, None) => true,
            _ => false,
        };
        let same = pictures
            .get(&place.material)
            .is_some_and(|picture| picture.placement == placement);
        if same && kept {
            continue;
        }
        let Some(mut picture) = pictures.get_mut(&place.material) else {
            continue;
        };
        picture.placement = placement;
        if !kept {
            picture.layers(layers, &mut images);
            place.layers = layers.cloned();
            changed = true;
        }
    }
    if changed {
        playing.unsettled = SETTLES;
    }
    if playing.unsettled > 0 {
        playing.unsettled -= 1;
        (clock.wake)();
    }
    if let Some(next) = next {
        clock.alarm.at(Instant::now() + next);
    }
}

/// Everything about a picture but its layers, in the window's own pixels.
fn placement(placed: &Placed, shown: &Shown<'_>, scale: f32, window: Vec2) -> Placement {
    let corners = |rect: bevy_egui::egui::Rect| {
        // On whole pixels, or what was drawn for them would blur.
        (Vec4::new(rect.left(), rect.top(), rect.right(), rect.bottom()) * scale).round()
    };
    let ground = placed.ground.to_array().map(|part| f32::from(part) / 255.0);
    let light = placed.minute.map_or(Light::DAY, light::at);
    Placement {
        rect: corners(placed.rect),
        visible: corners(placed.visible),
        above: Vec3::from(light.above).extend(1.0),
        below: Vec3::from(light.below).extend(1.0),
        shifts: Vec3::from(shown.shifts).extend(shown.cover),
        ground: Vec4::from(ground),
        window: window.extend(f32::from(placed.radius) * scale).extend(0.0),
    }
}
