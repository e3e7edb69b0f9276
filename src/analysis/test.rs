//! Conditions compiled to tests of a key's bits.
//!
//! A mark is free: a condition that asks for marks and never for their absence
//! can hold exactly when it holds with everything marked that was shown.

use crate::scenario::condition::Condition;
use crate::scenario::ids::TagId;

use super::layout::Layout;
use super::packing::{Packing, Place};

/// A test of a narrow key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Test {
    Always,
    Never,
    /// Of these bits, exactly those are set.
    Bits {
        mask: u128,
        want: u128,
    },
    /// One of these bits is set at least.
    Some(u128),
    /// What stands there is at least this.
    AtLeast(Place, u64),
    All(Box<[Test]>),
    Any(Box<[Test]>),
    Not(Box<Test>),
    Before(u32),
}

/// Whether a condition asks for marks, and for the absence of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub(super) wanted: bool,
    pub(super) unwanted: bool,
}

impl Marks {
    pub(super) fn of(condition: &Condition) -> Self {
        match condition {
            Condition::All(list) | Condition::Any(list) => {
                list.iter()
                    .map(Self::of)
                    .fold(Self::default(), |all, one| Self {
                        wanted: all.wanted || one.wanted,
                        unwanted: all.unwanted || one.unwanted,
                    })
            }
            Condition::Not(inner) => {
                let inner = Self::of(inner);
                Self {
                    wanted: inner.unwanted,
                    unwanted: inner.wanted,
                }
            }
            Condition::Marked(_) => Self {
                wanted: true,
                unwanted: false,
            },
            _ => Self::default(),
        }
    }

    /// Whether marks pull both ways.
    pub(super) fn are_mixed(self) -> bool {
        self.wanted && self.unwanted
    }
}

/// What conditions are compiled against: where one stands.
pub(super) struct Standing<'a> {
    pub(super) layout: &'a Layout,
    pub(super) packing: &'a Packing,
    pub(super) draws: &'a [u32],
    pub(super) starts: &'a [i32],
    /// Facts that the key holds here, ascending; others are as at the start.
    pub(super) known: &'a [u32],
    /// Whether everything that was shown is marked, or nothing.
    pub(super) marked: bool,
}

impl Standing<'_> {
    fn place(&self, fact: u32) -> Option<Place> {
        self.known
            .binary_search(&fact)
            .ok()
            .map(|_| self.packing.places[fact as usize])
    }

    fn bit(&self, slot: Option<u32>) -> Test {
        slot.and_then(|fact| self.place(fact))
            .map_or(Test::Never, |place| Test::Bits {
                mask: place.mask(),
                want: place.mask(),
            })
    }

    fn marked(&self, tag: TagId) -> Test {
        let mut mask = 0;
        if self.marked {
            for fact in &self.layout.of_tag[tag.index()] {
                mask |= self.place(*fact).map_or(0, Place::mask);
            }
        }
        if mask == 0 {
            Test::Never
        } else {
            Test::Some(mask)
        }
    }

    fn at_least(&self, var: usize, number: i64) -> Test {
        let whole = self.layout.ranges.whole[var];
        let fact = u32::try_from(self.layout.bits + var).unwrap_or(u32::MAX);
        let Some(place) = self.place(fact) else {
            return truth(i64::from(self.starts[var]) >= number);
        };
        match u64::try_from(number - i64::from(whole.least)) {
            Err(_) | Ok(0) => Test::Always,
            Ok(offset) if offset > whole.span() => Test::Never,
            Ok(offset) => Test::AtLeast(place, offset),
        }
    }

    /// The condition as a test.
    pub(super) fn compile(&self, condition: &Condition) -> Test {
        match condition {
            Condition::All(list) => all(list.iter().map(|inner| self.compile(inner)).collect()),
            Condition::Any(list) => any(list.iter().map(|inner| self.compile(inner)).collect()),
            Condition::Not(inner) => not(self.compile(inner)),
            Condition::Marked(tag) => self.marked(*tag),
            Condition::Visited(node) => self.bit(self.layout.visited[node.index()]),
            Condition::Chose(choice) => self.bit(self.layout.chosen[choice.index()]),
            Condition::Filled(option) => self.bit(self.layout.filled[option.index()]),
            Condition::Inspected(thing) => self.bit(self.layout.inspected[thing.index()]),
            Condition::Fulfilled(duty) => self.bit(self.layout.fulfilled[duty.index()]),
            Condition::Drew(draw, value) => {
                truth(self.draws.get(draw.index()).copied().unwrap_or_default() == *value)
            }
            Condition::AtLeast(var, number) => self.at_least(var.index(), i64::from(*number)),
            Condition::AtMost(var, number) => {
                not(self.at_least(var.index(), i64::from(*number) + 1))
            }
            Condition::BeforeMinute(minute) => Test::Before(*minute),
        }
    }
}

fn truth(value: bool) -> Test {
    if value { Test::Always } else { Test::Never }
}

fn not(test: Test) -> Test {
    match test {
        Test::Always => Test::Never,
        Test::Never => Test::Always,
        Test::Bits { mask, want } if mask.is_power_of_two() => Test::Bits {
            mask,
            want: mask ^ want,
        },
        Test::Some(mask) => Test::Bits { mask, want: 0 },
        Test::Not(inner) => *inner,
        other => Test::Not(Box::new(other)),
    }
}

/// All of them, with tests of bits joined into one, which stands first.
pub(super) fn all(tests: Vec<Test>) -> Test {
    let (mut mask, mut want) = (0, 0);
    let mut rest = Vec::new();
    let mut todo: Vec<Test> = tests;
    todo.reverse();
    while let Some(test) = todo.pop() {
        match test {
            Test::Always => {}
            Test::Never => return Test::Never,
            Test::Bits {
                mask: more,
                want: set,
            } => {
                if (want ^ set) & mask & more != 0 {
                    return Test::Never;
                }
                mask |= more;
                want |= set;
            }
            Test::All(inner) => todo.extend(inner.into_vec().into_iter().rev()),
            other => rest.push(other),
        }
    }
    if mask != 0 {
        rest.insert(0, Test::Bits { mask, want });
    }
    match rest.len() {
        0 => Test::Always,
        1 => rest.remove(0),
        _ => Test::All(rest.into()),
    }
}

fn any(tests: Vec<Test>) -> Test {
    let mut rest = Vec::new();
    for test in tests {
        match test {
            Test::Always => return Test::Always,
            Test::Never => {}
            other => rest.push(other),
        }
    }
    match rest.len() {
        0 => Test::Never,
        1 => rest.remove(0),
        _ => Test::Any(rest.into()),
    }
}

impl Test {
    /// Whether it holds of a key, at a minute.
    pub(super) fn holds(&self, key: u128, minute: u32) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Bits { mask, want } => key & mask == *want,
            Self::Some(mask) => key & mask != 0,
            Self::AtLeast(place, least) => place.of(key) >= *least,
            Self::All(list) => list.iter().all(|test| test.holds(key, minute)),
            Self::Any(list) => list.iter().any(|test| test.holds(key, minute)),
            Self::Not(inner) => !inner.holds(key, minute),
            Self::Before(end) => minute < *end,
        }
    }
}
