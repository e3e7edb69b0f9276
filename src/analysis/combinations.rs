//! The combinations of facts that can be drawn, as far as anything in play asks about them.

use crate::scenario::condition::Condition;
use crate::scenario::ids::{NodeId, OptionKey};
use crate::scenario::story::{Exit, Story};

use super::expand::TooMany;
use super::order::Order;

/// A set of combinations, a bit each.
pub(super) type Mask = u128;

/// Most combinations told apart: the bits of a [`Mask`].
const MOST: usize = Mask::BITS as usize;

/// Every combination of the draws that something asks about, and where it is asked.
///
/// A draw that no line, choice or option asks about is the same to everybody
/// and leaves every average as it is, so it is left out.
pub(super) struct Combinations {
    /// The values of all draws, for each combination.
    pub(super) draws: Vec<Vec<u32>>,
    /// The one that came up.
    pub(super) actual: usize,
    /// Lines that ask about a draw: to see one of them or not tells something.
    pub(super) watched: Vec<bool>,
    /// For each node, the draws that its choices or its form ask about, and those that its lines do.
    exit: Vec<Asked>,
    entry: Vec<Asked>,
    /// For each node, the draws that can still be asked about after entering it.
    ahead: Vec<Asked>,
    order: Order,
}

/// Draws, ascending.
pub(super) type Asked = Vec<usize>;

fn ask(story: &Story, condition: &Condition, asked: &mut Asked) {
    condition.each_atom(&mut |atom| {
        if let Condition::Drew(draw, _) = atom
            && story.draws[draw.index()].values.len() > 1
            && !asked.contains(&draw.index())
        {
            asked.push(draw.index());
            asked.sort_unstable();
        }
    });
}

fn join(asked: &mut Asked, more: &Asked) -> bool {
    let before = asked.len();
    asked.extend(more);
    asked.sort_unstable();
    asked.dedup();
    asked.len() > before
}

impl Combinations {
    /// # Errors
    /// When there are more than can be told apart.
    pub(super) fn new(story: &Story, drawn: &[u32]) -> Result<Self, TooMany> {
        let count = story.nodes.len();
        let mut watched = vec![false; story.lines.len()];
        let (mut exit, mut entry) = (vec![Asked::new(); count], vec![Asked::new(); count]);
        for (number, node) in story.nodes.iter().enumerate() {
            match &node.exit {
                Exit::Ending { .. } => continue,
                Exit::Choices(choices) => choices.clone().for_each(|choice| {
                    ask(
                        story,
                        &story.choices[choice as usize].when,
                        &mut exit[number],
                    );
                }),
                Exit::Form(form) => form
                    .fields
                    .clone()
                    .flat_map(|field| story.fields[field as usize].input.options())
                    .for_each(|option| {
                        ask(
                            story,
                            &story.option(OptionKey(option)).when,
                            &mut exit[number],
                        );
                    }),
            }
            for line in node.lines.clone() {
                let mut own = Asked::new();
                ask(story, &story.lines[line as usize].when, &mut own);
                watched[line as usize] = !own.is_empty();
                join(&mut entry[number], &own);
            }
        }
        let mut all = Asked::new();
        exit.iter().chain(&entry).for_each(|asked| {
            join(&mut all, asked);
        });
        let draws = combinations(story, drawn, &all)?;
        let order = Order::new(story);
        Ok(Self {
            actual: draws
                .iter()
                .position(|values| values == drawn)
                .unwrap_or_default(),
            draws,
            watched,
            ahead: ahead(&order, &exit, &entry),
            order,
            exit,
            entry,
        })
    }

    pub(super) fn count(&self) -> usize {
        self.draws.len()
    }

    /// All of them.
    pub(super) fn all(&self) -> Mask {
        Mask::MAX >> (MOST - self.count())
    }

    /// Parts of a set that this node's choices or form can tell apart.
    pub(super) fn by_exit(&self, node: NodeId, mask: Mask) -> Vec<Mask> {
        self.classes(&self.exit[node.index()], mask)
    }

    /// Parts of a set that this node's lines can tell apart.
    pub(super) fn by_entry(&self, node: NodeId, mask: Mask) -> Vec<Mask> {
        self.classes(&self.entry[node.index()], mask)
    }

    /// For each node, the draws on which one turn hangs: those of its exit, and of
    /// such lines as `counts` of the nodes it leads to.
    pub(super) fn of_turns(&self, story: &Story, counts: &dyn Fn(u32) -> bool) -> Vec<Asked> {
        let entry: Vec<Asked> = story
            .nodes
            .iter()
            .map(|node| {
                let mut asked = Asked::new();
                for line in node.lines.clone().filter(|line| counts(*line)) {
                    if self.watched[line as usize] {
                        ask(story, &story.lines[line as usize].when, &mut asked);
                    }
                }
                asked
            })
            .collect();
        (0..story.nodes.len())
            .map(|node| {
                let mut asked = self.exit[node].clone();
                for way in self.order.leaving(NodeId::at(node)) {
                    join(&mut asked, &entry[way.to.index()]);
                }
                asked
            })
            .collect()
    }

    /// Whether nothing from this node on can tell the combinations of a set apart.
    pub(super) fn are_alike_from(&self, node: NodeId, mask: Mask) -> bool {
        mask.count_ones() <= 1 || self.classes(&self.ahead[node.index()], mask).len() == 1
    }

    /// Parts of a set that differ in some of these draws.
    pub(super) fn classes(&self, asked: &Asked, mask: Mask) -> Vec<Mask> {
        if asked.is_empty() || mask.count_ones() <= 1 {
            return vec![mask];
        }
        let alike = |one: usize, other: usize| {
            asked
                .iter()
                .all(|draw| self.draws[one][*draw] == self.draws[other][*draw])
        };
        let mut classes: Vec<(usize, Mask)> = Vec::new();
        for member in members(mask) {
            match classes.iter_mut().find(|(first, _)| alike(*first, member)) {
                Some((_, class)) => *class |= 1 << member,
                None => classes.push((member, 1 << member)),
            }
        }
        classes.into_iter().map(|(_, class)| class).collect()
    }
}

/// The members of a set, ascending.
pub(super) fn members(mask: Mask) -> impl Iterator<Item = usize> {
    let mut rest = mask;
    std::iter::from_fn(move || {
        (rest != 0).then(|| {
            let member = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            member
        })
    })
}

/// The first member of a set: it stands for those that nothing tells from it.
pub(super) fn first(mask: Mask) -> usize {
    (mask.trailing_zeros() as usize).min(MOST - 1)
}

/// How many members a set has.
pub(super) fn size(mask: Mask) -> i64 {
    i64::from(mask.count_ones())
}

fn combinations(story: &Story, drawn: &[u32], asked: &Asked) -> Result<Vec<Vec<u32>>, TooMany> {
    let mut found = vec![drawn.to_vec()];
    for draw in asked {
        let values = u32::try_from(story.draws[*draw].values.len()).map_err(|_| TooMany)?;
        if found.len().saturating_mul(values as usize) > MOST {
            return Err(TooMany);
        }
        found = found
            .into_iter()
            .flat_map(|known| {
                (0..values).map(move |value| {
                    let mut with = known.clone();
                    with[*draw] = value;
                    with
                })
            })
            .collect();
    }
    Ok(found)
}

fn ahead(order: &Order, exit: &[Asked], entry: &[Asked]) -> Vec<Asked> {
    let mut ahead = exit.to_vec();
    loop {
        let mut changed = false;
        for node in &order.ends_first {
            let node = node.index();
            for way in order.leaving(NodeId::at(node)) {
                let after = way.to.index();
                changed |= join(&mut ahead[node], &entry[after]);
                let later = ahead[after].clone();
                changed |= join(&mut ahead[node], &later);
            }
        }
        if !changed {
            return ahead;
        }
    }
}
