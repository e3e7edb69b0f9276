//! What the exact search found, at its place in the file.

use crate::analysis::Reach;
use crate::proof::{Finding, Subject, findings, reaches};
use crate::scenario::problem::Problem;
use crate::scenario::span::Span;

use super::Context;

/// The bound on states of each search: check has to be quick.
pub(super) const SEARCHED_STATES: usize = 300_000;

/// What the search of every combination of draws found.
pub(super) struct Searched {
    pub(super) reaches: Vec<Reach>,
    pub(super) findings: Vec<Finding>,
}

impl Context<'_> {
    fn search(&self) -> Option<&Searched> {
        let look = || {
            let reaches = reaches(self.story, SEARCHED_STATES);
            Searched {
                findings: findings(self.story, &reaches),
                reaches,
            }
        };
        self.tools
            .search
            .then(|| self.held.search.get_or_init(look))
    }

    /// What can be come to, by combination of draws; nothing where no search is asked for.
    pub(super) fn reaches(&self) -> &[Reach] {
        self.search().map_or(&[], |found| &found.reaches)
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
            Subject::Choice(choice) => authored
                .nodes
                .iter()
                .flat_map(|(_, node)| node.choices.iter().flat_map(|choices| choices.value.iter()))
                .nth(choice.index())
                .map(|choice| &choice.id),
            Subject::Cue(cue) => authored.cues.iter().nth(cue).map(|(id, _)| id),
            Subject::Duty(duty) => authored.duties.iter().nth(duty.index()).map(|(id, _)| id),
        };
        found.map_or_else(Span::default, |id| id.span)
    }
}
