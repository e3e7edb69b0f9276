//! The window's clock: who may wake it, and when it wakes by itself.

use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};

use super::alarm::{Alarm, Waker};

/// How long the window may sleep when nobody wakes it: the clock on a screen
/// shows minutes.
const SLEEP: Duration = Duration::from_secs(30);

/// Wakes the window, at once or later.
#[derive(Resource)]
pub struct Clock {
    /// At once, from any thread.
    pub wake: Waker,
    /// Later.
    pub alarm: Alarm,
}

/// The window draws when something happened, never otherwise.
pub fn settings() -> WinitSettings {
    WinitSettings {
        // Mouse movement outside the window is no reason to draw.
        focused_mode: UpdateMode::reactive_low_power(SLEEP),
        unfocused_mode: UpdateMode::reactive_low_power(SLEEP),
    }
}

/// The clock of this event loop.
pub fn clock(proxy: &EventLoopProxyWrapper) -> std::io::Result<Clock> {
    let proxy = (**proxy).clone();
    let wake: Waker = Arc::new(move || {
        // The loop is gone only when the program ends.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    });
    let alarm = Alarm::new(Arc::clone(&wake))?;
    Ok(Clock { wake, alarm })
}
