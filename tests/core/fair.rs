//! Fair regret, worked out by hand: what a turn cost by what could be known.

use std::sync::Arc;

use second_look::analysis::FairLoss;
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::score::{Replay, Score, ScoreOptions, score};
use second_look::session::action::Action;

use crate::program::{file, folder};

/// A story over a coin and a die that nothing asks about.
fn story(nodes: &str) -> Arc<Story> {
    let scenarios = folder();
    let text = format!(
        r#"Scenario(format: 1, title: "T", role: "R", offence: "O", briefing: "B", minutes: 1, jurisdiction: EnglandAndWales, as_of: "2026-11",
        competences: ["a"], sources: [], survivor_input: (basis: "B", reviews: []), cast: {{}},
        cues: {{ "man": (sign: "second-phone", horizon: Beyond, strength: Notable, why: "W") }}, lures: {{}},
        draws: {{ "coin": ["heads", "tails"], "die": ["one", "two", "three"] }},
        start: "s", nodes: {{ {nodes}
            "h": (place: "P", choices: [(id: "h-won", kind: Act, text: "X", when: Drew("coin", "heads"), assess: {{"a": 2}}, goto: "end"), (id: "h-lost", kind: Act, text: "X", when: Drew("coin", "tails"), assess: {{"a": -2}}, goto: "end")]),
            "t": (place: "P", choices: [(id: "t-won", kind: Act, text: "X", when: Drew("coin", "tails"), assess: {{"a": 2}}, goto: "end"), (id: "t-lost", kind: Act, text: "X", when: Drew("coin", "heads"), assess: {{"a": -2}}, goto: "end")]),
            "end": (place: "P", ending: (id: "done", summary: "S")) }})"#
    );
    file(scenarios.path(), "case.ron", text);
    let loaded = Shelf::new(Some(scenarios.path().to_owned()))
        .load("case", true)
        .expect("it can be read");
    loaded
        .story
        .unwrap_or_else(|| panic!("{:?}", loaded.problems))
}

const HEADS: u32 = 0;
const TAILS: u32 = 1;

fn scored(story: &Arc<Story>, coin: u32, actions: &str, states: usize) -> Score {
    let mut replay = Replay::begin(story.clone(), 1, &[(0, coin)]);
    for word in actions.split_whitespace() {
        let line = match word.split_once(':') {
            None => format!(r#"{{"do":"{word}"}}"#),
            Some(("look", thing)) => format!(r#"{{"do":"inspect","what":"{thing}"}}"#),
            Some(("mark", unit)) => format!(
                r#"{{"do":"mark","unit":"{unit}","concern":"control-by-another","sure":"note"}}"#
            ),
            Some(("unmark", unit)) => format!(r#"{{"do":"unmark","unit":"{unit}"}}"#),
            Some(("fill", option)) => {
                format!(r#"{{"do":"fill","answers":{{"f":["{option}"]}}}}"#)
            }
            Some((_, choice)) => format!(r#"{{"do":"choose","choice":"{choice}"}}"#),
        };
        replay
            .act(&Action::parse(&line).expect("an action"))
            .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    }
    replay.finish();
    score(&replay, ScoreOptions { states })
}

/// Loss, fair loss and luck of the first turn.
fn first(story: &Arc<Story>, coin: u32, actions: &str) -> (i64, f64, f64) {
    let score = scored(story, coin, actions, 100_000);
    let turn = &score.decisions.turns[0];
    let loss = turn.judged.as_ref().expect("it is searched").loss;
    (
        loss,
        turn.fair.expect("it is searched").value(),
        turn.luck().expect("it is searched"),
    )
}

/// How far apart two figures are: they are sums of halves.
fn assert_figures(found: (i64, f64, f64), loss: i64, fair: f64, luck: f64) {
    let same = |one: f64, other: f64| (one - other).abs() < 1e-9;
    assert!(
        found.0 == loss && same(found.1, fair) && same(found.2, luck),
        "expected loss {loss}, fair {fair}, luck {luck}; found {found:?}"
    );
}

const GUESS: &str = r#""s": (place: "P", choices: [(id: "heads", kind: Act, text: "X", goto: "h"), (id: "tails", kind: Act, text: "X", goto: "t"), (id: "safe", kind: Act, text: "X", assess: {"a": 1}, goto: "end")]),"#;

#[test]
fn a_guess_that_came_off_was_still_a_guess() {
    let story = story(GUESS);
    // Either guess wins or loses 2: worth 0 to who cannot know, against the 1 that is safe.
    assert_figures(first(&story, HEADS, "decide choose:heads"), 0, 1.0, -1.0);
}

#[test]
fn a_guess_that_failed_cost_no_more_than_one_that_came_off() {
    let story = story(GUESS);
    // Who knows it is tails has 2 before them, and −2 after guessing heads.
    assert_figures(first(&story, TAILS, "decide choose:heads"), 4, 1.0, 3.0);
}

#[test]
fn the_sound_choice_is_no_loss_whatever_came() {
    let story = story(GUESS);
    assert_figures(first(&story, HEADS, "decide choose:safe"), 1, 0.0, 1.0);
    assert_figures(first(&story, TAILS, "decide choose:safe"), 1, 0.0, 1.0);
}

#[test]
fn where_one_combination_is_possible_fair_loss_is_loss() {
    let story = story(
        r#""s": (place: "P", lines: [(when: Drew("coin", "heads"), text: "Heads.")], choices: [(id: "heads", kind: Act, text: "X", goto: "h"), (id: "tails", kind: Act, text: "X", goto: "t")]),"#,
    );
    assert_figures(first(&story, HEADS, "decide choose:tails"), 4, 4.0, 0.0);
    // Its absence tells as much.
    assert_figures(first(&story, TAILS, "decide choose:heads"), 4, 4.0, 0.0);
}

#[test]
fn asking_is_worth_what_a_line_would_tell() {
    let story = story(
        r#""s": (place: "P", choices: [(id: "ask", kind: Ask, text: "X", goto: "n"), (id: "heads", kind: Act, text: "X", goto: "h")]),
        "n": (place: "P", lines: [(when: Drew("coin", "heads"), text: "Heads.")], choices: [(id: "n-heads", kind: Act, text: "X", goto: "h"), (id: "n-tails", kind: Act, text: "X", goto: "t")]),"#,
    );
    assert_figures(first(&story, HEADS, "decide choose:ask"), 0, 0.0, 0.0);
    // Asking first wins 2 for certain; unasked it is 0 on average. V sees no difference.
    assert_figures(first(&story, HEADS, "decide choose:heads"), 0, 2.0, -2.0);
    assert_figures(first(&story, TAILS, "decide choose:heads"), 4, 2.0, 2.0);
}

#[test]
fn an_offer_tells_by_what_is_and_is_not_on_it() {
    let story = story(
        r#""s": (place: "P", choices: [(id: "hint", kind: Act, text: "X", when: Drew("coin", "heads"), goto: "end"), (id: "heads", kind: Act, text: "X", goto: "h"), (id: "tails", kind: Act, text: "X", goto: "t")]),"#,
    );
    assert_figures(first(&story, HEADS, "decide choose:tails"), 4, 4.0, 0.0);
    assert_figures(first(&story, TAILS, "decide choose:heads"), 4, 4.0, 0.0);
}

const MARKED_HINT: &str = r#""s": (place: "P", lines: [(text: "[A man](man).")], choices: [(id: "hint", kind: Act, text: "X", when: All([Marked("man"), Drew("coin", "heads")]), goto: "end"), (id: "heads", kind: Act, text: "X", goto: "h"), (id: "tails", kind: Act, text: "X", goto: "t")]),"#;

#[test]
fn a_mark_not_set_leaves_unknown_what_its_offer_would_have_told() {
    let story = story(MARKED_HINT);
    // Marking the man and deciding would have told: 2 for certain against 0 on average.
    assert_figures(first(&story, HEADS, "decide choose:heads"), 0, 2.0, -2.0);
    assert_figures(first(&story, TAILS, "decide choose:heads"), 4, 2.0, 2.0);
}

#[test]
fn a_mark_whose_offer_was_seen_tells_for_good() {
    let story = story(MARKED_HINT);
    // Seen under the mark once; that the mark is taken off again takes nothing back.
    let known = "mark:s.line.0.0 decide unmark:s.line.0.0 decide choose:heads";
    assert_figures(first(&story, TAILS, known), 4, 4.0, 0.0);
}

#[test]
fn a_mark_at_the_choice_can_make_the_next_lines_tell() {
    let story = story(
        r#""s": (place: "P", lines: [(text: "[A man](man).")], choices: [(id: "on", kind: Act, text: "X", goto: "n")]),
        "n": (place: "P", lines: [(when: All([Marked("man"), Drew("coin", "heads")]), text: "Heads.")], choices: [(id: "heads", kind: Act, text: "X", goto: "h"), (id: "tails", kind: Act, text: "X", goto: "t")]),"#,
    );
    assert_figures(first(&story, HEADS, "decide choose:on"), 0, 2.0, -2.0);
    assert_figures(
        first(&story, HEADS, "mark:s.line.0.0 decide choose:on"),
        0,
        0.0,
        0.0,
    );
}

#[test]
fn looking_that_could_shut_every_way_on_is_not_asked_of_anybody() {
    // In the box is a way on for heads only, and who looks cannot leave any more.
    let story = story(
        r#""s": (place: "P", objects: {"box": (label: "B", text: "T.")}, choices: [(id: "out", kind: Act, text: "X", when: Not(Inspected("box")), goto: "end"), (id: "in", kind: Act, text: "X", when: All([Inspected("box"), Drew("coin", "heads")]), assess: {"a": 3}, goto: "end")]),"#,
    );
    assert_figures(first(&story, HEADS, "decide choose:out"), 3, 0.0, 3.0);
    assert_figures(first(&story, TAILS, "decide choose:out"), 0, 0.0, 0.0);
}

#[test]
fn where_every_way_risks_being_stuck_that_counts_as_nothing() {
    // The box opens for heads and shuts the bag, the bag the other way round.
    let story = story(
        r#""s": (place: "P", choices: [(id: "go", kind: Act, text: "X", goto: "n"), (id: "safe", kind: Act, text: "X", assess: {"a": 1}, goto: "end")]),
        "n": (place: "P", objects: {"box": (label: "B", text: "T."), "bag": (label: "B", text: "T.")}, choices: [(id: "in-box", kind: Act, text: "X", when: All([Inspected("box"), Not(Inspected("bag")), Drew("coin", "heads")]), assess: {"a": 3}, goto: "more"), (id: "in-bag", kind: Act, text: "X", when: All([Inspected("bag"), Not(Inspected("box")), Drew("coin", "tails")]), assess: {"a": 2}, goto: "end")]),
        "more": (place: "P", choices: [(id: "last", kind: Act, text: "X", assess: {"a": 1}, goto: "end")]),"#,
    );
    // The box: 4 or nothing, so 2; the bag 2 or nothing. Safe is 1.
    assert_figures(first(&story, HEADS, "decide choose:safe"), 3, 1.0, 2.0);
    assert_figures(first(&story, TAILS, "decide choose:safe"), 1, 1.0, 0.0);
    assert_figures(first(&story, TAILS, "decide choose:go"), 0, 0.0, 0.0);
}

#[test]
fn going_round_can_be_worth_it_for_what_it_tells() {
    let story = story(
        r#""s": (place: "P", lines: [(when: All([Visited("s"), Drew("coin", "heads")]), text: "Heads.")], choices: [(id: "round", kind: Act, text: "X", again: true, goto: "s"), (id: "heads", kind: Act, text: "X", goto: "h"), (id: "tails", kind: Act, text: "X", goto: "t")]),"#,
    );
    assert_figures(first(&story, TAILS, "decide choose:round"), 0, 0.0, 0.0);
    assert_figures(first(&story, TAILS, "decide choose:heads"), 4, 2.0, 2.0);
}

#[test]
fn a_loop_without_a_way_out_is_an_end_for_who_does_not_know_either() {
    let story = story(
        r#""s": (place: "P", choices: [(id: "in", kind: Act, text: "X", assess: {"a": -1}, goto: "l"), (id: "dare", kind: Act, text: "X", goto: "g")]),
        "l": (place: "P", choices: [(id: "round", kind: Act, text: "X", again: true, goto: "l")]),
        "g": (place: "P", choices: [(id: "won", kind: Act, text: "X", when: Drew("coin", "heads"), assess: {"a": 2}, goto: "end"), (id: "lost", kind: Act, text: "X", when: Drew("coin", "tails"), assess: {"a": -3}, goto: "g2")]),
        "g2": (place: "P", choices: [(id: "lost-more", kind: Act, text: "X", assess: {"a": -3}, goto: "end")]),"#,
    );
    // In for −1, or a dare for (2 − 6) ÷ 2 = −2.
    assert_figures(first(&story, HEADS, "decide choose:dare"), 0, 1.0, -1.0);
    assert_figures(first(&story, TAILS, "decide choose:in"), 0, 0.0, 0.0);
    assert_figures(first(&story, HEADS, "decide choose:in"), 3, 0.0, 3.0);
}

#[test]
fn a_record_is_judged_by_what_its_writer_could_know() {
    let story = story(
        r#""s": (place: "P", form: (title: "F", record: Referral, goto: "n", fields: [(id: "f", label: "L", input: One([(id: "x", text: "X"), (id: "y", text: "Y", assess: {"a": 1})]))])),
        "n": (place: "P", choices: [(id: "fits", kind: Act, text: "X", when: All([Filled("f", "x"), Drew("coin", "heads")]), assess: {"a": 3}, goto: "end"), (id: "out", kind: Act, text: "X", goto: "end")]),"#,
    );
    // x is worth 3 or 0, so 1.5; y is worth 1.
    assert_figures(first(&story, HEADS, "decide fill:y"), 2, 0.5, 1.5);
    assert_figures(first(&story, TAILS, "decide fill:y"), 0, 0.5, -0.5);
    assert_figures(first(&story, TAILS, "decide fill:x"), 1, 0.0, 1.0);
}

#[test]
fn past_the_bound_fair_loss_and_luck_alone_are_not_given() {
    // Three states for each of two faces of the coin.
    let story = story(GUESS);
    let capped = scored(&story, HEADS, "decide choose:heads", 5);
    assert!(capped.decisions.exact);
    assert!(capped.decisions.turns[0].judged.is_some());
    assert_eq!(capped.decisions.turns[0].fair, None);
    assert_eq!(capped.decisions.turns[0].luck(), None);
}

#[test]
fn fractions_are_kept_whole_until_they_are_shown() {
    let third = FairLoss { top: 1, bottom: 3 };
    assert!((third.value() + third.luck(1) - 1.0).abs() < 1e-12);
}
