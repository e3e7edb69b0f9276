//! Every screen and overlay, and how it is come to.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};

use second_look::session::moves::Move;
use second_look::session::view::{ChoiceKind, OfferView};
use second_look::ui::settings::Settings;
use second_look::ui::world::SaveState;

use super::papers;
use crate::stand::{Stand, Window, press, press_with};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Welsh,
}

/// A screen, an overlay or a state of one that looks different.
pub struct Screen {
    pub name: &'static str,
    /// Headings of the first level: a dialog over a screen has its own.
    pub titles: usize,
    /// Whether it can be come to without a name in English.
    pub in_welsh: bool,
    prepare: fn(&mut Stand),
    go: fn(&mut Window),
}

impl Screen {
    /// Opens it as somebody would who has been here before.
    pub fn open(&self, settings: &Settings, size: [f32; 2]) -> Window {
        let mut stand = Stand::new(settings.clone()).with_history();
        (self.prepare)(&mut stand);
        let mut window = Harness::builder()
            .with_size(egui::Vec2::from(size))
            .with_max_steps(40)
            .build_ui_state(|ui, stand: &mut Stand| stand.pass(&ui.ctx().clone()), stand);
        window.run_ok();
        (self.go)(&mut window);
        window.run_ok();
        window
    }
}

const fn screen(name: &'static str, titles: usize, go: fn(&mut Window)) -> Screen {
    Screen {
        name,
        titles,
        in_welsh: false,
        prepare: |_| {},
        go,
    }
}

const fn prepared(
    name: &'static str,
    titles: usize,
    prepare: fn(&mut Stand),
    go: fn(&mut Window),
) -> Screen {
    Screen {
        name,
        titles,
        in_welsh: true,
        prepare,
        go,
    }
}

/// Goes to the first control whose name holds these words and presses it.
fn choose(window: &mut Window, part: &str) {
    for press in [false, true] {
        let named = window.query_all(by().label_contains(part)).find(|node| {
            node.accesskit_node()
                .data()
                .supports_action(egui::accesskit::Action::Click)
        });
        let Some(node) = named else {
            panic!("nothing to press is called {part}");
        };
        if press {
            node.click_accesskit();
        } else {
            node.focus();
        }
        window.run_ok();
    }
}

fn scene(stand: &mut Stand) {
    stand.start();
    stand.shell.open_play();
}

fn first_sentence(window: &mut Window) {
    let unit = window
        .get_all(by().role(Role::ListBoxOption))
        .next()
        .expect("a sentence");
    unit.focus();
    window.run_ok();
}

fn picker(window: &mut Window) {
    first_sentence(window);
    press(window, Key::Space);
}

fn marked(window: &mut Window) {
    picker(window);
    press(window, Key::Num3);
    press(window, Key::Num2);
}

fn main_button(window: &mut Window) {
    press_with(window, Modifiers::CTRL, Key::Enter);
}

fn paper(window: &mut Window, number: usize) {
    with_papers(window.state_mut());
    window.run_ok();
    // Where panes are tabs, the papers lie under one of them.
    let tab = by().role(Role::Tab).label_contains("Documents");
    if window.query_all(tab).next().is_some() {
        choose(window, "Documents");
    }
    choose(window, papers::KINDS[number].1);
}

fn with_papers(stand: &mut Stand) {
    stand.start_with(papers::story());
    stand.shell.open_play();
}

fn debrief(window: &mut Window) {
    choose(window, "My attempts");
    choose(window, "Finished");
}

fn step(window: &mut Window, number: usize) {
    debrief(window);
    let tab = window
        .get_all(by().role(Role::Tab))
        .nth(number)
        .expect("a step of the debrief");
    tab.click_accesskit();
    window.run_ok();
}

fn fault(stand: &mut Stand) {
    stand.save = SaveState::Fault {
        reason: "the disk is full".to_owned(),
        pending: 2,
    };
}

fn to_the_end(window: &mut Window) {
    window.state_mut().play_to_end();
    window.run_ok();
}

fn to_the_record(window: &mut Window) {
    window.state_mut().play_to_form();
    window.run_ok();
}

fn to_the_reasons(window: &mut Window) {
    window
        .state_mut()
        .play_until(|view| view.rationale.is_some());
    window.run_ok();
}

fn ended_early(window: &mut Window) {
    if let Some(play) = &mut window.state_mut().play {
        play.apply(&Move::Leave).expect("leaving is always allowed");
    }
    window.run_ok();
}

/// Goes on until leaving is among what can be done.
fn until_leave(stand: &mut Stand) {
    scene(stand);
    stand.play_until(|view| {
        matches!(&view.offer, OfferView::Choices(choices)
            if choices.iter().any(|choice| choice.kind == ChoiceKind::Leave))
    });
}

pub const SCREENS: &[Screen] = &[
    prepared(
        "first run",
        1,
        |stand| {
            let settings = Settings {
                set_up: false,
                ..stand.shell.settings().clone()
            };
            *stand = Stand::new(settings);
        },
        |_| {},
    ),
    prepared("library", 1, |_| {}, |_| {}),
    prepared(
        "library, empty",
        1,
        |stand| {
            stand.library.entries.clear();
            stand.library.broken.clear();
        },
        |_| {},
    ),
    prepared(
        "library, still reading",
        1,
        |stand| stand.library.loading = Some(3),
        |_| {},
    ),
    screen("library, a broken file's problems", 1, |window| {
        choose(window, "Show all: draft.ron");
    }),
    prepared(
        "library, a notice",
        1,
        |stand| {
            stand.notice = Some("The scenario could not be opened: its file has gone.".to_owned());
        },
        |_| {},
    ),
    screen("briefing", 1, |window| {
        choose(window, "The chemist on Mill Lane. Response");
    }),
    screen("for trainers, asked", 1, crate::appraisal::open),
    screen("for trainers, working", 1, |window| {
        window.state_mut().keep_working = true;
        crate::appraisal::open(window);
        choose(window, "Show");
    }),
    screen("for trainers, found", 1, |window| {
        crate::appraisal::open(window);
        choose(window, "Show");
    }),
    screen("my attempts", 1, |window| choose(window, "My attempts")),
    screen("my attempts, where one is amiss", 1, |window| {
        choose(window, "My attempts");
        choose(window, "Show where: The community hall");
    }),
    screen("my attempts, none", 1, |window| {
        window.state_mut().attempts.clear();
        choose(window, "My attempts");
    }),
    screen("settings", 1, |window| choose(window, "Settings")),
    prepared("help", 1, |_| {}, |window| press(window, Key::F1)),
    screen("support", 2, |window| choose(window, "Support")),
    prepared("cover", 0, |_| {}, |window| press(window, Key::F9)),
    screen("a question", 2, |window| choose(window, "Start again")),
    prepared("scene", 1, scene, |_| {}),
    prepared("scene, help", 1, scene, |window| press(window, Key::F1)),
    prepared(
        "scene, not saved",
        1,
        |stand| {
            scene(stand);
            fault(stand);
        },
        |_| {},
    ),
    prepared("scene, picker", 1, scene, picker),
    prepared("scene, picker with a kind", 1, scene, |window| {
        picker(window);
        press(window, Key::Num3);
    }),
    prepared("scene, marked", 1, scene, marked),
    prepared("scene, a mark to change", 1, scene, |window| {
        marked(window);
        press(window, Key::Space);
    }),
    prepared("scene, what to do", 1, scene, main_button),
    screen("scene, leave it there", 1, |window| {
        until_leave(window.state_mut());
        window.run_ok();
        main_button(window);
        choose(window, "Leave. ");
    }),
    prepared("scene, later", 1, until_leave, |_| {}),
    prepared("pause", 2, scene, |window| press(window, Key::Escape)),
    prepared("papers", 1, with_papers, |_| {}),
    screen("incident log", 1, |window| paper(window, 0)),
    screen("statement", 1, |window| paper(window, 1)),
    screen("messages", 1, |window| paper(window, 2)),
    screen("missing report", 1, |window| paper(window, 3)),
    screen("custody record", 1, |window| paper(window, 4)),
    screen("intelligence log", 1, |window| paper(window, 5)),
    screen("e-mail", 1, |window| paper(window, 6)),
    screen("letter", 1, |window| paper(window, 7)),
    screen("map", 1, |window| paper(window, 8)),
    screen("still", 1, |window| paper(window, 9)),
    screen("notes", 1, |window| paper(window, 10)),
    prepared("reasons", 1, scene, to_the_reasons),
    prepared("record", 1, scene, to_the_record),
    prepared("record, not finished", 1, scene, |window| {
        to_the_record(window);
        main_button(window);
    }),
    prepared("end", 1, scene, to_the_end),
    prepared("ended early", 1, scene, ended_early),
    prepared("reflection", 1, scene, |window| {
        to_the_end(window);
        main_button(window);
    }),
    screen("debrief, summary", 1, debrief),
    screen("debrief, what was there", 1, |window| step(window, 1)),
    screen("debrief, turns", 1, |window| step(window, 2)),
    screen("debrief, duties", 1, |window| step(window, 3)),
    screen("debrief, records", 1, |window| step(window, 4)),
    screen("debrief, reports", 1, |window| step(window, 5)),
    screen("debrief, reflection", 1, |window| step(window, 6)),
    screen("debrief, details", 1, |window| {
        debrief(window);
        choose(window, "Details");
    }),
];
