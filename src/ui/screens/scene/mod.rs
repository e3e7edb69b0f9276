//! The scene: read, look, mark, decide.

mod acts;
mod column;
mod documents;
mod follow;
mod history;
mod layout;
mod list_keys;
mod local;
mod marking;
mod notebook;
mod page;
mod panes;
mod papers;
mod passages;
mod picker;
mod sheet;
mod stage;
mod typeset;
mod units;

use egui::Ui;

use crate::session::view::View;
use crate::ui::kit::Kit;
use crate::ui::world::{Intent, SaveState};

use acts::Scene;
pub use local::SceneLocal;
use passages::Page;

/// Draws the scene. The bar above it is the frame's.
pub fn scene_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    local: &mut SceneLocal,
    save: &SaveState,
) -> Vec<Intent> {
    let page = Page::of(view);
    let paper_units = documents::open_document(view, local)
        .map(documents::entries_of)
        .unwrap_or_default();
    let fold = kit.fold(ui);
    let mut scene = Scene {
        kit,
        view,
        page: &page,
        paper_units: &paper_units,
        local,
        asked: Vec::new(),
        blocked: matches!(save, SaveState::Fault { .. }),
    };
    scene.follow(fold);
    scene.keys(ui);
    scene.draw(ui, fold);
    scene.asked
}
