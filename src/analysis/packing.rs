//! Where each fact stands in a state's key.
//!
//! Facts that no node has to keep at once share a place, like variables that
//! share a register: so a key grows with what is alive together, not with the story.

use crate::scenario::ids::NodeId;
use crate::scenario::story::Story;
use crate::session::bits::BitSet;

use super::layout::Layout;
use super::turn::Turn;

/// Bits of a key: from `shift` on, as many as `width`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) shift: u32,
    pub(super) width: u32,
}

impl Place {
    /// All its bits, in a key of 128.
    pub(super) fn mask(self) -> u128 {
        ((1u128 << self.width) - 1) << self.shift
    }

    /// What stands there, in a key of 128.
    pub(super) fn of(self, key: u128) -> u64 {
        #[allow(
            clippy::cast_possible_truncation,
            reason = "no place is wider than a number of 32 bits and its sign"
        )]
        let found = (key >> self.shift) as u64;
        found & ((1 << self.width) - 1)
    }

    fn read(self, words: &[u64]) -> u64 {
        let (word, bit) = (self.shift as usize / 64, self.shift % 64);
        let mut found = words[word] >> bit;
        if bit + self.width > 64 {
            found |= words[word + 1] << (64 - bit);
        }
        found & ((1 << self.width) - 1)
    }

    fn write(self, words: &mut [u64], value: u64) {
        let (word, bit) = (self.shift as usize / 64, self.shift % 64);
        words[word] |= value << bit;
        if bit + self.width > 64 {
            words[word + 1] |= value >> (64 - bit);
        }
    }
}

/// The places of a story's facts.
pub(super) struct Packing {
    pub(super) node: Place,
    pub(super) minute: Place,
    /// Of bits, then of vars.
    pub(super) places: Vec<Place>,
    /// Words of a key.
    pub(super) words: usize,
}

/// Words of keys tried, before every fact is given a place of its own.
const WORDS: [usize; 4] = [2, 4, 16, 64];

fn bits_for(most: u64) -> u32 {
    64 - most.leading_zeros()
}

impl Packing {
    /// Keys of as few words as hold all, but not fewer than `least`.
    pub(super) fn new(story: &Story, layout: &Layout, least: usize) -> Self {
        let node = Place {
            shift: 0,
            width: bits_for(story.nodes.len().saturating_sub(1) as u64),
        };
        let last = layout.minute_cap.iter().max().copied().unwrap_or(0);
        let minute = Place {
            shift: node.width,
            width: bits_for(u64::from(last)),
        };
        let head = node.width + minute.width;
        let widths: Vec<u32> = (0..layout.facts.len())
            .map(|fact| match fact.checked_sub(layout.bits) {
                None => 1,
                Some(var) => bits_for(layout.ranges.whole[var].span()),
            })
            .collect();
        let wanted = where_kept(story, layout);
        let found = wanted.as_ref().and_then(|nodes| {
            WORDS.into_iter().find_map(|words| {
                Some((
                    shared(story.nodes.len(), nodes, &widths, head, words)?,
                    words,
                ))
            })
        });
        let (places, words) = found.unwrap_or_else(|| {
            let mut shift = head;
            let places = widths
                .iter()
                .map(|width| {
                    let place = Place {
                        shift,
                        width: *width,
                    };
                    shift += width;
                    place
                })
                .collect();
            (places, (shift.div_ceil(64) as usize).max(least))
        });
        Self {
            node,
            minute,
            places,
            words,
        }
    }

    /// Writes a settled turn as a key.
    pub(super) fn pack(&self, turn: &Turn, layout: &Layout, key: &mut Vec<u64>) {
        key.clear();
        key.resize(self.words, 0);
        self.node.write(key, u64::from(turn.node.0));
        self.minute.write(key, u64::from(turn.minute));
        for fact in layout.live(turn.node) {
            let place = self.places[*fact as usize];
            match (*fact as usize).checked_sub(layout.bits) {
                None if turn.bits.has(*fact as usize) => place.write(key, 1),
                None => {}
                Some(var) => place.write(key, layout.ranges.whole[var].offset(turn.vars[var])),
            }
        }
    }

    /// The turn that a key was written for.
    pub(super) fn unpack(&self, key: &[u64], story: &Story, layout: &Layout) -> Turn {
        let small = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
        let node = NodeId(small(self.node.read(key)));
        let mut bits = BitSet::new(layout.bits);
        let mut vars: Vec<i32> = story.vars.iter().map(|var| var.start).collect();
        for fact in layout.live(node) {
            let found = self.places[*fact as usize].read(key);
            match (*fact as usize).checked_sub(layout.bits) {
                None if found == 1 => {
                    bits.insert(*fact as usize);
                }
                None => {}
                Some(var) => vars[var] = layout.ranges.whole[var].value(found),
            }
        }
        Turn {
            node,
            minute: small(self.minute.read(key)),
            vars,
            bits,
        }
    }
}

/// For each fact, the nodes that keep it or ask about it as they are entered;
/// none where everything is kept everywhere.
fn where_kept(story: &Story, layout: &Layout) -> Option<Vec<Vec<u32>>> {
    if !layout.drops() {
        return None;
    }
    let mut nodes: Vec<Vec<u32>> = vec![Vec::new(); layout.facts.len()];
    for node in 0..story.nodes.len() {
        let node = NodeId::at(node);
        for fact in layout.live(node).iter().chain(layout.entry.of(node)) {
            let nodes = &mut nodes[*fact as usize];
            if nodes.last() != Some(&node.0) {
                nodes.push(node.0);
            }
        }
    }
    Some(nodes)
}

/// Gives each fact the first place that is free in every node that keeps it;
/// none when the words are too few.
fn shared(
    nodes: usize,
    kept: &[Vec<u32>],
    widths: &[u32],
    head: u32,
    words: usize,
) -> Option<Vec<Place>> {
    let bits = u32::try_from(words * 64).ok()?;
    let mut taken = vec![0u64; nodes * words];
    let mut places = vec![Place::default(); kept.len()];
    // The widest first, then those that nodes ask for first.
    let mut order: Vec<usize> = (0..kept.len())
        .filter(|fact| !kept[*fact].is_empty())
        .collect();
    order.sort_by_key(|fact| (std::cmp::Reverse(widths[*fact]), kept[*fact][0]));
    let mut here = vec![0u64; words];
    for fact in order {
        here.fill(0);
        for node in &kept[fact] {
            let own = &taken[*node as usize * words..][..words];
            here.iter_mut()
                .zip(own)
                .for_each(|(here, own)| *here |= own);
        }
        let is_free = |bit: u32| here[bit as usize / 64] >> (bit % 64) & 1 == 0;
        let mut shift = head;
        while let Some(blocked) =
            (shift..shift + widths[fact]).rfind(|bit| *bit >= bits || !is_free(*bit))
        {
            shift = blocked + 1;
            if shift >= bits {
                return None;
            }
        }
        let place = Place {
            shift,
            width: widths[fact],
        };
        places[fact] = place;
        for node in &kept[fact] {
            let own = &mut taken[*node as usize * words..][..words];
            for bit in shift..shift + place.width {
                own[bit as usize / 64] |= 1 << (bit % 64);
            }
        }
    }
    Some(places)
}
