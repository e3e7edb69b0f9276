//! The end of the scene: where it stands, and a moment.

use egui::text::LayoutJob;
use egui::{Sense, TextFormat, Ui, WidgetInfo, WidgetType, vec2};

use crate::session::view::{Passage, Phase, Run, View};
use crate::ui::focus_ring;
use crate::ui::fonts;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::{Button, Card, Words, page};

/// Draws the end. True once the trainee goes on to the reflection.
pub fn ending_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &View) -> bool {
    let theme = kit.theme;
    let strings = kit.strings;
    let fresh = kit.fresh;
    let title = kit.say(if view.phase == Phase::Left {
        "end-left-title"
    } else {
        "end-title"
    });
    let mut on = false;
    page::column(ui, theme, "ending", 640.0, |ui| {
        panes::region(ui, kit.panes, "ending", &title, |ui, _| {
            Card::page(theme).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 10.0;
                let heading = Words::title(&title).focusable().show(ui, theme);
                focus_ring::around(
                    ui,
                    heading.id,
                    vec![heading.rect.expand(4.0)],
                    theme.tokens.radius.key,
                );
                if fresh {
                    heading.request_focus();
                }
                Words::small(time(strings, view)).show(ui, theme);
                closing(ui, theme, view);
                if let Phase::Ended { summary } = &view.phase {
                    rule(ui, theme);
                    Words::new(Type::Narration, &**summary).show(ui, theme);
                }
                rule(ui, theme);
                Words::body(strings.get("end-moment")).show(ui, theme);
                on = Button::primary(strings.get("end-continue"))
                    .main()
                    .large()
                    .show(ui, theme)
                    .clicked();
            });
        });
    });
    on
}

/// "15:10 · 50 minutes used".
fn time(strings: &crate::strings::Strings, view: &View) -> String {
    let used = strings.with("minutes-used", &[("n", view.clock.minute.into())]);
    match view.clock.at(view.clock.minute) {
        Some((hour, minute)) => format!("{} · {used}", strings.clock(hour, minute)),
        None => used,
    }
}

/// The lines of the ending: shown, but not to be marked.
fn closing(ui: &mut Ui, theme: &Theme, view: &View) {
    for passage in &view.transcript {
        let Passage::Closing {
            speaker,
            paragraphs,
        } = passage
        else {
            continue;
        };
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if let Some(speaker) = speaker {
                let who = match &speaker.about {
                    Some(about) => format!("{}, {about}", speaker.name),
                    None => speaker.name.to_string(),
                };
                Words::new(Type::Small, who)
                    .family(fonts::UI_BOLD)
                    .soft()
                    .show(ui, theme);
            }
            let last = paragraphs.len().saturating_sub(1);
            for (number, runs) in paragraphs.iter().enumerate() {
                let open = speaker.is_some() && number == 0;
                let close = speaker.is_some() && number == last;
                paragraph(ui, theme, runs, open, close);
            }
        });
    }
}

fn paragraph(ui: &mut Ui, theme: &Theme, runs: &[Run], open: bool, close: bool) {
    let plain = theme.format(Type::Narration, theme.colours.ink);
    let emphasis = TextFormat {
        font_id: theme.font_in(Type::Narration, fonts::READ_ITALIC),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    if open {
        job.append("“", 0.0, plain.clone());
    }
    for run in runs {
        job.append(
            &run.text,
            0.0,
            if run.emphasis {
                emphasis.clone()
            } else {
                plain.clone()
            },
        );
    }
    if close {
        job.append("”", 0.0, plain);
    }
    job.wrap.max_width = ui.available_width().max(1.0);
    let spoken = job.text.clone();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(
        rect.min + vec2(0.0, theme.lead(ui, Type::Narration)),
        galley,
        theme.colours.ink,
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
}
