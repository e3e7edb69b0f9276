//! What somebody who knew all facts could earn: exact for one combination, a
//! bound from above for a set of them.

use super::combinations::Mask;
use super::expand::TooMany;
use super::optimum::Optimum;
use super::seen::Eyes;
use super::turn::Turn;

/// Values by combination, and a bound that holds for sets too.
pub(super) struct Worths<'a> {
    exact: Optimum<'a>,
    /// The same with getting stuck as an end: only where somebody can be.
    hopeful: Option<Optimum<'a>>,
    /// Bits of the wider layout that the values' layout has, with their places there.
    bits: Vec<(usize, usize)>,
}

impl<'a> Worths<'a> {
    pub(super) fn new(exact: Optimum<'a>, hopeful: Option<Optimum<'a>>, eyes: &Eyes<'_>) -> Self {
        let (wide, narrow) = (eyes.layout, &exact.layout);
        let bits = [
            (&wide.visited, &narrow.visited),
            (&wide.chosen, &narrow.chosen),
            (&wide.filled, &narrow.filled),
            (&wide.inspected, &narrow.inspected),
            (&wide.fulfilled, &narrow.fulfilled),
            (&wide.shown, &narrow.shown),
        ]
        .into_iter()
        .flat_map(|(wide, narrow)| wide.iter().zip(narrow))
        .filter_map(|(wide, narrow)| Some(((*wide)? as usize, (*narrow)? as usize)))
        .collect();
        Self {
            exact,
            hopeful,
            bits,
        }
    }

    /// Whether somebody can get stuck within a turn.
    pub(super) fn has_traps(&self) -> bool {
        self.exact.traps
    }

    /// Whether a loop without a way out may be met.
    pub(super) fn can_be_closed(&self) -> bool {
        self.exact.traps || self.exact.closed_loops
    }

    /// How many states were met.
    pub(super) fn count(&self, eyes: &Eyes<'_>) -> usize {
        let count = |optimum: &Optimum<'_>| optimum.count(eyes.combinations);
        count(&self.exact) + self.hopeful.as_ref().map_or(0, count)
    }

    /// The turn as the values' layout has it.
    fn narrow(&self, eyes: &Eyes<'_>, turn: &Turn) -> Turn {
        let layout = &self.exact.layout;
        let mut bits = crate::session::bits::BitSet::new(layout.bits);
        for (wide, narrow) in &self.bits {
            if turn.bits.has(*wide) {
                bits.insert(*narrow);
            }
        }
        let mut narrow = Turn {
            node: turn.node,
            minute: turn.minute,
            vars: turn.vars.clone(),
            bits,
        };
        narrow.settle(eyes.story, layout, self.exact.eager);
        narrow
    }

    /// The combinations for which a turn is a dead end at its beginning.
    pub(super) fn dead(&mut self, eyes: &Eyes<'_>, turn: &Turn) -> Result<Mask, TooMany> {
        let narrow = self.narrow(eyes, turn);
        let state = self.exact.state(eyes.combinations, &narrow)?;
        self.still_holds()?;
        Ok(self.exact.dead(state))
    }

    /// The most that can be earned from a turn's beginning, summed over a set:
    /// where nothing ahead tells its members apart, what can be expected.
    pub(super) fn exact(
        &mut self,
        eyes: &Eyes<'_>,
        turn: &Turn,
        mask: Mask,
    ) -> Result<i64, TooMany> {
        let narrow = self.narrow(eyes, turn);
        let state = self.exact.state(eyes.combinations, &narrow)?;
        self.still_holds()?;
        Ok(self.exact.sum(eyes.combinations, state, mask))
    }

    /// More than that cannot be expected of a set.
    pub(super) fn most(
        &mut self,
        eyes: &Eyes<'_>,
        turn: &Turn,
        mask: Mask,
    ) -> Result<i64, TooMany> {
        if self.hopeful.is_none() {
            return self.exact(eyes, turn, mask);
        }
        let narrow = self.narrow(eyes, turn);
        let Some(hopeful) = &mut self.hopeful else {
            return Ok(0);
        };
        let state = hopeful.state(eyes.combinations, &narrow)?;
        Ok(hopeful.sum(eyes.combinations, state, mask))
    }

    fn still_holds(&self) -> Result<(), TooMany> {
        // Met late, a turn nobody can leave without marks asks for another search.
        if self.exact.must_look_by_hand() {
            return Err(TooMany);
        }
        Ok(())
    }

    pub(super) fn must_look_by_hand(&self) -> bool {
        self.exact.must_look_by_hand()
    }
}
