//! How many turns a node is from an end, whatever its conditions say.

use std::collections::VecDeque;

use crate::scenario::story::{Exit, Story};

/// Farther than any node can be: there is no way to an end.
pub(super) const NO_WAY: u32 = 1 << 24;

/// For each node, the fewest turns to an ending.
pub(super) fn turns_to_an_end(story: &Story) -> Vec<u32> {
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); story.nodes.len()];
    let mut turns = vec![NO_WAY; story.nodes.len()];
    let mut next = VecDeque::new();
    for (number, node) in story.nodes.iter().enumerate() {
        match &node.exit {
            Exit::Choices(choices) => {
                for choice in choices.clone() {
                    before[story.choices[choice as usize].goto.index()].push(number);
                }
            }
            Exit::Form(form) => before[form.goto.index()].push(number),
            Exit::Ending { .. } => {
                turns[number] = 0;
                next.push_back(number);
            }
        }
    }
    while let Some(node) = next.pop_front() {
        for earlier in &before[node] {
            if turns[*earlier] == NO_WAY {
                turns[*earlier] = turns[node] + 1;
                next.push_back(*earlier);
            }
        }
    }
    turns
}
