//! Facts drawn from an attempt's seed (RULES section 2, Draws).

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use crate::scenario::story::Story;

/// Seeds that are not given are below 2⁵³, so that every JSON reader keeps them.
pub const SEED_BOUND: u64 = 1 << 53;

/// The index of the value of each draw, from the seed alone.
///
/// Each draw has a stream of its own, so that a new draw leaves the others as
/// they were.
#[must_use]
pub fn draw(story: &Story, seed: u64) -> Vec<u32> {
    story
        .draws
        .iter()
        .map(|draw| {
            let hash = blake3::hash(draw.id.as_bytes());
            let mut stream = [0u8; 8];
            stream.copy_from_slice(&hash.as_bytes()[..8]);
            let mut generator = ChaCha8Rng::seed_from_u64(seed);
            generator.set_stream(u64::from_le_bytes(stream));
            let count = draw.values.len() as u64;
            u32::try_from(generator.next_u64() % count.max(1)).unwrap_or_default()
        })
        .collect()
}

/// The order of a node's choices on screen: that of a hash of seed, node and choice.
#[must_use]
pub fn order_key(seed: u64, node: &str, choice: &str) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&seed.to_le_bytes());
    hasher.update(node.as_bytes());
    hasher.update(&[0]);
    hasher.update(choice.as_bytes());
    *hasher.finalize().as_bytes()
}

/// A seed from the system's randomness, below [`SEED_BOUND`].
#[must_use]
pub fn fresh_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish() % SEED_BOUND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_rules() {
        let hash = blake3::hash(b"driver");
        let mut stream = [0u8; 8];
        stream.copy_from_slice(&hash.as_bytes()[..8]);
        assert_eq!(u64::from_le_bytes(stream), 101_848_961_738_829_755);
        let mut generator = ChaCha8Rng::seed_from_u64(1);
        generator.set_stream(u64::from_le_bytes(stream));
        assert_eq!(generator.next_u64(), 7_520_562_891_135_833_863);
    }
}
