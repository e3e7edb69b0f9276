//! The states of a search: their keys, numbered in the order in which they were met.

/// How many words the keys of the quick kind have.
pub(super) const NARROW: usize = 2;

/// Most states: their numbers must leave room in a slot.
pub(super) const MOST: usize = 1 << 30;

enum Keys {
    /// 16 bytes a state.
    Narrow(Vec<u128>),
    /// Any number of words a state.
    Wide { words: usize, all: Vec<u64> },
}

/// States by key and by number.
pub(super) struct States {
    keys: Keys,
    /// A number one up, and above it what else is known of the key's hash; 0 where nothing is.
    slots: Vec<u32>,
    /// How many bits of a slot are the number.
    bits: u32,
    count: usize,
}

fn fold(one: u64, other: u64) -> u64 {
    let wide = u128::from(one) * u128::from(other);
    #[allow(clippy::cast_possible_truncation, reason = "both halves are used")]
    let (low, high) = (wide as u64, (wide >> 64) as u64);
    low ^ high
}

fn hash_narrow(key: u128) -> u64 {
    #[allow(clippy::cast_possible_truncation, reason = "both halves are used")]
    let (low, high) = (key as u64, (key >> 64) as u64);
    fold(
        fold(low ^ 0x9E37_79B9_7F4A_7C15, high ^ 0xD6E8_FEB8_6659_FD93) ^ low.rotate_left(32),
        0xA076_1D64_78BD_642F,
    )
}

fn hash_wide(key: &[u64]) -> u64 {
    key.iter().fold(0x9E37_79B9_7F4A_7C15, |hash, word| {
        fold(hash ^ word, 0xD6E8_FEB8_6659_FD93) ^ word.rotate_left(32)
    })
}

/// A key of two words.
pub(super) fn narrow(key: &[u64]) -> u128 {
    u128::from(key[1]) << 64 | u128::from(key[0])
}

impl States {
    /// For keys of this many words.
    pub(super) fn new(words: usize) -> Self {
        let keys = if words <= NARROW {
            Keys::Narrow(Vec::new())
        } else {
            Keys::Wide {
                words,
                all: Vec::new(),
            }
        };
        Self {
            keys,
            slots: vec![0; 1 << 8],
            bits: 8,
            count: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Gives back what was reserved and is not used.
    pub(super) fn shrink(&mut self) {
        match &mut self.keys {
            Keys::Narrow(keys) => keys.shrink_to_fit(),
            Keys::Wide { all, .. } => all.shrink_to_fit(),
        }
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        let keys = match &self.keys {
            Keys::Narrow(keys) => keys.capacity() * 16,
            Keys::Wide { all, .. } => all.capacity() * 8,
        };
        keys + self.slots.capacity() * 4
    }

    /// The key of a state, where keys are narrow.
    pub(super) fn narrow(&self, state: usize) -> u128 {
        match &self.keys {
            Keys::Narrow(keys) => keys[state],
            Keys::Wide { .. } => 0,
        }
    }

    /// The key of a state.
    pub(super) fn read(&self, state: usize, key: &mut Vec<u64>) {
        key.clear();
        match &self.keys {
            Keys::Narrow(keys) => {
                #[allow(clippy::cast_possible_truncation, reason = "both halves are used")]
                key.extend([keys[state] as u64, (keys[state] >> 64) as u64]);
            }
            Keys::Wide { words, all } => key.extend_from_slice(&all[state * words..][..*words]),
        }
    }

    /// The number of a state, new or known.
    pub(super) fn number(&mut self, key: &[u64]) -> u32 {
        let Keys::Wide { words, all } = &mut self.keys else {
            return self.number_narrow(narrow(key));
        };
        let found = probe(&self.slots, self.bits, hash_wide(key), |state| {
            &all[state * *words..][..*words] == key
        });
        match found {
            Ok(state) => state,
            Err(slot) => {
                reserve(all, *words);
                all.extend_from_slice(key);
                self.take(slot)
            }
        }
    }

    /// The number of a state, where it is known.
    pub(super) fn find(&self, key: &[u64]) -> Option<u32> {
        match &self.keys {
            Keys::Narrow(keys) => {
                let key = narrow(key);
                let same = |state: usize| keys[state] == key;
                probe(&self.slots, self.bits, hash_narrow(key), same).ok()
            }
            Keys::Wide { words, all } => {
                let same = |state: usize| all[state * words..][..*words] == *key;
                probe(&self.slots, self.bits, hash_wide(key), same).ok()
            }
        }
    }

    /// The number of a state with a narrow key, new or known.
    #[inline]
    pub(super) fn number_narrow(&mut self, key: u128) -> u32 {
        self.number_hashed(key, hash_narrow(key))
    }

    /// Looks where narrow keys stand that are about to be asked for, one like
    /// another, so that memory answers all at once; gives their hashes.
    pub(super) fn look_ahead(&self, all: &mut [Wanted]) {
        let Keys::Narrow(keys) = &self.keys else {
            return;
        };
        for one in &mut *all {
            one.hash = hash_narrow(one.key);
            one.slot = self.slots[place(one.hash, self.bits)];
        }
        let mut seen = 0;
        for one in all {
            let state = (one.slot & ((1 << self.bits) - 1)).wrapping_sub(1);
            if let Some(key) = keys.get(state as usize) {
                seen ^= *key;
            }
        }
        std::hint::black_box(seen);
    }

    /// The number of a state with a narrow key and its hash, new or known.
    #[inline]
    pub(super) fn number_hashed(&mut self, key: u128, hash: u64) -> u32 {
        let Keys::Narrow(keys) = &mut self.keys else {
            return 0;
        };
        match probe(&self.slots, self.bits, hash, |state| keys[state] == key) {
            Ok(state) => state,
            Err(slot) => {
                reserve(keys, 1);
                keys.push(key);
                self.take(slot)
            }
        }
    }

    fn take(&mut self, (slot, tag): (usize, u32)) -> u32 {
        let number = u32::try_from(self.count).unwrap_or(u32::MAX);
        self.count += 1;
        self.slots[slot] = tag << self.bits | (number + 1);
        if self.count > self.slots.len() / 4 * 3 {
            self.grow();
        }
        number
    }

    /// Twice the slots; keys are read in the order of their numbers.
    fn grow(&mut self) {
        self.bits += 1;
        self.slots = Vec::new();
        self.slots = vec![0; 1 << self.bits];
        for state in 0..self.count {
            let hash = match &self.keys {
                Keys::Narrow(keys) => hash_narrow(keys[state]),
                Keys::Wide { words, all } => hash_wide(&all[state * words..][..*words]),
            };
            if let Err((slot, tag)) = probe(&self.slots, self.bits, hash, |_| false) {
                let number = u32::try_from(state).unwrap_or(u32::MAX);
                self.slots[slot] = tag << self.bits | (number + 1);
            }
        }
    }
}

/// Grows by an eighth where doubling would hold much that is not used.
pub(super) fn reserve<T>(list: &mut Vec<T>, more: usize) {
    if list.len() + more > list.capacity() && list.len() > 1 << 16 {
        list.reserve_exact((list.len() / 8).max(more));
    }
}

/// A narrow key that is about to be asked for.
pub(super) struct Wanted {
    pub(super) key: u128,
    pub(super) hash: u64,
    slot: u32,
    /// What goes with it: the number of points.
    pub(super) gain: u32,
    /// Whether it stands for an ending, which is no state.
    pub(super) ends: bool,
}

impl Wanted {
    pub(super) fn new(key: Option<u128>, gain: u32) -> Self {
        Self {
            key: key.unwrap_or_default(),
            hash: 0,
            slot: 0,
            gain,
            ends: key.is_none(),
        }
    }
}

/// Where a hash is looked for first.
#[allow(clippy::cast_possible_truncation, reason = "shifted to size")]
fn place(hash: u64, bits: u32) -> usize {
    (hash >> (64 - bits)) as usize
}

/// The state with a key, or the free slot and the mark to put there.
#[inline]
fn probe(
    slots: &[u32],
    bits: u32,
    hash: u64,
    mut is_same: impl FnMut(usize) -> bool,
) -> Result<u32, (usize, u32)> {
    let last = slots.len() - 1;
    #[allow(clippy::cast_possible_truncation, reason = "cut to size")]
    let (mut slot, tag) = (place(hash, bits), hash as u32 >> bits);
    loop {
        let found = slots[slot & last];
        if found == 0 {
            return Err((slot & last, tag));
        }
        if found >> bits == tag {
            let state = (found & ((1 << bits) - 1)) - 1;
            if is_same(state as usize) {
                return Ok(state);
            }
        }
        slot += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_has_one_number_however_many_there_are() {
        for words in [NARROW, 3] {
            let mut states = States::new(words);
            let key = |number: u64| {
                let mut key = vec![0; words];
                key[words - 1] = number % 7;
                key[0] = number / 7;
                key
            };
            for number in 0..5_000 {
                assert_eq!(u64::from(states.number(&key(number))), number);
            }
            for number in (0..5_000).rev() {
                assert_eq!(u64::from(states.number(&key(number))), number);
                let mut read = Vec::new();
                states.read(usize::try_from(number).unwrap_or(0), &mut read);
                assert_eq!(read, key(number));
            }
            assert_eq!(states.len(), 5_000);
        }
    }
}
