//! A list of rows, each a button: one tab stop, Up and Down inside, Enter opens.

use egui::accesskit::Role;
use egui::{Id, Rect, Response, Shape, Ui, UiBuilder, WidgetInfo, WidgetType, vec2};

use super::roving::{Axis, Roving};
use crate::ui::focus_ring;
use crate::ui::theme::Theme;

/// A row as readers hear it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// All its words in reading order.
    pub name: String,
    /// Its state: "looked".
    pub description: Option<String>,
    /// Whether it is the one that is shown elsewhere.
    pub selected: bool,
}

/// A list being drawn.
#[derive(Debug)]
pub struct List {
    roving: Roving,
    next: usize,
    padding: egui::Vec2,
}

impl List {
    /// Draws a list: `content` calls [`List::row`] `count` times.
    pub fn show<R>(
        ui: &mut Ui,
        salt: &'static str,
        name: &str,
        count: usize,
        content: impl FnOnce(&mut Ui, &mut Self) -> R,
    ) -> R {
        let roving = Roving::new(ui.ctx(), Id::new(("list", salt)), count, Axis::Vertical);
        ui.scope_builder(UiBuilder::new().id_salt(salt), |ui| {
            ui.accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::List);
                node.set_label(name);
                node.set_size_of_set(count);
            });
            let mut list = Self {
                roving,
                next: 0,
                padding: vec2(12.0, 10.0),
            };
            content(ui, &mut list)
        })
        .inner
    }

    /// Space between a row's edge and what is in it.
    pub fn padding(&mut self, padding: egui::Vec2) {
        self.padding = padding;
    }

    /// The id of the first row: where the focus goes when the screen opens.
    #[must_use]
    pub fn stop(&self) -> Id {
        self.roving.member(self.roving.stop())
    }

    /// Gives the focus to the row that was drawn last.
    pub fn focus_last(&mut self, ui: &Ui) {
        if let Some(index) = self.next.checked_sub(1) {
            self.roving.focus(ui.ctx(), index);
        }
    }

    /// Draws a row. What `content` draws must be silent: the row speaks for it.
    pub fn row(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        row: &Row,
        content: impl FnOnce(&mut Ui),
    ) -> Response {
        let index = self.next;
        self.next += 1;
        let id = self.roving.member(index);
        let background = ui.painter().add(Shape::Noop);
        let width = ui.available_width();
        let top = ui.cursor().min;
        let inner = Rect::from_min_size(
            top + self.padding,
            vec2(width - 2.0 * self.padding.x, f32::INFINITY),
        );
        let shown = ui.scope_builder(UiBuilder::new().id_salt(id).max_rect(inner), |ui| {
            content(ui);
        });
        let least = theme.control_height(theme.tokens.size.row);
        let height = (shown.response.rect.height() + 2.0 * self.padding.y).max(least);
        let rect = Rect::from_min_size(top, vec2(width, height));
        ui.advance_cursor_after_rect(rect);
        let response = ui.interact(rect, id, self.roving.sense(index));
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &row.name));
        ui.accesskit_node_builder(id, |node| {
            node.set_position_in_set(index);
            if row.selected {
                node.set_selected(true);
            }
            if let Some(description) = &row.description {
                node.set_description(description.as_str());
            }
        });
        self.roving.after(ui, index, &response);
        focus_ring::corner(ui, id, rect, theme.tokens.radius.control);
        if row.selected || response.hovered() {
            let shape =
                egui::epaint::RectShape::filled(rect, theme.control_radius(), theme.colours.tint);
            ui.painter().set(background, shape);
        }
        response
    }
}
