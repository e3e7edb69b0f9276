//! One thing that is timed: made ready first, then done again and again.

/// Does it once; how many of its unit that were.
pub type Ready = Box<dyn FnMut() -> u64>;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// The whole, in milliseconds.
    Whole,
    /// Of these, how many a second.
    ASecond(&'static str),
}

/// One row of a table for one story.
pub struct Work {
    /// What is measured: `load`, `search`.
    pub stage: &'static str,
    /// What of it.
    pub row: &'static str,
    /// The story.
    pub story: String,
    pub unit: Unit,
    /// Whether the clock counts, not the processor: several threads are to take less of it.
    pub by_the_clock: bool,
    /// Made ready only where it is measured.
    pub prepare: Box<dyn FnOnce() -> Ready>,
}

impl Work {
    pub fn new<R: FnMut() -> u64 + 'static>(
        stage: &'static str,
        row: &'static str,
        story: &str,
        unit: Unit,
        prepare: impl FnOnce() -> R + 'static,
    ) -> Self {
        Self {
            stage,
            row,
            story: story.to_owned(),
            unit,
            by_the_clock: false,
            prepare: Box::new(move || Box::new(prepare())),
        }
    }

    pub fn by_the_clock(mut self) -> Self {
        self.by_the_clock = true;
        self
    }

    /// The name by which it is asked for.
    pub fn name(&self) -> String {
        format!("{}/{}/{}", self.stage, self.story, self.row)
    }
}
