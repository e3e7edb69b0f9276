//! What is written in a terminal.

use std::fmt::Write as _;
use std::path::Path;

use crate::report::debrief::{Debrief, DutyOutcome};
use crate::scenario::story::Story;
use crate::session::moves::Move;
use crate::session::view::{
    ChoiceKind, Deed, DocumentView, FieldView, InputView, OfferView, Paragraph, Passage, Speaker,
    Sureness, UnitKey, UnitView, View,
};
use crate::strings::Strings;

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
                0 => "No sentence has been shown yet.".to_owned(),
                count => format!("Sentences shown so far have the numbers 1 to {count}."),
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
            let _ = writeln!(
                text,
                "{prompt} Write `explain` and two or three sentences, or go on."
            );
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
        match self.units.iter().position(|known| *known == unit) {
            Some(index) => index + 1,
            None => {
                self.units.push(unit);
                self.units.len()
            }
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
                let _ = writeln!(text, "\n{place}. {}", time(view, *minute));
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
                    Deed::Record => "Record",
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
        Some(about) => format!("{}, {about}", speaker.name),
        None => speaker.name.to_string(),
    }
}

fn sureness(sure: Sureness) -> &'static str {
    match sure {
        Sureness::Note => "note it",
        Sureness::Concerned => "concerned",
        Sureness::ActNow => "act now",
    }
}

fn marked(unit: &UnitView) -> String {
    unit.mark
        .map(|mark| format!(" (marked: {})", sureness(mark.sure)))
        .unwrap_or_default()
}

fn kind_word(kind: ChoiceKind) -> &'static str {
    kind.name()
}

fn time(view: &View, minute: u32) -> String {
    match view.clock.at(minute) {
        Some((hour, minute)) => format!("It is {hour:02}:{minute:02}."),
        None => format!("Minute {minute}."),
    }
}

fn after(view: &View, minutes: u32, minute: u32) -> String {
    let took = match minutes {
        0 => return String::new(),
        1 => "1 minute.".to_owned(),
        many => format!("{many} minutes."),
    };
    format!("({took} {})", time(view, minute))
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
    let note = story.content_note.as_deref().unwrap_or("");
    let reviewed = if crate::report::is_reviewed(story) {
        ""
    } else {
        "Not yet reviewed by survivors or by police practitioners.\n"
    };
    format!(
        "Before you start\nAny scenario here may be about a child who is sexually exploited, seen only in signs. Nothing graphic.\n{note}\nYou can pause or stop at any time (Ctrl+D) and come back. Type `support` for people to talk to, `help` for all commands.\n{reviewed}\n{}\nYou are: {}.\n{}\n{}\nAbout {} minutes. There is no time limit. (Seed {seed}.)\n\nHow it works: read, mark what concerns you (not all you would note down), decide, record.\n",
        story.title, story.role, story.offence, story.briefing, story.minutes
    )
}

fn things(view: &View) -> String {
    let mut text = String::new();
    for (index, object) in view.objects.iter().enumerate() {
        let _ = writeln!(
            text,
            "  look {}: {}{}",
            index + 1,
            object.label,
            if object.looked { " (looked)" } else { "" }
        );
    }
    for (index, document) in view.documents.iter().enumerate() {
        let _ = writeln!(
            text,
            "  read {}: {}{}",
            index + 1,
            document.title,
            if document.read { " (read)" } else { "" }
        );
    }
    text
}

/// What is on offer.
pub(super) fn offer(offer: &OfferView) -> String {
    match offer {
        OfferView::Undecided => String::new(),
        OfferView::Choices(choices) if choices.is_empty() => {
            "Nothing to ask or do yet. Look again.\n".to_owned()
        }
        OfferView::Choices(choices) => {
            let mut text = "What will you do?\n".to_owned();
            for (index, choice) in choices.iter().enumerate() {
                let minutes = match choice.minutes {
                    0 => String::new(),
                    1 => " 1 minute.".to_owned(),
                    many => format!(" {many} minutes."),
                };
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
        OfferView::Form(form) => format!(
            "{}. Type `fill` to write it. This scenario only: no real names or cases.\n",
            form.title
        ),
    }
}

/// A field of a record with its options.
pub(super) fn field(field: &FieldView) -> String {
    let mut text = format!("{}\n", field.label);
    if let Some(hint) = &field.hint {
        let _ = writeln!(text, "  {hint}");
    }
    let (options, how) = match &field.input {
        InputView::One(options) => (options.as_slice(), "Choose one: write its number."),
        InputView::Many(options) => (
            options.as_slice(),
            "Choose any: write their numbers, or nothing.",
        ),
        InputView::Text => (
            &[][..],
            "Write one line, or nothing. This scenario only: no real names or cases.",
        ),
    };
    for (index, option) in options.iter().enumerate() {
        let _ = writeln!(text, "  {}: {}", index + 1, option.text);
    }
    let _ = writeln!(text, "  {how}");
    text
}

/// What a move did, in a word.
pub(super) fn done(step: &Move, view: &View) -> String {
    let marks = match view.notebook.len() {
        1 => "1 mark".to_owned(),
        many => format!("{many} marks"),
    };
    match step {
        Move::Mark(unit, _) => view
            .notebook
            .iter()
            .find(|entry| entry.unit == *unit)
            .map(|entry| {
                format!(
                    "Marked. {}. {}. {marks}.\n",
                    entry.concern,
                    sentence(sureness(entry.mark.sure))
                )
            })
            .unwrap_or_default(),
        Move::Unmark(_) => format!("Mark removed. {marks}.\n"),
        Move::Explain(_) => "Noted.\n".to_owned(),
        Move::Pause => "Paused. Everything is saved.\n".to_owned(),
        _ => String::new(),
    }
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
        return "Nothing marked yet.\n".to_owned();
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
    let mut text = "This work can be hard. You can stop here.\nIf a child is in danger now, call 999.\nIf this brings a real child to mind, tell your supervisor or your force's exploitation team today. Do not write about it here.\n".to_owned();
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
pub(super) fn debrief(debrief: &Debrief, _strings: &Strings, path: &Path) -> String {
    let mut text = "\nDebrief\n".to_owned();
    if let Some(ending) = &debrief.ending {
        let _ = writeln!(text, "{ending}");
    }
    for duty in &debrief.duties {
        let word = match duty.outcome {
            DutyOutcome::Missed => "Missed",
            DutyOutcome::Late => "Late",
            DutyOutcome::Met => "Met",
        };
        let _ = writeln!(text, "  {word}: {}", duty.title);
    }
    let _ = writeln!(
        text,
        "Immediate: {} of {} signs marked.\nBeyond: {} of {} signs marked.",
        debrief.immediate.hits,
        debrief.immediate.in_reach,
        debrief.beyond.hits,
        debrief.beyond.in_reach
    );
    if debrief.not_signs_marked > 0 {
        let _ = writeln!(
            text,
            "You marked {} that {}.",
            counted(debrief.not_signs_marked, "detail"),
            if debrief.not_signs_marked == 1 {
                "was not a sign of risk"
            } else {
                "were not signs of risk"
            }
        );
    }
    for sign in debrief.signs.iter().filter(|sign| !sign.marked) {
        let _ = writeln!(
            text,
            "Not marked: {} ({})\n  Why it matters: {}",
            sign.quotation, sign.whence, sign.why
        );
        if let Some(voice) = &sign.voice {
            let _ = writeln!(
                text,
                "  From published reports: {} Paraphrase. {}",
                voice.says, voice.source
            );
        }
    }
    for turn in &debrief.turns {
        let _ = writeln!(text, "A turn that mattered: {}", turn.did);
        for (label, other) in &turn.other_way {
            let _ = writeln!(
                text,
                "  Another way: {}{other}",
                label
                    .as_ref()
                    .map(|label| format!("{label}: "))
                    .unwrap_or_default()
            );
        }
    }
    if let Some(step) = &debrief.practise_next {
        let _ = writeln!(text, "Practise next: {step}");
    }
    if !debrief.reviewed {
        let _ = writeln!(
            text,
            "Not yet reviewed by survivors or by police practitioners."
        );
    }
    let _ = writeln!(
        text,
        "The whole debrief: second-look report {} --format html -o report.html",
        path.display()
    );
    text
}

fn counted(count: u32, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
