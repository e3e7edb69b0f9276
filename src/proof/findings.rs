//! What the search means for the author: what nobody can come to, and where a play can be caught.

use std::sync::Arc;

use crate::analysis::{Path, Reach, Search, actions_of, never_on_offer, telling_lines};
use crate::scenario::ids::{ChoiceKey, DutyId, NodeId};
use crate::scenario::problem::{Level, ShownBy};
use crate::scenario::story::{Exit, Story};
use crate::session::names::action_of;
use crate::session::state::State;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A node.
    Node(NodeId),
    /// A choice.
    Choice(ChoiceKey),
    /// A cue, by its number.
    Cue(usize),
    /// A duty.
    Duty(DutyId),
}

/// Something the search found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// A stable name.
    pub code: &'static str,
    /// How grave it is; `None` of what an author may well mean.
    pub level: Option<Level>,
    /// What it is about.
    pub subject: Subject,
    /// What is so, in a sentence without its full stop.
    pub message: String,
    /// What to do, in a sentence without its full stop.
    pub mend: Option<&'static str>,
    /// The shortest play that shows it, where a play can show it.
    pub play: Option<ShownBy>,
}

/// Everything the searches of all combinations found; nothing where one was not complete.
#[must_use]
pub fn findings(story: &Arc<Story>, all: &[Reach]) -> Vec<Finding> {
    let mut found = Vec::new();
    if all.is_empty() || all.iter().any(|reach| !reach.exact) {
        return found;
    }
    let mut plays = Plays {
        story,
        all,
        search: None,
        left: TRIES,
    };
    unreachable(story, all, &mut found);
    cues_never_shown(story, all, &mut found);
    traps(&mut plays, &mut found);
    duties(&mut plays, &mut found);
    found
}

/// Most ways that are tried to find the actions of all plays shown.
const TRIES: usize = 1 << 17;

/// Paths made into plays that the program accepts.
struct Plays<'a> {
    story: &'a Arc<Story>,
    all: &'a [Reach],
    /// The search of a combination, by its place: most paths are of the same.
    search: Option<(usize, Search<'a>)>,
    left: usize,
}

impl<'a> Plays<'a> {
    /// The path of the fewest turns over all combinations, with the combination's place.
    fn shortest(
        &self,
        path_of: impl Fn(&'a Reach) -> &'a Option<Path>,
    ) -> Option<(usize, &'a Path)> {
        (0..)
            .zip(self.all)
            .filter_map(|(place, reach)| path_of(reach).as_ref().map(|path| (place, path)))
            .min_by_key(|(_, path)| path.turns())
    }

    fn shown_by(&mut self, place: usize, path: &Path) -> Option<ShownBy> {
        if self.left == 0 {
            return None;
        }
        let (story, reach) = (self.story, &self.all[place]);
        if self
            .search
            .as_ref()
            .is_none_or(|(known, _)| *known != place)
        {
            self.search = None;
            let states = reach.states.max(1);
            let lines = telling_lines(story);
            let search = Search::watching(story, &reach.draws, states, &lines);
            self.search = Some((place, search));
        }
        let (_, search) = self.search.as_ref()?;
        let actions = actions_of(search, &reach.draws, path, &mut self.left)?;
        let draws = story.draws.iter().zip(&reach.draws);
        Some(ShownBy {
            seed: 0,
            draws: draws
                .map(|(draw, value)| {
                    (
                        draw.id.to_string(),
                        draw.values[*value as usize].to_string(),
                    )
                })
                .collect(),
            actions: actions
                .iter()
                .map(|action| format!("{}\n", action_of(story, action).to_json()))
                .collect(),
        })
    }
}

fn plain(code: &'static str, level: Level, subject: Subject, message: String) -> Finding {
    Finding {
        code,
        level: Some(level),
        subject,
        message,
        mend: None,
        play: None,
    }
}

fn unreachable(story: &Story, all: &[Reach], found: &mut Vec<Finding>) {
    for (number, node) in story.nodes.iter().enumerate() {
        if all.iter().any(|reach| reach.nodes.has(number)) {
            continue;
        }
        let subject = Subject::Node(NodeId::at(number));
        let message = match &node.exit {
            Exit::Ending { id, .. } => {
                format!("no play comes to the ending `{id}` at `{}`", node.id)
            }
            _ => format!("no play comes to the node `{}`", node.id),
        };
        found.push(Finding {
            mend: Some("let a choice that can be taken lead to it, or take it out"),
            ..plain("unreachable-node", Level::Warning, subject, message)
        });
    }
    for choice in never_on_offer(story, all) {
        let message = format!(
            "nothing puts the choice `{}` on offer",
            story.choice(choice).id
        );
        found.push(Finding {
            mend: Some("loosen its `when`, or take it out"),
            ..plain(
                "choice-never-on-offer",
                Level::Warning,
                Subject::Choice(choice),
                message,
            )
        });
    }
}

fn cues_never_shown(story: &Story, all: &[Reach], found: &mut Vec<Finding>) {
    for (number, cue) in story.cues.iter().enumerate() {
        // A cue in no sentence is told of by its own rule.
        if story.tags[number].units.is_empty()
            || all.iter().any(|reach| reach.tags[number].is_some())
        {
            continue;
        }
        let message = format!("no play shows the cue `{}`", cue.id);
        found.push(Finding {
            mend: Some("let a line, object or document that can be met show it"),
            ..plain(
                "cue-never-shown",
                Level::Warning,
                Subject::Cue(number),
                message,
            )
        });
    }
}

type PathOf = fn(&Reach) -> &Option<Path>;

fn traps(plays: &mut Plays<'_>, found: &mut Vec<Finding>) {
    let story = plays.story;
    let kinds: [(&str, PathOf, &str, &str); 2] = [
        (
            "dead-end",
            |reach| &reach.dead_end,
            "a play can come to where nothing can be done and nothing ends",
            "keep one choice on offer there whatever was done, or make it an ending",
        ),
        (
            "closed-loop",
            |reach| &reach.closed_loop,
            "a play can come to where it goes round for ever and never to an ending",
            "let one way lead out",
        ),
    ];
    for (code, path_of, what, mend) in kinds {
        let Some((place, path)) = plays.shortest(path_of) else {
            continue;
        };
        let node = path.node.unwrap_or(story.start);
        let message = format!("{what}: at `{}`", story.nodes[node.index()].id);
        found.push(Finding {
            mend: Some(mend),
            play: plays.shown_by(place, path),
            ..plain(code, Level::Error, Subject::Node(node), message)
        });
    }
}

fn duties(plays: &mut Plays<'_>, found: &mut Vec<Finding>) {
    let (story, all) = (plays.story, plays.all);
    for (number, duty) in story.duties.iter().enumerate() {
        let subject = Subject::Duty(DutyId::at(number));
        let applies: Vec<&Reach> = all
            .iter()
            .filter(|reach| {
                let facts = State::start(story, reach.draws.clone(), &mut Vec::new());
                duty.applies.holds(&facts)
            })
            .collect();
        let Some(earliest) = applies
            .iter()
            .map(|reach| reach.duties[number])
            .max_by_key(|minute| minute.unwrap_or(u32::MAX))
        else {
            continue;
        };
        let limit = duty.within_minutes.unwrap_or(u32::MAX);
        match earliest {
            None => found.push(Finding {
                mend: Some("let a choice or an option that can be taken fulfil it"),
                ..plain(
                    "duty-impossible",
                    Level::Error,
                    subject,
                    format!("with some draws nothing can fulfil the duty `{}`", duty.id),
                )
            }),
            Some(minute) if minute > limit => found.push(Finding {
                mend: Some("give it more time, or let it be fulfilled sooner"),
                ..plain(
                    "duty-impossible",
                    Level::Error,
                    subject,
                    format!("the duty `{}` is due within {limit} minutes and can be fulfilled after {minute} at the earliest", duty.id),
                )
            }),
            Some(_) => {
                if let Some((place, path)) = plays.shortest(|reach| &reach.lost[number]) {
                    let node = path.node.unwrap_or(story.start);
                    found.push(Finding {
                        code: "duty-lost",
                        level: None,
                        subject,
                        message: format!("from `{}` on the duty `{}` can no longer be fulfilled", story.nodes[node.index()].id, duty.id),
                        mend: None,
                        play: plays.shown_by(place, path),
                    });
                }
            }
        }
    }
}
