//! Stories of any size, the same for the same size.
//!
//! Each node has three lines of 8 to 16 words, every fourth node a cue and every seventh a lure among
//! them, and three choices: one raises a var, one needs that var, one is always on offer. Targets lie one to three
//! nodes ahead, so that every play comes to the one ending.

use std::fmt::Write as _;

const WORDS: [&str; 24] = [
    "the", "bus", "stops", "by", "a", "low", "wall", "and", "somebody", "waits", "under", "one",
    "lamp", "while", "rain", "comes", "in", "from", "over", "fields", "that", "nobody", "crosses",
    "now",
];

/// A generator of small numbers: xorshift, so that nothing depends on a crate's version.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn sentence(&mut self, least: u64, most: u64) -> String {
        let count = least + self.below(most - least + 1);
        let words: Vec<&str> = (0..count)
            .map(|_| WORDS[usize::try_from(self.below(24)).unwrap_or_default()])
            .collect();
        words.join(" ")
    }
}

/// The file of a story with this many nodes besides its ending.
pub fn scenario(nodes: usize) -> String {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let (mut cues, mut lures, mut places) = (String::new(), String::new(), String::new());
    for node in 0..nodes {
        let _ = write!(places, "\"n{node}\": (place: \"Place {node}\", lines: [");
        for line in 0..3 {
            let text = numbers.sentence(8, 16);
            let tie = match line {
                1 if node % 4 == 0 => {
                    let _ = writeln!(
                        cues,
                        "\"c{node}\": (sign: \"second-phone\", horizon: Beyond, strength: Notable, why: \"It matters.\"),"
                    );
                    format!("[It is {text}](c{node}).")
                }
                2 if node % 7 == 0 => {
                    let _ = writeln!(lures, "\"l{node}\": (why_not: \"It means nothing.\"),");
                    format!("[It is {text}](l{node}).")
                }
                _ => format!("It is {text}."),
            };
            let _ = write!(places, "(text: \"{tie}\"),");
        }
        places.push_str("], choices: [");
        for choice in 0..3 {
            let ahead = node + 1 + usize::try_from(numbers.below(3)).unwrap_or_default();
            let goto = if ahead >= nodes {
                "end".to_owned()
            } else {
                format!("n{ahead}")
            };
            let text = numbers.sentence(4, 8);
            let more = match choice {
                0 => "effects: [Add(\"trust\", 1)], assess: { \"child-first\": 1 }, ",
                1 => "assess: { \"professional-curiosity\": -1 }, ",
                _ => "when: AtLeast(\"trust\", 2), assess: { \"professional-curiosity\": 2 }, ",
            };
            let _ = write!(
                places,
                "(id: \"n{node}-{choice}\", kind: Act, text: \"{text}\", takes_minutes: 1, {more}goto: \"{goto}\"),"
            );
        }
        places.push_str("]),\n");
    }
    file(
        &format!(
            "cues: {{{cues}}}, lures: {{{lures}}}, vars: {{ \"trust\": (start: 0, min: 0, max: 5) }},"
        ),
        &places,
    )
}

/// A story around these nodes, with what it declares.
fn file(declared: &str, places: &str) -> String {
    let declared = if declared.contains("cues:") {
        declared.to_owned()
    } else {
        format!("cues: {{}}, lures: {{}}, {declared}")
    };
    format!(
        r#"Scenario(format: 1, title: "Generated", role: "Constable", offence: "None.", briefing: "Generated for measuring.", minutes: 1,
    jurisdiction: EnglandAndWales, as_of: "2026-11", competences: ["professional-curiosity", "child-first"], sources: [],
    survivor_input: (basis: "Generated.", reviews: []), cast: {{}}, {declared} start: "n0",
    nodes: {{ {places} "end": (place: "The end", ending: (id: "end", summary: "It ends.")) }})"#
    )
}

fn name(node: usize, nodes: usize) -> String {
    if node >= nodes {
        "end".to_owned()
    } else {
        format!("n{node}")
    }
}

/// Rungs with two ways each to the next: as many plays as two to the power of the rungs.
pub fn ladder(rungs: usize) -> String {
    let mut places = String::new();
    for rung in 0..rungs {
        let goto = name(rung + 1, rungs);
        let _ = writeln!(
            places,
            "\"n{rung}\": (place: \"Rung {rung}\", choices: [\
            (id: \"l{rung}\", kind: Act, text: \"Left\", assess: {{ \"child-first\": 1 }}, goto: \"{goto}\"),\
            (id: \"r{rung}\", kind: Act, text: \"Right\", goto: \"{goto}\")]),"
        );
    }
    file("", &places)
}

/// Three choices a node, each of which raises a var of its own to 15 at most and lowers another;
/// later conditions ask for every value of each. So a node comes to have nearly 16 × 16 × 16 states.
pub fn remembering(nodes: usize) -> String {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let mut places = String::new();
    for node in 0..nodes {
        let _ = write!(places, "\"n{node}\": (place: \"Place {node}\", choices: [");
        let vars = ["asked", "told", "seen"];
        for (choice, var) in vars.into_iter().enumerate() {
            let lowered = vars[(choice + 1) % 3];
            let ahead = node + 1 + usize::try_from(numbers.below(3)).unwrap_or_default();
            let goto = name(ahead, nodes);
            let (of, least) = (["asked", "told"][node % 2], numbers.below(16));
            let when = match choice {
                2 => {
                    format!("when: Any([AtLeast(\"{of}\", {least}), AtMost(\"seen\", {least})]), ")
                }
                _ => String::new(),
            };
            let points = numbers.below(7).cast_signed() - 3;
            let _ = write!(
                places,
                "(id: \"n{node}-{choice}\", kind: Act, text: \"Go on\", {when}effects: [Add(\"{var}\", 2), Add(\"{lowered}\", -1)], \
                assess: {{ \"child-first\": {points} }}, goto: \"{goto}\"),"
            );
        }
        places.push_str("]),\n");
    }
    file(
        "vars: { \"asked\": (start: 0, min: 0, max: 15), \"told\": (start: 0, min: 0, max: 15), \"seen\": (start: 0, min: 0, max: 15) },",
        &places,
    )
}
