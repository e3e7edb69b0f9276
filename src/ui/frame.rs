//! The bar on every screen: where you are at the left, and at the right the
//! same ways to support, help, cover and out, always in the same place.

use egui::accesskit::{Live, Role};
use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::icons::{self, Icon};
use super::kit::{Go, Kit};
use super::panes;
use super::theme::{Fold, Type};
use super::widgets::{Button, Words};
use super::world::SaveState;

/// The one way out of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut {
    /// Pause the playthrough.
    Pause,
    /// To the library.
    Library,
    /// To where this screen was opened from.
    Back,
    /// Save and close the application.
    Close,
}

/// What the bar says.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Stands before the place.
    pub icon: Icon,
    /// The place or the screen's name.
    pub place: String,
    /// Softer, after it.
    pub title: Option<String>,
    /// Whether the place is the screen's heading; else the screen has one of its own.
    pub heading: bool,
    /// The scenario's clock: time, minutes used.
    pub clock: Option<(String, String)>,
    /// Leads to the attempts and the settings too.
    pub library: bool,
    /// The way out.
    pub way_out: WayOut,
}

/// The bar's height.
#[must_use]
pub fn height(kit: &Kit<'_>) -> f32 {
    let sizes = &kit.theme.tokens.size;
    kit.theme.control_height(sizes.control) + sizes.bar - sizes.control
}

fn buttons(kit: &Kit<'_>, bar: &Bar, icon_only: bool) -> Vec<(Option<Go>, Button)> {
    let small = |button: Button| button.icon_only(icon_only);
    let mut buttons = Vec::new();
    if bar.library {
        buttons.push((
            Some(Go::Attempts),
            small(Button::quiet(kit.say("bar-attempts")).icon(icons::DEBRIEF)),
        ));
        buttons.push((
            Some(Go::Settings),
            small(Button::quiet(kit.say("bar-settings")).icon(icons::SETTINGS)),
        ));
    }
    buttons.push((
        Some(Go::Support),
        small(Button::quiet(kit.say("bar-support")).icon(icons::SUPPORT)),
    ));
    buttons.push((
        Some(Go::Help),
        small(
            Button::quiet(kit.say("bar-help"))
                .icon(icons::HELP)
                .key("F1"),
        ),
    ));
    buttons.push((
        Some(Go::Cover),
        small(
            Button::quiet(kit.say("bar-cover"))
                .icon(icons::COVER)
                .key("F9"),
        ),
    ));
    buttons.push(match bar.way_out {
        WayOut::Pause => (
            Some(Go::Pause),
            Button::secondary(kit.say("bar-pause"))
                .icon(icons::PAUSE)
                .key("Esc"),
        ),
        WayOut::Library => (
            Some(Go::Library),
            Button::secondary(kit.say("bar-library")).icon(icons::LIBRARY),
        ),
        WayOut::Back => (
            Some(Go::Back),
            Button::secondary(kit.say("bar-back"))
                .icon(icons::BACK)
                .key("Esc"),
        ),
        WayOut::Close => (
            None,
            Button::secondary(kit.say("bar-close")).icon(icons::LEAVE),
        ),
    });
    buttons
}

/// Draws the bar; true when the way out closes the application and was pressed.
pub fn bar_ui(ui: &mut Ui, kit: &mut Kit<'_>, bar: &Bar, rect: Rect) -> bool {
    let theme = kit.theme;
    ui.painter().rect_filled(rect, 0.0, theme.colours.panel);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.rule());
    let fold = kit.fold(ui);
    let inner = rect.shrink2(vec2(20.0, 0.0));
    let gap = 4.0;
    let total = |ui: &Ui, buttons: &[(Option<Go>, Button)]| {
        buttons
            .iter()
            .map(|(_, button)| button.width(ui, theme) + gap)
            .sum::<f32>()
    };
    let mut row = buttons(kit, bar, false);
    let least_title = theme.size(200.0);
    if fold == Fold::One || total(ui, &row) + least_title > inner.width() {
        row = buttons(kit, bar, true);
    }
    let start = (inner.right() - total(ui, &row) + gap).max(inner.left());
    let mut closing = false;
    let name = kit.say("bar-name");
    let mut builder = ui.new_child(UiBuilder::new().id_salt("bar").max_rect(rect));
    let panes = std::mem::take(kit.panes);
    let mut panes = panes;
    panes::region(&mut builder, &mut panes, "bar-pane", &name, |ui, _| {
        let clock_left = clock_ui(ui, kit, bar, fold, start, inner);
        title_ui(
            ui,
            kit,
            bar,
            fold,
            Rect::from_min_max(inner.min, pos2(clock_left - 12.0, inner.bottom())),
        );
        let mut x = start;
        for (go, button) in row {
            let width = button.width(ui, theme);
            let height = theme.control_height(theme.tokens.size.control);
            let place =
                Rect::from_min_size(pos2(x, rect.center().y - height / 2.0), vec2(width, height));
            x += width + gap;
            let shown = ui
                .scope_builder(UiBuilder::new().max_rect(place), |ui| {
                    button.show(ui, theme)
                })
                .inner;
            if shown.clicked() {
                match go {
                    Some(go) => kit.go(go),
                    None => closing = true,
                }
            }
        }
        ui.expand_to_include_rect(rect);
    });
    *kit.panes = panes;
    closing
}

fn title_ui(ui: &mut Ui, kit: &Kit<'_>, bar: &Bar, fold: Fold, rect: Rect) {
    let theme = kit.theme;
    let mut x = rect.left();
    if fold != Fold::One {
        let size = theme.size(theme.tokens.size.icon_large);
        bar.icon.paint_at(
            ui.painter(),
            pos2(x + size / 2.0, rect.center().y),
            size,
            theme.colours.ink,
        );
        x += size + 10.0;
    }
    let place = Words::new(Type::Bar, &bar.place).one_line();
    let place = if bar.heading { place.heading(1) } else { place };
    let line = theme.line(Type::Bar);
    let top = rect.center().y - line / 2.0;
    let room = Rect::from_min_max(pos2(x, top), pos2(rect.right().max(x + 1.0), top + line));
    let shown = ui
        .scope_builder(UiBuilder::new().max_rect(room), |ui| place.show(ui, theme))
        .inner;
    x = shown.rect.right() + 10.0;
    if let Some(title) = bar
        .title
        .as_ref()
        .filter(|_| fold != Fold::One && x + theme.size(80.0) < rect.right())
    {
        let line = theme.line(Type::Control);
        let top = rect.center().y - line / 2.0;
        let room = Rect::from_min_max(pos2(x, top), pos2(rect.right(), top + line));
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            Words::new(Type::Control, title)
                .family(super::fonts::UI)
                .soft()
                .one_line()
                .show(ui, theme);
        });
    }
}

/// Draws the clock to the left of the buttons; returns its left edge.
fn clock_ui(ui: &mut Ui, kit: &Kit<'_>, bar: &Bar, fold: Fold, right: f32, inner: Rect) -> f32 {
    let theme = kit.theme;
    let Some((time, used)) = &bar.clock else {
        return right;
    };
    let spoken = if time.is_empty() {
        used.clone()
    } else {
        format!("{time} · {used}")
    };
    let drawn = if fold == Fold::One && !time.is_empty() {
        time
    } else {
        &spoken
    };
    let words = Words::new(Type::Control, drawn.replace(" · ", "  ·  "))
        .family(super::fonts::UI)
        .soft();
    let galley = words.galley(ui, theme, f32::INFINITY);
    let size = theme.size(16.0);
    let width = galley.size().x + size + 8.0 + 16.0;
    let left = right - width;
    let rect = Rect::from_min_max(pos2(left, inner.top()), pos2(right, inner.bottom()));
    let response = ui.interact(rect, ui.id().with("clock"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, &spoken));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
    });
    icons::CLOCK.paint_at(
        ui.painter(),
        pos2(left + size / 2.0, rect.center().y),
        size,
        theme.colours.ink_soft,
    );
    let at = pos2(
        left + size + 8.0,
        rect.center().y - galley.size().y / 2.0 + theme.lead(ui, Type::Control),
    );
    ui.painter().galley(at, galley, theme.colours.ink_soft);
    left
}

/// What a strip under the bar was asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StripAct {
    /// Write again.
    RetrySave,
    /// Put the notice away.
    Dismiss,
}

/// Strips under the bar: what is not saved yet, and what was refused.
pub fn strips_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    save: &SaveState,
    notice: Option<&str>,
) -> Option<StripAct> {
    let mut act = None;
    if let SaveState::Fault { reason, pending } = save {
        let words = kit.say_with(
            "save-fault",
            &[("reason", reason.as_str().into()), ("n", (*pending).into())],
        );
        if strip(
            ui,
            kit,
            icons::WARNING,
            &words,
            &kit.say("save-retry"),
            true,
        ) {
            act = Some(StripAct::RetrySave);
        }
    }
    if let Some(notice) = notice
        && strip(
            ui,
            kit,
            icons::INFO,
            notice,
            &kit.say("notice-dismiss"),
            false,
        )
    {
        act = Some(StripAct::Dismiss);
    }
    act
}

fn strip(ui: &mut Ui, kit: &Kit<'_>, icon: Icon, words: &str, act: &str, warn: bool) -> bool {
    let theme = kit.theme;
    let colours = &theme.colours;
    let (fill, ink) = if warn {
        (colours.warn_bg, colours.warn)
    } else {
        (colours.tint, colours.ink)
    };
    let frame = egui::Frame::new()
        .fill(fill)
        .inner_margin(egui::Margin::symmetric(20, 6));
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(if warn { Role::Alert } else { Role::Status });
            node.set_live(if warn { Live::Assertive } else { Live::Polite });
            node.set_label(words);
        });
        let button = Button::secondary(act);
        let room = ui.available_width() - button.width(ui, theme) - 12.0;
        let top = ui.cursor().min;
        let size = theme.size(theme.tokens.size.icon);
        let galley = Words::new(Type::Control, words).galley(ui, theme, room - size - 8.0);
        let height = theme
            .control_height(theme.tokens.size.control)
            .max(galley.size().y);
        let middle = top.y + height / 2.0;
        icon.filled()
            .paint_at(ui.painter(), pos2(top.x + size / 2.0, middle), size, ink);
        let at = pos2(
            top.x + size + 8.0,
            middle - galley.size().y / 2.0 + theme.lead(ui, Type::Control),
        );
        ui.painter().galley(at, galley, colours.ink);
        let place = Rect::from_min_size(
            pos2(top.x + room + 12.0, top.y),
            vec2(button.width(ui, theme), height),
        );
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            button.show(ui, theme)
        })
        .inner
        .clicked()
    });
    let line = shown.response.rect;
    ui.painter()
        .hline(line.x_range(), line.bottom() - 0.5, theme.rule());
    shown.inner
}
