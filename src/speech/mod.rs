//! Reading aloud, where the computer has a speech service: Speech Dispatcher,
//! spoken to over its socket in its own protocol, SSIP. Never required.

mod service;
mod ssip;
mod voice;

pub use service::Service;
pub use ssip::{Ssip, SsipError};
pub use voice::{Heard, Utterance, Voice};

use crate::settings::ReadingSpeed;

/// The service's own measure of a speed: from -100 to 100, 0 as the voice is set up.
#[must_use]
pub const fn rate_of(speed: ReadingSpeed) -> i8 {
    match speed {
        ReadingSpeed::Slow => -40,
        ReadingSpeed::Normal => 0,
        ReadingSpeed::Fast => 35,
        ReadingSpeed::Faster => 70,
    }
}
