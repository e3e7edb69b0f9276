//! Tests of the screens, without a window.

#[path = "ui/scene.rs"]
mod scene;
#[path = "ui/stand.rs"]
mod stand;
