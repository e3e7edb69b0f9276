//! The thread that writes: a frame is never held up by a disk.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use super::action_text::ActionText;
use super::draft::Draft;
use super::fault::WriteFault;
use super::log::Log;
use super::medium::Medium;
use crate::disk::DiskError;
use crate::stamp::Stamp;

/// What the thread has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// Every action up to this number is durable.
    Saved(u64),
    /// A write failed: nothing more is written until [`Writer::retry`].
    Fault {
        /// Why, with what mends it.
        reason: String,
        /// How many actions are kept in memory.
        pending: usize,
    },
    /// The text being typed cannot be kept. Told once until it can be again.
    DraftFault {
        /// Why.
        reason: String,
    },
    /// All is done and the file is let go.
    Closed {
        /// How many actions could not be written.
        unsaved: usize,
    },
}

enum Order {
    Append(Stamp, ActionText),
    Draft(String),
    EraseDraft,
    Retry,
    Close,
}

/// A journal and its draft, owned by a thread of their own.
#[derive(Debug)]
pub struct Writer {
    orders: Option<Sender<Order>>,
    reports: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
    /// The number of the last action handed over.
    submitted: u64,
    /// The number of the last action known to be durable.
    saved: u64,
    /// The end was told.
    closed: bool,
}

impl Writer {
    /// Starts the thread. `wake` is called after each report, on that thread.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start<M: Medium + Send + 'static>(
        log: Log<M>,
        draft: Draft,
        wake: impl Fn() + Send + 'static,
    ) -> io::Result<Self> {
        let count = log.count();
        let saved = count - log.pending() as u64;
        let (orders, inbox) = mpsc::channel();
        let (outbox, reports) = mpsc::channel();
        let say = move |report| {
            // Nobody listens any more: the window is gone, and the work is done all the same.
            let _ = outbox.send(report);
            wake();
        };
        let thread = thread::Builder::new()
            .name("journal".to_owned())
            .spawn(move || {
                Desk {
                    log,
                    draft,
                    draft_settled: false,
                    draft_fault: false,
                    say,
                }
                .work(&inbox);
            })?;
        Ok(Self {
            orders: Some(orders),
            reports,
            thread: Some(thread),
            submitted: count,
            saved,
            closed: false,
        })
    }

    /// Hands over an action. Its number is returned at once; [`Report::Saved`] with it or a later one says that it is durable.
    pub fn submit(&mut self, at: Stamp, action: ActionText) -> u64 {
        self.submitted += 1;
        self.order(Order::Append(at, action));
        self.submitted
    }

    /// Hands over the latest text being typed. It is erased when it becomes an action.
    pub fn draft(&self, text: String) {
        self.order(Order::Draft(text));
    }

    /// Forgets the text being typed.
    pub fn erase_draft(&self) {
        self.order(Order::EraseDraft);
    }

    /// Writes again what is kept in memory after a fault.
    pub fn retry(&self) {
        self.order(Order::Retry);
    }

    /// Has everything written, the draft too, and the file let go; [`Report::Closed`] tells when. Does not wait.
    pub fn finish(&self) {
        self.order(Order::Close);
    }

    /// The number of the last action handed over.
    #[must_use]
    pub fn submitted(&self) -> u64 {
        self.submitted
    }

    /// What the thread said since the last call. Does not wait.
    pub fn reports(&mut self) -> Vec<Report> {
        let mut said = Vec::new();
        loop {
            match self.reports.try_recv() {
                Ok(report) => {
                    self.note(&report);
                    said.push(report);
                }
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => {
                    if !self.closed {
                        said.push(self.stopped());
                    }
                    break;
                }
            }
        }
        said
    }

    /// As [`Writer::finish`], and waits until it is done: what was said since the last call.
    #[must_use]
    pub fn close(mut self) -> Vec<Report> {
        self.finish();
        self.end();
        self.reports()
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // A thread that is gone is told by `reports`, with all that is unsaved.
            let _ = orders.send(order);
        }
    }

    fn note(&mut self, report: &Report) {
        match report {
            Report::Saved(n) => self.saved = *n,
            Report::Closed { .. } => self.closed = true,
            Report::Fault { .. } | Report::DraftFault { .. } => {}
        }
    }

    fn stopped(&self) -> Report {
        let pending = usize::try_from(self.submitted - self.saved).unwrap_or(usize::MAX);
        Report::Fault {
            reason: "the part of the program that writes has stopped; start Second Look again"
                .to_owned(),
            pending,
        }
    }

    fn end(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // A panic in it shows as a channel that ended without `Closed`.
            let _ = thread.join();
        }
    }
}

impl Drop for Writer {
    /// Waits until what was handed over is written.
    fn drop(&mut self) {
        self.end();
    }
}

/// The thread's own side.
struct Desk<M, S> {
    log: Log<M>,
    draft: Draft,
    /// The draft has become an action, or can become one no more: it goes once that is durable.
    draft_settled: bool,
    /// A fault of the draft was told.
    draft_fault: bool,
    say: S,
}

impl<M: Medium, S: Fn(Report)> Desk<M, S> {
    fn work(mut self, orders: &Receiver<Order>) {
        while let Some(order) = self.next(orders) {
            match order {
                Order::Append(at, action) => {
                    self.draft_settled |= action.settles_draft();
                    let outcome = self.log.append(at, &action);
                    self.tell(outcome);
                }
                Order::Draft(text) => {
                    self.draft_settled = false;
                    let written = self.draft.typed(&text, Instant::now());
                    self.tell_draft(written);
                }
                Order::EraseDraft => {
                    let erased = self.draft.erase();
                    self.tell_draft(erased);
                }
                Order::Retry => {
                    let outcome = self.log.retry();
                    self.tell(outcome);
                }
                Order::Close => break,
            }
        }
        self.close();
    }

    /// The next order; drafts that fall due before it are written.
    fn next(&mut self, orders: &Receiver<Order>) -> Option<Order> {
        loop {
            let Some(wait) = self.draft.due_in(Instant::now()) else {
                return orders.recv().ok();
            };
            match orders.recv_timeout(wait) {
                Ok(order) => return Some(order),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    let written = self.draft.tick(Instant::now());
                    self.tell_draft(written);
                }
            }
        }
    }

    fn close(mut self) {
        if self.log.pending() > 0 {
            let outcome = self.log.retry();
            self.tell(outcome);
        }
        let written = self.draft.finish();
        self.tell_draft(written);
        let unsaved = self.log.pending();
        // Let go first: who hears `Closed` may open the file again at once.
        drop(self.log);
        (self.say)(Report::Closed { unsaved });
    }

    fn tell(&mut self, outcome: Result<u64, WriteFault>) {
        match outcome {
            Ok(n) => {
                (self.say)(Report::Saved(n));
                if std::mem::take(&mut self.draft_settled) {
                    let erased = self.draft.erase();
                    self.tell_draft(erased);
                }
            }
            Err(fault) => (self.say)(Report::Fault {
                reason: fault.reason,
                pending: fault.pending,
            }),
        }
    }

    fn tell_draft(&mut self, outcome: Result<(), DiskError>) {
        match outcome {
            Ok(()) => self.draft_fault = false,
            Err(fault) if !self.draft_fault => {
                self.draft_fault = true;
                (self.say)(Report::DraftFault {
                    reason: fault.reason(),
                });
            }
            Err(_) => {}
        }
    }
}
