//! How far figures of a sample may be from those of all plays: 95 % intervals.

/// 97.5 % point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A range that holds the true figure in 95 of 100 samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// The score interval of a share of `count` in `of`; `None` of nothing.
///
/// Wilson, "Probable Inference, the Law of Succession, and Statistical
/// Inference", JASA 22 (1927) 209–212. Unlike the plain normal interval it
/// holds near 0 and 1 and in small samples: Brown and others, Statistical
/// Science 16 (2001) 101–133.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
pub fn wilson(count: u64, of: u64) -> Option<Interval> {
    if of == 0 {
        return None;
    }
    let (n, p) = (of as f64, count as f64 / of as f64);
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    Some(Interval {
        low: (middle - half).max(0.0),
        high: (middle + half).min(1.0),
    })
}

/// The interval of a mean from its sample's mean, spread (divisor n − 1) and size.
///
/// By the central limit theorem: mean ± 1.96 × spread ÷ √n. For the thousands
/// of plays that are simulated Student's t would differ in the third figure.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
pub fn mean_interval(mean: f64, spread: f64, of: u64) -> Interval {
    let half = if of == 0 {
        0.0
    } else {
        Z * spread / (of as f64).sqrt()
    };
    Interval {
        low: mean - half,
        high: mean + half,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_as_worked_out_by_hand() {
        // 15 of 50: p = 0.3; centre (0.3 + 3.8415/100) / (1 + 3.8415/50) = 0.314269…
        let found = wilson(15, 50).expect("of something");
        assert!((found.low - 0.191_0).abs() < 1e-4, "{found:?}");
        assert!((found.high - 0.437_5).abs() < 1e-4, "{found:?}");
        let none = wilson(0, 20).expect("of something");
        assert!(none.low.abs() < 1e-12 && (none.high - 0.161_1).abs() < 1e-4);
        assert_eq!(wilson(0, 0), None);
    }
}
