//! Filling a record in.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::{Answer, Move};
use second_look::session::view::{FieldKey, OptionKey};
use second_look::ui::draft::Draft;
use second_look::ui::kit::Go;
use second_look::ui::world::Intent;

use super::fixture;
use crate::desk::{
    Screen, Window, activate, assert_sound, focused, open, open_with, press, press_with, reads,
    tab_round, write,
};

fn record() -> Window {
    open(Screen::Form(fixture::view()), 100)
}

fn submit(window: &mut Window) {
    press_with(window, Modifiers::COMMAND, Key::Enter);
}

/// The moves that were asked for.
fn moves(window: &Window) -> Vec<&Move> {
    let asked = window.state().asked.iter();
    asked
        .filter_map(|intent| {
            if let Intent::Play(step) = intent {
                Some(step)
            } else {
                None
            }
        })
        .collect()
}

#[test]
fn the_title_has_the_focus_and_nothing_is_chosen() {
    let window = record();
    assert_eq!(focused(&window), "Crime report");
    for option in [
        "Theft from a shop",
        "No further action",
        "Had to be somewhere at five.",
    ] {
        let node = window.get_by_label(option);
        let toggled = node.accesskit_node().toggled();
        assert_ne!(toggled, Some(egui::accesskit::Toggled::True), "{option}");
    }
}

#[test]
fn what_is_lacking_is_summed_up_and_linked() {
    let mut window = record();
    assert!(!reads(&window, "Choose one."));
    submit(&mut window);
    assert_eq!(focused(&window), "There are 2 things to finish");
    assert_eq!(moves(&window), Vec::<&Move>::new());
    press(&mut window, &[Key::Tab, Key::Tab, Key::Enter]);
    assert_eq!(focused(&window), "Refer to children’s services today");
    press(&mut window, &[Key::Space]);
    assert!(reads(&window, "There is 1 thing to finish"));
    assert!(reads(&window, "Choose one."));
    activate(&mut window, "Theft from a shop");
    assert!(!reads(&window, "Choose one."));
    assert!(!reads(&window, "to finish"));
}

#[test]
fn a_filled_record_goes_with_its_keys_in_the_forms_order() {
    let mut window = record();
    activate(&mut window, "Refer to children’s services today");
    activate(&mut window, "Would not give a name.");
    activate(
        &mut window,
        "Seen with an adult in a car, who waited out of sight of the shop.",
    );
    activate(&mut window, "Theft from a shop");
    activate(&mut window, "No crime was found to have happened");
    window.get_by_label("Summary").focus();
    window.run();
    write(&mut window, "An adult waited outside.");
    submit(&mut window);
    let expected = Move::Fill(vec![
        (FieldKey(4), Answer::Options(vec![OptionKey(41)])),
        (
            FieldKey(5),
            Answer::Options(vec![OptionKey(50), OptionKey(52)]),
        ),
        (FieldKey(6), Answer::Options(vec![OptionKey(60)])),
        (
            FieldKey(7),
            Answer::Text("An adult waited outside.".to_owned()),
        ),
    ]);
    assert_eq!(moves(&window), [&expected]);
    assert_eq!(
        window.state().said(),
        "Record submitted at 15:02. You can add to it in a later record, not change it."
    );
}

#[test]
fn each_change_of_a_text_is_a_draft_that_comes_back() {
    let mut window = record();
    window.get_by_label("Summary").focus();
    window.run();
    write(&mut window, "An adult");
    let Some(Intent::Draft(kept)) = window.state().asked.last().cloned() else {
        panic!("no draft: {:?}", window.state().asked);
    };
    let texts = vec![(7, "An adult".to_owned())];
    assert_eq!(
        Draft::from_text(&kept),
        Some(Draft::Record { turn: 3, texts })
    );
    let again = open_with(Screen::Form(fixture::view()), 100, Some(kept.clone()));
    assert_eq!(
        again
            .get_by_label("Summary")
            .accesskit_node()
            .value()
            .as_deref(),
        Some("An adult")
    );
    let mut other = fixture::view();
    other.turn = 4;
    let other = open_with(Screen::Form(other), 100, Some(kept));
    assert_eq!(
        other
            .get_by_label("Summary")
            .accesskit_node()
            .value()
            .as_deref(),
        Some("")
    );
}

#[test]
fn answers_outlast_a_look_back_at_the_scene() {
    let mut window = record();
    activate(&mut window, "Theft from a shop");
    activate(&mut window, "Back to the scene");
    assert_eq!(window.state().going, Some(Go::Back));
    window.run();
    let node = window.get_by_label("Theft from a shop");
    assert_eq!(
        node.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True)
    );
}

#[test]
fn what_was_seen_and_noted_stands_beside_it() {
    let window = record();
    for words in [
        "Mr Osei, store security. “Third one this month. There’s always a car on the corner when she’s in.”",
        "14:28 · You. “Who is in the car on the corner?”",
        "Log 0417. Remarks: Third call about this shop since May.",
        "She has not asked for anyone to be called.. Concerned · Control by someone else",
    ] {
        assert!(reads(&window, words), "{words}");
    }
}

#[test]
fn at_200_per_cent_the_parts_are_tabs_and_all_stays_inside() {
    let mut window = open(Screen::Form(fixture::view()), 200);
    assert_sound(&window);
    activate(&mut window, "Seen");
    assert!(reads(&window, "Third one this month."));
    assert_sound(&window);
    activate(&mut window, "Notebook");
    assert!(reads(&window, "Control by someone else"));
    activate(&mut window, "Record");
    submit(&mut window);
    assert_eq!(focused(&window), "There are 2 things to finish");
    assert_sound(&window);
}

#[test]
fn tab_reaches_every_control_once() {
    let mut window = record();
    assert_sound(&window);
    let reached = tab_round(&mut window);
    for name in [
        "Theft from a shop",
        "Would not give a name.",
        "Refer to children’s services today",
        "Summary",
        "Back to the scene",
        "Submit record",
    ] {
        assert_eq!(
            reached.iter().filter(|reached| *reached == name).count(),
            1,
            "{name} in {reached:?}"
        );
    }
    assert!(
        !reached.contains(&"No further action".to_owned()),
        "a group of radios is one stop: {reached:?}"
    );
}
