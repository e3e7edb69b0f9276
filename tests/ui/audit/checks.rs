//! What can be amiss on an open screen, without touching it.

use std::collections::BTreeSet;

use egui::accesskit::{Action, Role};
use egui::epaint::{ClippedShape, Shape};
use egui::{Color32, Rect};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};

use second_look::scenario::shelf::Shelf;
use second_look::ui::tokens::Palette;

use super::screens::Screen;
use crate::stand::Window;

/// Ids that no screen may know.
pub struct Ids(BTreeSet<String>);

impl Ids {
    /// Cues and lures of the practice scenario. One of a single word could be a word of the text.
    pub fn of_practice() -> Self {
        let story = Shelf::new(None)
            .load("practice", false)
            .expect("the practice scenario is built in")
            .story
            .expect("it loads");
        let cues = story.cues.iter().map(|cue| &cue.id);
        let lures = story.lures.iter().map(|lure| &lure.id);
        let ids: BTreeSet<String> = cues
            .chain(lures)
            .filter(|id| id.contains('-'))
            .map(ToString::to_string)
            .collect();
        assert!(ids.len() > 3, "too few to look for");
        Self(ids)
    }

    pub fn these(ids: &[&str]) -> Self {
        Self(ids.iter().map(ToString::to_string).collect())
    }
}

/// A node's name: its label, or for words their text.
pub fn name(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// Tells one node from another, whatever language it is in.
pub fn key(node: &Node<'_>) -> String {
    format!("{:?}", node.accesskit_node().id())
}

/// What a message calls a node.
pub fn called(node: &Node<'_>) -> String {
    format!("{:?} “{}”", node.accesskit_node().role(), name(node))
}

/// Nodes that can hold the focus.
pub fn focusable<'w, S>(window: &'w Harness<'_, S>) -> Vec<Node<'w>> {
    window
        .root()
        .children_recursive()
        .filter(can_hold_focus)
        .collect()
}

pub fn can_hold_focus(node: &Node<'_>) -> bool {
    let data = node.accesskit_node();
    data.data().supports_action(Action::Focus) && !data.is_disabled()
}

/// Everything that is amiss.
pub fn all(window: &Window, screen: &Screen, ids: &Ids) -> Vec<String> {
    [
        without_name(window),
        icons_in_words(window),
        told(window, ids),
        titles(window, screen.titles),
        small_targets(window),
        text_past_its_pane(window),
        rings(window),
    ]
    .concat()
}

/// What can hold the focus and has no name.
pub fn without_name<S>(window: &Harness<'_, S>) -> Vec<String> {
    let found = focusable(window);
    if found.is_empty() {
        return vec!["nothing can hold the focus".to_owned()];
    }
    found
        .iter()
        .filter(|node| name(node).trim().is_empty())
        .map(|node| format!("{} has no name", called(node)))
        .collect()
}

/// Characters of the icon font in a name: a screen reader would say them.
pub fn icons_in_words<S>(window: &Harness<'_, S>) -> Vec<String> {
    let private = |text: &str| {
        text.chars()
            .any(|letter| matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}'))
    };
    window
        .root()
        .children_recursive()
        .filter(|node| {
            let data = node.accesskit_node();
            [data.label(), data.value(), data.description()]
                .into_iter()
                .flatten()
                .any(|text| private(&text))
        })
        .map(|node| format!("{} holds an icon", called(&node)))
        .collect()
}

/// Ids of cues and lures anywhere in the tree: names, values, descriptions and whatever else a node carries.
pub fn told<S>(window: &Harness<'_, S>, ids: &Ids) -> Vec<String> {
    let mut found = Vec::new();
    for node in window.root().children_recursive() {
        let whole = format!("{:?}", node.accesskit_node().data());
        for id in &ids.0 {
            if whole.contains(id.as_str()) {
                found.push(format!("{} tells {id}", called(&node)));
            }
        }
    }
    found
}

/// Headings of the first level, and something that holds the focus.
fn titles<S>(window: &Harness<'_, S>, expected: usize) -> Vec<String> {
    let mut amiss = Vec::new();
    let first = window
        .root()
        .children_recursive()
        .filter(|node| {
            let data = node.accesskit_node();
            data.role() == Role::Heading && data.level() == Some(1)
        })
        .count();
    if first != expected {
        amiss.push(format!(
            "{first} headings of the first level in place of {expected}"
        ));
    }
    if !window
        .root()
        .children_recursive()
        .any(|node| node.accesskit_node().is_focused())
    {
        amiss.push("nothing has the focus".to_owned());
    }
    amiss
}

/// Targets under 24 px, or past the window's sides.
pub fn small_targets<S>(window: &Harness<'_, S>) -> Vec<String> {
    let width = window.ctx.viewport_rect().width();
    focusable(window)
        .iter()
        .filter(|node| {
            // What is only read is no target; a sentence is as high as its line (2.5.8 lets text be).
            let role = node.accesskit_node().role();
            !matches!(role, Role::Heading | Role::ListItem | Role::ListBoxOption)
                && node.rect().width() > 0.0
        })
        .filter(|node| {
            let rect = node.rect();
            rect.width() < 24.0
                || rect.height() < 24.0
                || rect.left() < -0.5
                || rect.right() > width + 0.5
        })
        .map(|node| {
            format!(
                "{} is too small or outside: {:?}",
                called(node),
                node.rect()
            )
        })
        .collect()
}

/// Words that run past the side of what they are painted in, or that are cut through from above or below by something
/// too low for a line.
pub fn text_past_its_pane<S>(window: &Harness<'_, S>) -> Vec<String> {
    let whole = window.ctx.viewport_rect();
    let mut found = Vec::new();
    for ClippedShape { clip_rect, shape } in &window.output().shapes {
        each_text(shape, &mut |words, placed| {
            let clip = clip_rect.intersect(whole);
            let seen = placed.intersect(clip);
            if !placed.is_positive() || seen.height() <= 1.0 {
                return;
            }
            if placed.left() < clip.left() - 1.0 || placed.right() > clip.right() + 1.0 {
                found.push(format!("“{words}” at {placed:?} runs past {clip:?}"));
            }
        });
    }
    found.sort();
    found.dedup();
    found
}

fn each_text(shape: &Shape, take: &mut impl FnMut(&str, Rect)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| each_text(shape, take)),
        Shape::Text(text) if text.angle == 0.0 => {
            let placed = text.galley.rect.translate(text.pos.to_vec2());
            take(text.galley.text(), placed);
        }
        _ => {}
    }
}

/// The rectangles of the focus ring's outer colour, with what they are cut to.
pub fn ring_pieces<S>(window: &Harness<'_, S>) -> Vec<(Rect, Rect)> {
    let bright: Vec<Color32> = ["light", "dark", "contrast"]
        .into_iter()
        .map(|name| Palette::built_in(name).focus_bright)
        .collect();
    let whole = window.ctx.viewport_rect();
    window
        .output()
        .shapes
        .iter()
        .filter_map(|ClippedShape { clip_rect, shape }| match shape {
            Shape::Rect(rect)
                if rect.fill == Color32::TRANSPARENT
                    && rect.stroke.width > 2.5
                    && bright.contains(&rect.stroke.color) =>
            {
                Some((rect.rect, clip_rect.intersect(whole)))
            }
            _ => None,
        })
        .collect()
}

/// The ring stands round what has the focus, and can be seen.
pub fn rings<S>(window: &Harness<'_, S>) -> Vec<String> {
    let Some(held) = window
        .root()
        .children_recursive()
        .find(|node| node.accesskit_node().is_focused())
    else {
        return Vec::new();
    };
    let pieces = ring_pieces(window);
    if pieces.is_empty() {
        return vec![format!("no ring round {} {:?}", called(&held), held.rect())];
    }
    let seen = pieces
        .iter()
        .map(|(rect, clip)| rect.intersect(*clip))
        .any(|seen| seen.width() >= 16.0 && seen.height() >= 16.0);
    if seen {
        Vec::new()
    } else {
        vec![format!("the ring round {} is out of sight", called(&held))]
    }
}
