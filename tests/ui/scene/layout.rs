//! How the panes fold, and that nothing leaves them.

use egui::{Key, Rect, pos2};
use egui_kittest::kittest::{NodeT, Queryable, by};

use super::booth::{CAR, SMELL, back_room, focused, open, press, unit};

fn options_inside(window: &super::booth::Window, pane: Rect, what: &str) {
    for option in window.get_all(by().role(egui::accesskit::Role::ListBoxOption)) {
        let rect = option.rect();
        assert!(
            rect.left() >= pane.left() && rect.right() <= pane.right(),
            "{what}: {rect} outside {pane}"
        );
    }
}

#[test]
fn three_panes_stand_as_drawn() {
    let window = back_room();
    options_inside(
        &window,
        Rect::from_min_max(pos2(481.0, 68.0), pos2(987.0, 704.0)),
        "100 %",
    );
    let stage = window.get_by_label("A stockroom").rect();
    assert_eq!(
        stage,
        Rect::from_min_max(pos2(20.0, 68.0), pos2(424.0, 371.0))
    );
    assert!(
        window
            .query_by_role(egui::accesskit::Role::TabList)
            .is_none()
    );
}

#[test]
fn at_200_per_cent_panes_are_tabs_and_no_text_leaves_them() {
    let mut window = open([1280.0, 720.0], 200);
    let tabs: Vec<String> = window
        .get_all(by().role(egui::accesskit::Role::Tab))
        .filter_map(|tab| tab.accesskit_node().label())
        .collect();
    assert_eq!(tabs, ["Read", "Look", "Documents", "Notebook (0)"]);
    let screen = Rect::from_min_max(pos2(0.0, 0.0), pos2(1280.0, 720.0));
    options_inside(&window, screen.shrink2(egui::vec2(20.0, 0.0)), "200 %");
    assert!(window.query_by_label("A stockroom").is_none());
    window.get_by_label("Look").click_accesskit();
    window.run();
    let stage = window.get_by_label("A stockroom").rect();
    assert!(screen.contains_rect(stage), "{stage}");
    window.get_by_label("Documents").click_accesskit();
    window.run();
    assert!(window.query_by_label("Incident log 0417").is_some());
    window.get_by_label("Notebook (0)").click_accesskit();
    window.run();
    assert!(window.query_by_label("Nothing marked yet.").is_some());
}

#[test]
fn at_200_per_cent_the_picker_has_two_steps() {
    let mut window = open([1280.0, 720.0], 200);
    press(&mut window, &[Key::Space]);
    assert!(window.query_by_label("Kind").is_some());
    assert!(window.query_by_label("Sureness").is_none());
    press(&mut window, &[Key::Num2]);
    assert!(window.query_by_label("Kind").is_none());
    assert!(window.query_by_label("Sureness").is_some());
    press(&mut window, &[Key::Num3]);
    assert_eq!(window.state().view.notebook.len(), 1);
}

#[test]
fn looking_at_an_object_from_its_tab_leads_to_its_sentences() {
    let mut window = open([1280.0, 720.0], 200);
    window.get_by_label("Look").click_accesskit();
    window.run();
    window
        .get_by_label("A rucksack, half open")
        .click_accesskit();
    window.run();
    assert_eq!(
        focused(&window),
        "A rucksack, half open: Two phones lie at the top, one new."
    );
}

#[test]
fn the_sentence_the_keys_go_to_keeps_air_above_and_below() {
    let mut window = open([1280.0, 720.0], 200);
    press(&mut window, &[Key::End]);
    let name = focused(&window);
    let last = unit(&window, &name).rect();
    let foot = window.get_by_label("Decide what to do").rect().top();
    assert!(last.bottom() <= foot, "{last}");
    press(&mut window, &[Key::Home]);
    let first = unit(&window, SMELL).rect();
    let tabs = window
        .get_by_role_and_label(egui::accesskit::Role::Tab, "Read")
        .rect()
        .bottom();
    assert!(first.top() >= tabs, "{first}");
    unit(&window, CAR).focus();
    window.run();
    let middle = unit(&window, CAR).rect();
    assert!(middle.bottom() + 48.0 <= foot + 14.0, "{middle} {foot}");
}

#[test]
fn without_a_picture_the_place_is_named() {
    let mut view = super::fixture::back_room();
    view.picture = None;
    let window = super::booth::open_on(view, [1280.0, 720.0], 100);
    assert!(window.query_by_label("Back room, chemist’s").is_some());
}
