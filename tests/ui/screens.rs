//! The way through the outer screens.

use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use second_look::session::moves::Move;
use second_look::session::view::Phase;
use second_look::ui::settings::{Settings, ThemeChoice};
use second_look::ui::world::{Intent, SaveState};

use crate::stand::{Stand, activate, activate_part, press, press_with, settled, window};

#[test]
fn the_first_run_sets_comfort_and_leads_to_the_library() {
    let mut window = window(Stand::new(Settings::default()));
    activate(&mut window, "Dark");
    activate(&mut window, "125%");
    press_with(&mut window, Modifiers::CTRL, Key::Enter);
    let settings = window.state().shell.settings();
    assert!(settings.set_up);
    assert_eq!(
        (settings.theme, settings.text_size),
        (ThemeChoice::Dark, 125)
    );
    assert!(
        window
            .query_by_label_contains("Practice: a bicycle.")
            .is_some()
    );
    let kept = window
        .state()
        .asked
        .iter()
        .any(|intent| matches!(intent, Intent::Settings(settings) if settings.set_up));
    assert!(kept);
}

#[test]
fn settings_apply_at_once_and_can_all_be_undone() {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)));
    activate(&mut window, "Settings");
    activate(&mut window, "Wide");
    activate(&mut window, "High contrast");
    assert_eq!(window.state().shell.settings().theme, ThemeChoice::Contrast);
    activate(&mut window, "Undo changes");
    assert_eq!(
        *window.state().shell.settings(),
        settled(ThemeChoice::Light, 100)
    );
}

#[test]
fn starting_again_asks_first() {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)).with_history());
    activate(&mut window, "Start again");
    press(&mut window, Key::Escape);
    assert!(window.state().asked.is_empty(), "no is the answer of Esc");
    activate(&mut window, "Start again");
    press_with(&mut window, Modifiers::CTRL, Key::Enter);
    assert!(
        window
            .state()
            .asked
            .iter()
            .any(|intent| matches!(intent, Intent::StartAgain(_)))
    );
}

#[test]
fn leaving_for_now_keeps_the_attempt_and_ending_asks() {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)).with_history());
    activate(&mut window, "Resume");
    press(&mut window, Key::Escape);
    activate(&mut window, "Leave for now");
    assert!(window.state().asked.contains(&Intent::ClosePlay));
    assert!(!window.state().asked.contains(&Intent::Play(Move::Leave)));
    activate(&mut window, "Resume");
    press(&mut window, Key::Escape);
    activate(&mut window, "End this attempt");
    assert!(
        !window.state().asked.contains(&Intent::Play(Move::Leave)),
        "a question first"
    );
    press_with(&mut window, Modifiers::CTRL, Key::Enter);
    assert_eq!(
        window.state().play.as_ref().map(|play| play.view().phase),
        Some(Phase::Left)
    );
}

#[test]
fn a_fault_of_saving_is_said_and_can_be_tried_again() {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)));
    window.state_mut().save = SaveState::Fault {
        reason: "the disk is full".to_owned(),
        pending: 2,
    };
    window.run();
    assert!(
        window
            .query_by_label_contains("Not saved yet: the disk is full. Your last 2 actions")
            .is_some()
    );
    activate(&mut window, "Try again");
    assert_eq!(window.state().asked.last(), Some(&Intent::RetrySave));
}

#[test]
fn an_attempt_that_cannot_be_opened_leads_back_with_the_reason() {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)));
    activate_part(&mut window, "Practice: a bicycle.");
    window.state_mut().refuse_start = true;
    activate(&mut window, "Start");
    assert!(
        window
            .query_by_label_contains("The scenario could not be opened")
            .is_some()
    );
    assert!(
        window
            .query_by_label_contains("Practice: a bicycle.")
            .is_some(),
        "the library is back"
    );
}

#[test]
fn every_problem_of_a_broken_file_can_be_seen() {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)));
    assert!(window.query_by_label_contains("50:1").is_none());
    activate_part(&mut window, "Show all: draft.ron");
    assert!(window.query_by_label_contains("50:1").is_some());
}

#[test]
fn edited_tokens_are_drawn_with_at_once() {
    use second_look::ui::tokens::Tokens;

    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)));
    let built_in = Tokens::built_in();
    let mut edited =
        Tokens::read(include_bytes!("../../assets/tokens.ron")).expect("the built-in tokens");
    let dark = edited.palettes["dark"];
    edited.palettes.insert("light".to_owned(), dark);
    window.state_mut().shell.set_tokens(Arc::new(edited));
    window.run();
    assert_eq!(window.state().shell.ground(), dark.canvas);
    window.state_mut().shell.set_tokens(built_in);
    window.run();
    assert_eq!(
        window.state().shell.ground(),
        Tokens::built_in().palettes["light"].canvas
    );
}
