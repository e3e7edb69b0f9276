//! The story's nodes in the order in which plays come to them, loops taken together.

use crate::scenario::ids::{ChoiceKey, NodeId};
use crate::scenario::story::{Exit, Story};

use super::components::{Linked, components};

/// A way from one node to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) from: NodeId,
    pub(super) to: NodeId,
    /// The choice; none for a form.
    pub(super) choice: Option<ChoiceKey>,
}

/// Ways between nodes, and which nodes come before which.
pub(super) struct Order {
    /// All ways, by the node they leave.
    ways: Vec<Way>,
    leaving: Vec<usize>,
    /// Ways again, as numbers, by the node they come to.
    coming: Vec<u32>,
    arriving: Vec<usize>,
    /// A way never leads to a node of lower rank; nodes of one loop have the same.
    pub(super) rank: Vec<u32>,
    /// Whether a node can be come to again from itself.
    pub(super) looped: Vec<bool>,
    /// Nodes, those of highest rank first.
    pub(super) ends_first: Vec<NodeId>,
}

impl Linked for Order {
    fn edges_of(&self, vertex: u32) -> std::ops::Range<usize> {
        self.leaving[vertex as usize]..self.leaving[vertex as usize + 1]
    }
    fn target(&self, edge: usize) -> Option<u32> {
        Some(self.ways[edge].to.0)
    }
}

impl Order {
    pub(super) fn new(story: &Story) -> Self {
        let count = story.nodes.len();
        let (mut ways, mut leaving) = (Vec::with_capacity(story.choices.len()), vec![0]);
        for (number, node) in story.nodes.iter().enumerate() {
            let from = NodeId::at(number);
            match &node.exit {
                Exit::Choices(choices) => ways.extend(choices.clone().map(|choice| Way {
                    from,
                    to: story.choices[choice as usize].goto,
                    choice: Some(ChoiceKey(choice)),
                })),
                Exit::Form(form) => ways.push(Way {
                    from,
                    to: form.goto,
                    choice: None,
                }),
                Exit::Ending { .. } => {}
            }
            leaving.push(ways.len());
        }
        let mut arriving = vec![0; count + 1];
        for way in &ways {
            arriving[way.to.index() + 1] += 1;
        }
        for node in 0..count {
            arriving[node + 1] += arriving[node];
        }
        let (mut places, mut coming) = (arriving.clone(), vec![0; ways.len()]);
        for (number, way) in ways.iter().enumerate() {
            let place = &mut places[way.to.index()];
            coming[*place] = u32::try_from(number).unwrap_or(u32::MAX);
            *place += 1;
        }
        let mut order = Self {
            ways,
            leaving,
            coming,
            arriving,
            rank: vec![0; count],
            looped: vec![false; count],
            ends_first: Vec::with_capacity(count),
        };
        let (mut rank, mut looped, mut ends_first) =
            (vec![0; count], vec![false; count], Vec::new());
        let mut told = 0u32;
        components(&order, count, &mut |members, _| {
            told += 1;
            for member in members {
                // Turned round below: ends are told first and have the highest rank.
                rank[*member as usize] = told;
                looped[*member as usize] = members.len() > 1
                    || order
                        .leaving(NodeId(*member))
                        .iter()
                        .any(|way| way.to.0 == *member);
                ends_first.push(NodeId(*member));
            }
        });
        rank.iter_mut().for_each(|rank| *rank = told - *rank);
        (order.rank, order.looped, order.ends_first) = (rank, looped, ends_first);
        order
    }

    /// Ways that leave a node.
    pub(super) fn leaving(&self, node: NodeId) -> &[Way] {
        &self.ways[self.leaving[node.index()]..self.leaving[node.index() + 1]]
    }

    /// Ways that come to a node.
    pub(super) fn arriving(&self, node: NodeId) -> impl Iterator<Item = &Way> {
        self.coming[self.arriving[node.index()]..self.arriving[node.index() + 1]]
            .iter()
            .map(|way| &self.ways[*way as usize])
    }
}
