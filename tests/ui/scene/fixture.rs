//! A back room, drawn by hand, and a session that follows the rules closely enough for a screen.

use std::sync::Arc;

use second_look::session::moves::Move;
use second_look::session::view::{
    ChoiceKey, ChoiceKind, ChoiceView, Clock, ConcernKey, ConcernView, DocumentFieldView,
    DocumentKind, DocumentView, Mark, NotebookEntry, ObjectView, OfferView, Paragraph, Passage,
    Phase, Run, Speaker, Sureness, ThingKey, UnitKey, UnitView, View,
};

pub const CONCERNS: [&str; 10] = [
    "The incident itself",
    "Control by someone else",
    "Gifts, money or debt",
    "Missing, or moved around",
    "An unequal relationship",
    "Contact by device",
    "Harm or unmet need",
    "Change or fear",
    "A place or network",
    "How services responded",
];

/// The kind that stands at a place of the taxonomy.
pub fn mark(kind: u32, sure: Sureness) -> Mark {
    Mark {
        concern: ConcernKey(kind),
        sure,
    }
}

fn unit(key: u32, text: &str) -> UnitView {
    let mut emphasis = false;
    let runs = text
        .split('*')
        .map(|piece| {
            let run = Run {
                text: Arc::from(piece),
                emphasis,
            };
            emphasis = !emphasis;
            run
        })
        .filter(|run| !run.text.is_empty())
        .collect();
    UnitView {
        key: UnitKey(key),
        runs,
        mark: None,
    }
}

fn paragraph(first: u32, texts: &[&str]) -> Paragraph {
    (first..)
        .zip(texts)
        .map(|(key, text)| unit(key, text))
        .collect()
}

fn speaker(number: u32, name: &str, about: Option<&str>, portrait: Option<&str>) -> Speaker {
    Speaker {
        number,
        name: Arc::from(name),
        about: about.map(Arc::from),
        portrait: portrait.map(Arc::from),
    }
}

fn line(speaker: Option<Speaker>, paragraphs: Vec<Paragraph>) -> Passage {
    Passage::Line {
        speaker,
        paragraphs,
    }
}

fn field(label: &str, first: u32, texts: &[&str]) -> DocumentFieldView {
    DocumentFieldView {
        label: Arc::from(label),
        paragraphs: vec![paragraph(first, texts)],
    }
}

fn object(key: u32, label: &str, shape: &str) -> ObjectView {
    ObjectView {
        key: ThingKey(key),
        label: Arc::from(label),
        shape: Arc::from(shape),
        looked: false,
        mark: None,
    }
}

fn choice(key: u32, kind: ChoiceKind, text: &str, minutes: u32) -> ChoiceView {
    ChoiceView {
        key: ChoiceKey(key),
        kind,
        text: Arc::from(text),
        minutes,
    }
}

/// What `decide` puts on offer in the back room.
pub fn choices() -> Vec<ChoiceView> {
    vec![
        choice(0, ChoiceKind::Ask, "“Who is in the car on the corner?”", 2),
        choice(
            1,
            ChoiceKind::Check,
            "Ask the control room for every call to this shop since May, and who came.",
            4,
        ),
        choice(
            2,
            ChoiceKind::Tell,
            "Tell Maisie that she is not in trouble for now.",
            1,
        ),
        choice(3, ChoiceKind::Leave, "Let her go with a warning.", 0),
    ]
}

fn documents() -> Vec<(DocumentView, Vec<DocumentFieldView>)> {
    let document = |key, kind, title: &str| DocumentView {
        key: ThingKey(key),
        kind,
        title: Arc::from(title),
        picture: None,
        read: false,
        fields: Vec::new(),
    };
    vec![
        (
            document(10, DocumentKind::IncidentLog, "Incident log 0417"),
            vec![
                field("Caller", 40, &["Store security, the chemist on Mill Lane."]),
                field(
                    "Remarks",
                    41,
                    &[
                        "Third call about this shop since May.",
                        "Female, fourteen, held in the back room.",
                    ],
                ),
            ],
        ),
        (
            document(11, DocumentKind::Messages, "Messages on the phone"),
            vec![
                field("R, 13:52", 44, &["where r u", "u said 5 min"]),
                field("Maisie, 13:53", 46, &["still in the shop"]),
                field("R, 13:53", 47, &["dont make me come in"]),
            ],
        ),
        (
            document(12, DocumentKind::MissingReport, "Missing report, 3 March"),
            vec![
                field("Name", 48, &["Maisie Hart."]),
                field(
                    "Where last seen",
                    49,
                    &["Outside school, in the passenger seat of a grey car."],
                ),
            ],
        ),
    ]
}

/// The back room as it is entered.
pub fn back_room() -> View {
    let concerns: Vec<ConcernView> = (0..)
        .zip(CONCERNS)
        .map(|(key, label)| ConcernView {
            key: ConcernKey(key),
            label: Arc::from(label),
            hint: Arc::from(""),
        })
        .collect();
    let osei = speaker(0, "Mr Osei", Some("store security"), Some("osei.svg"));
    let maisie = speaker(1, "Maisie", None, None);
    View {
        language: second_look::language::Language::English,
        told: second_look::session::view::Told::Original,
        title: Arc::from("The chemist on Mill Lane"),
        place: Arc::from("Back room, chemist’s"),
        turn: 0,
        picture: Some(Arc::from("stockroom.svg")),
        clock: Clock {
            starts_at: Some(14 * 60 + 20),
            minute: 6,
        },
        concerns: Arc::from(concerns),
        transcript: vec![
            Passage::Visit {
                place: Arc::from("Back room, chemist’s"),
                minute: 0,
            },
            line(
                None,
                vec![paragraph(
                    0,
                    &[
                        "The back room smells of cardboard.",
                        "She has not asked for anyone to be called.",
                        "A charger and two lipsticks lie on the trolley.",
                    ],
                )],
            ),
            line(
                Some(osei),
                vec![paragraph(
                    3,
                    &[
                        "Third one this month.",
                        "She won’t give me a name.",
                        "There’s *always* a car on the corner when she’s in.",
                        "I’ve got it on the system if you need it.",
                    ],
                )],
            ),
            line(
                Some(maisie),
                vec![paragraph(
                    7,
                    &[
                        "Can I just pay for it?",
                        "I’ve got to be somewhere at five.",
                    ],
                )],
            ),
        ],
        transcript_before_turn: 0,
        objects: vec![
            object(1, "A rucksack, half open", "rucksack"),
            object(2, "The window", "window"),
            object(3, "A clipboard on the trolley", "clipboard"),
        ],
        documents: documents()
            .into_iter()
            .map(|(document, _)| document)
            .collect(),
        notebook: Vec::new(),
        offer: OfferView::Undecided,
        rationale: None,
        phase: Phase::Playing,
    }
}

fn all_units(view: &mut View) -> impl Iterator<Item = &mut UnitView> {
    let lines = view
        .transcript
        .iter_mut()
        .flat_map(|passage| match passage {
            Passage::Line { paragraphs, .. } | Passage::Object { paragraphs, .. } => {
                paragraphs.as_mut_slice()
            }
            _ => &mut [],
        });
    let fields = view
        .documents
        .iter_mut()
        .flat_map(|document| &mut document.fields)
        .flat_map(|field| &mut field.paragraphs);
    lines.chain(fields).flatten()
}

fn set_mark(view: &mut View, key: UnitKey, mark: Option<Mark>) {
    let mut quotation = String::new();
    for unit in all_units(view).filter(|unit| unit.key == key) {
        unit.mark = mark;
        quotation = unit.text();
    }
    let entry = view.notebook.iter().position(|entry| entry.unit == key);
    let Some(mark) = mark else {
        view.notebook.retain(|entry| entry.unit != key);
        return;
    };
    let kind = usize::try_from(mark.concern.0).expect("a kind of the taxonomy");
    let new = NotebookEntry {
        unit: key,
        quotation,
        mark,
        concern: Arc::from(CONCERNS[kind]),
    };
    match entry {
        Some(index) => view.notebook[index] = new,
        None => view.notebook.push(new),
    }
}

fn inspect(view: &mut View, key: ThingKey) {
    if let Some(object) = view.objects.iter_mut().find(|object| object.key == key)
        && !object.looked
    {
        object.looked = true;
        let label = Arc::clone(&object.label);
        view.transcript.push(Passage::Object {
            key,
            label,
            paragraphs: vec![paragraph(
                20 + key.0 * 2,
                &[
                    "Two phones lie at the top, one new.",
                    "A school tie is under them.",
                ],
            )],
        });
    }
    for (document, fields) in documents() {
        if document.key == key
            && let Some(shown) = view.documents.iter_mut().find(|other| other.key == key)
        {
            shown.read = true;
            shown.fields = fields;
        }
    }
}

/// Does a move as the session would.
pub fn play(view: &mut View, wanted: &Move) {
    match wanted {
        Move::Mark(unit, mark) => set_mark(view, *unit, Some(*mark)),
        Move::Unmark(unit) => set_mark(view, *unit, None),
        Move::Inspect(key) => inspect(view, *key),
        Move::Decide => view.offer = OfferView::Choices(choices()),
        Move::Choose(key) => {
            let taken = choices()
                .into_iter()
                .find(|choice| choice.key == *key)
                .expect("a choice on offer");
            view.clock.minute += taken.minutes;
            view.transcript.push(Passage::Did {
                text: taken.text,
                deed: second_look::session::view::Deed::Choice(taken.kind),
                minutes: taken.minutes,
                minute: view.clock.minute,
            });
            view.transcript_before_turn = view.transcript.len();
            view.transcript.push(Passage::Visit {
                place: Arc::clone(&view.place),
                minute: view.clock.minute,
            });
            view.transcript.push(line(
                None,
                vec![paragraph(
                    30,
                    &["The car has gone.", "Its place is still dry."],
                )],
            ));
            view.turn += 1;
            view.offer = OfferView::Undecided;
        }
        _ => {}
    }
}
