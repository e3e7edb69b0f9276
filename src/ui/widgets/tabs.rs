//! Tabs: one tab stop, arrows choose.

use egui::accesskit::Role;
use egui::{Context, Id, Rect, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::roving::{Axis, Roving};
use super::text::Words;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, Type};
use crate::ui::{focus_ring, fonts};

/// One tab.
#[derive(Debug, Clone)]
pub struct Tab {
    /// Its words.
    pub label: String,
    /// An icon before them.
    pub icon: Option<Icon>,
}

/// How the tabs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Across, with a bar under the chosen one.
    Across,
    /// Down the left, the chosen one as a card.
    Down,
}

/// Gives the focus to a tab.
pub fn focus(ctx: &Context, salt: &'static str, count: usize, index: usize) {
    Roving::new(ctx, Id::new(("tabs", salt)), count, Axis::Both).focus(ctx, index);
}

/// Shows the tabs; says whether another was chosen.
pub fn show(
    ui: &mut Ui,
    theme: &Theme,
    salt: &'static str,
    name: &str,
    chosen: &mut usize,
    tabs: &[Tab],
    layout: Layout,
) -> bool {
    let id = Id::new(("tabs", salt));
    let axis = if layout == Layout::Across {
        Axis::Horizontal
    } else {
        Axis::Vertical
    };
    let mut roving = Roving::new(ui.ctx(), id, tabs.len(), axis).with_stop(ui.ctx(), *chosen);
    let before = *chosen;
    ui.scope_builder(UiBuilder::new().id_salt(salt), |ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::TabList);
            node.set_label(name);
            node.set_size_of_set(tabs.len());
        });
        let draw = |ui: &mut Ui| {
            for (index, tab) in tabs.iter().enumerate() {
                let on = before == index;
                let rect = place(ui, theme, tab, layout);
                let response = ui.interact(rect, roving.member(index), roving.sense(index));
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &tab.label));
                ui.accesskit_node_builder(response.id, |node| {
                    node.set_role(Role::Tab);
                    node.set_selected(on);
                    node.set_position_in_set(index);
                });
                if response.clicked() {
                    *chosen = index;
                }
                if let Some(target) = roving.after(ui, index, &response) {
                    *chosen = target;
                }
                focus_ring::corner(ui, response.id, rect, theme.tokens.radius.control);
                paint(ui, theme, rect, tab, on, response.hovered(), layout);
            }
        };
        if layout == Layout::Across {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.horizontal_wrapped(draw);
        } else {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.vertical(draw);
        }
    });
    *chosen != before
}

fn words(tab: &Tab, on: bool) -> Words {
    let words = Words::new(Type::Control, &tab.label);
    if on {
        words.family(fonts::UI_BOLD)
    } else {
        words
    }
}

fn icon_room(theme: &Theme, tab: &Tab) -> f32 {
    tab.icon
        .map_or(0.0, |_| theme.size(theme.tokens.size.icon_large) + 8.0)
}

fn pad(layout: Layout) -> f32 {
    if layout == Layout::Across { 20.0 } else { 12.0 }
}

fn place(ui: &mut Ui, theme: &Theme, tab: &Tab, layout: Layout) -> Rect {
    let extra = 2.0 * pad(layout) + icon_room(theme, tab);
    // Sized for the bold form, so that choosing moves nothing.
    let text = words(tab, true)
        .galley(ui, theme, (ui.max_rect().width() - extra).max(1.0))
        .size();
    let least = theme.control_height(theme.tokens.size.control_large);
    let size = match layout {
        Layout::Across => vec2(text.x + extra, least.max(text.y + 12.0)),
        Layout::Down => vec2(ui.available_width(), least.max(text.y + 12.0)),
    };
    ui.allocate_exact_size(size.ceil(), egui::Sense::hover()).0
}

fn paint(ui: &Ui, theme: &Theme, rect: Rect, tab: &Tab, on: bool, hovered: bool, layout: Layout) {
    let colours = &theme.colours;
    let painter = ui.painter();
    if on {
        match layout {
            Layout::Across => {
                painter.rect_filled(rect, 0.0, colours.page);
                let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 4.0), rect.max);
                painter.rect_filled(bar, 0.0, colours.brand);
            }
            Layout::Down => {
                painter.rect(
                    rect,
                    theme.control_radius(),
                    colours.page,
                    theme.rule(),
                    egui::StrokeKind::Inside,
                );
                let bar = Rect::from_min_max(rect.min, pos2(rect.left() + 4.0, rect.bottom()));
                painter.rect_filled(bar, 2.0, colours.brand);
            }
        }
    } else if hovered {
        painter.rect_filled(rect, theme.control_radius(), colours.tint);
    }
    let galley = words(tab, on).galley(ui, theme, rect.width());
    let start = rect.left() + pad(layout);
    if let Some(icon) = tab.icon {
        let size = theme.size(theme.tokens.size.icon_large);
        icon.paint_at(
            painter,
            pos2(start + size / 2.0, rect.center().y),
            size,
            colours.ink,
        );
    }
    let at = pos2(
        start + icon_room(theme, tab),
        rect.center().y - galley.size().y / 2.0 + theme.lead(ui, Type::Control),
    );
    painter.galley(at, galley, colours.ink);
}
