//! What a trainer is shown of a scenario: asked first, worked out with a way out, read by keyboard alone.

#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough in its lifetime"
)]

use std::collections::BTreeSet;

use egui::accesskit::{Live, Role};
use egui::{Key, OutputCommand};
use egui_kittest::kittest::{NodeT, Queryable, by};

use second_look::scenario::shelf::Shelf;
use second_look::ui::settings::ThemeChoice;
use second_look::ui::world::{AppraisalView, Intent};

use crate::audit::SCREENS;
use crate::stand::{Stand, Window, activate, activate_part, appraised, press, settled, window};

const TABS: [&str; 7] = [
    "Overview",
    "Draws compared",
    "Competences",
    "Cues and lures",
    "Duties",
    "Simulated officers",
    "Found",
];

/// From the library to the question.
pub fn open(window: &mut Window) {
    activate_part(window, "Practice: a bicycle. Response");
    activate(window, "For trainers");
}

fn fresh(theme: ThemeChoice, size: u16) -> Window {
    window(Stand::new(settled(theme, size)))
}

fn shown(theme: ThemeChoice, size: u16) -> Window {
    let mut window = fresh(theme, size);
    open(&mut window);
    activate(&mut window, "Show");
    window
}

/// Every word of the tree, what describes a node included.
fn words(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes
        .flat_map(|node| {
            let node = node.accesskit_node();
            [
                node.label(),
                node.value(),
                node.data().description().map(str::to_owned),
            ]
        })
        .flatten()
        .collect()
}

fn reads(window: &Window, part: &str) -> bool {
    words(window).iter().any(|words| words.contains(part))
}

fn focused(window: &Window) -> String {
    let found = window.get(by().predicate(|node| node.is_focused()));
    let node = found.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

fn selected(window: &Window) -> String {
    let tab = window.get(
        by().role(Role::Tab)
            .predicate(|node| node.is_selected() == Some(true)),
    );
    tab.accesskit_node().label().unwrap_or_default()
}

#[test]
fn it_asks_first_with_the_focus_on_the_heading_and_works_nothing_out_before() {
    let mut window = fresh(ThemeChoice::Light, 100);
    open(&mut window);
    let spoiler = "This shows where the signs are. Play a scenario yourself first.";
    assert_eq!(focused(&window), spoiler);
    assert_eq!(window.state().asked, []);
    activate(&mut window, "Back");
    assert!(
        window.query_by_label("Not now").is_some(),
        "the briefing again"
    );
    assert_eq!(window.state().asked, [], "nothing was under way");

    activate(&mut window, "For trainers");
    activate(&mut window, "Show");
    assert_eq!(window.state().asked, [Intent::Appraise("practice".into())]);
    assert_eq!(focused(&window), "Overview");
    press(&mut window, Key::Escape);
    assert_eq!(window.state().asked.last(), Some(&Intent::CloseAppraisal));
    activate(&mut window, "For trainers");
    assert_eq!(focused(&window), spoiler, "each time anew");
}

#[test]
fn who_came_to_play_meets_it_last() {
    let mut window = fresh(ThemeChoice::Light, 100);
    activate_part(&mut window, "Practice: a bicycle. Response");
    let mut met = Vec::new();
    while met.last().is_none_or(|name| name != "For trainers") {
        assert!(met.len() < 10, "{met:?}");
        press(&mut window, Key::Tab);
        met.push(focused(&window));
    }
    assert!(
        met.ends_with(&["Not now".into(), "Start".into(), "For trainers".into()]),
        "{met:?}"
    );
}

#[test]
fn page_down_scrolls_what_cannot_hold_the_focus() {
    let mut window = shown(ThemeChoice::Light, 100);
    for _ in 0..5 {
        press(&mut window, Key::ArrowDown);
    }
    let top = |window: &Window| {
        let list = window.get(by().role(Role::List).label("Simulated officers"));
        list.query_all(by().role(Role::Meter))
            .next()
            .expect("a meter")
            .rect()
            .top()
    };
    let before = top(&window);
    press(&mut window, Key::PageDown);
    assert!(top(&window) < before - 300.0, "{} {before}", top(&window));
    press(&mut window, Key::PageUp);
    assert!((top(&window) - before).abs() < 1.0);
}

#[test]
fn what_belongs_to_a_row_comes_into_view_with_it() {
    let mut window = shown(ThemeChoice::Light, 100);
    for _ in 0..5 {
        press(&mut window, Key::ArrowDown);
    }
    press(&mut window, Key::Tab);
    press(&mut window, Key::End);
    window.run();
    let list = window.get(by().role(Role::List).label("Simulated officers"));
    let last = list
        .query_all(by().role(Role::Meter))
        .last()
        .expect("a meter")
        .rect();
    assert!(last.bottom() <= 720.0, "{last:?}");
}

#[test]
fn what_is_under_way_is_told_politely_and_can_be_ended() {
    let mut window = fresh(ThemeChoice::Light, 100);
    window.state_mut().keep_working = true;
    open(&mut window);
    activate(&mut window, "Show");
    let status = window.get(
        by().role(Role::Status)
            .label("Searching and playing: 3 of 12"),
    );
    assert_eq!(status.accesskit_node().live(), Live::Polite);
    let bar = window.get(by().role(Role::ProgressIndicator));
    assert_eq!(bar.accesskit_node().numeric_value(), Some(0.25));
    assert_eq!(focused(&window), "Working it out");
    window.state_mut().appraisal = AppraisalView::Working { done: 4, of: 12 };
    window.run();
    assert!(reads(&window, "Searching and playing: 4 of 12"));
    assert_eq!(focused(&window), "Working it out", "the focus stays");

    activate(&mut window, "Cancel");
    assert_eq!(window.state().asked.last(), Some(&Intent::CloseAppraisal));
    assert!(reads(&window, "This shows where the signs are."));
    activate(&mut window, "Show");
    press(&mut window, Key::F1);
    assert_eq!(
        window.state().asked.last(),
        Some(&Intent::Appraise("practice".into()))
    );
    press(&mut window, Key::Escape);
    assert!(
        reads(&window, "Searching and playing"),
        "help comes back to it"
    );
    activate(&mut window, "Library");
    assert_eq!(window.state().asked.last(), Some(&Intent::CloseAppraisal));
}

#[test]
fn a_fault_is_said_in_words() {
    let mut window = fresh(ThemeChoice::Light, 100);
    open(&mut window);
    window.state_mut().keep_working = true;
    activate(&mut window, "Show");
    window.state_mut().appraisal = AppraisalView::Fault("No such file.".to_owned());
    window.run();
    assert_eq!(focused(&window), "This scenario cannot be shown here");
    assert!(reads(&window, "No such file."));
}

#[test]
fn every_tab_is_read_by_keyboard_alone_in_every_theme_and_size() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast] {
        for size in [100, 200] {
            let mut window = shown(theme, size);
            let on = if size == 100 {
                Key::ArrowDown
            } else {
                Key::ArrowRight
            };
            for (number, tab) in TABS.iter().enumerate() {
                if number > 0 {
                    press(&mut window, on);
                }
                assert_eq!(
                    (focused(&window), selected(&window)),
                    ((*tab).to_owned(), (*tab).to_owned())
                );
                let list = window.get(by().role(Role::List).label(tab));
                let rows = list.query_all(by().role(Role::Button)).count();
                assert!(rows > 1, "{theme:?} {size} {tab}: {rows} rows");
                sound(&window, &format!("{theme:?} {size} {tab}"));
            }
        }
    }
}

/// Nothing leaves the window's sides, every name is words, and what can hold the focus has one.
fn sound(window: &Window, what: &str) {
    for node in window.root().children_recursive() {
        let kit = node.accesskit_node();
        let name = kit.label().or_else(|| kit.value()).unwrap_or_default();
        if kit.data().supports_action(egui::accesskit::Action::Focus) {
            assert!(
                !name.trim().is_empty(),
                "{what}: {:?} without a name",
                kit.role()
            );
        }
        assert!(!name.contains("appraisal-"), "{what}: {name}");
        let read = matches!(
            kit.role(),
            Role::Label | Role::Heading | Role::Button | Role::Meter | Role::Tab
        );
        if read && kit.raw_bounds().is_some() {
            let rect = node.rect();
            assert!(
                rect.left() >= -0.5 && rect.right() <= 1280.5,
                "{what}: “{name}” at {rect:?}"
            );
        }
    }
}

#[test]
fn every_row_opens_and_closes_where_the_focus_is() {
    for (number, tab) in TABS.iter().enumerate().skip(1) {
        let mut window = shown(ThemeChoice::Light, 100);
        for _ in 0..number {
            press(&mut window, Key::ArrowDown);
        }
        press(&mut window, Key::Tab);
        let row = focused(&window);
        let before = words(&window).len();
        press(&mut window, Key::Enter);
        assert_eq!(focused(&window), row, "{tab}");
        assert!(
            words(&window).len() > before,
            "{tab}: “{row}” opens nothing"
        );
        press(&mut window, Key::Enter);
        assert_eq!(words(&window).len(), before, "{tab}");
        press(&mut window, Key::ArrowDown);
        assert_ne!(focused(&window), row, "{tab}");
    }
}

#[test]
fn a_line_of_the_overview_leads_to_its_part() {
    let mut window = shown(ThemeChoice::Light, 100);
    press(&mut window, Key::Tab);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    assert!(
        focused(&window).starts_with("Cues and lures."),
        "{}",
        focused(&window)
    );
    press(&mut window, Key::Enter);
    assert_eq!(
        (focused(&window), selected(&window)),
        ("Cues and lures".to_owned(), "Cues and lures".to_owned())
    );
}

#[test]
fn officers_have_meters_that_say_their_figures() {
    let mut window = shown(ThemeChoice::Light, 100);
    for _ in 0..5 {
        press(&mut window, Key::ArrowDown);
    }
    let told = appraised();
    let curious = told
        .officers
        .iter()
        .find(|officer| officer.curious)
        .expect("a curious one");
    let mean = curious.beyond.as_ref().expect("a figure").mean;
    let meters = window.query_all(by().role(Role::Meter));
    let values: Vec<String> = meters
        .filter_map(|meter| meter.accesskit_node().value())
        .collect();
    let wanted = format!("Noticing beyond: Mean {mean:.2} (");
    assert!(values[0].starts_with(&wanted), "{values:?}");
    assert_eq!(values.len(), 3 * told.officers.len(), "{values:?}");
}

fn found() -> Window {
    let mut window = shown(ThemeChoice::Light, 100);
    for _ in 0..6 {
        press(&mut window, Key::ArrowDown);
    }
    window
}

#[test]
fn a_finding_says_why_and_its_play_is_copied_and_saved() {
    let mut window = found();
    let rows = window.query_all(
        by().role(Role::Button)
            .predicate(|node| node.data().is_expanded().is_some()),
    );
    let names: Vec<String> = rows
        .filter_map(|row| row.accesskit_node().label())
        .collect();
    assert!(names[0].starts_with("Note."), "{names:?}");
    let told = appraised();
    let play = told.findings[0].play.as_ref().expect("a play");
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    assert!(reads(
        &window,
        "second-look play practice --seed 0 --draw lift="
    ));
    activate(&mut window, "Save this play…");
    assert_eq!(window.state().asked.last(), Some(&Intent::SavePlay(0)));
    window.get_by_label("Copy this play").click_accesskit();
    window.step();
    let copied =
        window.output().platform_output.commands.iter().any(
            |command| matches!(command, OutputCommand::CopyText(text) if *text == play.actions),
        );
    assert!(copied);
    window.run();
    assert!(reads(&window, "Copied."));
}

#[test]
fn it_rests_once_it_is_drawn() {
    let mut window = shown(ThemeChoice::Light, 100);
    for _ in TABS {
        press(&mut window, Key::ArrowDown);
        let steps = window.run();
        assert!(steps <= 2, "{steps} passes for nothing");
    }
}

/// The ids of a story that would give something away: those that are no words of its text.
fn ids() -> BTreeSet<String> {
    let loaded = Shelf::new(None).load("practice", false).expect("built in");
    let story = loaded.story.expect("it loads");
    let cues = story.cues.iter().map(|cue| cue.id.to_string());
    let lures = story.lures.iter().map(|lure| lure.id.to_string());
    cues.chain(lures).filter(|id| id.contains('-')).collect()
}

#[test]
fn trainees_meet_no_id_of_a_cue_and_trainers_only_where_a_finding_names_it() {
    let ids = ids();
    assert!(ids.len() > 5, "{ids:?}");
    let named = |window: &Window| {
        let words = words(window);
        ids.iter()
            .filter(|id| words.iter().any(|words| words.contains(*id)))
            .count()
    };
    for screen in SCREENS {
        let window = screen.open(&settled(ThemeChoice::Light, 100), [1280.0, 720.0]);
        assert_eq!(named(&window), 0, "{}", screen.name);
    }
    let mut window = shown(ThemeChoice::Light, 100);
    for tab in TABS {
        if tab != "Overview" {
            press(&mut window, Key::ArrowDown);
        }
        let expected = usize::from(tab == "Found");
        assert_eq!(named(&window), expected, "{tab}");
    }
}
