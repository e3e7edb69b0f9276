//! What is wrong with a scenario, told to its author: a rule a file.

mod json;
mod rules;
mod text;
mod trial;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::players::Player;
use crate::scenario::Loaded;
use crate::scenario::art::ArtShelf;
use crate::scenario::authored::Scenario;
use crate::scenario::problem::{Level, Problem};
use crate::scenario::source::SourceFile;
use crate::scenario::story::Story;
use crate::scenario::vocabulary::Vocabularies;

pub use json::to_json;
pub use text::to_text;
use trial::Trial;

/// What a rule looks at.
pub struct Context<'a> {
    /// The authored file.
    pub authored: &'a Scenario,
    /// The compiled story.
    pub story: &'a Arc<Story>,
    /// The vocabularies beside it.
    pub vocabularies: &'a Vocabularies,
    /// The pictures.
    pub art: &'a ArtShelf,
    /// What simulated officers made of it, once a rule has asked.
    trial: Trying<'a>,
}

/// A trial that is held when it is first asked for, and only once a file.
#[derive(Clone, Copy)]
struct Trying<'a> {
    players: &'a [Player],
    held: &'a OnceCell<Option<Trial>>,
}

impl Context<'_> {
    /// What simulated officers made of it; `None` of a scenario without a standard.
    fn trial(&self) -> Option<&Trial> {
        let hold = || Trial::hold(self.story, self.trial.players);
        self.trial.held.get_or_init(hold).as_ref()
    }
}

/// A rule: its stable name and what it does.
pub struct Rule {
    /// The code of its findings.
    pub code: &'static str,
    run: fn(&Context<'_>, &mut Vec<Problem>),
}

/// A checked file and what was found in it.
#[derive(Debug)]
pub struct Checked {
    /// The source, for places.
    pub source: SourceFile,
    /// Findings in the order of their places.
    pub findings: Vec<Problem>,
}

impl Checked {
    /// How many findings are at this level or graver.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.level <= level)
            .count()
    }
}

/// Checks a scenario. `load` loads it, with places or without.
///
/// A sound file is read once and without places, which costs a third; only
/// where a rule finds anything are the places read too.
///
/// # Errors
/// Whatever `load` cannot do.
pub fn check<E>(
    mut load: impl FnMut(bool) -> Result<Loaded, E>,
    vocabularies: &Vocabularies,
    players: &[Player],
    art: &ArtShelf,
) -> Result<Checked, E> {
    let held = OnceCell::new();
    let trial = Trying {
        players,
        held: &held,
    };
    let loaded = load(false)?;
    let refused = loaded.story.is_none();
    let checked = run_rules(loaded, vocabularies, trial, art);
    if refused || checked.findings.is_empty() {
        return Ok(checked);
    }
    Ok(run_rules(load(true)?, vocabularies, trial, art))
}

fn run_rules(
    loaded: Loaded,
    vocabularies: &Vocabularies,
    trial: Trying<'_>,
    art: &ArtShelf,
) -> Checked {
    let mut findings = loaded.problems;
    if let (Some(authored), Some(story)) = (&loaded.authored, &loaded.story) {
        let context = Context {
            authored,
            story,
            vocabularies,
            art,
            trial,
        };
        for rule in rules::ALL {
            (rule.run)(&context, &mut findings);
        }
    }
    findings.sort_by_key(|finding| finding.span.start);
    Checked {
        source: loaded.source,
        findings,
    }
}
