//! How sure an attempt's figures are, and what its trainee's last three attempts say together.

use std::ops::Add as _;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::attempt::{Attempts, Header};
use crate::players::{Certainty, PLAYS, Player, READER, StandardError, certainty};
use crate::scenario::story::Story;
use crate::score::{Replay, Score, Signals, noticing, replay};
use crate::session::state::Status;
use crate::stamp::Stamp;

/// As many attempts as d′ is counted from.
pub const TOGETHER: usize = 3;
/// The lots of a debrief: always the same, so that a debrief says the same whenever it is asked for.
const SEED: u64 = 0;

/// What is said beside the figures of an attempt.
#[derive(Debug, Clone, Default)]
pub struct Sure {
    /// The standard errors; absent where nobody is there to read as a trainee does.
    pub certainty: Option<Certainty>,
    /// The last three attempts together; absent where there are fewer.
    pub lately: Option<Lately>,
}

/// The last three finished attempts of a trainee, counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lately {
    /// Their counts.
    pub signals: Signals,
    /// When the first of them began.
    pub from: Stamp,
    /// When the last of them began.
    pub until: Stamp,
}

impl Sure {
    /// How sure an attempt's figures are, by the noisy reader among `players`.
    #[must_use]
    pub fn of(replay: &Replay, score: &Score, players: &[Player], lately: Option<Lately>) -> Self {
        let reader = players.iter().find(|player| *player.id == *READER);
        Self {
            certainty: reader.map(|reader| certainty(replay, score, reader, PLAYS, SEED)),
            lately,
        }
    }
}

impl Lately {
    /// The last three attempts of `trainee` that came to an end, of any scenario; absent where there are fewer.
    ///
    /// What was changed after it was written, or cannot be played again, is passed over, and so is
    /// what showed no sign or nothing else.
    #[must_use]
    pub fn of(
        attempts: &Attempts,
        trainee: &str,
        story_of: &dyn Fn(&Header) -> Option<Arc<Story>>,
    ) -> Option<Self> {
        let listed = attempts.list().ok()?;
        let mut found: Vec<(Stamp, Signals)> = Vec::new();
        for one in listed {
            let Ok(reading) = one.reading else { continue };
            if reading.header.trainee != trainee || reading.alteration.is_some() {
                continue;
            }
            let played = story_of(&reading.header)
                .and_then(|story| replay(story, &reading.header, &reading.entries).ok());
            let Some(mut played) = played else { continue };
            if played.play.state().status != Status::Ended {
                continue;
            }
            played.finish();
            let signals = noticing(&played).signals;
            if signals.d_prime().is_some() {
                found.push((reading.header.started, signals));
            }
            if found.len() == TOGETHER {
                break;
            }
        }
        let (until, from) = (found.first()?.0, found.last()?.0);
        (found.len() == TOGETHER).then(|| Self {
            signals: found
                .into_iter()
                .map(|(_, signals)| signals)
                .fold(Signals::default(), Signals::add),
            from,
            until,
        })
    }
}

/// The standard errors as data, to stand beside a score.
#[must_use]
pub fn to_json(sure: &Sure, story: &Story) -> Value {
    let error = |error: Option<StandardError>| {
        error.map(|error| json!({ "one": error.one, "three": error.three }))
    };
    let errors = sure.certainty.as_ref().map(|found| {
        let competences: Map<String, Value> = story
            .competences
            .iter()
            .zip(&found.competences)
            .map(|(competence, found)| (competence.id.to_string(), json!(error(*found))))
            .collect();
        json!({
            "immediate": { "hit_share": error(found.immediate_hits), "score": error(found.immediate) },
            "beyond": { "hit_share": error(found.beyond_hits), "score": error(found.beyond) },
            "false_alarms": error(found.false_alarms),
            "understood": error(found.understood),
            "d_prime": error(found.d_prime),
            "criterion": error(found.criterion),
            "tunnel_vision": error(found.tunnel_vision),
            "decisions": error(found.decisions),
            "competences": competences,
        })
    });
    let lately = sure.lately.as_ref().map(|lately| {
        let signals = lately.signals;
        json!({
            "from": lately.from.to_string(),
            "until": lately.until.to_string(),
            "hits": signals.hits,
            "cues_shown": signals.cues,
            "marked": signals.marked,
            "noise_shown": signals.noise,
            "d_prime": signals.d_prime(),
            "d_prime_standard_error": signals.d_prime_error(),
            "criterion": signals.criterion(),
            "criterion_standard_error": signals.criterion_error(),
        })
    });
    json!({ "reader": READER, "plays": PLAYS, "standard_errors": errors, "last_three": lately })
}
