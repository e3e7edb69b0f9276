use super::*;
use crate::analysis::FairLoss;
use crate::report::debrief::sample::sample;

#[test]
fn shares_become_words() {
    let words = [(0, 0), (0, 8), (3, 8), (4, 8), (6, 7), (7, 7)]
        .map(|(part, whole)| share_word(part, whole));
    assert_eq!(words, ["none", "none", "little", "half", "most", "all"]);
}

#[test]
fn a_label_loses_its_capital_within_a_sentence_but_an_abbreviation_keeps_it() {
    assert_eq!(
        within_sentence("An adult waiting out of sight"),
        "an adult waiting out of sight"
    );
    assert_eq!(within_sentence("A second phone"), "a second phone");
    assert_eq!(
        within_sentence("STI or repeated infections"),
        "STI or repeated infections"
    );
}

#[test]
fn the_self_rating_is_set_beside_the_fact() {
    let strings = Strings::english();
    let debrief = sample();
    assert_eq!(
        Words::new(&debrief, &strings)
            .rating(Side::Beyond)
            .as_deref(),
        Some("You thought you noticed most. You marked 3 of 8; 2 were in papers you did not open.")
    );
}

#[test]
fn nothing_beyond_is_told_apart_from_nothing_on_the_way_taken() {
    let strings = Strings::english();
    let mut debrief = sample();
    debrief.beyond = SideReport::default();
    let noticed = Words::new(&debrief, &strings).noticed();
    assert!(
        noticed.ends_with("nothing to find this time. Asking is still the job."),
        "{noticed}"
    );
    debrief.beyond.never_reached = 2;
    let noticed = Words::new(&debrief, &strings).noticed();
    assert!(
        noticed.ends_with("on the way you took. There was more to ask."),
        "{noticed}"
    );
}

#[test]
fn a_turn_says_which_sign_would_have_opened_the_other_way() {
    let strings = Strings::english();
    let debrief = sample();
    let words = Words::new(&debrief, &strings);
    assert_eq!(
        words.closed(&debrief.turns[0]).as_deref(),
        Some(
            "Another way was not on offer: what would have opened it went unmarked (an adult waiting out of sight)."
        )
    );
    assert_eq!(words.open(&debrief.turns[0]), None);
    assert_eq!(words.closed(&debrief.turns[1]), None);
    assert_eq!(
        words.open(&debrief.turns[1]).as_deref(),
        Some("Another way was open to you.")
    );
}

#[test]
fn a_cost_is_told_against_what_the_scenario_has_to_give_and_to_lose() {
    let strings = Strings::english();
    let mut debrief = sample();
    let mut costs = |span: i64| {
        debrief.span = span;
        let words = Words::new(&debrief, &strings);
        debrief
            .turns
            .iter()
            .map(|turn| words.outcome(turn))
            .collect::<Vec<_>>()
    };
    // Of 7, 2 and 1 points: a twentieth of 21 is just over 1, three twentieths just over 3.
    assert_eq!(
        costs(21),
        ["It cost much.", "It cost something.", "It cost a little."]
    );
    assert_eq!(costs(20)[2], "It cost something.");
    assert_eq!(
        costs(200),
        [
            "It cost a little.",
            "It cost a little.",
            "It cost a little."
        ]
    );
}

#[test]
fn luck_is_told_apart_from_cost() {
    let strings = Strings::english();
    let mut debrief = sample();
    debrief.turns[0].fair = Some(FairLoss { top: 0, bottom: 2 });
    debrief.turns[1].fair = Some(FairLoss { top: 7, bottom: 2 });
    debrief.turns[2].fair = Some(FairLoss { top: 1, bottom: 2 });
    let words = Words::new(&debrief, &strings);
    let said: Vec<String> = debrief
        .turns
        .iter()
        .map(|turn| words.outcome(turn))
        .collect();
    assert_eq!(
        said,
        [
            "Sound on what you could know. This time it turned out otherwise.",
            "It cost much. This time it turned out better than you could know.",
            "It cost a little.",
        ]
    );
    assert_eq!(
        words.turn_figures(&debrief.turns[1]),
        "Cost 2: 0 unseen, 2 judgement. On what could be known: 3.50. Luck: -1.50."
    );
    // Half a point of luck would be told in the same word, so it is not told.
    debrief.turns[1].fair = Some(FairLoss { top: 5, bottom: 2 });
    let words = Words::new(&debrief, &strings);
    assert_eq!(words.outcome(&debrief.turns[1]), "It cost something.");
}

#[test]
fn the_time_allowed_for_a_duty_is_said_in_hours_where_it_is_hours() {
    let strings = Strings::english();
    let debrief = sample();
    let words = Words::new(&debrief, &strings);
    assert_eq!(
        words.duty_time(&debrief.duties[1]),
        "Allowed: 24 hours. Done at 15:40."
    );
}
