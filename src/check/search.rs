//! What the exact search found, at its place in the file.

use crate::proof::{Finding, Subject, complete_reaches, findings};
use crate::scenario::problem::Problem;
use crate::scenario::span::Span;

use super::Context;

/// The bound on states of each search, and of all: check has to be quick.
pub(super) const SEARCHED_STATES: usize = 300_000;
const STATES_IN_ALL: usize = 6_000_000;

/// What the search of every combination of draws found.
pub(super) struct Searched {
    /// Whether all of them were complete.
    whole: bool,
    findings: Vec<Finding>,
}

impl Context<'_> {
    fn search(&self) -> Option<&Searched> {
        let look = || {
            let reaches = complete_reaches(self.story, SEARCHED_STATES, STATES_IN_ALL);
            Searched {
                whole: reaches.is_some(),
                findings: findings(self.story, &reaches.unwrap_or_default()),
            }
        };
        self.tools
            .search
            .then(|| self.held.search.get_or_init(look))
    }

    /// Whether a search was asked for and stopped at a bound.
    pub(super) fn search_was_bounded(&self) -> bool {
        self.search().is_some_and(|found| !found.whole)
    }

    /// The findings of the search under this code.
    pub(super) fn searched(&self, code: &str, out: &mut Vec<Problem>) {
        let found = self.search().map_or(&[][..], |found| &found.findings);
        for finding in found.iter().filter(|finding| finding.code == code) {
            let Some(level) = finding.level else { continue };
            let mut problem = Problem::fatal(
                finding.code,
                self.place_of(finding.subject),
                finding.message.clone(),
            )
            .at_level(level);
            if let Some(mend) = finding.mend {
                problem = problem.mend(mend);
            }
            if let Some(play) = &finding.play {
                problem = problem.shown_by(play.clone());
            }
            out.push(problem);
        }
    }

    fn place_of(&self, subject: Subject) -> Span {
        let authored = self.authored;
        let found = match subject {
            Subject::Node(node) => authored.nodes.iter().nth(node.index()).map(|(id, _)| id),
            Subject::Choice(choice) => {
                let node = self.story.choice(choice).node;
                let first = self.story.choices_of(node).start as usize;
                authored
                    .nodes
                    .iter()
                    .nth(node.index())
                    .and_then(|(_, node)| node.choices.as_ref())
                    .and_then(|choices| choices.value.get(choice.index() - first))
                    .map(|choice| &choice.id)
            }
            Subject::Cue(cue) => authored.cues.iter().nth(cue).map(|(id, _)| id),
            Subject::Duty(duty) => authored.duties.iter().nth(duty.index()).map(|(id, _)| id),
        };
        found.map_or_else(Span::default, |id| id.span)
    }
}
