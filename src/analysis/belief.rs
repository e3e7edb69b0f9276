//! The most that can be expected by somebody who knows only what is shown.
//!
//! A node of the search is a point in a turn and the set of combinations of
//! facts that are still possible there. While nothing seen splits the set, the
//! way is a path in a plain graph, searched best first under what somebody who
//! knew all facts could still earn; where something splits it, each part is a
//! search of its own, with fewer combinations. See docs/decisions/0006.

use std::collections::{BinaryHeap, HashMap};

use super::combinations::{Mask, size};
use super::expand::TooMany;
use super::loops::loops;
use super::search::{most_bytes, most_work};
use super::seen::Eyes;
use super::turn::Turn;
use super::worth::Worths;

/// A point in a turn.
#[derive(Clone)]
struct Point {
    turn: Turn,
    /// The offers there were seen already, or it is within a turn after looking at something.
    within: bool,
}

type Key = (Vec<u64>, bool);

/// A point met while the set of combinations stays whole.
struct Met {
    point: Point,
    /// Points earned on the way, times the size of the set.
    earned: i64,
    /// What can be earned from here at most, summed over the set.
    bound: i64,
    /// Steps to other points, and whether there is any other way on.
    steps: Vec<usize>,
    leaves: bool,
    opened: bool,
}

/// What stands in the queue, by what it can come to at most.
enum Ahead {
    /// Reached, with exactly this.
    Goal,
    /// Points with smaller sets, and what was earned before them.
    Parts(i64, Vec<(Option<Point>, Mask)>),
    Open(usize),
}

struct Queue {
    heap: BinaryHeap<(i64, u8, usize)>,
    waiting: Vec<Ahead>,
    /// Bytes of the parts that wait.
    bytes: usize,
}

impl Queue {
    /// Of equals, what is reached first, then what splits, then what came last.
    fn push(&mut self, most: i64, ahead: Ahead) {
        let rank = match &ahead {
            Ahead::Goal => 2,
            Ahead::Parts(_, parts) => {
                let turns = parts.iter().filter_map(|(point, _)| point.as_ref());
                self.bytes += turns.map(|point| point.turn.bytes()).sum::<usize>();
                1
            }
            Ahead::Open(_) => 0,
        };
        self.heap.push((most, rank, self.waiting.len()));
        self.waiting.push(ahead);
    }

    /// Bytes held.
    fn bytes(&self) -> usize {
        self.bytes
            + self.waiting.capacity() * size_of::<Ahead>()
            + self.heap.capacity() * size_of::<(i64, u8, usize)>()
    }

    fn pop(&mut self) -> Option<(i64, Ahead)> {
        let (most, _, at) = self.heap.pop()?;
        Some((most, std::mem::replace(&mut self.waiting[at], Ahead::Goal)))
    }
}

/// The search, with what it found out so far.
pub(super) struct Beliefs<'a> {
    eyes: Eyes<'a>,
    worths: Worths<'a>,
    found: HashMap<(Key, Mask), i64>,
    /// Whether somebody may get stuck, by point and set.
    risky: HashMap<(Key, Mask), bool>,
    bound: usize,
    opened: usize,
    /// Bytes of what was found out, and of the searches that wait for parts of theirs.
    held: usize,
}

impl<'a> Beliefs<'a> {
    pub(super) fn new(eyes: Eyes<'a>, worths: Worths<'a>, bound: usize) -> Self {
        Self {
            eyes,
            worths,
            found: HashMap::new(),
            risky: HashMap::new(),
            bound,
            opened: 0,
            held: 0,
        }
    }

    /// Whether what is not looked at could make a difference of its own after all.
    pub(super) fn must_look_by_hand(&self) -> bool {
        self.worths.must_look_by_hand()
    }

    /// The most that can be expected from a turn's beginning, times the size of the set.
    pub(super) fn expected(&mut self, turn: Turn, mask: Mask) -> Result<i64, TooMany> {
        let within = false;
        self.from(Some(Point { turn, within }), mask)
    }

    fn from(&mut self, point: Option<Point>, mask: Mask) -> Result<i64, TooMany> {
        let Some(point) = point else {
            return Ok(0);
        };
        let mut live = mask;
        if !point.within {
            // Where it is a dead end nothing can be done nor earned, so it changes nothing for the rest.
            live &= !self.worths.dead(&self.eyes, &point.turn)?;
            if live == 0 {
                return Ok(0);
            }
            if self.eyes.combinations.are_alike_from(point.turn.node, live) {
                return self.worths.exact(&self.eyes, &point.turn, live);
            }
        }
        let mut words = Vec::new();
        point.turn.write(&mut words);
        let key = ((words, point.within), live);
        if let Some(known) = self.found.get(&key) {
            return Ok(*known);
        }
        let worth = self.search(point, live)?;
        self.held += bytes_of(&key);
        self.found.insert(key, worth);
        Ok(worth)
    }

    /// Best first from one point, the set staying whole.
    fn search(&mut self, start: Point, mask: Mask) -> Result<i64, TooMany> {
        let mut met: Vec<Met> = Vec::new();
        let mut numbers: HashMap<Key, usize> = HashMap::new();
        let mut queue = Queue {
            heap: BinaryHeap::new(),
            waiting: Vec::new(),
            bytes: 0,
        };
        let each = size_of::<Met>() + 2 * start.turn.bytes();
        let bound = if start.within {
            // Mid-turn nothing is tabled: no bound but the best there is to hope for.
            i64::MAX / 4
        } else {
            self.worths.most(&self.eyes, &start.turn, mask)?
        };
        meet(&mut met, &mut numbers, &mut queue, start, 0, bound);
        while let Some((most, ahead)) = queue.pop() {
            match ahead {
                Ahead::Goal => {
                    return Ok(match self.closed(&met) {
                        Some(kept) => kept.max(most),
                        None => most,
                    });
                }
                Ahead::Parts(earned, parts) => {
                    let mut exact = earned;
                    // What this search holds counts while its parts are searched.
                    let own = queue.bytes() + met.len() * each;
                    self.held += own;
                    for (point, part) in parts {
                        exact += self.from(point, part)?;
                    }
                    self.held -= own;
                    queue.push(exact, Ahead::Goal);
                }
                Ahead::Open(at) => {
                    if met[at].opened {
                        continue;
                    }
                    self.opened += 1;
                    if self.opened + self.worths.count(&self.eyes) > self.bound {
                        return Err(TooMany);
                    }
                    met[at].opened = true;
                    self.open(at, mask, &mut met, &mut numbers, &mut queue)?;
                    if self.held + queue.bytes() + met.len() * each > most_bytes(self.bound)
                        || self.eyes.tried.get() > most_work(self.bound)
                    {
                        return Err(TooMany);
                    }
                }
            }
        }
        // Only loops without a way out are left: they are an end worth 0.
        Ok(self.closed(&met).unwrap_or_default())
    }

    /// The most that was earned on the way to a loop without a way out.
    fn closed(&self, met: &[Met]) -> Option<i64> {
        if !self.worths.can_be_closed() {
            return None;
        }
        let mut kept: Option<i64> = None;
        let mut part_of = vec![usize::MAX; met.len()];
        let mut parts = 0;
        loops(met.len(), &|at| met[at].steps.clone(), &mut |part| {
            part.iter().for_each(|at| part_of[*at] = parts);
            let leaves = part.iter().any(|at| {
                let from = &met[*at];
                !from.opened || from.leaves || from.steps.iter().any(|next| part_of[*next] != parts)
            });
            if !leaves {
                kept = kept.max(part.iter().map(|at| met[*at].earned).max());
            }
            parts += 1;
        });
        kept
    }

    fn open(
        &mut self,
        at: usize,
        mask: Mask,
        met: &mut Vec<Met>,
        numbers: &mut HashMap<Key, usize>,
        queue: &mut Queue,
    ) -> Result<(), TooMany> {
        let (point, earned, bound) = (met[at].point.clone(), met[at].earned, met[at].bound);
        met[at].steps.clear();
        if !point.within {
            let parts = self.eyes.by_offers(&point.turn, mask)?;
            if parts.len() > 1 {
                met[at].leaves = true;
                queue.push(
                    earned.saturating_add(bound),
                    Ahead::Parts(earned, within(&point.turn, parts)),
                );
                return Ok(());
            }
        }
        self.act(at, &point.turn, mask, met, numbers, queue)?;
        let things = self.eyes.expander(mask).branching_things(&point.turn);
        let risky = self.risks(&point.turn, mask)?;
        for thing in &things {
            let looked = self.eyes.expander(mask).looked(&point.turn, &[*thing], 1);
            let parts = self.eyes.by_offers(&looked, mask)?;
            if !risky {
                let mut shut = false;
                for part in &parts {
                    shut |= self.risks(&looked, *part)?;
                }
                if shut {
                    continue;
                }
            }
            if parts.len() > 1 {
                met[at].leaves = true;
                queue.push(
                    earned.saturating_add(bound),
                    Ahead::Parts(earned, within(&looked, parts)),
                );
            } else {
                let point = Point {
                    turn: looked,
                    within: true,
                };
                let next = meet(met, numbers, queue, point, earned, bound);
                met[at].steps.push(next);
            }
        }
        if things.is_empty() && risky {
            // Stuck, and nothing could be done about it.
            met[at].leaves = true;
            queue.push(earned, Ahead::Goal);
        }
        Ok(())
    }

    /// Every action on offer, after looking at any of what is left, under any marks.
    fn act(
        &mut self,
        at: usize,
        turn: &Turn,
        mask: Mask,
        met: &mut Vec<Met>,
        numbers: &mut HashMap<Key, usize>,
        queue: &mut Queue,
    ) -> Result<(), TooMany> {
        let earned = met[at].earned;
        let expander = self.eyes.expander(mask);
        let things = expander.branching_things(turn);
        if things.len() > super::expand::THINGS {
            return Err(TooMany);
        }
        for (action, _) in expander.actions(turn, &[])? {
            let gain = expander.total_gain(turn, &action);
            let earned = earned + gain * size(mask);
            for subset in 0..1usize << things.len() {
                self.eyes.count(1);
                if self.eyes.tried.get() > most_work(self.bound)
                    || queue.bytes() > most_bytes(self.bound)
                {
                    return Err(TooMany);
                }
                let looked = expander.looked(turn, &things, subset);
                for outcome in self.eyes.outcomes(&looked, &action, mask)? {
                    let mut most = earned;
                    let mut parts = Vec::new();
                    for (part, turn) in outcome {
                        if let Some(turn) = &turn {
                            most += self.worths.most(&self.eyes, turn, part)?;
                        }
                        parts.push((
                            turn.map(|turn| Point {
                                turn,
                                within: false,
                            }),
                            part,
                        ));
                    }
                    let whole = match &parts[..] {
                        [(Some(point), _)] => {
                            let dead = self.worths.dead(&self.eyes, &point.turn)?;
                            mask & dead == 0
                                && !self.eyes.combinations.are_alike_from(point.turn.node, mask)
                        }
                        _ => false,
                    };
                    if let [(Some(point), _)] = &parts[..]
                        && whole
                    {
                        let next = meet(met, numbers, queue, point.clone(), earned, most - earned);
                        met[at].steps.push(next);
                    } else {
                        met[at].leaves = true;
                        queue.push(most, Ahead::Parts(earned, parts));
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether somebody who cannot tell these combinations apart may get stuck
    /// in this turn whatever they do.
    fn risks(&mut self, turn: &Turn, mask: Mask) -> Result<bool, TooMany> {
        if !self.worths.has_traps() {
            return Ok(false);
        }
        let mut words = Vec::new();
        turn.write(&mut words);
        let key = ((words, true), mask);
        if let Some(known) = self.risky.get(&key) {
            return Ok(*known);
        }
        let risky = self.risks_anew(turn, mask)?;
        self.held += bytes_of(&key);
        self.risky.insert(key, risky);
        Ok(risky)
    }

    fn risks_anew(&mut self, turn: &Turn, mask: Mask) -> Result<bool, TooMany> {
        self.eyes.count(1);
        if self.held > most_bytes(self.bound) || self.eyes.tried.get() > most_work(self.bound) {
            return Err(TooMany);
        }
        let expander = self.eyes.expander(mask);
        if !expander.actions(turn, &[])?.is_empty() {
            return Ok(false);
        }
        for thing in expander.branching_things(turn) {
            let looked = expander.looked(turn, &[thing], 1);
            let mut shut = false;
            for part in self.eyes.by_offers(&looked, mask)? {
                shut |= self.risks(&looked, part)?;
            }
            if !shut {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Bytes of what is found again by its key.
fn bytes_of(((words, _), _): &(Key, Mask)) -> usize {
    2 * size_of::<((Key, Mask), i64)>() + size_of_val(&**words)
}

fn within(turn: &Turn, parts: Vec<Mask>) -> Vec<(Option<Point>, Mask)> {
    parts
        .into_iter()
        .map(|part| {
            let point = Point {
                turn: turn.clone(),
                within: true,
            };
            (Some(point), part)
        })
        .collect()
}

/// Takes a point in, or what was earned on a better way to it; its number.
fn meet(
    met: &mut Vec<Met>,
    numbers: &mut HashMap<Key, usize>,
    queue: &mut Queue,
    point: Point,
    earned: i64,
    bound: i64,
) -> usize {
    let mut words = Vec::new();
    point.turn.write(&mut words);
    let key = (words, point.within);
    let at = *numbers.entry(key).or_insert(met.len());
    if at == met.len() {
        met.push(Met {
            point,
            earned,
            bound,
            steps: Vec::new(),
            leaves: false,
            opened: false,
        });
    } else if earned > met[at].earned {
        met[at].earned = earned;
        met[at].opened = false;
    } else {
        return at;
    }
    queue.push(earned.saturating_add(bound), Ahead::Open(at));
    at
}
