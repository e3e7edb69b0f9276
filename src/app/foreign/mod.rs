//! What other people's plugins get wrong for a desktop application, one file each.

pub(super) mod accesskit_requests;
pub(super) mod accesskit_wake;
pub(super) mod egui_commands;
pub(super) mod egui_keyboard;
pub(super) mod egui_repaint;
pub(super) mod egui_textures;
pub(super) mod errors;
pub(super) mod system_theme;
