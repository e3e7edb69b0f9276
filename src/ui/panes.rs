//! Panes: regions that F6 walks, each returning to where the focus was in it.

use egui::accesskit::Role;
use egui::{Context, Id, IdMap, LayerId, Rect, Ui, UiBuilder};

use super::command::Command;
use super::shortcuts;

#[derive(Debug, Clone, Copy)]
struct Pane {
    id: Id,
    rect: Rect,
    layer: LayerId,
}

/// The panes of this pass, in F6 order, and where the focus was in each.
#[derive(Debug, Default)]
pub struct Panes {
    shown: Vec<Pane>,
    remembered: IdMap<Id>,
}

impl Panes {
    /// Registers a pane that is drawn by other means.
    pub fn add(&mut self, ui: &Ui, id: Id, rect: Rect) {
        self.shown.push(Pane {
            id,
            rect,
            layer: ui.layer_id(),
        });
    }

    /// Puts other panes after these.
    pub fn append(&mut self, others: Self) {
        self.shown.extend(others.shown);
    }

    /// Answers F6 and Shift+F6: once, at the end of a pass.
    pub fn finish(&mut self, ctx: &Context) {
        let shown = std::mem::take(&mut self.shown);
        let reachable: Vec<Pane> = shown
            .into_iter()
            .filter(|pane| ctx.memory(|memory| memory.allows_interaction(pane.layer)))
            .collect();
        let focused = ctx.memory(egui::Memory::focused);
        let at = focused.and_then(|id| {
            let response = ctx.read_response(id)?;
            let centre = response.rect.center();
            // Panes may lie inside others: the smallest holds the focus.
            let (index, _) = reachable
                .iter()
                .enumerate()
                .filter(|(_, pane)| pane.layer == response.layer_id && pane.rect.contains(centre))
                .min_by(|(_, a), (_, b)| a.rect.area().total_cmp(&b.rect.area()))?;
            self.remembered.insert(reachable[index].id, id);
            Some(index)
        });
        let count = reachable.len();
        if count == 0 {
            return;
        }
        let order: Vec<usize> = if shortcuts::take(ctx, Command::NextPane) {
            let from = at.map_or(0, |index| index + 1);
            (0..count).map(|step| (from + step) % count).collect()
        } else if shortcuts::take(ctx, Command::PreviousPane) {
            let from = at.unwrap_or(count) + count;
            (1..=count).map(|step| (from - step) % count).collect()
        } else {
            return;
        };
        // A pane with nothing to focus is passed over.
        if let Some(target) = order
            .into_iter()
            .find_map(|index| self.entry(ctx, reachable[index]))
        {
            ctx.memory_mut(|memory| memory.request_focus(target));
            ctx.request_discard("the focus went to another pane");
        }
    }

    /// Where the focus goes in a pane: where it was, else the first control.
    fn entry(&self, ctx: &Context, pane: Pane) -> Option<Id> {
        let stops: Vec<Id> = ctx.viewport(|viewport| {
            viewport
                .this_pass
                .widgets
                .get_layer(pane.layer)
                .filter(|widget| {
                    widget.sense.is_focusable()
                        && widget.enabled
                        && pane.rect.contains(widget.rect.center())
                })
                .map(|widget| widget.id)
                .collect()
        });
        let before = self.remembered.get(&pane.id).copied();
        before
            .filter(|id| stops.contains(id))
            .or_else(|| stops.first().copied())
    }
}

/// Draws a region with this name: its own node for readers, its own stop for F6.
pub fn region<R>(
    ui: &mut Ui,
    panes: &mut Panes,
    salt: &'static str,
    name: &str,
    content: impl FnOnce(&mut Ui, &mut Panes) -> R,
) -> R {
    let shown = ui.scope_builder(UiBuilder::new().id_salt(salt), |ui| {
        let id = ui.unique_id();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Region);
            node.set_label(name);
        });
        content(ui, panes)
    });
    panes.add(ui, Id::new(("pane", salt)), shown.response.rect);
    shown.inner
}
