//! A finding that a lazy player gets by: which of its plays, how often, and one of them.

use crate::scenario::authored::Standard;
use crate::scenario::problem::{Level, Problem};
use crate::scenario::span::Span;

use super::super::Context;
use super::{Found, Seen};

/// What a player must not get.
pub(crate) struct Getting {
    /// The rule's code.
    pub(crate) code: &'static str,
    /// The player.
    pub(crate) player: &'static str,
    /// In which plays it got it.
    pub(crate) how: fn(&Seen) -> Found,
    /// What is wrong.
    pub(crate) message: &'static str,
    /// What to do.
    pub(crate) mend: &'static str,
    /// Asked only where a Beyond cue is live.
    pub(crate) needs_beyond: bool,
    /// Where.
    pub(crate) place: fn(&Standard) -> Span,
}

impl Getting {
    /// The finding, where the player got by with any combination of draws.
    pub(crate) fn finding(&self, cx: &Context<'_>) -> Option<Problem> {
        let (trial, standard) = (cx.trial()?, cx.authored.standard.as_ref()?);
        let all = trial.seen(self.player);
        let asked = |place: &usize| !self.needs_beyond || trial.has_beyond(*place);
        let mut places =
            (0..all.len()).filter(|place| asked(place) && (self.how)(&all[*place]).count > 0);
        let place = places.next()?;
        let found = (self.how)(&all[place]);
        let draws = trial.board.in_words(place);
        let with = if draws.is_empty() {
            String::new()
        } else {
            format!(" with {draws}")
        };
        let more = match places.count() {
            0 => String::new(),
            1 => "; with one more combination of draws too".to_owned(),
            more => format!("; with {more} more combinations of draws too"),
        };
        let message = format!(
            "{}{with}, in {} of {} plays, seed {} the first{more}",
            self.message, found.count, trial.plays, found.first
        );
        let problem = Problem::fatal(self.code, (self.place)(standard), message)
            .mend(self.mend)
            .at_level(Level::Error);
        Some(match trial.play(self.player, place, found.first) {
            Some(play) => problem.shown_by(play),
            None => problem,
        })
    }
}
