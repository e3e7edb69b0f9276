//! What a screen reader is told: two status nodes used in turn.
//!
//! A live node speaks only when its words change, so the same words twice need
//! two nodes; and two announcements within one pass would drown each other.

use std::collections::VecDeque;

use egui::accesskit::{Live, Role};
use egui::{Context, Id};

/// Announcements, said one a pass in the order they came.
#[derive(Debug, Default)]
pub struct Announcer {
    waiting: VecDeque<String>,
    nodes: [String; 2],
    next: usize,
}

impl Announcer {
    /// Says something politely.
    pub fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.is_empty() {
            self.waiting.push_back(words);
        }
    }

    /// Forgets everything and says only this: the screen is covered.
    pub fn only(&mut self, words: impl Into<String>) {
        self.waiting.clear();
        self.nodes = Default::default();
        self.say(words);
    }

    /// What was said last.
    #[must_use]
    pub fn last(&self) -> &str {
        &self.nodes[1 - self.next]
    }

    /// Writes the nodes: once, at the end of a pass. Gives what is said in it.
    pub fn show(&mut self, ctx: &Context) -> Option<String> {
        let mut said = None;
        if !ctx.will_discard()
            && let Some(words) = self.waiting.pop_front()
        {
            said = Some(words.clone());
            self.nodes[self.next] = words;
            self.next = 1 - self.next;
            if !self.waiting.is_empty() {
                ctx.request_repaint();
            }
        }
        for (number, words) in self.nodes.iter().enumerate() {
            ctx.accesskit_node_builder(Id::new(("announcer", number)), |node| {
                node.set_role(Role::Status);
                node.set_live(Live::Polite);
                node.set_label(words.as_str());
            });
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_said_by_the_other_node_one_a_pass() {
        let mut announcer = Announcer::default();
        announcer.say("Marked.");
        announcer.say("Marked.");
        let ctx = Context::default();
        ctx.run_ui(egui::RawInput::default(), |ui| {
            drop(announcer.show(ui.ctx()));
        })
        .textures_delta
        .clear();
        assert_eq!(announcer.nodes, ["Marked.".to_owned(), String::new()]);
        ctx.run_ui(egui::RawInput::default(), |ui| {
            drop(announcer.show(ui.ctx()));
        })
        .textures_delta
        .clear();
        assert_eq!(
            announcer.nodes,
            ["Marked.".to_owned(), "Marked.".to_owned()]
        );
        assert_eq!(announcer.last(), "Marked.");
    }
}
