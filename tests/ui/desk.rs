//! One screen alone in a window: the record and what comes after it.

#![allow(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough in its lifetime"
)]

use std::collections::HashSet;

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers, Rect, UiBuilder, Vec2, pos2};
use egui_kittest::kittest::{NodeT, Queryable, by};
use egui_kittest::{Harness, Node};

use second_look::report::debrief::Debrief;
use second_look::session::view::{OfferView, View};
use second_look::strings::Strings;
use second_look::ui::announcer::Announcer;
use second_look::ui::art::ArtCache;
use second_look::ui::kit::{Go, Kit};
use second_look::ui::panes::Panes;
use second_look::ui::screens::debrief::{DebriefLocal, debrief_ui};
use second_look::ui::screens::ending::ending_ui;
use second_look::ui::screens::form::{FormLocal, form_ui};
use second_look::ui::screens::rationale::{RationaleLocal, rationale_ui};
use second_look::ui::screens::reflection::{ReflectionLocal, reflection_ui};
use second_look::ui::settings::Settings;
use second_look::ui::shortcuts::Shortcuts;
use second_look::ui::theme::Theme;
use second_look::ui::world::{Intent, LocalTime};

/// Which screen stands in the window.
pub enum Screen {
    Form(View),
    Rationale(View),
    Ending(View),
    Reflection(View),
    Debrief(Box<Debrief>),
}

/// What surrounds it.
pub struct Desk {
    theme: Theme,
    strings: Strings,
    art: ArtCache,
    announcer: Announcer,
    panes: Panes,
    form: FormLocal,
    pub rationale: RationaleLocal,
    reflection: ReflectionLocal,
    pub debrief: DebriefLocal,
    fresh: bool,
    pub draft: Option<String>,
    pub screen: Screen,
    /// What was asked for, oldest first.
    pub asked: Vec<Intent>,
    pub going: Option<Go>,
    /// The end was left for the reflection.
    pub went_on: bool,
}

pub type Window = Harness<'static, Desk>;

const NOW: LocalTime = LocalTime {
    year: 2026,
    month: 11,
    day: 3,
    hour: 15,
    minute: 2,
};

impl Desk {
    fn new(screen: Screen, text_size: u16, draft: Option<String>) -> Self {
        let settings = Settings {
            text_size,
            motion: false,
            ..Settings::default()
        };
        Self {
            theme: Theme::new(&settings, false),
            strings: Strings::english(),
            art: ArtCache::synchronous(|_: &str| None),
            announcer: Announcer::default(),
            panes: Panes::default(),
            form: FormLocal::default(),
            rationale: RationaleLocal::default(),
            reflection: ReflectionLocal::default(),
            debrief: DebriefLocal::default(),
            fresh: true,
            draft,
            screen,
            asked: Vec::new(),
            going: None,
            went_on: false,
        }
    }

    fn pass(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        if !Theme::fonts_ready(&ctx) {
            self.theme.apply(&ctx);
            ctx.plugin_or_default::<Shortcuts>();
            ctx.request_repaint();
            return;
        }
        let whole = ctx.viewport_rect();
        let area = Rect::from_min_max(pos2(0.0, self.theme.size(52.0)), whole.max);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(area));
        let ui = &mut inside;
        let mut kit = Kit {
            theme: &self.theme,
            strings: &self.strings,
            art: &mut self.art,
            announcer: &mut self.announcer,
            panes: &mut self.panes,
            fresh: std::mem::take(&mut self.fresh),
            going: &mut self.going,
        };
        let draft = self.draft.as_deref();
        let asked = match &self.screen {
            Screen::Form(view) => {
                let OfferView::Form(form) = &view.offer else {
                    panic!("no record is on offer");
                };
                form_ui(ui, &mut kit, view, form, &mut self.form, draft)
            }
            Screen::Rationale(view) => rationale_ui(
                ui,
                &mut kit,
                view,
                "What are your grounds?",
                &mut self.rationale,
                draft,
            ),
            Screen::Ending(view) => {
                self.went_on |= ending_ui(ui, &mut kit, view);
                Vec::new()
            }
            Screen::Reflection(view) => {
                reflection_ui(ui, &mut kit, view, &mut self.reflection, draft)
            }
            Screen::Debrief(debrief) => debrief_ui(ui, &mut kit, debrief, &mut self.debrief, NOW),
        };
        self.asked.extend(asked);
        self.panes.finish(&ctx);
        self.announcer.show(&ctx);
    }

    /// What a screen reader was told last.
    pub fn said(&self) -> &str {
        self.announcer.last()
    }
}

/// Opens a screen in a window of 1280 by 720 at a text size.
pub fn open(screen: Screen, text_size: u16) -> Window {
    open_with(screen, text_size, None)
}

/// The same with text that a crash left.
pub fn open_with(screen: Screen, text_size: u16, draft: Option<String>) -> Window {
    let mut window = Harness::builder()
        .with_size(Vec2::new(1280.0, 720.0))
        .with_max_steps(30)
        .build_ui_state(
            |ui, desk: &mut Desk| desk.pass(ui),
            Desk::new(screen, text_size, draft),
        );
    window.run();
    window
}

/// Keys alone, one after the other.
pub fn press(window: &mut Window, keys: &[Key]) {
    for key in keys {
        press_with(window, Modifiers::NONE, *key);
    }
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

/// Types into whatever has the focus.
pub fn write(window: &mut Window, text: &str) {
    window.event(egui::Event::Text(text.to_owned()));
    window.run();
}

/// A node's name: its label, or for words their text.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// The name of what has the focus.
pub fn focused(window: &Window) -> String {
    let focused = window
        .get_all(by().predicate(|node| node.is_focused()))
        .next()
        .expect("something has the focus");
    name_of(&focused)
}

/// Whether any text of the screen holds these words.
pub fn reads(window: &Window, words: &str) -> bool {
    window
        .query_all(by().predicate(|_| true))
        .any(|node| name_of(&node).contains(words))
}

/// Walks the whole screen by Tab and says what was reached, in order, until it comes round.
pub fn tab_round(window: &mut Window) -> Vec<String> {
    let mut reached = Vec::new();
    let mut seen = HashSet::new();
    for _ in 0..200 {
        press(window, &[Key::Tab]);
        let node = window
            .get_all(by().predicate(|node| node.is_focused()))
            .next()
            .expect("Tab goes somewhere");
        if !seen.insert(node.accesskit_node().id()) {
            return reached;
        }
        reached.push(name_of(&node));
    }
    panic!("Tab never came round: {reached:?}");
}

/// Holds a screen to its pane: everything that can be focused has a name, and
/// nothing that is read or pressed lies outside the window's sides.
pub fn assert_sound(window: &Window) {
    let width = window.ctx.viewport_rect().width();
    let mut checked = 0;
    for node in window.query_all(by().predicate(|_| true)) {
        let kit = node.accesskit_node();
        let role = kit.role();
        let name = name_of(&node);
        if kit.data().supports_action(Action::Focus) {
            assert!(!name.trim().is_empty(), "a {role:?} without a name");
        }
        let shown = matches!(
            role,
            Role::Label
                | Role::Heading
                | Role::Button
                | Role::Tab
                | Role::RadioButton
                | Role::CheckBox
                | Role::Meter
                | Role::ListItem
                | Role::Link
                | Role::MultilineTextInput
        );
        if shown && kit.raw_bounds().is_some() {
            let rect = node.rect();
            assert!(
                rect.left() >= 0.0 && rect.right() <= width + 0.5,
                "{role:?} “{name}” at {rect} leaves the window"
            );
            checked += 1;
        }
        let private = name.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c));
        assert!(!private, "an icon is spoken in “{name}”");
    }
    assert!(checked > 3, "only {checked} things were on the screen");
}
