//! The values of states: best and worst of each objective, from the ends back.

use super::components::{Linked, components};
use super::graph::{Ahead, END, Graph};
use super::states::reserve;

/// Best and worst of one objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Value {
    /// The most that can still be earned.
    pub best: i64,
    /// The least.
    pub worst: i64,
}

/// Values state by state, in each best and worst objective by objective; in as few
/// bytes as hold them.
pub(super) enum Values {
    Small(Vec<i16>),
    Middle(Vec<i32>),
    Large(Vec<i64>),
}

/// A value that its bytes cannot hold.
struct TooLarge;

impl Values {
    pub(super) fn new() -> Self {
        Self::Small(Vec::new())
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Small(list) => list.capacity() * 2,
            Self::Middle(list) => list.capacity() * 4,
            Self::Large(list) => list.capacity() * 8,
        }
    }

    pub(super) fn of(&self, state: usize, objective: usize, objectives: usize) -> Value {
        let at = (state * objectives + objective) * 2;
        let get = |at: usize| {
            match self {
                Self::Small(list) => list.get(at).copied().map(i64::from),
                Self::Middle(list) => list.get(at).copied().map(i64::from),
                Self::Large(list) => list.get(at).copied(),
            }
            .unwrap_or_default()
        };
        Value {
            best: get(at),
            worst: get(at + 1),
        }
    }

    /// Works out the states that are new. Those known before lead only to such.
    pub(super) fn work_out(&mut self, graph: &Graph, objectives: usize) {
        loop {
            let done = match self {
                Self::Small(list) => extend(list, graph, objectives),
                Self::Middle(list) => extend(list, graph, objectives),
                Self::Large(list) => extend(list, graph, objectives),
            };
            match (done, &*self) {
                (Ok(()), _) | (Err(TooLarge), Self::Large(_)) => return,
                (Err(TooLarge), Self::Small(list)) => {
                    *self = Self::Middle(list.iter().map(|value| i32::from(*value)).collect());
                }
                (Err(TooLarge), Self::Middle(list)) => {
                    *self = Self::Large(list.iter().map(|value| i64::from(*value)).collect());
                }
            }
        }
    }
}

/// On failure the list is as it was.
fn extend<T: Copy + Default + Into<i64> + TryFrom<i64>>(
    values: &mut Vec<T>,
    graph: &Graph,
    objectives: usize,
) -> Result<(), TooLarge> {
    let row = objectives * 2;
    let known = values.len() / row;
    let new = graph.len() - known;
    // All at once the first time; what a playthrough adds comes in small pieces.
    if known == 0 {
        values.reserve_exact(new * row);
    } else {
        reserve(values, new * row);
    }
    values.resize(graph.len() * row, T::default());
    let ahead = Ahead {
        graph,
        known: u32::try_from(known).unwrap_or(END),
    };
    let mut fits = true;
    let mut found = vec![0i64; row];
    components(&ahead, new, &mut |component, told| {
        let mut any = false;
        for state in component {
            for edge in ahead.edges_of(*state) {
                let target = graph.target(edge);
                let gains = graph.rows.of(graph.gain(edge));
                let after: &[T] = if target == END {
                    &[]
                } else if ahead.target(edge).is_some_and(|inner| !told.has(inner)) {
                    // Within the component: what can be gained there again and again is nothing.
                    continue;
                } else {
                    &values[target as usize * row..][..row]
                };
                if any {
                    for (place, gain) in gains.iter().enumerate() {
                        let (best, worst) = both(after, place);
                        found[place * 2] = found[place * 2].max(i64::from(*gain) + best);
                        found[place * 2 + 1] = found[place * 2 + 1].min(i64::from(*gain) + worst);
                    }
                } else {
                    any = true;
                    for (place, gain) in gains.iter().enumerate() {
                        let (best, worst) = both(after, place);
                        found[place * 2] = i64::from(*gain) + best;
                        found[place * 2 + 1] = i64::from(*gain) + worst;
                    }
                }
            }
        }
        if any {
            for state in component {
                let own = &mut values[(*state as usize + known) * row..][..row];
                for (own, found) in own.iter_mut().zip(&found) {
                    match T::try_from(*found) {
                        Ok(value) => *own = value,
                        Err(_) => fits = false,
                    }
                }
            }
        }
    });
    if fits {
        return Ok(());
    }
    values.truncate(known * row);
    Err(TooLarge)
}

#[inline]
fn both<T: Copy + Into<i64>>(after: &[T], objective: usize) -> (i64, i64) {
    match after.get(objective * 2..objective * 2 + 2) {
        Some(pair) => (pair[0].into(), pair[1].into()),
        None => (0, 0),
    }
}
