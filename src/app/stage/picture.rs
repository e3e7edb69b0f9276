//! A picture in layers as the graphics device knows it.

use std::sync::Arc;

use bevy::asset::{RenderAssetUsages, load_internal_asset, uuid_handle};
use bevy::image::ImageSampler;
use bevy::prelude::*;
use bevy::render::render_resource::{
    AsBindGroup, Extent3d, ShaderType, TextureDimension, TextureFormat,
};
use bevy::shader::{Shader, ShaderRef};
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin};
use bevy_egui::egui::ColorImage;

use crate::ui::art::Layers;

const SHADER: Handle<Shader> = uuid_handle!("6d5f0b0c-5a53-4d6e-9c55-1f0f7a0a6c11");

pub fn plugin(app: &mut App) {
    load_internal_asset!(app, SHADER, "picture.wgsl", Shader::from_wgsl);
    app.add_plugins(Material2dPlugin::<Picture>::default());
}

/// Where and how a picture is drawn. Nothing, by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, ShaderType)]
pub struct Placement {
    /// Left, top, right and bottom in the window's pixels.
    pub rect: Vec4,
    /// The same of what is in sight.
    pub visible: Vec4,
    /// The light at the top: colours are multiplied by it.
    pub above: Vec4,
    /// The light at the foot.
    pub below: Vec4,
    /// How far the layers stand from their places as shares of the width; last, how much the whole covers.
    pub shifts: Vec4,
    /// The colour around it, which shows at its corners.
    pub ground: Vec4,
    /// Width and height of the window in pixels; the radius of the corners.
    pub window: Vec4,
}

/// A picture in three layers.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone, Default)]
pub struct Picture {
    /// Where and how.
    #[uniform(0)]
    pub placement: Placement,
    #[texture(1)]
    #[sampler(2)]
    back: Option<Handle<Image>>,
    #[texture(3)]
    middle: Option<Handle<Image>>,
    #[texture(4)]
    front: Option<Handle<Image>>,
}

impl Material2d for Picture {
    fn vertex_shader() -> ShaderRef {
        ShaderRef::Handle(SHADER)
    }

    fn fragment_shader() -> ShaderRef {
        ShaderRef::Handle(SHADER)
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}

impl Picture {
    /// Shows these layers.
    pub fn layers(&mut self, layers: Option<&Arc<Layers>>, images: &mut Assets<Image>) {
        let mut image = |index: usize| {
            let drawn = layers?.images.get(index)?;
            Some(images.add(image_of(drawn)))
        };
        (self.back, self.middle, self.front) = (image(0), image(1), image(2));
    }
}

fn image_of(drawn: &ColorImage) -> Image {
    let [width, height] = drawn.size.map(|side| u32::try_from(side).unwrap_or(1));
    let size = Extent3d {
        width,
        height,
        depth_or_array_layers: 1,
    };
    let mut image = Image::new(
        size,
        TextureDimension::D2,
        drawn.as_raw().to_vec(),
        // As they are: the shader lays the layers over each other as the drawing was meant.
        TextureFormat::Rgba8Unorm,
        RenderAssetUsages::RENDER_WORLD,
    );
    image.sampler = ImageSampler::linear();
    image
}
