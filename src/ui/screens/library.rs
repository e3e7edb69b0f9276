//! The library: what was left, then every scenario in one list.

use std::sync::Arc;

use egui::{Id, Rect, Ui, UiBuilder, vec2};

use super::keeping::{FoldersLocal, scenarios_ui};
use crate::session::view::Told;
use crate::ui::focus_ring;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::theme::{Fold, Type};
use crate::ui::widgets::list::{List, Row};
use crate::ui::widgets::{Button, Card, Words, card, page};
use crate::ui::world::{BrokenScenario, Intent, LibraryEntry, Resumable, World};
use crate::ui::{fonts, spoken};

/// What the library keeps between passes.
#[derive(Debug, Default)]
pub struct LibraryLocal {
    /// The scenario whose row was opened, until the shell takes it.
    pub opened: Option<Arc<str>>,
    /// The attempt that is asked to start again, until the shell takes it.
    pub start_again: Option<std::path::PathBuf>,
    unfolded: Option<String>,
    folders: FoldersLocal,
}

/// Draws the library.
pub fn library_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    world: &World<'_>,
    local: &mut LibraryLocal,
) -> Vec<Intent> {
    let theme = kit.theme;
    let library = world.library;
    let mut intents = Vec::new();
    page::column(ui, theme, "library", 920.0, |ui| {
        ui.spacing_mut().item_spacing.y = 14.0;
        if let Some(left) = world.resumable.first() {
            resume_ui(ui, kit, left, local, &mut intents);
        }
        if let Some(count) = library.loading {
            Words::body(kit.say_with("library-loading", &[("n", count.into())]))
                .soft()
                .show(ui, theme);
        } else if library.entries.is_empty() {
            Words::body(kit.say_with("library-empty", &[("path", library.from.as_str().into())]))
                .show(ui, theme);
            let folders = &mut local.folders;
            intents.extend(scenarios_ui(ui, kit, folders, library.chosen));
        }
        if !library.entries.is_empty() {
            entries_ui(ui, kit, &library.entries, local);
        }
        for broken in &library.broken {
            broken_ui(ui, kit, broken, local);
        }
    });
    intents
}

fn resume_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    left: &Resumable,
    local: &mut LibraryLocal,
    intents: &mut Vec<Intent>,
) {
    let theme = kit.theme;
    Card::tint(theme).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let words = kit.say_with(
            "library-left",
            &[
                ("title", left.title.as_ref().into()),
                ("place", left.place.as_ref().into()),
            ],
        );
        Words::new(Type::Heading, words)
            .family(fonts::UI_MEDIUM)
            .heading(2)
            .show(ui, theme);
        if left.torn {
            Words::body(kit.say("library-left-torn")).show(ui, theme);
        }
        ui.horizontal_wrapped(|ui| {
            let resume = Button::primary(kit.say("library-resume"))
                .icon_after(icons::NEXT)
                .main()
                .show(ui, theme);
            if kit.fresh {
                resume.request_focus();
            }
            if resume.clicked() {
                intents.push(Intent::Resume(left.path.clone()));
            }
            if Button::secondary(kit.say("library-start-again"))
                .show(ui, theme)
                .clicked()
            {
                local.start_again = Some(left.path.clone());
            }
        });
    });
}

fn entries_ui(ui: &mut Ui, kit: &mut Kit<'_>, entries: &[LibraryEntry], local: &mut LibraryLocal) {
    let theme = kit.theme;
    let name = kit.say("library-list");
    let first = kit.fresh && ui.memory(egui::Memory::focused).is_none();
    Card::page(theme).margin(0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        List::show(ui, "library", &name, entries.len(), |ui, list| {
            list.padding(vec2(16.0, 16.0));
            if first {
                let stop = list.stop();
                ui.memory_mut(|memory| memory.request_focus(stop));
            }
            for (index, entry) in entries.iter().enumerate() {
                if index > 0 {
                    card::rule(ui, theme);
                }
                let lines = lines(kit, entry);
                let row = Row {
                    name: spoken::sentences(lines.iter().map(String::as_str)),
                    ..Row::default()
                };
                if list
                    .row(ui, theme, &row, |ui| entry_ui(ui, kit, entry, &lines))
                    .clicked()
                {
                    local.opened = Some(Arc::clone(&entry.id));
                }
            }
        });
    });
}

/// A row's words in reading order: title first.
fn lines(kit: &Kit<'_>, entry: &LibraryEntry) -> Vec<String> {
    let mut lines = vec![
        entry.title.to_string(),
        kit.say_with(
            "library-role",
            &[
                ("role", entry.role.as_ref().into()),
                ("n", entry.minutes.into()),
            ],
        ),
    ];
    lines.extend(entry.content_note.as_ref().map(ToString::to_string));
    if let Some(last) = entry.last_played {
        let date = spoken::date(kit.strings, last);
        lines.push(kit.say_with(
            "library-played",
            &[("n", entry.played.into()), ("date", date.into())],
        ));
    }
    if !entry.reviewed {
        lines.push(kit.say("library-not-reviewed"));
    }
    if entry.told == Told::Untranslated {
        lines.extend(entry.told.messages().iter().map(|id| kit.say(id)));
    }
    lines
}

fn entry_ui(ui: &mut Ui, kit: &mut Kit<'_>, entry: &LibraryEntry, lines: &[String]) {
    let theme = kit.theme;
    let narrow = kit.fold(ui) == Fold::One;
    let picture = vec2(152.0, 114.0);
    let full = ui.available_rect_before_wrap();
    let mut words = full;
    if !narrow {
        let place = Rect::from_min_size(full.min, picture);
        picture_ui(ui, kit, entry.picture.as_deref(), place);
        words.min.x += picture.x + 20.0;
        words.max.x -= theme.size(76.0);
        let open = Words::new(Type::Control, kit.say("library-open")).colour(theme.colours.brand);
        let galley = open.galley(ui, theme, f32::INFINITY);
        let arrow = theme.size(18.0);
        let at = egui::pos2(
            full.right() - galley.size().x - arrow - 6.0,
            place.center().y - galley.size().y / 2.0,
        );
        let middle = egui::pos2(full.right() - arrow / 2.0, place.center().y);
        ui.painter().galley(
            at + vec2(0.0, theme.lead(ui, Type::Control)),
            galley,
            theme.colours.brand,
        );
        icons::NEXT.paint_at(ui.painter(), middle, arrow, theme.colours.brand);
        ui.expand_to_include_rect(place);
    }
    ui.scope_builder(UiBuilder::new().max_rect(words), |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        for (index, line) in lines.iter().enumerate() {
            match index {
                0 => Words::new(Type::Heading, line)
                    .max_rows(3)
                    .silent()
                    .show(ui, theme),
                1 => Words::body(line).silent().show(ui, theme),
                _ => Words::small(line).silent().show(ui, theme),
            };
        }
    });
}

/// A scenario's picture, or its grey stand-in.
pub fn picture_ui(ui: &Ui, kit: &mut Kit<'_>, path: Option<&str>, rect: Rect) {
    let theme = kit.theme;
    let radius = theme.control_radius();
    ui.painter().rect_filled(rect, radius, theme.colours.canvas);
    if let Some(texture) = path.and_then(|path| kit.art.picture(ui.ctx(), path, rect.size())) {
        egui::Image::new((texture.id(), rect.size()))
            .corner_radius(radius)
            .paint_at(ui, rect);
    }
}

fn broken_ui(ui: &mut Ui, kit: &Kit<'_>, broken: &BrokenScenario, local: &mut LibraryLocal) {
    let theme = kit.theme;
    Card::panel(theme).show(ui, |ui| {
        let words = kit.say_with("library-broken", &[("file", broken.file.as_str().into())]);
        ui.horizontal_top(|ui| {
            icons::WARNING.filled().show(ui, theme, theme.colours.warn);
            Words::label(words).show(ui, theme);
        });
        let unfolded = local.unfolded.as_deref() == Some(broken.file.as_str());
        let shown = if unfolded { broken.problems.len() } else { 1 };
        for problem in broken.problems.iter().take(shown) {
            Words::new(Type::Record, problem).show(ui, theme);
        }
        if broken.problems.len() > 1 {
            let words = if unfolded {
                kit.say("library-broken-less")
            } else {
                kit.say("library-broken-all")
            };
            let name = format!("{words}: {}", broken.file);
            // Of its own id: what unfolds above it may not take the focus from it.
            let id = Id::new(("problems", &broken.file));
            ui.scope_builder(UiBuilder::new().id(id), |ui| {
                let button = Button::secondary(words).spoken(name).show(ui, theme);
                if button.clicked() {
                    local.unfolded = (!unfolded).then(|| broken.file.clone());
                    focus_ring::moved(ui.ctx());
                }
            });
        }
    });
}
