//! Help: the keys of the screen it was opened from, all keys, how marking works, support.

use egui::{Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::ui::command::{ALL, Command};
use crate::ui::icons;
use crate::ui::kit::{Go, Kit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Card, Words, card, key_cap, page};

/// Which keys come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpFor {
    /// A scene: marking.
    Scene,
    /// A list of rows.
    List,
    /// Fields to fill.
    Form,
    /// Tabs and sections.
    Debrief,
}

/// A line of the table of keys: its caps and its words.
type Line = (&'static [&'static str], &'static str);

const SCENE: [Line; 8] = [
    (&["Down", "Up"], "help-scene-move"),
    (&["Ctrl", "Down"], "help-scene-speaker"),
    (&["Home", "End"], "help-scene-ends"),
    (&["Space"], "help-scene-mark"),
    (&["1", "0"], "help-scene-kind"),
    (&["1", "3"], "help-scene-sure"),
    (&["Del"], "help-scene-unmark"),
    (&["Enter"], "help-scene-notebook"),
];
const LIST: [Line; 2] = [
    (&["Down", "Up"], "help-list-move"),
    (&["Enter"], "help-list-open"),
];
const FORM: [Line; 3] = [
    (&["Tab"], "help-form-next"),
    (&["Down", "Up"], "help-form-options"),
    (&["Space"], "help-form-choose"),
];
const DEBRIEF: [Line; 3] = [
    (&["Down", "Up"], "help-debrief-steps"),
    (&["Page Down", "Page Up"], "help-page"),
    (&["Tab"], "help-form-next"),
];

/// Draws the help.
pub fn help_ui(ui: &mut Ui, kit: &mut Kit<'_>, about: HelpFor) {
    let theme = kit.theme;
    let own: &[Line] = match about {
        HelpFor::Scene => &SCENE,
        HelpFor::List => &LIST,
        HelpFor::Form => &FORM,
        HelpFor::Debrief => &DEBRIEF,
    };
    page::column(ui, theme, "help", 760.0, |ui| {
        ui.spacing_mut().item_spacing.y = 14.0;
        Card::page(theme).show(ui, |ui| {
            let heading = Words::label(kit.say("help-here"))
                .focusable()
                .show(ui, theme);
            if kit.fresh {
                heading.request_focus();
            }
            for (caps, words) in own {
                key_line(ui, theme, caps, &kit.say(words));
            }
        });
        Card::page(theme).show(ui, |ui| {
            card::heading(ui, theme, None, &kit.say("help-everywhere"));
            for described in ALL {
                key_line(ui, theme, described.caps, &kit.say(described.words));
                if described.command == Command::PreviousPane {
                    key_line(ui, theme, &["Tab"], &kit.say("key-tab"));
                }
            }
        });
        Card::page(theme).show(ui, |ui| {
            card::heading(ui, theme, Some(icons::FLAG), &kit.say("help-marking"));
            for words in [
                "help-marking-any",
                "help-marking-kind",
                "help-marking-opens",
                "help-marking-quiet",
            ] {
                Words::body(kit.say(words)).show(ui, theme);
            }
        });
        Card::page(theme).show(ui, |ui| {
            card::heading(ui, theme, Some(icons::SUPPORT), &kit.say("bar-support"));
            Words::body(kit.say("support-hard")).show(ui, theme);
            if Button::secondary(kit.say("help-open-support"))
                .icon(icons::SUPPORT)
                .show(ui, theme)
                .clicked()
            {
                kit.go(Go::Support);
            }
        });
    });
}

fn key_line(ui: &mut Ui, theme: &Theme, caps: &[&'static str], words: &str) {
    ui.spacing_mut().item_spacing.y = 6.0;
    let caps_room = theme.size(160.0).min(ui.available_width() / 2.0);
    let (top, room) = (ui.cursor().min, ui.available_width());
    let galley = Words::body(words).galley(ui, theme, room - caps_room);
    let size = vec2(room, galley.size().y.max(theme.line(Type::Body)));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let mut x = top.x;
    for cap in caps {
        let size = key_cap::size(ui, theme, cap);
        let down = (theme.line(Type::Body) - size.y) / 2.0;
        key_cap::paint(
            ui,
            theme,
            Rect::from_min_size(pos2(x, top.y + down).round(), size),
            cap,
        );
        x += size.x + 4.0;
    }
    let at = pos2(
        rect.left() + caps_room,
        rect.top() + theme.lead(ui, Type::Body),
    );
    ui.painter().galley(at, galley, theme.colours.ink);
    let spoken = format!("{}: {words}", caps.join(" "));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
}
