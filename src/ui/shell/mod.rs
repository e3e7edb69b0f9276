//! The shell: which screen is shown, what lies over it, and what the keys do everywhere.

mod overlay;
mod play;
mod route;

use std::sync::Arc;

use egui::{Color32, Rect, Ui, UiBuilder, pos2};

use super::aloud;
use super::announcer::Announcer;
use super::art::{ArtCache, ArtSource};
use super::command::Command;
use super::frame::{self, Bar, StripAct};
use super::kit::{Go, Kit};
use super::panes::Panes;
use super::screens::appraisal::AppraisalLocal;
use super::screens::attempts::AttemptsLocal;
use super::screens::debrief::DebriefLocal;
use super::screens::help::HelpFor;
use super::screens::keeping::FoldersLocal;
use super::screens::library::LibraryLocal;
use super::screens::settings::SettingsLocal;
use super::settings::{ReadAloud, Settings, TEXT_SIZES};
use super::shortcuts;
use super::stage;
use super::theme::Theme;
use super::tokens::Tokens;
use super::world::{Intent, World};
use crate::language::Language;
use crate::session::view::{Phase, View};
use crate::strings::Strings;
use crate::support::Support;

use overlay::Overlay;
use play::{PlayLocal, Stage};

/// A screen of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    FirstRun,
    Library,
    Briefing(Arc<str>),
    Play,
    Appraisal(Arc<str>),
    Attempts,
    Debrief,
    Settings,
    Help(HelpFor),
}

/// What is shown, with the part of a playthrough: a change sets the focus anew.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    screen: Screen,
    stage: Option<Stage>,
}

/// All that the interface keeps between passes.
pub struct Shell {
    settings: Settings,
    strings: Strings,
    system_language: Language,
    theme: Theme,
    tokens: Arc<Tokens>,
    applied: Option<(Settings, bool)>,
    art: ArtCache,
    announcer: Announcer,
    panes: Panes,
    support: Support,
    screen: Screen,
    /// Where the settings, the help and the debrief return to.
    back: Vec<Screen>,
    shown: Option<Shown>,
    overlay: Overlay,
    play: PlayLocal,
    library: LibraryLocal,
    appraisal: AppraisalLocal,
    attempts: AttemptsLocal,
    first_run: FoldersLocal,
    debrief: DebriefLocal,
    settings_local: SettingsLocal,
}

impl Shell {
    /// The interface with these settings; `art` gives the pictures' bytes.
    pub fn new(settings: Settings, art: impl ArtSource + 'static) -> Self {
        Self::with_art(settings, ArtCache::new(art))
    }

    /// The same with a picture cache of one's own: tests draw at once.
    #[must_use]
    pub fn with_art(settings: Settings, art: ArtCache) -> Self {
        let screen = if settings.set_up {
            Screen::Library
        } else {
            Screen::FirstRun
        };
        Self {
            theme: Theme::new(&settings, false),
            tokens: Tokens::built_in(),
            strings: Strings::of(settings.language.language(Language::English)),
            settings,
            system_language: Language::English,
            applied: None,
            art,
            announcer: Announcer::default(),
            panes: Panes::default(),
            support: Support::built_in(),
            screen,
            back: Vec::new(),
            shown: None,
            overlay: Overlay::default(),
            play: PlayLocal::default(),
            library: LibraryLocal::default(),
            appraisal: AppraisalLocal::default(),
            attempts: AttemptsLocal::default(),
            first_run: FoldersLocal::default(),
            debrief: DebriefLocal::default(),
            settings_local: SettingsLocal::default(),
        }
    }

    /// Leaves the picture of a place to the window, which draws it beneath the screen.
    #[must_use]
    pub fn with_stage(mut self) -> Self {
        self.art = self.art.with_stage(stage::Stage::hosted());
        self
    }

    /// The picture that the window draws beneath the screen.
    pub const fn stage_mut(&mut self) -> &mut stage::Stage {
        &mut self.art.stage
    }

    /// The colour beneath everything: the window's own where it draws the stage.
    #[must_use]
    pub const fn ground(&self) -> Color32 {
        self.theme.colours.canvas
    }

    /// Which language the system asks for, where the settings leave it to that.
    pub fn set_system_language(&mut self, language: Language) {
        self.system_language = language;
        self.applied = None;
    }

    /// Gives the services of a force in place of the built-in ones.
    pub fn set_support(&mut self, support: Support) {
        self.support = support;
    }

    /// Draws everything with these tokens from now on.
    pub fn set_tokens(&mut self, tokens: Arc<Tokens>) {
        if *self.tokens != *tokens {
            self.tokens = tokens;
            self.applied = None;
        }
    }

    /// A picture's file changed.
    pub fn picture_changed(&mut self, path: &str) {
        self.art.forget(path);
    }

    /// Goes straight to the playthrough: it was opened from the command line.
    pub fn open_play(&mut self) {
        self.screen = Screen::Play;
        self.play.opening = true;
    }

    /// The settings as they stand.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The window's title: it tells nothing while the screen is covered.
    #[must_use]
    pub fn window_title(&self) -> String {
        self.strings.get(if self.overlay.covered() {
            "window-covered"
        } else {
            "window-title"
        })
    }

    /// Draws everything in `root`, which fills the window, and says what the user wants.
    ///
    /// Called once a pass: a frame may have two, and the intents of both count.
    pub fn ui(&mut self, root: &mut Ui, world: &World<'_>) -> Vec<Intent> {
        let mut intents = Vec::new();
        self.art.stage.clear();
        self.apply_look(root, world);
        // A screen reader chooses its voice by it.
        let tag = self.strings.language().tag();
        root.ctx()
            .accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_language(tag));
        if !Theme::fonts_ready(root.ctx()) {
            // The typefaces stand from the next pass on.
            root.ctx()
                .request_discard("the typefaces come with the next pass");
            root.ctx().request_repaint();
            return intents;
        }
        if !self.art.stage.is_hosted() {
            root.painter()
                .rect_filled(root.max_rect(), 0.0, self.ground());
        }
        self.read_aloud(root.ctx(), &mut intents);
        self.keys_everywhere(root, world, &mut intents);
        self.follow_play(world);
        if self.overlay.covered() {
            self.covered_ui(root, world, &mut intents);
        } else {
            self.framed_ui(root, world, &mut intents);
            self.overlays_ui(root, world, &mut intents);
        }
        self.leave_appraisal(&mut intents);
        self.follow_intents(&mut intents);
        self.overlay.give_focus_back(root.ctx());
        self.panes.finish(root.ctx());
        if let Some(said) = self.announcer.show(root.ctx())
            && self.settings.read_aloud == ReadAloud::AsYouGo
        {
            aloud::hush_focus(root.ctx());
            intents.push(Intent::Speak {
                text: said,
                language: None,
            });
        }
        if shortcuts::acted(root.ctx()) {
            // In the same frame: a key shows in the next one that is drawn.
            root.ctx()
                .request_discard("what a key changed may have been drawn before it");
        }
        if !intents.is_empty() {
            root.ctx().request_repaint();
        }
        intents
    }

    fn apply_look(&mut self, root: &mut Ui, world: &World<'_>) {
        let wanted = (look_of(&self.settings), world.system_dark);
        if self.applied.as_ref() == Some(&wanted) {
            return;
        }
        let language = self.settings.language.language(self.system_language);
        if language != self.strings.language() {
            self.strings = Strings::of(language);
        }
        let tokens = Arc::clone(&self.tokens);
        self.theme = Theme::with_tokens(tokens, &self.settings, world.system_dark);
        self.theme.apply(root.ctx());
        root.set_style(root.ctx().global_style());
        self.applied = Some(wanted);
        root.ctx().request_repaint();
    }

    /// What is read aloud by a voice of the application's own, and what breaks it off.
    fn read_aloud(&mut self, ctx: &egui::Context, intents: &mut Vec<Intent>) {
        let wanted = self.settings.read_aloud;
        aloud::listen(ctx, wanted != ReadAloud::Off);
        let here = shortcuts::take(ctx, Command::ReadAloud);
        let on = shortcuts::take(ctx, Command::ReadOn);
        if wanted == ReadAloud::Off {
            return;
        }
        if shortcuts::given(ctx, Command::Escape) || shortcuts::given(ctx, Command::Cover) {
            intents.push(Intent::Silence);
        }
        if self.overlay.covered() {
            return;
        }
        let words = match (here, on, wanted) {
            (true, ..) => aloud::here(ctx),
            (_, true, _) => aloud::from_here(ctx),
            (.., ReadAloud::AsYouGo) => aloud::came_to(ctx),
            _ => None,
        };
        let language = aloud::language(ctx);
        intents.extend(words.map(|text| Intent::Speak { text, language }));
    }

    /// Keys that do the same on every screen.
    fn keys_everywhere(&mut self, root: &Ui, world: &World<'_>, intents: &mut Vec<Intent>) {
        let ctx = root.ctx();
        if shortcuts::take(ctx, Command::Quit) {
            intents.push(Intent::Quit);
        }
        if shortcuts::take(ctx, Command::Cover) {
            self.toggle_cover(ctx, world, intents);
        }
        if self.overlay.covered() {
            return;
        }
        if shortcuts::take(ctx, Command::Help) && !self.overlay.any() {
            match self.screen {
                Screen::Help(_) => self.go_back(),
                _ => self.open_help(),
            }
        }
        let index = TEXT_SIZES
            .iter()
            .position(|size| *size >= self.settings.text_size)
            .unwrap_or(2);
        let size = if shortcuts::take(ctx, Command::TextLarger) {
            TEXT_SIZES[(index + 1).min(TEXT_SIZES.len() - 1)]
        } else if shortcuts::take(ctx, Command::TextSmaller) {
            TEXT_SIZES[index.saturating_sub(1)]
        } else if shortcuts::take(ctx, Command::TextNormal) {
            100
        } else {
            return;
        };
        if size != self.settings.text_size {
            self.settings.text_size = size;
            self.announcer
                .say(self.strings.with("percent", &[("n", size.into())]));
            intents.push(Intent::Settings(Box::new(self.settings.clone())));
        }
    }

    /// The bar, the strips under it, and the screen.
    fn framed_ui(&mut self, root: &mut Ui, world: &World<'_>, intents: &mut Vec<Intent>) {
        let stage = self.stage(world);
        let shown = Shown {
            screen: self.screen.clone(),
            stage,
        };
        // What lies over the screen has the focus; a dialog that has just closed
        // keeps it from the screen for one more pass.
        let held = self.overlay.any() || root.memory(|memory| memory.top_modal_layer().is_some());
        let fresh = !held && self.shown.as_ref() != Some(&shown);
        if fresh {
            root.memory_mut(|memory| {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            });
            self.overlay.keep_focus_here();
            self.shown = Some(shown);
        }
        if self.overlay.any() {
            // Out of reach for readers too, not only for Tab.
            root.disable();
        }
        let bar = self.bar(world, stage);
        let mut going = None;
        let mut kit = Kit {
            theme: &self.theme,
            strings: &self.strings,
            art: &mut self.art,
            announcer: &mut self.announcer,
            panes: &mut self.panes,
            fresh,
            going: &mut going,
        };
        let window = root.max_rect();
        let bar_bottom = window.top() + frame::height(&kit);
        let bar_rect = Rect::from_min_max(window.min, pos2(window.right(), bar_bottom));
        // The bar is drawn first but stands last for F6: what is read comes first.
        let bar_panes = std::mem::take(kit.panes);
        if frame::bar_ui(root, &mut kit, &bar, bar_rect) {
            intents.push(Intent::Quit);
        }
        let bar_panes = std::mem::replace(kit.panes, bar_panes);
        let below = Rect::from_min_max(pos2(window.left(), bar_bottom), window.max);
        let mut strips = root.new_child(UiBuilder::new().id_salt("strips").max_rect(below));
        strips.spacing_mut().item_spacing.y = 0.0;
        match frame::strips_ui(&mut strips, &kit, world.save, world.notice) {
            Some(StripAct::RetrySave) => intents.push(Intent::RetrySave),
            Some(StripAct::Dismiss) => intents.push(Intent::DismissNotice),
            None => {}
        }
        let top = strips.min_rect().bottom().max(bar_bottom);
        let body = Rect::from_min_max(pos2(window.left(), top), window.max);
        let mut screen = root.new_child(
            UiBuilder::new()
                .id_salt(format!("{:?}", self.screen))
                .max_rect(body),
        );
        screen.set_clip_rect(body);
        let before = self.settings.clone();
        match &self.screen {
            Screen::Play => self.play.ui(&mut screen, &mut kit, world, stage, intents),
            other => route::screen_ui(
                &mut screen,
                &mut kit,
                world,
                other,
                &mut route::Locals {
                    library: &mut self.library,
                    appraisal: &mut self.appraisal,
                    attempts: &mut self.attempts,
                    folders: &mut self.first_run,
                    debrief: &mut self.debrief,
                    settings_local: &mut self.settings_local,
                    settings: &mut self.settings,
                },
                intents,
            ),
        }
        kit.panes.append(bar_panes);
        if self.settings != before {
            intents.push(Intent::Settings(Box::new(self.settings.clone())));
        }
        self.escape_ui(root, world, intents);
        if let Some(go) = going {
            self.go(root.ctx(), world, go, intents);
        }
        self.take_opened();
    }

    fn bar(&self, world: &World<'_>, stage: Option<Stage>) -> Bar {
        match stage {
            Some(stage) => PlayLocal::bar(&self.strings, world, stage),
            None => route::bar(&self.strings, &self.screen, world),
        }
    }

    /// Esc, where nothing on the screen had something open.
    fn escape_ui(&mut self, root: &Ui, world: &World<'_>, intents: &mut Vec<Intent>) {
        if self.overlay.any() || !shortcuts::take(root.ctx(), Command::Escape) {
            return;
        }
        match self.screen {
            Screen::Play => self.pause(root.ctx(), world, intents),
            Screen::Settings
            | Screen::Help(_)
            | Screen::Briefing(_)
            | Screen::Appraisal(_)
            | Screen::Attempts => {
                self.go_back();
            }
            Screen::FirstRun | Screen::Library | Screen::Debrief => {}
        }
    }

    fn go(&mut self, ctx: &egui::Context, world: &World<'_>, go: Go, intents: &mut Vec<Intent>) {
        match go {
            Go::Library => self.leave_to_library(world, intents),
            Go::Attempts => self.open(Screen::Attempts),
            Go::Settings => self.open(Screen::Settings),
            Go::Help => self.open_help(),
            Go::Pause => self.pause(ctx, world, intents),
            Go::Support => self.overlay.open_support(ctx),
            Go::Cover => self.toggle_cover(ctx, world, intents),
            Go::EndAttempt => self.overlay.ask_end(ctx),
            Go::EraseAttempts => self.overlay.ask_erase(ctx),
            Go::Appraisal => {
                if let Screen::Briefing(id) = &self.screen {
                    self.open(Screen::Appraisal(Arc::clone(id)));
                }
            }
            Go::Back if self.screen == Screen::Play => self.play.set_form_aside(world),
            Go::Back => self.go_back(),
        }
    }

    fn open(&mut self, screen: Screen) {
        if self.screen != screen {
            self.back.push(std::mem::replace(&mut self.screen, screen));
        }
    }

    fn open_help(&mut self) {
        let about = match self.screen {
            Screen::Help(about) => about,
            Screen::Play
                if self
                    .shown
                    .as_ref()
                    .is_some_and(|shown| shown.stage == Some(Stage::Scene)) =>
            {
                HelpFor::Scene
            }
            Screen::Play | Screen::FirstRun | Screen::Settings | Screen::Briefing(_) => {
                HelpFor::Form
            }
            Screen::Library | Screen::Attempts => HelpFor::List,
            Screen::Debrief | Screen::Appraisal(_) => HelpFor::Debrief,
        };
        self.open(Screen::Help(about));
    }

    fn go_back(&mut self) {
        if self.screen == Screen::Settings {
            self.settings_local.close();
        }
        self.screen = self.back.pop().unwrap_or(Screen::Library);
    }

    fn leave_to_library(&mut self, world: &World<'_>, intents: &mut Vec<Intent>) {
        if self.screen == Screen::Debrief {
            intents.push(Intent::CloseDebrief);
        } else if let Some(view) = world.play {
            if in_play(view) {
                self.announcer.say(self.strings.get("saved-come-back"));
            }
            intents.push(Intent::ClosePlay);
        }
        self.settings_local.close();
        self.back.clear();
        self.screen = Screen::Library;
    }

    /// A trainer's screen that was left ends what is worked out for it. Settings and help come back to it.
    fn leave_appraisal(&mut self, intents: &mut Vec<Intent>) {
        let is_it = |screen: &Screen| matches!(screen, Screen::Appraisal(_));
        if is_it(&self.screen) || self.back.iter().any(is_it) {
            return;
        }
        if std::mem::take(&mut self.appraisal).asked() {
            intents.push(Intent::CloseAppraisal);
        }
    }

    /// What a screen asked of the shell through its own state.
    fn take_opened(&mut self) {
        if let Some(id) = self.library.opened.take() {
            self.open(Screen::Briefing(id));
        }
        if self.screen == Screen::FirstRun && self.settings.set_up {
            self.screen = Screen::Library;
        }
    }

    /// Intents that change the screen too.
    fn follow_intents(&mut self, intents: &mut Vec<Intent>) {
        let mut dismissed = false;
        for intent in intents.iter() {
            match intent {
                Intent::Start(_)
                | Intent::PlayAgain
                | Intent::Resume(_)
                | Intent::StartAgain(_) => {
                    self.play = PlayLocal::opening();
                    self.back.clear();
                    self.screen = Screen::Play;
                    dismissed = true;
                }
                Intent::OpenAttempt(_) => {
                    self.debrief = DebriefLocal::default();
                    self.open(Screen::Debrief);
                }
                Intent::Debrief => {
                    self.debrief = DebriefLocal::default();
                    self.back.clear();
                    self.screen = Screen::Debrief;
                }
                Intent::Play(action) => self.play.follow(action),
                _ => {}
            }
        }
        if dismissed {
            // What was said of the last attempt says nothing about this one.
            intents.insert(0, Intent::DismissNotice);
        }
    }

    /// Keeps the screen in step with the playthrough that the application holds.
    fn follow_play(&mut self, world: &World<'_>) {
        if self.screen != Screen::Play {
            return;
        }
        match world.play {
            Some(view) => {
                if in_play(view) {
                    self.play.opening = false;
                }
            }
            None if self.play.opening && world.notice.is_none() => {}
            None => {
                self.play = PlayLocal::default();
                self.screen = Screen::Library;
            }
        }
    }

    fn stage(&self, world: &World<'_>) -> Option<Stage> {
        (self.screen == Screen::Play).then(|| self.play.stage(world))
    }
}

/// The settings as far as they change how everything looks: a name that is being typed does not.
fn look_of(settings: &Settings) -> Settings {
    Settings {
        text_size: settings.text_size,
        font: settings.font,
        theme: settings.theme,
        page_tint: settings.page_tint,
        spacing: settings.spacing,
        motion: settings.motion,
        language: settings.language,
        ..Settings::default()
    }
}

/// Whether the playthrough can be paused or resumed.
fn in_play(view: &View) -> bool {
    matches!(view.phase, Phase::Playing | Phase::Paused)
}
