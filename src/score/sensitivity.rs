//! Telling signs from the rest, as signal detection counts it: of one attempt or of several together.
//!
//! Counts are added up first and d′ comes from the sums: Macmillan and Kaplan,
//! "Detection theory analysis of group data", Psychological Bulletin 98 (1985)
//! 185–199; Macmillan and Creelman, *Detection Theory: A User's Guide*, second
//! edition (2005). Half a count is added to each sum and one to what it is of:
//! Hautus, "Corrections for extreme proportions and their biasing effects on
//! estimated values of d′", Behavior Research Methods, Instruments, & Computers
//! 27 (1995) 46–51. A mean of single d′ would carry that correction's bias
//! towards 0 once for each.

use std::ops::Add;

use super::normal;

/// What was shown and what was marked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signals {
    /// Live cues hit.
    pub hits: u32,
    /// Live cues shown.
    pub cues: u32,
    /// Lures and plain units marked.
    pub marked: u32,
    /// Lures and plain units shown.
    pub noise: u32,
}

impl Add for Signals {
    type Output = Self;

    fn add(self, more: Self) -> Self {
        Self {
            hits: self.hits + more.hits,
            cues: self.cues + more.cues,
            marked: self.marked + more.marked,
            noise: self.noise + more.noise,
        }
    }
}

impl Signals {
    /// d′ = z(H) − z(F); absent where no live cue or no noise was shown.
    #[must_use]
    pub fn d_prime(self) -> Option<f64> {
        self.z().map(|(hit, alarm)| hit - alarm)
    }

    /// Criterion = −(z(H) + z(F)) ÷ 2; absent where d′ is.
    #[must_use]
    pub fn criterion(self) -> Option<f64> {
        self.z().map(|(hit, alarm)| -(hit + alarm) / 2.0)
    }

    fn z(self) -> Option<(f64, f64)> {
        (self.cues > 0 && self.noise > 0).then(|| {
            (
                normal::inverse(share(self.hits, self.cues)),
                normal::inverse(share(self.marked, self.noise)),
            )
        })
    }

    /// The standard error of d′; that of the criterion is half of it.
    ///
    /// Not the formula of large samples (Gourevitch and Galanter, Psychometrika
    /// 32, 1967), which does not hold for a handful of cues, but the standard
    /// deviation over all counts that could have come out, each with its binomial
    /// chance: Miller, "The sampling distribution of d′", Perception &
    /// Psychophysics 58 (1996) 65–72. All cues are taken as equally easy; where
    /// they are not, the true error is a little smaller.
    #[must_use]
    pub fn d_prime_error(self) -> Option<f64> {
        (self.cues > 0 && self.noise > 0).then(|| {
            let of_hits = variance_of_z(self.hits, self.cues);
            (of_hits + variance_of_z(self.marked, self.noise)).sqrt()
        })
    }

    /// The standard error of the criterion.
    #[must_use]
    pub fn criterion_error(self) -> Option<f64> {
        self.d_prime_error().map(|error| error / 2.0)
    }
}

/// A share with Hautus's correction: never 0 and never 1.
pub(crate) fn share(count: u32, of: u32) -> f64 {
    (f64::from(count) + 0.5) / (f64::from(of) + 1.0)
}

/// The variance of z of a corrected share, over the counts that its binomial distribution gives.
fn variance_of_z(count: u32, of: u32) -> f64 {
    let p = share(count, of);
    let odds = p / (1.0 - p);
    // From the likeliest count outwards, so that nothing underflows that matters.
    let (mut total, mut sum, mut squares) = (0.0, 0.0, 0.0);
    let mut add = |count: u32, weight: f64| {
        let z = normal::inverse(share(count, of));
        total += weight;
        sum += weight * z;
        squares += weight * z * z;
    };
    let mut weight = 1.0;
    for next in count..=of {
        add(next, weight);
        weight *= f64::from(of - next) / f64::from(next + 1) * odds;
    }
    weight = 1.0;
    for next in (1..=count).rev() {
        weight *= f64::from(next) / f64::from(of - next + 1) / odds;
        add(next - 1, weight);
    }
    let mean = sum / total;
    (squares / total - mean * mean).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_worked_out_by_hand() {
        // One cue, not hit: H is 0.25 or 0.75 with chances ¾ and ¼, so z is ∓0.67449 and its
        // variance 0.67449² × 4 × ¾ × ¼. The same for one noise.
        let one = Signals {
            hits: 0,
            cues: 1,
            marked: 0,
            noise: 1,
        };
        let variance = 0.674_489_75_f64.powi(2) * 0.75;
        let found = one.d_prime_error().expect("both shown");
        assert!((found - (2.0 * variance).sqrt()).abs() < 1e-7, "{found}");
        assert_eq!(one.d_prime(), Some(0.0));
        assert_eq!(Signals::default().d_prime_error(), None);
    }

    #[test]
    fn in_large_samples_it_is_the_formula_of_large_samples() {
        let many = Signals {
            hits: 1_400,
            cues: 2_000,
            marked: 300,
            noise: 3_000,
        };
        let of = |count: u32, of: u32| {
            let p = share(count, of);
            let z = normal::inverse(p);
            let density = (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
            p * (1.0 - p) / (f64::from(of) * density * density)
        };
        let formula = (of(1_400, 2_000) + of(300, 3_000)).sqrt();
        let found = many.d_prime_error().expect("both shown");
        assert!((found / formula - 1.0).abs() < 2e-3, "{found} {formula}");
    }

    #[test]
    fn more_attempts_leave_less_in_doubt() {
        let one = Signals {
            hits: 6,
            cues: 10,
            marked: 3,
            noise: 60,
        };
        let three = one + one + one;
        let (one, three) = (one.d_prime_error(), three.d_prime_error());
        assert!(three < one.map(|error| error * 0.65), "{one:?} {three:?}");
        assert!(three > one.map(|error| error * 0.5), "{one:?} {three:?}");
    }
}
