//! A choice of one: one tab stop, arrows inside.

use egui::accesskit::{Role, Toggled};
use egui::{Id, Rect, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::roving::{Axis, Roving};
use super::text::Words;
use crate::ui::focus_ring;
use crate::ui::icons::Icon;
use crate::ui::theme::{Theme, Type};

/// How the options stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One under the other, for sentences.
    Column,
    /// Side by side as segments, wrapped where there is no room.
    Segments,
}

/// One option.
#[derive(Debug, Clone)]
pub struct Choice<T> {
    /// What it stands for.
    pub value: T,
    /// Its words.
    pub label: String,
    /// An icon before them.
    pub icon: Option<Icon>,
}

impl<T> Choice<T> {
    /// An option of these words.
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self {
            value,
            label: label.into(),
            icon: None,
        }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// The id of an option: a summary of errors sends the focus to it.
pub fn option_id(salt: impl std::hash::Hash + std::fmt::Debug, index: usize) -> Id {
    group_id(salt).with(index)
}

fn group_id(salt: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::new(("radio", Id::new(salt)))
}

/// Gives the focus to an option of the group with this salt.
pub fn focus(ctx: &egui::Context, salt: impl std::hash::Hash + std::fmt::Debug, index: usize) {
    Roving::new(ctx, group_id(salt), index + 1, Axis::Both).focus(ctx, index);
}

/// Shows the group; `chosen` may be nothing. Says whether it changed.
pub fn show<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    salt: impl std::hash::Hash + std::fmt::Debug,
    name: &str,
    chosen: &mut Option<T>,
    choices: &[Choice<T>],
    layout: Layout,
) -> bool {
    let id = group_id(salt);
    let at = choices
        .iter()
        .position(|choice| Some(choice.value) == *chosen);
    let mut roving = Roving::new(ui.ctx(), id, choices.len(), Axis::Both);
    if let Some(at) = at {
        roving = roving.with_stop(ui.ctx(), at);
    }
    let mut changed = None;
    ui.scope_builder(UiBuilder::new().id_salt(id), |ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::RadioGroup);
            node.set_label(name);
            node.set_size_of_set(choices.len());
        });
        let mut draw = |ui: &mut Ui| {
            for (index, choice) in choices.iter().enumerate() {
                let on = at == Some(index);
                let rect = match layout {
                    Layout::Column => column_row(ui, theme, choice),
                    Layout::Segments => segment(ui, theme, choice, on),
                };
                let response = ui.interact(rect, roving.member(index), roving.sense(index));
                response.widget_info(|| {
                    WidgetInfo::labeled(WidgetType::RadioButton, true, &choice.label)
                });
                ui.accesskit_node_builder(response.id, |node| {
                    node.set_toggled(if on { Toggled::True } else { Toggled::False });
                    node.set_position_in_set(index);
                });
                if response.clicked() {
                    changed = Some(index);
                }
                if let Some(target) = roving.after(ui, index, &response) {
                    changed = Some(target);
                }
                focus_ring::corner(ui, response.id, rect, theme.tokens.radius.control);
                match layout {
                    Layout::Column => paint_column(ui, theme, rect, choice, on, response.hovered()),
                    Layout::Segments => {
                        paint_segment(ui, theme, rect, choice, on, response.hovered());
                    }
                }
            }
        };
        match layout {
            Layout::Column => {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.vertical(|ui| draw(ui));
            }
            Layout::Segments => {
                ui.horizontal_wrapped(|ui| draw(ui));
            }
        }
    });
    let Some(index) = changed else { return false };
    let value = Some(choices[index].value);
    let different = *chosen != value;
    *chosen = value;
    different
}

fn round(theme: &Theme) -> f32 {
    theme.size(20.0)
}

fn column_row<T>(ui: &mut Ui, theme: &Theme, choice: &Choice<T>) -> Rect {
    let room = ui.available_width() - round(theme) - 26.0;
    let galley = Words::body(&choice.label).galley(ui, theme, room);
    let height = (galley.size().y + 10.0).max(theme.control_height(theme.tokens.size.row));
    ui.allocate_space(vec2(ui.available_width(), height)).1
}

fn paint_column<T>(
    ui: &Ui,
    theme: &Theme,
    rect: Rect,
    choice: &Choice<T>,
    on: bool,
    hovered: bool,
) {
    let colours = &theme.colours;
    if on || hovered {
        ui.painter()
            .rect_filled(rect, theme.control_radius(), colours.tint);
    }
    let size = round(theme);
    let galley = Words::body(&choice.label).galley(ui, theme, rect.width() - size - 26.0);
    let top = rect.center().y - galley.size().y / 2.0;
    let centre = pos2(
        rect.left() + 8.0 + size / 2.0,
        top + theme.line(Type::Body) / 2.0,
    );
    paint_round(ui, theme, centre, size, on);
    let at = pos2(rect.left() + size + 18.0, top + theme.lead(ui, Type::Body));
    ui.painter().galley(at, galley, colours.ink);
}

fn paint_round(ui: &Ui, theme: &Theme, centre: egui::Pos2, size: f32, on: bool) {
    let colours = &theme.colours;
    let border = if on {
        Stroke::new(2.0, colours.brand)
    } else {
        Stroke::new(1.5, colours.line_strong)
    };
    ui.painter()
        .circle(centre, size / 2.0 - 1.0, colours.page, border);
    if on {
        ui.painter()
            .circle_filled(centre, size / 4.0, colours.brand);
    }
}

fn words<T>(choice: &Choice<T>, on: bool) -> Words {
    let words = Words::new(Type::Control, &choice.label);
    if on {
        words.family(crate::ui::fonts::UI_BOLD)
    } else {
        words
    }
}

fn segment<T>(ui: &mut Ui, theme: &Theme, choice: &Choice<T>, _on: bool) -> Rect {
    let icon = choice
        .icon
        .map_or(0.0, |_| theme.size(theme.tokens.size.icon) + 8.0);
    let room = (ui.max_rect().width() - icon - 26.0).max(1.0);
    // Sized for the bold form, so that choosing moves nothing.
    let text = words(choice, true).galley(ui, theme, room).size();
    let height = theme
        .control_height(theme.tokens.size.control)
        .max(text.y + 12.0);
    ui.allocate_exact_size(
        vec2(text.x + icon + 26.0, height).ceil(),
        egui::Sense::hover(),
    )
    .0
}

fn paint_segment<T>(
    ui: &Ui,
    theme: &Theme,
    rect: Rect,
    choice: &Choice<T>,
    on: bool,
    hovered: bool,
) {
    let colours = &theme.colours;
    let (fill, border) = if on {
        (colours.tint, Stroke::new(2.0, colours.brand))
    } else if hovered {
        (colours.tint, Stroke::new(1.0, colours.line_strong))
    } else {
        (colours.page, Stroke::new(1.0, colours.line_strong))
    };
    ui.painter().rect(
        rect,
        theme.control_radius(),
        fill,
        border,
        StrokeKind::Inside,
    );
    let galley = words(choice, on).galley(ui, theme, rect.width());
    let icon_size = theme.size(theme.tokens.size.icon);
    let icon_room = choice.icon.map_or(0.0, |_| icon_size + 8.0);
    let start = rect.center().x - (galley.size().x + icon_room) * 0.5;
    if let Some(icon) = choice.icon {
        icon.paint_at(
            ui.painter(),
            pos2(start + icon_size / 2.0, rect.center().y),
            icon_size,
            colours.ink,
        );
    }
    let at = pos2(
        start + icon_room,
        rect.center().y - galley.size().y / 2.0 + theme.lead(ui, Type::Control),
    );
    ui.painter().galley(at, galley, colours.ink);
}
