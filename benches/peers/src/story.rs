//! One generated story in four notations.
//!
//! Each node: three lines of 8 to 16 words, three choices of 4 to 8 words; the first raises `trust`, the third
//! asks for some of it; targets lie a bounded way ahead, modulo the number of nodes, so that the story never ends.

use std::fmt::Write as _;

const WORDS: [&str; 32] = [
    "the", "bus", "stops", "by", "a", "low", "wall", "and", "somebody", "waits", "under", "one",
    "lamp", "while", "rain", "comes", "in", "from", "over", "fields", "that", "nobody", "crosses",
    "now", "because", "morning", "market", "opens", "early", "near", "that", "bridge",
];

/// The most of `trust` that any choice asks for.
pub const TRUST: u64 = 100;

/// xorshift64: the same stream drives every engine.
#[derive(Clone)]
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    fn words(&mut self, least: usize, most: usize) -> String {
        let count = least + self.below(most - least + 1);
        let words: Vec<&str> = (0..count).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }
}

pub struct Choice {
    pub text: String,
    pub raises: bool,
    pub needs: Option<usize>,
    pub goto: usize,
}

pub struct Node {
    pub lines: Vec<String>,
    pub choices: Vec<Choice>,
}

pub fn story(nodes: usize) -> Vec<Node> {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    (0..nodes)
        .map(|node| Node {
            lines: (0..3)
                .map(|_| format!("It is {}.", numbers.words(6, 14)))
                .collect(),
            choices: (0..3)
                .map(|choice| Choice {
                    text: format!("Say {}", numbers.words(3, 7)),
                    raises: choice == 0,
                    needs: (choice == 2).then(|| 1 + numbers.below(TRUST as usize)),
                    goto: (node + 1 + numbers.below(20)) % nodes,
                })
                .collect(),
        })
        .collect()
}

pub fn ink(story: &[Node]) -> String {
    let mut text = "VAR trust = 0\n-> n0\n".to_owned();
    for (number, node) in story.iter().enumerate() {
        let _ = writeln!(text, "=== n{number} ===");
        node.lines.iter().for_each(|line| {
            let _ = writeln!(text, "{line}");
        });
        for choice in &node.choices {
            let needs = choice
                .needs
                .map_or(String::new(), |needs| format!("{{trust >= {needs}}} "));
            let _ = writeln!(text, "+ {needs}[{}]", choice.text);
            if choice.raises {
                text.push_str("    ~ trust = trust + 1\n");
            }
            let _ = writeln!(text, "    -> n{}", choice.goto);
        }
    }
    text
}

pub fn yarn(story: &[Node]) -> String {
    let mut text = "title: Start\n---\n<<declare $trust = 0>>\n<<jump n0>>\n===\n".to_owned();
    for (number, node) in story.iter().enumerate() {
        let _ = writeln!(text, "title: n{number}\n---");
        node.lines.iter().for_each(|line| {
            let _ = writeln!(text, "{line}");
        });
        for choice in &node.choices {
            let needs = choice
                .needs
                .map_or(String::new(), |needs| format!(" <<if $trust >= {needs}>>"));
            let _ = writeln!(text, "-> {}{needs}", choice.text);
            if choice.raises {
                text.push_str("    <<set $trust = $trust + 1>>\n");
            }
            let _ = writeln!(text, "    <<jump n{}>>", choice.goto);
        }
        text.push_str("===\n");
    }
    text
}

/// The head of a scenario without cues: what play needs and nothing else.
const HEAD: &str = r#"    format: 1,
    title: "Generated",
    role: "Constable",
    offence: "None.",
    briefing: "Generated for measuring.",
    minutes: 1,
    jurisdiction: EnglandAndWales,
    as_of: "2026-11",
    competences: ["child-first"],
    sources: [],
    survivor_input: (basis: "Generated.", reviews: []),
    cast: {},
    cues: {},
    lures: {},
"#;

pub fn ron(story: &[Node]) -> String {
    let mut text = format!(
        "Scenario(\n{HEAD}    vars: {{ \"trust\": (start: 0, min: 0, max: {TRUST}) }},\n    start: \"n0\",\n    nodes: {{\n"
    );
    for (number, node) in story.iter().enumerate() {
        let _ = writeln!(
            text,
            "        \"n{number}\": (\n            place: \"Place {number}\",\n            lines: ["
        );
        node.lines.iter().for_each(|line| {
            let _ = writeln!(text, "                (text: \"{line}\"),");
        });
        text.push_str("            ],\n            choices: [\n");
        for (index, choice) in node.choices.iter().enumerate() {
            let needs = choice.needs.map_or(String::new(), |needs| {
                format!("when: AtLeast(\"trust\", {needs}), ")
            });
            let raises = if choice.raises {
                "effects: [Add(\"trust\", 1)], "
            } else {
                ""
            };
            let _ = writeln!(
                text,
                "                (id: \"c{number}-{index}\", kind: Act, text: \"{}\", {needs}again: true, {raises}goto: \"n{}\"),",
                choice.text, choice.goto
            );
        }
        text.push_str("            ],\n            keep_order: true,\n        ),\n");
    }
    text.push_str("    },\n)\n");
    text
}
