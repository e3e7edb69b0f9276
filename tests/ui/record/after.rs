//! Reasons, the end, the reflection.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::{Move, Reflection, SelfRating};
use second_look::session::view::Phase;
use second_look::ui::draft::Draft;
use second_look::ui::world::Intent;

use super::fixture;
use crate::desk::{
    Screen, activate, assert_sound, focused, open, open_with, press_with, reads, tab_round, write,
};

#[test]
fn reasons_are_typed_counted_kept_and_given() {
    let mut window = open(Screen::Rationale(fixture::view()), 100);
    assert_sound(&window);
    assert_eq!(focused(&window), "What are your grounds?");
    assert!(reads(&window, "“Who is in the car on the corner?”"));
    write(&mut window, "She was alone");
    assert!(reads(&window, "3 words"));
    let draft = Draft::Rationale {
        turn: 3,
        text: "She was alone".to_owned(),
    };
    assert_eq!(window.state().asked, [Intent::Draft(draft.to_text())]);
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    let given = Intent::Play(Move::Explain("She was alone".to_owned()));
    assert_eq!(window.state().asked.last(), Some(&given));
}

#[test]
fn skipping_is_no_move_and_holds_for_this_turn_alone() {
    let mut view = fixture::view();
    let mut window = open(Screen::Rationale(view.clone()), 100);
    assert!(!window.state().rationale.is_skipped(&view));
    activate(&mut window, "Skip");
    assert_eq!(window.state().asked, []);
    assert!(window.state().rationale.is_skipped(&view));
    view.turn += 1;
    assert!(!window.state().rationale.is_skipped(&view));
}

#[test]
fn reasons_that_a_crash_left_are_offered_again_in_their_turn() {
    let draft = Draft::Rationale {
        turn: 3,
        text: "She was".to_owned(),
    }
    .to_text();
    let window = open_with(Screen::Rationale(fixture::view()), 100, Some(draft));
    let node = window.get_by_label("What are your grounds?");
    assert_eq!(node.accesskit_node().value().as_deref(), Some("She was"));
}

#[test]
fn the_end_says_where_the_child_is_and_no_figure() {
    let mut window = open(Screen::Ending(fixture::ended()), 100);
    assert_sound(&window);
    assert_eq!(focused(&window), "The scene ends here.");
    assert!(reads(
        &window,
        "Maisie is at home with her aunt. Nobody has spoken to the driver."
    ));
    assert!(reads(&window, "“She can stay with me tonight.”"));
    assert!(reads(&window, "Take a moment if you need one."));
    assert!(!window.state().went_on);
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window.state().went_on);
}

#[test]
fn an_attempt_that_was_left_ends_in_its_own_words() {
    let mut view = fixture::view();
    view.phase = Phase::Left;
    let window = open(Screen::Ending(view), 200);
    assert_sound(&window);
    assert_eq!(focused(&window), "You ended this attempt here.");
}

#[test]
fn a_reflection_carries_both_ratings_and_then_comes_the_debrief() {
    let mut window = open(Screen::Reflection(fixture::ended()), 100);
    assert_sound(&window);
    write(&mut window, "The car.");
    let most = window.get_all_by_label("Most").last().expect("two groups");
    most.click_accesskit();
    window.run();
    let little = window
        .get_all_by_label("Little")
        .next()
        .expect("two groups");
    little.click_accesskit();
    window.run();
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    let reflection = Reflection {
        text: "The car.".to_owned(),
        immediate: Some(SelfRating::Little),
        beyond: Some(SelfRating::Most),
    };
    let asked = &window.state().asked;
    assert_eq!(
        asked[asked.len() - 2..],
        [Intent::Play(Move::Reflect(reflection)), Intent::Debrief]
    );
}

#[test]
fn a_reflection_may_be_skipped_or_left_empty() {
    for button in ["Skip", "Continue"] {
        let mut window = open(Screen::Reflection(fixture::ended()), 200);
        assert_sound(&window);
        activate(&mut window, button);
        assert_eq!(window.state().asked, [Intent::Debrief], "{button}");
    }
}

#[test]
fn each_rating_is_one_tab_stop() {
    let mut window = open(Screen::Reflection(fixture::ended()), 100);
    let reached = tab_round(&mut window);
    assert_eq!(reached.len(), 5, "{reached:?}");
}
