//! The standard normal distribution and its inverse.

/// z such that Φ(z) = `p`, for 0 < p < 1.
///
/// Wichura's algorithm AS 241 (PPND16), Applied Statistics 37 (1988): relative
/// error about 1e-16.
#[must_use]
#[allow(
    clippy::excessive_precision,
    clippy::unreadable_literal,
    reason = "the published coefficients"
)]
pub fn inverse(p: f64) -> f64 {
    const A: [f64; 8] = [
        3.3871328727963666080e0,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3,
    ];
    const B: [f64; 8] = [
        1.0,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3,
    ];
    const C: [f64; 8] = [
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ];
    const D: [f64; 8] = [
        1.0,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9,
    ];
    const E: [f64; 8] = [
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ];
    let ratio = |top: &[f64; 8], bottom: &[f64; 8], r: f64| {
        let value = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, factor| sum * r + factor);
        value(top) / value(bottom)
    };
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(&A, &B, 0.180625 - q * q);
    }
    let r = (-(if q < 0.0 { p } else { 1.0 - p }).ln()).sqrt();
    let z = if r <= 5.0 {
        ratio(&C, &D, r - 1.6)
    } else {
        ratio(&E, &F, r - 5.0)
    };
    if q < 0.0 { -z } else { z }
}

/// Φ(z): the share of the standard normal distribution below z.
///
/// Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical
/// Software 11(4), 2004: a series, summed until it no longer changes.
#[must_use]
pub fn below(z: f64) -> f64 {
    if z < -8.0 {
        return 0.0;
    }
    if z > 8.0 {
        return 1.0;
    }
    let (mut sum, mut term, mut divisor) = (z, z, 3.0);
    loop {
        term *= z * z / divisor;
        let next = sum + term;
        if (next - sum).abs() == 0.0 {
            break;
        }
        sum = next;
        divisor += 2.0;
    }
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    (0.5 + sum * density).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::{below, inverse};

    #[test]
    fn the_share_below_undoes_the_inverse() {
        for p in [0.001, 0.02, 0.31, 0.5, 0.8413, 0.999] {
            assert!((below(inverse(p)) - p).abs() < 1e-12, "{p}");
        }
    }

    #[test]
    fn known_quantiles() {
        // Values of standard tables to 15 figures.
        for (p, z) in [
            (0.5, 0.0),
            (0.75, 0.674_489_750_196_081_7),
            (0.975, 1.959_963_984_540_054),
            (0.001, -3.090_232_306_167_813),
        ] {
            assert!((inverse(p) - z).abs() < 1e-14, "{p}");
        }
    }
}
