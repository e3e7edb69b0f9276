//! The stage: the picture, the shapes in it, and the objects as a list.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui::epaint::PathShape;
use egui::{
    Align2, Color32, Context, CornerRadius, CursorIcon, Id, Pos2, Rect, Sense, Shape, Stroke,
    StrokeKind, TextureHandle, Ui, Vec2, pos2, vec2,
};

use super::acts::Scene;
use super::marking::paint_flag;
use super::units::bounds;
use crate::session::view::{ObjectView, Sureness, ThingKey};
use crate::ui::art::Mask;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::stage::Placed;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::Words;
use crate::ui::widgets::list::{List, Row};

/// Behind the name of a shape in the picture, and around its outline: the picture is the same in every theme.
const LABEL: Color32 = Color32::from_rgb(0x10, 0x1A, 0x21);
/// The shape that is pointed at.
const POINTED: Color32 = Color32::WHITE;
/// Outlines of marked shapes, readable on any picture over white.
const MARKED: Color32 = Color32::from_rgb(0x0E, 0x55, 0x60);

impl Scene<'_, '_> {
    /// The picture of the place, on a ground of this colour.
    pub(super) fn stage(&mut self, ui: &mut Ui, rect: Rect, ground: Color32) {
        let theme = self.kit.theme;
        let id = Id::new("stage");
        let named = self.view.picture.as_ref();
        let picture = named.filter(|path| self.kit.art.exists(path)).cloned();
        let radius = theme.panel_radius();
        let sense = if self.blocked {
            Sense::hover()
        } else {
            Sense::CLICK
        };
        let response = ui.interact(rect, id, sense);
        let described = picture
            .as_ref()
            .and_then(|path| self.kit.art.described(path))
            .unwrap_or_default();
        let place = self.view.place.as_ref();
        let title = if described.title.is_empty() {
            place
        } else {
            described.title.as_str()
        };
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::Image);
            node.set_label(title);
            if !described.desc.is_empty() {
                node.set_description(described.desc.as_str());
            }
            node.set_bounds(bounds(rect));
        });
        let Some(path) = picture else {
            ui.painter().rect_filled(rect, radius, theme.colours.line);
            let words = Words::new(Type::Label, place).galley(ui, theme, rect.width() - 32.0);
            let at = rect.center() - words.size() / 2.0;
            ui.painter().galley(at, words, theme.colours.ink);
            return;
        };
        if self.kit.art.is_layered(&path) {
            self.leave_to_window(ui, rect, ground, &path);
        } else {
            self.paint(ui, rect, &path);
        }
        if theme.contrast {
            ui.painter()
                .rect_stroke(rect, radius, theme.rule(), StrokeKind::Inside);
        }
        let under = response
            .hover_pos()
            .and_then(|pointer| self.object_at(ui.ctx(), &path, rect, pointer));
        if under.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        let ui = &mut ui.new_child(egui::UiBuilder::new().id_salt("shapes").max_rect(rect));
        ui.shrink_clip_rect(rect);
        self.shapes(ui, &path, rect, under.or(self.local.pointed_row));
        if response.clicked()
            && let Some(key) = under
        {
            self.look_at(key);
        }
    }

    /// Says what belongs here, and paints nothing.
    fn leave_to_window(&mut self, ui: &Ui, rect: Rect, ground: Color32, path: &str) {
        let clock = self.view.clock;
        let layers = self.kit.art.layers(ui.ctx(), path, rect.size());
        self.kit.art.stage.place(Placed {
            path: path.to_owned(),
            layers,
            rect,
            visible: rect.intersect(ui.clip_rect()),
            radius: self.kit.theme.tokens.radius.panel,
            ground,
            minute: clock
                .at(clock.minute)
                .map(|(hour, minute)| hour * 60 + minute),
            motion: self.kit.theme.motion,
            fade: Duration::from_millis(self.kit.theme.tokens.motion.stage_ms.into()),
        });
    }

    /// Paints the picture here, still and in its own light.
    fn paint(&mut self, ui: &Ui, rect: Rect, path: &str) {
        let theme = self.kit.theme;
        let radius = theme.panel_radius();
        ui.painter().rect_filled(rect, radius, theme.colours.line);
        if let Some(texture) = self.kit.art.picture(ui.ctx(), path, rect.size()) {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            let shape = egui::epaint::RectShape::filled(rect, radius, Color32::WHITE);
            ui.painter().add(shape.with_texture(texture.id(), whole));
        }
    }

    /// The shape of an object, and the picture's place as far as its layer has drifted.
    fn shape(
        &mut self,
        ctx: &Context,
        path: &str,
        rect: Rect,
        element: &str,
    ) -> Option<(Arc<Mask>, Rect)> {
        let art = &mut *self.kit.art;
        let mask = art.mask(ctx, path, element)?;
        let layer = art.layer_of(path, element).unwrap_or_default();
        Some((mask, rect.translate(art.stage.shift(layer, rect.width()))))
    }

    /// The object whose own shape lies under the pointer; the one drawn last wins.
    fn object_at(
        &mut self,
        ctx: &Context,
        path: &str,
        rect: Rect,
        pointer: Pos2,
    ) -> Option<ThingKey> {
        let view = self.view;
        let hit = |object: &&ObjectView| {
            self.shape(ctx, path, rect, &object.shape)
                .is_some_and(|(mask, place)| {
                    mask.hit(((pointer - place.min) / place.size()).to_pos2())
                })
        };
        let found = view.objects.iter().rev().find(hit);
        found.map(|object| object.key)
    }

    /// Outlines of marked shapes, then of the one that is pointed at, with its name.
    fn shapes(&mut self, ui: &Ui, path: &str, rect: Rect, pointed: Option<ThingKey>) {
        let theme = self.kit.theme;
        for object in &self.view.objects {
            // Asked for here already, so that pointing at one finds its shape drawn.
            let shape = self.shape(ui.ctx(), path, rect, &object.shape);
            if let (Some(sure), Some((mask, place))) = (object.mark, shape) {
                for line in mask.outline_in(place) {
                    outline_marked(ui, line, sure);
                }
            }
        }
        let Some(object) = self
            .view
            .objects
            .iter()
            .find(|object| Some(object.key) == pointed)
        else {
            return;
        };
        let Some((mask, place)) = self.shape(ui.ctx(), path, rect, &object.shape) else {
            return;
        };
        for line in mask.outline_in(place) {
            closed(ui, &line, Stroke::new(5.0, LABEL));
            closed(ui, &line, Stroke::new(3.0, POINTED));
        }
        let bounds = mask.bounds();
        let shape = Rect::from_min_max(
            place.min + bounds.min.to_vec2() * place.size(),
            place.min + bounds.max.to_vec2() * place.size(),
        );
        name_shape(ui, theme, rect, shape, &object.label);
    }

    /// The objects as rows. Opening one looks at it.
    pub(super) fn objects(&mut self, ui: &mut Ui) {
        let theme = self.kit.theme;
        let name = self.kit.say("scene-room");
        let objects = &self.view.objects;
        let looked = self.kit.say("scene-looked");
        let mut opened = None;
        let mut pointed = None;
        let picture = self.view.picture.as_deref();
        let art = &mut *self.kit.art;
        List::show(ui, "objects", &name, objects.len(), |ui, list| {
            list.padding(row_padding(theme));
            for object in objects {
                let row = Row {
                    name: object.label.to_string(),
                    description: object.looked.then(|| looked.clone()),
                    selected: false,
                };
                let state = if object.looked { looked.as_str() } else { "" };
                let lead = match picture {
                    Some(path) if art.holds(path, &object.shape) => {
                        let size = thumbnail_size(theme);
                        Lead::Picture(art.detail(ui.ctx(), path, &object.shape, size))
                    }
                    _ => Lead::Icon(icons::LOOK),
                };
                let response = list.row(ui, theme, &row, |ui| {
                    let left = row_words(ui, theme, &lead, &object.label, state, false);
                    if let Some(sure) = object.mark {
                        paint_flag(ui.painter(), theme, left, sure);
                    }
                });
                if response.hovered() || response.has_focus() {
                    pointed = Some(object.key);
                }
                if response.clicked() {
                    opened = Some(object.key);
                }
            }
        });
        if self.local.pointed_row != pointed {
            self.local.pointed_row = pointed;
            ui.ctx().request_repaint();
        }
        if let Some(key) = opened {
            self.look_at(key);
        }
    }
}

/// Puts the words of a row in the middle of it.
pub(super) fn row_padding(theme: &Theme) -> Vec2 {
    let spare = theme.size(theme.tokens.size.row) - theme.line(Type::Control);
    vec2(8.0, (spare / 2.0).floor())
}

/// What stands before a row's words.
pub(super) enum Lead {
    Icon(icons::Icon),
    /// A small picture; nothing while it is being drawn.
    Picture(Option<TextureHandle>),
}

/// How large the picture before a row's words is.
fn thumbnail_size(theme: &Theme) -> Vec2 {
    vec2(theme.size(30.0), theme.size(24.0))
}

impl Lead {
    fn paint(&self, ui: &Ui, theme: &Theme, centre: Pos2) {
        let rect = Rect::from_center_size(centre, thumbnail_size(theme));
        let rect = Rect::from_min_size(rect.min.round(), rect.size());
        match self {
            Self::Icon(icon) => {
                let side = theme.size(theme.tokens.size.icon_large);
                icon.paint_at(ui.painter(), centre, side, theme.colours.ink);
            }
            Self::Picture(texture) => {
                let radius = CornerRadius::same(4);
                let mut shape = egui::epaint::RectShape::filled(rect, radius, theme.colours.line);
                if let Some(texture) = texture {
                    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                    shape.fill = Color32::WHITE;
                    shape = shape.with_texture(texture.id(), whole);
                }
                ui.painter().add(shape);
                if theme.contrast {
                    let inside = StrokeKind::Inside;
                    ui.painter().rect_stroke(rect, radius, theme.rule(), inside);
                }
            }
        }
    }
}

/// A row's icon or picture, words, and state at the right. Says where a flag may stand.
pub(super) fn row_words(
    ui: &mut Ui,
    theme: &Theme,
    lead: &Lead,
    words: &str,
    state: &str,
    bright: bool,
) -> Pos2 {
    let width = ui.available_width();
    let slot = thumbnail_size(theme).x;
    let state_words = if bright {
        Words::new(Type::Small, state)
            .family(fonts::UI_BOLD)
            .colour(theme.colours.brand)
    } else {
        Words::new(Type::Small, state).soft()
    };
    let state = state_words.galley(ui, theme, width);
    let flag = theme.size(22.0);
    let left = slot + 10.0;
    let room = width - left - state.size().x - flag - 8.0;
    let words = Words::new(Type::Control, words).galley(ui, theme, room.max(40.0));
    let line = theme.line(Type::Control);
    let (_, rect) = ui.allocate_space(vec2(width, words.size().y.max(line)));
    let first = rect.top() + line / 2.0;
    lead.paint(ui, theme, pos2(rect.left() + slot / 2.0, first));
    let lead = vec2(0.0, theme.lead(ui, Type::Control));
    ui.painter().galley(
        pos2(rect.left() + left, rect.top()) + lead,
        words,
        theme.colours.ink,
    );
    let state_left = rect.right() - state.size().x;
    let lead = vec2(0.0, theme.lead(ui, Type::Small));
    ui.painter().galley(
        pos2(state_left, first - theme.line(Type::Small) / 2.0) + lead,
        state,
        theme.colours.ink_soft,
    );
    pos2(state_left - flag / 2.0, first)
}

fn closed(ui: &Ui, line: &[Pos2], stroke: Stroke) {
    ui.painter()
        .add(PathShape::closed_line(line.to_vec(), stroke));
}

fn outline_marked(ui: &Ui, line: Vec<Pos2>, sure: Sureness) {
    match sure {
        Sureness::Note => {
            closed(ui, &line, Stroke::new(4.0, POINTED));
            let mut around = line;
            around.extend(around.first().copied());
            ui.painter()
                .extend(Shape::dotted_line(&around, MARKED, 7.0, 2.0));
        }
        Sureness::Concerned => {
            closed(ui, &line, Stroke::new(5.0, POINTED));
            closed(ui, &line, Stroke::new(2.5, MARKED));
        }
        Sureness::ActNow => {
            closed(ui, &line, Stroke::new(9.0, POINTED));
            closed(ui, &line, Stroke::new(7.0, MARKED));
            closed(ui, &line, Stroke::new(2.5, POINTED));
        }
    }
}

/// A dark label with the object's name over its shape, inside the picture.
fn name_shape(ui: &Ui, theme: &Theme, picture: Rect, shape: Rect, name: &str) {
    let galley = Words::new(Type::Small, name)
        .family(fonts::UI_BOLD)
        .colour(Color32::WHITE)
        .galley(ui, theme, picture.width() - 32.0);
    let size = galley.size() + vec2(18.0, 6.0);
    let mut label = Align2::CENTER_BOTTOM.anchor_size(shape.center_top() - vec2(0.0, 6.0), size);
    if label.top() < picture.top() + 4.0 {
        label = Align2::CENTER_TOP.anchor_size(shape.center_bottom() + vec2(0.0, 6.0), size);
    }
    let room = picture.shrink(6.0);
    let shift = vec2(
        (room.left() - label.left()).max(0.0) + (room.right() - label.right()).min(0.0),
        (room.top() - label.top()).max(0.0) + (room.bottom() - label.bottom()).min(0.0),
    );
    let label = label.translate(shift);
    ui.painter()
        .rect_filled(label, CornerRadius::same(4), LABEL);
    let lead = vec2(0.0, theme.lead(ui, Type::Small));
    ui.painter()
        .galley(label.min + vec2(9.0, 3.0) + lead, galley, Color32::WHITE);
}
