//! How the stage moves: a slow drift of its layers when a place is entered, and
//! the fade from one place to the next.

use std::time::Duration;

/// How long the layers drift; then they are still, each exactly in its place.
pub const DRIFT: Duration = Duration::from_secs(20);
/// How far the layers come from, back to front, as shares of the picture's width.
const FROM: [f32; 3] = [0.0, 0.004, 0.009];
/// Of a fading picture: enough to look smooth.
const FADE_FRAME: Duration = Duration::from_millis(40);
/// The nearest layer moves no more than this many pixels from frame to frame.
const SMOOTH: f32 = 0.04;
/// No drift needs more frames than this, however large the window.
const SHORTEST: Duration = Duration::from_millis(66);
/// With fewer the drift would be seen to step.
const LONGEST: Duration = Duration::from_millis(160);

/// Where the layers stand this long after the place was entered.
#[must_use]
pub fn shifts(since: Duration) -> [f32; 3] {
    let left = 1.0 - (since.as_secs_f32() / DRIFT.as_secs_f32()).min(1.0);
    // It comes to rest without a jolt.
    FROM.map(|from| from * left * left)
}

/// How much of the next place is to be seen this long after it was entered, where that takes `fade`.
#[must_use]
pub fn faded(since: Duration, fade: Duration) -> f32 {
    if since >= fade {
        return 1.0;
    }
    let share = since.as_secs_f32() / fade.as_secs_f32();
    share * share * (3.0 - 2.0 * share)
}

/// How long the stage may stand as it is, where the place fades in for so long (not at all: zero).
/// `None`: for good.
#[must_use]
pub fn next_frame(since: Duration, fade: Duration, pixels_across: f32) -> Option<Duration> {
    if since < fade {
        return Some(FADE_FRAME);
    }
    let left = 1.0 - since.as_secs_f32() / DRIFT.as_secs_f32();
    if left <= 0.0 {
        return None;
    }
    let speed = 2.0 * FROM[2] * left * pixels_across / DRIFT.as_secs_f32();
    let smooth = Duration::try_from_secs_f32(SMOOTH / speed).unwrap_or(LONGEST);
    Some(smooth.clamp(SHORTEST, LONGEST))
}

/// Whether nothing stands aside any more.
#[cfg(test)]
pub(super) fn in_place(shifts: [f32; 3]) -> bool {
    shifts.iter().all(|shift| shift.abs() < f32::EPSILON)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FADE: Duration = Duration::from_millis(600);

    #[test]
    fn the_drift_stays_under_a_hundredth_and_ends_in_place() {
        let mut before = f32::MAX;
        for second in 0..=20 {
            let [back, middle, front] = shifts(Duration::from_secs(second));
            assert!(back.abs() < f32::EPSILON && middle <= front && front < 0.01);
            assert!(front < before, "it never turns round");
            before = front;
        }
        assert!(in_place(shifts(DRIFT)));
        assert!(in_place(shifts(DRIFT * 3)));
    }

    #[test]
    fn frames_are_asked_for_while_something_moves_and_never_after() {
        let at = |seconds: f32| next_frame(Duration::from_secs_f32(seconds), FADE, 404.0);
        assert_eq!(at(0.1), Some(FADE_FRAME));
        let drifting = at(5.0).expect("it drifts");
        assert!(drifting >= SHORTEST && drifting <= LONGEST);
        assert_eq!(at(20.0), None);
        assert_eq!(at(400.0), None);
        let cut = next_frame(Duration::from_millis(100), Duration::ZERO, 404.0);
        assert!(cut.is_some_and(|wait| wait >= SHORTEST), "{cut:?}");
    }

    #[test]
    fn a_fade_runs_from_nothing_to_all() {
        assert!(faded(Duration::ZERO, FADE) < f32::EPSILON);
        assert!((faded(FADE / 2, FADE) - 0.5).abs() < 0.01);
        assert!((faded(FADE, FADE) - 1.0).abs() < f32::EPSILON);
        assert!((faded(FADE * 9, FADE) - 1.0).abs() < f32::EPSILON);
        assert!((faded(Duration::ZERO, Duration::ZERO) - 1.0).abs() < f32::EPSILON);
    }
}
