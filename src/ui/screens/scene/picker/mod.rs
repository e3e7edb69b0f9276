//! The picker: what kind of concern, and how sure, right beside the sentence.

mod options;
pub(super) mod state;

use egui::accesskit::Role;
use egui::{Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2};

use super::acts::Scene;
use super::units::bounds;
use crate::ui::fonts;
use crate::ui::theme::{Fold, Theme, Type};
use crate::ui::widgets::Words;
use options::Options;
use state::Picker;

/// Between the picker and the sentence, and between it and the screen's edge.
const APART: f32 = 6.0;
/// From the picker's edge to what is in it.
const PADDING: f32 = 15.0;
/// Between two columns of kinds.
const COLUMN_GAP: f32 = 12.0;
/// Between two buttons of the second step.
const DEGREE_GAP: f32 = 10.0;

/// The picker's measures at this size of text and width.
#[derive(Debug, Clone, Copy)]
struct Measures {
    width: f32,
    columns: usize,
    row: f32,
    pitch: f32,
    heading: f32,
    degree: f32,
    /// Only one of the two steps is shown.
    stepped: bool,
    caps: bool,
}

impl Measures {
    fn new(ui: &Ui, theme: &Theme, concerns: &[String], width: f32, fold: Fold) -> Self {
        let stepped = fold == Fold::One;
        let caps = !stepped;
        let widest = concerns
            .iter()
            .map(|label| kind_words(label, true).galley(ui, theme, f32::INFINITY))
            .map(|galley| galley.size().x)
            .fold(0.0, f32::max);
        let inside = width - 2.0 * PADDING;
        let needed = widest + kind_indent(theme, caps) + 10.0;
        let columns = if (inside - COLUMN_GAP) / 2.0 >= needed {
            2
        } else {
            1
        };
        Self {
            width,
            columns,
            row: theme.size(if stepped { 30.0 } else { 32.0 }),
            pitch: theme.size(if stepped { 31.0 } else { 34.0 }),
            heading: theme.line(Type::Control) + 21.0,
            degree: theme.size(40.0),
            stepped,
            caps,
        }
    }

    fn kinds_height(&self, kinds: usize) -> f32 {
        let rows = u16::try_from(kinds.div_ceil(self.columns)).unwrap_or(u16::MAX);
        self.heading + f32::from(rows) * self.pitch
    }

    fn degrees_height(&self) -> f32 {
        self.heading - 3.0 + self.degree + 12.0
    }

    /// The height that the whole takes.
    fn height(&self, theme: &Theme, picker: &Picker, kinds: usize) -> f32 {
        let steps = match (self.stepped, picker.on_degrees()) {
            (true, true) => self.degrees_height(),
            (true, false) => self.kinds_height(kinds) + 10.0,
            (false, _) => self.kinds_height(kinds) + 8.0 + self.degrees_height(),
        };
        let removal = if picker.present.is_some() {
            theme.size(36.0) + 8.0
        } else {
            0.0
        };
        steps + removal
    }
}

fn kind_words(label: &str, chosen: bool) -> Words {
    let words = Words::new(Type::Control, label);
    if chosen {
        words.family(fonts::UI_BOLD)
    } else {
        words.family(fonts::UI_MEDIUM)
    }
}

fn kind_indent(theme: &Theme, caps: bool) -> f32 {
    if caps { theme.size(20.0) + 18.0 } else { 14.0 }
}

/// Where the picker goes: under the sentence, above it if there is more room there.
/// It never reaches over the sentence.
fn place(area: Rect, sentence: Rect, column: egui::Rangef, size: Vec2) -> Rect {
    let below = area.bottom() - APART - (sentence.bottom() + APART);
    let above = (sentence.top() - APART) - (area.top() + APART);
    let under = below >= size.y || below >= above;
    let room = if under { below } else { above }.max(0.0);
    let height = size.y.min(room);
    let left = column
        .min
        .min(area.right() - APART - size.x)
        .max(area.left());
    let top = if under {
        sentence.bottom() + APART
    } else {
        sentence.top() - APART - height
    };
    Rect::from_min_size(pos2(left, top), vec2(size.x, height))
}

impl Scene<'_, '_> {
    /// Draws the open picker over everything else of the scene.
    pub(super) fn picker(&mut self, ui: &mut Ui, area: Rect, column: egui::Rangef, fold: Fold) {
        let Some(mut picker) = self.local.picker.take() else {
            return;
        };
        let pieces = std::mem::take(&mut self.local.picked_pieces);
        let Some(sentence) = pieces.into_iter().reduce(Rect::union) else {
            self.local.picker = Some(picker);
            return;
        };
        let theme = self.kit.theme;
        let labels: Vec<String> = self
            .view
            .concerns
            .iter()
            .map(|concern| concern.label.to_string())
            .collect();
        let width = column.span().min(area.width() - 2.0 * APART);
        let measures = Measures::new(ui, theme, &labels, width, fold);
        picker.columns = measures.columns;
        let height = measures.height(theme, &picker, labels.len());
        let rect = place(area, sentence, column, vec2(measures.width, height));
        let mut ui = ui.new_child(UiBuilder::new().id_salt("picker").max_rect(rect));
        ui.set_clip_rect(area);
        let backdrop = ui.interact(rect, Id::new("picker backdrop"), Sense::CLICK);
        surface(&ui, theme, rect);
        let unit = self.unit_text(&picker);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Dialog);
            node.set_label(
                self.kit
                    .say_with("scene-picker", &[("unit", unit.as_str().into())]),
            );
            node.set_bounds(bounds(rect));
        });
        let mut options = Options {
            theme,
            strings: self.kit.strings,
            measures: &measures,
            labels: &labels,
            picker: &picker,
            claim: std::mem::take(&mut self.local.picker_claim),
            clicked: None,
            focused: None,
        };
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        if height > rect.height() + 0.5 {
            ScrollArea::vertical()
                .id_salt("picker steps")
                .auto_shrink([false, false])
                .max_height(rect.height())
                .show(&mut ui, |ui| options.show(ui));
        } else {
            options.show(&mut ui);
        }
        let (clicked, focused) = (options.clicked, options.focused);
        if let Some(spot) = focused {
            picker.spot = spot;
            self.local.picker_claim = true;
            ui.ctx().request_repaint();
        }
        let outcome = clicked.map(|spot| picker.activate(spot));
        let elsewhere = ui.input(|input| input.pointer.any_pressed())
            && !backdrop.contains_pointer()
            && !ui.rect_contains_pointer(rect);
        self.local.picker = Some(picker);
        if let Some(outcome) = outcome {
            self.picked(outcome);
        } else if elsewhere {
            self.local.picker = None;
        }
    }

    fn unit_text(&self, picker: &Picker) -> String {
        let (_, entries, _) = self.active_list();
        entries
            .get(picker.index)
            .map_or_else(String::new, |entry| entry.unit.text())
    }
}

fn surface(ui: &Ui, theme: &Theme, rect: Rect) {
    let shadow = theme.shadow();
    ui.painter()
        .add(shadow.as_shape(rect, theme.panel_radius()));
    ui.painter().rect(
        rect,
        theme.panel_radius(),
        theme.colours.raised,
        Stroke::new(1.0, theme.colours.line_strong),
        StrokeKind::Inside,
    );
}
