//! The sheet of choices.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use second_look::session::moves::Move;
use second_look::session::view::{ChoiceKey, OfferView};
use second_look::ui::kit::Go;

use super::booth::{DECIDE, Window, back_room, focused, press, press_with};

fn decide() -> Window {
    let mut window = back_room();
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(window.state().asked, [Move::Decide]);
    window
}

#[test]
fn the_sheet_takes_the_focus_to_its_heading() {
    assert_eq!(focused(&decide()), "What will you do?");
}

#[test]
fn rows_say_kind_text_and_minutes_in_the_order_given() {
    let window = decide();
    let first = window.get_by_label("Ask. “Who is in the car on the corner?” 2 minutes.");
    let second = window.get_by_label_contains("Check. Ask the control room");
    assert!(first.rect().bottom() <= second.rect().top());
    assert!(
        window
            .query_by_label("Leave. Let her go with a warning.")
            .is_some()
    );
}

#[test]
fn arrows_and_enter_choose_at_once() {
    let mut window = decide();
    press(
        &mut window,
        &[Key::ArrowDown, Key::ArrowDown, Key::ArrowDown],
    );
    assert!(
        focused(&window).starts_with("Tell."),
        "{}",
        focused(&window)
    );
    press(&mut window, &[Key::Enter]);
    assert_eq!(
        window.state().asked.last(),
        Some(&Move::Choose(ChoiceKey(2)))
    );
    assert_eq!(focused(&window), "The car has gone.");
    assert_eq!(
        window.state().said(),
        "1 minute. It is 14:27. Back room, chemist’s. The car has gone. Its place is still dry."
    );
    assert!(window.query_by_label("What will you do?").is_none());
}

#[test]
fn only_a_choice_that_leaves_asks_first() {
    let mut window = decide();
    press(&mut window, &[Key::ArrowDown, Key::End, Key::Enter]);
    assert_eq!(window.state().asked, [Move::Decide]);
    assert_eq!(focused(&window), "Leave it there?");
    press(&mut window, &[Key::Escape]);
    assert_eq!(focused(&window), "What will you do?");
    press(&mut window, &[Key::ArrowDown, Key::End, Key::Enter]);
    window.get_by_label("Leave it there").click_accesskit();
    window.run();
    assert_eq!(
        window.state().asked.last(),
        Some(&Move::Choose(ChoiceKey(3)))
    );
}

#[test]
fn look_again_goes_back_to_the_page() {
    for way in ["key", "button"] {
        let mut window = decide();
        if way == "key" {
            press(&mut window, &[Key::Escape]);
        } else {
            window.get_by_label("Look again").click_accesskit();
            window.run();
        }
        assert_eq!(
            focused(&window),
            "The back room smells of cardboard.",
            "{way}"
        );
        assert!(window.query_by_label(DECIDE).is_some(), "{way}");
    }
}

#[test]
fn the_page_stays_readable_above_the_sheet() {
    let window = decide();
    let heading = window
        .get_by_role_and_label(egui::accesskit::Role::Heading, "What will you do?")
        .rect();
    let sentence = window
        .get_by_label("The back room smells of cardboard.")
        .rect();
    assert!(sentence.bottom() < heading.top());
    assert!(heading.top() > 200.0, "{heading}");
}

#[test]
fn nothing_on_offer_says_so_and_offers_two_ways() {
    let mut window = decide();
    window.state_mut().view.offer = OfferView::Choices(Vec::new());
    window.run();
    let words = "Nothing to ask or do yet. Look again.";
    assert!(window.query_by_label(words).is_some());
    assert!(window.query_by_label("Look again").is_some());
    window.get_by_label("End this attempt").click_accesskit();
    window.run();
    assert_eq!(window.state().going, Some(Go::EndAttempt));
}

#[test]
fn a_sheet_row_has_the_role_of_a_button() {
    let window = decide();
    let row = window.get_by_label_contains("Tell.").accesskit_node();
    assert_eq!(row.role(), egui::accesskit::Role::Button);
}
