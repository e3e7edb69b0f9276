//! Noise from the standard normal distribution, by lot and quickly.

use std::sync::LazyLock;

use crate::score::normal;

/// Equal parts that the distribution is tabled in.
const PARTS: usize = 1024;
/// Parts at either end where it is too curved for a straight line.
const TAIL: usize = 16;

/// z at the edges of the parts; the outermost are never asked for.
static EDGES: LazyLock<Vec<f64>> = LazyLock::new(|| {
    #[allow(clippy::cast_precision_loss, reason = "a thousand")]
    let share = |edge: usize| (edge as f64 / PARTS as f64).clamp(1e-9, 1.0 - 1e-9);
    (0..=PARTS)
        .map(|edge| normal::inverse(share(edge)))
        .collect()
});

/// Noise made ready: the table is looked up once and not in every play.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noise(&'static [f64]);

impl Noise {
    pub(super) fn new() -> Self {
        Self(&EDGES)
    }

    /// The z below which the share of a lot lies: to 2 in 10,000 of a deviation, and exactly in the tails.
    pub(super) fn of(self, lot: u32) -> f64 {
        let part = lot as usize / (1 << 22);
        if (TAIL..PARTS - TAIL).contains(&part)
            && let Some([low, high]) = self.0.get(part..part + 2)
        {
            let within = (f64::from(lot % (1 << 22)) + 0.5) / f64::from(1u32 << 22);
            return low + (high - low) * within;
        }
        normal::inverse((f64::from(lot) + 0.5) / 4_294_967_296.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_inverse_of_the_normal_distribution() {
        let noise = Noise::new();
        for step in 0..100_000u32 {
            let lot = step.wrapping_mul(2_654_435_761);
            let exact = normal::inverse((f64::from(lot) + 0.5) / 4_294_967_296.0);
            assert!((noise.of(lot) - exact).abs() < 2e-4, "{lot}");
        }
    }
}
