//! What is written in a terminal.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use crate::language::Language;
use crate::report::debrief::words::Words;
use crate::report::debrief::{Debrief, DutyOutcome, Side};
use crate::scenario::story::Story;
use crate::session::moves::Move;
use crate::session::view::{
    ChoiceKind, Deed, DocumentView, FieldView, InputView, OfferView, Paragraph, Passage, Speaker,
    Sureness, UnitKey, UnitView, View,
};
use crate::strings::{Strings, Value};

/// A terminal speaks one language for as long as it is played in.
static STRINGS: OnceLock<Strings> = OnceLock::new();

/// Chooses the words, before anything is written.
pub(super) fn speak(strings: Strings) {
    // A second playthrough in one process would keep the first one's language.
    let _ = STRINGS.set(strings);
}

fn strings() -> &'static Strings {
    STRINGS.get_or_init(Strings::english)
}

/// What it speaks.
pub(super) fn language() -> Language {
    strings().language()
}

/// A string of the interface.
pub(super) fn word(key: &str) -> String {
    strings().get(key)
}

/// A string of the interface with values.
pub(super) fn told(key: &str, values: &[(&str, Value<'_>)]) -> String {
    strings().with(key, values)
}

/// Sentences have the numbers in which they were first written.
#[derive(Default)]
pub(super) struct Page {
    units: Vec<UnitKey>,
    passages: usize,
    documents_read: Vec<crate::session::view::ThingKey>,
    turn: Option<u32>,
}

impl Page {
    /// The unit of a number.
    pub(super) fn unit(&self, number: usize) -> Result<UnitKey, String> {
        number
            .checked_sub(1)
            .and_then(|index| self.units.get(index))
            .copied()
            .ok_or_else(|| match self.units.len() {
                0 => word("text-no-sentence"),
                count => told("text-sentences", &[("n", count.into())]),
            })
    }

    /// What was not written yet.
    pub(super) fn fresh(&mut self, view: &View) -> String {
        let mut text = String::new();
        for passage in view.transcript.iter().skip(self.passages) {
            self.write_passage(passage, view, &mut text);
        }
        self.passages = view.transcript.len();
        for document in view.documents.iter().filter(|document| document.read) {
            if !self.documents_read.contains(&document.key) {
                self.documents_read.push(document.key);
                self.number_document(document);
                text.push_str(&self.document(document));
            }
        }
        if self.turn != Some(view.turn) {
            self.turn = Some(view.turn);
            text.push_str(&things(view));
        }
        if let Some(prompt) = &view.rationale {
            let _ = writeln!(text, "{prompt} {}", word("text-explain"));
        }
        text
    }

    /// Everything, for somebody who comes back.
    pub(super) fn whole(&mut self, view: &View) -> String {
        self.fresh(view)
    }

    /// Everything again, with the same numbers.
    pub(super) fn shown_again(&self, view: &View) -> String {
        let mut again = Self {
            units: self.units.clone(),
            ..Self::default()
        };
        again.fresh(view)
    }

    fn number(&mut self, unit: UnitKey) -> usize {
        if let Some(index) = self.units.iter().position(|known| *known == unit) {
            index + 1
        } else {
            self.units.push(unit);
            self.units.len()
        }
    }

    fn number_document(&mut self, document: &DocumentView) {
        for unit in document
            .fields
            .iter()
            .flat_map(|field| field.paragraphs.iter().flatten())
        {
            self.number(unit.key);
        }
    }

    fn paragraphs(&mut self, paragraphs: &[Paragraph], text: &mut String) {
        for unit in paragraphs.iter().flatten() {
            let number = self.number(unit.key);
            let _ = writeln!(text, "  [{number}] {}{}", unit.text(), marked(unit));
        }
    }

    fn write_passage(&mut self, passage: &Passage, view: &View, text: &mut String) {
        match passage {
            Passage::Visit { place, minute } => {
                let _ = writeln!(
                    text,
                    "\n{}",
                    told(
                        "scene-visit",
                        &[
                            ("place", place.as_ref().into()),
                            ("time", time(view, *minute).into())
                        ]
                    )
                );
            }
            Passage::Line {
                speaker,
                paragraphs,
            } => {
                if let Some(speaker) = speaker {
                    let _ = writeln!(text, "{}:", name(speaker));
                }
                self.paragraphs(paragraphs, text);
            }
            Passage::Object {
                label, paragraphs, ..
            } => {
                let _ = writeln!(text, "{label}:");
                self.paragraphs(paragraphs, text);
            }
            Passage::Did {
                text: did,
                deed,
                minutes,
                minute,
            } => {
                let word = match deed {
                    Deed::Choice(kind) => kind_word(*kind),
                    Deed::Record => word("text-record"),
                };
                let _ = writeln!(text, "{word}: {did} {}", after(view, *minutes, *minute));
            }
            Passage::Closing {
                speaker,
                paragraphs,
            } => {
                if let Some(speaker) = speaker {
                    let _ = writeln!(text, "{}:", name(speaker));
                }
                for paragraph in paragraphs {
                    let sentence: String = paragraph.iter().map(|run| run.text.as_ref()).collect();
                    let _ = writeln!(text, "  {sentence}");
                }
            }
        }
    }

    /// A document with the numbers of its sentences.
    pub(super) fn document(&self, document: &DocumentView) -> String {
        let mut text = format!("{}:\n", document.title);
        for field in &document.fields {
            let _ = writeln!(text, "  {}", field.label);
            for unit in field.paragraphs.iter().flatten() {
                let number = self
                    .units
                    .iter()
                    .position(|known| *known == unit.key)
                    .map_or(0, |index| index + 1);
                let _ = writeln!(text, "  [{number}] {}{}", unit.text(), marked(unit));
            }
        }
        text
    }
}

fn name(speaker: &Speaker) -> String {
    match &speaker.about {
        Some(about) => told(
            "scene-speaker",
            &[
                ("name", speaker.name.as_ref().into()),
                ("about", about.as_ref().into()),
            ],
        ),
        None => speaker.name.to_string(),
    }
}

fn sureness(sure: Sureness) -> String {
    word(match sure {
        Sureness::Note => "sure-note",
        Sureness::Concerned => "sure-concerned",
        Sureness::ActNow => "sure-act-now",
    })
}

fn marked(unit: &UnitView) -> String {
    let mark = unit
        .mark
        .map(|mark| told("text-marked", &[("sure", sureness(mark.sure).into())]));
    mark.map(|mark| format!(" {mark}")).unwrap_or_default()
}

fn kind_word(kind: ChoiceKind) -> String {
    word(match kind {
        ChoiceKind::Ask => "choice-ask",
        ChoiceKind::Check => "choice-check",
        ChoiceKind::Act => "choice-act",
        ChoiceKind::Tell => "choice-tell",
        ChoiceKind::Leave => "choice-leave",
    })
}

fn time(view: &View, minute: u32) -> String {
    match view.clock.at(minute) {
        Some((hour, minute)) => strings().clock(hour, minute),
        None => told("time-minute", &[("n", minute.into())]),
    }
}

fn after(view: &View, minutes: u32, minute: u32) -> String {
    if minutes == 0 {
        return String::new();
    }
    told(
        "scene-deed",
        &[("n", minutes.into()), ("time", time(view, minute).into())],
    )
}

fn minutes(count: u32) -> String {
    if count == 0 {
        return String::new();
    }
    format!(" {}.", told("scene-choice-minutes", &[("n", count.into())]))
}

/// The first letter made a capital.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The briefing, the content note first.
pub(super) fn briefing(story: &Story, seed: u64) -> String {
    let mut text = String::new();
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    line(word("briefing-before"));
    line(word("briefing-always"));
    if let Some(note) = &story.content_note {
        line(note.to_string());
    }
    line(word("text-can-stop"));
    if !crate::report::is_reviewed(story) {
        line(word("debrief-not-reviewed"));
    }
    story.told.messages().iter().for_each(|id| line(word(id)));
    line(format!("\n{}", story.title));
    line(told(
        "briefing-you",
        &[("role", story.role.as_ref().into())],
    ));
    line(story.offence.to_string());
    line(story.briefing.to_string());
    let seed = seed.to_string();
    line(told(
        "text-length",
        &[("n", story.minutes.into()), ("seed", seed.as_str().into())],
    ));
    line(format!("\n{}", word("briefing-first")));
    text
}

fn things(view: &View) -> String {
    let mut text = String::new();
    for (index, object) in view.objects.iter().enumerate() {
        let _ = writeln!(
            text,
            "  look {}: {}{}",
            index + 1,
            object.label,
            if object.looked {
                format!(" ({})", word("scene-looked"))
            } else {
                String::new()
            }
        );
    }
    for (index, document) in view.documents.iter().enumerate() {
        let _ = writeln!(
            text,
            "  read {}: {}{}",
            index + 1,
            document.title,
            if document.read {
                format!(" ({})", word("scene-document-read"))
            } else {
                String::new()
            }
        );
    }
    text
}

/// What is on offer.
pub(super) fn offer(offer: &OfferView) -> String {
    match offer {
        OfferView::Undecided => String::new(),
        OfferView::Choices(choices) if choices.is_empty() => {
            format!("{}\n", word("scene-nothing-on-offer"))
        }
        OfferView::Choices(choices) => {
            let mut text = format!("{}\n", word("scene-sheet-title"));
            for (index, choice) in choices.iter().enumerate() {
                let minutes = minutes(choice.minutes);
                let _ = writeln!(
                    text,
                    "  choose {}: {}. {}{minutes}",
                    index + 1,
                    kind_word(choice.kind),
                    choice.text
                );
            }
            text
        }
        OfferView::Form(form) => {
            format!(
                "{}. {} {}\n",
                form.title,
                word("text-fill"),
                word("form-no-real-names")
            )
        }
    }
}

/// A field of a record with its options.
pub(super) fn field(field: &FieldView) -> String {
    let mut text = format!("{}\n", field.label);
    if let Some(hint) = &field.hint {
        let _ = writeln!(text, "  {hint}");
    }
    let (options, how) = match &field.input {
        InputView::One(options) => (options.as_slice(), "text-one"),
        InputView::Many(options) => (options.as_slice(), "text-many"),
        InputView::Text => (&[][..], "text-own-words"),
    };
    for (index, option) in options.iter().enumerate() {
        let _ = writeln!(text, "  {}: {}", index + 1, option.text);
    }
    let _ = writeln!(text, "  {}", word(how));
    text
}

/// What a move did, in a word.
pub(super) fn done(step: &Move, view: &View) -> String {
    let said = match step {
        Move::Mark(unit, _) => match view.notebook.iter().find(|entry| entry.unit == *unit) {
            Some(entry) => told(
                "scene-said-marked",
                &[
                    ("kind", entry.concern.as_ref().into()),
                    ("sure", sureness(entry.mark.sure).into()),
                    ("n", view.notebook.len().into()),
                ],
            ),
            None => return String::new(),
        },
        Move::Unmark(_) => word("scene-said-removed"),
        Move::Explain(_) => word("text-noted"),
        Move::Pause => word("text-paused"),
        _ => return String::new(),
    };
    format!("{said}\n")
}

pub(super) fn kinds(view: &View) -> String {
    let mut text = String::new();
    for (index, concern) in view.concerns.iter().enumerate() {
        let _ = writeln!(
            text,
            "  {}: {}. {}",
            (index + 1) % 10,
            concern.label,
            concern.hint
        );
    }
    text
}

pub(super) fn notes(view: &View) -> String {
    if view.notebook.is_empty() {
        return format!("{}\n", word("scene-notebook-empty"));
    }
    view.notebook
        .iter()
        .map(|entry| {
            format!(
                "  {} ({}, {})\n",
                entry.quotation,
                entry.concern,
                sureness(entry.mark.sure)
            )
        })
        .collect()
}

/// Support, with the words of the screen.
pub(super) fn support() -> String {
    let mut text = String::new();
    for key in ["support-hard", "support-999", "support-real-child"] {
        let _ = writeln!(text, "{}", word(key));
    }
    for service in crate::support::Support::built_in().services {
        let _ = writeln!(
            text,
            "  {}: {}. {}",
            service.name, service.who_for, service.how
        );
    }
    text
}

/// The debrief in words: duties, what was there, turns that mattered, what next.
pub(super) fn debrief(debrief: &Debrief, path: &Path) -> String {
    let words = Words::new(debrief, strings());
    let mut text = format!("\n{}\n", word("debrief-title"));
    let mut line = |line: String| {
        let _ = writeln!(text, "{line}");
    };
    if let Some(ending) = &debrief.ending {
        line(ending.to_string());
    }
    for duty in &debrief.duties {
        let outcome = word(match duty.outcome {
            DutyOutcome::Missed => "duty-missed",
            DutyOutcome::Late => "duty-late",
            DutyOutcome::Met => "duty-met",
        });
        line(format!("  {outcome}: {}", duty.title));
    }
    for side in [Side::Immediate, Side::Beyond] {
        line(words.count(side));
    }
    line(words.noticed());
    words
        .never_reached()
        .into_iter()
        .chain(words.not_signs())
        .for_each(&mut line);
    for sign in debrief.signs.iter().filter(|sign| !sign.marked) {
        line(told(
            "text-not-marked",
            &[
                ("quotation", sign.quotation.as_str().into()),
                ("whence", words.whence(sign).into()),
            ],
        ));
        line(format!("  {}: {}", word("debrief-why"), sign.why));
        if let Some(voice) = &sign.voice {
            line(format!(
                "  {}: {}",
                word("debrief-step-reports"),
                voice.says
            ));
            line(format!(
                "  {}",
                told(
                    "debrief-paraphrase",
                    &[("source", voice.source.as_str().into())]
                )
            ));
        }
    }
    if !debrief.turns.is_empty() {
        line(word("debrief-step-turns"));
    }
    for turn in &debrief.turns {
        line(format!("  {} {}", words.time(turn.minute), turn.did));
        words
            .closed(turn)
            .into_iter()
            .chain(words.other_way(turn))
            .chain(words.luck(turn))
            .for_each(|told| line(format!("    {told}")));
    }
    if let Some(step) = &debrief.practise_next {
        line(format!("{}: {step}", word("debrief-practise")));
    }
    if !debrief.reviewed {
        line(word("debrief-not-reviewed"));
    }
    debrief.told.messages().iter().for_each(|id| line(word(id)));
    let path = path.display().to_string();
    line(told(
        "text-whole-debrief",
        &[("path", path.as_str().into())],
    ));
    text
}
