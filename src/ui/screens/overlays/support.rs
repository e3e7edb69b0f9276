//! Support: who to turn to, for the trainee and for a real child.

use egui::Ui;

use super::dialog;
use crate::support::{Group, Service, Support};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::Type;
use crate::ui::widgets::{Button, Card, Words, card};

/// What was chosen in support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SupportAct {
    /// Close it.
    Close,
    /// To the library; the attempt stays open.
    LeaveForNow,
}

/// Draws support.
#[must_use]
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
        Words::small(kit.say_with(
            "support-as-of",
            &[("date", kit.strings.month_year(&support.as_of).into())],
        ))
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
