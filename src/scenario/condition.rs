//! Conditions as data, resolved to numbers; one way to ask whether they hold.

use super::ids::{ChoiceKey, DrawId, DutyId, NodeId, OptionKey, TagId, ThingKey, VarId};

/// A resolved condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// All hold; empty: true.
    All(Box<[Condition]>),
    /// One holds at least; empty: false.
    Any(Box<[Condition]>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A mark stands now on any unit of the cue or lure.
    Marked(TagId),
    /// The node was entered.
    Visited(NodeId),
    /// The choice was taken.
    Chose(ChoiceKey),
    /// The option was ever chosen.
    Filled(OptionKey),
    /// The object or document was looked at.
    Inspected(ThingKey),
    /// The draw came out so.
    Drew(DrawId, u32),
    /// The var is at least this.
    AtLeast(VarId, i32),
    /// The var is at most this.
    AtMost(VarId, i32),
    /// The duty was fulfilled.
    Fulfilled(DutyId),
    /// The minute is less than this.
    BeforeMinute(u32),
}

/// What conditions may ask. Play, search and the checks answer alike.
pub trait Facts {
    /// Whether a mark stands now on any unit of the cue or lure.
    fn marked(&self, tag: TagId) -> bool;
    /// Whether the node was entered.
    fn visited(&self, node: NodeId) -> bool;
    /// Whether the choice was taken.
    fn chose(&self, choice: ChoiceKey) -> bool;
    /// Whether the option was ever chosen.
    fn filled(&self, option: OptionKey) -> bool;
    /// Whether the thing was looked at.
    fn inspected(&self, thing: ThingKey) -> bool;
    /// The index of the value drawn.
    fn drew(&self, draw: DrawId) -> u32;
    /// The var's value.
    fn var(&self, var: VarId) -> i32;
    /// Whether the duty was fulfilled.
    fn fulfilled(&self, duty: DutyId) -> bool;
    /// The minute.
    fn minute(&self) -> u32;
}

// Lists are kept out of `asked`: it is then small, and one fact is asked without a frame of its own.
#[inline(never)]
fn all_hold<F: Facts + ?Sized>(list: &[Condition], facts: &F) -> bool {
    list.iter().all(|condition| condition.holds(facts))
}

#[inline(never)]
fn any_holds<F: Facts + ?Sized>(list: &[Condition], facts: &F) -> bool {
    list.iter().any(|condition| condition.holds(facts))
}

impl Condition {
    /// A condition that always holds.
    #[must_use]
    pub fn always() -> Self {
        Self::All(Box::default())
    }

    /// Whether it holds.
    #[inline]
    pub fn holds<F: Facts + ?Sized>(&self, facts: &F) -> bool {
        // Most things have no condition: those are settled without a call.
        matches!(self, Self::All(list) if list.is_empty()) || self.asked(facts)
    }

    fn asked<F: Facts + ?Sized>(&self, facts: &F) -> bool {
        match self {
            Self::All(list) => all_hold(list, facts),
            Self::Any(list) => any_holds(list, facts),
            Self::Not(inner) => !inner.holds(facts),
            Self::Marked(tag) => facts.marked(*tag),
            Self::Visited(node) => facts.visited(*node),
            Self::Chose(choice) => facts.chose(*choice),
            Self::Filled(option) => facts.filled(*option),
            Self::Inspected(thing) => facts.inspected(*thing),
            Self::Drew(draw, value) => facts.drew(*draw) == *value,
            Self::AtLeast(var, least) => facts.var(*var) >= *least,
            Self::AtMost(var, most) => facts.var(*var) <= *most,
            Self::Fulfilled(duty) => facts.fulfilled(*duty),
            Self::BeforeMinute(minute) => facts.minute() < *minute,
        }
    }

    /// Calls `seen` with every part that asks one fact.
    pub fn each_atom(&self, seen: &mut impl FnMut(&Self)) {
        match self {
            Self::All(list) | Self::Any(list) => {
                list.iter().for_each(|condition| condition.each_atom(seen));
            }
            Self::Not(inner) => inner.each_atom(seen),
            atom => seen(atom),
        }
    }
}
