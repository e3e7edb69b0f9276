//! Scenarios made to be hard: what cannot be told within bounds is said not to be told, and nothing hangs.

use std::fmt::Write as _;
use std::sync::Arc;

use second_look::analysis::{Reach, Search};
use second_look::scenario::load;
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;
use second_look::score::{Replay, ScoreOptions, score};
use second_look::session::action::Action;

use crate::program::{arg, file, folder, run, stderr};

const CUE: &str = "(sign: \"second-phone\", horizon: Beyond, strength: Notable, why: \"W\")";

fn text(head: &str, cues: usize, nodes: &str) -> String {
    let cues: String = (0..cues).map(|cue| format!("\"c{cue}\": {CUE},")).collect();
    format!(
        r#"Scenario(format: 1, title: "T", role: "R", offence: "O", briefing: "B", minutes: 1, jurisdiction: EnglandAndWales, as_of: "2026-11",
        competences: ["child-first"], sources: [], survivor_input: (basis: "B", reviews: []), cast: {{}}, cues: {{ {cues} }}, lures: {{}},
        {head} start: "n0", nodes: {{ {nodes} "end": (place: "E", ending: (id: "end", summary: "S")) }})"#
    )
}

fn story(text: &str) -> Arc<Story> {
    let vocabularies = Shelf::new(None).vocabularies().expect("the built-in words");
    let loaded = load("case", "case", text.as_bytes(), &vocabularies, false);
    loaded
        .story
        .unwrap_or_else(|| panic!("{:?}", loaded.problems))
}

fn choice(id: &str, more: &str, goto: &str) -> String {
    format!("(id: \"{id}\", kind: Act, text: \"T\", {more} goto: \"{goto}\"),")
}

fn next(node: usize, nodes: usize) -> String {
    if node + 1 < nodes {
        format!("n{}", node + 1)
    } else {
        "end".to_owned()
    }
}

/// One sentence for each cue.
fn signs(cues: usize) -> String {
    (0..cues)
        .map(|cue| format!("(text: \"[Sign {cue}](c{cue}).\"),"))
        .collect()
}

/// Whether search and reach are complete.
fn is_told(story: &Arc<Story>, bound: usize) -> bool {
    let draws = vec![0; story.draws.len()];
    let searched = Search::new(story, &draws, bound).is_exact();
    assert_eq!(Reach::new(story, &draws, bound).exact, searched);
    searched
}

/// Eight marks to put into seven places so that no two share one: nothing but trying shows that it cannot be.
fn pigeons() -> String {
    let place = |pigeon: usize, hole: usize| format!("Marked(\"c{}\")", pigeon * 7 + hole);
    let mut asked = String::new();
    for pigeon in 0..8 {
        let holes: Vec<String> = (0..7).map(|hole| place(pigeon, hole)).collect();
        let _ = write!(asked, "Any([{}]),", holes.join(","));
    }
    for hole in 0..7 {
        for one in 0..8 {
            for other in 0..one {
                let both = [place(one, hole), place(other, hole)].join(",");
                let _ = write!(asked, "Not(All([{both}])),");
            }
        }
    }
    let choices = choice("k", &format!("when: All([{asked}]),"), "end") + &choice("z", "", "end");
    format!(
        "\"n0\": (place: \"P\", lines: [{}], choices: [{choices}]),",
        signs(56)
    )
}

#[test]
fn a_condition_that_takes_too_long_to_settle_is_not_told() {
    assert!(!is_told(&story(&text("", 56, &pigeons())), 1_000));
}

#[test]
fn many_marks_that_pull_one_way_need_no_trying() {
    let asked: String = (0..56).map(|cue| format!("Marked(\"c{cue}\"),")).collect();
    let choices = choice(
        "k",
        &format!("when: All([{asked}]), assess: {{\"child-first\": 3}},"),
        "end",
    ) + &choice("z", "", "end");
    let nodes = format!(
        "\"n0\": (place: \"P\", lines: [{}], choices: [{choices}]),",
        signs(56)
    );
    let story = story(&text("", 56, &nodes));
    assert!(is_told(&story, 1_000));
    assert_eq!(Reach::new(&story, &[], 1_000).values[0].best, 3);
}

/// Things in each node, each asked for by a choice of its node.
fn things(nodes: usize, things: usize) -> String {
    (0..nodes)
        .map(|node| {
            let objects: String = (0..things)
                .map(|thing| format!("\"o{node}x{thing}\": (label: \"L\", text: \"A thing.\"),"))
                .collect();
            let choices: String = (0..things)
                .map(|thing| {
                    let when = format!(
                        "when: Inspected(\"o{node}x{thing}\"), assess: {{\"child-first\": {}}},",
                        thing % 4
                    );
                    choice(&format!("k{node}x{thing}"), &when, &next(node, nodes))
                })
                .collect();
            let on = choice(&format!("z{node}"), "", &next(node, nodes));
            format!(
                "\"n{node}\": (place: \"P\", objects: {{ {objects} }}, choices: [{choices} {on}]),"
            )
        })
        .collect()
}

#[test]
fn more_things_than_can_be_looked_at_in_all_ways_are_not_told_and_check_says_so() {
    assert!(is_told(&story(&text("", 0, &things(3, 8))), 1_000));
    let many = text("", 0, &things(3, 30));
    assert!(!is_told(&story(&many), 1_000));
    let place = folder();
    let path = file(place.path(), "case.ron", &many);
    let checked = run(&["check", arg(&path)]);
    assert!(
        stderr(&checked).contains("search-bounded"),
        "{}",
        stderr(&checked)
    );
}

/// A record with a field of so many options, each asked for later.
fn form(options: usize) -> String {
    let listed: String = (0..options)
        .map(|option| {
            let points = option.cast_signed() % 5 - 2;
            format!("(id: \"o{option}\", text: \"T\", assess: {{\"child-first\": {points}}}),")
        })
        .collect();
    let asked: String = (0..options)
        .map(|option| {
            choice(
                &format!("k{option}"),
                &format!("when: Filled(\"f\", \"o{option}\"),"),
                "end",
            )
        })
        .collect();
    format!(
        "\"n0\": (place: \"P\", form: (title: \"F\", record: Referral, takes_minutes: 1, goto: \"n1\", fields: [(id: \"f\", label: \"L\", input: Many([{listed}]))])),
        \"n1\": (place: \"P\", choices: [{asked} {}]),",
        choice("z", "", "end")
    )
}

#[test]
fn every_filling_is_told_while_there_are_not_too_many() {
    let small = story(&text("", 0, &form(10)));
    // The record, and after it a state for each set of options.
    assert_eq!(Search::new(&small, &[], 5_000).states(), 1 + 1024);
    assert!(is_told(&small, 5_000));
    let many = story(&text("", 0, &form(40)));
    assert!(!is_told(&many, 5_000));
}

#[test]
fn what_points_alone_decide_is_told_of_any_number_of_options() {
    let without: String = form(40)
        .split("(id: \"k")
        .next()
        .map(|head| format!("{head}{}]),", choice("z", "", "end")))
        .expect("the record");
    let story = story(&text("", 0, &without));
    assert!(is_told(&story, 1_000));
    let reach = Reach::new(&story, &[], 1_000);
    // Eight each of -2, -1, 0, 1 and 2.
    assert_eq!((reach.values[0].best, reach.values[0].worst), (24, -24));
}

/// What each turn was is asked about at the end: states double with every turn.
fn remembered(turns: usize) -> String {
    let mut nodes = String::new();
    for turn in 0..turns {
        let choices = choice(&format!("a{turn}"), "", &format!("n{}", turn + 1))
            + &choice(&format!("b{turn}"), "", &format!("n{}", turn + 1));
        let _ = write!(nodes, "\"n{turn}\": (place: \"P\", choices: [{choices}]),");
    }
    let asked: String = (0..turns)
        .map(|turn| {
            let when = format!(
                "when: Chose(\"a{turn}\"), assess: {{\"child-first\": {}}},",
                turn % 4
            );
            choice(&format!("c{turn}"), &when, "end")
        })
        .collect();
    format!(
        "{nodes} \"n{turns}\": (place: \"P\", choices: [{asked} {}]),",
        choice("z", "", "end")
    )
}

#[test]
fn more_states_than_the_bound_are_not_told_and_no_figure_claims_to_be_exact() {
    let small = story(&text("", 0, &remembered(10)));
    assert_eq!(Search::new(&small, &[], 10_000).states(), 2047);
    let many = story(&text("", 0, &remembered(60)));
    assert!(!is_told(&many, 10_000));
    let mut replay = Replay::begin(many, 1, &[]);
    for action in [r#"{"do":"decide"}"#, r#"{"do":"choose","choice":"a0"}"#] {
        replay
            .act(&Action::parse(action).expect("an action"))
            .expect("it is allowed");
    }
    replay.finish();
    let scored = score(&replay, ScoreOptions { states: 10_000 });
    assert!(!scored.decisions.exact);
    assert!(
        scored
            .decisions
            .turns
            .iter()
            .all(|turn| turn.judged.is_none() && turn.fair.is_none())
    );
}

/// Three choices a node, each raising a var of its own that later conditions ask for every value of.
fn counted(nodes: usize) -> String {
    (0..nodes)
        .map(|node| {
            let choices: String = (0..3)
                .map(|var| {
                    let when = format!("when: Any([AtLeast(\"v{var}\", {}), All([])]),", node % 16);
                    let points = (node + var) % 4;
                    let more = format!("{when} effects: [Add(\"v{var}\", 1)], assess: {{\"child-first\": {points}}},");
                    choice(&format!("k{node}x{var}"), &more, &next(node, nodes))
                })
                .collect();
            format!("\"n{node}\": (place: \"P\", choices: [{choices}]),")
        })
        .collect()
}

#[test]
fn a_state_with_three_choices_takes_no_more_than_64_bytes_in_all() {
    let vars = "vars: { \"v0\": (start: 0, min: 0, max: 15), \"v1\": (start: 0, min: 0, max: 15), \"v2\": (start: 0, min: 0, max: 15) },";
    for nodes in [40, 70, 100] {
        let story = story(&text(vars, 0, &counted(nodes)));
        let search = Search::new(&story, &[], 1_000_000);
        assert!(search.is_exact() && search.states() > 500);
        let bytes = search.bytes_per_state();
        assert!(bytes <= 64, "{bytes} bytes with {} states", search.states());
    }
}

#[test]
fn more_combinations_of_draws_than_can_be_told_apart_leave_fair_losses_out() {
    let draws: String = (0..12)
        .map(|draw| format!("\"d{draw}\": [\"x\", \"y\"],"))
        .collect();
    let nodes: String = (0..12)
        .map(|node| {
            let when = format!("when: Drew(\"d{node}\", \"x\"), assess: {{\"child-first\": 1}},");
            let choices = choice(&format!("k{node}"), &when, &next(node, 12))
                + &choice(&format!("z{node}"), "", &next(node, 12));
            format!("\"n{node}\": (place: \"P\", choices: [{choices}]),")
        })
        .collect();
    let story = story(&text(&format!("draws: {{ {draws} }},"), 0, &nodes));
    let mut replay = Replay::begin(story, 1, &[]);
    for action in [r#"{"do":"decide"}"#, r#"{"do":"choose","choice":"z0"}"#] {
        replay
            .act(&Action::parse(action).expect("an action"))
            .expect("it is allowed");
    }
    replay.finish();
    let scored = score(&replay, ScoreOptions::default());
    let turn = &scored.decisions.turns[0];
    assert!(scored.decisions.exact && turn.judged.is_some() && turn.fair.is_none());
}

#[test]
fn looking_that_shuts_and_opens_in_every_order_is_told_or_said_not_to_be() {
    let draws: String = (0..6)
        .map(|draw| format!("\"d{draw}\": [\"x\", \"y\"],"))
        .collect();
    let nodes: String = (0..3)
        .map(|node| {
            let objects: String = (0..10)
                .map(|thing| format!("\"o{node}x{thing}\": (label: \"L\", text: \"A thing.\"),"))
                .collect();
            let choices: String = (0..10)
                .map(|thing| {
                    let when = format!(
                        "when: All([Not(Inspected(\"o{node}x{thing}\")), Any([Drew(\"d{}\", \"x\"), Inspected(\"o{node}x{}\")])]),",
                        thing % 6,
                        (thing + 1) % 10
                    );
                    choice(&format!("k{node}x{thing}"), &when, &next(node, 3))
                })
                .collect();
            format!("\"n{node}\": (place: \"P\", objects: {{ {objects} }}, choices: [{choices}]),")
        })
        .collect();
    let story = story(&text(&format!("draws: {{ {draws} }},"), 0, &nodes));
    let mut replay = Replay::begin(story, 1, &[]);
    for action in [
        r#"{"do":"inspect","what":"o0x1"}"#,
        r#"{"do":"decide"}"#,
        r#"{"do":"choose","choice":"k0x0"}"#,
    ] {
        replay
            .act(&Action::parse(action).expect("an action"))
            .expect("it is allowed");
    }
    replay.finish();
    let scored = score(&replay, ScoreOptions::default());
    let turn = &scored.decisions.turns[0];
    // Whatever could be told agrees with itself.
    if let (Some(judged), Some(fair)) = (&turn.judged, turn.fair) {
        assert!(judged.loss >= 0 && fair.value() >= 0.0);
    }
    assert!(scored.decisions.exact);
}
