//! The panes of the scene and which of them stand where.

use egui::accesskit::Role;
use egui::{
    CornerRadius, Id, Layout, Rangef, Rect, ScrollArea, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::acts::Scene;
use super::layout::{Panes, arrange};
use super::local::Tab;
use crate::ui::focus_ring;
use crate::ui::icons;
use crate::ui::stage::around;
use crate::ui::theme::Fold;
use crate::ui::widgets::Words;
use crate::ui::widgets::tabs;

/// Between the picture and the panels under it.
const STACK_GAP: f32 = 14.0;
/// Room for a scroll bar beside the left column.
const SCROLL_BAR: f32 = 14.0;
/// How much of what is behind an open document is veiled.
const DIM: f32 = 0.4;
/// From a panel's edge to its heading.
const PANEL_PADDING: f32 = 15.0;
/// From a panel's edge to its rows, which have a padding of their own.
const ROWS_MARGIN: f32 = 7.0;

/// A region of the screen being drawn.
struct Region<'a> {
    salt: &'static str,
    name: &'a str,
    rect: Rect,
    enabled: bool,
}

impl Scene<'_, '_> {
    /// Draws everything under the bar.
    pub(super) fn draw(&mut self, ui: &mut Ui, fold: Fold) {
        let area = ui.max_rect();
        let panes = arrange(area, fold);
        let column = match fold {
            Fold::Three => self.three(ui, area, panes),
            Fold::Two => self.two(ui, area, panes),
            Fold::One => self.one(ui, area),
        };
        if self.local.picker.is_some() {
            self.picker(ui, area, column, fold);
        }
        ui.advance_cursor_after_rect(area);
    }

    fn three(&mut self, ui: &mut Ui, area: Rect, panes: Panes) -> Rangef {
        let open = self.local.paper.is_some();
        self.surface(ui, panes.page, self.kit.theme.colours.page);
        self.read_region(ui, panes.page, !open, Fold::Three);
        self.left_column(ui, panes.stage, !open);
        self.dim(ui, &[panes.stage, panes.page]);
        let column = self.drawer(ui, area, Fold::Three);
        self.notebook_region(ui, panes.notebook, true, true);
        column.or(self.local.column).unwrap_or(panes.page.x_range())
    }

    fn two(&mut self, ui: &mut Ui, area: Rect, panes: Panes) -> Rangef {
        let open = self.local.paper.is_some();
        let notebook = self.local.tab == Tab::Notebook;
        let tabs = [Tab::Read, Tab::Notebook];
        let fill = if notebook {
            self.kit.theme.colours.panel
        } else {
            self.kit.theme.colours.page
        };
        self.surface(ui, panes.page, fill);
        let body = self.tabs(ui, panes.page, &tabs, true, !open);
        if notebook {
            self.notebook_region(ui, body, false, !open);
        } else {
            self.read_region(ui, body, !open, Fold::Two);
        }
        self.left_column(ui, panes.stage, !open);
        self.dim(ui, &[panes.stage, panes.page]);
        let column = self.drawer(ui, area, Fold::Two);
        column.or(self.local.column).unwrap_or(body.x_range())
    }

    fn one(&mut self, ui: &mut Ui, area: Rect) -> Rangef {
        if self.local.paper.is_some()
            && let Some(column) = self.drawer(ui, area, Fold::One)
        {
            return column;
        }
        let tabs = [Tab::Read, Tab::Look, Tab::Documents, Tab::Notebook];
        let body = self.tabs(ui, area, &tabs, false, true);
        match self.local.tab {
            Tab::Read => self.read_region(ui, body, true, Fold::One),
            Tab::Look => self.look_tab(ui, body),
            Tab::Documents => self.documents_tab(ui, body),
            Tab::Notebook => {
                ui.painter()
                    .rect_filled(body, CornerRadius::ZERO, self.kit.theme.colours.page);
                self.notebook_region(ui, body.shrink2(vec2(20.0, 8.0)), false, true);
            }
        }
        self.local.column.unwrap_or(body.x_range())
    }

    /// A region with its name for readers and its stop for F6.
    fn region(&mut self, ui: &mut Ui, region: &Region<'_>) -> Ui {
        let child = Self::region_inside(ui, region);
        self.close_region(ui, region, &child);
        child
    }

    /// Registers a region for F6, where its content has found its place.
    fn close_region(&mut self, ui: &mut Ui, region: &Region<'_>, child: &Ui) {
        let rect = if region.rect.is_finite() {
            region.rect
        } else {
            ui.advance_cursor_after_rect(child.min_rect());
            child.min_rect()
        };
        if region.enabled {
            let id = Id::new(("pane", region.salt));
            self.kit.panes.add(ui, id, rect);
        }
    }

    fn region_inside(ui: &mut Ui, region: &Region<'_>) -> Ui {
        let mut builder = UiBuilder::new()
            .id_salt(region.salt)
            .max_rect(region.rect)
            .layout(Layout::top_down(egui::Align::Min));
        if !region.enabled {
            builder = builder.disabled();
        }
        let child = ui.new_child(builder);
        child
            .ctx()
            .accesskit_node_builder(child.unique_id(), |node| {
                node.set_role(Role::Region);
                node.set_label(region.name);
            });
        child
    }

    /// What stands behind an open document: still there, and out of use.
    fn dim(&self, ui: &Ui, panes: &[Rect]) {
        if self.local.paper.is_none() {
            return;
        }
        let theme = self.kit.theme;
        let veil = theme.colours.canvas.gamma_multiply(DIM);
        for pane in panes {
            ui.painter().rect_filled(*pane, theme.panel_radius(), veil);
        }
    }

    fn surface(&self, ui: &Ui, rect: Rect, fill: egui::Color32) {
        let theme = self.kit.theme;
        let inside = StrokeKind::Inside;
        ui.painter()
            .rect(rect, theme.panel_radius(), fill, theme.rule(), inside);
    }

    fn read_region(&mut self, ui: &mut Ui, rect: Rect, enabled: bool, fold: Fold) {
        let name = self.kit.say("scene-read");
        let region = Region {
            salt: "read",
            name: &name,
            rect,
            enabled,
        };
        let mut ui = self.region(ui, &region);
        self.page_pane(&mut ui, rect, fold);
    }

    fn notebook_region(&mut self, ui: &mut Ui, rect: Rect, headed: bool, enabled: bool) {
        if headed {
            self.surface(ui, rect, self.kit.theme.colours.panel);
        }
        let name = self.kit.say("scene-notebook");
        let inside = rect.shrink2(vec2(ROWS_MARGIN, 4.0));
        let region = Region {
            salt: "notebook",
            name: &name,
            rect: inside,
            enabled,
        };
        let mut ui = self.region(ui, &region);
        self.notebook(&mut ui, inside, headed);
    }

    /// The picture, the objects and the documents, one under the other.
    /// Where there is no room for all, the column scrolls.
    fn left_column(&mut self, ui: &mut Ui, rect: Rect, enabled: bool) {
        // The bar stands in the gap: the picture keeps its size with and without one.
        let with_bar = Rect::from_min_max(rect.min, rect.max + vec2(SCROLL_BAR, 0.0));
        let mut column = ui.new_child(UiBuilder::new().id_salt("left column").max_rect(with_bar));
        column.set_clip_rect(
            with_bar
                .expand(focus_ring::reach(ui.ctx()))
                .intersect(ui.clip_rect()),
        );
        ScrollArea::vertical()
            .id_salt("left column")
            .auto_shrink([false, false])
            .show(&mut column, |ui| {
                let top = ui.cursor().min;
                let inside = Rect::from_min_size(top, vec2(rect.width(), f32::INFINITY));
                ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
                    ui.spacing_mut().item_spacing.y = STACK_GAP;
                    self.look_region(ui, enabled);
                    if !self.view.documents.is_empty() {
                        self.documents_region(ui, rect.height() + top.y, enabled);
                    }
                });
            });
    }

    fn look_region(&mut self, ui: &mut Ui, enabled: bool) {
        let name = self.kit.say("scene-look");
        let width = ui.available_width();
        let region = Region {
            salt: "look",
            name: &name,
            rect: Rect::from_min_size(ui.cursor().min, vec2(width, f32::INFINITY)),
            enabled,
        };
        let mut look = Self::region_inside(ui, &region);
        let (_, stage) = look.allocate_space(vec2(width, (width * 0.75).round()));
        self.stage(&mut look, stage, self.kit.theme.colours.canvas);
        if !self.view.objects.is_empty() {
            let title = self.kit.say("scene-room");
            self.panel_of_rows(&mut look, "objects panel", &title, 0.0, Self::objects);
        }
        self.close_region(ui, &region, &look);
    }

    fn documents_region(&mut self, ui: &mut Ui, bottom: f32, enabled: bool) {
        let title = self.kit.say("scene-documents");
        let region = Region {
            salt: "documents",
            name: &title,
            rect: Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), f32::INFINITY)),
            enabled,
        };
        let least = bottom - region.rect.top();
        let mut documents = Self::region_inside(ui, &region);
        self.panel_of_rows(
            &mut documents,
            "documents panel",
            &title,
            least,
            Self::documents,
        );
        self.close_region(ui, &region, &documents);
    }

    /// A panel with a heading and rows, at least this high.
    fn panel_of_rows(
        &mut self,
        ui: &mut Ui,
        salt: &'static str,
        title: &str,
        least: f32,
        rows: fn(&mut Self, &mut Ui),
    ) {
        let theme = self.kit.theme;
        let under = ui.painter().add(egui::Shape::Noop);
        let top = ui.cursor().min;
        let width = ui.available_width();
        let inside = Rect::from_min_size(
            top + vec2(ROWS_MARGIN, 12.0),
            vec2(width - 2.0 * ROWS_MARGIN, f32::INFINITY),
        );
        let shown = ui.scope_builder(UiBuilder::new().id_salt(salt).max_rect(inside), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let heading = inside.translate(vec2(PANEL_PADDING - ROWS_MARGIN, 0.0));
            ui.scope_builder(
                UiBuilder::new().id_salt("heading").max_rect(heading),
                |ui| {
                    Words::label(title).show(ui, theme);
                },
            );
            ui.add_space(4.0);
            rows(self, ui);
        });
        let height = (shown.response.rect.bottom() + 8.0 - top.y).max(least);
        let panel = Rect::from_min_size(top, vec2(width, height));
        ui.advance_cursor_after_rect(panel);
        let shape = egui::epaint::RectShape::new(
            panel,
            theme.panel_radius(),
            theme.colours.panel,
            theme.rule(),
            StrokeKind::Inside,
        );
        ui.painter().set(under, shape);
    }

    fn look_tab(&mut self, ui: &mut Ui, body: Rect) {
        let name = self.kit.say("scene-look");
        let ground = self.kit.theme.colours.page;
        let (painter, under) = (ui.painter().clone(), ui.painter().add(egui::Shape::Noop));
        let region = Region {
            salt: "look",
            name: &name,
            rect: body.shrink2(vec2(20.0, 0.0)),
            enabled: true,
        };
        let mut ui = self.region(ui, &region);
        let theme = self.kit.theme;
        let tallest = body.height() * 0.62;
        ScrollArea::vertical()
            .id_salt("look tab")
            .auto_shrink([false, false])
            .show(&mut ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                ui.add_space(12.0);
                let width = (body.width() - 60.0).min(tallest / 0.75).round();
                let (_, stage) = ui.allocate_space(vec2(width, (width * 0.75).round()));
                self.stage(ui, stage, ground);
                if !self.view.objects.is_empty() {
                    Words::label(self.kit.say("scene-room")).show(ui, theme);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    self.objects(ui);
                }
                ui.add_space(16.0);
            });
        let hole = self.kit.art.stage.placed().map(|placed| placed.visible);
        let filled = around(body, hole.unwrap_or(Rect::NOTHING))
            .map(|rect| egui::epaint::RectShape::filled(rect, CornerRadius::ZERO, ground).into());
        painter.set(under, egui::Shape::Vec(filled.into()));
    }

    fn documents_tab(&mut self, ui: &mut Ui, body: Rect) {
        let name = self.kit.say("scene-documents");
        ui.painter()
            .rect_filled(body, CornerRadius::ZERO, self.kit.theme.colours.page);
        let region = Region {
            salt: "documents",
            name: &name,
            rect: body.shrink2(vec2(20.0, 0.0)),
            enabled: true,
        };
        let mut ui = self.region(ui, &region);
        ScrollArea::vertical()
            .id_salt("documents tab")
            .auto_shrink([false, false])
            .show(&mut ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(12.0);
                self.documents(ui);
                ui.add_space(16.0);
            });
    }

    /// Draws tabs along the top of `rect`; what is left is the body.
    fn tabs(&mut self, ui: &mut Ui, rect: Rect, tabs: &[Tab], framed: bool, enabled: bool) -> Rect {
        let theme = self.kit.theme;
        let count = self.view.notebook.len();
        let labels: Vec<tabs::Tab> = tabs
            .iter()
            .map(|tab| {
                let (label, icon) = match tab {
                    Tab::Read => (self.kit.say("scene-read"), icons::READ),
                    Tab::Look => (self.kit.say("scene-look"), icons::LOOK),
                    Tab::Documents => (self.kit.say("scene-documents"), icons::DOCUMENTS),
                    Tab::Notebook => (
                        self.kit
                            .say_with("scene-notebook-tab", &[("n", count.into())]),
                        icons::NOTEBOOK,
                    ),
                };
                tabs::Tab {
                    label,
                    icon: Some(icon),
                }
            })
            .collect();
        let side = if framed { 1.0 } else { 20.0 };
        let strip = Rect::from_min_max(rect.min + vec2(side, 0.0), rect.max - vec2(side, 0.0));
        let under = ui.painter().add(egui::Shape::Noop);
        let mut builder = UiBuilder::new().id_salt("scene tabs").max_rect(strip);
        if !enabled {
            builder = builder.disabled();
        }
        let mut strip_ui = ui.new_child(builder);
        let mut chosen = tabs
            .iter()
            .position(|tab| *tab == self.local.tab)
            .unwrap_or(0);
        let name = self.kit.say("scene-tabs");
        let changed = tabs::show(
            &mut strip_ui,
            theme,
            "scene panes",
            &name,
            &mut chosen,
            &labels,
            tabs::Layout::Across,
        );
        if changed && let Some(tab) = tabs.get(chosen) {
            self.local.tab = *tab;
            self.local.picker = None;
        }
        let bottom = strip_ui.min_rect().bottom();
        let bar = Rect::from_min_max(rect.min, pos2(rect.right(), bottom));
        let radius = if framed { theme.tokens.radius.panel } else { 0 };
        let corner = CornerRadius {
            nw: radius,
            ne: radius,
            sw: 0,
            se: 0,
        };
        let fill = theme.colours.panel;
        let shape = if framed {
            let inside = StrokeKind::Inside;
            egui::epaint::RectShape::new(bar, corner, fill, theme.rule(), inside)
        } else {
            egui::epaint::RectShape::filled(bar, corner, fill)
        };
        ui.painter().set(under, shape);
        ui.painter()
            .hline(bar.x_range(), bar.bottom(), theme.rule());
        Rect::from_min_max(pos2(rect.left(), bottom + 1.0), rect.max)
    }
}
