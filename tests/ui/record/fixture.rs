//! A view with a record on offer, made by hand.

use std::sync::Arc;

use second_look::session::view::{
    ChoiceKind, Clock, ConcernKey, Deed, DocumentFieldView, DocumentKind, DocumentView, FieldKey,
    FieldView, FormView, InputView, Mark, NotebookEntry, OfferView, OptionKey, OptionView, Passage,
    Phase, RecordKind, Run, Speaker, Sureness, ThingKey, UnitKey, UnitView, View,
};

fn arc(text: &str) -> Arc<str> {
    Arc::from(text)
}

fn unit(key: u32, text: &str, mark: Option<Mark>) -> UnitView {
    UnitView {
        key: UnitKey(key),
        runs: vec![Run {
            text: arc(text),
            emphasis: false,
        }],
        mark,
    }
}

fn option(key: u32, text: &str) -> OptionView {
    OptionView {
        key: OptionKey(key),
        text: arc(text),
    }
}

/// A crime report: two fields of one option, one of many, one of text.
pub fn form() -> FormView {
    let field = |key, label: &str, hint: Option<&str>, input| FieldView {
        key: FieldKey(key),
        label: arc(label),
        hint: hint.map(arc),
        input,
    };
    FormView {
        title: arc("Crime report"),
        record: RecordKind::CrimeReport,
        minutes: 10,
        fields: vec![
            field(
                4,
                "Offence",
                Some("As you found it."),
                InputView::One(vec![
                    option(40, "Theft from a shop"),
                    option(41, "No crime was found to have happened"),
                ]),
            ),
            field(
                5,
                "The child",
                None,
                InputView::Many(vec![
                    option(
                        50,
                        "Seen with an adult in a car, who waited out of sight of the shop.",
                    ),
                    option(51, "Had to be somewhere at five."),
                    option(52, "Would not give a name."),
                ]),
            ),
            field(
                6,
                "What happens next",
                None,
                InputView::One(vec![
                    option(60, "Refer to children’s services today"),
                    option(61, "No further action"),
                ]),
            ),
            field(
                7,
                "Summary",
                Some("Two or three sentences."),
                InputView::Text,
            ),
        ],
    }
}

fn transcript() -> Vec<Passage> {
    let guard = Speaker {
        number: 1,
        name: arc("Mr Osei"),
        about: Some(arc("store security")),
        portrait: None,
    };
    let mark = Mark {
        concern: ConcernKey(1),
        sure: Sureness::Concerned,
    };
    vec![
        Passage::Visit {
            place: arc("Back room, chemist’s"),
            minute: 6,
        },
        Passage::Line {
            speaker: None,
            paragraphs: vec![vec![
                unit(1, "The back room smells of cardboard.", None),
                unit(2, "She has not asked for anyone to be called.", Some(mark)),
            ]],
        },
        Passage::Line {
            speaker: Some(guard),
            paragraphs: vec![vec![
                unit(3, "Third one this month.", None),
                unit(4, "There’s always a car on the corner when she’s in.", None),
            ]],
        },
        Passage::Did {
            text: arc("“Who is in the car on the corner?”"),
            deed: Deed::Choice(ChoiceKind::Ask),
            minutes: 2,
            minute: 8,
        },
    ]
}

/// The response office, with the record on offer.
pub fn view() -> View {
    View {
        language: second_look::language::Language::English,
        told: second_look::session::view::Told::Original,
        title: arc("The chemist on Mill Lane"),
        place: arc("Response office"),
        turn: 3,
        picture: None,
        clock: Clock {
            starts_at: Some(14 * 60 + 20),
            minute: 32,
        },
        concerns: Arc::from([]),
        transcript: transcript(),
        transcript_before_turn: 4,
        objects: Vec::new(),
        documents: vec![DocumentView {
            key: ThingKey(9),
            kind: DocumentKind::IncidentLog,
            title: arc("Log 0417"),
            picture: None,
            read: true,
            fields: vec![DocumentFieldView {
                label: arc("Remarks"),
                paragraphs: vec![vec![unit(9, "Third call about this shop since May.", None)]],
            }],
        }],
        notebook: vec![NotebookEntry {
            unit: UnitKey(2),
            quotation: "She has not asked for anyone to be called.".to_owned(),
            mark: Mark {
                concern: ConcernKey(1),
                sure: Sureness::Concerned,
            },
            concern: arc("Control by someone else"),
        }],
        offer: OfferView::Form(form()),
        rationale: None,
        phase: Phase::Playing,
    }
}

/// The same at its end.
pub fn ended() -> View {
    let mut view = view();
    let aunt = Speaker {
        number: 2,
        name: arc("Ms Dyer"),
        about: Some(arc("her aunt")),
        portrait: None,
    };
    view.transcript.push(Passage::Closing {
        speaker: Some(aunt),
        paragraphs: vec![vec![Run {
            text: arc("She can stay with me tonight."),
            emphasis: false,
        }]],
    });
    view.phase = Phase::Ended {
        summary: arc("Maisie is at home with her aunt. Nobody has spoken to the driver."),
    };
    view.offer = OfferView::Undecided;
    view
}
