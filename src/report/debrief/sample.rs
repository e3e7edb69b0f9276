//! A debrief made by hand, with every kind of thing in it, for tests of what is made from one.

#![allow(clippy::too_many_lines, reason = "one long example reads better whole")]

use std::sync::Arc;

use super::{
    ChosenOption, Debrief, DetailFigure, DutyOutcome, DutyReport, Nature, PlayedPassage,
    PlayedUnit, RationaleReport, RecordFieldReport, RecordReport, ReflectionReport,
    SensitivityReport, Side, SideReport, SignReport, SourceReport, StandardReport, TurnReport,
    VoiceReport, WordingReport,
};
use crate::analysis::FairLoss;
use crate::players::StandardError;
use crate::score::Signals;
use crate::session::moves::SelfRating;
use crate::session::view::{ChoiceKind, Run, Sureness};

fn arc(text: &str) -> Arc<str> {
    Arc::from(text)
}

fn sign(
    side: Side,
    marked: bool,
    label: &str,
    quotation: &str,
    whence: &str,
    minute: u32,
) -> SignReport {
    SignReport {
        side,
        marked,
        label: Some(arc(label)),
        quotation: quotation.to_owned(),
        whence: whence.to_owned(),
        shown_at: Some(minute),
        unopened: false,
        given: marked.then(|| (arc("Control by someone else"), Sureness::Concerned)),
        may_be_called: vec![arc("Control by someone else"), arc("A place or network")],
        why: arc("It has something to explain, and it is a question you can ask."),
        voice: None,
        opens: Vec::new(),
    }
}

fn signs() -> Vec<SignReport> {
    use Side::{Beyond, Immediate};
    let guard = "Mr Osei, store security";
    let mut signs = vec![
        sign(
            Immediate,
            true,
            "Goods in the bag",
            "A charger and two lipsticks lie on the trolley.",
            "Back room",
            6,
        ),
        sign(
            Immediate,
            true,
            "A repeat caller",
            "Third one this month.",
            guard,
            6,
        ),
        sign(
            Immediate,
            false,
            "A refusal of name",
            "She won’t give me a name.",
            guard,
            6,
        ),
        sign(
            Beyond,
            false,
            "An adult waiting out of sight",
            "There’s always a car on the corner when she’s in.",
            guard,
            6,
        ),
        sign(
            Beyond,
            true,
            "No wish for anyone to be called",
            "She has not asked for anyone to be called.",
            "Back room",
            6,
        ),
        sign(
            Beyond,
            true,
            "A second phone",
            "Two phones, one of them new.",
            "A rucksack, half open",
            8,
        ),
        sign(
            Beyond,
            true,
            "A time to be somewhere",
            "“I’ve got to be somewhere at five.”",
            "Maisie",
            11,
        ),
        sign(
            Beyond,
            false,
            "Seen far from home",
            "Seen at the coach station, twice.",
            "Log 0417",
            12,
        ),
        sign(
            Beyond,
            false,
            "A change in school",
            "Not in school since September.",
            "Exclusion notice",
            12,
        ),
        sign(
            Beyond,
            false,
            "Injury not explained",
            "She keeps one sleeve down.",
            "Back room",
            13,
        ),
        sign(
            Beyond,
            false,
            "Gifts without a giver",
            "A watch she says is borrowed.",
            "A rucksack, half open",
            13,
        ),
    ];
    for (label, quotation) in [
        ("Tags cut off", "Two tags lie under the chair."),
        ("A list of goods", "A list of shades is on her hand."),
        ("No receipt", "There is no receipt."),
        ("Seen to conceal", "The camera shows her sleeve."),
    ] {
        signs.push(sign(Immediate, true, label, quotation, guard, 14));
    }
    signs[3].voice = Some(VoiceReport {
        says: arc("Officers saw the child as the problem, and did not ask who was outside."),
        source: "Operation Linden report, IOPC, 2022".to_owned(),
    });
    signs[3].opens = vec![arc("“Who is in the car on the corner?”")];
    for unopened in [7, 8] {
        signs[unopened].unopened = true;
        signs[unopened].shown_at = None;
    }
    signs
}

fn unit(text: &str, nature: Nature, marked: bool) -> PlayedUnit {
    PlayedUnit {
        runs: vec![Run {
            text: arc(text),
            emphasis: false,
        }],
        nature,
        mark: marked.then(|| (arc("Control by someone else"), Sureness::Concerned)),
        withdrawn: false,
    }
}

fn passage(heading: Option<&str>, units: Vec<PlayedUnit>) -> PlayedPassage {
    PlayedPassage {
        visit: None,
        heading: heading.map(ToOwned::to_owned),
        did: None,
        paragraphs: vec![units],
    }
}

fn transcript() -> Vec<PlayedPassage> {
    let mut withdrawn = unit("The window looks out on the yard.", Nature::Plain, false);
    withdrawn.withdrawn = true;
    vec![
        PlayedPassage {
            visit: Some((6, arc("Back room, chemist’s"))),
            heading: None,
            did: None,
            paragraphs: Vec::new(),
        },
        passage(
            None,
            vec![
                unit("The back room smells of cardboard.", Nature::Plain, false),
                unit(
                    "She has not asked for anyone to be called.",
                    Nature::Signs(vec![4]),
                    true,
                ),
                unit(
                    "Her hood is up.",
                    Nature::NotASign {
                        why_not: arc("Clothing says nothing about risk."),
                    },
                    true,
                ),
                withdrawn,
            ],
        ),
        passage(
            Some("Mr Osei, store security"),
            vec![
                unit("Third one this month.", Nature::Signs(vec![1]), true),
                unit(
                    "There’s always a car on the corner when she’s in.",
                    Nature::Signs(vec![3]),
                    false,
                ),
            ],
        ),
        PlayedPassage {
            visit: None,
            heading: None,
            did: Some(arc("Ask her why she took the goods.")),
            paragraphs: Vec::new(),
        },
        passage(
            Some("A rucksack, half open"),
            vec![
                unit("Two phones, one of them new.", Nature::Signs(vec![5]), true),
                unit(
                    "A train ticket for today.",
                    Nature::Neutral {
                        otherwise: arc("Her sister had paid for it. Asking was still right."),
                    },
                    false,
                ),
            ],
        ),
    ]
}

fn turn(minute: u32, did: &str, loss: i64, unseen: i64, other: &str) -> TurnReport {
    TurnReport {
        minute,
        place: arc("Back room, chemist’s"),
        did: arc(did),
        kind: Some(ChoiceKind::Ask),
        feedback: Some(arc("She said nothing more.")),
        loss,
        fair: Some(FairLoss {
            top: loss,
            bottom: 1,
        }),
        unseen,
        judgement: loss - unseen,
        other_way: vec![(None, arc(other))],
        needed: if unseen > 0 { vec![3] } else { Vec::new() },
    }
}

fn duty(
    outcome: DutyOutcome,
    title: &str,
    within_minutes: Option<u32>,
    done_at: Option<u32>,
) -> DutyReport {
    DutyReport {
        outcome,
        title: arc(title),
        why: arc("It is what the child is owed today."),
        within_minutes,
        done_at,
    }
}

fn record() -> RecordReport {
    RecordReport {
        title: arc("Crime report"),
        minute: 50,
        fields: vec![
            RecordFieldReport {
                label: arc("The child"),
                chosen: vec![ChosenOption {
                    text: arc("Put herself at risk"),
                    feedback: Some(arc("The words lay the risk at her door.")),
                    wording: Some(WordingReport {
                        prefer: arc("An adult put her at risk"),
                        why: arc("Responsibility lies with the adult."),
                        source: arc("Child exploitation: appropriate language guide, 2022"),
                    }),
                }],
                text: None,
                rubric: Vec::new(),
            },
            RecordFieldReport {
                label: arc("Summary"),
                chosen: Vec::new(),
                text: Some("A child was held at the shop. An adult waited outside.".to_owned()),
                rubric: vec![
                    arc("Says who was with her."),
                    arc("Says what is not known."),
                ],
            },
        ],
    }
}

/// A debrief of a play that noticed 6 of 7 and 3 of 8, with two papers unread.
#[must_use]
pub fn sample() -> Debrief {
    let turns = vec![
        turn(
            11,
            "Ask her why she took the goods.",
            7,
            7,
            "“Who is in the car on the corner?”",
        ),
        turn(
            24,
            "Let her leave with “my sister”.",
            2,
            0,
            "Ask for the sister’s name, and check it.",
        ),
        turn(50, "Close the log as a theft.", 1, 0, "Make a referral."),
    ];
    let mut all_turns = turns.clone();
    all_turns.insert(
        1,
        turn(18, "Sit down beside her.", 0, 0, "Sit down beside her."),
    );
    Debrief {
        language: crate::language::Language::English,
        told: crate::scenario::translation::Told::Original,
        title: arc("The chemist on Mill Lane"),
        trainee: "T-0417".to_owned(),
        started: "2026-11-03T14:26:00Z".to_owned(),
        seed: 7,
        draws: vec![("driver".to_owned(), "stranger".to_owned())],
        starts_at: Some(14 * 60 + 20),
        minutes: 52,
        ending: Some(arc(
            "Maisie is at home with her aunt. Nobody has spoken to the driver.",
        )),
        duties: vec![
            duty(
                DutyOutcome::Missed,
                "Safeguarding referral made the same day",
                None,
                None,
            ),
            duty(
                DutyOutcome::Late,
                "Theft recorded within 24 hours",
                Some(1440),
                Some(80),
            ),
            duty(
                DutyOutcome::Met,
                "Maisie’s immediate safety checked",
                None,
                Some(9),
            ),
        ],
        immediate: SideReport {
            in_reach: 7,
            hits: 6,
            never_reached: 0,
            unopened: 0,
        },
        beyond: SideReport {
            in_reach: 8,
            hits: 3,
            never_reached: 2,
            unopened: 2,
        },
        not_signs_marked: 2,
        signs: signs(),
        transcript: transcript(),
        turns,
        span: 20,
        all_turns,
        records: vec![record()],
        rationales: vec![
            RationaleReport {
                decision: arc("Let her leave with “my sister”."),
                prompt: arc("What are your grounds?"),
                text: Some("She seemed calm & the sister knew her name.".to_owned()),
                rubric: vec![arc("Names the signs seen.")],
            },
            RationaleReport {
                decision: arc("Close the log."),
                prompt: arc("Why now?"),
                text: None,
                rubric: Vec::new(),
            },
        ],
        practise_next: Some(arc(
            "Before you decide, ask who else is in the picture: who waits, who pays, who calls.",
        )),
        reflection: Some(ReflectionReport {
            text: "The car stayed with me.".to_owned(),
            immediate: Some(SelfRating::All),
            beyond: Some(SelfRating::Most),
        }),
        standard: Some(StandardReport {
            met: Some(false),
            because: vec!["duty-missed:referral".to_owned(), "beyond".to_owned()],
        }),
        details: vec![
            DetailFigure {
                key: "noticing-beyond",
                of: None,
                value: Some(0.375),
                share: true,
                error: Some(StandardError {
                    one: 0.164,
                    three: 0.0947,
                }),
            },
            DetailFigure {
                key: "late-hits",
                of: None,
                value: Some(1.0),
                share: false,
                error: None,
            },
            DetailFigure {
                key: "competence",
                of: Some(arc("Professional curiosity")),
                value: None,
                share: true,
                error: None,
            },
        ],
        sensitivity: SensitivityReport {
            here: Signals {
                hits: 9,
                cues: 15,
                marked: 2,
                noise: 60,
            },
            lately: None,
        },
        exact: true,
        reviewed: false,
        basis: arc("Drawn from published reports, listed under sources."),
        sources: vec![SourceReport {
            citation: "Operation Linden report, IOPC, 2022".to_owned(),
            url: Some(arc("https://www.policeconduct.gov.uk/")),
        }],
    }
}
