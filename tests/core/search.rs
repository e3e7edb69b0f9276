//! The exact search, worked out by hand: losses of loops, dead ends, `again`, forms.

use std::sync::Arc;

use second_look::analysis::{Search, TurnAction};
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::score::{Replay, Score, ScoreOptions, score};
use second_look::session::action::Action;
use second_look::session::state::State;

use crate::program::{file, folder};

/// A story with these nodes; cues `man` and `phone` may be tied, competences are `a` and `b`.
fn story(head: &str, nodes: &str) -> Arc<Story> {
    let scenarios = folder();
    let text = format!(
        r#"Scenario(format: 1, title: "T", role: "R", offence: "O", briefing: "B", minutes: 1, jurisdiction: EnglandAndWales, as_of: "2026-11",
        competences: ["a", "b"], sources: [], survivor_input: (basis: "B", reviews: []), cast: {{}},
        cues: {{ "man": (sign: "second-phone", horizon: Beyond, strength: Notable, why: "W"), "phone": (sign: "second-phone", horizon: Beyond, strength: Notable, why: "W") }},
        lures: {{}}, {head} start: "s", nodes: {{ {nodes} "end": (place: "P", ending: (id: "done", summary: "S")) }})"#
    );
    file(scenarios.path(), "case.ron", text);
    let loaded = Shelf::new(Some(scenarios.path().to_owned()))
        .load("case", true)
        .expect("it can be read");
    loaded
        .story
        .unwrap_or_else(|| panic!("{:?}", loaded.problems))
}

/// Best and worst from the start.
fn values(story: &Arc<Story>) -> (i64, i64) {
    let mut search = Search::new(story, &vec![0; story.draws.len()], 100_000);
    assert!(search.is_exact());
    let start = State::start(story, vec![0; story.draws.len()], &mut Vec::new());
    let value = search.value(&start, 0);
    (value.best, value.worst)
}

fn played(story: &Arc<Story>, actions: &[&str]) -> Score {
    let mut replay = Replay::begin(story.clone(), 1, &[]);
    for action in actions {
        replay
            .act(&Action::parse(action).expect("an action"))
            .unwrap_or_else(|refusal| panic!("{action}: {refusal}"));
    }
    replay.finish();
    score(&replay, ScoreOptions::default())
}

fn losses(score: &Score) -> Vec<(i64, i64)> {
    score
        .decisions
        .turns
        .iter()
        .filter_map(|turn| turn.judged.as_ref())
        .map(|judged| (judged.loss, judged.unseen))
        .collect()
}

#[test]
fn a_choice_taken_once_cannot_be_taken_for_ever() {
    let found = story(
        "",
        r#""s": (place: "P", choices: [(id: "x", kind: Act, text: "X", assess: {"a": 2}, goto: "s"), (id: "y", kind: Act, text: "Y", assess: {"a": -1}, goto: "end")]),"#,
    );
    // x then y earns 1; y at once earns -1.
    assert_eq!(values(&found), (1, -1));
}

#[test]
fn a_loop_costs_nothing_and_earns_nothing() {
    let found = story(
        "",
        r#""s": (place: "P", choices: [(id: "x", kind: Act, text: "X", again: true, goto: "s"), (id: "y", kind: Act, text: "Y", assess: {"a": 3}, goto: "end"), (id: "z", kind: Act, text: "Z", goto: "end")]),"#,
    );
    assert_eq!(values(&found), (3, 0));
    let round = played(
        &found,
        &[
            r#"{"do":"decide"}"#,
            r#"{"do":"choose","choice":"x"}"#,
            r#"{"do":"decide"}"#,
            r#"{"do":"choose","choice":"z"}"#,
        ],
    );
    assert_eq!(losses(&round), [(0, 0), (3, 0)]);
}

#[test]
fn a_closed_loop_without_a_way_out_is_an_end_worth_nothing() {
    let found = story(
        "",
        r#""s": (place: "P", choices: [(id: "in", kind: Act, text: "X", assess: {"a": -2}, goto: "l"), (id: "out", kind: Act, text: "Y", assess: {"a": -3}, goto: "end")]),
        "l": (place: "P", choices: [(id: "round", kind: Act, text: "X", again: true, goto: "l")]),"#,
    );
    assert_eq!(values(&found), (-2, -3));
}

#[test]
fn a_dead_end_is_worth_nothing() {
    let found = story(
        "",
        r#""s": (place: "P", choices: [(id: "in", kind: Act, text: "X", goto: "d"), (id: "out", kind: Act, text: "Y", assess: {"a": -3}, goto: "end")]),
        "d": (place: "P", choices: [(id: "never", kind: Act, text: "X", when: Any([]), assess: {"a": 3}, goto: "end")]),"#,
    );
    assert_eq!(values(&found), (0, -3));
}

#[test]
fn not_having_looked_can_be_a_dead_end_and_counts_as_one() {
    // Only who looked at the box and marked the phone can leave d, and leaving costs 3.
    let found = story(
        "",
        r#""s": (place: "P", objects: {"box": (label: "B", text: "[A phone](phone).")}, choices: [(id: "in", kind: Act, text: "X", goto: "d")]),
        "d": (place: "P", choices: [(id: "out", kind: Act, text: "X", when: Marked("phone"), assess: {"a": -3}, goto: "end")]),"#,
    );
    assert_eq!(values(&found), (0, -3));
}

#[test]
fn what_was_not_noticed_is_unseen_and_the_rest_is_judgement() {
    let found = story(
        "",
        r#""s": (place: "P", lines: [(text: "[A man](man).")], choices: [(id: "ask", kind: Ask, text: "X", when: Marked("man"), assess: {"a": 3}, goto: "end"), (id: "ok", kind: Act, text: "Y", assess: {"a": 1}, goto: "end"), (id: "no", kind: Act, text: "Z", assess: {"a": -1}, goto: "end")]),"#,
    );
    let blind = played(
        &found,
        &[r#"{"do":"decide"}"#, r#"{"do":"choose","choice":"no"}"#],
    );
    assert_eq!(losses(&blind), [(4, 2)]);
    assert_eq!(
        blind.decisions.turns[0]
            .judged
            .as_ref()
            .map(|judged| judged.best.clone()),
        Some(TurnAction::Choose(second_look::scenario::ids::ChoiceKey(0)))
    );
}

#[test]
fn two_questions_on_one_sentence_are_opened_by_one_mark() {
    // The unit carries both cues: whoever marks it marks both, so `one` without `two` is never on offer.
    let found = story(
        "",
        r#""s": (place: "P", lines: [(text: "[A man](man) with [a phone](phone).")], choices: [(id: "one", kind: Ask, text: "X", when: All([Marked("man"), Not(Marked("phone"))]), assess: {"a": 3}, goto: "end"), (id: "two", kind: Act, text: "Y", when: Marked("phone"), assess: {"a": 1}, goto: "end"), (id: "rest", kind: Act, text: "Z", goto: "end")]),"#,
    );
    assert_eq!(values(&found), (1, 0));
}

#[test]
fn a_large_many_is_never_enumerated() {
    let options: String = (0..60)
        .map(|index| {
            format!(
                r#"(id: "o{index}", text: "T", assess: {{"a": {}}}),"#,
                [1, -2][index % 2]
            )
        })
        .collect();
    let found = story(
        "",
        &format!(
            r#""s": (place: "P", form: (title: "F", record: Referral, goto: "end", fields: [(id: "m", label: "L", input: Many([{options}]))])),"#
        ),
    );
    assert_eq!(values(&found), (30, -60));
}

#[test]
fn options_that_hang_on_marks_are_searched_by_groups() {
    let cue = |index: usize| ["man", "phone"][index % 2];
    let options: String = (0..40)
        .map(|index| {
            format!(
                r#"(id: "o{index}", text: "T", when: {}, assess: {{"a": 1}}),"#,
                if index < 20 {
                    format!("Marked(\"{}\")", cue(index))
                } else {
                    format!("Not(Marked(\"{}\"))", cue(index))
                }
            )
        })
        .collect();
    let found = story(
        "",
        &format!(
            r#""s": (place: "P", lines: [(text: "[A man](man). [A phone](phone).")], form: (title: "F", record: Referral, goto: "end", fields: [(id: "m", label: "L", input: Many([{options}]))])),"#
        ),
    );
    // For each cue: marked or not, ten options either way.
    assert_eq!(values(&found), (20, 0));
}

#[test]
fn points_of_a_form_count_once() {
    let found = story(
        "",
        r#""s": (place: "P", form: (title: "F", record: Referral, goto: "g", fields: [(id: "f", label: "L", input: One([(id: "x", text: "X", assess: {"a": 2}), (id: "y", text: "Y", assess: {"a": 1}), (id: "z", text: "Z", assess: {"b": -1})]))])),
        "g": (place: "P", choices: [(id: "more", kind: Act, text: "M", again: true, goto: "s"), (id: "out", kind: Act, text: "O", goto: "end")]),"#,
    );
    // x, then y on another round, never z; or z alone.
    assert_eq!(values(&found), (3, -1));
}

#[test]
fn a_ladder_of_sixty_rungs_is_sixty_states() {
    let rungs: String = (0..60).map(|index| format!(r#""{}": (place: "P", choices: [(id: "l{index}", kind: Act, text: "L", assess: {{"a": 1}}, goto: "{}"), (id: "r{index}", kind: Act, text: "R", goto: "{}")]),"#, rung(index), rung(index + 1), rung(index + 1))).collect();
    let found = story("", &rungs);
    let search = Search::new(&found, &[], 1_000);
    assert!(search.is_exact());
    assert_eq!(search.states(), 60);
    assert_eq!(values(&found), (60, 0));
}

fn rung(index: usize) -> String {
    match index {
        0 => "s".to_owned(),
        60 => "end".to_owned(),
        other => format!("n{other}"),
    }
}

#[test]
fn past_the_bound_figures_are_estimates_and_losses_are_not_given() {
    let rungs: String = (0..60).map(|index| format!(r#""{}": (place: "P", choices: [(id: "l{index}", kind: Act, text: "L", goto: "{}")]),"#, rung(index), rung(index + 1))).collect();
    let found = story("standard: (beyond: 0, decisions: 0),", &rungs);
    let mut replay = Replay::begin(found, 1, &[]);
    for action in [
        Action::Decide,
        Action::Choose {
            choice: "l0".into(),
        },
    ] {
        replay.act(&action).expect("it is on offer");
    }
    replay.finish();
    let capped = score(&replay, ScoreOptions { states: 10 });
    assert!(!capped.decisions.exact);
    assert!(capped.decisions.turns[0].judged.is_none());
    assert_eq!(capped.standard.and_then(|standard| standard.met), None);
}

#[test]
fn what_the_next_lines_ask_about_a_record_is_no_matter_of_points() {
    // Only who wrote x sees the man on the way in, and may then ask: 3 against the 1 that y earns.
    let found = story(
        "",
        r#""s": (place: "P", form: (title: "F", record: Referral, goto: "n", fields: [(id: "f", label: "L", input: One([(id: "x", text: "X"), (id: "y", text: "Y", assess: {"a": 1})]))])),
        "n": (place: "P", lines: [(when: Filled("f", "x"), text: "[A man](man).")], choices: [(id: "ask", kind: Ask, text: "A", when: Marked("man"), assess: {"a": 3}, goto: "end"), (id: "out", kind: Act, text: "O", goto: "end")]),"#,
    );
    assert_eq!(values(&found), (3, 0));
}

#[test]
fn many_things_and_many_marks_are_still_searched_exactly() {
    let boxes: String = (0..13)
        .map(|index| format!(r#""b{index}": (label: "B", text: "T."),"#))
        .collect();
    let asked: String = (0..13)
        .map(|index| format!(r#"Inspected("b{index}"),"#))
        .collect();
    let found = story(
        "",
        &format!(
            r#""s": (place: "P", objects: {{{boxes}}}, choices: [(id: "all", kind: Act, text: "A", when: All([{asked}]), assess: {{"a": 2}}, goto: "end"), (id: "out", kind: Act, text: "O", goto: "end")]),"#
        ),
    );
    assert_eq!(values(&found), (2, 0));
    let options: String = (0..15)
        .map(|index| {
            format!(
                r#"(id: "o{index}", text: "T", assess: {{"a": {}}}),"#,
                index % 3
            )
        })
        .collect();
    let later: String = (0..15)
        .map(|index| format!(r#"Filled("m", "o{index}"),"#))
        .collect();
    let found = story(
        "",
        &format!(
            r#""s": (place: "P", form: (title: "F", record: Referral, goto: "n", fields: [(id: "m", label: "L", input: Many([{options}]))])), "n": (place: "P", choices: [(id: "all", kind: Act, text: "A", when: All([{later}]), assess: {{"b": 3}}, goto: "end"), (id: "out", kind: Act, text: "O", goto: "end")]),"#
        ),
    );
    assert_eq!(values(&found), (18, 0));
}

#[test]
fn a_var_beyond_every_number_asked_for_is_one_value() {
    let found = story(
        r#"vars: {"v": (start: 0, min: -2000000000, max: 2000000000)},"#,
        r#""s": (place: "P", choices: [(id: "more", kind: Act, text: "M", again: true, effects: [Add("v", 1)], goto: "s"), (id: "ask", kind: Ask, text: "A", when: AtLeast("v", 3), assess: {"a": 2}, goto: "end"), (id: "out", kind: Act, text: "O", goto: "end")]),"#,
    );
    assert_eq!(values(&found), (2, 0));
}

#[test]
fn facts_too_many_for_a_small_key_are_kept_all_the_same() {
    // Each of 200 questions is either asked or passed over, and the last is asked about all that were asked.
    let asked: String = (0..200)
        .map(|index| {
            format!(
                r#""{}": (place: "P", choices: [(id: "k{index}", kind: Act, text: "K", goto: "{}"), (id: "out{index}", kind: Act, text: "O", assess: {{"a": 1}}, goto: "end")]),"#,
                step(index),
                step(index + 1)
            )
        })
        .collect();
    let all: String = (0..200)
        .map(|index| format!(r#"Chose("k{index}"),"#))
        .collect();
    let found = story(
        "",
        &format!(
            r#"{asked} "n200": (place: "P", choices: [(id: "all", kind: Act, text: "A", when: All([{all}]), assess: {{"a": 3}}, goto: "end"), (id: "none", kind: Act, text: "N", assess: {{"a": -1}}, goto: "end")]),"#
        ),
    );
    let search = Search::new(&found, &[], 1_000);
    assert!(search.is_exact());
    assert_eq!(search.states(), 201);
    assert_eq!(values(&found), (3, -1));
}

fn step(index: usize) -> String {
    match index {
        0 => "s".to_owned(),
        other => format!("n{other}"),
    }
}

#[test]
fn a_story_with_more_to_remember_than_can_be_held_says_so() {
    // Two hundred questions that can be asked in any order: more states than can be counted.
    let asked: String = (0..200)
        .map(|index| format!(r#"(id: "k{index}", kind: Act, text: "K", goto: "s"),"#))
        .collect();
    let found = story(
        "",
        &format!(
            r#""s": (place: "P", choices: [{asked} (id: "out", kind: Act, text: "O", goto: "end")]),"#
        ),
    );
    assert!(!Search::new(&found, &[], 2_000).is_exact());
}

#[test]
fn points_beyond_two_bytes_are_not_cut() {
    let count = 12_000;
    let rungs: String = (0..count)
        .map(|index| {
            let goto = if index + 1 == count { "end".to_owned() } else { step(index + 1) };
            format!(
                r#""{}": (place: "P", choices: [(id: "k{index}", kind: Act, text: "K", assess: {{"a": 3, "b": -3}}, goto: "{goto}")]),"#,
                step(index)
            )
        })
        .collect();
    let found = story("", &rungs);
    let mut search = Search::new(&found, &[], 100_000);
    let start = State::start(&found, Vec::new(), &mut Vec::new());
    assert_eq!(search.value(&start, 1).best, 36_000);
    assert_eq!(search.value(&start, 2).worst, -36_000);
}
