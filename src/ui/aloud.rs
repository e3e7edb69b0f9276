//! What a voice of the application's own reads: the words that a screen reader
//! would find at the focus and after it. Nothing unless it is asked to listen.

use std::collections::HashMap;

use egui::accesskit::{Node, NodeId, Role, TreeUpdate};
use egui::{Context, FullOutput, Plugin};

use crate::language::Language;

/// For so many passes after something was announced, what the focus came to with it is not read too.
const WITH_IT: u64 = 4;
/// More than anybody listens to.
const LONGEST: usize = 20_000;

/// Keeps the words of the last pass; one a context.
#[derive(Debug, Default)]
pub struct Aloud {
    listening: bool,
    focused: Option<(NodeId, Role)>,
    words: Option<String>,
    language: Option<Language>,
    /// The words at the focus and all after them.
    from_here: Vec<String>,
    /// The focus has come to a text.
    came: bool,
    hushed_until: u64,
}

/// Listens to what the screens say, or not.
pub fn listen(ctx: &Context, on: bool) {
    let aloud = ctx.plugin_or_default::<Aloud>();
    let mut aloud = aloud.lock();
    if aloud.listening == on {
        return;
    }
    *aloud = Aloud {
        listening: on,
        ..Aloud::default()
    };
    drop(aloud);
    if on {
        ctx.enable_accesskit();
        // The words come with the next pass.
        ctx.request_repaint();
    }
}

/// The words at the focus; of a tab, those that it shows too.
#[must_use]
pub fn here(ctx: &Context) -> Option<String> {
    let aloud = ctx.plugin_or_default::<Aloud>();
    let aloud = aloud.lock();
    match aloud.focused {
        Some((_, Role::Tab)) => joined(&aloud.from_here),
        _ => aloud.words.clone(),
    }
}

/// The language of what has the focus, where it says one: a sentence of a scenario does.
#[must_use]
pub fn language(ctx: &Context) -> Option<Language> {
    ctx.plugin_or_default::<Aloud>().lock().language
}

/// The words at the focus and all after them.
#[must_use]
pub fn from_here(ctx: &Context) -> Option<String> {
    joined(&ctx.plugin_or_default::<Aloud>().lock().from_here)
}

/// The words of a text that the focus has come to since the last time.
#[must_use]
pub fn came_to(ctx: &Context) -> Option<String> {
    let aloud = ctx.plugin_or_default::<Aloud>();
    let mut aloud = aloud.lock();
    if std::mem::take(&mut aloud.came) && ctx.cumulative_pass_nr() > aloud.hushed_until {
        aloud.words.clone()
    } else {
        None
    }
}

/// Something is announced: what the focus comes to with it is part of that.
pub fn hush_focus(ctx: &Context) {
    let now = ctx.cumulative_pass_nr();
    ctx.plugin_or_default::<Aloud>().lock().hushed_until = now + WITH_IT;
}

fn joined(words: &[String]) -> Option<String> {
    let mut all = String::new();
    for words in words {
        if all.len() + words.len() > LONGEST {
            break;
        }
        all.push_str(words);
        all.push('\n');
    }
    (!all.is_empty()).then_some(all)
}

impl Plugin for Aloud {
    fn debug_name(&self) -> &'static str {
        "aloud"
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        if !self.listening {
            return;
        }
        let Some(update) = &output.platform_output.accesskit_update else {
            return;
        };
        let read = read(update);
        if read.focused != self.focused {
            let text = matches!(
                read.focused,
                Some((_, Role::ListBoxOption | Role::Heading | Role::Label))
            );
            if text {
                self.came = true;
                ctx.request_repaint();
            }
        }
        self.focused = read.focused;
        self.words = read.words;
        self.language = read.language;
        self.from_here = read.from_here;
    }
}

#[derive(Default)]
struct Read {
    focused: Option<(NodeId, Role)>,
    words: Option<String>,
    language: Option<Language>,
    from_here: Vec<String>,
}

fn read(update: &TreeUpdate) -> Read {
    let nodes: HashMap<NodeId, &Node> = update.nodes.iter().map(|(id, node)| (*id, node)).collect();
    let Some(node) = nodes.get(&update.focus) else {
        return Read::default();
    };
    let mut order = Vec::new();
    if let Some(root) = update.tree.as_ref().map(|tree| tree.root) {
        walk(&nodes, root, &mut order);
    }
    let after = order
        .iter()
        .skip_while(|id| **id != update.focus)
        .filter_map(|id| words_of(nodes.get(id)?));
    Read {
        focused: Some((update.focus, node.role())),
        words: words_of(node),
        language: node.language().and_then(Language::of_tag),
        from_here: after.collect(),
    }
}

/// All nodes in reading order.
fn walk(nodes: &HashMap<NodeId, &Node>, at: NodeId, order: &mut Vec<NodeId>) {
    order.push(at);
    if let Some(node) = nodes.get(&at) {
        for child in node.children() {
            walk(nodes, *child, order);
        }
    }
}

/// What is read of a node: its name, and what is said after it. Nothing of the announcer.
fn words_of(node: &Node) -> Option<String> {
    if matches!(node.role(), Role::Status | Role::Window) {
        return None;
    }
    let name = node.label().filter(|name| !name.is_empty());
    let value = node.value().filter(|value| !value.is_empty());
    let mut parts: Vec<&str> = name.into_iter().chain(value).collect();
    parts.extend(node.description());
    (!parts.is_empty()).then(|| super::spoken::sentences(parts))
}
