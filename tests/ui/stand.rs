//! A small world for the screens, kept by a real playthrough, and a window that is only data.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use egui::{Context, Key, LayerId, Modifiers, Ui, UiBuilder};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use second_look::appraisal::{Appraisal, FindingReport, Gravity, appraise};
use second_look::language::Language;
use second_look::proof::Effort;
use second_look::report::debrief::Debrief;
use second_look::report::debrief::sample::sample;
use second_look::scenario::art::ArtShelf;
use second_look::scenario::shelf::{Shelf, built_in};
use second_look::scenario::story::Story;
use second_look::session::moves::{Answer, Move};
use second_look::session::playthrough::Playthrough;
use second_look::session::view::{FieldKey, FormView, InputView, OfferView, Phase, View};
use second_look::ui::art::ArtCache;
use second_look::ui::settings::{KeepFor, Settings, ThemeChoice};
use second_look::ui::shell::Shell;
use second_look::ui::world::{
    AppraisalView, AttemptRow, AttemptState, BrokenScenario, Damage, DamageKind, Intent,
    KeepingView, LibraryEntry, LibraryView, LocalTime, Resumable, SaveState, SpeechView, World,
};

/// What the application would hold.
pub struct Stand {
    pub shell: Shell,
    pub library: LibraryView,
    pub resumable: Vec<Resumable>,
    pub attempts: Vec<AttemptRow>,
    pub play: Option<Playthrough>,
    pub view: Option<View>,
    pub save: SaveState,
    pub debrief: Option<Debrief>,
    pub appraisal: AppraisalView,
    /// What is worked out stays under way.
    pub keep_working: bool,
    pub notice: Option<String>,
    pub keeping: KeepingView,
    pub speech: SpeechView,
    /// A folder that cannot be written.
    pub unwritable: Option<PathBuf>,
    /// Starting a scenario fails.
    pub refuse_start: bool,
    /// What scenarios are told in.
    pub language: Language,
    /// The scenario that begins.
    pub scenario: &'static str,
    /// Everything that was asked for, oldest first.
    pub asked: Vec<Intent>,
}

/// Three in the afternoon on the third of November.
pub const NOW: LocalTime = LocalTime {
    year: 2026,
    month: 11,
    day: 3,
    hour: 15,
    minute: 2,
};

/// Where attempts are kept unless another folder is chosen.
pub const USUAL: &str = "/home/t0417/.local/share/second-look";

fn entry(id: &str, title: &str, note: Option<&str>, played: u32, picture: &str) -> LibraryEntry {
    LibraryEntry {
        id: Arc::from(id),
        title: Arc::from(title),
        role: Arc::from("Response constable"),
        offence: Arc::from("Theft from a shop: a charger and cosmetics."),
        briefing: Arc::from("Store security are holding a girl of fourteen. One unit to attend."),
        minutes: 15,
        content_note: note.map(Arc::from),
        picture: Some(Arc::from(picture)),
        starts_at: Some(860),
        played,
        last_played: (played > 0).then_some(NOW),
        reviewed: false,
        language: Language::English,
        told: second_look::session::view::Told::Original,
    }
}

impl Stand {
    pub fn new(settings: Settings) -> Self {
        let art = ArtCache::synchronous(|path: &str| {
            built_in(&format!("assets/art/{path}")).map(<[u8]>::to_vec)
        });
        Self {
            shell: Shell::with_art(settings, art),
            library: LibraryView {
                loading: None,
                from: "the program".to_owned(),
                chosen: false,
                entries: vec![
                    entry("practice", "Practice: a bicycle", None, 0, "office.svg"),
                    entry(
                        "chemist",
                        "The chemist on Mill Lane",
                        Some("Mentions an adult controlling a child."),
                        1,
                        "stockroom.svg",
                    ),
                    entry(
                        "hall",
                        "The community hall",
                        Some("Mentions self-harm and blackmail."),
                        3,
                        "community-hall.svg",
                    ),
                ],
                broken: vec![BrokenScenario {
                    file: "draft.ron".to_owned(),
                    problems: vec![
                        "41:12: unknown node “cra”. Did you mean “car”?".to_owned(),
                        "50:1: a second".to_owned(),
                    ],
                }],
            },
            resumable: Vec::new(),
            attempts: Vec::new(),
            play: None,
            view: None,
            save: SaveState::Saved,
            debrief: None,
            appraisal: AppraisalView::None,
            keep_working: false,
            notice: None,
            keeping: KeepingView {
                folder: USUAL.to_owned(),
                usual: USUAL.to_owned(),
                older: vec![(KeepFor::ThreeMonths, 2, NOW)],
                ..KeepingView::default()
            },
            speech: SpeechView::Ready,
            unwritable: None,
            refuse_start: false,
            language: Language::English,
            scenario: "practice",
            asked: Vec::new(),
        }
    }

    /// With something to resume and attempts in every state.
    pub fn with_history(mut self) -> Self {
        self.resumable.push(Resumable {
            path: PathBuf::from("left.jsonl"),
            title: Arc::from("The chemist on Mill Lane"),
            place: Arc::from("Back room, chemist’s"),
            torn: false,
        });
        self.keeping.attempts = 4;
        let row = |title: &str, state: AttemptState, damage| AttemptRow {
            path: PathBuf::from(format!("{title}-{state:?}.jsonl")),
            title: Arc::from(title),
            started: Some(NOW),
            state,
            damage,
        };
        let damage = |kind, line, aside: Option<&str>| Damage {
            kind,
            file: format!("{USUAL}/attempts/chemist-20261103T150200Z-abcd.jsonl"),
            line,
            aside: aside.map(str::to_owned),
            sound: 12,
            until: Some(NOW),
        };
        let hall: Arc<str> = Arc::from("Community hall");
        self.attempts = vec![
            row(
                "The chemist on Mill Lane",
                AttemptState::LeftAt {
                    place: Arc::from("Back room, chemist’s"),
                },
                Some(damage(DamageKind::CutOff, None, Some("chemist.torn-1"))),
            ),
            row(
                "The community hall",
                AttemptState::Finished,
                Some(damage(DamageKind::Changed, Some(14), None)),
            ),
            row(
                "The community hall",
                AttemptState::EndedEarly { place: hall },
                None,
            ),
            row(
                "gone",
                AttemptState::Unreadable {
                    reason: "The scenario of this attempt is missing.".to_owned(),
                },
                None,
            ),
        ];
        self
    }

    /// Starts the scenario.
    pub fn start(&mut self) {
        self.start_with(story(self.scenario));
    }

    /// Starts a story.
    pub fn start_with(&mut self, story: Arc<Story>) {
        let mut play = Playthrough::begin(story, 1, &[]);
        play.tell_in(self.language);
        self.play = Some(play);
    }

    /// Plays on until the record is on offer.
    pub fn play_to_form(&mut self) {
        self.play_until(|view| matches!(view.offer, OfferView::Form(_)));
    }

    /// Plays on until the end.
    pub fn play_to_end(&mut self) {
        self.play_until(|view| {
            matches!(view.phase, Phase::Ended { .. } | Phase::Left) && view.rationale.is_none()
        });
    }

    /// Plays on, the first on offer each time, until this holds.
    pub fn play_until(&mut self, stop: impl Fn(&View) -> bool) {
        for _ in 0..200 {
            let play = self.play.as_ref().expect("a playthrough");
            if stop(&play.view()) {
                break;
            }
            self.play_on();
        }
    }

    /// Does the next thing there is to do.
    pub fn play_on(&mut self) {
        let play = self.play.as_mut().expect("a playthrough");
        let view = play.view();
        let next = match (&view.rationale, &view.offer) {
            (Some(_), _) => Move::Explain("Because.".to_owned()),
            (None, OfferView::Choices(choices)) if !choices.is_empty() => {
                Move::Choose(choices[0].key)
            }
            (None, OfferView::Form(form)) => Move::Fill(filled(form)),
            _ => Move::Decide,
        };
        play.apply(&next).expect("a move on offer");
    }

    /// Draws one pass and does what is asked.
    pub fn pass(&mut self, ctx: &Context) {
        self.view = self.play.as_ref().map(Playthrough::view);
        let builder = UiBuilder::new()
            .layer_id(LayerId::background())
            .max_rect(ctx.viewport_rect());
        let mut root = Ui::new(ctx.clone(), egui::Id::new("second-look"), builder);
        let world = World {
            library: &self.library,
            resumable: &self.resumable,
            attempts: &self.attempts,
            play: self.view.as_ref(),
            draft: None,
            save: &self.save,
            debrief: self.debrief.as_ref(),
            debrief_fault: None,
            appraisal: &self.appraisal,
            notice: self.notice.as_deref(),
            keeping: &self.keeping,
            speech: &self.speech,
            now: NOW,
            system_dark: false,
        };
        let intents = self.shell.ui(&mut root, &world);
        for intent in intents {
            self.obey(&intent);
            self.asked.push(intent);
        }
    }

    fn obey(&mut self, intent: &Intent) {
        match intent {
            Intent::Start(_) if self.refuse_start => {
                self.notice = Some("The scenario could not be opened.".to_owned());
            }
            Intent::Start(_) | Intent::Resume(_) | Intent::StartAgain(_) | Intent::PlayAgain => {
                self.start();
            }
            Intent::Play(step) => {
                if let Some(play) = &mut self.play {
                    play.apply(step)
                        .expect("a screen asks only for what is allowed");
                }
            }
            Intent::ClosePlay => self.play = None,
            Intent::Debrief | Intent::OpenAttempt(_) => self.debrief = Some(sample()),
            Intent::CloseDebrief => {
                self.debrief = None;
                self.play = None;
            }
            Intent::UseFolder { folder, .. } => {
                self.keeping.looked += 1;
                self.keeping.trouble = None;
                if folder.is_some() && *folder == self.unwritable {
                    self.keeping.trouble = folder.as_ref().map(|path| path.display().to_string());
                } else {
                    self.keeping.folder = folder
                        .as_ref()
                        .map_or(USUAL.to_owned(), |path| path.display().to_string());
                }
            }
            Intent::Appraise(_) if self.keep_working => {
                self.appraisal = AppraisalView::Working { done: 3, of: 12 };
            }
            Intent::Appraise(_) => self.appraisal = AppraisalView::Ready(appraised()),
            Intent::CloseAppraisal => self.appraisal = AppraisalView::None,
            Intent::DismissNotice => self.notice = None,
            Intent::RetrySave => self.save = SaveState::Saved,
            _ => {}
        }
    }
}

/// A scenario that is built in.
pub fn story(id: &str) -> Arc<Story> {
    let loaded = Shelf::new(None).load(id, false).expect("it is built in");
    loaded.story.expect("it loads")
}

/// What a trainer is shown of the practice scenario, with a finding of every kind.
pub fn appraised() -> Arc<Appraisal> {
    static FOUND: OnceLock<Arc<Appraisal>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let effort = Effort {
            plays: 60,
            ..Effort::default()
        };
        let (shelf, art) = (Shelf::new(None), ArtShelf::default());
        let go_on = |_, _| ControlFlow::Continue(());
        let found = appraise(
            &shelf,
            &art,
            ("practice", Language::English),
            effort,
            &go_on,
        )
        .expect("it can be read");
        let mut found = found.expect("nobody ends it");
        found.signs[4].never = true;
        found.signs[4].earliest = None;
        let finding = |code, gravity| FindingReport {
            code,
            gravity,
            place: Some((41, 12)),
            message: "no play shows the cue `van-by-gate`".to_owned(),
            mend: Some("let a line that can be met show it".to_owned()),
            play: None,
        };
        found
            .findings
            .push(finding("cue-never-shown", Gravity::Warning));
        found
            .findings
            .push(finding("duty-impossible", Gravity::Error));
        Arc::new(found)
    });
    Arc::clone(found)
}

/// The first option of every field.
fn filled(form: &FormView) -> Vec<(FieldKey, Answer)> {
    let answer = |input: &InputView| match input {
        InputView::One(options) => Some(Answer::Options(vec![options[0].key])),
        InputView::Many(_) | InputView::Text => None,
    };
    form.fields
        .iter()
        .filter_map(|field| Some((field.key, answer(&field.input)?)))
        .collect()
}

/// Settings of someone who has been here before.
pub fn settled(theme: ThemeChoice, text_size: u16) -> Settings {
    Settings {
        theme,
        text_size,
        set_up: true,
        motion: false,
        trainee: "T-0417".to_owned(),
        ..Settings::default()
    }
}

/// A window of 1280 by 720.
pub type Window = Harness<'static, Stand>;

/// Opens a window on a stand.
pub fn window(stand: Stand) -> Window {
    Harness::builder()
        .with_size(egui::vec2(1280.0, 720.0))
        .with_max_steps(30)
        .build_ui_state(|ui, stand: &mut Stand| stand.pass(&ui.ctx().clone()), stand)
}

/// A key alone.
pub fn press(window: &mut Window, key: Key) {
    press_with(window, Modifiers::NONE, key);
}

/// A key with others held.
pub fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

/// Presses a control by its name, as a screen reader would.
pub fn activate(window: &mut Window, name: &str) {
    window.get_by_label(name).click_accesskit();
    window.run();
}

/// The same by a part of its name.
pub fn activate_part(window: &mut Window, part: &str) {
    window.get_by_label_contains(part).click_accesskit();
    window.run();
}
