//! Strongly connected components, of a story's nodes and of the turns of a search.

/// Not looked at yet.
const NEW: u32 = 0;
/// Its component has been told.
const DONE: u32 = u32::MAX;

/// A graph whose vertices are numbers and whose edges stand in one list.
pub(super) trait Linked {
    /// The edges that leave a vertex.
    fn edges_of(&self, vertex: u32) -> std::ops::Range<usize>;
    /// Where an edge leads; none where that is outside what is looked at.
    fn target(&self, edge: usize) -> Option<u32>;
}

/// Which vertices have been told as part of a component.
pub(super) struct Told(Vec<u32>);

impl Told {
    /// Whether this vertex's component was told before.
    pub(super) fn has(&self, vertex: u32) -> bool {
        self.0[vertex as usize] == DONE
    }
}

/// Tells every component of the vertices below `count`, ends first: whatever a
/// component leads to outside itself has been told before it.
///
/// One number a vertex and no recursion (D. J. Pearce, 2016). The vertices are
/// begun from the last, because in a search what lies ahead has higher numbers.
pub(super) fn components(graph: &impl Linked, count: usize, each: &mut impl FnMut(&[u32], &Told)) {
    let mut told = Told(vec![NEW; count]);
    let mut waiting: Vec<u32> = Vec::new();
    let mut path: Vec<(u32, usize, bool)> = Vec::new();
    let mut index = 1u32;
    for first in (0..u32::try_from(count).unwrap_or(DONE)).rev() {
        if told.0[first as usize] != NEW {
            continue;
        }
        if graph
            .edges_of(first)
            .all(|edge| graph.target(edge).is_none_or(|target| told.has(target)))
        {
            each(&[first], &told);
            told.0[first as usize] = DONE;
            continue;
        }
        told.0[first as usize] = index;
        index += 1;
        path.push((first, graph.edges_of(first).start, true));
        while let Some((vertex, edge, heads)) = path.last_mut() {
            let at = *vertex as usize;
            if *edge < graph.edges_of(*vertex).end {
                let Some(target) = graph.target(*edge) else {
                    *edge += 1;
                    continue;
                };
                let seen = told.0[target as usize];
                if seen == NEW {
                    // The edge is looked at again when its target is done.
                    told.0[target as usize] = index;
                    index += 1;
                    path.push((target, graph.edges_of(target).start, true));
                    continue;
                }
                if seen < told.0[at] {
                    told.0[at] = seen;
                    *heads = false;
                }
                *edge += 1;
                continue;
            }
            let (vertex, heads) = (*vertex, *heads);
            path.pop();
            if !heads {
                waiting.push(vertex);
                continue;
            }
            let members = waiting
                .iter()
                .rposition(|member| told.0[*member as usize] < told.0[at])
                .map_or(0, |before| before + 1);
            waiting.push(vertex);
            each(&waiting[members..], &told);
            for member in waiting.drain(members..) {
                told.0[member as usize] = DONE;
                index -= 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    struct Lists(Vec<usize>, Vec<u32>);

    impl Linked for Lists {
        fn edges_of(&self, vertex: u32) -> std::ops::Range<usize> {
            self.0[vertex as usize]..self.0[vertex as usize + 1]
        }
        fn target(&self, edge: usize) -> Option<u32> {
            Some(self.1[edge])
        }
    }

    fn reaches(graph: &Lists, from: u32, to: u32) -> bool {
        let (mut seen, mut todo) = (vec![false; graph.0.len()], vec![from]);
        while let Some(vertex) = todo.pop() {
            if vertex == to {
                return true;
            }
            for edge in graph.edges_of(vertex) {
                if !std::mem::replace(&mut seen[graph.1[edge] as usize], true) {
                    todo.push(graph.1[edge]);
                }
            }
        }
        false
    }

    proptest! {
        #[test]
        fn those_that_reach_each_other_are_told_together_and_ends_first(
            edges in (1u32..12).prop_flat_map(|count| (Just(count), prop::collection::vec((0..count, 0..count), 0..30)))
        ) {
            let (count, mut edges) = edges;
            edges.sort_unstable();
            let starts = (0..=count).map(|vertex| edges.partition_point(|edge| edge.0 < vertex)).collect();
            let graph = Lists(starts, edges.iter().map(|edge| edge.1).collect());
            let mut found: Vec<Vec<u32>> = Vec::new();
            components(&graph, count as usize, &mut |members, told| {
                for vertex in 0..count {
                    assert_eq!(told.has(vertex), found.iter().flatten().any(|known| *known == vertex));
                }
                found.push(members.to_vec());
            });
            prop_assert_eq!(found.iter().flatten().count(), count as usize);
            for (place, members) in found.iter().enumerate() {
                for vertex in members {
                    for other in 0..count {
                        let together = reaches(&graph, *vertex, other) && reaches(&graph, other, *vertex);
                        prop_assert_eq!(members.contains(&other), together || *vertex == other);
                        if reaches(&graph, *vertex, other) && !members.contains(&other) {
                            prop_assert!(found[..place].iter().flatten().any(|known| *known == other));
                        }
                    }
                }
            }
        }
    }
}
