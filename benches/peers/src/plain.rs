//! Plain owned structures for the generated story: what `ron` and `serde_json` need without us.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    format: u32,
    title: String,
    role: String,
    offence: String,
    briefing: String,
    minutes: u32,
    jurisdiction: Jurisdiction,
    as_of: String,
    competences: Vec<String>,
    sources: Vec<String>,
    survivor_input: SurvivorInput,
    cast: HashMap<String, String>,
    cues: HashMap<String, String>,
    lures: HashMap<String, String>,
    vars: HashMap<String, Var>,
    start: String,
    nodes: HashMap<String, Node>,
}

#[derive(Serialize, Deserialize)]
enum Jurisdiction {
    EnglandAndWales,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SurvivorInput {
    basis: String,
    reviews: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Var {
    start: i32,
    min: i32,
    max: i32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Node {
    place: String,
    lines: Vec<Line>,
    choices: Vec<Choice>,
    #[serde(default)]
    keep_order: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    id: String,
    kind: Kind,
    text: String,
    #[serde(default)]
    when: Option<When>,
    #[serde(default)]
    again: bool,
    #[serde(default)]
    effects: Vec<Effect>,
    goto: String,
}

#[derive(Serialize, Deserialize)]
enum Kind {
    Act,
}

#[derive(Serialize, Deserialize)]
enum When {
    AtLeast(String, i32),
}

#[derive(Serialize, Deserialize)]
enum Effect {
    Add(String, i32),
}

pub fn from_ron(text: &str) -> Scenario {
    serde_ron::Options::default()
        .with_default_extension(serde_ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(text)
        .expect("the generated story")
}

pub fn to_json(scenario: &Scenario) -> String {
    serde_json::to_string(scenario).expect("as JSON")
}

pub fn from_json(text: &str) -> Scenario {
    serde_json::from_str(text).expect("the generated story")
}
