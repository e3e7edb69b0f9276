//! Turns a panic of a foreign library into a value.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, PoisonError};

/// Runs `start`, which is foreign code that panics where the machine lacks
/// something. Gives the panic's message instead, and prints nothing.
pub fn quietly<T>(start: impl FnOnce() -> T) -> Result<T, String> {
    let message = Arc::new(Mutex::new(None));
    let before = panic::take_hook();
    panic::set_hook({
        let message = Arc::clone(&message);
        Box::new(move |info| {
            let text = info.payload_as_str().unwrap_or("no reason was given");
            let mut first = message.lock().unwrap_or_else(PoisonError::into_inner);
            first.get_or_insert_with(|| text.to_owned());
        })
    });
    let result = panic::catch_unwind(AssertUnwindSafe(start));
    panic::set_hook(before);
    result.map_err(|_| {
        let first = message
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let text = first.unwrap_or_default();
        // One sentence: what bevy says after the first is advice to programmers.
        let end = text.find(['!', '\n']).unwrap_or(text.len());
        text[..end].to_owned()
    })
}
