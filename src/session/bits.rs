//! A set of small numbers, kept in words.

/// A set of numbers below its capacity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct BitSet {
    words: Box<[u64]>,
}

impl BitSet {
    /// An empty set for numbers below `capacity`.
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        Self {
            words: vec![0; capacity.div_ceil(64)].into_boxed_slice(),
        }
    }

    /// Whether `number` is in it.
    #[must_use]
    pub fn has(&self, number: usize) -> bool {
        self.words
            .get(number / 64)
            .is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// Puts `number` in; true if it was not there.
    pub fn insert(&mut self, number: usize) -> bool {
        match self.words.get_mut(number / 64) {
            Some(word) => {
                let bit = 1 << (number % 64);
                let new = *word & bit == 0;
                *word |= bit;
                new
            }
            None => false,
        }
    }

    /// Takes `number` out.
    pub fn remove(&mut self, number: usize) {
        if let Some(word) = self.words.get_mut(number / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// The numbers in it, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(index, word)| {
            (0..64)
                .filter(move |bit| word >> bit & 1 == 1)
                .map(move |bit| index * 64 + bit)
        })
    }
}

impl BitSet {
    /// Puts all of `other` in; true if anything was new.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = false;
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            let joined = *word | more;
            changed |= joined != *word;
            *word = joined;
        }
        changed
    }
}

impl BitSet {
    /// Its words.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Takes over words of a set of the same capacity.
    pub fn copy_words(&mut self, words: &[u64]) {
        self.words.copy_from_slice(words);
    }
}
