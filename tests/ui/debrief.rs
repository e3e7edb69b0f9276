//! The debrief, step by step, by keyboard and as a reader hears it.

use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable, by};

use second_look::report::Lately;
use second_look::report::debrief::sample::sample;
use second_look::report::debrief::{Debrief, SideReport};
use second_look::score::Signals;
use second_look::ui::screens::debrief::Step;
use second_look::ui::world::Intent;

use crate::desk::{
    Screen, Window, activate, assert_sound, focused, name_of, open, press, reads, tab_round,
};

fn debrief() -> Window {
    of(sample(), 100)
}

fn of(debrief: Debrief, text_size: u16) -> Window {
    open(Screen::Debrief(Box::new(debrief)), text_size)
}

const STEPS: [(Step, &str); 7] = [
    (Step::Summary, "Summary"),
    (Step::There, "What was there"),
    (Step::Turns, "Turns that mattered"),
    (Step::Duties, "Duties"),
    (Step::Records, "Your records"),
    (Step::Reports, "From published reports"),
    (Step::Reflection, "Your reflection"),
];

#[test]
fn down_and_up_walk_the_steps() {
    let mut window = debrief();
    for (step, name) in STEPS {
        assert_eq!(focused(&window), name);
        assert_eq!(window.state().debrief.step, step);
        press(&mut window, &[Key::ArrowDown]);
    }
    press(&mut window, &[Key::ArrowUp]);
    assert_eq!(focused(&window), "From published reports");
    press(&mut window, &[Key::Home]);
    assert_eq!(window.state().debrief.step, Step::Summary);
}

#[test]
fn every_step_is_sound_at_both_sizes() {
    for text_size in [100, 200] {
        let mut window = of(sample(), text_size);
        for (_, name) in STEPS {
            let tab = window.get(by().role(Role::Tab).label(name));
            tab.click_accesskit();
            window.run();
            assert_sound(&window);
        }
    }
}

#[test]
fn the_summary_puts_duties_first_and_counts_both_sides() {
    let window = debrief();
    let missed = window.get_by_label("Missed").rect();
    let noticed = window.get_by_label("What you noticed").rect();
    assert!(missed.bottom() < noticed.top());
    let meters: Vec<Option<String>> = window
        .get_all_by_role(Role::Meter)
        .map(|meter| meter.accesskit_node().value())
        .collect();
    assert_eq!(
        meters,
        [
            Some("Immediate: 6 of 7 signs marked".to_owned()),
            Some("Beyond: 3 of 8 signs marked".to_owned())
        ]
    );
    for words in [
        "Maisie is at home with her aunt.",
        "You thought you noticed most. You marked 3 of 8; 2 were in papers you did not open.",
        "You marked 2 details that were not signs of risk.",
        "2 more signs stood where the way you took did not lead.",
        "Before you decide, ask who else is in the picture",
        "Not yet reviewed by survivors or by police practitioners.",
    ] {
        assert!(reads(&window, words), "{words}");
    }
}

#[test]
fn a_long_ending_takes_two_rows_until_it_is_asked_for() {
    let long = "Maisie is at home, and her mum and a social worker know what you saw. She was not ready to say much, and that is how it often is. Who Captain is, and who the second girl is, is not yet known.";
    let mut debrief = sample();
    debrief.ending = Some(Arc::from(long));
    let mut window = of(debrief, 100);
    let height = |window: &Window| window.get_by_label(long).rect().height();
    let two = height(&window);
    assert!(window.query_by_label("Read less").is_none());
    activate(&mut window, "Read all");
    assert!(height(&window) > two);
    activate(&mut window, "Read less");
    assert!((height(&window) - two).abs() < 0.5);
    // A short one is whole at once.
    assert!(of(sample(), 100).query_by_label("Read all").is_none());
}

#[test]
fn figures_stand_under_details_alone() {
    let mut window = debrief();
    assert!(!reads(&window, "did not meet"));
    assert!(!reads(&window, "Sensitivity"));
    activate(&mut window, "Details");
    assert!(reads(
        &window,
        "This attempt did not meet the scenario’s standard."
    ));
    assert!(reads(
        &window,
        "Noticing, Beyond: 38% ± 16% (over three attempts ± 9%)"
    ));
    assert!(reads(&window, "± is the standard error"));
    assert!(reads(&window, "Signs marked late: 1"));
    assert!(reads(&window, "Signs shown and marked: 9 of 15."));
    assert!(reads(
        &window,
        "It is known to about ± 0.8 from one attempt (19 times in 20); three finished attempts are needed."
    ));
    assert!(reads(&window, "Cost 7: 7 unseen, 0 judgement."));
}

#[test]
fn d_prime_is_told_from_three_attempts() {
    let mut debrief = sample();
    let at = |text: &str| text.parse().expect("a time");
    debrief.sensitivity.lately = Some(Lately {
        signals: Signals {
            hits: 24,
            cues: 40,
            marked: 8,
            noise: 180,
        },
        from: at("2026-11-03T14:26:00Z"),
        until: at("2026-11-12T09:00:00Z"),
    });
    let mut window = of(debrief, 100);
    activate(&mut window, "Details");
    assert!(reads(
        &window,
        "from the last three finished attempts under this name (3 November 2026 to 12 November 2026): 1.92 ± 0.26."
    ));
    assert!(!reads(&window, "are needed"));
}

#[test]
fn the_signs_not_marked_are_paged_through_beyond_first() {
    let mut window = debrief();
    assert!(reads(
        &window,
        "“There’s always a car on the corner when she’s in.”"
    ));
    assert!(reads(
        &window,
        "Paraphrase. Operation Linden report, IOPC, 2022."
    ));
    activate(&mut window, "Next sign");
    assert_eq!(
        window.state().said(),
        "2 of 6. Beyond “Seen at the coach station, twice.”"
    );
    assert!(reads(&window, "It stood in papers you did not open."));
    activate(&mut window, "Previous sign");
    activate(&mut window, "Previous sign");
    assert!(
        window.state().said().starts_with("6 of 6. Immediate"),
        "{}",
        window.state().said()
    );
}

#[test]
fn play_again_and_save_are_asked_for() {
    let mut window = debrief();
    activate(&mut window, "Save report");
    activate(&mut window, "Play again with new facts");
    assert_eq!(
        window.state().asked,
        [Intent::SaveReport, Intent::PlayAgain]
    );
}

fn there() -> Window {
    let mut window = debrief();
    press(&mut window, &[Key::ArrowDown]);
    window
}

fn rows(window: &Window) -> Vec<String> {
    let list = window.get(by().role(Role::List).label("What was there"));
    list.query_all(by().role(Role::Button))
        .map(|row| name_of(&row))
        .collect()
}

#[test]
fn every_sentence_is_a_row_that_says_what_it_was() {
    assert_eq!(
        rows(&there()),
        [
            "The back room smells of cardboard.",
            "Beyond, marked. She has not asked for anyone to be called.",
            "Not a sign, marked. Her hood is up.",
            "Not a sign, not marked. The window looks out on the yard.",
            "Immediate, marked. Third one this month.",
            "Beyond, not marked. There’s always a car on the corner when she’s in.",
            "Beyond, marked. Two phones, one of them new.",
            "Innocent this time, not marked. A train ticket for today.",
            "Beyond, not marked. “Seen at the coach station, twice.”",
            "Beyond, not marked. “Not in school since September.”",
        ]
    );
}

#[test]
fn the_filters_keep_what_they_say() {
    let mut window = there();
    activate(&mut window, "Not marked");
    assert_eq!(rows(&window).len(), 3);
    assert!(
        rows(&window)
            .iter()
            .all(|row| row.contains(", not marked. "))
    );
    activate(&mut window, "My marks");
    assert_eq!(rows(&window).len(), 5);
}

#[test]
fn enter_opens_why_and_closes_it() {
    let mut window = there();
    let row = "Beyond, not marked. There’s always a car on the corner when she’s in.";
    window.get_by_label(row).focus();
    window.run();
    assert_eq!(focused(&window), row);
    press(&mut window, &[Key::Enter]);
    assert!(reads(&window, "You did not mark it."));
    assert!(reads(&window, "Officers saw the child as the problem"));
    assert!(reads(&window, "“Who is in the car on the corner?”"));
    assert_eq!(focused(&window), row);
    press(&mut window, &[Key::Enter]);
    assert!(!reads(&window, "You did not mark it."));
    press(&mut window, &[Key::ArrowUp]);
    assert_eq!(focused(&window), "Immediate, marked. Third one this month.");
}

#[test]
fn the_buttons_go_from_sign_to_sign() {
    let mut window = there();
    activate(&mut window, "Next sign");
    assert_eq!(
        focused(&window),
        "Beyond, marked. She has not asked for anyone to be called."
    );
    activate(&mut window, "Next sign");
    assert_eq!(focused(&window), "Not a sign, marked. Her hood is up.");
    assert!(reads(&window, "Clothing says nothing about risk."));
    activate(&mut window, "Previous sign");
    activate(&mut window, "Previous sign");
    assert_eq!(
        focused(&window),
        "Beyond, not marked. “Not in school since September.”"
    );
}

#[test]
fn the_transcript_is_one_tab_stop() {
    let mut window = there();
    let reached = tab_round(&mut window);
    let inside = reached
        .iter()
        .filter(|name| rows(&window).contains(name))
        .count();
    assert_eq!(inside, 1, "{reached:?}");
}

#[test]
fn words_that_do_harm_stand_beside_what_to_write_instead() {
    let mut window = debrief();
    window
        .get(by().role(Role::Tab).label("Your records"))
        .click_accesskit();
    window.run();
    let yours = window.get_by_label("Put herself at risk").rect();
    let better = window.get_by_label("An adult put her at risk").rect();
    assert!(yours.right() < better.left());
    assert!(reads(&window, "No reasons given."));
}

#[test]
fn nothing_to_find_is_said_in_words() {
    let mut debrief = sample();
    debrief.beyond = SideReport::default();
    debrief.signs.clear();
    for passage in &mut debrief.transcript {
        passage.paragraphs.clear();
    }
    debrief.turns.clear();
    debrief.all_turns.clear();
    debrief.practise_next = None;
    debrief.ending = None;
    debrief.trainee = Arc::<str>::from("").to_string();
    let mut window = of(debrief, 100);
    assert!(reads(&window, "Asking is still the job."));
    assert!(reads(
        &window,
        "You ended this attempt before the scene ended."
    ));
    assert!(reads(&window, "No turn cost anything."));
    assert!(reads(&window, "No sign was in reach."));
    assert!(window.query_by_label("Practise next").is_none());
    press(&mut window, &[Key::ArrowDown]);
    assert!(reads(&window, "Nothing here."));
}
