//! Keys that do the same everywhere.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::Move;
use second_look::session::view::Phase;
use second_look::ui::settings::ThemeChoice;
use second_look::ui::world::Intent;

use crate::stand::{Stand, Window, activate, press, press_with, settled, window};

fn opened() -> Window {
    window(Stand::new(settled(ThemeChoice::Light, 100)).with_history())
}

fn names(window: &Window) -> Vec<String> {
    window
        .root()
        .children_recursive()
        .filter_map(|node| {
            node.accesskit_node()
                .label()
                .or_else(|| node.accesskit_node().value())
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn the_cover_hides_all_pauses_and_gives_it_back() {
    let mut window = opened();
    activate(&mut window, "Resume");
    press(&mut window, Key::F9);
    assert_eq!(window.state().shell.window_title(), "Notes");
    let mut seen = names(&window);
    seen.sort();
    seen.dedup();
    assert_eq!(
        seen,
        [
            "15:02",
            "Leave for now",
            "Press F9 to return",
            "Screen covered."
        ]
    );
    assert!(window.state().asked.contains(&Intent::Play(Move::Pause)));
    press(&mut window, Key::F9);
    assert_eq!(window.state().shell.window_title(), "Second Look");
    assert_eq!(
        window.state().asked.last(),
        Some(&Intent::Play(Move::Resume))
    );
    assert_eq!(
        window.state().play.as_ref().map(|play| play.view().phase),
        Some(Phase::Playing)
    );
}

#[test]
fn escape_pauses_and_escape_goes_on_with_the_focus_where_it_was() {
    let mut window = opened();
    activate(&mut window, "Resume");
    let focus = |window: &Window| window.ctx.memory(egui::Memory::focused);
    let before = focus(&window);
    assert!(before.is_some());
    press(&mut window, Key::Escape);
    assert!(window.get_by_label("Leave for now").rect().is_positive());
    assert_eq!(
        window.state().asked.last(),
        Some(&Intent::Play(Move::Pause))
    );
    press(&mut window, Key::Escape);
    assert_eq!(
        window.state().asked.last(),
        Some(&Intent::Play(Move::Resume))
    );
    assert_eq!(focus(&window), before);
}

#[test]
fn settings_opened_from_the_pause_have_the_focus_and_lead_back_to_it() {
    let mut window = opened();
    activate(&mut window, "Resume");
    press(&mut window, Key::Escape);
    activate(&mut window, "Settings");
    assert!(window.get_by_label("100%").is_focused());
    press(&mut window, Key::Escape);
    assert!(window.get_by_label("Resume").is_focused(), "still paused");
}

#[test]
fn help_opens_and_closes_and_escape_closes_it_too() {
    let mut window = opened();
    press(&mut window, Key::F1);
    assert!(window.query_by_label("Keys of this screen").is_some());
    press(&mut window, Key::F1);
    assert!(window.query_by_label("Keys of this screen").is_none());
    press(&mut window, Key::F1);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("Keys of this screen").is_none());
}

#[test]
fn the_text_grows_in_steps_and_is_kept() {
    let mut window = opened();
    press_with(&mut window, Modifiers::CTRL, Key::Plus);
    assert_eq!(window.state().shell.settings().text_size, 110);
    let kept =
        window.state().asked.iter().any(
            |intent| matches!(intent, Intent::Settings(settings) if settings.text_size == 110),
        );
    assert!(kept);
    press_with(&mut window, Modifiers::CTRL, Key::Minus);
    press_with(&mut window, Modifiers::CTRL, Key::Minus);
    assert_eq!(window.state().shell.settings().text_size, 90);
    press_with(&mut window, Modifiers::CTRL, Key::Num0);
    assert_eq!(window.state().shell.settings().text_size, 100);
}

#[test]
fn control_q_asks_to_close() {
    let mut window = opened();
    press_with(&mut window, Modifiers::CTRL, Key::Q);
    assert_eq!(window.state().asked.last(), Some(&Intent::Quit));
}

#[test]
fn arrows_walk_the_library_and_enter_opens_a_row() {
    let mut window = opened();
    let first = window.get_by_label_contains("Practice: a bicycle.");
    first.focus();
    window.run();
    // Two at once: the second may not leave the list.
    window.key_press(Key::ArrowDown);
    window.key_press(Key::ArrowDown);
    window.run();
    assert!(
        window
            .get_by_label_contains("The community hall. Response")
            .is_focused()
    );
    press(&mut window, Key::Enter);
    assert!(
        window.get_by_label("The community hall").is_focused(),
        "the briefing opens on its heading"
    );
    press_with(&mut window, Modifiers::CTRL, Key::Enter);
    assert!(
        window
            .state()
            .asked
            .iter()
            .any(|intent| matches!(intent, Intent::Start(id) if id.as_ref() == "hall"))
    );
}

#[test]
fn f6_walks_the_panes_of_the_scene_and_returns_to_where_the_focus_was() {
    let mut window = opened();
    activate(&mut window, "Resume");
    let focus = |window: &Window| window.ctx.memory(egui::Memory::focused);
    let start = focus(&window);
    let mut seen = vec![start];
    for _ in 0..12 {
        press(&mut window, Key::F6);
        if focus(&window) == start {
            break;
        }
        seen.push(focus(&window));
    }
    assert!(
        seen.len() >= 3,
        "read, look, documents, notebook, bar: {}",
        seen.len()
    );
    assert_eq!(focus(&window), start, "round again to where it began");
    press_with(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(focus(&window), *seen.last().expect("a pane"));
}
