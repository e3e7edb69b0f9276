//! The fillings of a form that matter: no subset of a `Many` is enumerated
//! unless a later condition can tell the subsets apart.
//!
//! An option that nothing asks about later only adds points, so for the most
//! that can be earned it is chosen when they are above 0, for the least when
//! they are below; both for the total and for each competence.

use hashbrown::{HashMap, HashSet};

use crate::scenario::condition::{Condition, Facts};
use crate::scenario::ids::{OptionKey, TagId};
use crate::scenario::story::{Form, Input, Story};

use super::logic::{Markable, Truth, WithMarks, three_valued};

/// Most sets of marks tried in one group of options.
const MARK_SETS: usize = 1 << 16;
/// Most sets of marks tried for one form in all.
const MARK_SETS_IN_ALL: usize = 1 << 20;
/// Most distinguishable fillings of one form.
const CLASSES: usize = 1 << 17;

/// A form with what is known of its options.
pub(super) struct FormProblem<'a> {
    pub(super) story: &'a Story,
    pub(super) form: &'a Form,
    pub(super) facts: &'a dyn Facts,
    /// Whether an option is on offer: known, or up to the marks; by option, ascending.
    pub(super) offered: Vec<(OptionKey, Truth)>,
    /// Units that can be marked at the decide.
    pub(super) shown: &'a dyn Fn(usize) -> bool,
    /// Whether something later can tell whether the option was chosen.
    pub(super) read: &'a dyn Fn(OptionKey) -> bool,
    /// Whether a `One` field's options must all be tried, because it may come again.
    pub(super) comes_again: bool,
    /// The points of an option now, by objective (total first).
    pub(super) points: &'a dyn Fn(OptionKey, usize) -> i32,
    pub(super) objectives: usize,
    /// Options that must be chosen or left out.
    pub(super) forced: &'a [(OptionKey, bool)],
}

/// A part of the form that is decided for itself: a `One` field, or one option of a `Many`.
#[derive(Clone)]
struct Slot {
    one: bool,
    options: Vec<(OptionKey, Truth)>,
}

/// What a slot must be in a class: an option, left out, or as points say.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Pick {
    Take(OptionKey),
    LeaveOut,
    /// Any option not in `Slot::read` that has the best points.
    Greedy,
}

/// What a group is asked for: the picks of its slots, and which points to go for, the most or the least.
type Policy = (Vec<Pick>, usize, bool);

/// All fillings that matter; `None` when there are too many to tell.
pub(super) fn fillings(problem: &FormProblem<'_>) -> Option<Vec<Vec<OptionKey>>> {
    if problem
        .forced
        .iter()
        .any(|(option, choose)| *choose && problem.offer_of(*option) == Truth::False)
    {
        return Some(Vec::new());
    }
    let slots = slots(problem);
    let groups = groups(problem, &slots);
    // What each group comes to hangs on its own picks alone, which many classes share.
    let mut known: Vec<HashMap<Policy, Option<Vec<OptionKey>>>> =
        groups.iter().map(|_| HashMap::new()).collect();
    let mut left = MARK_SETS_IN_ALL;
    let mut met: HashSet<Vec<OptionKey>> = HashSet::new();
    let mut found: Vec<Vec<OptionKey>> = Vec::new();
    for class in classes(problem, &slots)? {
        // Where nothing is left to points, one answer is all there is.
        let by_points = class.contains(&Pick::Greedy);
        let objectives = if by_points { problem.objectives } else { 1 };
        for objective in 0..objectives {
            for most in [true, false] {
                if !most && !by_points {
                    continue;
                }
                let mut filling = Vec::new();
                let mut possible = true;
                for (group, known) in groups.iter().zip(&mut known) {
                    let picks = group.slots.iter().map(|slot| class[*slot]).collect();
                    let policy = (picks, objective, most);
                    if !known.contains_key(&policy) {
                        if group.slots.len() > 1 {
                            left = left.checked_sub(group.marks.sets())?;
                        }
                        let best = best_of_group(problem, &slots, group, &class, objective, most)?;
                        known.insert(policy.clone(), best);
                    }
                    match known.get(&policy) {
                        Some(Some(options)) => filling.extend(options),
                        _ => possible = false,
                    }
                }
                filling.sort_unstable();
                if possible && met.insert(filling.clone()) {
                    found.push(filling);
                }
            }
        }
    }
    Some(found)
}

impl FormProblem<'_> {
    /// Whether an option is on offer, as far as marks leave it open.
    fn offer_of(&self, option: OptionKey) -> Truth {
        self.offered
            .binary_search_by_key(&option.0, |(key, _)| key.0)
            .map_or(Truth::False, |at| self.offered[at].1)
    }
}

fn slots(problem: &FormProblem<'_>) -> Vec<Slot> {
    let mut slots = Vec::new();
    let truth = |number: u32| problem.offer_of(OptionKey(number));
    for field in problem.form.fields.clone() {
        match &problem.story.fields[field as usize].input {
            Input::One(options) => slots.push(Slot {
                one: true,
                options: options
                    .clone()
                    .map(|number| (OptionKey(number), truth(number)))
                    .filter(|(_, truth)| *truth != Truth::False)
                    .collect(),
            }),
            Input::Many(options) => slots.extend(
                options
                    .clone()
                    .map(|number| (OptionKey(number), truth(number)))
                    .filter(|(_, truth)| *truth != Truth::False)
                    .map(|option| Slot {
                        one: false,
                        options: vec![option],
                    }),
            ),
            Input::Text { .. } => {}
        }
    }
    slots
}

/// Which picks of each slot can be told apart later, in all combinations.
fn classes(problem: &FormProblem<'_>, slots: &[Slot]) -> Option<Vec<Vec<Pick>>> {
    let mut classes: Vec<Vec<Pick>> = vec![Vec::new()];
    for slot in slots {
        let picks = picks(problem, slot);
        if classes.len().checked_mul(picks.len().max(1))? > CLASSES {
            return None;
        }
        classes = classes
            .into_iter()
            .flat_map(|class| {
                picks.iter().map(move |pick| {
                    let mut longer = class.clone();
                    longer.push(*pick);
                    longer
                })
            })
            .collect();
    }
    Some(classes)
}

fn forced(problem: &FormProblem<'_>, option: OptionKey) -> Option<bool> {
    problem
        .forced
        .iter()
        .find(|(key, _)| *key == option)
        .map(|(_, choose)| *choose)
}

fn picks(problem: &FormProblem<'_>, slot: &Slot) -> Vec<Pick> {
    if let Some((option, _)) = slot
        .options
        .iter()
        .find(|(option, _)| forced(problem, *option) == Some(true))
    {
        return vec![Pick::Take(*option)];
    }
    if slot.one {
        let mut picks: Vec<Pick> = slot
            .options
            .iter()
            .filter(|(option, _)| {
                forced(problem, *option).is_none()
                    && (problem.comes_again || (problem.read)(*option))
            })
            .map(|(option, _)| Pick::Take(*option))
            .collect();
        if slot.options.iter().any(|(option, _)| {
            forced(problem, *option).is_none() && !problem.comes_again && !(problem.read)(*option)
        }) {
            picks.push(Pick::Greedy);
        }
        return picks;
    }
    match slot.options.first() {
        Some((option, _)) if forced(problem, *option) == Some(false) => vec![Pick::LeaveOut],
        Some((option, _)) if (problem.read)(*option) => vec![Pick::Take(*option), Pick::LeaveOut],
        _ => vec![Pick::Greedy],
    }
}

/// A group of slots whose conditions hang on the same marks.
struct Group {
    slots: Vec<usize>,
    marks: Markable,
}

fn groups(problem: &FormProblem<'_>, slots: &[Slot]) -> Vec<Group> {
    let mut parts: Vec<(Vec<usize>, Vec<TagId>)> = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        let mut tags = Vec::new();
        for (option, _) in slot
            .options
            .iter()
            .filter(|(_, truth)| *truth == Truth::Free)
        {
            super::logic::tags_of(&problem.story.option(*option).when, &mut tags);
        }
        // Tags that stand in one unit hang together: marking it marks both.
        let mut with_neighbours = tags.clone();
        for tag in &tags {
            for unit in &problem.story.tags[tag.index()].units {
                if (problem.shown)(unit.index()) {
                    for other in problem.story.unit_tags(*unit) {
                        if !with_neighbours.contains(&other) {
                            with_neighbours.push(other);
                        }
                    }
                }
            }
        }
        let mut merged = (vec![index], with_neighbours);
        let mut rest = Vec::new();
        for (members, marks) in parts {
            if marks.iter().any(|tag| merged.1.contains(tag)) {
                merged.0.extend(members);
                merged.1.extend(
                    marks
                        .into_iter()
                        .filter(|tag| !merged.1.contains(tag))
                        .collect::<Vec<_>>(),
                );
            } else {
                rest.push((members, marks));
            }
        }
        rest.push(merged);
        parts = rest;
    }
    parts
        .into_iter()
        .map(|(mut members, _)| {
            members.sort_unstable();
            let mut tags = Vec::new();
            for index in &members {
                for (option, _) in slots[*index]
                    .options
                    .iter()
                    .filter(|(_, truth)| *truth == Truth::Free)
                {
                    super::logic::tags_of(&problem.story.option(*option).when, &mut tags);
                }
            }
            Group {
                slots: members,
                marks: Markable::new(tags, problem.story, problem.shown),
            }
        })
        .collect()
}

/// The options of one group with the most (or least) points; the inner `None` where it cannot be filled.
#[allow(
    clippy::option_option,
    reason = "too many to tell, impossible, and possible are three answers"
)]
fn best_of_group(
    problem: &FormProblem<'_>,
    slots: &[Slot],
    group: &Group,
    class: &[Pick],
    objective: usize,
    most: bool,
) -> Option<Option<Vec<OptionKey>>> {
    if let [only] = group.slots[..] {
        return best_of_slot(
            problem,
            &slots[only],
            class[only],
            &group.marks,
            objective,
            most,
        );
    }
    let mut best: Option<(i64, Vec<OptionKey>)> = None;
    group.marks.each_set(MARK_SETS, &mut |marked| {
        let facts = WithMarks {
            facts: problem.facts,
            marked,
        };
        let mut sum = 0i64;
        let mut options = Vec::new();
        for index in &group.slots {
            match pick(
                problem,
                &slots[*index],
                class[*index],
                &facts,
                objective,
                most,
            ) {
                None => return false,
                Some(None) => {}
                Some(Some(option)) => {
                    sum += i64::from((problem.points)(option, objective));
                    options.push(option);
                }
            }
        }
        let better = best
            .as_ref()
            .is_none_or(|(known, _)| if most { sum > *known } else { sum < *known });
        if better {
            best = Some((sum, options));
        }
        false
    })?;
    Some(best.map(|(_, options)| options))
}

/// A slot alone in its group: each option is on offer or not for itself, so no set of marks is tried.
#[allow(
    clippy::option_option,
    reason = "too many to tell, impossible, and possible are three answers"
)]
fn best_of_slot(
    problem: &FormProblem<'_>,
    slot: &Slot,
    pick: Pick,
    marks: &Markable,
    objective: usize,
    most: bool,
) -> Option<Option<Vec<OptionKey>>> {
    let mut options = Vec::new();
    for (option, truth) in &slot.options {
        let offered = match truth {
            Truth::True => true,
            Truth::False => false,
            Truth::Free => marks.can_hold(&problem.story.option(*option).when, problem.facts)?,
        };
        if offered {
            options.push((*option, Truth::True));
        }
    }
    let settled = Slot {
        one: slot.one,
        options,
    };
    let picked = self::pick(problem, &settled, pick, problem.facts, objective, most);
    Some(picked.map(|option| option.into_iter().collect()))
}

/// What a slot takes: the outer `None` where it cannot be filled so.
#[allow(
    clippy::option_option,
    reason = "impossible, left out, and an option are three answers"
)]
fn pick(
    problem: &FormProblem<'_>,
    slot: &Slot,
    pick: Pick,
    facts: &dyn Facts,
    objective: usize,
    most: bool,
) -> Option<Option<OptionKey>> {
    let on_offer = |(option, truth): &(OptionKey, Truth)| {
        *truth == Truth::True
            || (*truth == Truth::Free && problem.story.option(*option).when.holds(facts))
    };
    match pick {
        Pick::Take(option) => slot
            .options
            .iter()
            .any(|candidate| candidate.0 == option && on_offer(candidate))
            .then_some(Some(option)),
        Pick::LeaveOut => Some(None),
        Pick::Greedy => {
            let mut free = slot
                .options
                .iter()
                .filter(|candidate| {
                    forced(problem, candidate.0).is_none() && !(problem.read)(candidate.0)
                })
                .filter(|candidate| on_offer(candidate))
                .map(|(option, _)| *option);
            let worth = |option: &OptionKey| {
                (problem.points)(*option, objective) * if most { 1 } else { -1 }
            };
            if slot.one {
                // The first in file order among equals.
                free.rev_max(worth).map(Some)
            } else {
                Some(free.rfind(|option| worth(option) > 0))
            }
        }
    }
}

trait FirstMax: Iterator {
    fn rev_max<K: Ord>(self, key: impl Fn(&Self::Item) -> K) -> Option<Self::Item>;
}

impl<I: Iterator> FirstMax for I {
    fn rev_max<K: Ord>(self, key: impl Fn(&I::Item) -> K) -> Option<I::Item> {
        self.fold(None, |best, item| match best {
            Some(known) if key(&known) >= key(&item) => Some(known),
            _ => Some(item),
        })
    }
}

/// Whether an option is on offer, as far as marks leave it open.
pub(super) fn offered(
    condition: &Condition,
    facts: &dyn Facts,
    markable: &dyn Fn(TagId) -> bool,
) -> Truth {
    three_valued(condition, facts, &|tag| {
        if markable(tag) {
            Truth::Free
        } else {
            Truth::False
        }
    })
}
