//! Text fields: letters with accents, words put together by an input method, and the keys that leave.

use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::Move;
use second_look::ui::settings::ThemeChoice;
use second_look::ui::world::Intent;

use crate::stand::{Stand, Window, activate, press, press_with, settled, window};

/// The field of the record in the practice scenario.
const RECORD: &str = "In your own words";
/// The field of the reflection.
const REFLECTION: &str = "Which detail stayed with you? What did you nearly not notice? What would you do on your next shift?";
/// The field of the name in the settings: one line.
const NAME: &str = "Your name or number here";

fn field(name: &str) -> Window {
    let mut window = window(Stand::new(settled(ThemeChoice::Light, 100)).with_history());
    match name {
        NAME => activate(&mut window, "Settings"),
        RECORD => {
            activate(&mut window, "Resume");
            window.state_mut().play_to_form();
        }
        _ => {
            activate(&mut window, "Resume");
            window.state_mut().play_to_end();
            window.run();
            activate(&mut window, "Continue");
        }
    }
    window.run();
    window.get_by_label(name).focus();
    window.run();
    assert!(window.get_by_label(name).is_focused(), "{name}");
    window
}

fn text(window: &Window, name: &str) -> String {
    let node = window.get_by_label(name);
    node.accesskit_node().value().unwrap_or_default()
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

/// What the input method offers for now.
fn offer(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit {
        text: text.to_owned(),
        active_range_chars: None,
    })
}

fn compose(window: &mut Window, text: &str) {
    window.event(offer(text));
    window.run();
}

fn commit(window: &mut Window, text: &str) {
    window.event(Event::Ime(ImeEvent::Commit(text.to_owned())));
    window.run();
}

fn asks_for_a_move(window: &Window) -> bool {
    let asked = &window.state().asked;
    asked.iter().any(|intent| {
        matches!(
            intent,
            Intent::Play(Move::Fill(_) | Move::Reflect(_) | Move::Pause)
        )
    })
}

#[test]
fn letters_of_dead_keys_and_of_compose_come_as_they_are() {
    for name in [RECORD, REFLECTION, NAME] {
        let mut window = field(name);
        let before = text(&window, name);
        for letter in ["ŵ", "ŷ", "é", "Ŵ"] {
            write(&mut window, letter);
        }
        assert_eq!(text(&window, name), format!("{before}ŵŷéŴ"), "{name}");
    }
}

#[test]
fn a_composed_word_is_seen_while_it_grows_and_stays_once_it_is_chosen() {
    for name in [RECORD, REFLECTION, NAME] {
        let mut window = field(name);
        let before = text(&window, name);
        compose(&mut window, "t");
        compose(&mut window, "tŷ");
        assert_eq!(
            text(&window, name),
            format!("{before}tŷ"),
            "{name}: it is seen"
        );
        commit(&mut window, "tŷ bach");
        assert_eq!(text(&window, name), format!("{before}tŷ bach"), "{name}");
        write(&mut window, ".");
        assert_eq!(text(&window, name), format!("{before}tŷ bach."), "{name}");
    }
}

#[test]
fn enter_while_composing_chooses_a_word_and_nothing_else() {
    for (name, modifiers) in [
        (RECORD, Modifiers::NONE),
        (RECORD, Modifiers::COMMAND),
        (REFLECTION, Modifiers::NONE),
        (REFLECTION, Modifiers::COMMAND),
        (NAME, Modifiers::NONE),
    ] {
        let mut window = field(name);
        let before = text(&window, name);
        compose(&mut window, "gŵr");
        press_with(&mut window, modifiers, Key::Enter);
        commit(&mut window, "gŵr");
        assert_eq!(
            text(&window, name),
            format!("{before}gŵr"),
            "{name}: no line break"
        );
        assert!(window.get_by_label(name).is_focused(), "{name}");
        assert!(!asks_for_a_move(&window), "{name}: nothing is sent");
    }
    let mut window = field(REFLECTION);
    write(&mut window, "Enough.");
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(asks_for_a_move(&window), "it is sent where no word is open");
}

#[test]
fn escape_while_composing_drops_the_word_and_leaves_the_screen() {
    let mut window = field(RECORD);
    write(&mut window, "A man ");
    compose(&mut window, "wai");
    press(&mut window, Key::Escape);
    compose(&mut window, "");
    assert_eq!(text(&window, RECORD), "A man ");
    assert!(window.get_by_label(RECORD).is_focused());
    assert!(!asks_for_a_move(&window), "no pause");
    press(&mut window, Key::Escape);
    assert!(asks_for_a_move(&window), "with no word open it pauses");
}

#[test]
fn other_keys_while_composing_reach_no_shortcut() {
    let mut window = field(NAME);
    let settings = window.state().shell.settings().clone();
    compose(&mut window, "ŵ");
    for key in [
        Key::F1,
        Key::F6,
        Key::Tab,
        Key::Space,
        Key::Num3,
        Key::ArrowDown,
        Key::Home,
    ] {
        press(&mut window, key);
        assert!(window.get_by_label(NAME).is_focused(), "{key:?}");
    }
    press_with(&mut window, Modifiers::COMMAND, Key::Plus);
    assert_eq!(
        window.state().shell.settings().text_size,
        settings.text_size
    );
    commit(&mut window, "ŵ");
    press(&mut window, Key::F1);
    assert!(
        window.query_by_label("Keys of this screen").is_some(),
        "after it they do what they did"
    );
}

#[test]
fn a_word_that_was_left_open_keeps_no_key_back() {
    let mut window = field(NAME);
    compose(&mut window, "ŵ");
    activate(&mut window, "Wide");
    press(&mut window, Key::Escape);
    assert!(
        window.query_by_label(NAME).is_none(),
        "the settings are closed"
    );
}

#[test]
fn f9_covers_from_a_field_even_while_composing_and_gives_the_text_back() {
    for composing in [false, true] {
        let mut window = field(RECORD);
        write(&mut window, "A man waited.");
        if composing {
            compose(&mut window, "ŵ");
        }
        press(&mut window, Key::F9);
        assert_eq!(window.state().shell.window_title(), "Notes");
        assert!(window.query_by_label(RECORD).is_none());
        press(&mut window, Key::F9);
        assert!(
            text(&window, RECORD).starts_with("A man waited."),
            "{composing}"
        );
        assert!(window.get_by_label(RECORD).is_focused(), "{composing}");
        assert!(window.query_by_label("Paused").is_none(), "{composing}");
    }
}

#[test]
fn tab_leaves_a_field_and_writes_nothing() {
    for name in [RECORD, REFLECTION, NAME] {
        for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
            let mut window = field(name);
            let before = text(&window, name);
            press_with(&mut window, modifiers, Key::Tab);
            assert!(!window.get_by_label(name).is_focused(), "{name}");
            assert_eq!(text(&window, name), before, "{name}");
        }
    }
}
