//! The light of a time of day, laid over a picture.
//!
//! Pictures are drawn in their own light; this only leans them. Outlines and
//! names are painted over it and keep their colours.

/// What the picture's colours are multiplied by, red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Light {
    /// At the top.
    pub above: [f32; 3],
    /// At the foot.
    pub below: [f32; 3],
}

impl Light {
    /// Light that changes nothing.
    pub const DAY: Self = Self {
        above: [1.0; 3],
        below: [1.0; 3],
    };
    const DAWN: Self = Self {
        above: [0.90, 0.92, 1.0],
        below: [1.0, 0.95, 0.90],
    };
    const DUSK: Self = Self {
        above: [0.90, 0.87, 0.95],
        below: [1.0, 0.93, 0.84],
    };
    const NIGHT: Self = Self {
        above: [0.74, 0.80, 0.92],
        below: [0.82, 0.86, 0.94],
    };

    fn between(self, other: Self, share: f32) -> Self {
        let mix = |a: [f32; 3], b: [f32; 3]| {
            [0, 1, 2].map(|channel| a[channel] + (b[channel] - a[channel]) * share)
        };
        Self {
            above: mix(self.above, other.above),
            below: mix(self.below, other.below),
        }
    }
}

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// From each of these minutes on the light turns into the next one's.
const TURNS: [(u32, Light); 10] = [
    (0, Light::NIGHT),
    (5 * HOUR, Light::NIGHT),
    (6 * HOUR + 30, Light::DAWN),
    (7 * HOUR + 30, Light::DAWN),
    (9 * HOUR, Light::DAY),
    (16 * HOUR + 30, Light::DAY),
    (18 * HOUR, Light::DUSK),
    (19 * HOUR + 30, Light::DUSK),
    (21 * HOUR, Light::NIGHT),
    (DAY, Light::NIGHT),
];

/// The light at a minute of the day.
#[must_use]
pub fn at(minute: u32) -> Light {
    let minute = minute % DAY;
    for [(from, light), (to, next)] in TURNS.array_windows::<2>() {
        if (*from..*to).contains(&minute) {
            #[expect(clippy::cast_precision_loss, reason = "minutes of a day")]
            let share = (minute - from) as f32 / (to - from) as f32;
            return light.between(*next, share);
        }
    }
    Light::NIGHT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_day_leaves_the_picture_as_it_is() {
        for minute in [9 * HOUR, 14 * HOUR + 20, 16 * HOUR + 30] {
            assert_eq!(at(minute), Light::DAY, "{minute}");
        }
        assert_eq!(at(2 * HOUR), Light::NIGHT);
        assert_eq!(at(23 * HOUR), at(2 * HOUR));
        assert_eq!(at(DAY + 7 * HOUR), Light::DAWN);
    }

    #[test]
    fn no_minute_jumps_and_none_is_too_dark_to_see() {
        for minute in 0..DAY {
            let (now, next) = (at(minute), at(minute + 1));
            for (a, b) in [(now.above, next.above), (now.below, next.below)] {
                for channel in 0..3 {
                    assert!((a[channel] - b[channel]).abs() < 0.01, "{minute}");
                    assert!((0.7..=1.0).contains(&a[channel]), "{minute}");
                }
            }
        }
    }

    #[test]
    fn two_greys_of_the_palette_stay_apart_at_night() {
        // The two darkest that pictures set side by side.
        let ladder: [[f32; 3]; 3] = [
            [38.0, 50.0, 58.0],
            [70.0, 85.0, 94.0],
            [102.0, 118.0, 127.0],
        ];
        let luminance = |grey: [f32; 3], light: [f32; 3]| {
            let linear = |value: f32| {
                if value <= 0.04045 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            let weights = [0.2126, 0.7152, 0.0722];
            (0..3)
                .map(|channel| weights[channel] * linear(grey[channel] / 255.0 * light[channel]))
                .sum::<f32>()
        };
        let apart = |light: [f32; 3], step: usize| {
            (luminance(ladder[step + 1], light) + 0.05) / (luminance(ladder[step], light) + 0.05)
        };
        for step in 0..2 {
            let kept = apart(Light::NIGHT.above, step) / apart([1.0; 3], step);
            assert!(kept > 0.85, "{kept}");
        }
    }
}
