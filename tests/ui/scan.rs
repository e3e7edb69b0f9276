//! What a window holds after a pass, as a reader sees it.

use egui::accesskit::{Action, NodeId, Role};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};

use crate::audit::checks::name;

/// A node of the tree.
#[derive(Debug, Clone)]
pub struct Thing {
    pub id: NodeId,
    pub role: Role,
    pub name: String,
    pub focusable: bool,
    pub focused: bool,
    /// Those above it, nearest first: role, name, id.
    pub above: Vec<(Role, String, NodeId)>,
}

impl Thing {
    /// The group that is one tab stop, if it lies in one.
    pub fn group(&self) -> Option<NodeId> {
        let roles = [Role::List, Role::ListBox, Role::RadioGroup, Role::TabList];
        let found = self.above.iter().find(|(role, ..)| roles.contains(role));
        found.map(|(_, _, id)| *id)
    }
}

/// A window after a pass.
pub struct Scan {
    pub things: Vec<Thing>,
}

impl Scan {
    /// Looks at a window.
    pub fn of<S>(window: &Harness<'_, S>) -> Self {
        let things = window.root().children_recursive();
        Self {
            things: things.map(|node| thing(&node)).collect(),
        }
    }

    /// What has the focus.
    pub fn focused(&self) -> Option<&Thing> {
        self.things.iter().find(|thing| thing.focused)
    }
}

fn thing(node: &Node<'_>) -> Thing {
    let mut above = Vec::new();
    let mut at = node.parent();
    while let Some(parent) = at {
        let own = parent.accesskit_node();
        above.push((own.role(), name(&parent), own.locate().0));
        at = parent.parent();
    }
    let own = node.accesskit_node();
    Thing {
        id: own.locate().0,
        role: own.role(),
        name: name(node),
        focusable: !own.is_disabled()
            && !own.is_hidden()
            && own.data().supports_action(Action::Focus),
        focused: own.is_focused(),
        above,
    }
}
