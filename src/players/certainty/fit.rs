//! A reader who notices as this attempt did: the noisy reader's shape, moved to the attempt's counts.

use crate::scenario::authored::Horizon;
use crate::scenario::ids::UnitKey;
use crate::scenario::players::{Player, Reading};
use crate::scenario::story::Story;
use crate::score::sensitivity::share;
use crate::score::{Noticing, UnitNature, nature, normal};
use crate::session::state::State;

use super::super::habit::stands_out;

/// As far as anything is moved, in standard deviations.
const FARTHEST: f64 = 12.0;

/// How far the units of one thing stand out, each; the thing is marked if any of them is.
type Thing = Vec<f64>;

/// The reader fitted to an attempt, and by how much more signs stand out to them: of the offence, and beyond it.
///
/// Three numbers are fitted. The criterion is moved until as many lures and plain sentences are marked on
/// average as the attempt marked; then the cues of each side until as many of them are hit: who
/// sees the offence alone is to be read as one who does. Weak cues stay so much harder than strong ones, and lures so
/// much likelier than plain sentences, as they are for the reader: one attempt says too little of that.
/// Counts have half added, and one to what they are of, so that none or all marked is not taken for certainty.
pub(super) fn fitted(
    story: &Story,
    state: &State,
    noticing: &Noticing,
    reader: &Player,
) -> (Player, [f64; 2]) {
    let mut fitted = reader.clone();
    let Some(reading) = &mut fitted.reads else {
        return (fitted, [0.0; 2]);
    };
    let shown = Shown {
        story,
        state,
        reader,
        reading: *reading,
    };
    let noise = shown.noise();
    if !noise.is_empty() {
        let signals = noticing.signals;
        let wanted = share(signals.marked, signals.noise) * f64::from(signals.noise);
        reading.criterion = -root(|by| expected(&noise, by) - wanted);
    }
    let sides = [
        (Horizon::Immediate, noticing.immediate.hits),
        (Horizon::Beyond, noticing.beyond.hits),
    ];
    let moved = sides.map(|(horizon, hits)| {
        let cues = shown.cues(horizon);
        let Some(count) = u32::try_from(cues.len()).ok().filter(|count| *count > 0) else {
            return 0.0;
        };
        let wanted = share(hits, count) * f64::from(count);
        root(|by| expected(&cues, by - reading.criterion) - wanted)
    });
    (fitted, moved)
}

/// What was shown, as the reader sees it.
struct Shown<'a> {
    story: &'a Story,
    state: &'a State,
    reader: &'a Player,
    reading: Reading,
}

impl Shown<'_> {
    /// Of each live cue of a side, how far its units stand out.
    fn cues(&self, horizon: Horizon) -> Vec<Thing> {
        let cues = self.story.cues.iter().zip(&self.story.tags);
        cues.filter(|(cue, _)| cue.horizon == horizon && cue.only_when.holds(self.state))
            .map(|(_, tag)| self.thing(&tag.units, UnitNature::Live))
            .filter(|thing| !thing.is_empty())
            .collect()
    }

    /// Of each lure and each plain unit.
    fn noise(&self) -> Vec<Thing> {
        let lures = self.story.tags[self.story.cues.len()..]
            .iter()
            .map(|tag| self.thing(&tag.units, UnitNature::Lure));
        let plain = (0..self.story.units.len())
            .map(|unit| self.thing(&[UnitKey::at(unit)], UnitNature::Plain));
        lures
            .chain(plain)
            .filter(|thing| !thing.is_empty())
            .collect()
    }

    fn thing(&self, units: &[UnitKey], wanted: UnitNature) -> Thing {
        units
            .iter()
            .filter(|unit| self.state.shown.has(unit.index()))
            .filter(|unit| nature(self.story, self.state, **unit) == wanted)
            .filter_map(|unit| {
                let unit = &self.story.units[unit.index()];
                stands_out(self.story, unit, self.reader.marks, &self.reading, [0.0; 2])
            })
            .collect()
    }
}

/// How many things are marked on average, all of them moved by so much.
fn expected(things: &[Thing], moved: f64) -> f64 {
    things
        .iter()
        .map(|thing| {
            let missed: f64 = thing
                .iter()
                .map(|by| normal::below(-(by + moved)))
                .product();
            1.0 - missed
        })
        .sum()
}

/// Where a rising function crosses 0, or the end that is nearer to it.
fn root(rising: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-FARTHEST, FARTHEST);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if rising(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}
