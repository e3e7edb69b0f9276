//! Work off the window's thread.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::app::alarm::Waker;

/// Runs work on threads of its own and collects what comes of it.
pub struct Jobs<T> {
    done: Receiver<T>,
    report: Sender<T>,
    wake: Waker,
    running: usize,
}

impl<T: Send + 'static> Jobs<T> {
    /// None yet. `wake` is called when there is something to collect.
    pub fn new(wake: Waker) -> Self {
        let (report, done) = mpsc::channel();
        Self {
            done,
            report,
            wake,
            running: 0,
        }
    }

    /// Does `work` elsewhere. Where no thread can be had it is done here: late
    /// is better than never.
    pub fn start(&mut self, work: impl FnOnce() -> T + Send + 'static) {
        self.running += 1;
        let (report, wake) = (self.report.clone(), Arc::clone(&self.wake));
        let work = std::sync::Mutex::new(Some(work));
        let work = Arc::new(work);
        let run = {
            let work = Arc::clone(&work);
            move || {
                let taken = work.lock().ok().and_then(|mut work| work.take());
                if let Some(work) = taken {
                    // Nobody collects only when the program ends.
                    let _ = report.send(work());
                    wake();
                }
            }
        };
        if std::thread::Builder::new().spawn(run.clone()).is_err() {
            run();
        }
    }

    /// What is done by now.
    pub fn collect(&mut self) -> Vec<T> {
        let done: Vec<T> = self.done.try_iter().collect();
        self.running -= done.len();
        done
    }

    /// Whether something is still under way.
    #[cfg(test)]
    pub fn busy(&self) -> bool {
        self.running > 0
    }
}
