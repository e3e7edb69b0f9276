//! How each kind of document is set. What it looks like never depends on what its sentences are.

use std::sync::Arc;

use egui::{Align, Color32, CornerRadius, Layout, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::typeset::{Face, Quotes};
use super::units::{UnitList, bounds};
use crate::session::view::{DocumentFieldView, DocumentKind, DocumentView, Paragraph, UnitView};
use crate::ui::art::ArtCache;
use crate::ui::fonts;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::Words;

/// What a document is drawn on.
pub(super) struct Sheet<'s, 'l> {
    /// The look.
    pub theme: &'s Theme,
    /// Pictures.
    pub art: &'s mut ArtCache,
    /// Its units.
    pub list: &'s mut UnitList<'l>,
}

/// Draws all fields of a document in its own look.
pub(super) fn draw(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    match document.kind {
        DocumentKind::IncidentLog => log(ui, sheet, document),
        DocumentKind::Messages => messages(ui, sheet, document),
        DocumentKind::Email => email(ui, sheet, document),
        DocumentKind::Statement => statement(ui, sheet, document),
        DocumentKind::Letter => letter(ui, sheet, document),
        DocumentKind::Notes => notes(ui, sheet, document),
        DocumentKind::MissingReport => report(ui, sheet, document),
        DocumentKind::CustodyRecord => cells(ui, sheet, document, Type::Record),
        DocumentKind::IntelligenceLog => cells(ui, sheet, document, Type::Body),
        DocumentKind::Map | DocumentKind::CctvStill => picture(ui, sheet, document),
    }
}

impl Sheet<'_, '_> {
    fn face(&self, step: Type) -> Face {
        Face::of(self.theme, step, self.theme.colours.ink)
    }

    /// A field's label, spoken with its first sentence and so silent here.
    fn label(&self, ui: &mut Ui, words: &str, step: Type, family: &'static str) {
        Words::new(step, words)
            .family(family)
            .soft()
            .silent()
            .show(ui, self.theme);
    }

    fn paragraphs(
        &mut self,
        ui: &mut Ui,
        paragraphs: &[Paragraph],
        face: &Face,
        indent: f32,
        gap: f32,
    ) -> Vec<Rect> {
        let mut rooms = Vec::with_capacity(paragraphs.len());
        for (index, units) in paragraphs.iter().enumerate() {
            if index > 0 {
                ui.add_space(gap);
            }
            let room = self
                .list
                .paragraph(ui, units, Quotes::default(), face, indent);
            rooms.push(room);
        }
        rooms
    }
}

/// A rule under every row of a room.
fn line_rows(ui: &Ui, theme: &Theme, room: Rect, line: f32, under: egui::layers::ShapeIdx) {
    let mut rules = Vec::new();
    let mut y = room.top() + line;
    while y <= room.bottom() + 1.0 {
        rules.push(Shape::hline(room.x_range(), y + 1.0, theme.rule()));
        y += line;
    }
    ui.painter().set(under, Shape::Vec(rules));
}

/// A control room's log: mono on lined paper, the label in its own column.
fn log(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Record);
    let widest = document
        .fields
        .iter()
        .map(|field| {
            Words::new(Type::Record, field.label.as_ref())
                .galley(ui, theme, f32::INFINITY)
                .size()
                .x
        })
        .fold(0.0, f32::max);
    let column = (widest + 20.0).min(ui.available_width() * 0.34);
    for field in &document.fields {
        let under = ui.painter().add(Shape::Noop);
        let top = ui.cursor().min;
        let label = Words::new(Type::Record, field.label.as_ref())
            .soft()
            .galley(ui, theme, column - 12.0);
        let label_height = label.size().y;
        let lead = vec2(0.0, theme.lead(ui, Type::Record));
        ui.painter()
            .galley(top + lead, label, theme.colours.ink_soft);
        let rooms = sheet.paragraphs(ui, &field.paragraphs, &face, column, 0.0);
        let bottom = rooms.last().map_or(top.y, Rect::bottom);
        let spare = (top.y + label_height - bottom).max(0.0);
        ui.add_space(spare);
        let room = Rect::from_min_max(top, pos2(top.x + ui.available_width(), bottom + spare));
        line_rows(ui, theme, room, face.line_height, under);
    }
}

/// The name before the first comma of a message's label: who sent it.
fn sender(label: &str) -> &str {
    label.split(',').next().unwrap_or(label).trim()
}

/// Messages on a phone: bubbles, the first sender's at the left, sender and time in words.
fn messages(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Body);
    let first = document
        .fields
        .first()
        .map_or("", |field| sender(&field.label));
    for field in &document.fields {
        let left = sender(&field.label) == first;
        let width = ui.available_width();
        let bubble_width = bubble_width(ui, theme, field, (width * 0.8).round());
        let shift = if left { 0.0 } else { width - bubble_width };
        let corner = ui.cursor().min + vec2(shift, 0.0);
        let room = Rect::from_min_size(corner, vec2(bubble_width, f32::INFINITY));
        let shown = ui.scope_builder(egui::UiBuilder::new().max_rect(room), |ui| {
            ui.set_width(bubble_width);
            sheet.label(ui, &field.label, Type::Small, fonts::UI_BOLD);
            ui.add_space(2.0);
            let under = ui.painter().add(Shape::Noop);
            let top = ui.cursor().min;
            ui.add_space(8.0);
            let inner = Rect::from_min_size(
                ui.cursor().min + vec2(14.0, 0.0),
                vec2(bubble_width - 28.0, f32::INFINITY),
            );
            ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
                ui.set_width(inner.width());
                sheet.paragraphs(ui, &field.paragraphs, &face, 0.0, 6.0);
            });
            ui.add_space(8.0);
            let bubble = Rect::from_min_max(top, pos2(top.x + bubble_width, ui.cursor().top()));
            let (fill, tail) = if left {
                (
                    theme.colours.panel,
                    CornerRadius {
                        sw: 2,
                        ..CornerRadius::same(14)
                    },
                )
            } else {
                (
                    theme.colours.canvas,
                    CornerRadius {
                        se: 2,
                        ..CornerRadius::same(14)
                    },
                )
            };
            ui.painter()
                .set(under, bubble_shape(theme, bubble, fill, tail));
        });
        ui.advance_cursor_after_rect(shown.response.rect);
        ui.add_space(14.0);
    }
}

/// As wide as its words, within bounds.
fn bubble_width(ui: &Ui, theme: &Theme, field: &DocumentFieldView, most: f32) -> f32 {
    let width = |step, words: String| {
        let galley = Words::new(step, words).galley(ui, theme, f32::INFINITY);
        galley.size().x.ceil()
    };
    let body = field.paragraphs.iter().map(|units| {
        let texts: Vec<String> = units.iter().map(UnitView::text).collect();
        width(Type::Body, texts.join(" ")) + 30.0
    });
    let label = width(Type::Small, field.label.to_string()) + 12.0;
    body.fold(label, f32::max).min(most)
}

fn bubble_shape(theme: &Theme, rect: Rect, fill: Color32, corner: CornerRadius) -> Shape {
    egui::epaint::RectShape::new(rect, corner, fill, theme.rule(), StrokeKind::Inside).into()
}

/// Whether a field of an e-mail stands in its header.
fn in_header(field: &DocumentFieldView) -> bool {
    const HEADER: [&str; 7] = ["from", "to", "cc", "sent", "date", "subject", "received"];
    let label = field.label.trim().trim_end_matches(':').to_lowercase();
    HEADER.contains(&label.as_str())
}

/// An e-mail: a header of labelled lines, a rule, the message.
fn email(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Body);
    let column = theme.size(90.0);
    let mut ruled = false;
    for field in &document.fields {
        if in_header(field) {
            let top = ui.cursor().min;
            let label = Words::new(Type::Body, field.label.as_ref())
                .family(fonts::UI_BOLD)
                .soft()
                .galley(ui, theme, column - 8.0);
            let lead = vec2(0.0, theme.lead(ui, Type::Body));
            ui.painter()
                .galley(top + lead, label, theme.colours.ink_soft);
            sheet.paragraphs(ui, &field.paragraphs, &face, column, 0.0);
            ui.add_space(4.0);
        } else {
            if !ruled {
                ruled = true;
                ui.add_space(8.0);
                rule(ui, theme);
                ui.add_space(14.0);
            }
            sheet.label(ui, &field.label, Type::Small, fonts::UI_BOLD);
            ui.add_space(4.0);
            sheet.paragraphs(ui, &field.paragraphs, &face, 0.0, theme.paragraph_gap());
            ui.add_space(theme.paragraph_gap());
        }
    }
}

fn rule(ui: &mut Ui, theme: &Theme) {
    let (_, room) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    ui.painter()
        .hline(room.x_range(), room.center().y, theme.rule());
}

/// A letter: serif, as it was written; what stands over it is at the right, as on headed paper.
fn letter(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Narration);
    for field in &document.fields {
        let head = Words::new(Type::Small, field.label.as_ref())
            .family(fonts::UI_BOLD)
            .soft()
            .silent();
        ui.with_layout(Layout::top_down(Align::Max), |ui| head.show(ui, theme));
        ui.add_space(12.0);
        sheet.paragraphs(ui, &field.paragraphs, &face, 0.0, theme.paragraph_gap());
        ui.add_space(theme.paragraph_gap() + 6.0);
    }
}

/// A statement: serif between two rules, the label of each part over it.
fn statement(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Narration);
    for field in &document.fields {
        rule(ui, theme);
        ui.add_space(8.0);
        sheet.label(ui, &field.label, Type::Small, fonts::UI_BOLD);
        ui.add_space(6.0);
        sheet.paragraphs(ui, &field.paragraphs, &face, 0.0, theme.paragraph_gap());
        ui.add_space(theme.paragraph_gap());
    }
    rule(ui, theme);
}

/// Somebody's notes: serif on lined paper with a margin.
fn notes(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Narration);
    let margin = 14.0;
    for field in &document.fields {
        sheet.label(ui, &field.label, Type::Small, fonts::UI_BOLD);
        ui.add_space(2.0);
        let under = ui.painter().add(Shape::Noop);
        let rooms = sheet.paragraphs(ui, &field.paragraphs, &face, margin, 0.0);
        if let Some(whole) = rooms.into_iter().reduce(Rect::union) {
            line_rows(ui, theme, whole, face.line_height, under);
            let stroke = Stroke::new(1.0, theme.colours.line_strong);
            ui.painter().vline(whole.left(), whole.y_range(), stroke);
        }
        ui.add_space(theme.paragraph_gap());
    }
}

/// A form that was filled in: what is asked in a column of its own, what was entered beside it.
fn report(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let face = sheet.face(Type::Body);
    let column = (ui.available_width() * 0.28).round();
    let top = ui.cursor().min;
    let under = ui.painter().add(Shape::Noop);
    let mut lines = Vec::new();
    for field in &document.fields {
        let line = ui.cursor().top();
        lines.push(line);
        let label = Words::new(Type::Small, field.label.as_ref())
            .family(fonts::UI_BOLD)
            .soft()
            .galley(ui, theme, column - 24.0);
        let label_bottom = line + 10.0 + label.size().y;
        // In the middle of the first line of what was entered.
        let lead = ((theme.line(Type::Body) - theme.line(Type::Small)) / 2.0).round()
            + theme.lead(ui, Type::Small);
        ui.painter().galley(
            pos2(top.x + 12.0, line + 10.0 + lead),
            label,
            theme.colours.ink_soft,
        );
        ui.add_space(10.0);
        entered(ui, sheet, field, &face, column + 12.0);
        ui.add_space((label_bottom - ui.cursor().top()).max(0.0) + 10.0);
    }
    let frame = framed(ui, theme, top, &lines);
    let labels = Rect::from_min_max(frame.min, pos2(top.x + column, frame.max.y));
    let fill = Shape::rect_filled(labels, CornerRadius::ZERO, theme.colours.panel);
    ui.painter().set(under, fill);
    let stroke = Stroke::new(1.0, theme.colours.line_strong);
    ui.painter().vline(labels.right(), frame.y_range(), stroke);
}

/// A record of entries: each under a band with its label.
fn cells(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView, step: Type) {
    let theme = sheet.theme;
    let face = sheet.face(step);
    let top = ui.cursor().min;
    let under = ui.painter().add(Shape::Noop);
    let mut lines = Vec::new();
    let mut bands = Vec::new();
    for field in &document.fields {
        let line = ui.cursor().top();
        lines.push(line);
        ui.add_space(5.0);
        let inner = Rect::from_min_size(
            ui.cursor().min + vec2(12.0, 0.0),
            vec2(ui.available_width() - 24.0, f32::INFINITY),
        );
        ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
            sheet.label(ui, &field.label, Type::Small, fonts::UI_BOLD);
        });
        ui.add_space(5.0);
        let band = Rect::from_min_max(
            pos2(top.x, line),
            pos2(top.x + ui.available_width(), ui.cursor().top()),
        );
        bands.push(Shape::rect_filled(
            band,
            CornerRadius::ZERO,
            theme.colours.panel,
        ));
        ui.add_space(7.0);
        entered(ui, sheet, field, &face, 12.0);
        ui.add_space(9.0);
    }
    framed(ui, theme, top, &lines);
    ui.painter().set(under, Shape::Vec(bands));
}

/// What was entered in a field of a form, this far in from the form's edge.
fn entered(
    ui: &mut Ui,
    sheet: &mut Sheet<'_, '_>,
    field: &DocumentFieldView,
    face: &Face,
    from: f32,
) {
    let inner = Rect::from_min_size(
        ui.cursor().min + vec2(from, 0.0),
        vec2(ui.available_width() - from - 12.0, f32::INFINITY),
    );
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.set_width(inner.width());
        sheet.paragraphs(ui, &field.paragraphs, face, 0.0, 6.0);
    });
}

/// A frame from `top` to where the form ends, with rules between its fields.
fn framed(ui: &Ui, theme: &Theme, top: egui::Pos2, lines: &[f32]) -> Rect {
    let bottom = ui.cursor().top();
    let frame = Rect::from_min_max(top, pos2(top.x + ui.available_width(), bottom));
    let stroke = Stroke::new(1.0, theme.colours.line_strong);
    for y in lines.iter().skip(1) {
        ui.painter().hline(frame.x_range(), *y, stroke);
    }
    ui.painter()
        .rect_stroke(frame, CornerRadius::ZERO, stroke, StrokeKind::Inside);
    frame
}

/// A map or a camera's still: the picture over its caption.
fn picture(ui: &mut Ui, sheet: &mut Sheet<'_, '_>, document: &DocumentView) {
    let theme = sheet.theme;
    let width = ui.available_width();
    let size = vec2(width, (width * 0.75).round());
    let (id, room) = ui.allocate_space(size);
    let path: Option<Arc<str>> = document.picture.clone();
    let frame = if document.kind == DocumentKind::CctvStill {
        theme.colours.ink
    } else {
        theme.colours.line
    };
    ui.painter()
        .rect_filled(room, CornerRadius::same(4), theme.colours.line);
    let mut described = crate::ui::art::Described::default();
    if let Some(path) = path {
        described = sheet.art.described(&path).unwrap_or_default();
        if let Some(texture) = sheet.art.picture(ui.ctx(), &path, size) {
            let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            ui.painter().add(
                egui::epaint::RectShape::filled(room, CornerRadius::same(4), Color32::WHITE)
                    .with_texture(texture.id(), whole),
            );
        }
    }
    ui.painter().rect_stroke(
        room,
        CornerRadius::same(4),
        Stroke::new(2.0, frame),
        StrokeKind::Inside,
    );
    let title = if described.title.is_empty() {
        document.title.to_string()
    } else {
        described.title
    };
    ui.interact(room, id, egui::Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(egui::accesskit::Role::Image);
        node.set_label(title);
        node.set_description(described.desc);
        node.set_bounds(bounds(room));
    });
    ui.add_space(14.0);
    let face = sheet.face(Type::Body);
    for field in &document.fields {
        sheet.label(ui, &field.label, Type::Small, fonts::UI_BOLD);
        ui.add_space(2.0);
        sheet.paragraphs(ui, &field.paragraphs, &face, 0.0, 6.0);
        ui.add_space(10.0);
    }
}
