//! A distribution kept as whole numbers, so that parts put together in any
//! order give exactly the same.

use super::interval::{Interval, mean_interval};

/// Values are kept in millionths.
const MILLIONTHS: f64 = 1_000_000.0;

/// A running summary of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    count: u64,
    /// Of millionths.
    sum: i128,
    squares: i128,
    least: i64,
    most: i64,
    from: i64,
    width: i64,
    bins: Vec<u64>,
}

/// What a summary says.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// How many plays had the figure.
    pub count: u64,
    /// The mean.
    pub mean: f64,
    /// 95 % interval of the mean.
    pub interval: Interval,
    /// The standard deviation (divisor n − 1).
    pub spread: f64,
    /// The least value.
    pub least: f64,
    /// The 5, 25, 50, 75 and 95 % quantiles, to the width of a bin.
    pub quantiles: [f64; 5],
    /// The greatest value.
    pub most: f64,
}

/// The quantiles told, in per cent.
pub const QUANTILES: [u64; 5] = [5, 25, 50, 75, 95];

/// The nearest whole number. `f64::round` is a call into the C library where the
/// processor is not known, and this is asked a dozen times a play.
#[allow(
    clippy::cast_possible_truncation,
    reason = "scores are small; a float too far out would saturate"
)]
pub(super) fn nearest(value: f64) -> i64 {
    (value + 0.5_f64.copysign(value)) as i64
}

fn millionths(value: f64) -> i64 {
    nearest(value * MILLIONTHS)
}

#[allow(clippy::cast_precision_loss, reason = "scores are small")]
fn value(millionths: i64) -> f64 {
    millionths as f64 / MILLIONTHS
}

impl Running {
    /// An empty summary, with bins of `width` for values between `from` and `to`.
    #[must_use]
    pub fn new(from: f64, to: f64, width: f64) -> Self {
        let (from, to, width) = (millionths(from), millionths(to), millionths(width).max(1));
        let bins = usize::try_from((to - from) / width + 1).unwrap_or(1);
        Self {
            count: 0,
            sum: 0,
            squares: 0,
            least: i64::MAX,
            most: i64::MIN,
            from,
            width,
            bins: vec![0; bins],
        }
    }

    /// Adds a value.
    pub fn add(&mut self, value: f64) {
        let value = millionths(value);
        self.count += 1;
        self.sum += i128::from(value);
        self.squares += i128::from(value) * i128::from(value);
        self.least = self.least.min(value);
        self.most = self.most.max(value);
        // Rounded to the nearest bin; what lies outside goes to the outermost.
        let bin = (value - self.from + self.width / 2).div_euclid(self.width);
        let bin = usize::try_from(bin.max(0))
            .unwrap_or(0)
            .min(self.bins.len() - 1);
        self.bins[bin] += 1;
    }

    /// Puts another summary of the same figure into this one.
    pub fn join(&mut self, other: &Self) {
        self.count += other.count;
        self.sum += other.sum;
        self.squares += other.squares;
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
        for (bin, more) in self.bins.iter_mut().zip(&other.bins) {
            *bin += more;
        }
    }

    /// How many values there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The bins that hold anything: the middle of each and how many values it has.
    #[allow(clippy::cast_possible_wrap, reason = "a few thousand bins")]
    pub fn bins(&self) -> impl Iterator<Item = (f64, u64)> + '_ {
        self.bins
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(bin, count)| (value(self.from + bin as i64 * self.width), *count))
    }

    /// What it says; `None` of nothing.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "sums of scores far below 2^53")]
    pub fn distribution(&self) -> Option<Distribution> {
        if self.count == 0 {
            return None;
        }
        let n = i128::from(self.count);
        let mean = self.sum as f64 / n as f64 / MILLIONTHS;
        // n Σx² − (Σx)², exactly, before anything is rounded.
        let spread = if n > 1 {
            let top = n * self.squares - self.sum * self.sum;
            (top as f64 / (n as f64 * (n - 1) as f64)).sqrt() / MILLIONTHS
        } else {
            0.0
        };
        let quantiles = QUANTILES.map(|per_cent| self.quantile(per_cent));
        Some(Distribution {
            count: self.count,
            mean,
            interval: mean_interval(mean, spread, self.count),
            spread,
            least: value(self.least),
            quantiles,
            most: value(self.most),
        })
    }

    /// The value below or at which so many per cent of the values lie.
    fn quantile(&self, per_cent: u64) -> f64 {
        let wanted = (self.count * per_cent).div_ceil(100).max(1);
        let mut before = 0;
        for (middle, count) in self.bins() {
            before += count;
            if before >= wanted {
                return middle.clamp(value(self.least), value(self.most));
            }
        }
        value(self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_sample_by_hand() {
        let mut running = Running::new(0.0, 1.0, 0.001);
        for value in [0.2, 0.4, 0.4, 0.6, 0.9] {
            running.add(value);
        }
        let found = running.distribution().expect("five values");
        assert!((found.mean - 0.5).abs() < 1e-9);
        // Squares of the distances: 0.09 + 0.01 + 0.01 + 0.01 + 0.16 = 0.28; ÷ 4 = 0.07.
        assert!((found.spread - 0.07f64.sqrt()).abs() < 1e-9);
        assert!((found.quantiles[2] - 0.4).abs() < 1e-9);
        assert!((found.least - 0.2).abs() < 1e-9 && (found.most - 0.9).abs() < 1e-9);
    }

    #[test]
    fn parts_in_any_order_give_the_same() {
        let part = |values: &[f64]| {
            let mut running = Running::new(-1.0, 1.0, 0.001);
            values.iter().for_each(|value| running.add(*value));
            running
        };
        let (a, b) = (part(&[0.1, -0.7, 2.5]), part(&[0.333_333_3]));
        let (mut one, mut other) = (a.clone(), b.clone());
        one.join(&b);
        other.join(&a);
        assert_eq!(one, other);
        assert_eq!(one, part(&[0.1, -0.7, 2.5, 0.333_333_3]));
    }
}
