//! The rules. A new one is a file and a line here.

mod best_hangs_on_luck;
mod choice_never_on_offer;
mod closed_loop;
mod cue_in_no_sentence;
mod cue_never_shown;
mod curiosity_unrewarded;
mod dead_end;
mod duty_impossible;
mod longest_option_passes;
mod lures_unlock_nothing;
mod marking_everything_passes;
mod marking_everything_scores;
mod missing_picture;
mod missing_shape;
mod search_bounded;
mod shortest_way_passes;
mod translation_missing;
mod translation_name;
mod translation_sentences;
mod translation_stale;
mod translation_too_long;
mod translation_unknown;
mod tunnel_vision_passes;
mod unknown_competence;
mod unknown_sign;
mod unknown_wording;
mod unreachable_node;
mod zero_effort_passes;

use super::Rule;
use super::translation::TranslationRule;

pub(super) const ALL: &[Rule] = &[
    unknown_sign::RULE,
    unknown_competence::RULE,
    unknown_wording::RULE,
    cue_in_no_sentence::RULE,
    missing_picture::RULE,
    missing_shape::RULE,
    unreachable_node::RULE,
    choice_never_on_offer::RULE,
    cue_never_shown::RULE,
    dead_end::RULE,
    closed_loop::RULE,
    duty_impossible::RULE,
    search_bounded::RULE,
    lures_unlock_nothing::RULE,
    tunnel_vision_passes::RULE,
    marking_everything_passes::RULE,
    marking_everything_scores::RULE,
    shortest_way_passes::RULE,
    longest_option_passes::RULE,
    zero_effort_passes::RULE,
    curiosity_unrewarded::RULE,
    best_hangs_on_luck::RULE,
];

pub(super) const OF_TRANSLATIONS: &[TranslationRule] = &[
    translation_name::RULE,
    translation_unknown::RULE,
    translation_missing::RULE,
    translation_stale::RULE,
    translation_sentences::RULE,
    translation_too_long::RULE,
];
