//! The focus ring: two colours, outside the control, painted once a pass.
//!
//! egui shows focus only as the pressed look. Here whatever holds the focus
//! gets the same ring, after everything else of its layer has been painted.

use egui::{Color32, Context, Id, IdMap, Plugin, Rect, Stroke, StrokeKind, Ui};

use super::tokens::{FocusToken, Tokens};

/// Where the ring goes when a widget's own rectangle is not the place.
#[derive(Debug, Clone)]
struct Pieces {
    rects: Vec<Rect>,
    radius: u8,
    clip: Option<Rect>,
}

/// Paints the ring; one a context, made when the theme is applied.
#[derive(Debug)]
pub struct FocusRing {
    dark: Color32,
    bright: Color32,
    token: FocusToken,
    pieces: IdMap<Pieces>,
    /// What has the focus and was brought into sight for it.
    in_sight: Option<Id>,
}

impl Default for FocusRing {
    fn default() -> Self {
        Self {
            dark: Color32::BLACK,
            bright: Color32::WHITE,
            token: Tokens::built_in().focus,
            pieces: IdMap::default(),
            in_sight: None,
        }
    }
}

/// Sets the ring's colours and strokes.
pub fn set_look(ctx: &Context, dark: Color32, bright: Color32, token: FocusToken) {
    let ring = ctx.plugin_or_default::<FocusRing>();
    let mut ring = ring.lock();
    ring.dark = dark;
    ring.bright = bright;
    ring.token = token;
}

/// Rings these pieces (the rows of a sentence) in place of the widget's rectangle, in this pass.
pub fn around(ui: &Ui, id: Id, rects: Vec<Rect>, radius: u8) {
    let pieces = Pieces {
        rects,
        radius,
        clip: Some(ui.clip_rect().expand(reach(ui.ctx()))),
    };
    ui.plugin_or_default::<FocusRing>()
        .lock()
        .pieces
        .insert(id, pieces);
}

/// Rings the widget's rectangle with this corner, in this pass; where the focus has just come to it, brings it
/// into sight with room for the ring: egui moves the focus and leaves the scrolling to the widgets.
pub fn corner(ui: &Ui, id: Id, rect: Rect, radius: u8) {
    if has_come(ui.ctx(), id) {
        ui.scroll_to_rect(rect.expand(reach(ui.ctx()) + 3.0), None);
    }
    let pieces = Pieces {
        rects: vec![rect],
        radius,
        clip: None,
    };
    ui.plugin_or_default::<FocusRing>()
        .lock()
        .pieces
        .insert(id, pieces);
}

/// Whether the focus has come to this since it was asked last: true once each time it comes.
///
/// egui's own `gained_focus` is true only in the pass that moved the focus, and not at all for what
/// was drawn before that.
#[must_use]
pub fn has_come(ctx: &Context, id: Id) -> bool {
    if !ctx.memory(|memory| memory.has_focus(id)) {
        return false;
    }
    let ring = ctx.plugin_or_default::<FocusRing>();
    let before = ring.lock().in_sight.replace(id);
    before != Some(id)
}

/// What has the focus has been moved by what it did: it is brought into sight once more.
pub fn moved(ctx: &Context) {
    ctx.plugin_or_default::<FocusRing>().lock().in_sight = None;
}

/// How far the ring reaches outside a control.
#[must_use]
pub fn reach(ctx: &Context) -> f32 {
    let token = ctx.plugin_or_default::<FocusRing>().lock().token;
    reach_of(token)
}

fn reach_of(token: FocusToken) -> f32 {
    token.inner + token.outer
}

/// Where a ring may be painted: it may overhang a control's edges, but not
/// those that a scroll area has cut off.
fn overhang(rect: Rect, visible: Rect, token: FocusToken) -> Rect {
    let far = reach_of(token) + 1.0;
    let mut clip = visible.expand(far);
    if visible.min.y > rect.min.y {
        clip.min.y = visible.min.y;
    }
    if visible.max.y < rect.max.y {
        clip.max.y = visible.max.y;
    }
    clip
}

impl Plugin for FocusRing {
    fn debug_name(&self) -> &'static str {
        "focus ring"
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let registered = std::mem::take(&mut self.pieces);
        let focused = ui.memory(egui::Memory::focused);
        if self.in_sight != focused {
            self.in_sight = None;
        }
        let Some(id) = focused else {
            return;
        };
        let Some(response) = ui.ctx().read_response(id) else {
            return;
        };
        if !response.interact_rect.is_positive() {
            return;
        }
        let token = self.token;
        let pieces = registered.get(&id);
        let own = [response.rect];
        let (rects, radius) =
            pieces.map_or((&own[..], 6), |pieces| (&pieces.rects[..], pieces.radius));
        let clip = pieces
            .and_then(|pieces| pieces.clip)
            .unwrap_or_else(|| overhang(response.rect, response.interact_rect, token));
        let painter = ui
            .ctx()
            .layer_painter(response.layer_id)
            .with_clip_rect(clip);
        for rect in rects {
            let corner = f32::from(radius);
            painter.rect_stroke(
                rect.expand(token.inner),
                corner + token.inner,
                Stroke::new(token.outer, self.bright),
                StrokeKind::Outside,
            );
            painter.rect_stroke(
                *rect,
                corner,
                Stroke::new(token.inner, self.dark),
                StrokeKind::Outside,
            );
        }
    }
}
