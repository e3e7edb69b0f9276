//! The compiled story and the expander hold each other: on small stories put
//! together at random, every state has the same turns, edges and values either way.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::scenario::load;
use crate::scenario::shelf::Shelf;
use crate::scenario::story::Story;

use super::graph::END;
use super::search::{How, Search};
use super::values::Value;

/// Small numbers that hang on one seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % bound
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    fn atom(&mut self, nodes: usize) -> String {
        let node = self.below(nodes);
        let forms: Vec<usize> = (0..nodes).filter(|node| node % 3 == 2).collect();
        match self.below(12) {
            0 | 1 => format!("Marked(\"c{}\")", self.below(3)),
            2 => format!("Not(Marked(\"c{}\"))", self.below(3)),
            3 => format!("Visited(\"n{node}\")"),
            4 | 5 if node % 3 != 2 => format!("Chose(\"k{node}-{}\")", self.below(2)),
            6 if !forms.is_empty() => {
                format!(
                    "Filled(\"f{}\", \"o{}\")",
                    forms[self.below(forms.len())],
                    self.below(2)
                )
            }
            7 => format!("Inspected(\"t{node}\")"),
            8 => format!("BeforeMinute({})", self.below(6)),
            9 => "Fulfilled(\"d\")".to_owned(),
            10 => format!("AtMost(\"v{}\", {})", self.below(2), self.below(4)),
            _ => format!("AtLeast(\"v{}\", {})", self.below(2), self.below(4)),
        }
    }

    fn when(&mut self, nodes: usize) -> String {
        if self.one_in(3) {
            return String::new();
        }
        let one = self.atom(nodes);
        let condition = match self.below(4) {
            0 => format!("All([{one}, {}])", self.atom(nodes)),
            1 => format!("Any([{one}, {}])", self.atom(nodes)),
            2 => format!("Not({one})"),
            _ => one,
        };
        format!("when: {condition}, ")
    }

    fn choice(&mut self, nodes: usize, node: usize, number: usize) -> String {
        let goto = match self.below(nodes + 2) {
            back if back < nodes && self.one_in(2) => format!("n{back}"),
            _ if node + 1 < nodes => format!("n{}", node + 1),
            _ => "end".to_owned(),
        };
        let again = self.one_in(5);
        let worth = if again {
            "again: true, ".to_owned()
        } else {
            let duty = if self.one_in(4) {
                "fulfils: [\"d\"], "
            } else {
                ""
            };
            format!(
                "assess: {{ \"a\": {} }}, {duty}",
                self.below(7).cast_signed() - 3
            )
        };
        let effect = match self.below(4) {
            0 => format!(
                "effects: [Add(\"v{}\", {})], ",
                self.below(2),
                self.below(5).cast_signed() - 2
            ),
            1 => format!(
                "effects: [Set(\"v{}\", {})], ",
                self.below(2),
                self.below(4)
            ),
            _ => String::new(),
        };
        format!(
            "(id: \"k{node}-{number}\", kind: Act, text: \"T\", {}{worth}{effect}takes_minutes: {}, goto: \"{goto}\"),",
            self.when(nodes),
            self.below(3)
        )
    }

    fn option(&mut self, nodes: usize, number: usize) -> String {
        // The first is always on offer, so that the form can be filled.
        let when = if number == 0 {
            String::new()
        } else {
            self.when(nodes)
        };
        format!(
            "(id: \"o{number}\", text: \"T\", {when}assess: {{ \"b\": {} }}),",
            self.below(5).cast_signed() - 2
        )
    }

    fn story(&mut self) -> String {
        let nodes = 2 + self.below(4);
        let mut places = String::new();
        for node in 0..nodes {
            let mut lines = String::new();
            for _ in 0..=self.below(2) {
                let text = match self.below(3) {
                    0 => "It rains.".to_owned(),
                    1 => format!("[A car](c{}).", self.below(3)),
                    _ => format!("[A car](c{}). [A bag](c{}).", self.below(3), self.below(3)),
                };
                let when = self.when(nodes);
                let _ = write!(lines, "({when}text: \"{text}\"),");
            }
            let exit = if node % 3 == 2 {
                let input = ["One", "Many"][self.below(2)];
                let goto = if node + 1 < nodes && !self.one_in(4) {
                    format!("n{}", node + 1)
                } else {
                    "end".to_owned()
                };
                let options = self.option(nodes, 0) + &self.option(nodes, 1);
                format!(
                    "form: (title: \"F\", record: Referral, takes_minutes: 1, goto: \"{goto}\", fields: [(id: \"f{node}\", label: \"L\", input: {input}([{options}]))])"
                )
            } else {
                let choices = self.choice(nodes, node, 0) + &self.choice(nodes, node, 1);
                format!("choices: [{choices}]")
            };
            let _ = write!(
                places,
                "\"n{node}\": (place: \"P\", objects: {{ \"t{node}\": (label: \"O\", text: \"[A sign](c{}).\") }}, lines: [{lines}], {exit}),",
                self.below(3)
            );
        }
        let cue = "(horizon: Immediate, strength: Weak, why: \"W\")";
        format!(
            r#"Scenario(format: 1, title: "T", role: "R", offence: "O", briefing: "B", minutes: 1, jurisdiction: EnglandAndWales, as_of: "2026-11",
            competences: ["a", "b"], sources: [], survivor_input: (basis: "B", reviews: []), cast: {{}},
            cues: {{ "c0": {cue}, "c1": {cue}, "c2": {cue} }}, lures: {{}}, duties: {{ "d": (title: "D", why: "W") }},
            vars: {{ "v0": (start: 0, min: 0, max: 4), "v1": (start: 2, min: -1, max: 3) }}, start: "n0",
            nodes: {{ {places} "end": (place: "P", ending: (id: "done", summary: "S")) }})"#
        )
    }
}

fn story(text: &str) -> std::sync::Arc<Story> {
    let vocabularies = Shelf::new(None).vocabularies().expect("the built-in words");
    let loaded = load("case", "case", text.as_bytes(), &vocabularies, false);
    loaded
        .story
        .unwrap_or_else(|| panic!("{:?}\n{text}", loaded.problems))
}

/// Every edge of a state, as the search keeps it: where to, points, whether no mark is needed.
fn kept(search: &Search<'_>, state: usize) -> Vec<(u32, Vec<i32>, bool)> {
    let mut edges: Vec<_> = search.edges_kept(state).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn values(search: &Search<'_>, state: usize) -> Vec<Value> {
    (0..3)
        .map(|objective| search.value_at(state, objective))
        .collect()
}

proptest! {
    #[test]
    fn every_state_has_the_same_edges_compiled_or_not(seed in 1u64..) {
        let text = Dice(seed | 1 << 40).story();
        let story = story(&text);
        let quick = Search::with(&story, &[], 3_000, How { compiled: true, least_words: 2 });
        prop_assume!(quick.is_exact());
        for how in [How { compiled: false, least_words: 2 }, How { compiled: false, least_words: 3 }] {
            let slow = Search::with(&story, &[], 3_000, how);
            prop_assert!(slow.is_exact());
            prop_assert_eq!(quick.states(), slow.states(), "{}", text);
            // Numbers differ where edges are met in another order: turns are what is the same.
            let same: Vec<u32> = (0..slow.states()).map(|state| {
                let turn = slow.turn(u32::try_from(state).unwrap_or(END));
                quick.find(&turn).unwrap_or(END)
            }).collect();
            for (state, other) in same.iter().enumerate() {
                prop_assert_ne!(*other, END, "{}", &text);
                let other = *other as usize;
                let mut edges: Vec<_> = kept(&slow, state).into_iter().map(|(target, gain, unmarked)| {
                    (same.get(target as usize).copied().unwrap_or(END), gain, unmarked)
                }).collect();
                edges.sort_unstable();
                prop_assert_eq!(edges, kept(&quick, other), "{}", &text);
                prop_assert_eq!(values(&slow, state), values(&quick, other), "{}", &text);
            }
        }
    }

    #[test]
    fn going_back_from_parent_to_parent_is_a_shortest_play(seed in 1u64..) {
        let story = story(&Dice(seed | 1 << 40).story());
        let search = Search::new(&story, &[], 3_000);
        prop_assume!(search.is_exact());
        let mut turns = vec![0u32; search.states()];
        for state in 1..search.states() {
            let parent = search.parent(u32::try_from(state).unwrap_or(END)).expect("only the first has none");
            prop_assert!((parent as usize) < state);
            turns[state] = turns[parent as usize] + 1;
            prop_assert!(kept(&search, parent as usize).iter().any(|edge| edge.0 as usize == state));
        }
        prop_assert!(turns.is_sorted());
        for (state, taken) in turns.iter().enumerate() {
            for (target, _, _) in kept(&search, state) {
                prop_assert!(target == END || turns[target as usize] <= taken + 1);
            }
        }
    }
}
