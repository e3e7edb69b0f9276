//! The voice: a thread that talks to the service, so that nothing waits for it.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::{self, JoinHandle};

use super::service::{Service, Stream};
use super::ssip::{Ssip, SsipError};

/// A text to be read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// The words.
    pub text: String,
    /// The speed, from -100 to 100.
    pub rate: i8,
    /// The language of the words: `en-GB`.
    pub language: String,
}

/// What the voice has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// There is a service.
    Ready,
    /// There is none.
    Absent,
    /// The service was handed the text, or told to be silent.
    Done,
    /// It could not be.
    Fault(String),
}

enum Order {
    Speak(Utterance),
    Silence,
}

/// Reads texts aloud, one at a time: a new one takes the place of the one before.
#[derive(Debug)]
pub struct Voice {
    orders: Option<Sender<Order>>,
    heard: Receiver<Heard>,
    thread: Option<JoinHandle<()>>,
}

impl Voice {
    /// Starts the thread, which looks for the service first. `wake` is called after each piece of
    /// news, on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(service: Service, wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let (outbox, heard) = mpsc::channel();
        let tell = move |news| {
            // Nobody listens any more when the program ends.
            let _ = outbox.send(news);
            wake();
        };
        let thread = thread::Builder::new().spawn(move || {
            tell(if service.is_there() {
                Heard::Ready
            } else {
                Heard::Absent
            });
            let mut speaking = Speaking {
                service,
                ssip: None,
            };
            while let Some(order) = latest(&inbox) {
                tell(match speaking.obey(&order) {
                    Ok(()) => Heard::Done,
                    Err(error) => Heard::Fault(error.to_string()),
                });
            }
            speaking.end();
        })?;
        Ok(Self {
            orders: Some(orders),
            heard,
            thread: Some(thread),
        })
    }

    /// Reads a text aloud, in place of what is being read.
    pub fn speak(&self, utterance: Utterance) {
        self.order(Order::Speak(utterance));
    }

    /// Breaks off what is being read.
    pub fn silence(&self) {
        self.order(Order::Silence);
    }

    /// What was heard of the service since the last time, oldest first.
    #[must_use]
    pub fn poll(&self) -> Vec<Heard> {
        self.heard.try_iter().collect()
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // The thread ends only with this.
            let _ = orders.send(order);
        }
    }
}

impl Drop for Voice {
    /// Silent before the program ends.
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A thread that came down has nothing left to end.
            let _ = thread.join();
        }
    }
}

/// Waits for an order and passes over those that a later one overtook.
fn latest(inbox: &Receiver<Order>) -> Option<Order> {
    let mut order = inbox.recv().ok()?;
    loop {
        match inbox.try_recv() {
            Ok(later) => order = later,
            Err(TryRecvError::Empty) => return Some(order),
            Err(TryRecvError::Disconnected) => return None,
        }
    }
}

struct Speaking {
    service: Service,
    ssip: Option<Ssip<Stream>>,
}

impl Speaking {
    fn obey(&mut self, order: &Order) -> Result<(), SsipError> {
        let again = self.ssip.is_some();
        match self.attempt(order) {
            // The service may have been started anew since: one more try with a fresh connection.
            Err(SsipError::Connection(_)) if again => self.attempt(order),
            outcome => outcome,
        }
    }

    fn attempt(&mut self, order: &Order) -> Result<(), SsipError> {
        let mut ssip = match (self.ssip.take(), order) {
            (Some(ssip), _) => ssip,
            (None, Order::Silence) => return Ok(()),
            (None, Order::Speak(_)) => self.service.begin()?,
        };
        match order {
            Order::Speak(utterance) => {
                ssip.speak(&utterance.text, utterance.rate, &utterance.language)?;
            }
            Order::Silence => ssip.silence()?,
        }
        self.ssip = Some(ssip);
        Ok(())
    }

    fn end(self) {
        if let Some(mut ssip) = self.ssip
            && ssip.silence().is_ok()
        {
            // It has been silenced: what it answers changes nothing.
            let _ = ssip.end();
        }
    }
}
