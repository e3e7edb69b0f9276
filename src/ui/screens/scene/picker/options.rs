//! The picker's two groups and the way to take a mark away.

use egui::accesskit::{Action, Role, Toggled};
use egui::{
    Align, Color32, CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    pos2, vec2,
};

use super::state::{DEGREES, Picker, Spot};
use super::{COLUMN_GAP, DEGREE_GAP, Measures, PADDING, kind_indent, kind_words};
use crate::strings::Strings;
use crate::ui::screens::scene::marking;
use crate::ui::screens::scene::units::{claim_focus, lock_arrows};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Words, key_cap};
use crate::ui::{focus_ring, fonts};

/// The id of what stands at a spot.
fn spot_id(spot: Spot) -> Id {
    Id::new("picker").with(match spot {
        Spot::Kind(kind) => (0, kind),
        Spot::Degree(degree) => (1, degree),
        Spot::Remove => (2, 0),
    })
}

/// What stands beside the words of a degree.
#[derive(Debug, Clone, Copy, Default)]
struct Beside {
    caps: bool,
    pips: bool,
}

/// What is shown in the picker.
pub(super) struct Options<'a> {
    pub theme: &'a Theme,
    pub strings: &'a Strings,
    pub measures: &'a Measures,
    pub labels: &'a [String],
    pub picker: &'a Picker,
    /// The focus is to go to the picker's spot.
    pub claim: bool,
    /// What was clicked.
    pub clicked: Option<Spot>,
    /// What a screen reader asks to focus.
    pub focused: Option<Spot>,
}

impl Options<'_> {
    /// Draws both steps, or the one at hand.
    pub(super) fn show(&mut self, ui: &mut Ui) {
        let stepped = self.measures.stepped;
        let second = self.picker.on_degrees();
        if !stepped || !second {
            self.group(ui, "scene-kind-question", "scene-picker-kind", Self::kinds);
        }
        if !stepped {
            ui.add_space(8.0);
            let (_, rule) = ui.allocate_space(vec2(ui.available_width(), 1.0));
            let line = rule.shrink2(vec2(PADDING, 0.0));
            ui.painter()
                .hline(line.x_range(), line.center().y, self.theme.rule());
        }
        if !stepped || second {
            self.group(
                ui,
                "scene-sure-question",
                "scene-picker-sureness",
                Self::degrees,
            );
        }
        if self.picker.present.is_some() {
            self.removal(ui);
        }
    }

    /// A heading and a radio group under it.
    fn group(&mut self, ui: &mut Ui, heading: &str, name: &str, content: fn(&mut Self, &mut Ui)) {
        let first = name == "scene-picker-kind";
        let height = self.measures.heading - if first { 0.0 } else { 3.0 };
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), height));
        let words = Words::new(Type::Control, self.strings.get(heading))
            .family(fonts::UI_BOLD)
            .galley(ui, self.theme, room.width());
        let at = pos2(room.left() + PADDING, room.top() + 13.0);
        let lead = vec2(0.0, self.theme.lead(ui, Type::Control));
        ui.painter()
            .galley(at + lead, words, self.theme.colours.ink);
        if first && self.measures.caps {
            self.keys(ui, room);
        }
        ui.scope_builder(UiBuilder::new().id_salt(name), |ui| {
            let count = if first { self.labels.len() } else { 3 };
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::RadioGroup);
                node.set_label(self.strings.get(name));
                node.set_size_of_set(count);
            });
            content(self, ui);
        });
    }

    /// Which keys the picker takes, at the right of its heading.
    fn keys(&self, ui: &Ui, room: Rect) {
        let soft = |words: String| Words::new(Type::Small, words).soft();
        let middle = room.top() + 13.0 + self.theme.line(Type::Control) / 2.0;
        let mut right = room.right() - PADDING;
        let put_words = |right: &mut f32, words: String| {
            let galley = soft(words).galley(ui, self.theme, f32::INFINITY);
            *right -= galley.size().x;
            let at = pos2(*right, middle - galley.size().y / 2.0);
            let lead = vec2(0.0, self.theme.lead(ui, Type::Small));
            ui.painter()
                .galley(at + lead, galley, self.theme.colours.ink_soft);
        };
        let put_cap = |right: &mut f32, cap: &str| {
            let size = key_cap::size(ui, self.theme, cap);
            *right -= size.x;
            let corner = pos2(*right, middle - size.y / 2.0).round();
            key_cap::paint(ui, self.theme, Rect::from_min_size(corner, size), cap);
        };
        put_words(&mut right, self.strings.get("scene-picker-close"));
        right -= 5.0;
        put_cap(&mut right, "Esc");
        right -= 12.0;
        put_words(&mut right, self.strings.get("scene-picker-arrows"));
        right -= 5.0;
        let last = self.labels.len().min(9).to_string();
        put_cap(&mut right, &last);
        put_words(&mut right, "\u{2013}".to_owned());
        put_cap(&mut right, "1");
    }

    fn kinds(&mut self, ui: &mut Ui) {
        let columns = self.measures.columns;
        let (_, room) = {
            let rows = self.labels.len().div_ceil(columns);
            let height = f32::from(u16::try_from(rows).unwrap_or(u16::MAX)) * self.measures.pitch;
            ui.allocate_space(vec2(ui.available_width(), height))
        };
        let inside = room.shrink2(vec2(PADDING, 0.0));
        let gaps = if columns == 2 { COLUMN_GAP } else { 0.0 };
        let count = u16::try_from(columns).map_or(1.0, f32::from);
        let width = ((inside.width() - gaps) / count).floor();
        for kind in 0..self.labels.len() {
            let column = u16::try_from(kind % columns).map_or(0.0, f32::from);
            let row = u16::try_from(kind / columns).map_or(0.0, f32::from);
            let corner = pos2(
                inside.left() + column * (width + COLUMN_GAP),
                inside.top() + row * self.measures.pitch,
            );
            let rect = Rect::from_min_size(corner, vec2(width, self.measures.row));
            self.kind(ui, kind, rect);
        }
    }

    fn kind(&mut self, ui: &Ui, kind: usize, rect: Rect) {
        let chosen = self.picker.kind == Some(kind);
        let label = &self.labels[kind];
        let response = self.radio(ui, Spot::Kind(kind), rect, label, chosen, true);
        let colours = &self.theme.colours;
        if chosen {
            ui.painter().rect(
                rect,
                self.theme.control_radius(),
                colours.tint,
                Stroke::new(2.0, colours.brand),
                StrokeKind::Inside,
            );
        } else if response.hovered() {
            ui.painter()
                .rect_filled(rect, self.theme.control_radius(), colours.tint);
        }
        if self.measures.caps {
            let digit = ((kind + 1) % 10).to_string();
            self.cap(ui, pos2(rect.left() + 8.0, rect.center().y), &digit);
        }
        let galley = kind_words(label, chosen).galley(ui, self.theme, rect.width());
        let at = pos2(
            rect.left() + kind_indent(self.theme, self.measures.caps),
            rect.center().y - galley.size().y / 2.0 + self.theme.lead(ui, Type::Control),
        );
        ui.painter().galley(at, galley, colours.ink);
    }

    fn degrees(&mut self, ui: &mut Ui) {
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), self.measures.degree + 12.0));
        let inside = room.shrink2(vec2(PADDING, 0.0));
        let words: Vec<String> = DEGREES
            .iter()
            .map(|sure| marking::word(self.strings, *sure))
            .collect();
        // Longer words take the room of the pips first, then of the keys.
        let caps = self.measures.caps;
        let mut natural = Vec::new();
        let mut beside = Beside::default();
        for shown in [
            Beside { caps, pips: true },
            Beside { caps, pips: false },
            Beside::default(),
        ] {
            beside = shown;
            let widths = words
                .iter()
                .map(|words| self.degree_width(ui, words, shown));
            natural = widths.collect::<Vec<f32>>();
            if natural.iter().sum::<f32>() + 2.0 * DEGREE_GAP <= inside.width() {
                break;
            }
        }
        let spare = (inside.width() - natural.iter().sum::<f32>() - 2.0 * DEGREE_GAP) / 3.0;
        let mut left = inside.left();
        for (degree, words) in words.iter().enumerate() {
            let width = natural[degree] + spare;
            let rect =
                Rect::from_min_size(pos2(left, inside.top()), vec2(width, self.measures.degree));
            self.degree(ui, degree, rect, words, beside);
            left += width + DEGREE_GAP;
        }
    }

    fn degree_width(&self, ui: &Ui, words: &str, beside: Beside) -> f32 {
        let words = kind_words(words, true).galley(ui, self.theme, f32::INFINITY);
        let cap = if beside.caps {
            self.theme.size(20.0) + 9.0
        } else {
            0.0
        };
        let pips = if beside.pips {
            9.0 + marking::pips_width(self.theme)
        } else {
            0.0
        };
        10.0 + cap + words.size().x + pips + 10.0
    }

    fn degree(&mut self, ui: &Ui, degree: usize, rect: Rect, words: &str, beside: Beside) {
        let usable = self.picker.kind.is_some();
        let chosen = self.picker.present_degree() == Some(degree);
        let response = self.radio(ui, Spot::Degree(degree), rect, words, chosen, usable);
        let colours = &self.theme.colours;
        let (fill, border) = if chosen {
            (colours.tint, Stroke::new(2.0, colours.brand))
        } else if response.hovered() && usable {
            (colours.tint, Stroke::new(1.0, colours.line_strong))
        } else {
            (Color32::TRANSPARENT, Stroke::new(1.0, colours.line_strong))
        };
        ui.painter().rect(
            rect,
            self.theme.control_radius(),
            fill,
            border,
            StrokeKind::Inside,
        );
        let middle = rect.center().y;
        let mut x = rect.left() + 10.0;
        if beside.caps {
            self.cap(ui, pos2(x, middle), &(degree + 1).to_string());
            x += self.theme.size(20.0) + 9.0;
        }
        let ink = if usable {
            colours.ink
        } else {
            colours.ink_soft
        };
        let galley = kind_words(words, chosen)
            .colour(ink)
            .galley(ui, self.theme, f32::INFINITY);
        let top = middle - galley.size().y / 2.0 + self.theme.lead(ui, Type::Control);
        let width = galley.size().x;
        ui.painter().galley(pos2(x, top), galley, ink);
        if !beside.pips {
            return;
        }
        let pips = pos2(
            rect.right() - 10.0 - marking::pips_width(self.theme),
            middle,
        );
        let pips = pos2(pips.x.min(x + width + 9.0), pips.y);
        marking::paint_pips(ui.painter(), self.theme, pips, DEGREES[degree]);
    }

    fn removal(&mut self, ui: &mut Ui) {
        let height = self.theme.size(36.0);
        let (_, room) = ui.allocate_space(vec2(ui.available_width(), height + 8.0));
        let words = self.strings.get("scene-remove-mark");
        let galley = Words::new(Type::Control, &words).galley(ui, self.theme, f32::INFINITY);
        let rect = Rect::from_min_size(
            pos2(room.left() + PADDING, room.top()),
            vec2(galley.size().x + 20.0, height),
        );
        let response = self.control(ui, Spot::Remove, rect, true);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &words));
        let colours = &self.theme.colours;
        let fill = if response.hovered() {
            colours.tint
        } else {
            Color32::TRANSPARENT
        };
        ui.painter().rect(
            rect,
            self.theme.control_radius(),
            fill,
            Stroke::new(1.0, colours.line_strong),
            StrokeKind::Inside,
        );
        let at =
            rect.center() - galley.size() / 2.0 + vec2(0.0, self.theme.lead(ui, Type::Control));
        ui.painter().galley(at, galley, colours.ink);
    }

    /// A key cap with its left edge in the middle at `at`.
    fn cap(&self, ui: &Ui, at: egui::Pos2, digit: &str) {
        let side = self.theme.size(20.0);
        let rect = Rect::from_min_size(pos2(at.x, at.y - side / 2.0).round(), vec2(side, side));
        ui.painter().rect(
            rect,
            CornerRadius::same(self.theme.tokens.radius.key),
            self.theme.colours.page,
            Stroke::new(1.0, self.theme.colours.line_strong),
            StrokeKind::Inside,
        );
        let galley = Words::new(Type::Key, digit)
            .soft()
            .galley(ui, self.theme, f32::INFINITY);
        let at = rect.center() - galley.size() / 2.0 + vec2(0.0, self.theme.lead(ui, Type::Key));
        ui.painter().galley(at, galley, self.theme.colours.ink_soft);
    }

    fn radio(
        &mut self,
        ui: &Ui,
        spot: Spot,
        rect: Rect,
        label: &str,
        chosen: bool,
        usable: bool,
    ) -> Response {
        let response = self.control(ui, spot, rect, usable);
        let (Spot::Kind(place) | Spot::Degree(place)) = spot else {
            return response;
        };
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::RadioButton, usable, label)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_toggled(if chosen {
                Toggled::True
            } else {
                Toggled::False
            });
            node.set_position_in_set(place);
        });
        response
    }

    /// Something that can be chosen; only the picker's own spot holds the focus.
    fn control(&mut self, ui: &Ui, spot: Spot, rect: Rect, usable: bool) -> Response {
        let id = spot_id(spot);
        let here = self.picker.spot == spot;
        let sense = match (usable, here) {
            (true, true) => Sense::click(),
            (true, false) => Sense::CLICK,
            (false, _) => Sense::hover(),
        };
        let response = ui.interact(rect, id, sense);
        if usable {
            ui.ctx().accesskit_node_builder(id, |node| {
                node.add_action(Action::Focus);
                node.add_action(Action::Click);
            });
            let asked = ui.input(|input| input.has_accesskit_action_request(id, Action::Focus));
            if asked && !here {
                self.focused = Some(spot);
            }
        }
        if response.clicked() {
            self.clicked = Some(spot);
        }
        if here {
            if self.claim {
                claim_focus(ui.ctx(), id);
                ui.scroll_to_rect(rect.expand(6.0), None::<Align>);
            }
            lock_arrows(ui.ctx(), id, true);
            focus_ring::corner(ui, id, rect, self.theme.tokens.radius.control);
        }
        response
    }
}
