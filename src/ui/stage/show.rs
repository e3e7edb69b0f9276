//! What stands on the stage from frame to frame: one picture, or one that fades into the next.

use std::sync::Arc;
use std::time::Duration;

use super::{Placed, drift};
use crate::ui::art::Layers;

/// A picture on the stage.
#[derive(Debug)]
struct Act {
    path: String,
    layers: Arc<Layers>,
    entered: Duration,
    /// How long it fades in; not at all: zero.
    fade: Duration,
}

/// A picture as it is to be drawn now.
#[derive(Debug)]
pub struct Shown<'s> {
    /// What is drawn.
    pub layers: &'s Arc<Layers>,
    /// How far each layer stands from its place, as shares of the picture's width.
    pub shifts: [f32; 3],
    /// How much it covers.
    pub cover: f32,
}

/// Remembers what the stage shows. Times are since any fixed moment.
#[derive(Debug, Default)]
pub struct Show {
    /// The lower and the upper place: two pictures stand there while one fades.
    acts: [Option<Act>; 2],
    /// The place of the picture that stays.
    current: usize,
    in_sight: bool,
    motion: bool,
}

impl Show {
    /// Takes what the screen placed. Says how long the stage may stand as it is; `None`: for good.
    pub fn follow(
        &mut self,
        now: Duration,
        placed: Option<&Placed>,
        pixels_across: f32,
    ) -> Option<Duration> {
        let seen = std::mem::replace(&mut self.in_sight, placed.is_some());
        let placed = placed?;
        self.motion = placed.motion;
        let known = self.acts[self.current].as_mut();
        match (&placed.layers, known) {
            (Some(layers), Some(act)) if act.path == placed.path => {
                // Another size, or an edited file: no other place.
                act.layers = Arc::clone(layers);
            }
            (Some(layers), known) => {
                let mut fade = Duration::ZERO;
                if self.motion && seen && known.is_some() {
                    fade = placed.fade;
                    self.current = 1 - self.current;
                }
                self.acts[self.current] = Some(Act {
                    path: placed.path.clone(),
                    layers: Arc::clone(layers),
                    entered: now,
                    fade,
                });
            }
            // Until the next picture is drawn the last stays; but not one of another visit.
            (None, Some(act)) if !seen && act.path != placed.path => self.acts = [None, None],
            (None, _) => {}
        }
        let act = self.acts[self.current].as_ref()?;
        let since = now.saturating_sub(act.entered);
        if !self.motion || since >= act.fade {
            self.acts[1 - self.current] = None;
        }
        let act = self.acts[self.current].as_ref()?;
        if !self.motion || !placed.visible.is_positive() {
            return None;
        }
        drift::next_frame(since, act.fade, pixels_across)
    }

    /// Where the layers of the picture that stays stand now.
    #[must_use]
    pub fn shifts(&self, now: Duration) -> [f32; 3] {
        match &self.acts[self.current] {
            Some(act) if self.motion => drift::shifts(now.saturating_sub(act.entered)),
            _ => [0.0; 3],
        }
    }

    /// What is to be drawn now, the lower first.
    #[must_use]
    pub fn shown(&self, now: Duration) -> [Option<Shown<'_>>; 2] {
        if !self.in_sight {
            return [None, None];
        }
        let current = self.acts[self.current].as_ref();
        let faded = match current {
            Some(act) if self.motion => drift::faded(now.saturating_sub(act.entered), act.fade),
            _ => 1.0,
        };
        [0, 1].map(|place| {
            let act = self.acts[place].as_ref()?;
            let cover = match (place, place == self.current) {
                // The upper one covers as much as is to be seen of it.
                (1, true) => faded,
                (1, false) => 1.0 - faded,
                _ => 1.0,
            };
            let shifts = if self.motion {
                drift::shifts(now.saturating_sub(act.entered))
            } else {
                [0.0; 3]
            };
            Some(Shown {
                layers: &act.layers,
                shifts,
                cover,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::drift::in_place;
    use egui::{ColorImage, Rect, pos2};

    fn layers() -> Arc<Layers> {
        Arc::new(Layers {
            images: [
                ColorImage::default(),
                ColorImage::default(),
                ColorImage::default(),
            ],
        })
    }

    fn placed(path: &str, layers: Option<&Arc<Layers>>, motion: bool) -> Placed {
        let rect = Rect::from_min_max(pos2(20.0, 68.0), pos2(424.0, 371.0));
        Placed {
            path: path.to_owned(),
            layers: layers.map(Arc::clone),
            rect,
            visible: rect,
            radius: 10,
            ground: egui::Color32::WHITE,
            minute: None,
            motion,
            fade: Duration::from_millis(600),
        }
    }

    fn at(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    fn covers(show: &Show, now: Duration) -> Vec<(usize, f32)> {
        show.shown(now)
            .iter()
            .enumerate()
            .filter_map(|(place, shown)| shown.as_ref().map(|shown| (place, shown.cover)))
            .collect()
    }

    #[test]
    fn one_place_fades_into_the_next_and_back() {
        let (shop, car) = (layers(), layers());
        let mut stage = Show::default();
        stage.follow(at(0), Some(&placed("shop", Some(&shop), true)), 404.0);
        assert_eq!(covers(&stage, at(0)), [(0, 1.0)], "nothing to fade from");
        stage.follow(at(900), Some(&placed("car", None, true)), 404.0);
        assert_eq!(
            covers(&stage, at(900)),
            [(0, 1.0)],
            "the last stays until then"
        );
        stage.follow(at(1000), Some(&placed("car", Some(&car), true)), 404.0);
        assert_eq!(covers(&stage, at(1000)), [(0, 1.0), (1, 0.0)]);
        let half = covers(&stage, at(1300));
        assert!(
            half[0].1 > 0.99 && (half[1].1 - 0.5).abs() < 0.01,
            "{half:?}"
        );
        stage.follow(at(1700), Some(&placed("car", Some(&car), true)), 404.0);
        assert_eq!(covers(&stage, at(1700)), [(1, 1.0)]);
        stage.follow(at(2000), Some(&placed("shop", Some(&shop), true)), 404.0);
        assert_eq!(covers(&stage, at(2000)), [(0, 1.0), (1, 1.0)]);
        stage.follow(at(2700), Some(&placed("shop", Some(&shop), true)), 404.0);
        assert_eq!(covers(&stage, at(2700)), [(0, 1.0)]);
    }

    #[test]
    fn with_motion_off_there_is_neither_drift_nor_fade_nor_frame() {
        let (shop, car) = (layers(), layers());
        let mut stage = Show::default();
        for (time, path, picture) in [(0, "shop", &shop), (1000, "car", &car)] {
            let next = stage.follow(at(time), Some(&placed(path, Some(picture), false)), 404.0);
            assert_eq!(next, None);
            assert!(in_place(stage.shifts(at(time))));
            assert_eq!(covers(&stage, at(time)), [(0, 1.0)]);
        }
    }

    #[test]
    fn it_drifts_then_stands_and_a_look_away_does_not_start_it_again() {
        let shop = layers();
        let here = placed("shop", Some(&shop), true);
        let mut stage = Show::default();
        assert!(stage.follow(at(0), Some(&here), 404.0).is_some());
        assert!(stage.shifts(at(0))[2] > 0.005);
        assert_eq!(stage.follow(at(5000), None, 404.0), None, "nobody sees it");
        assert!(covers(&stage, at(5000)).is_empty());
        assert!(stage.follow(at(6000), Some(&here), 404.0).is_some());
        assert!(stage.shifts(at(6000))[2] < stage.shifts(at(0))[2]);
        assert_eq!(stage.follow(at(20_000), Some(&here), 404.0), None);
        assert!(in_place(stage.shifts(at(20_000))));
    }

    #[test]
    fn another_size_and_an_edited_file_are_cuts() {
        let (small, large) = (layers(), layers());
        let mut stage = Show::default();
        stage.follow(at(0), Some(&placed("shop", Some(&small), true)), 404.0);
        stage.follow(at(100), Some(&placed("shop", Some(&large), true)), 700.0);
        let [Some(shown), None] = stage.shown(at(100)) else {
            panic!("one picture");
        };
        assert!(Arc::ptr_eq(shown.layers, &large));
    }

    #[test]
    fn a_picture_of_an_earlier_visit_does_not_flash_up() {
        let shop = layers();
        let mut stage = Show::default();
        stage.follow(at(0), Some(&placed("shop", Some(&shop), true)), 404.0);
        stage.follow(at(100), None, 404.0);
        stage.follow(at(200), Some(&placed("car", None, true)), 404.0);
        assert!(covers(&stage, at(200)).is_empty());
    }
}
