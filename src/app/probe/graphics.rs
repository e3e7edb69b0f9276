//! Is there a graphics driver?

use bevy::render::renderer::initialize_renderer;
use bevy::render::settings::{Backends, RenderResources, WgpuSettings};
use bevy::tasks::block_on;

use super::quietly;
use crate::app::error::AppError;

/// Opens the graphics device that the renderer is then given, so that asking
/// costs nothing.
pub fn graphics() -> Result<RenderResources, AppError> {
    let settings = WgpuSettings {
        // OpenGL finds a device without a screen and panics once it is given one.
        backends: Some(Backends::from_env().unwrap_or(Backends::PRIMARY)),
        ..WgpuSettings::default()
    };
    let backends = settings.backends.unwrap_or(Backends::PRIMARY);
    quietly(|| block_on(initialize_renderer(backends, None, &settings)))
        .map_err(|reason| AppError::NoGraphics { reason })
}
