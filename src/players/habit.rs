//! A player made ready for one story: how likely each sentence is to be marked,
//! and how each choice and option draws it.

use crate::scenario::authored::{Horizon, Strength};
use crate::scenario::condition::Condition;
use crate::scenario::ids::{ConcernKey, TagId};
use crate::scenario::players::{Chooses, Looks, Marks, Player, Reading};
use crate::scenario::story::{Story, Unit};
use crate::score::normal;
use crate::session::bits::BitSet;
use crate::session::view::Sureness;

use super::board::side_of;
use super::distance::turns_to_an_end;

/// How much further than the criterion a sentence must stand out to be marked as concerned, and as act now.
const SURER: [f64; 2] = [0.5, 1.5];
/// One point, in the whole numbers that appeals are kept in.
const POINT: i64 = 1_000;

/// How likely a sentence is to be marked: of 2³² equal chances, how many mark
/// it at all, how many as concerned or more, how many as act now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Chance {
    at_all: u64,
    concerned: u64,
    act_now: u64,
}

/// How many options of a `Many` are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// None.
    Nothing,
    /// The one that draws most.
    One,
    /// Every one that draws at all.
    Appealing,
    /// Each by the toss of a coin.
    ByLot,
}

/// A player made ready for one story.
#[derive(Debug)]
pub struct Habit {
    pub(super) player: Player,
    pub(super) looks: bool,
    /// Sentences that it might mark.
    pub(super) candidates: BitSet,
    pub(super) concerns: Vec<ConcernKey>,
    /// How each choice, then each option, draws it.
    pub(super) appeal: Vec<i64>,
    /// The spread of the noise on what it sees of an appeal.
    pub(super) spread: f64,
    /// It takes the first on offer and never compares.
    pub(super) takes_first: bool,
    pub(super) many: Taken,
    /// Of its randomness: by seed and player.
    pub(super) key: [u8; 32],
    chances: Vec<Chance>,
}

impl Habit {
    /// Makes a player ready. `seed` is that of all its plays.
    #[must_use]
    pub fn new(story: &Story, player: &Player, seed: u64) -> Self {
        Self::moved(story, player, [0.0; 2], seed)
    }

    /// The same for a player to whom signs stand out by so much more: those of the offence, then those beyond it.
    pub(super) fn moved(story: &Story, player: &Player, moved: [f64; 2], seed: u64) -> Self {
        let chances = chances(story, player, moved);
        let mut candidates = BitSet::new(story.units.len());
        for (unit, chance) in chances.iter().enumerate() {
            // Without a kind of concern no mark can be made.
            if chance.at_all > 0 && !story.concerns.is_empty() {
                candidates.insert(unit);
            }
        }
        let mut appeal: Vec<i64> = Vec::with_capacity(story.choices.len() + story.options.len());
        appeal.extend(choice_appeals(story, player));
        appeal.extend(option_appeals(story, player));
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"second-look players 1\0");
        hasher.update(&seed.to_le_bytes());
        hasher.update(player.id.as_bytes());
        Self {
            player: player.clone(),
            looks: player.looks == Looks::Everything,
            candidates,
            concerns: story
                .units
                .iter()
                .map(|unit| concern(story, unit))
                .collect(),
            appeal,
            spread: match player.chooses {
                Chooses::Merit => player.judgement * 1_000.0,
                _ => 0.0,
            },
            takes_first: player.chooses == Chooses::First,
            many: match player.chooses {
                Chooses::First | Chooses::Shortest => Taken::Nothing,
                Chooses::Longest => Taken::One,
                Chooses::Anything => Taken::ByLot,
                Chooses::Offence | Chooses::Words | Chooses::Merit => Taken::Appealing,
            },
            key: *hasher.finalize().as_bytes(),
            chances,
        }
    }

    /// The player.
    #[must_use]
    pub fn player(&self) -> &Player {
        &self.player
    }

    /// The mark that a lot between 0 and 2³² makes on a unit.
    pub(super) fn mark(&self, unit: usize, lot: u32) -> Option<Sureness> {
        let chance = self.chances[unit];
        let lot = u64::from(lot);
        if lot >= chance.at_all {
            None
        } else if lot < chance.act_now {
            Some(Sureness::ActNow)
        } else if lot < chance.concerned {
            Some(Sureness::Concerned)
        } else {
            Some(Sureness::Note)
        }
    }
}

fn chances(story: &Story, player: &Player, moved: [f64; 2]) -> Vec<Chance> {
    let all = 1u64 << 32;
    match (player.marks, player.reads) {
        (Marks::Everything, _) => {
            let concerned = Chance {
                at_all: all,
                concerned: all,
                act_now: 0,
            };
            vec![concerned; story.units.len()]
        }
        (Marks::Immediate | Marks::Any, Some(reading)) => story
            .units
            .iter()
            .map(|unit| {
                stands_out(story, unit, player.marks, &reading, moved)
                    .map_or(Chance::default(), |by| chance(by, reading.criterion))
            })
            .collect(),
        _ => vec![Chance::default(); story.units.len()],
    }
}

/// By how much a unit stands out; `None` where it is not looked for at all.
pub(super) fn stands_out(
    story: &Story,
    unit: &Unit,
    marks: Marks,
    reading: &Reading,
    moved: [f64; 2],
) -> Option<f64> {
    let strongest = |beyond_too: bool| {
        unit.cues
            .iter()
            .map(|cue| &story.cues[cue.index()])
            .filter(|cue| beyond_too || cue.horizon == Horizon::Immediate)
            .map(|cue| {
                let by = match cue.strength {
                    Strength::Weak => reading.cues[0],
                    Strength::Notable => reading.cues[1],
                    Strength::ActNow => reading.cues[2],
                };
                by + moved[side_of(cue.horizon)]
            })
            .max_by(f64::total_cmp)
    };
    if let Some(by) = strongest(marks == Marks::Any) {
        return Some(by);
    }
    if !unit.cues.is_empty() {
        return None;
    }
    Some(if unit.lures.is_empty() {
        0.0
    } else {
        reading.lures
    })
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 2^32, between 0 and 1"
)]
fn chance(by: f64, criterion: f64) -> Chance {
    let above = |threshold: f64| (normal::below(by - threshold) * 4_294_967_296.0).round() as u64;
    Chance {
        at_all: above(criterion),
        concerned: above(criterion + SURER[0]),
        act_now: above(criterion + SURER[1]),
    }
}

/// What a mark on a unit is called: what its sign allows first, else the first kind there is.
fn concern(story: &Story, unit: &Unit) -> ConcernKey {
    unit.cues
        .iter()
        .filter_map(|cue| story.cues[cue.index()].sign.as_ref())
        .find_map(|sign| sign.concerns.first().copied())
        .unwrap_or(ConcernKey(0))
}

/// Whether a condition asks for a mark on the offence.
fn follows_up_the_offence(story: &Story, when: &Condition) -> bool {
    let mut found = false;
    when.each_atom(&mut |atom| {
        if let Condition::Marked(TagId(tag)) = atom {
            let cue = story.cues.get(*tag as usize);
            found |= cue.is_some_and(|cue| cue.horizon == Horizon::Immediate);
        }
    });
    found
}

fn length(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}

/// How many of the words stand in a text.
fn words_in(text: &str, words: &[String]) -> i64 {
    let padded: String = std::iter::once(' ')
        .chain(
            text.to_lowercase()
                .chars()
                .map(|c| if c.is_alphanumeric() { c } else { ' ' }),
        )
        .chain(std::iter::once(' '))
        .collect();
    let found = words
        .iter()
        .filter(|word| padded.contains(&format!(" {word} ")))
        .count();
    i64::try_from(found).unwrap_or(i64::MAX)
}

fn choice_appeals<'s>(story: &'s Story, player: &'s Player) -> impl Iterator<Item = i64> + 's {
    let turns = turns_to_an_end(story);
    story.choices.iter().map(move |choice| {
        // Turns weigh above everything but a follow-up, then a duty, then minutes.
        let way = || {
            -(i64::from(turns[choice.goto.index()]) << 22)
                - i64::from(choice.takes_minutes.min(1 << 20))
        };
        match player.chooses {
            Chooses::First | Chooses::Anything => 0,
            Chooses::Shortest => way(),
            Chooses::Offence => {
                let follows = follows_up_the_offence(story, &choice.when);
                way() + (i64::from(follows) << 50) + (i64::from(!choice.fulfils.is_empty()) << 21)
            }
            Chooses::Longest => length(&choice.text),
            Chooses::Words => words_in(&choice.text, &player.words),
            Chooses::Merit => points(&choice.assess),
        }
    })
}

fn option_appeals<'s>(story: &'s Story, player: &'s Player) -> impl Iterator<Item = i64> + 's {
    story
        .options
        .iter()
        .map(move |option| match player.chooses {
            Chooses::First | Chooses::Anything | Chooses::Shortest => 0,
            Chooses::Offence => {
                i64::from(!option.fulfils.is_empty() || follows_up_the_offence(story, &option.when))
            }
            Chooses::Longest => length(&option.text),
            Chooses::Words => words_in(&option.text, &player.words),
            Chooses::Merit => points(&option.assess),
        })
}

fn points(assess: &crate::scenario::story::Points) -> i64 {
    assess
        .iter()
        .map(|(_, points)| i64::from(*points))
        .sum::<i64>()
        * POINT
}
