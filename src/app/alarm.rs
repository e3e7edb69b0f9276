//! Wakes the window at a time, or at once from another thread.
//!
//! The window sleeps while nothing happens. Whoever works elsewhere holds a
//! [`Waker`]; whoever needs a frame later asks the [`Alarm`].

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Instant;

/// Wakes the window from any thread.
pub type Waker = Arc<dyn Fn() + Send + Sync>;

/// Wakes the window at the earliest of the times it was given.
pub struct Alarm {
    orders: Sender<Instant>,
}

impl Alarm {
    /// Starts the thread that keeps the time. It ends with the alarm.
    pub fn new(wake: Waker) -> std::io::Result<Self> {
        let (orders, times) = mpsc::channel::<Instant>();
        std::thread::Builder::new()
            .name("alarm".to_owned())
            .spawn(move || {
                let mut next: Option<Instant> = None;
                loop {
                    let order = match next {
                        None => times.recv().map_err(|_| RecvTimeoutError::Disconnected),
                        Some(at) => {
                            times.recv_timeout(at.saturating_duration_since(Instant::now()))
                        }
                    };
                    match order {
                        Ok(at) => next = Some(next.map_or(at, |before| before.min(at))),
                        Err(RecvTimeoutError::Timeout) => {
                            next = None;
                            wake();
                        }
                        Err(RecvTimeoutError::Disconnected) => return,
                    }
                }
            })?;
        Ok(Self { orders })
    }

    /// A frame shall come at `time`, at the latest.
    pub fn at(&self, time: Instant) {
        // The thread lives as long as the sender: there is nobody to tell otherwise.
        let _ = self.orders.send(time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_earlier_time_wins_and_each_wakes_once() {
        let (woken, wakes) = mpsc::channel();
        let alarm = Alarm::new(Arc::new(move || {
            let _ = woken.send(Instant::now());
        }))
        .expect("a thread");
        let start = Instant::now();
        alarm.at(start + Duration::from_hours(1));
        alarm.at(start + Duration::from_millis(5));
        let first = wakes.recv().expect("a wake");
        assert!(first >= start + Duration::from_millis(5));
        drop(alarm);
        assert!(
            wakes.recv().is_err(),
            "the hour was forgotten with the alarm"
        );
    }
}
