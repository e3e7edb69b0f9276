//! What the scene remembers between frames that is no part of the playthrough.

use super::history::History;
use super::picker::state::Picker;
use super::units::ListLocal;
use crate::session::view::{ChoiceKey, ThingKey};

/// The tabs of a narrow window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tab {
    /// The page.
    #[default]
    Read,
    /// Stage and objects.
    Look,
    /// Documents.
    Documents,
    /// The notebook.
    Notebook,
}

/// How much of the transcript has been shown and said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// The turn.
    pub turn: u32,
    /// How many passages.
    pub passages: usize,
}

/// The document in the drawer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// Which one.
    pub key: ThingKey,
    /// Its list of units.
    pub list: ListLocal,
    /// A unit of it to go to once it is read.
    pub go_to: Option<crate::session::view::UnitKey>,
}

/// The sheet of choices.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// It has risen.
    pub open: bool,
    /// When it was first drawn, by egui's clock.
    pub since: Option<f64>,
    /// The focus is to go to its heading.
    pub claim: bool,
    /// A choice of kind Leave waits for its question to be answered.
    pub leaving: Option<ChoiceKey>,
    /// How high it was when all of it was last drawn.
    pub height: Option<f32>,
    /// How much of its rows was scrolled out of sight.
    pub hidden: f32,
}

/// What the scene remembers between frames that is no part of the playthrough.
#[derive(Debug, Default)]
pub struct SceneLocal {
    pub(super) list: ListLocal,
    pub(super) paper: Option<Paper>,
    pub(super) picker: Option<Picker>,
    /// The picker's focus is to follow its spot.
    pub(super) picker_claim: bool,
    pub(super) history: History,
    pub(super) sheet: Sheet,
    pub(super) tab: Tab,
    pub(super) seen: Option<Seen>,
    /// The page is to be scrolled to this passage.
    pub(super) scroll_to: Option<usize>,
    /// The object whose row the pointer or the focus is on.
    pub(super) pointed_row: Option<ThingKey>,
    /// The rows of the sentence that the picker is open on, as drawn in this pass.
    pub(super) picked_pieces: Vec<egui::Rect>,
    /// Where the letters of the page stand across.
    pub(super) column: Option<egui::Rangef>,
}
