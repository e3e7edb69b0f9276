//! Documents: their rows, and the drawer in which one is read.

use egui::accesskit::Role;
use egui::{Id, Layout, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::acts::{Scene, claim, paper_list};
use super::local::SceneLocal;
use super::papers::{Sheet as PaperSheet, draw};
use super::passages::Entry;
use super::stage::{Lead, row_padding, row_words};
use super::units::{ListLook, UnitList, asked_for};
use crate::session::view::{DocumentKind, DocumentView, View};
use crate::ui::icons::{self, Icon};
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::{Button, Words};

/// The drawer's width at 100 %.
const WIDTH: f32 = 720.0;

/// The units of a document in reading order, a turn a field.
pub(super) fn entries_of(document: &DocumentView) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for (turn, field) in document.fields.iter().enumerate() {
        for (index, unit) in field.paragraphs.iter().flatten().enumerate() {
            entries.push(Entry {
                unit,
                turn,
                speaker: (index == 0).then_some(field.label.as_ref()),
            });
        }
    }
    entries
}

/// The document in the drawer, if it is on offer here.
pub(super) fn open_document<'v>(view: &'v View, local: &SceneLocal) -> Option<&'v DocumentView> {
    let paper = local.paper.as_ref()?;
    view.documents
        .iter()
        .find(|document| document.key == paper.key)
}

/// The icon of a kind of document.
fn icon_of(kind: DocumentKind) -> Icon {
    match kind {
        DocumentKind::Messages => icons::MESSAGES,
        DocumentKind::Email | DocumentKind::Letter => icons::ENVELOPE,
        DocumentKind::Map => icons::MAP,
        DocumentKind::CctvStill => icons::CAMERA,
        DocumentKind::MissingReport => icons::IDENTITY,
        DocumentKind::Notes => icons::CLIPBOARD,
        DocumentKind::IncidentLog
        | DocumentKind::Statement
        | DocumentKind::CustodyRecord
        | DocumentKind::IntelligenceLog => icons::DOCUMENT,
    }
}

impl Scene<'_, '_> {
    /// The documents as rows. Opening one reads it.
    pub(super) fn documents(&mut self, ui: &mut Ui) {
        let theme = self.kit.theme;
        let name = self.kit.say("scene-documents");
        let documents = &self.view.documents;
        let read = self.kit.say("scene-document-read");
        let new = self.kit.say("scene-document-new");
        let mut opened = None;
        List::show(ui, "documents", &name, documents.len(), |ui, list| {
            list.padding(row_padding(theme));
            for document in documents {
                let state = if document.read { &read } else { &new };
                let row = Row {
                    name: document.title.to_string(),
                    description: Some(state.clone()),
                    selected: false,
                };
                let response = list.row(ui, theme, &row, |ui| {
                    let icon = Lead::Icon(icon_of(document.kind));
                    row_words(ui, theme, &icon, &document.title, state, !document.read);
                });
                if response.clicked() {
                    opened = Some(document.key);
                }
            }
        });
        if let Some(key) = opened {
            self.open_paper(key, None);
        }
    }

    /// Where the drawer stands: over the stage column and the page.
    pub(super) fn drawer_rect(&self, area: Rect, fold: Fold) -> Rect {
        if fold == Fold::One {
            return area;
        }
        let room = area.shrink2(vec2(20.0, 16.0));
        let width = self.kit.theme.size(WIDTH).min(room.width());
        Rect::from_min_size(room.min, vec2(width, room.height()))
    }

    /// Draws the drawer. Says where its text column stands, for the picker.
    pub(super) fn drawer(&mut self, ui: &mut Ui, area: Rect, fold: Fold) -> Option<egui::Rangef> {
        let document = open_document(self.view, self.local)?;
        let theme = self.kit.theme;
        let rect = self.drawer_rect(area, fold);
        ui.interact(rect, Id::new("drawer backdrop"), egui::Sense::CLICK);
        ui.painter()
            .add(theme.shadow().as_shape(rect, theme.panel_radius()));
        ui.painter().rect(
            rect,
            theme.panel_radius(),
            theme.colours.raised,
            Stroke::new(1.0, theme.colours.line_strong),
            StrokeKind::Inside,
        );
        self.kit.panes.add(ui, Id::new(("pane", "drawer")), rect);
        let mut ui = ui.new_child(
            UiBuilder::new()
                .id_salt("drawer")
                .max_rect(rect)
                .layout(Layout::top_down(egui::Align::Min)),
        );
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Region);
            node.set_label(document.title.as_ref());
        });
        let head = self.drawer_head(&mut ui, rect, document);
        let body = Rect::from_min_max(pos2(rect.left(), head), rect.max).shrink2(vec2(1.0, 1.0));
        Some(self.drawer_body(&mut ui, body, document))
    }

    /// The title and the way out. Says where it ends.
    fn drawer_head(&mut self, ui: &mut Ui, rect: Rect, document: &DocumentView) -> f32 {
        let theme = self.kit.theme;
        let height = theme.size(36.0) + 20.0;
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), height));
        let mut row = ui.new_child(
            UiBuilder::new()
                .id_salt("drawer head")
                .max_rect(head.shrink2(vec2(16.0, 8.0)))
                .layout(Layout::right_to_left(egui::Align::Center)),
        );
        let close = Button::secondary(self.kit.say("scene-close"))
            .icon(icons::CLOSE)
            .key("Esc")
            .show(&mut row, theme)
            .clicked();
        row.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            icon_of(document.kind).show(ui, theme, theme.colours.ink);
            Words::new(Type::Heading, document.title.as_ref())
                .heading(2)
                .one_line()
                .show(ui, theme);
        });
        let line = head.bottom();
        ui.painter().hline(
            egui::Rangef::new(rect.left() + 1.0, rect.right() - 1.0),
            line,
            theme.rule(),
        );
        if close {
            self.close_paper();
        }
        line
    }

    fn drawer_body(&mut self, ui: &mut Ui, body: Rect, document: &DocumentView) -> egui::Rangef {
        let theme = self.kit.theme;
        let margin = 9.0 + 32.0 * theme.scale;
        let column = egui::Rangef::new(body.left() + margin, body.right() - 28.0);
        let list_id = paper_list(document.key);
        let entries = self.paper_units;
        let Some(mut paper) = self.local.paper else {
            return column;
        };
        if let Some(unit) = paper.go_to
            && let Some(index) = entries.iter().position(|entry| entry.unit.key == unit)
        {
            paper.go_to = None;
            paper.list.current = index;
            paper.list.claim = true;
            paper.list.reveal = true;
        }
        if let Some(asked) = asked_for(ui.ctx(), list_id, entries.len()) {
            claim(ui.ctx(), &mut paper.list, asked);
        }
        let look = ListLook {
            theme,
            strings: self.kit.strings,
            concerns: &self.view.concerns,
            language: self.view.language,
            flag: 6.0 + 13.0 * theme.scale,
        };
        let picked = self.local.picker.as_ref().map(|picker| picker.index);
        let art = &mut *self.kit.art;
        let mut body_ui = ui.new_child(UiBuilder::new().id_salt("drawer body").max_rect(body));
        body_ui.shrink_clip_rect(body);
        let listed = ScrollArea::vertical()
            .id_salt(list_id)
            .auto_shrink([false, false])
            .show(&mut body_ui, |ui| {
                let top = ui.cursor().top();
                let room =
                    Rect::from_min_max(pos2(column.min, top), pos2(column.max, f32::INFINITY));
                ui.scope_builder(UiBuilder::new().id_salt("list").max_rect(room), |ui| {
                    ui.set_width(room.width());
                    ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
                    let mut list = UnitList::begin(
                        ui,
                        look,
                        list_id,
                        &document.title,
                        entries,
                        paper.list,
                        picked,
                    );
                    ui.add_space(16.0);
                    draw(
                        ui,
                        &mut PaperSheet {
                            theme,
                            art,
                            list: &mut list,
                        },
                        document,
                    );
                    ui.add_space(24.0);
                    list.end()
                })
                .inner
            })
            .inner;
        let (listed, local) = listed;
        paper.list = local;
        // Closed in this pass by its button: it stays closed.
        if self.local.paper.is_some() {
            self.local.paper = Some(paper);
            if !listed.picked.is_empty() {
                self.local.picked_pieces = listed.picked;
            }
            if let Some(index) = listed.clicked {
                self.open_picker(index);
            }
        }
        column
    }
}
