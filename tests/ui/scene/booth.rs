//! The scene alone in a window, with a session that does what it asks.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, UiBuilder, pos2};
use egui_kittest::kittest::{NodeT, Queryable, by};
use egui_kittest::{Harness, Node};

use second_look::session::moves::Move;
use second_look::session::view::View;
use second_look::strings::Strings;
use second_look::ui::announcer::Announcer;
use second_look::ui::art::ArtCache;
use second_look::ui::kit::{Go, Kit};
use second_look::ui::panes::Panes;
use second_look::ui::screens::scene::{SceneLocal, scene_ui};
use second_look::ui::settings::Settings;
use second_look::ui::shortcuts::Shortcuts;
use second_look::ui::theme::Theme;
use second_look::ui::world::{Intent, SaveState};

use super::fixture;

const ROOM: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
    <title>A stockroom</title><desc>Shelves, a trolley, a rucksack on the floor.</desc>
    <rect width="400" height="300" fill="#888888"/>
    <g id="rucksack"><rect x="100" y="200" width="80" height="60" fill="#224466"/></g>
    <g id="window"><rect x="200" y="40" width="100" height="60" fill="#446688"/></g>
    <g id="clipboard"><rect x="320" y="220" width="50" height="50" fill="#886644"/></g>
</svg>"##;

/// The words on a speech's first sentence.
pub const THIRD: &str = "Mr Osei: Third one this month.";
/// The sentence with emphasis in it.
pub const CAR: &str = "There’s always a car on the corner when she’s in.";
/// The first sentence of all.
pub const SMELL: &str = "The back room smells of cardboard.";
/// The main button.
pub const DECIDE: &str = "Decide what to do";

/// What surrounds the scene.
pub struct Booth {
    theme: Theme,
    strings: Strings,
    art: ArtCache,
    announcer: Announcer,
    panes: Panes,
    local: SceneLocal,
    fresh: bool,
    pub view: View,
    pub save: SaveState,
    /// What was asked for, oldest first.
    pub asked: Vec<Move>,
    pub going: Option<Go>,
}

pub type Window = Harness<'static, Booth>;

impl Booth {
    fn new(view: View, text_size: u16) -> Self {
        let settings = Settings {
            text_size,
            motion: false,
            ..Settings::default()
        };
        Self {
            theme: Theme::new(&settings, false),
            strings: Strings::english(),
            art: ArtCache::synchronous(|path: &str| {
                (path == "stockroom.svg").then(|| ROOM.as_bytes().to_vec())
            }),
            announcer: Announcer::default(),
            panes: Panes::default(),
            local: SceneLocal::default(),
            fresh: true,
            view,
            save: SaveState::Saved,
            asked: Vec::new(),
            going: None,
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
        let bar = self.theme.size(52.0);
        let area = Rect::from_min_max(pos2(0.0, bar), whole.max);
        let mut kit = Kit {
            theme: &self.theme,
            strings: &self.strings,
            art: &mut self.art,
            announcer: &mut self.announcer,
            panes: &mut self.panes,
            fresh: std::mem::take(&mut self.fresh),
            going: &mut self.going,
        };
        let mut inside = ui.new_child(UiBuilder::new().max_rect(area));
        let asked = scene_ui(
            &mut inside,
            &mut kit,
            &self.view,
            &mut self.local,
            &self.save,
        );
        self.panes.finish(&ctx);
        self.announcer.show(&ctx);
        for intent in asked {
            if let Intent::Play(wanted) = intent {
                fixture::play(&mut self.view, &wanted);
                self.asked.push(wanted);
            }
        }
    }

    /// What a screen reader was told last.
    pub fn said(&self) -> &str {
        self.announcer.last()
    }
}

/// Opens the back room in a window of this size.
pub fn open(size: [f32; 2], text_size: u16) -> Window {
    open_on(fixture::back_room(), size, text_size)
}

/// Opens a view in a window of this size.
pub fn open_on(view: View, size: [f32; 2], text_size: u16) -> Window {
    let mut window = Harness::builder()
        .with_size(egui::Vec2::from(size))
        .with_max_steps(30)
        .build_ui_state(
            |ui, booth: &mut Booth| booth.pass(ui),
            Booth::new(view, text_size),
        );
    window.run();
    window
}

/// The back room as it was drawn: 1280 by 720 at 100 %.
pub fn back_room() -> Window {
    open([1280.0, 720.0], 100)
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

/// Keys that arrive within one frame.
pub fn press_at_once(window: &mut Window, keys: &[Key]) {
    for key in keys {
        window.input_mut().events.push(egui::Event::Key {
            key: *key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
}

/// The name of what has the focus.
pub fn focused(window: &Window) -> String {
    let mut held = window.get_all(by().predicate(|node| node.is_focused() && !node.is_hidden()));
    name_of(&held.next().expect("something has the focus"))
}

/// A node's name: its label, or for words their text.
pub fn name_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// A unit by its name.
pub fn unit<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.get(by().role(Role::ListBoxOption).label(name))
}
