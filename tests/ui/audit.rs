//! Every screen in every theme: names, sizes, reach.

use std::collections::BTreeSet;

use egui::Key;
use egui::accesskit::{Action, Role};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use second_look::ui::settings::ThemeChoice;

use crate::stand::{Stand, Window, press, settled, window};

/// Opens a screen from the start of the program.
type Open = fn(&mut Window);

/// Every screen and overlay.
pub const SCREENS: [(&str, Open); 17] = [
    ("library", |_| {}),
    ("briefing", |window| {
        crate::stand::activate_part(window, "The chemist on Mill Lane. Response");
    }),
    ("for trainers, asked", crate::appraisal::open),
    ("for trainers, working", |window| {
        window.state_mut().keep_working = true;
        crate::appraisal::open(window);
        crate::stand::activate(window, "Show");
    }),
    ("for trainers, found", |window| {
        crate::appraisal::open(window);
        crate::stand::activate(window, "Show");
    }),
    ("attempts", |window| {
        crate::stand::activate(window, "My attempts");
    }),
    ("settings", |window| {
        crate::stand::activate(window, "Settings");
    }),
    ("help", |window| press(window, Key::F1)),
    ("support", |window| {
        crate::stand::activate(window, "Support");
    }),
    ("cover", |window| press(window, Key::F9)),
    ("question", |window| {
        crate::stand::activate(window, "Start again");
    }),
    ("scene", |window| crate::stand::activate(window, "Resume")),
    ("pause", |window| {
        crate::stand::activate(window, "Resume");
        press(window, Key::Escape);
    }),
    ("form", |window| {
        crate::stand::activate(window, "Resume");
        window.state_mut().play_to_form();
        window.run_ok();
    }),
    ("end", |window| {
        crate::stand::activate(window, "Resume");
        window.state_mut().play_to_end();
        window.run_ok();
    }),
    ("reflection", |window| {
        crate::stand::activate(window, "Resume");
        window.state_mut().play_to_end();
        window.run_ok();
        crate::stand::activate(window, "Continue");
    }),
    ("debrief", |window| {
        crate::stand::activate(window, "My attempts");
        crate::stand::activate_part(window, "Finished");
    }),
];

/// Every screen at its place in the map, the first run too.
fn each(check: impl Fn(&str, &mut Window)) {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast] {
        for size in [100, 200] {
            let mut first = settled(theme, size);
            first.set_up = false;
            check(
                &format!("first run, {theme:?}, {size}"),
                &mut window(Stand::new(first)),
            );
            for (name, open) in SCREENS {
                let mut window = window(Stand::new(settled(theme, size)).with_history());
                open(&mut window);
                check(&format!("{name}, {theme:?}, {size}"), &mut window);
            }
        }
    }
}

fn name(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// Nodes that can hold the focus, and are in reach.
fn focusable(window: &Window) -> Vec<Node<'_>> {
    window
        .root()
        .children_recursive()
        .filter(|node| {
            let data = node.accesskit_node();
            data.data().supports_action(Action::Focus) && !data.is_disabled()
        })
        .collect()
}

fn focused(window: &Window) -> Option<String> {
    window
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .map(|node| key(&node))
}

/// Tells one node from another across passes.
fn key(node: &Node<'_>) -> String {
    format!(
        "{:?} {} {:?}",
        node.accesskit_node().role(),
        name(node),
        node.accesskit_node().id()
    )
}

/// The group that is one tab stop, if the node lies in one.
fn group(node: &Node<'_>) -> Option<String> {
    let mut at = node.parent();
    while let Some(parent) = at {
        let role = parent.accesskit_node().role();
        if matches!(
            role,
            Role::List | Role::ListBox | Role::RadioGroup | Role::TabList
        ) {
            return Some(key(&parent));
        }
        at = parent.parent();
    }
    None
}

#[test]
fn everything_that_can_hold_the_focus_has_a_name() {
    each(|screen, window| {
        let found = focusable(window);
        assert!(!found.is_empty(), "{screen}: nothing can hold the focus");
        for node in found {
            assert!(
                !name(&node).trim().is_empty(),
                "{screen}: {:?} without a name",
                node.accesskit_node().role()
            );
        }
    });
}

#[test]
fn every_screen_has_one_heading_of_the_first_level_and_opens_with_the_focus_somewhere() {
    each(|screen, window| {
        let first = window
            .root()
            .children_recursive()
            .filter(|node| {
                node.accesskit_node().role() == Role::Heading
                    && node.accesskit_node().level() == Some(1)
            })
            .count();
        let over = ["support", "question", "pause"]
            .iter()
            .any(|name| screen.starts_with(name));
        if !screen.starts_with("cover") {
            assert_eq!(
                first,
                1 + usize::from(over),
                "{screen}: headings of the first level"
            );
        }
        assert!(focused(window).is_some(), "{screen}: nothing has the focus");
    });
}

#[test]
fn targets_are_large_enough_and_inside_the_window() {
    each(|screen, window| {
        for node in focusable(window) {
            let role = node.accesskit_node().role();
            let rect = node.rect();
            if matches!(role, Role::Heading | Role::ListBoxOption) || rect.width() <= 0.0 {
                // A heading is no target; a sentence is as high as its line (2.5.8 lets text be).
                continue;
            }
            let what = format!("{screen}: {} {rect:?}", key(&node));
            assert!(rect.width() >= 24.0 && rect.height() >= 24.0, "{what}");
            assert!(rect.left() >= -0.5 && rect.right() <= 1280.5, "{what}");
        }
    });
}

#[test]
fn tab_and_arrows_reach_everything() {
    for size in [100, 200] {
        for (screen, open) in SCREENS {
            let mut window = window(Stand::new(settled(ThemeChoice::Light, size)).with_history());
            open(&mut window);
            let mut reached = BTreeSet::new();
            let mut order = Vec::new();
            for _ in 0..150 {
                press(&mut window, Key::Tab);
                let Some(at) = focused(&window) else { continue };
                if order.first() == Some(&at) && order.len() > 1 {
                    break;
                }
                order.push(at.clone());
                reached.insert(at);
            }
            let groups: BTreeSet<String> = focusable(&window)
                .iter()
                .filter(|node| reached.contains(&key(node)))
                .filter_map(group)
                .collect();
            for node in focusable(&window) {
                let inside = group(&node).is_some_and(|group| groups.contains(&group));
                assert!(
                    inside || reached.contains(&key(&node)),
                    "{screen}, {size}: Tab does not reach {}",
                    key(&node)
                );
            }
        }
    }
}
