//! The voice that reads aloud, and whether there is one.

use std::sync::Arc;

use crate::app::alarm::Waker;
use crate::language::Language;
use crate::settings::ReadingSpeed;
use crate::speech::{Heard, Service, Utterance, Voice, rate_of};
use crate::ui::world::SpeechView;

/// The voice, where the system gives it a thread.
pub struct Listening {
    voice: Option<Voice>,
    view: SpeechView,
}

impl Listening {
    /// Looks for the service.
    pub fn start(service: Service, wake: &Waker) -> Self {
        let wake = Arc::clone(wake);
        match Voice::start(service, move || wake()) {
            Ok(voice) => Self {
                voice: Some(voice),
                view: SpeechView::Looking,
            },
            Err(error) => Self {
                voice: None,
                view: SpeechView::Fault(error.to_string()),
            },
        }
    }

    /// What the screens are told.
    pub fn view(&self) -> &SpeechView {
        &self.view
    }

    /// Reads a text aloud.
    pub fn speak(&self, text: String, speed: ReadingSpeed, language: Language) {
        if let Some(voice) = &self.voice {
            voice.speak(Utterance {
                text,
                rate: rate_of(speed),
                language: language.tag().to_owned(),
            });
        }
    }

    /// Breaks off what is being read.
    pub fn silence(&self) {
        if let Some(voice) = &self.voice {
            voice.silence();
        }
    }

    /// Takes in what was heard; a fault is given when it begins.
    pub fn poll(&mut self) -> Option<String> {
        let voice = self.voice.as_ref()?;
        let mut begun = None;
        for heard in voice.poll() {
            let view = match heard {
                Heard::Absent => SpeechView::Absent,
                Heard::Ready | Heard::Done => SpeechView::Ready,
                Heard::Fault(reason) => {
                    if !matches!(self.view, SpeechView::Fault(_)) {
                        begun = Some(reason.clone());
                    }
                    SpeechView::Fault(reason)
                }
            };
            // Being silent without a service is no news of one.
            if self.view != SpeechView::Absent || matches!(view, SpeechView::Fault(_)) {
                self.view = view;
            }
        }
        begun
    }
}
