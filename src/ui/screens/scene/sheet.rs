//! The sheet of choices, risen over the lower page.

use egui::{
    Context, CornerRadius, Key, Layout, Modifiers, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

use super::acts::Scene;
use crate::session::view::{ChoiceKind, ChoiceView, OfferView};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::Go;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::{Button, Words};

/// The icon of a kind of choice.
pub(super) fn icon_of(kind: ChoiceKind) -> Icon {
    match kind {
        ChoiceKind::Ask => icons::ASK,
        ChoiceKind::Check => icons::CHECK,
        ChoiceKind::Act => icons::ACT,
        ChoiceKind::Tell => icons::TELL,
        ChoiceKind::Leave => icons::LEAVE,
    }
}

/// The key of the word of a kind of choice.
fn word_of(kind: ChoiceKind) -> &'static str {
    match kind {
        ChoiceKind::Ask => "choice-ask",
        ChoiceKind::Check => "choice-check",
        ChoiceKind::Act => "choice-act",
        ChoiceKind::Tell => "choice-tell",
        ChoiceKind::Leave => "choice-leave",
    }
}

/// The most of the pane that the sheet may take: the page stays readable above it.
const MOST_OF_PANE: f32 = 0.72;
/// How far under its place it begins to rise.
const RISES: f32 = 36.0;
/// From the sheet's edge to what is in it.
const PADDING: f32 = 16.0;

/// "2 minutes", or nothing for what takes none.
fn minutes_words(scene: &Scene<'_, '_>, choice: &ChoiceView) -> String {
    if choice.minutes == 0 {
        return String::new();
    }
    scene
        .kit
        .say_with("scene-choice-minutes", &[("n", choice.minutes.into())])
}

/// How far a sheet still has to rise so many seconds after it was asked for.
fn left_to_rise(theme: &Theme, seconds: f64) -> f32 {
    let takes = f64::from(theme.tokens.motion.fast_ms) / 1000.0;
    if !theme.motion || seconds >= takes {
        return 0.0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a share of one")]
    let left = (1.0 - seconds / takes) as f32;
    (RISES * left * left).round()
}

impl Scene<'_, '_> {
    /// How high the sheet stands: as high as it was drawn last, within the pane.
    pub(super) fn sheet_height(&self, pane: Rect) -> f32 {
        let most = (pane.height() * MOST_OF_PANE).round();
        self.local.sheet.height.map_or(most, |own| own.min(most))
    }

    /// How far under its place the sheet stands while it rises. It can be used meanwhile.
    pub(super) fn still_to_rise(&mut self, ctx: &Context) -> f32 {
        let now = ctx.input(|input| input.time);
        let since = *self.local.sheet.since.get_or_insert(now);
        let left = left_to_rise(self.kit.theme, now - since);
        if left > 0.0 {
            ctx.request_repaint();
        }
        left
    }

    /// Draws the sheet in `rect`.
    pub(super) fn sheet(&mut self, ui: &mut Ui, rect: Rect, framed: bool) {
        let theme = self.kit.theme;
        let radius = theme.tokens.radius.panel;
        let foot = if framed { radius } else { 0 };
        let corner = CornerRadius {
            nw: radius,
            ne: radius,
            sw: foot,
            se: foot,
        };
        let above = Rect::from_min_max(rect.min - vec2(0.0, 40.0), rect.max);
        ui.painter()
            .with_clip_rect(above.intersect(ui.clip_rect()))
            .add(theme.shadow().as_shape(rect, corner));
        ui.painter().rect(
            rect,
            corner,
            theme.colours.raised,
            Stroke::new(1.0, theme.colours.line_strong),
            StrokeKind::Inside,
        );
        let inside = rect.shrink(PADDING);
        let mut ui = ui.new_child(
            UiBuilder::new()
                .id_salt("sheet")
                .max_rect(inside)
                .layout(Layout::top_down(egui::Align::Min)),
        );
        ui.spacing_mut().item_spacing.y = 8.0;
        match &self.view.offer {
            OfferView::Choices(choices) if choices.is_empty() => self.nothing_on_offer(&mut ui),
            OfferView::Choices(choices) => {
                let leaving = self.local.sheet.leaving;
                match choices.iter().find(|choice| Some(choice.key) == leaving) {
                    Some(choice) => self.leave_question(&mut ui, choice),
                    None => self.choices(&mut ui, choices, rect),
                }
            }
            OfferView::Undecided | OfferView::Form(_) => {}
        }
        let wanted =
            (ui.min_rect().bottom() + PADDING - rect.top() + self.local.sheet.hidden).round();
        if self.local.sheet.height != Some(wanted) {
            self.local.sheet.height = Some(wanted);
            ui.ctx().request_discard("the sheet found its height");
        }
    }

    /// The sheet's heading, where reading begins when it rises.
    fn sheet_heading(&mut self, ui: &mut Ui, words: &str) -> egui::Response {
        let theme = self.kit.theme;
        let heading = Words::new(Type::Heading, words)
            .heading(2)
            .focusable()
            .show(ui, theme);
        if std::mem::take(&mut self.local.sheet.claim) {
            super::units::claim_focus(ui.ctx(), heading.id);
        }
        heading
    }

    fn choices(&mut self, ui: &mut Ui, choices: &[ChoiceView], rect: Rect) {
        let theme = self.kit.theme;
        let title = self.kit.say("scene-sheet-title");
        let heading = self.sheet_heading(ui, &title);
        super::units::lock_arrows(ui.ctx(), heading.id, false);
        let to_rows = heading.has_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
        let foot = theme.size(theme.tokens.size.control) + 8.0 + PADDING;
        let room = rect.bottom() - foot - ui.cursor().top();
        let mut chosen = None;
        let scrolled = egui::ScrollArea::vertical()
            .id_salt("choices")
            .auto_shrink([false, true])
            .max_height(room.max(theme.size(48.0)))
            .show(ui, |ui| {
                ui.add_space(2.0);
                List::show(ui, "choices", &title, choices.len(), |ui, list| {
                    ui.spacing_mut().item_spacing.y = 6.0;
                    if to_rows {
                        super::units::claim_focus(ui.ctx(), list.stop());
                    }
                    for choice in choices {
                        if self.choice(ui, list, choice) {
                            chosen = Some((choice.key, choice.kind));
                        }
                    }
                });
                ui.add_space(2.0);
            });
        self.local.sheet.hidden = (scrolled.content_size.y - scrolled.inner_rect.height()).max(0.0);
        if self.look_again_button(ui) {
            self.look_again();
        }
        if let Some((key, kind)) = chosen {
            self.choose(key, kind);
        }
    }

    /// A row of the sheet. Says whether it was taken.
    fn choice(&self, ui: &mut Ui, list: &mut List, choice: &ChoiceView) -> bool {
        let theme = self.kit.theme;
        let kind = self.kit.say(word_of(choice.kind));
        let minutes = minutes_words(self, choice);
        let name = if minutes.is_empty() {
            self.kit.say_with(
                "scene-choice-name",
                &[
                    ("kind", kind.as_str().into()),
                    ("text", choice.text.as_ref().into()),
                ],
            )
        } else {
            self.kit.say_with(
                "scene-choice-name-timed",
                &[
                    ("kind", kind.as_str().into()),
                    ("text", choice.text.as_ref().into()),
                    ("minutes", minutes.as_str().into()),
                ],
            )
        };
        let row = Row {
            name,
            ..Row::default()
        };
        list.padding(vec2(14.0, 8.0));
        let response = list.row(ui, theme, &row, |ui| {
            self.choice_words(ui, choice, &kind, &minutes);
        });
        ui.painter().rect_stroke(
            response.rect,
            theme.control_radius(),
            Stroke::new(1.0, theme.colours.line_strong),
            StrokeKind::Inside,
        );
        response.clicked()
    }

    /// Icon and word of the kind, the text, the minutes.
    fn choice_words(&self, ui: &mut Ui, choice: &ChoiceView, kind: &str, minutes: &str) {
        let theme = self.kit.theme;
        let width = ui.available_width();
        let icon = theme.size(theme.tokens.size.icon_large);
        let words = |text: &str, step| Words::new(step, text);
        let kind = words(kind, Type::Control)
            .family(fonts::UI_BOLD)
            .galley(ui, theme, width);
        let minutes = words(minutes, Type::Small).soft().galley(ui, theme, width);
        let kind_left = icon + 10.0;
        let text_left = kind_left + theme.size(58.0).max(kind.size().x + 12.0);
        let text_room = (width - text_left - minutes.size().x - 12.0).max(60.0);
        let text = words(&choice.text, Type::Body).galley(ui, theme, text_room);
        let height = text.size().y.max(theme.line(Type::Body));
        let (_, room) = ui.allocate_space(vec2(width, height));
        let first = room.top() + theme.line(Type::Body) / 2.0;
        let put = |galley: std::sync::Arc<egui::Galley>, x: f32, step: Type, colour| {
            let top = if step == Type::Body {
                room.top()
            } else {
                first - theme.line(step) / 2.0
            };
            let at = egui::pos2(room.left() + x, top + theme.lead(ui, step));
            ui.painter().galley(at, galley, colour);
        };
        icon_of(choice.kind).paint_at(
            ui.painter(),
            egui::pos2(room.left() + icon / 2.0, first),
            icon,
            theme.colours.ink,
        );
        let minutes_left = width - minutes.size().x;
        put(kind, kind_left, Type::Control, theme.colours.ink);
        put(text, text_left, Type::Body, theme.colours.ink);
        put(minutes, minutes_left, Type::Small, theme.colours.ink_soft);
    }

    fn look_again_button(&self, ui: &mut Ui) -> bool {
        Button::secondary(self.kit.say("scene-look-again"))
            .icon(icons::BACK)
            .key("Esc")
            .show(ui, self.kit.theme)
            .clicked()
    }

    fn leave_question(&mut self, ui: &mut Ui, choice: &ChoiceView) {
        let theme = self.kit.theme;
        let question = self.kit.say("scene-leave-question");
        self.sheet_heading(ui, &question);
        Words::body(choice.text.as_ref()).show(ui, theme);
        ui.add_space(4.0);
        let mut leave = false;
        let mut back = false;
        ui.horizontal_wrapped(|ui| {
            back = self.look_again_button(ui);
            leave = Button::primary(self.kit.say("scene-leave-yes"))
                .icon(icons::LEAVE)
                .main()
                .show(ui, theme)
                .clicked();
        });
        self.local.sheet.hidden = 0.0;
        if leave {
            self.choose(choice.key, choice.kind);
        } else if back {
            self.look_again();
        }
    }

    fn nothing_on_offer(&mut self, ui: &mut Ui) {
        let theme = self.kit.theme;
        let words = self.kit.say("scene-nothing-on-offer");
        self.sheet_heading(ui, &words);
        ui.add_space(4.0);
        let mut back = false;
        let mut end = false;
        ui.horizontal_wrapped(|ui| {
            back = self.look_again_button(ui);
            end = Button::secondary(self.kit.say("scene-end-attempt"))
                .show(ui, theme)
                .clicked();
        });
        self.local.sheet.hidden = 0.0;
        if back {
            self.look_again();
        }
        if end && !self.blocked {
            self.kit.go(Go::EndAttempt);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn a_sheet_rises_and_stands_and_with_motion_off_it_is_there_at_once() {
        let moving = Theme::new(&Settings::default(), false);
        let heights: Vec<f32> = [0.0, 0.03, 0.06, 0.12, 9.0]
            .into_iter()
            .map(|seconds| left_to_rise(&moving, seconds))
            .collect();
        assert!(heights[0] > heights[1] && heights[1] > heights[2]);
        assert_eq!(heights[3..], [0.0, 0.0]);
        let still = Settings {
            motion: false,
            ..Settings::default()
        };
        let still = Theme::new(&still, false);
        assert!(left_to_rise(&still, 0.0) < f32::EPSILON);
    }
}
