//! Strongly connected components of the graph of turns.

use super::graph::{END, Graph};

/// Takes a component's states, and whether a state is one of them.
pub(super) type EachComponent<'a> = dyn FnMut(&[u32], &dyn Fn(u32) -> bool) + 'a;

/// Strongly connected components of the states from `known` on, ends first
/// (Tarjan's algorithm, without recursion). States before are closed past.
pub(super) fn components(graph: &Graph, known: usize, each: &mut EachComponent<'_>) {
    const UNSEEN: u32 = u32::MAX;
    let count = graph.len() - known;
    let place = |state: u32| (state as usize).checked_sub(known);
    let (mut index_of, mut low) = (vec![UNSEEN; count], vec![0u32; count]);
    let mut component_of = vec![UNSEEN; count];
    let (mut stack, mut path): (Vec<u32>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
    let (mut index, mut component) = (0u32, 0u32);
    for root in known..graph.len() {
        if index_of[root - known] != UNSEEN {
            continue;
        }
        path.push((
            u32::try_from(root).unwrap_or(END),
            graph.edges_of(root).start,
        ));
        while let Some((state, edge)) = path.last_mut() {
            let (state_number, at) = (*state, *state as usize - known);
            if index_of[at] == UNSEEN {
                index_of[at] = index;
                low[at] = index;
                index += 1;
                stack.push(state_number);
            }
            if *edge < graph.edges_of(state_number as usize).end {
                let target = graph.targets[*edge];
                *edge += 1;
                let Some(to) = place(target).filter(|_| target != END) else {
                    continue;
                };
                if index_of[to] == UNSEEN {
                    path.push((target, graph.edges_of(target as usize).start));
                } else if component_of[to] == UNSEEN {
                    low[at] = low[at].min(index_of[to]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                let parent = *parent as usize - known;
                low[parent] = low[parent].min(low[at]);
            }
            if low[at] == index_of[at] {
                let first = stack
                    .iter()
                    .rposition(|member| *member == state_number)
                    .unwrap_or(0);
                let members = stack.split_off(first);
                for member in &members {
                    component_of[*member as usize - known] = component;
                }
                let inside =
                    |state: u32| place(state).is_some_and(|to| component_of[to] == component);
                each(&members, &inside);
                component += 1;
            }
        }
    }
}
