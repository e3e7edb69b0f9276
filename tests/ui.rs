//! Tests of the screens, without a window.

#[path = "ui/scene.rs"]
mod scene;
