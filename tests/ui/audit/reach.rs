//! By keyboard alone: everything can be come to, nothing holds the focus for good, and what has it is in sight.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};

use second_look::ui::settings::ThemeChoice;

use super::LAPTOP;
use super::checks::{called, can_hold_focus, focusable, key, rings};
use super::screens::{SCREENS, Screen};
use crate::stand::settled;

/// More stops than any screen has.
const STOPS: usize = 150;

fn press<S>(window: &mut Harness<'_, S>, modifiers: Modifiers, pressed: Key) {
    window.key_press_modifiers(modifiers, pressed);
    window.run_ok();
}

fn focused<S>(window: &Harness<'_, S>) -> Option<String> {
    window
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .map(|node| key(&node))
}

/// Whether the node lies in a group that is one stop of Tab.
fn in_a_group(node: &Node<'_>) -> bool {
    let mut at = node.parent();
    while let Some(parent) = at {
        if matches!(
            parent.accesskit_node().role(),
            Role::List | Role::ListBox | Role::RadioGroup | Role::TabList
        ) {
            return true;
        }
        at = parent.parent();
    }
    false
}

fn focus_is_in_a_group<S>(window: &Harness<'_, S>) -> bool {
    window
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .is_some_and(|node| in_a_group(&node) && !is_text(&node))
}

fn is_dialog(node: &Node<'_>) -> bool {
    matches!(
        node.accesskit_node().role(),
        Role::Dialog | Role::AlertDialog
    )
}

fn within<'w>(dialog: &Node<'w>) -> Vec<Node<'w>> {
    dialog.children_recursive().filter(can_hold_focus).collect()
}

fn is_text(node: &Node<'_>) -> bool {
    matches!(
        node.accesskit_node().role(),
        Role::TextInput | Role::MultilineTextInput
    )
}

/// Presses a key until it leads nowhere new; tells what it came to, and what was out of sight.
fn walk<S>(
    window: &mut Harness<'_, S>,
    modifiers: Modifiers,
    pressed: Key,
    reached: &mut BTreeSet<String>,
    amiss: &mut Vec<String>,
    each: &mut impl FnMut(&mut Harness<'_, S>, &mut BTreeSet<String>, &mut Vec<String>),
) {
    let mut seen = BTreeSet::new();
    for _ in 0..STOPS {
        press(window, modifiers, pressed);
        let Some(at) = focused(window) else {
            amiss.push(format!("{pressed:?} lost the focus"));
            return;
        };
        if !seen.insert(at.clone()) {
            return;
        }
        reached.insert(at);
        amiss.extend(rings(window));
        each(window, reached, amiss);
    }
    amiss.push(format!("{pressed:?} never comes round"));
}

/// What neither Tab nor arrows come to, and what they come to that cannot be seen.
pub fn unreached<S>(window: &mut Harness<'_, S>) -> Vec<String> {
    let mut reached: BTreeSet<String> = focused(window).into_iter().collect();
    let mut amiss = Vec::new();
    walk(
        window,
        Modifiers::NONE,
        Key::Tab,
        &mut reached,
        &mut amiss,
        &mut |window, reached, amiss| {
            if !focus_is_in_a_group(window) {
                return;
            }
            for arrow in [
                Key::ArrowDown,
                Key::ArrowRight,
                Key::ArrowUp,
                Key::ArrowLeft,
            ] {
                walk(
                    window,
                    Modifiers::NONE,
                    arrow,
                    reached,
                    amiss,
                    &mut |_, _, _| {},
                );
            }
        },
    );
    // A dialog keeps the keys to itself until it is closed.
    let dialog = window.root().children_recursive().find(is_dialog);
    let asked = match &dialog {
        Some(dialog) => within(dialog),
        None => focusable(window),
    };
    for node in asked {
        if !reached.contains(&key(&node)) {
            amiss.push(format!("no key comes to {}", called(&node)));
        }
    }
    amiss.sort();
    amiss.dedup();
    amiss
}

fn audit(size: u16, keep: impl Fn(&Screen) -> bool) {
    let mut amiss = Vec::new();
    for screen in SCREENS.iter().filter(|screen| keep(screen)) {
        let mut window = screen.open(&settled(ThemeChoice::Light, size), LAPTOP);
        for found in unreached(&mut window) {
            amiss.push(format!("{}: {found}", screen.name));
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}

fn of_the_debrief(screen: &Screen) -> bool {
    screen.name.starts_with("debrief")
}

#[test]
fn keys_come_to_everything() {
    audit(100, |screen| !of_the_debrief(screen));
}

#[test]
fn keys_come_to_everything_with_text_twice_as_large() {
    audit(200, |screen| !of_the_debrief(screen));
}

#[test]
fn keys_come_to_everything_of_the_debrief() {
    audit(100, of_the_debrief);
    audit(200, of_the_debrief);
}

#[test]
fn f6_goes_round_every_screen_without_losing_the_focus() {
    let mut amiss = Vec::new();
    for screen in SCREENS {
        let mut window = screen.open(&settled(ThemeChoice::Light, 100), LAPTOP);
        for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
            let mut found = Vec::new();
            walk(
                &mut window,
                modifiers,
                Key::F6,
                &mut BTreeSet::new(),
                &mut found,
                &mut |_, _, _| {},
            );
            amiss.extend(
                found
                    .iter()
                    .map(|found| format!("{}: {found}", screen.name)),
            );
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}
