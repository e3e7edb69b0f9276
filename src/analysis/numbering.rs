//! Numbers for states: equal words, equal number.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// States as words, each with its number, in the order they came.
#[derive(Default)]
pub(super) struct Numbering {
    stride: usize,
    arena: Vec<u64>,
    table: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Numbering {
    pub(super) fn len(&self) -> usize {
        self.arena.len().checked_div(self.stride).unwrap_or(0)
    }

    pub(super) fn words(&self, state: u32) -> &[u64] {
        &self.arena[state as usize * self.stride..][..self.stride]
    }

    /// The number of a state, new or known.
    pub(super) fn number(&mut self, words: &[u64]) -> u32 {
        self.stride = words.len();
        let hash = self.hasher.hash_one(words);
        let (arena, stride, hasher) = (&self.arena, self.stride, &self.hasher);
        let at = |state: u32| &arena[state as usize * stride..][..stride];
        if let Some(known) = self.table.find(hash, |state| at(*state) == words) {
            return *known;
        }
        let new = u32::try_from(arena.len() / stride).unwrap_or(u32::MAX);
        self.table
            .insert_unique(hash, new, |state| hasher.hash_one(at(*state)));
        self.arena.extend_from_slice(words);
        new
    }
}
