//! The transcript as turns: who speaks, in which paragraphs, and which number each unit has in the list.

use std::sync::Arc;

use super::typeset::Quotes;
use crate::session::view::{
    Clock, Deed, Paragraph, Passage, Run, Speaker, ThingKey, UnitKey, UnitView, View,
};
use crate::strings::Strings;

/// What a turn stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice<'a> {
    /// Narration.
    Narration,
    /// Somebody speaks.
    Speech(&'a Speaker),
    /// The sentences about an object.
    Object(ThingKey, &'a Arc<str>),
}

impl<'a> Voice<'a> {
    /// What a screen reader says before the first unit of the turn.
    fn name(self) -> Option<&'a str> {
        match self {
            Voice::Narration => None,
            Voice::Speech(speaker) => Some(&speaker.name),
            Voice::Object(_, label) => Some(label),
        }
    }

    /// The quotation marks around a paragraph of this voice.
    fn quotes(self, last: bool) -> Quotes {
        let spoken = matches!(self, Voice::Speech(_));
        Quotes {
            open: spoken,
            close: spoken && last,
        }
    }
}

/// One thing on the page.
#[derive(Debug, Clone)]
pub(super) enum Block<'a> {
    /// A visit begins.
    Visit {
        /// Where.
        place: &'a Arc<str>,
        /// When, in scenario minutes.
        minute: u32,
    },
    /// Paragraphs of one voice.
    Turn {
        /// Which voice.
        voice: Voice<'a>,
        /// Another passage of the same speaker stands right before: no second name.
        continues: bool,
        /// The number of its first unit in the list.
        first_unit: usize,
        /// Its paragraphs.
        paragraphs: Vec<(&'a [UnitView], Quotes)>,
    },
    /// What the trainee did.
    Did {
        /// In the words of the choice.
        text: &'a Arc<str>,
        /// What sort of deed.
        deed: Deed,
        /// Minutes it took.
        minutes: u32,
        /// Scenario minutes after it.
        minute: u32,
    },
    /// A line of an ending.
    Closing {
        /// Which voice.
        voice: Voice<'a>,
        /// Its paragraphs.
        paragraphs: Vec<(&'a [Run], Quotes)>,
    },
}

/// A unit's place in the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The unit.
    pub unit: &'a UnitView,
    /// Counts voices: the same number means the same turn.
    pub turn: usize,
    /// Whose words they are, on the first unit of a turn.
    pub speaker: Option<&'a str>,
}

/// The page and its units in reading order.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    /// What stands on it, each with the number of its passage.
    pub blocks: Vec<(usize, Block<'a>)>,
    /// All units, numbered from 0.
    pub units: Vec<Entry<'a>>,
}

fn paragraphs_of<'a, T>(voice: Voice<'_>, paragraphs: &'a [Vec<T>]) -> Vec<(&'a [T], Quotes)> {
    paragraphs
        .iter()
        .enumerate()
        .map(|(index, units)| {
            let quotes = voice.quotes(index + 1 == paragraphs.len());
            (units.as_slice(), quotes)
        })
        .collect()
}

impl<'a> Page<'a> {
    /// Reads the transcript.
    pub(super) fn of(view: &'a View) -> Self {
        let mut page = Self::default();
        for (index, passage) in view.transcript.iter().enumerate() {
            match passage {
                Passage::Visit { place, minute } => {
                    let visit = Block::Visit {
                        place,
                        minute: *minute,
                    };
                    page.blocks.push((index, visit));
                }
                Passage::Line {
                    speaker,
                    paragraphs,
                } => {
                    let voice = speaker.as_ref().map_or(Voice::Narration, Voice::Speech);
                    page.push_turn(index, voice, paragraphs);
                }
                Passage::Object {
                    key,
                    label,
                    paragraphs,
                } => page.push_turn(index, Voice::Object(*key, label), paragraphs),
                Passage::Did {
                    text,
                    deed,
                    minutes,
                    minute,
                } => {
                    let did = Block::Did {
                        text,
                        deed: *deed,
                        minutes: *minutes,
                        minute: *minute,
                    };
                    page.blocks.push((index, did));
                }
                Passage::Closing {
                    speaker,
                    paragraphs,
                } => {
                    let voice = speaker.as_ref().map_or(Voice::Narration, Voice::Speech);
                    let closing = Block::Closing {
                        voice,
                        paragraphs: paragraphs_of(voice, paragraphs),
                    };
                    page.blocks.push((index, closing));
                }
            }
        }
        page
    }

    fn push_turn(&mut self, passage: usize, voice: Voice<'a>, paragraphs: &'a [Paragraph]) {
        let continues = matches!(
            self.blocks.last(),
            Some((_, Block::Turn { voice: before, .. }))
                if *before == voice && matches!(voice, Voice::Speech(_))
        );
        let turn = match (continues, self.units.last()) {
            (true, Some(last)) => last.turn,
            (false, Some(last)) => last.turn + 1,
            (_, None) => 0,
        };
        let first_unit = self.units.len();
        for unit in paragraphs.iter().flatten() {
            let first = self.units.len() == first_unit && !continues;
            let speaker = if first { voice.name() } else { None };
            self.units.push(Entry {
                unit,
                turn,
                speaker,
            });
        }
        let block = Block::Turn {
            voice,
            continues,
            first_unit,
            paragraphs: paragraphs_of(voice, paragraphs),
        };
        self.blocks.push((passage, block));
    }

    /// The number of the first unit in this passage or after it.
    pub(super) fn first_unit_from(&self, passage: usize) -> Option<usize> {
        self.blocks.iter().find_map(|(at, block)| match block {
            Block::Turn {
                first_unit,
                paragraphs,
                ..
            } if *at >= passage && !paragraphs.is_empty() => Some(*first_unit),
            _ => None,
        })
    }

    /// The passage in which this object was looked at last.
    pub(super) fn passage_about(&self, object: ThingKey) -> Option<usize> {
        self.blocks
            .iter()
            .rev()
            .find_map(|(passage, block)| match block {
                Block::Turn {
                    voice: Voice::Object(key, _),
                    ..
                } if *key == object => Some(*passage),
                _ => None,
            })
    }

    /// The number of a unit in the list; shown again, its last place counts.
    pub(super) fn place_of(&self, unit: UnitKey) -> Option<usize> {
        self.units.iter().rposition(|entry| entry.unit.key == unit)
    }
}

/// A time of day as it is written on the page, else nothing.
pub(super) fn time_of_day(strings: &Strings, clock: Clock, minute: u32) -> Option<String> {
    clock
        .at(minute)
        .map(|(hour, minute)| strings.clock(hour, minute))
}
