//! Support: who to turn to, for the trainee and for a real child.

use egui::Ui;
use serde::Deserialize;

use super::dialog;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Card, Words, card};

/// Services, as the support file lists them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Support {
    /// When they were checked: "2026-11".
    pub as_of: String,
    /// Stands above the list.
    pub intro: String,
    /// The services, in the order to show them.
    pub services: Vec<Service>,
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub who_for: String,
    /// How to reach it.
    pub how: String,
    /// Whom it is for, as a group.
    pub group: Group,
    /// Where this was read.
    pub source: String,
}

/// Whom a service is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Group {
    /// Whoever is training.
    #[default]
    Trainees,
    /// Survivors.
    Survivors,
    /// Children.
    Children,
    /// Parents.
    Parents,
}

impl Support {
    /// The file that is built in; empty where it cannot be read, which a test rules out.
    #[must_use]
    pub fn built_in() -> Self {
        Self::read(include_str!("../../../../assets/support.ron")).unwrap_or_default()
    }

    /// Reads a support file; a force may give its own.
    ///
    /// # Errors
    /// Where the text is no support file.
    pub fn read(text: &str) -> Result<Self, serde_ron::error::SpannedError> {
        serde_ron::from_str(text)
    }
}

/// What was chosen in support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SupportAct {
    /// Close it.
    Close,
    /// To the library; the attempt stays open.
    LeaveForNow,
}

/// Draws support.
pub fn support_ui(
    ui: &Ui,
    kit: &Kit<'_>,
    support: &Support,
    fresh: bool,
    playing: bool,
) -> Option<SupportAct> {
    let theme = kit.theme;
    let mut act = None;
    dialog(ui, theme, "support", &kit.say("bar-support"), 720.0, |ui| {
        let title = Words::title(kit.say("bar-support"))
            .focusable()
            .show(ui, theme);
        if fresh {
            title.request_focus();
        }
        Words::body(kit.say("support-hard")).show(ui, theme);
        Card::page(theme)
            .border(theme.colours.line_strong)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                Words::new(Type::Body, kit.say("support-999"))
                    .family(crate::ui::fonts::UI_BOLD)
                    .show(ui, theme);
                Words::body(kit.say("support-real-child")).show(ui, theme);
            });
        ui.horizontal_wrapped(|ui| {
            if Button::primary(kit.say("support-close"))
                .main()
                .show(ui, theme)
                .clicked()
                || kit.escape(ui)
            {
                act = Some(SupportAct::Close);
            }
            let leave = Button::secondary(kit.say("leave-for-now")).icon(icons::LIBRARY);
            if playing && leave.show(ui, theme).clicked() {
                act = Some(SupportAct::LeaveForNow);
            }
        });
        Words::body(&support.intro).show(ui, theme);
        for (group, words) in [
            (Group::Trainees, "support-trainees"),
            (Group::Survivors, "support-survivors"),
            (Group::Children, "support-children"),
            (Group::Parents, "support-parents"),
        ] {
            let services = || {
                support
                    .services
                    .iter()
                    .filter(|service| service.group == group)
            };
            if services().next().is_none() {
                continue;
            }
            card::rule(ui, theme);
            Words::new(Type::Label, kit.say(words))
                .heading(2)
                .show(ui, theme);
            for service in services() {
                service_ui(ui, kit, service);
            }
        }
        Words::small(kit.say_with("support-as-of", &[("date", support.as_of.as_str().into())]))
            .show(ui, theme);
    });
    act
}

fn service_ui(ui: &mut Ui, kit: &Kit<'_>, service: &Service) {
    let theme = kit.theme;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Words::body(&service.name)
            .family(crate::ui::fonts::UI_MEDIUM)
            .show(ui, theme);
        Words::body(format!("{}. {}", service.who_for, service.how))
            .soft()
            .show(ui, theme);
        Words::small(&service.source).show(ui, theme);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_file_is_read_and_serves_every_group() {
        let support =
            Support::read(include_str!("../../../../assets/support.ron")).expect("it is read");
        for group in [
            Group::Trainees,
            Group::Survivors,
            Group::Children,
            Group::Parents,
        ] {
            assert!(
                support
                    .services
                    .iter()
                    .any(|service| service.group == group),
                "{group:?}"
            );
        }
    }
}
