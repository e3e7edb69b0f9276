//! Conditions where marks are still free: true, false, or as one likes.

use hashbrown::HashSet;

use crate::scenario::condition::{Condition, Facts};
use crate::scenario::ids::{ChoiceKey, DrawId, DutyId, NodeId, OptionKey, TagId, ThingKey, VarId};

use super::test::Marks;

/// Most partial sets of marks tried for one condition that wants some marks and not others.
const TRIES: usize = 1 << 14;

/// A fact or its absence, or free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    Free,
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

/// The condition with marks known only as far as `mark` says.
pub(super) fn three_valued(
    condition: &Condition,
    facts: &dyn Facts,
    mark: &dyn Fn(TagId) -> Truth,
) -> Truth {
    match condition {
        Condition::All(list) => {
            let mut all = Truth::True;
            for inner in list {
                match three_valued(inner, facts, mark) {
                    Truth::False => return Truth::False,
                    Truth::Free => all = Truth::Free,
                    Truth::True => {}
                }
            }
            all
        }
        Condition::Any(list) => {
            let mut any = Truth::False;
            for inner in list {
                match three_valued(inner, facts, mark) {
                    Truth::True => return Truth::True,
                    Truth::Free => any = Truth::Free,
                    Truth::False => {}
                }
            }
            any
        }
        Condition::Not(inner) => match three_valued(inner, facts, mark) {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Free => Truth::Free,
        },
        Condition::Marked(tag) => mark(*tag),
        other => other.holds(facts).into(),
    }
}

/// The tags that a condition asks about.
pub(super) fn tags_of(condition: &Condition, tags: &mut Vec<TagId>) {
    condition.each_atom(&mut |atom| {
        if let Condition::Marked(tag) = atom
            && !tags.contains(tag)
        {
            tags.push(*tag);
        }
    });
}

/// What can be marked: one signature for each kind of unit that was shown, as
/// the tags (of those asked about) that a mark on it sets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markable {
    tags: Vec<TagId>,
    signatures: Vec<Vec<TagId>>,
}

impl Markable {
    /// Signatures over `tags` of the shown units.
    pub(super) fn new(
        tags: Vec<TagId>,
        story: &crate::scenario::story::Story,
        shown: &dyn Fn(usize) -> bool,
    ) -> Self {
        let mut signatures: Vec<Vec<TagId>> = Vec::new();
        for tag in &tags {
            for unit in story.tags[tag.index()]
                .units
                .iter()
                .filter(|unit| shown(unit.index()))
            {
                let signature: Vec<TagId> = story
                    .unit_tags(*unit)
                    .filter(|tag| tags.contains(tag))
                    .collect();
                if !signatures.contains(&signature) {
                    signatures.push(signature);
                }
            }
        }
        Self { tags, signatures }
    }

    /// How many sets of marks there are to try, at most.
    pub(super) fn sets(&self) -> usize {
        1usize << self.signatures.len().min(usize::BITS as usize - 2)
    }

    /// The tags marked when everything is.
    pub(super) fn everything(&self) -> Vec<TagId> {
        self.tags
            .iter()
            .copied()
            .filter(|tag| {
                self.signatures
                    .iter()
                    .any(|signature| signature.contains(tag))
            })
            .collect()
    }

    /// Calls `found` with every reachable set of marked tags; stops when it returns true.
    ///
    /// At most `limit` sets are tried; `None` says that there are more.
    pub(super) fn each_set(
        &self,
        limit: usize,
        found: &mut dyn FnMut(&[TagId]) -> bool,
    ) -> Option<bool> {
        if self.sets() > limit {
            return None;
        }
        let mut seen: HashSet<Vec<TagId>> = HashSet::new();
        for chosen in 0..1usize << self.signatures.len() {
            let marked: Vec<TagId> = self
                .tags
                .iter()
                .copied()
                .filter(|tag| {
                    self.signatures
                        .iter()
                        .enumerate()
                        .any(|(index, signature)| {
                            chosen >> index & 1 == 1 && signature.contains(tag)
                        })
                })
                .collect();
            if self.tags.len() < self.signatures.len() && !seen.insert(marked.clone()) {
                continue;
            }
            if found(&marked) {
                return Some(true);
            }
        }
        Some(false)
    }

    /// Whether some set of marks makes the condition true; `None` says that
    /// there is too much to try.
    pub(super) fn can_hold(&self, condition: &Condition, facts: &dyn Facts) -> Option<bool> {
        let marks = Marks::of(condition);
        if !marks.are_mixed() {
            // Marks that pull one way: all of them or none is as good as any.
            let marked = if marks.wanted {
                self.everything()
            } else {
                Vec::new()
            };
            return Some(condition.holds(&WithMarks {
                facts,
                marked: &marked,
            }));
        }
        let mut taken = vec![None; self.signatures.len()];
        self.settle(condition, facts, &mut taken, 0, &mut { TRIES })
    }

    fn settle(
        &self,
        condition: &Condition,
        facts: &dyn Facts,
        taken: &mut Vec<Option<bool>>,
        next: usize,
        left: &mut usize,
    ) -> Option<bool> {
        *left = left.checked_sub(1)?;
        let truth = three_valued(condition, facts, &|tag| {
            let mut free = false;
            for (signature, decided) in self.signatures.iter().zip(taken.iter()) {
                if signature.contains(&tag) {
                    match decided {
                        Some(true) => return Truth::True,
                        None => free = true,
                        Some(false) => {}
                    }
                }
            }
            if free { Truth::Free } else { Truth::False }
        });
        match truth {
            Truth::True => Some(true),
            Truth::Free if next < taken.len() => {
                for mark in [true, false] {
                    taken[next] = Some(mark);
                    if self.settle(condition, facts, taken, next + 1, left)? {
                        return Some(true);
                    }
                }
                taken[next] = None;
                Some(false)
            }
            Truth::False | Truth::Free => Some(false),
        }
    }
}

/// Facts with the marks set by hand.
pub(super) struct WithMarks<'a> {
    pub(super) facts: &'a dyn Facts,
    pub(super) marked: &'a [TagId],
}

impl Facts for WithMarks<'_> {
    fn marked(&self, tag: TagId) -> bool {
        self.marked.contains(&tag)
    }
    fn visited(&self, node: NodeId) -> bool {
        self.facts.visited(node)
    }
    fn chose(&self, choice: ChoiceKey) -> bool {
        self.facts.chose(choice)
    }
    fn filled(&self, option: OptionKey) -> bool {
        self.facts.filled(option)
    }
    fn inspected(&self, thing: ThingKey) -> bool {
        self.facts.inspected(thing)
    }
    fn drew(&self, draw: DrawId) -> u32 {
        self.facts.drew(draw)
    }
    fn var(&self, var: VarId) -> i32 {
        self.facts.var(var)
    }
    fn fulfilled(&self, duty: DutyId) -> bool {
        self.facts.fulfilled(duty)
    }
    fn minute(&self) -> u32 {
        self.facts.minute()
    }
}
