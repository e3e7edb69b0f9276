//! A list of units on the page: how each is drawn, pointed at, focused and read aloud.

use egui::accesskit::{Action, Role};
use egui::{
    Context, CornerRadius, CursorIcon, EventFilter, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui,
    pos2, vec2,
};

use super::marking;
use super::passages::Entry;
use super::typeset::{Face, Quotes, Set};
use crate::language::Language;
use crate::session::view::{ConcernView, Mark, Sureness, UnitView};
use crate::strings::Strings;
use crate::ui::focus_ring;
use crate::ui::theme::{Theme, Type};

/// Air above and below the unit that the keys go to.
const AIR: f32 = 48.0;

/// That air, and never less than the speaker's name at the top of a long speech takes with the ring:
/// the name grows with the text.
fn air(ctx: &Context, theme: &Theme) -> f32 {
    AIR.max(sticky_height(theme) + focus_ring::reach(ctx) + 2.0)
}

/// How high the name of a speaker stands that stays while a long speech scrolls.
pub(super) fn sticky_height(theme: &Theme) -> f32 {
    theme.line(Type::Small) + 8.0
}

/// How far the box of an open picker reaches past the letters.
const BOX_REACH: f32 = 3.0;

/// What a list remembers between frames.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ListLocal {
    /// The unit that Tab comes to.
    pub current: usize,
    /// The current unit is to take the focus.
    pub claim: bool,
    /// The current unit is to be scrolled into view.
    pub reveal: bool,
    /// The frame in which it was, until it is known to have come into sight.
    pub revealed: Option<u64>,
}

/// What a list of units is drawn with.
#[derive(Clone, Copy)]
pub(super) struct ListLook<'a> {
    /// The look.
    pub theme: &'a Theme,
    /// The words.
    pub strings: &'a Strings,
    /// The taxonomy.
    pub concerns: &'a [ConcernView],
    /// What the units are written in: a screen reader chooses its voice by it.
    pub language: Language,
    /// Where the flags of the margin stand, from the left edge of the letters.
    pub flag: f32,
}

/// The units of one pane while they are drawn.
pub(super) struct UnitList<'a> {
    look: ListLook<'a>,
    id: Id,
    entries: &'a [Entry<'a>],
    local: ListLocal,
    /// The unit that the picker is open on.
    picked: Option<usize>,
    /// The number of the next unit to be drawn.
    next: usize,
    /// The pieces of the picked unit.
    picked_pieces: Vec<Rect>,
    clicked: Option<usize>,
}

/// What came of drawing a list.
pub(super) struct Listed {
    /// The pieces of the unit that the picker is open on.
    pub picked: Vec<Rect>,
    /// The unit that was clicked.
    pub clicked: Option<usize>,
}

/// The id of a unit's widget.
pub(super) fn unit_id(list: Id, index: usize) -> Id {
    list.with(("unit", index))
}

/// Where a thing stands, for its node.
pub(super) fn bounds(rect: Rect) -> egui::accesskit::Rect {
    egui::accesskit::Rect {
        x0: rect.left().into(),
        y0: rect.top().into(),
        x1: rect.right().into(),
        y1: rect.bottom().into(),
    }
}

/// The unit of this list that a screen reader asks to focus.
pub(super) fn asked_for(ctx: &Context, list: Id, len: usize) -> Option<usize> {
    let any = ctx.input(|input| {
        input
            .events
            .iter()
            .any(|event| matches!(event, egui::Event::AccessKitActionRequest(_)))
    });
    if !any {
        return None;
    }
    ctx.input(|input| {
        (0..len)
            .find(|index| input.has_accesskit_action_request(unit_id(list, *index), Action::Focus))
    })
}

/// Moves the focus at once and lets its lock take hold within the frame:
/// it binds a pass late, and two quick arrows would escape.
pub(super) fn claim_focus(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| memory.request_focus(id));
    ctx.request_discard("the focus moved");
}

/// Keeps arrows and Escape from egui while this widget has the focus.
pub(super) fn lock_arrows(ctx: &Context, id: Id, tab: bool) {
    let (has, had) = ctx.memory(|memory| (memory.has_focus(id), memory.had_focus_last_frame(id)));
    if has && !had {
        ctx.request_discard("the focus moved");
    }
    if has {
        let filter = EventFilter {
            tab,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
}

impl<'a> UnitList<'a> {
    /// Begins to draw a list inside `ui`, whose node becomes the list box.
    pub(super) fn begin(
        ui: &Ui,
        look: ListLook<'a>,
        id: Id,
        name: &str,
        entries: &'a [Entry<'a>],
        local: ListLocal,
        picked: Option<usize>,
    ) -> Self {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::ListBox);
            node.set_label(name);
            node.set_language(look.language.tag());
            node.set_multiselectable();
            node.set_size_of_set(entries.len());
        });
        Self {
            look,
            id,
            entries,
            local,
            picked,
            next: 0,
            picked_pieces: Vec::new(),
            clicked: None,
        }
    }

    /// Ends the list: what came of it, and what it remembers.
    pub(super) fn end(self) -> (Listed, ListLocal) {
        let listed = Listed {
            picked: self.picked_pieces,
            clicked: self.clicked,
        };
        (listed, self.local)
    }

    /// Draws the next units as one paragraph over the width that is left, set in by `indent`.
    pub(super) fn paragraph(
        &mut self,
        ui: &mut Ui,
        units: &[UnitView],
        quotes: Quotes,
        face: &Face,
        indent: f32,
    ) -> Rect {
        let width = ui.available_width();
        let set = Set::units(ui, units, quotes, face, width - indent);
        let (_, room) = ui.allocate_space(vec2(width, set.height()));
        let rect = Rect::from_min_max(room.min + vec2(indent, 0.0), room.max);
        let first = self.next;
        self.next += units.len();
        let pieces: Vec<Vec<Rect>> = (0..units.len())
            .map(|unit| set.pieces(unit, rect.min))
            .collect();
        for (unit, pieces) in units.iter().zip(&pieces) {
            if unit.mark.is_some() {
                for piece in pieces {
                    marking::paint_tint(ui.painter(), self.look.theme, *piece);
                }
            }
        }
        set.paint(ui, rect.min, face.ink);
        for (offset, (unit, pieces)) in units.iter().zip(&pieces).enumerate() {
            self.unit(ui, first + offset, unit, pieces);
        }
        self.flags(ui, room, units, &pieces);
        room
    }

    fn unit(&mut self, ui: &Ui, index: usize, unit: &UnitView, pieces: &[Rect]) {
        let Some(first) = pieces.first() else {
            return;
        };
        let theme = self.look.theme;
        let id = unit_id(self.id, index);
        let current = index == self.local.current;
        // Only the current unit is a tab stop: the whole list is one.
        let sense = if current {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let mut response = ui.interact(*first, id, sense);
        for (row, piece) in pieces.iter().enumerate().skip(1) {
            let more = ui.interact(*piece, id.with(("row", row)), Sense::CLICK);
            response = response.union(more);
        }
        let whole = pieces
            .iter()
            .fold(Rect::NOTHING, |whole, piece| whole.union(*piece));
        self.describe(ui.ctx(), index, unit, whole, ui.is_enabled());
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        for piece in pieces {
            if let Some(mark) = unit.mark {
                marking::paint_underline(ui.painter(), theme, *piece, mark.sure);
            }
            if response.hovered() {
                marking::paint_hover(ui, theme, *piece);
            }
            if self.picked == Some(index) {
                ui.painter().rect_stroke(
                    piece.expand2(vec2(BOX_REACH, 1.0)),
                    CornerRadius::same(4),
                    Stroke::new(2.0, theme.colours.ink),
                    StrokeKind::Middle,
                );
            }
        }
        if self.picked == Some(index) {
            self.picked_pieces = pieces.to_vec();
        }
        if response.clicked() {
            self.clicked = Some(index);
        }
        if current {
            self.current(ui, id, whole);
            let ringed = pieces.iter().map(|piece| piece.expand2(vec2(2.0, 0.0)));
            focus_ring::around(ui, id, ringed.collect(), 3);
        }
    }

    fn current(&mut self, ui: &Ui, id: Id, whole: Rect) {
        let ctx = ui.ctx();
        if std::mem::take(&mut self.local.claim) {
            claim_focus(ctx, id);
        }
        lock_arrows(ctx, id, false);
        let frame = ctx.cumulative_frame_nr();
        let come = focus_ring::has_come(ctx, id);
        // What stands above may have taken its height only after the page was scrolled.
        let missed = self.local.revealed.is_some_and(|then| frame > then + 1)
            && !ui.clip_rect().intersects(whole);
        if std::mem::take(&mut self.local.reveal) || come {
            self.local.revealed = Some(frame);
        } else if missed {
            self.local.revealed = None;
        } else {
            return;
        }
        // A low view has no room for all the air.
        let spare = ((ui.clip_rect().height() - whole.height()) / 2.0).max(0.0);
        let air = air(ctx, self.look.theme).min(spare);
        ui.scroll_to_rect(whole.expand2(vec2(0.0, air)), None);
        ctx.request_repaint();
    }

    /// What a screen reader is told about a unit.
    fn describe(&self, ctx: &Context, index: usize, unit: &UnitView, whole: Rect, enabled: bool) {
        let look = &self.look;
        let name = match self.entries.get(index).and_then(|entry| entry.speaker) {
            Some(speaker) => look.strings.with(
                "scene-unit-spoken",
                &[("speaker", speaker.into()), ("text", unit.text().into())],
            ),
            None => unit.text(),
        };
        let mark = unit.mark.map(|mark| mark_words(look, mark));
        ctx.accesskit_node_builder(unit_id(self.id, index), |node| {
            node.set_role(Role::ListBoxOption);
            node.set_label(name);
            node.set_language(look.language.tag());
            node.set_selected(unit.mark.is_some());
            if let Some((kind, sure)) = mark {
                node.set_description(look.strings.with(
                    "scene-unit-marked",
                    &[("kind", kind.into()), ("sure", sure.into())],
                ));
            }
            node.set_position_in_set(index);
            node.set_bounds(bounds(whole));
            if enabled {
                node.add_action(Action::Focus);
                node.add_action(Action::Click);
                node.add_action(Action::ScrollIntoView);
            } else {
                node.set_disabled();
            }
        });
    }

    /// One flag a row, for the strongest mark among the units that begin there.
    fn flags(&self, ui: &Ui, rect: Rect, units: &[UnitView], pieces: &[Vec<Rect>]) {
        let mut rows: Vec<(f32, Pos2, Sureness)> = Vec::new();
        for (unit, pieces) in units.iter().zip(pieces) {
            let (Some(mark), Some(first)) = (unit.mark, pieces.first()) else {
                continue;
            };
            let place = pos2(rect.left() - self.look.flag, first.center().y);
            match rows
                .iter_mut()
                .find(|(top, ..)| (*top - first.top()).abs() < 1.0)
            {
                Some((_, _, sure)) => *sure = (*sure).max(mark.sure),
                None => rows.push((first.top(), place, mark.sure)),
            }
        }
        for (_, place, sure) in rows {
            marking::paint_flag(ui.painter(), self.look.theme, place, sure);
        }
    }
}

/// A mark in words: its kind and its degree.
pub(super) fn mark_words(look: &ListLook<'_>, mark: Mark) -> (String, String) {
    let kind = look
        .concerns
        .iter()
        .find(|concern| concern.key == mark.concern)
        .map_or_else(String::new, |concern| concern.label.to_string());
    (kind, marking::word(look.strings, mark.sure))
}
