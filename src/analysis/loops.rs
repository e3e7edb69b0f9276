//! Strongly connected parts of a small graph, ends first.

/// Calls `each` with every part of the graph over `0..count`, those it leads to
/// before it (Tarjan's algorithm, without recursion).
pub(super) fn loops(
    count: usize,
    next: &dyn Fn(usize) -> Vec<usize>,
    each: &mut dyn FnMut(&[usize]),
) {
    const UNSEEN: usize = usize::MAX;
    let (mut met, mut low) = (vec![UNSEEN; count], vec![0usize; count]);
    let mut done = vec![false; count];
    let mut stack: Vec<usize> = Vec::new();
    let mut path: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut order = 0;
    for root in 0..count {
        if met[root] != UNSEEN {
            continue;
        }
        path.push((root, next(root)));
        while let Some((state, rest)) = path.last_mut() {
            let state = *state;
            if met[state] == UNSEEN {
                met[state] = order;
                low[state] = order;
                order += 1;
                stack.push(state);
            }
            if let Some(target) = rest.pop() {
                if met[target] == UNSEEN {
                    path.push((target, next(target)));
                } else if !done[target] {
                    low[state] = low[state].min(met[target]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[state]);
            }
            if low[state] == met[state] {
                let from = stack
                    .iter()
                    .rposition(|member| *member == state)
                    .unwrap_or(0);
                let part = stack.split_off(from);
                for member in &part {
                    done[*member] = true;
                }
                each(&part);
            }
        }
    }
}
