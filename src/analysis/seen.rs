//! What is seen of a turn, and so what it tells of the facts: what is on offer
//! for every set of marks that can stand, and the lines as a node is entered.

use std::cell::Cell;

use crate::scenario::condition::{Condition, Facts};
use crate::scenario::ids::{ChoiceKey, NodeId, OptionKey, TagId};
use crate::scenario::story::{Exit, Story};

use super::combinations::{Combinations, Mask, first};
use super::expand::{Expander, TooMany, TurnAction};
use super::layout::Layout;
use super::logic::{Markable, Truth, WithMarks, tags_of, three_valued};
use super::turn::{Turn, TurnFacts};

/// Most sets of marks tried for one choice, one option, or the lines of one node.
const MARK_SETS: usize = 1 << 12;

/// Most offers of one turn held against each other: each condition under each set of marks.
const OFFERS: usize = 1 << 16;

/// What an action can come to: the turn that follows, by what its lines show.
/// Without a turn it is an ending.
pub(super) type Outcomes = Vec<(Mask, Option<Turn>)>;

/// The eyes of somebody who does not know the facts.
pub(super) struct Eyes<'a> {
    pub(super) story: &'a Story,
    pub(super) layout: &'a Layout,
    pub(super) combinations: &'a Combinations,
    pub(super) eager: bool,
    /// How much was tried so far: sets of marks, and ways held against each other.
    pub(super) tried: Cell<usize>,
}

impl<'a> Eyes<'a> {
    /// Counts what was tried.
    pub(super) fn count(&self, more: usize) {
        self.tried.set(self.tried.get().saturating_add(more));
    }

    /// What is possible where nothing seen tells these combinations apart.
    pub(super) fn expander(&self, mask: Mask) -> Expander<'a> {
        Expander {
            story: self.story,
            layout: self.layout,
            draws: &self.combinations.draws[first(mask)],
            eager: self.eager,
        }
    }

    fn facts<'t>(&'t self, turn: &'t Turn, mask: Mask) -> TurnFacts<'t> {
        TurnFacts {
            turn,
            layout: self.layout,
            draws: &self.combinations.draws[first(mask)],
        }
    }

    /// The parts of a set that the offers of a turn tell apart, deciding under
    /// every set of marks that can stand.
    pub(super) fn by_offers(&self, turn: &Turn, mask: Mask) -> Result<Vec<Mask>, TooMany> {
        let classes = self.combinations.by_exit(turn.node, mask);
        if classes.len() <= 1 {
            return Ok(classes);
        }
        let conditions = self.conditions(turn);
        let mut parts: Vec<(Vec<bool>, Mask)> = Vec::new();
        for class in classes {
            let facts = self.facts(turn, class);
            let mut offers = Vec::new();
            for condition in &conditions {
                if offers.len() > OFFERS {
                    return Err(TooMany);
                }
                let mut tags = Vec::new();
                tags_of(condition, &mut tags);
                let shown = |unit: usize| turn.shows(self.layout, unit);
                Markable::new(tags, self.story, &shown)
                    .each_set(MARK_SETS, &mut |marked| {
                        let facts = WithMarks {
                            facts: &facts,
                            marked,
                        };
                        offers.push(condition.holds(&facts));
                        false
                    })
                    .ok_or(TooMany)?;
            }
            self.count(offers.len());
            match parts.iter_mut().find(|(known, _)| *known == offers) {
                Some((_, part)) => *part |= class,
                None => parts.push((offers, class)),
            }
        }
        Ok(parts.into_iter().map(|(_, part)| part).collect())
    }

    /// The conditions of what can be on offer and asks about a draw.
    fn conditions(&self, turn: &Turn) -> Vec<&'a Condition> {
        let story = self.story;
        let facts = self.facts(turn, 1);
        let found: Vec<&Condition> = match &story.nodes[turn.node.index()].exit {
            Exit::Choices(choices) => choices
                .clone()
                .map(ChoiceKey)
                .filter(|key| story.choice(*key).again || !facts.chose(*key))
                .map(|key| &story.choice(key).when)
                .collect(),
            Exit::Form(form) => form
                .fields
                .clone()
                .flat_map(|field| story.fields[field as usize].input.options())
                .map(|option| &story.option(OptionKey(option)).when)
                .collect(),
            Exit::Ending { .. } => Vec::new(),
        };
        found
            .into_iter()
            .filter(|condition| {
                let mut asks = false;
                condition.each_atom(&mut |atom| asks |= matches!(atom, Condition::Drew(..)));
                asks
            })
            .collect()
    }

    /// What an action can come to, once for every set of marks that makes a difference.
    pub(super) fn outcomes(
        &self,
        turn: &Turn,
        action: &TurnAction,
        mask: Mask,
    ) -> Result<Vec<Outcomes>, TooMany> {
        let Some((mut next, goto)) = self.expander(mask).left(turn, action) else {
            return Ok(Vec::new());
        };
        if self.story.is_ending(goto) {
            return Ok(vec![vec![(mask, None)]]);
        }
        let mut ways = self.lines(&next, goto, mask)?;
        self.count(ways.len() + ways.len() * ways.len() / 16);
        if self.eager {
            self.drop_lesser(&mut ways);
        }
        next.node = goto;
        next.set(self.layout.visited[goto.index()]);
        Ok(ways
            .into_iter()
            .map(|parts| {
                parts
                    .into_iter()
                    .map(|(part, lines)| {
                        let mut turn = next.clone();
                        for unit in lines
                            .iter()
                            .flat_map(|line| self.story.lines[*line as usize].prose.units.clone())
                        {
                            turn.show_unit(self.layout, unit as usize);
                        }
                        turn.settle(self.story, self.layout, self.eager);
                        (part, Some(turn))
                    })
                    .collect()
            })
            .collect())
    }

    /// The lines of a node as it is entered from this turn: for each set of
    /// marks, the parts of the set of combinations with what is shown in each.
    fn lines(&self, next: &Turn, goto: NodeId, mask: Mask) -> Result<Vec<Seen>, TooMany> {
        let lines: Vec<u32> = self.story.nodes[goto.index()]
            .lines
            .clone()
            .filter(|line| self.layout.telling[*line as usize])
            .collect();
        let mark = |tag: TagId| {
            let markable = self.story.tags[tag.index()]
                .units
                .iter()
                .any(|unit| next.shows(self.layout, unit.index()));
            if markable { Truth::Free } else { Truth::False }
        };
        let classes = self.combinations.by_entry(goto, mask);
        let mut tags = Vec::new();
        let truths: Vec<Vec<Truth>> = classes
            .iter()
            .map(|class| {
                let facts = self.facts(next, *class);
                let when = |line: &u32| &self.story.lines[*line as usize].when;
                lines
                    .iter()
                    .map(|line| {
                        let truth = three_valued(when(line), &facts, &mark);
                        if truth == Truth::Free {
                            tags_of(when(line), &mut tags);
                        }
                        truth
                    })
                    .collect()
            })
            .collect();
        let mut ways: Vec<Seen> = Vec::new();
        let shown = |unit: usize| next.shows(self.layout, unit);
        let markable = Markable::new(tags, self.story, &shown);
        self.count(classes.len() * markable.sets().min(MARK_SETS));
        markable
            .each_set(MARK_SETS, &mut |marked| {
                let mut parts = Seen::new();
                for (class, truths) in classes.iter().zip(&truths) {
                    let facts = self.facts(next, *class);
                    let facts = WithMarks {
                        facts: &facts,
                        marked,
                    };
                    let seen: Vec<u32> = lines
                        .iter()
                        .zip(truths)
                        .filter(|(line, truth)| match truth {
                            Truth::True => true,
                            Truth::False => false,
                            Truth::Free => self.story.lines[**line as usize].when.holds(&facts),
                        })
                        .map(|(line, _)| *line)
                        .collect();
                    match parts.iter_mut().find(|(_, known)| *known == seen) {
                        Some((part, _)) => *part |= class,
                        None => parts.push((*class, seen)),
                    }
                }
                if !ways.contains(&parts) {
                    ways.push(parts);
                }
                false
            })
            .ok_or(TooMany)?;
        Ok(ways)
    }

    /// Drops what tells and shows nothing that another does not: where looking
    /// is free and never shuts anything, more is never worse.
    fn drop_lesser(&self, ways: &mut Vec<Seen>) {
        let units = |lines: &[u32]| -> Vec<u32> {
            lines
                .iter()
                .flat_map(|line| self.story.lines[*line as usize].prose.units.clone())
                .filter_map(|unit| self.layout.shown[unit as usize])
                .collect()
        };
        let covers = |more: &Seen, less: &Seen| {
            more.iter().all(|(part, lines)| {
                less.iter().any(|(whole, fewer)| {
                    let lines = units(lines);
                    part & whole == *part && units(fewer).iter().all(|unit| lines.contains(unit))
                })
            })
        };
        let mut at = 0;
        while at < ways.len() {
            let lesser = ways.iter().enumerate().any(|(other, way)| {
                other != at && covers(way, &ways[at]) && (other < at || !covers(&ways[at], way))
            });
            if lesser {
                ways.remove(at);
            } else {
                at += 1;
            }
        }
    }
}

/// Parts of a set of combinations, each with the lines shown in it.
type Seen = Vec<(Mask, Vec<u32>)>;
