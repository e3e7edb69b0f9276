//! Objects, documents, the notebook.

use egui::Key;
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::Move;
use second_look::session::view::ThingKey;

use super::booth::{SMELL, Window, back_room, focused, open, press, unit};

#[test]
fn opening_an_object_adds_its_sentences_and_says_them() {
    let mut window = back_room();
    window
        .get_by_label("A rucksack, half open")
        .click_accesskit();
    window.run();
    assert_eq!(window.state().asked, [Move::Inspect(ThingKey(1))]);
    unit(
        &window,
        "A rucksack, half open: Two phones lie at the top, one new.",
    );
    assert_eq!(
        window.state().said(),
        "A rucksack, half open: Two phones lie at the top, one new. A school tie is under them."
    );
}

#[test]
fn an_object_that_was_looked_at_is_shown_again_without_a_move() {
    let mut window = back_room();
    for _ in 0..2 {
        let row = window
            .get_all_by_label("A rucksack, half open")
            .find(|node| node.accesskit_node().role() == egui::accesskit::Role::Button)
            .expect("the row");
        row.click_accesskit();
        window.run();
    }
    assert_eq!(window.state().asked, [Move::Inspect(ThingKey(1))]);
}

#[test]
fn the_shape_itself_is_clicked_not_its_surroundings() {
    let mut window = back_room();
    let stage = window.get_by_label("A stockroom").rect();
    let at = |x: f32, y: f32| stage.min + egui::vec2(x / 400.0, y / 300.0) * stage.size();
    for (place, moves) in [(at(60.0, 120.0), 0), (at(140.0, 230.0), 1)] {
        window.hover_at(place);
        window.run();
        window.drag_at(place);
        window.run();
        window.event(egui::Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: egui::Modifiers::NONE,
        });
        window.run();
        assert_eq!(window.state().asked.len(), moves, "{place}");
    }
    assert_eq!(window.state().asked, [Move::Inspect(ThingKey(1))]);
}

#[test]
fn the_picture_is_told_in_words() {
    let window = back_room();
    let stage = window.get_by_label("A stockroom").accesskit_node();
    assert_eq!(stage.role(), egui::accesskit::Role::Image);
    assert_eq!(
        stage.data().description(),
        Some("Shelves, a trolley, a rucksack on the floor.")
    );
}

#[test]
fn a_document_opens_in_the_drawer_and_its_sentences_can_be_marked() {
    let mut window = back_room();
    window.get_by_label("Incident log 0417").click_accesskit();
    window.run();
    assert_eq!(window.state().asked, [Move::Inspect(ThingKey(10))]);
    assert_eq!(
        focused(&window),
        "Caller: Store security, the chemist on Mill Lane."
    );
    press(&mut window, &[Key::ArrowDown]);
    assert_eq!(
        focused(&window),
        "Remarks: Third call about this shop since May."
    );
    press(&mut window, &[Key::Space, Key::Num0, Key::Num2]);
    assert_eq!(window.state().view.notebook.len(), 1);
    assert_eq!(
        focused(&window),
        "Remarks: Third call about this shop since May."
    );
    press(&mut window, &[Key::Escape]);
    assert_eq!(focused(&window), SMELL);
}

#[test]
fn the_notebook_leads_to_the_sentence_wherever_it_stands() {
    let mut window = back_room();
    window.get_by_label("Incident log 0417").click_accesskit();
    window.run();
    press(
        &mut window,
        &[Key::End, Key::Space, Key::Num2, Key::Num1, Key::Escape],
    );
    press(
        &mut window,
        &[Key::End, Key::Space, Key::Num4, Key::Num3, Key::Home],
    );
    notebook_row(&window, "Missing, or moved around.").click_accesskit();
    window.run();
    assert_eq!(focused(&window), "I’ve got to be somewhere at five.");
    notebook_row(&window, "Control by someone else.").click_accesskit();
    window.run();
    assert_eq!(focused(&window), "Female, fourteen, held in the back room.");
}

fn notebook_row<'w>(window: &'w Window, kind: &'w str) -> Node<'w> {
    let rows = window.get_all_by_role(egui::accesskit::Role::Button);
    rows.into_iter()
        .find(|row| {
            row.accesskit_node()
                .label()
                .is_some_and(|name| name.ends_with(kind))
        })
        .expect("a row of the notebook")
}

#[test]
fn an_empty_notebook_says_so() {
    let window = back_room();
    assert!(window.query_by_label("Nothing marked yet.").is_some());
}

#[test]
fn every_kind_of_document_can_be_read() {
    for (title, sentence) in [
        ("Messages on the phone", "R, 13:53: dont make me come in"),
        ("Missing report, 3 March", "Name: Maisie Hart."),
    ] {
        let mut window = open([1280.0, 720.0], 100);
        window.get_by_label(title).click_accesskit();
        window.run();
        unit(&window, sentence);
    }
}
