//! One list of sentences: one Tab stop, arrows inside.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable, by};

use super::booth::{
    CAR, DECIDE, SMELL, THIRD, back_room, focused, name_of, press, press_at_once, press_with, unit,
};

#[test]
fn the_focus_begins_on_the_first_new_sentence() {
    assert_eq!(focused(&back_room()), SMELL);
}

#[test]
fn arrows_walk_the_sentences_and_do_not_escape() {
    let mut window = back_room();
    press(&mut window, &[Key::ArrowUp, Key::ArrowLeft]);
    assert_eq!(focused(&window), SMELL);
    press(
        &mut window,
        &[Key::ArrowDown, Key::ArrowRight, Key::ArrowDown],
    );
    assert_eq!(focused(&window), THIRD);
    press(&mut window, &[Key::End, Key::ArrowDown, Key::ArrowRight]);
    assert_eq!(focused(&window), "I’ve got to be somewhere at five.");
    press(&mut window, &[Key::Home]);
    assert_eq!(focused(&window), SMELL);
}

#[test]
fn quick_arrows_within_one_frame_stay_in_the_list() {
    let mut window = back_room();
    press_at_once(&mut window, &[Key::ArrowDown, Key::ArrowDown]);
    press_at_once(&mut window, &[Key::ArrowDown]);
    assert_eq!(focused(&window), THIRD);
}

#[test]
fn arrows_right_after_tab_stay_in_the_list() {
    let mut window = back_room();
    press_with(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_ne!(focused(&window), SMELL);
    press_with(&mut window, Modifiers::NONE, Key::Tab);
    press_at_once(&mut window, &[Key::ArrowDown]);
    assert_eq!(
        focused(&window),
        "She has not asked for anyone to be called."
    );
}

#[test]
fn control_arrows_go_by_speaker() {
    let mut window = back_room();
    press_with(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(focused(&window), THIRD);
    press_with(&mut window, Modifiers::COMMAND, Key::ArrowDown);
    assert_eq!(focused(&window), "Maisie: Can I just pay for it?");
    press_with(&mut window, Modifiers::COMMAND, Key::ArrowUp);
    assert_eq!(focused(&window), THIRD);
}

#[test]
fn tab_passes_the_transcript_in_one_stop_and_reaches_the_main_button() {
    let mut window = back_room();
    press(&mut window, &[Key::Tab]);
    assert_eq!(focused(&window), DECIDE);
}

#[test]
fn f6_comes_back_to_the_sentence() {
    let mut window = back_room();
    press(
        &mut window,
        &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown],
    );
    let before = focused(&window);
    press(&mut window, &[Key::F6]);
    assert_eq!(focused(&window), "A rucksack, half open");
    press(&mut window, &[Key::F6]);
    assert_eq!(focused(&window), "Incident log 0417");
    press_with(&mut window, Modifiers::SHIFT, Key::F6);
    press_with(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(focused(&window), before);
}

#[test]
fn a_screen_reader_can_focus_and_press_any_sentence() {
    let mut window = back_room();
    unit(&window, CAR).focus();
    window.run();
    assert_eq!(focused(&window), CAR);
    unit(&window, THIRD).click_accesskit();
    window.run();
    assert!(
        window
            .query_by_label("Mark this: Third one this month.")
            .is_some()
    );
}

#[test]
fn the_list_says_what_it_is_and_numbers_its_sentences() {
    let window = back_room();
    let list = window.get(by().role(Role::ListBox));
    let node = list.accesskit_node();
    assert_eq!(name_of(&list), "What you see and hear");
    assert!(node.is_multiselectable());
    assert_eq!(node.size_of_set(), Some(9));
    for (place, name) in [(0, SMELL), (3, THIRD), (5, CAR)] {
        let option = unit(&window, name).accesskit_node();
        assert_eq!(option.position_in_set(), Some(place), "{name}");
        assert_eq!(option.is_selected(), Some(false), "{name}");
    }
}

#[test]
fn what_can_hold_the_focus_has_a_name() {
    let mut window = back_room();
    press(&mut window, &[Key::Space]);
    let nameless: Vec<String> = window
        .get_all(by().predicate(|node| node.data().supports_action(egui::accesskit::Action::Focus)))
        .filter(|node| name_of(node).trim().is_empty())
        .map(|node| format!("{node:?}"))
        .collect();
    assert_eq!(nameless, Vec::<String>::new());
}
