//! The file as its author wrote it: every id and text with its place.

use std::fmt;

use ron2::ast::Expr;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::lossless::{Decode, Reader, Variant, map_entries, span_of, variant_of};
use super::record::{keywords, record};
use super::span::{Span, Spanned};

/// An id or a text with its place.
pub type Text = Spanned<String>;
/// A whole number with its place.
pub type Number = Spanned<i64>;

/// A map in file order; doubled keys are kept, so that they can be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<T>(pub Vec<(Text, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    /// The entries in file order.
    pub fn iter(&self) -> impl Iterator<Item = &(Text, T)> {
        self.0.iter()
    }

    /// The keys in file order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = Entries<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map {…}")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut pairs = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Entries(pairs))
            }
        }
        deserializer.deserialize_map(Pairs(std::marker::PhantomData))
    }
}

impl<T: Decode> Decode for Entries<T> {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        map_entries(expr, reader).map(Self)
    }
}

record! {
    /// A scenario file.
    pub struct Scenario("the scenario") {
        /// Always 1.
        required format: Number,
        /// Its title.
        required title: Text,
        /// The trainee's role.
        required role: Text,
        /// The offence the officer is sent to.
        required offence: Text,
        /// The briefing.
        required briefing: Text,
        /// Expected minutes to play.
        required minutes: Number,
        /// Themes to know of beforehand.
        optional content_note: Option<Text>,
        /// Which law.
        required jurisdiction: Jurisdiction,
        /// `YYYY-MM`.
        required as_of: Text,
        /// Local time at which the clock begins, `HH:MM`.
        optional starts_at: Option<Text>,
        /// Competences scored.
        required competences: Vec<Text>,
        /// Sources.
        required sources: Vec<Source>,
        /// What it rests on, and who reviewed it.
        required survivor_input: SurvivorInput,
        /// When an attempt meets the standard.
        optional standard: Option<Standard>,
        /// Who appears.
        required cast: Entries<CastMember>,
        /// What is real.
        required cues: Entries<Cue>,
        /// What is easy to over-read.
        required lures: Entries<Lure>,
        /// What must be done.
        optional duties: Entries<Duty>,
        /// Facts drawn from the seed.
        optional draws: Entries<Vec<Text>>,
        /// Whole numbers.
        optional vars: Entries<Var>,
        /// Documents.
        optional documents: Entries<Document>,
        /// The first node.
        required start: Text,
        /// The nodes.
        required nodes: Entries<Node>,
    }
}

record! {
    /// A source.
    pub struct Source("a source") {
        /// Its title.
        required title: Text,
        /// Who published it.
        optional publisher: Option<Text>,
        /// When.
        optional year: Option<Number>,
        /// Where.
        optional url: Option<Text>,
    }
}

record! {
    /// What the scenario rests on, and who reviewed it.
    pub struct SurvivorInput("survivor_input") {
        /// What it rests on.
        required basis: Text,
        /// Recorded reviews.
        required reviews: Vec<Review>,
    }
}

record! {
    /// A recorded review.
    pub struct Review("a review") {
        /// Who reviewed: `lived-experience`, `practitioner-police`, ….
        required role: Text,
        /// Level of involvement, 1 to 5.
        optional level: Option<Number>,
        /// The supporting organisation, where it agreed to be named.
        optional through: Option<Text>,
        /// How many people.
        optional people: Option<Number>,
        /// The credit line agreed.
        optional credit: Option<Text>,
        /// What was seen.
        optional scope: Option<Text>,
        /// `agreed`, `agreed-with-changes`, `not-agreed`, `declined-to-say`.
        optional outcome: Option<Text>,
        /// Conditions, changes, minority views.
        optional note: Option<Text>,
        /// Uses permitted.
        optional consent: Option<Text>,
        /// When consent ends, `YYYY-MM-DD`.
        optional expires: Option<Text>,
        /// When it was withdrawn.
        optional withdrawn: Option<Text>,
        /// `YYYY-MM-DD`.
        optional date: Option<Text>,
        /// The fingerprint reviewed.
        optional fingerprint: Option<Text>,
        /// The program's version.
        optional version: Option<Text>,
    }
}

record! {
    /// When an attempt meets the standard, in per cent.
    pub struct Standard("the standard") {
        /// Noticing beyond the offence.
        required beyond: Number,
        /// Decisions.
        required decisions: Number,
    }
}

record! {
    /// Somebody who appears.
    pub struct CastMember("a cast member") {
        /// The name.
        required name: Text,
        /// Under the name.
        optional about: Option<Text>,
        /// The age.
        optional age: Option<Number>,
        /// A picture.
        optional portrait: Option<Text>,
    }
}

record! {
    /// Something real.
    pub struct Cue("a cue") {
        /// The taxonomy's sign.
        optional sign: Option<Text>,
        /// Which side.
        required horizon: Horizon,
        /// How strong.
        required strength: Strength,
        /// The draws for which it is real.
        optional only_when: Option<When>,
        /// What it was otherwise.
        optional otherwise: Option<Text>,
        /// Why it matters.
        required why: Text,
        /// What published reports say.
        optional voice: Option<Voice>,
    }
}

record! {
    /// A paraphrase from a published report.
    pub struct Voice("a voice") {
        /// The paraphrase.
        required says: Text,
        /// The source's title.
        required source: Text,
    }
}

record! {
    /// A detail that is easy to over-read.
    pub struct Lure("a lure") {
        /// Why it is no sign.
        required why_not: Text,
    }
}

record! {
    /// Something that must be done.
    pub struct Duty("a duty") {
        /// Its title.
        required title: Text,
        /// Why.
        required why: Text,
        /// By which minute.
        optional within_minutes: Option<Number>,
        /// The draws for which it applies.
        optional applies: Option<When>,
    }
}

record! {
    /// A whole number kept in a range.
    pub struct Var("a var") {
        /// Its first value.
        required start: Number,
        /// The least.
        required min: Number,
        /// The most.
        required max: Number,
    }
}

record! {
    /// A document.
    pub struct Document("a document") {
        /// What it looks like.
        required kind: DocumentKind,
        /// Its title.
        required title: Text,
        /// A picture, for maps and stills.
        optional picture: Option<Text>,
        /// Its fields.
        required fields: Vec<DocumentField>,
    }
}

record! {
    /// A field of a document.
    pub struct DocumentField("a document's field") {
        /// Its label.
        required label: Text,
        /// Its text, with markup.
        required text: Text,
    }
}

record! {
    /// A node.
    pub struct Node("a node") {
        /// The place's name.
        required place: Text,
        /// Its picture.
        optional picture: Option<Text>,
        /// Things to look at.
        optional objects: Entries<Object>,
        /// What is seen and heard.
        optional lines: Vec<Line>,
        /// Documents on offer.
        optional documents: Vec<Text>,
        /// Choices keep the file's order on screen.
        optional keep_order: bool,
        /// What can be done.
        optional choices: Option<Spanned<Vec<Choice>>>,
        /// A record to fill.
        optional form: Option<Spanned<Form>>,
        /// The end.
        optional ending: Option<Spanned<Ending>>,
    }
}

record! {
    /// Something to look at.
    pub struct Object("an object") {
        /// Its label.
        required label: Text,
        /// Its text, with markup.
        required text: Text,
        /// Its element in the picture.
        optional shape: Option<Text>,
    }
}

record! {
    /// Something seen or heard.
    pub struct Line("a line") {
        /// When it is shown.
        optional when: Option<When>,
        /// Who speaks.
        optional by: Option<Text>,
        /// Its text, with markup.
        required text: Text,
    }
}

record! {
    /// Something that can be done.
    pub struct Choice("a choice") {
        /// Its id.
        required id: Text,
        /// Its kind.
        required kind: ChoiceKind,
        /// Its text.
        required text: Text,
        /// When it is on offer.
        optional when: Option<When>,
        /// Whether it may be taken repeatedly.
        optional again: Spanned<bool>,
        /// Scenario minutes.
        optional takes_minutes: Option<Number>,
        /// Changes of vars.
        optional effects: Vec<Effect>,
        /// Duties it fulfils.
        optional fulfils: Vec<Text>,
        /// Points by competence.
        optional assess: Entries<Number>,
        /// Reasons asked for.
        optional rationale: Option<Rationale>,
        /// What the debrief says of it.
        optional feedback: Option<Text>,
        /// The next node.
        required goto: Text,
    }
}

record! {
    /// Reasons asked for.
    pub struct Rationale("a rationale") {
        /// The question.
        required prompt: Text,
        /// What a good one holds.
        optional rubric: Vec<Text>,
    }
}

record! {
    /// A record to fill.
    pub struct Form("a form") {
        /// Its title.
        required title: Text,
        /// What kind of record.
        required record: RecordKind,
        /// Scenario minutes.
        optional takes_minutes: Option<Number>,
        /// The next node.
        required goto: Text,
        /// Its fields.
        required fields: Vec<FormField>,
    }
}

record! {
    /// A field of a form.
    pub struct FormField("a form's field") {
        /// Its id.
        required id: Text,
        /// Its label.
        required label: Text,
        /// A hint under the label.
        optional hint: Option<Text>,
        /// What goes in it.
        required input: Input,
    }
}

record! {
    /// An option of a field.
    pub struct ChoiceOption("an option") {
        /// Its id.
        required id: Text,
        /// Its text.
        required text: Text,
        /// When it is on offer.
        optional when: Option<When>,
        /// Points by competence, the first time.
        optional assess: Entries<Number>,
        /// Duties it fulfils.
        optional fulfils: Vec<Text>,
        /// A harmful wording it uses.
        optional wording: Option<Text>,
        /// What the debrief says of it.
        optional feedback: Option<Text>,
    }
}

record! {
    /// The end.
    pub struct Ending("an ending") {
        /// Its id.
        required id: Text,
        /// Where the child is and who is with them.
        required summary: Text,
    }
}

keywords! {
    /// Which law.
    pub enum Jurisdiction("a jurisdiction") {
        /// England and Wales.
        EnglandAndWales,
        /// Scotland.
        Scotland,
        /// Northern Ireland.
        NorthernIreland,
    }
}

keywords! {
    /// Which side of the job.
    pub enum Horizon("a horizon") {
        /// The offence.
        Immediate,
        /// The child's safety.
        Beyond,
    }
}

keywords! {
    /// How strong a cue is.
    pub enum Strength("a strength") {
        /// Weight 1.
        Weak,
        /// Weight 2.
        Notable,
        /// Weight 3.
        ActNow,
    }
}

impl Strength {
    /// Its weight in noticing: 1, 2 or 3.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Weak => 1,
            Self::Notable => 2,
            Self::ActNow => 3,
        }
    }
}

keywords! {
    /// The kind of a choice.
    pub enum ChoiceKind("a kind of choice") {
        /// Ask somebody something.
        Ask,
        /// Look something up.
        Check,
        /// Do something.
        Act,
        /// Tell somebody something.
        Tell,
        /// Leave it there.
        Leave,
    }
}

keywords! {
    /// What a document looks like.
    pub enum DocumentKind("a kind of document") {
        /// A control room's log.
        IncidentLog,
        /// A witness's statement.
        Statement,
        /// Messages on a phone.
        Messages,
        /// A missing person's report.
        MissingReport,
        /// A custody record.
        CustodyRecord,
        /// An intelligence log.
        IntelligenceLog,
        /// An e-mail.
        Email,
        /// A letter.
        Letter,
        /// A map.
        Map,
        /// A still from a camera.
        CctvStill,
        /// Somebody's notes.
        Notes,
    }
}

keywords! {
    /// What kind of record a form is.
    pub enum RecordKind("a kind of record") {
        /// A crime report.
        CrimeReport,
        /// An intelligence report.
        IntelligenceReport,
        /// A referral.
        Referral,
        /// A missing person's report.
        MissingReport,
        /// A pocket notebook.
        PocketNotebook,
        /// A handover.
        Handover,
    }
}

/// What goes in a field.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Input {
    /// Exactly one.
    One(Spanned<Vec<ChoiceOption>>),
    /// Any number.
    Many(Spanned<Vec<ChoiceOption>>),
    /// Own words.
    Text {
        /// What a good text holds.
        #[serde(default)]
        rubric: Vec<Text>,
    },
}

impl Decode for Input {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        let (name, variant) = variant_of(expr, "an input", &["One", "Many", "Text"], reader)?;
        match (name, variant) {
            ("One", Variant::Items(items)) if items.len() == 1 => {
                Decode::decode(items[0], reader).map(Self::One)
            }
            ("Many", Variant::Items(items)) if items.len() == 1 => {
                Decode::decode(items[0], reader).map(Self::Many)
            }
            ("Text", Variant::Items(items)) if items.is_empty() => {
                Some(Self::Text { rubric: Vec::new() })
            }
            ("Text", Variant::Fields(fields))
                if fields.iter().all(|field| field.name.name == "rubric") && fields.len() == 1 =>
            {
                Decode::decode(&fields[0].value, reader).map(|rubric| Self::Text { rubric })
            }
            _ => {
                reader.wrong_type(expr, "`One([…])`, `Many([…])` or `Text(rubric: […])`");
                None
            }
        }
    }
}

/// A change of a var.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum Effect {
    /// Adds.
    Add(Text, Number),
    /// Sets.
    Set(Text, Number),
}

impl Decode for Effect {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        let (name, variant) = variant_of(expr, "an effect", &["Add", "Set"], reader)?;
        if let Variant::Items(items) = variant
            && let [var, number] = items[..]
        {
            let var = Decode::decode(var, reader);
            let number = Decode::decode(number, reader);
            let (var, number) = (var?, number?);
            return Some(if name == "Add" {
                Self::Add(var, number)
            } else {
                Self::Set(var, number)
            });
        }
        reader.wrong_type(expr, "`Add(\"var\", n)` or `Set(\"var\", n)`");
        None
    }
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub enum When {
    /// All hold; empty: true.
    All(Vec<When>),
    /// One holds at least; empty: false.
    Any(Vec<When>),
    /// It does not hold.
    Not(Box<When>),
    /// A mark stands on any unit of the cue or lure.
    Marked(Text),
    /// The node was entered.
    Visited(Text),
    /// The choice was taken.
    Chose(Text),
    /// The field was ever filled so.
    Filled(Text, Text),
    /// The object or document was looked at.
    Inspected(Text),
    /// The draw came out so.
    Drew(Text, Text),
    /// The var is at least this.
    AtLeast(Text, Number),
    /// The var is at most this.
    AtMost(Text, Number),
    /// The duty was fulfilled.
    Fulfilled(Text),
    /// The minute is less than this.
    BeforeMinute(Number),
}

const CONDITIONS: [&str; 13] = [
    "All",
    "Any",
    "Not",
    "Marked",
    "Visited",
    "Chose",
    "Filled",
    "Inspected",
    "Drew",
    "AtLeast",
    "AtMost",
    "Fulfilled",
    "BeforeMinute",
];

impl Decode for When {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        let (name, variant) = variant_of(expr, "a condition", &CONDITIONS, reader)?;
        let items = match variant {
            Variant::Items(items) => items,
            Variant::Bare | Variant::Fields(_) => Vec::new(),
        };
        match (name, &items[..]) {
            ("All", [list]) => Decode::decode(list, reader).map(Self::All),
            ("Any", [list]) => Decode::decode(list, reader).map(Self::Any),
            ("Not", [inner]) => Decode::decode(inner, reader).map(Self::Not),
            ("Marked", [id]) => Decode::decode(id, reader).map(Self::Marked),
            ("Visited", [id]) => Decode::decode(id, reader).map(Self::Visited),
            ("Chose", [id]) => Decode::decode(id, reader).map(Self::Chose),
            ("Inspected", [id]) => Decode::decode(id, reader).map(Self::Inspected),
            ("Fulfilled", [id]) => Decode::decode(id, reader).map(Self::Fulfilled),
            ("BeforeMinute", [number]) => Decode::decode(number, reader).map(Self::BeforeMinute),
            ("Filled", [a, b]) => Decode::decode(a, reader)
                .zip(Decode::decode(b, reader))
                .map(|(a, b)| Self::Filled(a, b)),
            ("Drew", [a, b]) => Decode::decode(a, reader)
                .zip(Decode::decode(b, reader))
                .map(|(a, b)| Self::Drew(a, b)),
            ("AtLeast", [a, b]) => Decode::decode(a, reader)
                .zip(Decode::decode(b, reader))
                .map(|(a, b)| Self::AtLeast(a, b)),
            ("AtMost", [a, b]) => Decode::decode(a, reader)
                .zip(Decode::decode(b, reader))
                .map(|(a, b)| Self::AtMost(a, b)),
            _ => {
                let wanted = match name {
                    "All" | "Any" => "a list in the brackets: `All([…])`",
                    "Not" => "one condition: `Not(…)`",
                    "Filled" => "a field and an option: `Filled(\"field\", \"option\")`",
                    "Drew" => "a draw and a value: `Drew(\"draw\", \"value\")`",
                    "AtLeast" | "AtMost" => "a var and a number: `AtLeast(\"var\", n)`",
                    "BeforeMinute" => "a number: `BeforeMinute(n)`",
                    _ => "one id in the brackets",
                };
                reader.problems.push(super::problem::Problem::fatal(
                    "wrong-type",
                    span_of(expr),
                    format!("`{name}` needs {wanted}"),
                ));
                None
            }
        }
    }
}

impl When {
    /// The place of the first id or number in it.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::All(list) | Self::Any(list) => list.first().map(Self::span).unwrap_or_default(),
            Self::Not(inner) => inner.span(),
            Self::Marked(id)
            | Self::Visited(id)
            | Self::Chose(id)
            | Self::Filled(id, _)
            | Self::Inspected(id)
            | Self::Drew(id, _)
            | Self::AtLeast(id, _)
            | Self::AtMost(id, _)
            | Self::Fulfilled(id) => id.span,
            Self::BeforeMinute(number) => number.span,
        }
    }
}
