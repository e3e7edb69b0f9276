//! Nothing wakes a sleeping window when a screen reader asks something of it.
//!
//! A thread looks every 20 ms whether a queue of winit's holds a request, and
//! only then wakes the window: waking it that often to look itself costs forty
//! times as much. Until a reader has come it looks for that alone.

use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy::winit::accessibility::{WinitActionRequestHandler, WinitActionRequestHandlers};

use crate::app::alarm::Waker;
use crate::app::wake::Clock;

/// While a reader is there.
const LOOK: Duration = Duration::from_millis(20);
/// Until one comes.
const WAIT: Duration = Duration::from_millis(250);

pub fn plugin(app: &mut App) {
    app.add_systems(First, watch_new_windows);
}

fn watch_new_windows(
    queues: Res<WinitActionRequestHandlers>,
    reader: Res<AccessibilityRequested>,
    clock: Res<Clock>,
    mut watched: Local<Vec<Weak<Mutex<WinitActionRequestHandler>>>>,
) -> Result {
    if !queues.is_changed() {
        return Ok(());
    }
    for queue in queues.values() {
        let queue = Arc::downgrade(queue);
        if watched.iter().any(|known| known.ptr_eq(&queue)) {
            continue;
        }
        watched.push(queue.clone());
        let (reader, wake) = (reader.clone(), Arc::clone(&clock.wake));
        std::thread::Builder::new()
            .name("reader-requests".to_owned())
            .spawn(move || watch(&queue, &reader, &wake))?;
    }
    Ok(())
}

/// Ends with the window whose queue it is.
fn watch(
    queue: &Weak<Mutex<WinitActionRequestHandler>>,
    reader: &AccessibilityRequested,
    wake: &Waker,
) {
    let mut there = false;
    while let Some(queue) = queue.upgrade() {
        if reader.get() != there {
            there = reader.get();
            // The tree that a reader is first given is empty: the next frame fills it.
            wake();
        }
        let asked = !queue
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_empty();
        drop(queue);
        if asked {
            wake();
        }
        std::thread::sleep(if there { LOOK } else { WAIT });
    }
}
