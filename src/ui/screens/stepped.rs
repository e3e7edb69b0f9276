//! A screen of steps: tabs down the left and the page of the chosen one beside
//! them; in one column the tabs stand on top.

use egui::style::ScrollAnimation;
use egui::{Key, Modifiers, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::Fold;
use crate::ui::widgets::tabs::{self, Tab};

/// The steps of a screen.
pub struct Stepped<'a> {
    /// Tells this screen's tabs from others'.
    pub salt: &'static str,
    /// What the tabs are, for readers.
    pub name: &'a str,
    /// Their words.
    pub labels: &'a [String],
    /// How wide pages may be at 100 % text, where two panes stand side by side, and where three do.
    pub widest: (f32, f32),
    /// The height of what stands under the tabs; 0 for nothing.
    pub foot: f32,
}

impl Stepped<'_> {
    /// Gives the focus to the chosen step.
    pub fn focus(&self, ui: &Ui, chosen: usize) {
        tabs::focus(ui.ctx(), self.salt, self.labels.len(), chosen);
    }

    /// Draws the tabs, what stands under them, and the page of the chosen step; `page` is told the
    /// height that its last card fills.
    pub fn show(
        &self,
        ui: &mut Ui,
        kit: &mut Kit<'_>,
        chosen: &mut usize,
        foot: impl FnOnce(&mut Ui, &mut Kit<'_>),
        page: impl FnOnce(&mut Ui, &mut Kit<'_>, usize, f32),
    ) {
        if kit.fold(ui) == Fold::One {
            self.narrow(ui, kit, chosen, foot, page);
        } else {
            self.wide(ui, kit, chosen, foot, page);
        }
    }

    fn wide(
        &self,
        ui: &mut Ui,
        kit: &mut Kit<'_>,
        chosen: &mut usize,
        foot: impl FnOnce(&mut Ui, &mut Kit<'_>),
        page: impl FnOnce(&mut Ui, &mut Kit<'_>, usize, f32),
    ) {
        let full = ui.available_rect_before_wrap();
        let (nav, gap) = (kit.theme.size(198.0), 16.0);
        let (two, three) = self.widest;
        let widest = if kit.fold(ui) == Fold::Three {
            three
        } else {
            two
        };
        let width = (full.width() - 40.0).min(nav + gap + kit.theme.size(widest));
        let left = (full.center().x - width / 2.0).round();
        let steps = Rect::from_min_max(
            pos2(left, full.top() + 20.0),
            pos2(left + nav, full.bottom() - 16.0),
        );
        ui.scope_builder(UiBuilder::new().id_salt("steps").max_rect(steps), |ui| {
            self.region(ui, kit, |ui, kit| {
                self.tabs(ui, kit, chosen, tabs::Layout::Down);
                if self.foot > 0.0 {
                    let room = steps.bottom() - ui.cursor().top() - kit.theme.size(self.foot);
                    ui.add_space(room.max(16.0));
                }
                foot(ui, kit);
            });
        });
        let body = Rect::from_min_max(
            pos2(steps.right() + gap, full.top()),
            pos2(left + width, full.bottom()),
        );
        // The bar of the scroll area stands outside the page.
        let scroll = Rect::from_min_max(body.min, pos2(full.right() - 2.0, body.bottom()));
        ui.scope_builder(UiBuilder::new().id_salt("page").max_rect(scroll), |ui| {
            ScrollArea::vertical()
                .id_salt((self.salt, *chosen))
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    page_keys(ui);
                    ui.add_space(16.0);
                    let top = ui.cursor().min;
                    let column = Rect::from_min_size(top, vec2(body.width(), f32::INFINITY));
                    let least = body.height() - 44.0;
                    let inside = UiBuilder::new().id_salt("body").max_rect(column);
                    let shown = ui.scope_builder(inside, |ui| page(ui, kit, *chosen, least));
                    ui.advance_cursor_after_rect(shown.response.rect);
                    ui.add_space(16.0);
                });
        });
        ui.advance_cursor_after_rect(full);
    }

    fn narrow(
        &self,
        ui: &mut Ui,
        kit: &mut Kit<'_>,
        chosen: &mut usize,
        foot: impl FnOnce(&mut Ui, &mut Kit<'_>),
        page: impl FnOnce(&mut Ui, &mut Kit<'_>, usize, f32),
    ) {
        ScrollArea::vertical()
            .id_salt((self.salt, *chosen))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                page_keys(ui);
                egui::Frame::new()
                    .inner_margin(egui::Margin::symmetric(16, 12))
                    .show(ui, |ui| {
                        self.region(ui, kit, |ui, kit| {
                            self.tabs(ui, kit, chosen, tabs::Layout::Across);
                        });
                        ui.add_space(12.0);
                        page(ui, kit, *chosen, 0.0);
                        ui.add_space(12.0);
                        foot(ui, kit);
                    });
            });
    }

    /// The tabs are a pane of their own.
    fn region(&self, ui: &mut Ui, kit: &mut Kit<'_>, content: impl FnOnce(&mut Ui, &mut Kit<'_>)) {
        let mut panes = std::mem::take(kit.panes);
        panes::region(ui, &mut panes, self.salt, self.name, |ui, _| {
            content(ui, kit);
        });
        let inside = std::mem::replace(kit.panes, panes);
        kit.panes.append(inside);
    }

    fn tabs(&self, ui: &mut Ui, kit: &Kit<'_>, chosen: &mut usize, layout: tabs::Layout) {
        let label = |words: &String| Tab {
            label: words.clone(),
            icon: None,
        };
        let labels: Vec<Tab> = self.labels.iter().map(label).collect();
        tabs::show(ui, kit.theme, self.salt, self.name, chosen, &labels, layout);
    }
}

/// A page that is read has little that can hold the focus: Page Up and Page Down scroll it.
fn page_keys(ui: &Ui) {
    if !ui.is_enabled() {
        return;
    }
    let pages = ui.input_mut(|input| {
        let mut pressed = |key| f32::from(u8::from(input.consume_key(Modifiers::NONE, key)));
        pressed(Key::PageUp) - pressed(Key::PageDown)
    });
    if pages != 0.0 {
        let by = vec2(0.0, pages * ui.clip_rect().height() * 0.85);
        ui.scroll_with_delta_animation(by, ScrollAnimation::none());
    }
}
