//! Icons: drawn apart from text, so that a reader never speaks one.

use egui::{Align2, Color32, FontId, Pos2, Rect, Ui, vec2};
use egui_phosphor::regular as phosphor;

use super::fonts;
use super::theme::Theme;

/// A picture of a thing or an act, always beside words or with a spoken name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon {
    glyph: &'static str,
    fill: bool,
}

impl Icon {
    const fn new(glyph: &'static str) -> Self {
        Self { glyph, fill: false }
    }

    /// The filled form, for a state that is set.
    #[must_use]
    pub const fn filled(self) -> Self {
        Self { fill: true, ..self }
    }

    /// Draws it centred in `rect`, `size` pixels high.
    pub fn paint_at(self, painter: &egui::Painter, centre: Pos2, size: f32, colour: Color32) {
        let family = fonts::family(if self.fill {
            fonts::ICONS_FILL
        } else {
            fonts::ICONS
        });
        painter.text(
            centre,
            Align2::CENTER_CENTER,
            self.glyph,
            FontId::new(size, family),
            colour,
        );
    }

    /// Takes its room in a layout and draws it there.
    pub fn show(self, ui: &mut Ui, theme: &Theme, colour: Color32) -> Rect {
        self.show_sized(ui, theme.size(theme.tokens.size.icon), colour)
    }

    /// The same at a size that is scaled already.
    pub fn show_sized(self, ui: &mut Ui, size: f32, colour: Color32) -> Rect {
        let (_, rect) = ui.allocate_space(vec2(size, size));
        self.paint_at(ui.painter(), rect.center(), size, colour);
        rect
    }
}

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $glyph:ident),* $(,)?) => {
        $($(#[$doc])* pub const $name: Icon = Icon::new(phosphor::$glyph);)*
    };
}

icons! {
    /// A place.
    PLACE = MAP_PIN,
    /// A clock.
    CLOCK = CLOCK,
    /// Support.
    SUPPORT = LIFEBUOY,
    /// Help.
    HELP = QUESTION,
    /// Cover the screen.
    COVER = EYE_SLASH,
    /// Pause.
    PAUSE = PAUSE,
    /// Leave.
    LEAVE = SIGN_OUT,
    /// The library.
    LIBRARY = HOUSE,
    /// Settings.
    SETTINGS = GEAR,
    /// The notebook.
    NOTEBOOK = NOTEBOOK,
    /// A mark.
    FLAG = FLAG,
    /// Look.
    LOOK = MAGNIFYING_GLASS,
    /// Read.
    READ = BOOK_OPEN,
    /// Documents.
    DOCUMENTS = FILES,
    /// A document.
    DOCUMENT = FILE_TEXT,
    /// Undo.
    UNDO = ARROW_COUNTER_CLOCKWISE,
    /// Redo.
    REDO = ARROW_CLOCKWISE,
    /// Next.
    NEXT = ARROW_RIGHT,
    /// Back.
    BACK = ARROW_LEFT,
    /// Close.
    CLOSE = X,
    /// Ask.
    ASK = CHAT_CIRCLE_TEXT,
    /// Check.
    CHECK = MAGNIFYING_GLASS,
    /// Act.
    ACT = HAND,
    /// Tell.
    TELL = MEGAPHONE,
    /// A record.
    RECORD = NOTE_PENCIL,
    /// Done.
    DONE = CHECK_CIRCLE,
    /// Missed.
    MISSED = X_CIRCLE,
    /// A warning.
    WARNING = WARNING,
    /// Information.
    INFO = INFO,
    /// The debrief.
    DEBRIEF = LIST_CHECKS,
    /// Save a report.
    PRINT = PRINTER,
    /// Messages.
    MESSAGES = CHAT_TEXT,
    /// An e-mail or letter.
    ENVELOPE = ENVELOPE,
    /// A map.
    MAP = MAP_TRIFOLD,
    /// A camera's still.
    CAMERA = VIDEO_CAMERA,
    /// A missing person's report.
    IDENTITY = IDENTIFICATION_CARD,
    /// A clipboard.
    CLIPBOARD = CLIPBOARD_TEXT,
    /// The light theme.
    SUN = SUN,
    /// The dark theme.
    MOON = MOON,
    /// High contrast.
    CONTRAST = CIRCLE_HALF,
    /// Read aloud.
    ALOUD = SPEAKER_HIGH,
    /// Text.
    TEXT = TEXT_AA,
    /// A tick.
    TICK = CHECK,
    /// Opens downwards.
    DOWN = CARET_DOWN,
    /// Leads on.
    ONWARD = CARET_RIGHT,
}
