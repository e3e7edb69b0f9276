//! What is wrong with a scenario, told to its author: a rule a file.

mod json;
mod rules;
mod search;
mod text;
mod translation;
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
use search::{SEARCHED_STATES, Searched};
pub use text::to_text;
pub use translation::{TranslationContext, TranslationRule, check_translation};
use trial::Trial;

/// What a check is done with.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    /// The vocabularies beside the scenario.
    pub vocabularies: &'a Vocabularies,
    /// Simulated officers; without any, nothing is asked of what the scenario rewards.
    pub players: &'a [Player],
    /// The pictures.
    pub art: &'a ArtShelf,
    /// Whether the scenario is searched for what cannot be come to.
    pub search: bool,
}

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
    tools: Tools<'a>,
    held: &'a Held,
}

/// What takes long: worked out when it is first asked for, and only once a file.
#[derive(Default)]
struct Held {
    trial: OnceCell<Option<Trial>>,
    search: OnceCell<Searched>,
}

impl Context<'_> {
    /// What simulated officers made of it; `None` of a scenario without a standard.
    fn trial(&self) -> Option<&Trial> {
        let hold = || Trial::hold(self.story, self.tools.players);
        self.held.trial.get_or_init(hold).as_ref()
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
    tools: Tools<'_>,
) -> Result<Checked, E> {
    let held = Held::default();
    let loaded = load(false)?;
    let refused = loaded.story.is_none();
    let checked = run_rules(loaded, tools, &held);
    if refused || checked.findings.is_empty() {
        return Ok(checked);
    }
    Ok(run_rules(load(true)?, tools, &held))
}

fn run_rules(loaded: Loaded, tools: Tools<'_>, held: &Held) -> Checked {
    let mut findings = loaded.problems;
    if let (Some(authored), Some(story)) = (&loaded.authored, &loaded.story) {
        let context = Context {
            authored,
            story,
            vocabularies: tools.vocabularies,
            art: tools.art,
            tools,
            held,
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
