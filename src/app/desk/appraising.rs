//! What a trainer asked to see of a scenario, worked out off the window's thread.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::opening::Places;
use crate::app::alarm::Waker;
use crate::appraisal::{Appraisal, appraise, save_play};
use crate::language::Language;
use crate::proof::Effort;
use crate::scenario::art::ArtShelf;
use crate::ui::world::AppraisalView;

/// What came of it; nothing where it was ended.
pub type Outcome = Result<Option<Appraisal>, String>;

/// What figures and words hang on: the scenario's fingerprint, the language, the effort.
type Key = (Arc<str>, Language, Effort);

/// What the thread that works it out and the window both know.
#[derive(Default)]
struct Shared {
    done: AtomicU64,
    of: AtomicU64,
    ended: AtomicBool,
}

/// Work for another thread.
pub struct Work {
    /// Which asking it answers.
    pub number: u64,
    places: Places,
    id: Arc<str>,
    language: Language,
    effort: Effort,
    shared: Arc<Shared>,
    wake: Waker,
}

/// What is shown, what is under way, and all that was worked out since the program began.
#[derive(Default)]
pub struct Appraising {
    view: AppraisalView,
    number: u64,
    shared: Option<Arc<Shared>>,
    known: HashMap<Key, Arc<Appraisal>>,
}

impl Appraising {
    /// What the screen is given.
    pub fn view(&self) -> &AppraisalView {
        &self.view
    }

    /// Shows a scenario: at once where its figures are known by its fingerprint, else once the
    /// work that this gives is done.
    pub fn ask(
        &mut self,
        places: &Places,
        id: &Arc<str>,
        (fingerprint, language): (Option<&Arc<str>>, Language),
        wake: &Waker,
    ) -> Option<Work> {
        self.close();
        let effort = Effort::default();
        let key = |print: &Arc<str>| (Arc::clone(print), language, effort);
        let known = fingerprint.and_then(|print| self.known.get(&key(print)));
        if let Some(known) = known {
            self.view = AppraisalView::Ready(Arc::clone(known));
            return None;
        }
        let shared = Arc::new(Shared::default());
        self.view = AppraisalView::Working { done: 0, of: 0 };
        self.shared = Some(Arc::clone(&shared));
        Some(Work {
            number: self.number,
            places: places.clone(),
            id: Arc::clone(id),
            language,
            effort,
            shared,
            wake: Arc::clone(wake),
        })
    }

    /// It is no longer shown: what is under way ends.
    pub fn close(&mut self) {
        if let Some(shared) = self.shared.take() {
            shared.ended.store(true, Ordering::Relaxed);
        }
        self.number += 1;
        self.view = AppraisalView::None;
    }

    /// Scenarios and players come from elsewhere now: what is known says nothing of them.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    /// Takes in how far it is.
    pub fn poll(&mut self) {
        if let (Some(shared), AppraisalView::Working { done, of }) = (&self.shared, &mut self.view)
        {
            *done = shared.done.load(Ordering::Relaxed);
            *of = shared.of.load(Ordering::Relaxed);
        }
    }

    /// Takes in what came of it; what was left before it was ready is not shown.
    pub fn take(&mut self, number: u64, outcome: Outcome) {
        if number != self.number {
            return;
        }
        self.shared = None;
        self.view = match outcome {
            Ok(Some(found)) => {
                let found = Arc::new(found);
                let print = Arc::clone(&found.fingerprint);
                let key = (print, found.language, found.effort);
                self.known.insert(key, Arc::clone(&found));
                AppraisalView::Ready(found)
            }
            Ok(None) => AppraisalView::None,
            Err(reason) => AppraisalView::Fault(super::sentence(&reason)),
        };
    }
}

impl Work {
    /// Does it. The window is woken for each step, not for each play.
    pub fn run(self) -> Outcome {
        let per_step = self.effort.plays.max(1);
        let watch = |done: u64, of: u64| {
            let step = done / per_step;
            self.shared.of.store(of / per_step, Ordering::Relaxed);
            if self.shared.done.fetch_max(step, Ordering::Relaxed) < step {
                (self.wake)();
            }
            if self.shared.ended.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let (shelf, art) = (
            &self.places.shelf,
            ArtShelf::new(self.places.assets.clone()),
        );
        appraise(shelf, &art, (&self.id, self.language), self.effort, &watch)
            .map_err(|error| error.to_string())
    }
}

/// Writes the play of a finding into the data folder, in a folder of its scenario. Gives its file.
pub fn save(places: &Places, told: &Appraisal, number: usize) -> Result<PathBuf, String> {
    let found = told.findings.get(number);
    let Some((code, play)) = found.and_then(|found| Some((found.code, found.play.as_ref()?)))
    else {
        return Err("this finding has no play".to_owned());
    };
    let folder = places.folders.plays().join(&*told.id);
    save_play(&folder, (number, code), &play.actions).map_err(|error| error.to_string())
}
