//! The rules. A new one is a file and a line here.

mod cue_in_no_sentence;
mod missing_picture;
mod missing_shape;
mod unknown_competence;
mod unknown_sign;
mod unknown_wording;

use super::Rule;

pub(super) const ALL: &[Rule] = &[
    unknown_sign::RULE,
    unknown_competence::RULE,
    unknown_wording::RULE,
    cue_in_no_sentence::RULE,
    missing_picture::RULE,
    missing_shape::RULE,
];
