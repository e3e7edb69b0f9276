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
/// As many presses of Tab without anything new are the end of the walk.
const IDLE: usize = 24;

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

/// The group that is one stop of Tab and holds the focus, if one does. Arrows in a field move its cursor.
fn group_of_focus<S>(window: &Harness<'_, S>) -> Option<String> {
    let held = window
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())?;
    if is_text(&held) {
        return None;
    }
    let mut at = held.parent();
    while let Some(parent) = at {
        if matches!(
            parent.accesskit_node().role(),
            Role::List | Role::ListBox | Role::RadioGroup | Role::TabList
        ) {
            // By its name: text that has grown may lay it out anew.
            return Some(called(&parent));
        }
        at = parent.parent();
    }
    None
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

/// A node by its id and by what it is called: a layout that turns into one column makes new ids, another language new names.
fn keys(node: &Node<'_>) -> [String; 2] {
    [key(node), called(node)]
}

fn focused_keys<S>(window: &Harness<'_, S>) -> Option<[String; 2]> {
    window
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
        .map(|node| keys(&node))
}

/// Presses F6 until it comes round; says what was lost or out of sight on the way.
fn round<S>(window: &mut Harness<'_, S>, modifiers: Modifiers) -> Vec<String> {
    let (mut seen, mut amiss) = (BTreeSet::new(), Vec::new());
    for _ in 0..STOPS {
        press(window, modifiers, Key::F6);
        let Some(at) = focused(window) else {
            amiss.push("F6 lost the focus".to_owned());
            return amiss;
        };
        if !seen.insert(at) {
            return amiss;
        }
        amiss.extend(rings(window));
    }
    amiss.push("F6 never comes round".to_owned());
    amiss
}

/// Presses an arrow as long as it leads on within the group; the focus stays in it.
fn inside<S>(
    window: &mut Harness<'_, S>,
    group: &str,
    arrow: Key,
    reached: &mut BTreeSet<String>,
    amiss: &mut Vec<String>,
) {
    for _ in 0..STOPS {
        let (home, at) = (window.ctx.memory(egui::Memory::focused), focused(window));
        press(window, Modifiers::NONE, arrow);
        if group_of_focus(window).as_deref() != Some(group) {
            // This arrow is not the group's own.
            if let Some(home) = home {
                window.ctx.memory_mut(|memory| memory.request_focus(home));
                window.run_ok();
            }
            return;
        }
        if focused(window) == at {
            return;
        }
        reached.extend(focused_keys(window).into_iter().flatten());
        amiss.extend(rings(window));
    }
}

/// What neither Tab nor arrows come to, and what they come to that cannot be seen.
pub fn unreached<S>(window: &mut Harness<'_, S>) -> Vec<String> {
    let mut reached: BTreeSet<String> = focused_keys(window).into_iter().flatten().collect();
    let mut amiss = Vec::new();
    let mut walked = BTreeSet::new();
    let mut idle = 0;
    // Arrows may change what there is, and so where Tab goes: on, until it comes to nothing new for long.
    while idle < IDLE {
        let before = reached.len();
        press(window, Modifiers::NONE, Key::Tab);
        let Some(at) = focused_keys(window) else {
            amiss.push("Tab lost the focus".to_owned());
            break;
        };
        reached.extend(at);
        amiss.extend(rings(window));
        if let Some(group) = group_of_focus(window)
            && walked.insert(group.clone())
        {
            for arrow in [
                Key::ArrowDown,
                Key::ArrowRight,
                Key::ArrowUp,
                Key::ArrowLeft,
            ] {
                inside(window, &group, arrow, &mut reached, &mut amiss);
            }
        }
        idle = if reached.len() > before { 0 } else { idle + 1 };
    }
    // A dialog keeps the keys to itself until it is closed.
    let dialog = window.root().children_recursive().find(is_dialog);
    let asked = match &dialog {
        Some(dialog) => within(dialog),
        None => focusable(window),
    };
    // The focus is put on a heading when a screen opens; no key needs to come back to it.
    let asked = asked
        .into_iter()
        .filter(|node| node.accesskit_node().role() != Role::Heading);
    for node in asked {
        if keys(&node).iter().all(|key| !reached.contains(key)) {
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
            for found in round(&mut window, modifiers) {
                amiss.push(format!("{}: {found}", screen.name));
            }
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}
