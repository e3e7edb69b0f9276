//! The record: what the trainee writes down.
//!
//! It looks like the record it stands for: a title, ruled groups of fields,
//! labels above. Beside it stands what was seen and noted, to write from.

mod answers;
mod fields;
mod sources;

use egui::{Frame, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2};

use crate::session::view::{FormView, RecordKind, View};
use crate::ui::draft::Draft;
use crate::ui::focus_ring;
use crate::ui::icons;
use crate::ui::kit::{Go, Kit};
use crate::ui::panes;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::tabs::{self, Tab};
use crate::ui::widgets::{Button, Card, Words};
use crate::ui::world::Intent;

use answers::Answers;

/// What the record keeps until it is submitted.
#[derive(Debug, Default)]
pub struct FormLocal {
    /// The turn whose record this is.
    turn: Option<u32>,
    answers: Answers,
    /// Submitting was tried while something was lacking: errors stay until mended.
    tried: bool,
    /// The summary of errors takes the focus in the next pass.
    to_summary: bool,
    /// Which part a narrow window shows.
    tab: usize,
}

impl FormLocal {
    /// Starts afresh for another turn's record, and takes back what a crash left.
    fn prepare(&mut self, turn: u32, form: &FormView, draft: Option<&str>) {
        if self.turn != Some(turn) {
            *self = Self {
                turn: Some(turn),
                ..Self::default()
            };
            if let Some(draft @ Draft::Record { turn: of, .. }) = draft.and_then(Draft::from_text)
                && of == turn
            {
                self.answers.restore(&draft);
            }
        }
        self.answers.keep_to(form);
    }
}

/// Draws the record. `draft` is text that was being typed when the program last ended.
/// `kit.go(Go::Back)` leads back to the scene.
pub fn form_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    form: &FormView,
    local: &mut FormLocal,
    draft: Option<&str>,
) -> Vec<Intent> {
    local.prepare(view.turn, form, draft);
    let mut intents = Vec::new();
    if kit.fold(ui) == Fold::One {
        narrow(ui, kit, view, form, local, &mut intents);
    } else {
        wide(ui, kit, view, form, local, &mut intents);
    }
    intents
}

/// The record, and beside it what to write from.
fn wide(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    form: &FormView,
    local: &mut FormLocal,
    intents: &mut Vec<Intent>,
) {
    let theme = kit.theme;
    let full = ui.available_rect_before_wrap();
    let inner = full.shrink2(egui::vec2(20.0, 16.0));
    let gap = 16.0;
    let record = theme.size(640.0).min(inner.width() * 0.64).floor();
    let beside = (inner.width() - record - gap)
        .min(theme.size(620.0))
        .floor();
    let left = (inner.center().x - (record + gap + beside) / 2.0).round();
    let record = Rect::from_min_max(pos2(left, inner.top()), pos2(left + record, inner.bottom()));
    let start = record.right() + gap;
    let beside = Rect::from_min_max(
        pos2(start, inner.top()),
        pos2(start + beside, inner.bottom()),
    );
    ui.scope_builder(UiBuilder::new().id_salt("record").max_rect(record), |ui| {
        sheet(ui, kit, view, form, local, intents);
    });
    ui.scope_builder(UiBuilder::new().id_salt("sources").max_rect(beside), |ui| {
        sources::beside(ui, kit, view);
    });
    ui.advance_cursor_after_rect(full);
}

/// One part at a time, as tabs.
fn narrow(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    form: &FormView,
    local: &mut FormLocal,
    intents: &mut Vec<Intent>,
) {
    let labels = [
        Tab {
            label: kit.say("form-tab-record"),
            icon: Some(icons::RECORD),
        },
        Tab {
            label: kit.say("form-tab-seen"),
            icon: Some(icons::READ),
        },
        Tab {
            label: kit.say("form-tab-notebook"),
            icon: Some(icons::NOTEBOOK),
        },
    ];
    let name = kit.say("form-parts");
    tabs::show(
        ui,
        kit.theme,
        "form-parts",
        &name,
        &mut local.tab,
        &labels,
        tabs::Layout::Across,
    );
    let room = ui
        .available_rect_before_wrap()
        .shrink2(egui::vec2(16.0, 8.0));
    ui.scope_builder(
        UiBuilder::new()
            .id_salt(("form-part", local.tab))
            .max_rect(room),
        |ui| match local.tab {
            1 => sources::seen(ui, kit, view),
            2 => sources::notebook(ui, kit, view),
            _ => sheet(ui, kit, view, form, local, intents),
        },
    );
}

const fn kind_words(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::CrimeReport => "record-crime-report",
        RecordKind::IntelligenceReport => "record-intelligence-report",
        RecordKind::Referral => "record-referral",
        RecordKind::MissingReport => "record-missing-report",
        RecordKind::PocketNotebook => "record-pocket-notebook",
        RecordKind::Handover => "record-handover",
    }
}

/// The record itself: scrolls, with its buttons always in reach at the foot.
fn sheet(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    form: &FormView,
    local: &mut FormLocal,
    intents: &mut Vec<Intent>,
) {
    let theme = kit.theme;
    let full = ui.available_rect_before_wrap();
    let foot_height = foot_height(ui, kit);
    let frame = Card::page(theme).margin(0).frame();
    ui.painter().add(frame.paint(full));
    let body = Rect::from_min_max(full.min, pos2(full.right(), full.bottom() - foot_height));
    let name = form.title.to_string();
    let minutes = fields::minutes(kit.strings, form.minutes);
    let kind = kit.say(kind_words(form.record));
    // The kind is said unless the title says it already.
    let about = if kind == *form.title {
        minutes
    } else {
        format!("{kind} · {minutes}")
    };
    ui.scope_builder(
        UiBuilder::new()
            .id_salt("sheet")
            .max_rect(body.shrink2(egui::vec2(1.0, 1.0))),
        |ui| {
            ScrollArea::vertical()
                .id_salt("record")
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    Frame::new()
                        .inner_margin(Margin {
                            left: 24,
                            right: 24,
                            top: 20,
                            bottom: 20,
                        })
                        .show(ui, |ui| {
                            let (strings, fresh) = (kit.strings, kit.fresh);
                            panes::region(ui, kit.panes, "form-record", &name, |ui, _| {
                                ui.set_min_width(ui.available_width());
                                ui.spacing_mut().item_spacing.y = 6.0;
                                let title = Words::title(&*form.title).focusable().show(ui, theme);
                                if fresh {
                                    title.request_focus();
                                }
                                focus_ring::around(
                                    ui,
                                    title.id,
                                    vec![title.rect.expand(4.0)],
                                    theme.tokens.radius.key,
                                );
                                Words::small(&about).show(ui, theme);
                                fields::show(
                                    ui,
                                    theme,
                                    strings,
                                    form,
                                    &mut local.answers,
                                    local.tried,
                                    &mut local.to_summary,
                                );
                            });
                        });
                });
        },
    );
    if fields::texts_changed(ui) {
        intents.push(Intent::Draft(local.answers.draft(view.turn).to_text()));
    }
    let foot = Rect::from_min_max(pos2(full.left(), body.bottom()), full.max);
    ui.scope_builder(UiBuilder::new().id_salt("foot").max_rect(foot), |ui| {
        self::foot(ui, kit, view, form, local, intents);
    });
    ui.advance_cursor_after_rect(full);
}

fn foot_height(ui: &Ui, kit: &Kit<'_>) -> f32 {
    let theme = kit.theme;
    let row = theme.size(theme.tokens.size.control_large);
    let width = |words: String| {
        Words::new(Type::Control, words)
            .galley(ui, theme, f32::INFINITY)
            .size()
            .x
    };
    let both =
        width(kit.say("form-back")) + width(kit.say("form-submit")) + theme.size(18.0) + 100.0;
    // Both buttons on one row, else one under the other.
    if both < ui.available_width() {
        row + 24.0
    } else {
        2.0 * row + 32.0
    }
}

fn foot(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &View,
    form: &FormView,
    local: &mut FormLocal,
    intents: &mut Vec<Intent>,
) {
    let theme = kit.theme;
    rule(ui, theme);
    let mut submit = false;
    Frame::new()
        .inner_margin(Margin::symmetric(16, 4))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(12.0, 8.0);
                let back = Button::secondary(kit.say("form-back"))
                    .icon(icons::BACK)
                    .large()
                    .show(ui, theme);
                if back.clicked() {
                    kit.go(Go::Back);
                }
                submit = Button::primary(kit.say("form-submit"))
                    .main()
                    .large()
                    .show(ui, theme)
                    .clicked();
            });
        });
    if !submit {
        return;
    }
    if local.answers.lacking(form).is_empty() {
        let after = view.clock.minute + form.minutes;
        let time = crate::ui::spoken::minute_or_time(kit.strings, view.clock, after);
        kit.announce(kit.say_with("form-submitted", &[("time", time.into())]));
        intents.push(Intent::Play(local.answers.fill(form)));
    } else {
        local.tried = true;
        local.to_summary = true;
        local.tab = 0;
    }
}
