//! Marking: three keys, nothing preselected, nothing else on the page changes.

use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::Move;
use second_look::session::view::{Sureness, UnitKey};
use second_look::ui::world::SaveState;

use super::booth::{
    CAR, SMELL, THIRD, Window, back_room, focused, open, press, press_at_once, press_with, unit,
};
use super::fixture::mark;

fn go_to(window: &mut Window, name: &str) {
    unit(window, name).focus();
    window.run();
    assert_eq!(focused(window), name);
}

fn marked(window: &Window) -> Vec<(UnitKey, Sureness)> {
    let notebook = &window.state().view.notebook;
    notebook
        .iter()
        .map(|entry| (entry.unit, entry.mark.sure))
        .collect()
}

#[test]
fn space_and_two_digits_mark() {
    let mut window = back_room();
    go_to(&mut window, CAR);
    press(&mut window, &[Key::Space, Key::Num3, Key::Num2]);
    let wanted = Move::Mark(UnitKey(5), mark(2, Sureness::Concerned));
    assert_eq!(window.state().asked, [wanted]);
    assert_eq!(focused(&window), CAR);
    assert_eq!(
        window.state().said(),
        "Marked. Gifts, money or debt. Concerned. 1 mark."
    );
    let option = unit(&window, CAR).accesskit_node();
    assert_eq!(option.is_selected(), Some(true));
    assert_eq!(
        option.data().description(),
        Some("Marked: Gifts, money or debt, Concerned")
    );
}

#[test]
fn three_keys_within_one_frame_mark_too() {
    let mut window = back_room();
    press_at_once(&mut window, &[Key::Space, Key::Num0, Key::Num3]);
    let wanted = Move::Mark(UnitKey(0), mark(9, Sureness::ActNow));
    assert_eq!(window.state().asked, [wanted]);
    assert_eq!(focused(&window), SMELL);
}

#[test]
fn arrows_and_enter_mark_too() {
    let mut window = back_room();
    press(
        &mut window,
        &[
            Key::Enter,
            Key::ArrowDown,
            Key::ArrowRight,
            Key::Enter,
            Key::ArrowRight,
            Key::Enter,
        ],
    );
    let wanted = Move::Mark(UnitKey(0), mark(3, Sureness::Concerned));
    assert_eq!(window.state().asked, [wanted]);
}

#[test]
fn escape_changes_nothing_and_comes_back() {
    let mut window = back_room();
    go_to(&mut window, THIRD);
    press(&mut window, &[Key::Space, Key::Num4, Key::Escape]);
    assert!(window.state().asked.is_empty());
    assert_eq!(focused(&window), THIRD);
    assert!(window.query_by_label_contains("Mark this:").is_none());
}

#[test]
fn nothing_is_preselected_on_an_unmarked_sentence() {
    let mut window = back_room();
    press(&mut window, &[Key::Space]);
    for name in super::fixture::CONCERNS {
        let radio = window.get_by_label(name).accesskit_node();
        assert_ne!(
            radio.toggled(),
            Some(egui::accesskit::Toggled::True),
            "{name}"
        );
    }
    assert!(window.query_by_label("Remove mark (Del)").is_none());
}

#[test]
fn a_marked_sentence_shows_its_choice_and_del_removes_it_from_the_text() {
    let mut window = back_room();
    press(&mut window, &[Key::Space, Key::Num2, Key::Num1, Key::Space]);
    let radio = window
        .get_by_label("Control by someone else")
        .accesskit_node();
    assert_eq!(radio.toggled(), Some(egui::accesskit::Toggled::True));
    assert!(window.query_by_label("Remove mark (Del)").is_some());
    press(&mut window, &[Key::Escape, Key::Delete]);
    assert_eq!(window.state().asked.last(), Some(&Move::Unmark(UnitKey(0))));
    assert_eq!(window.state().said(), "Mark removed.");
    assert!(marked(&window).is_empty());
}

#[test]
fn marks_are_undone_and_made_again() {
    let mut window = back_room();
    press(&mut window, &[Key::Space, Key::Num2, Key::Num1]);
    press(&mut window, &[Key::Space, Key::Num2, Key::Num3]);
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(marked(&window), [(UnitKey(0), Sureness::Note)]);
    assert_eq!(window.state().said(), "Undone.");
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(marked(&window), []);
    press_with(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    press_with(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(marked(&window), [(UnitKey(0), Sureness::ActNow)]);
}

#[test]
fn the_undo_button_takes_the_last_mark_back() {
    let mut window = back_room();
    press(&mut window, &[Key::Space, Key::Num2, Key::Num1]);
    window.get_by_label("Undo").click_accesskit();
    window.run();
    assert_eq!(marked(&window), []);
}

#[test]
fn a_click_opens_the_picker_and_a_click_elsewhere_closes_it() {
    let mut window = back_room();
    unit(&window, THIRD).click();
    window.run();
    assert!(
        window
            .query_by_label("Mark this: Third one this month.")
            .is_some()
    );
    window
        .get_by_role_and_label(egui::accesskit::Role::Heading, "Notebook")
        .click();
    window.run();
    assert!(window.query_by_label_contains("Mark this:").is_none());
    assert!(window.state().asked.is_empty());
}

#[test]
fn the_picker_never_covers_its_sentence() {
    for text_size in [80, 100, 150, 200] {
        let mut window = open([1280.0, 720.0], text_size);
        press(&mut window, &[Key::Home]);
        for _ in 0..9 {
            let name = focused(&window);
            press(&mut window, &[Key::Space]);
            let sentence = unit(&window, &name).rect();
            let picker = window.get_by_label_contains("Mark this:").rect();
            assert!(
                overlap(sentence, picker) < 1.0,
                "{text_size} %: {picker} over {name} at {sentence}"
            );
            let screen = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 720.0));
            assert!(screen.contains_rect(picker), "{text_size} %: {picker}");
            press(&mut window, &[Key::Escape, Key::ArrowDown]);
        }
    }
}

fn overlap(a: Rect, b: Rect) -> f32 {
    let shared = a.intersect(b);
    if shared.is_positive() {
        shared.area()
    } else {
        0.0
    }
}

#[test]
fn a_mark_changes_nothing_on_the_page_but_its_own_sentence() {
    let mut window = back_room();
    let places = |window: &Window| -> Vec<Rect> {
        [SMELL, THIRD, CAR]
            .iter()
            .map(|name| unit(window, name).rect())
            .collect()
    };
    let before = places(&window);
    press(&mut window, &[Key::Space, Key::Num2, Key::Num3]);
    assert_eq!(places(&window), before);
}

#[test]
fn while_a_write_failed_nothing_is_marked() {
    let mut window = back_room();
    window.state_mut().save = SaveState::Fault {
        reason: "the disk is full".to_owned(),
        pending: 1,
    };
    press(
        &mut window,
        &[Key::Space, Key::Num2, Key::Num3, Key::Delete],
    );
    assert!(window.state().asked.is_empty());
    assert!(window.query_by_label_contains("Mark this:").is_none());
}
