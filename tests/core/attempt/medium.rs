//! A disk in memory that fails when it is told to, and forgets in a crash what it may forget.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use second_look::attempt::Medium;

/// Which operations fail, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Failing {
    /// None.
    #[default]
    Never,
    /// One alone.
    At(usize),
    /// One and all after it.
    From(usize),
}

#[derive(Debug, Default)]
struct Platters {
    /// What a program reads.
    live: Vec<u8>,
    /// What a crash leaves for sure.
    durable: Vec<u8>,
    /// The system believes that everything before this is written.
    clean: usize,
    aside: Vec<Vec<u8>>,
    failing: Failing,
    done: usize,
}

/// The disk; clones are the same disk.
#[derive(Debug, Clone, Default)]
pub struct Simulated(Arc<Mutex<Platters>>);

impl Simulated {
    pub fn holding(bytes: &[u8]) -> Self {
        let platters = Platters {
            live: bytes.to_vec(),
            durable: bytes.to_vec(),
            clean: bytes.len(),
            ..Platters::default()
        };
        Self(Arc::new(Mutex::new(platters)))
    }

    pub fn failing(failing: Failing) -> Self {
        let disk = Self::default();
        disk.fail(failing);
        disk
    }

    /// Operations are counted anew.
    pub fn fail(&self, failing: Failing) {
        let mut platters = self.platters();
        platters.failing = failing;
        platters.done = 0;
    }

    pub fn operations(&self) -> usize {
        self.platters().done
    }

    pub fn live(&self) -> Vec<u8> {
        self.platters().live.clone()
    }

    pub fn durable(&self) -> Vec<u8> {
        self.platters().durable.clone()
    }

    pub fn aside(&self) -> Vec<Vec<u8>> {
        self.platters().aside.clone()
    }

    /// All that a crash may leave: what is durable, with any part of what is not, or zeros or
    /// rubbish in its place.
    pub fn crashes(&self) -> Vec<Vec<u8>> {
        let platters = self.platters();
        let (live, durable) = (&platters.live, &platters.durable);
        let mut images = vec![durable.clone()];
        for end in durable.len()..=live.len() {
            let mut cut = durable.clone();
            cut.extend(&live[durable.len()..end]);
            for rest in [0, b'}', b'\n'] {
                let mut filled = cut.clone();
                filled.resize(live.len().max(filled.len()), rest);
                // Line ends alone would be many empty lines: a block is never filled so.
                if rest != b'\n' || live.len() - end <= 1 {
                    images.push(filled);
                }
            }
            images.push(cut);
        }
        images
    }

    fn platters(&self) -> MutexGuard<'_, Platters> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Platters {
    /// Counts an operation; whether it is one that fails.
    fn fails(&mut self) -> bool {
        let this = self.done;
        self.done += 1;
        match self.failing {
            Failing::Never => false,
            Failing::At(operation) => this == operation,
            Failing::From(operation) => this >= operation,
        }
    }
}

fn full() -> io::Error {
    ErrorKind::StorageFull.into()
}

impl Medium for Simulated {
    fn path(&self) -> &Path {
        Path::new("simulated.jsonl")
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut platters = self.platters();
        if platters.fails() {
            Err(full())
        } else {
            Ok(platters.live.clone())
        }
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut platters = self.platters();
        if platters.fails() {
            // What a full disk does: some of it is there.
            platters.live.extend(&bytes[..bytes.len() / 2]);
            return Err(full());
        }
        platters.live.extend(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut platters = self.platters();
        let (fails, clean, length) = (platters.fails(), platters.clean, platters.live.len());
        platters.clean = length;
        if fails {
            // What Linux does: the pages count as clean though they were not written.
            return Err(full());
        }
        let fresh = platters.live[clean..].to_vec();
        platters.durable.resize(clean, 0);
        platters.durable.extend(fresh);
        Ok(())
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut platters = self.platters();
        if platters.fails() {
            return Err(full());
        }
        let length = usize::try_from(length).expect("a length");
        platters.live.truncate(length);
        platters.clean = platters.clean.min(length);
        Ok(())
    }

    fn keep_aside(&mut self, torn: &[u8]) -> io::Result<()> {
        let mut platters = self.platters();
        if platters.fails() {
            return Err(full());
        }
        platters.aside.push(torn.to_vec());
        Ok(())
    }
}
