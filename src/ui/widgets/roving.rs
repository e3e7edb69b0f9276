//! One tab stop for a group, arrows inside it.

use egui::accesskit::Action;
use egui::{Context, EventFilter, Id, Key, Modifiers, Response, Sense, Ui};

/// Which arrows walk the group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Up and Down.
    Vertical,
    /// Left and Right.
    Horizontal,
    /// All four.
    Both,
}

/// A group of `count` members that is one tab stop.
#[derive(Debug, Clone, Copy)]
pub struct Roving {
    id: Id,
    count: usize,
    axis: Axis,
    stop: usize,
}

impl Roving {
    /// A group whose tab stop is where it was last.
    #[must_use]
    pub fn new(ctx: &Context, id: Id, count: usize, axis: Axis) -> Self {
        let stop = ctx.data(|data| data.get_temp(id)).unwrap_or(0usize);
        Self {
            id,
            count,
            axis,
            stop: stop.min(count.saturating_sub(1)),
        }
    }

    /// The same, with the tab stop here unless the focus is inside already.
    #[must_use]
    pub fn with_stop(mut self, ctx: &Context, stop: usize) -> Self {
        let focused = ctx.memory(egui::Memory::focused);
        let inside = (0..self.count).any(|index| focused == Some(self.member(index)));
        if !inside {
            self.stop = stop.min(self.count.saturating_sub(1));
        }
        self
    }

    /// The id of a member: give it to `Ui::interact`.
    #[must_use]
    pub fn member(&self, index: usize) -> Id {
        self.id.with(index)
    }

    /// What a member senses: clicks, and the focus where the tab stop is.
    #[must_use]
    pub fn sense(&self, index: usize) -> Sense {
        if index == self.stop {
            Sense::click()
        } else {
            Sense::CLICK
        }
    }

    /// Which member is the tab stop.
    #[must_use]
    pub const fn stop(&self) -> usize {
        self.stop
    }

    fn go(&mut self, ctx: &Context, index: usize) {
        self.stop = index;
        ctx.data_mut(|data| data.insert_temp(self.id, index));
        ctx.memory_mut(|memory| memory.request_focus(self.member(index)));
        // The arrows belong to the new member only from the next pass on: one
        // more pass now, or a quick second arrow would leave the group.
        ctx.request_discard("the focus moved inside a group");
    }

    /// Gives the focus to a member.
    pub fn focus(&mut self, ctx: &Context, index: usize) {
        self.go(ctx, index);
    }

    /// Handles a member after it was shown; says which member the focus moved to, if it did.
    pub fn after(&mut self, ui: &Ui, index: usize, response: &Response) -> Option<usize> {
        let ctx = ui.ctx();
        ctx.accesskit_node_builder(response.id, |node| node.add_action(Action::Focus));
        let asked =
            ui.input(|input| input.has_accesskit_action_request(response.id, Action::Focus));
        if (asked || response.clicked()) && !response.has_focus() {
            self.go(ctx, index);
            return None;
        }
        if !response.has_focus() {
            return None;
        }
        if self.stop != index {
            self.stop = index;
        }
        ctx.data_mut(|data| data.insert_temp(self.id, index));
        let filter = EventFilter {
            horizontal_arrows: self.axis != Axis::Vertical,
            vertical_arrows: self.axis != Axis::Horizontal,
            ..EventFilter::default()
        };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        if response.gained_focus() {
            ctx.request_discard("a group gained the focus");
            return None;
        }
        let target = self.step(ui, index)?;
        self.go(ctx, target);
        Some(target)
    }

    fn step(&self, ui: &Ui, index: usize) -> Option<usize> {
        let last = self.count.checked_sub(1)?;
        let vertical = self.axis != Axis::Horizontal;
        let horizontal = self.axis != Axis::Vertical;
        ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            if (vertical && pressed(Key::ArrowDown)) || (horizontal && pressed(Key::ArrowRight)) {
                Some((index + 1).min(last))
            } else if (vertical && pressed(Key::ArrowUp)) || (horizontal && pressed(Key::ArrowLeft))
            {
                Some(index.saturating_sub(1))
            } else if pressed(Key::Home) {
                Some(0)
            } else if pressed(Key::End) {
                Some(last)
            } else {
                None
            }
        })
        .filter(|target| *target != index)
    }
}
