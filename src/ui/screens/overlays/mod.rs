//! What opens over any screen: pause, cover, support, and questions.

pub mod cover;
pub mod pause;
pub mod question;
pub mod support;

use egui::accesskit::Role;
use egui::{Frame, Id, Margin, Modal, ScrollArea, Ui};

use crate::ui::theme::Theme;

/// A dialog in the middle of the window; keeps Tab inside.
pub fn dialog<R>(
    ui: &Ui,
    theme: &Theme,
    salt: &'static str,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let colours = &theme.colours;
    let window = ui.ctx().viewport_rect();
    let margin = if window.width() < 700.0 { 16 } else { 24 };
    let width = theme.size(width).min(window.width() - 40.0) - 2.0 * f32::from(margin);
    let height = window.height() - 40.0 - 2.0 * f32::from(margin);
    let frame = Frame::new()
        .fill(colours.raised)
        .stroke(egui::Stroke::new(1.0, colours.line_strong))
        .corner_radius(theme.panel_radius())
        .shadow(theme.shadow())
        .inner_margin(Margin::same(margin));
    Modal::new(Id::new(("dialog", salt)))
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::Dialog);
                node.set_label(name);
                node.set_modal();
            });
            if ui.is_sizing_pass() {
                // Its first pass is not painted, but the focus ring in it is.
                ui.ctx().request_discard("a dialog finds its size");
            }
            ui.set_width(width);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 12.0;
                    // Room for the ring of a control at the edge.
                    Frame::new()
                        .inner_margin(Margin::same(6))
                        .show(ui, content)
                        .inner
                })
                .inner
        })
        .inner
}
