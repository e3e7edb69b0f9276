//! Help: the keys of the screen it was opened from, all keys, how marking works, support.

use egui::Ui;

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
const DEBRIEF: [Line; 2] = [
    (&["Down", "Up"], "help-debrief-steps"),
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
    ui.horizontal_top(|ui| {
        let start = ui.cursor().min.x;
        ui.spacing_mut().item_spacing.x = 4.0;
        for cap in caps {
            key_cap::show(ui, theme, cap);
        }
        let used = ui.cursor().min.x - start;
        ui.add_space((theme.size(150.0) - used).max(8.0));
        let spoken = format!("{}: {words}", caps.join(" "));
        let shown = Words::new(Type::Body, words).silent().show(ui, theme);
        shown.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &spoken));
    });
}
