//! A person at a real window: `drive.py` gives the hands, this the patience.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};

/// How long anything may take to appear. Far more than it needs: a busy machine
/// makes the test slow, never red.
const PATIENCE: Duration = Duration::from_mins(1);

/// A node of the accessibility tree.
#[derive(Debug, Clone, Deserialize)]
pub struct Node {
    /// "push button".
    pub role: String,
    /// What a reader says.
    pub name: String,
    /// What it says after that.
    pub description: String,
    /// "focused", "selected", ….
    pub states: Vec<String>,
    path: Vec<usize>,
}

impl Node {
    /// Whether it is in this state.
    pub fn is(&self, state: &str) -> bool {
        self.states.iter().any(|known| known == state)
    }
}

/// The window system, and the program in it.
pub struct Desktop {
    hands: Child,
    orders: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Desktop {
    /// A screen of this size, without a window manager.
    pub fn new(size: &str) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/window/drive.py");
        let mut hands = Command::new("/usr/bin/python3")
            .arg(script)
            .arg(format!("--size={size}"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("/usr/bin/python3 runs (the Debian package python3)");
        let orders = hands.stdin.take();
        let answers = BufReader::new(hands.stdout.take().expect("a pipe"));
        let mut desktop = Self {
            hands,
            orders,
            answers,
        };
        assert_eq!(desktop.answer(), json!("ready"));
        desktop
    }

    fn answer(&mut self) -> Value {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("an answer");
        let mut answer: Value =
            serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        if let Some(fault) = answer.get("fault") {
            panic!("{fault}");
        }
        answer["ok"].take()
    }

    fn order(&mut self, order: &Value) -> Value {
        let orders = self.orders.as_mut().expect("a pipe");
        writeln!(orders, "{order}").expect("the driver listens");
        self.answer()
    }

    /// Starts the program.
    pub fn launch(&mut self, arguments: &[&str]) {
        self.order(&json!({
            "do": "launch",
            "program": env!("CARGO_BIN_EXE_second-look"),
            "arguments": arguments,
        }));
    }

    /// Everything a screen reader can reach now.
    pub fn tree(&mut self) -> Vec<Node> {
        serde_json::from_value(self.order(&json!({"do": "tree"}))).expect("nodes")
    }

    /// Waits until `found` finds what it looks for in the tree.
    #[track_caller]
    pub fn until<T>(&mut self, what: &str, mut found: impl FnMut(&[Node]) -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            let tree = self.tree();
            if let Some(found) = found(&tree) {
                return found;
            }
            let ended = self.order(&json!({"do": "ended"}));
            assert!(
                ended.is_null() && start.elapsed() < PATIENCE,
                "{what} did not come (the program's exit: {ended}):\n{}",
                drawn(&tree)
            );
        }
    }

    /// Waits for a node of this role whose name is `name`.
    #[track_caller]
    pub fn wait(&mut self, role: &str, name: &str) -> Node {
        self.until(&format!("the {role} {name:?}"), |tree| {
            tree.iter()
                .find(|node| node.role == role && node.name == name)
                .cloned()
        })
    }

    /// Waits for a node of this role whose name holds `part`.
    #[track_caller]
    pub fn wait_part(&mut self, role: &str, part: &str) -> Node {
        self.until(&format!("a {role} with {part:?}"), |tree| {
            tree.iter()
                .find(|node| node.role == role && node.name.contains(part))
                .cloned()
        })
    }

    /// Does what a reader's user does to a node: its accessible action. The tree
    /// may have moved since it was read: then the node is looked for again.
    #[track_caller]
    pub fn act(&mut self, node: &Node) {
        let (role, name) = (node.role.clone(), node.name.clone());
        let mut path = node.path.clone();
        loop {
            let order = json!({"do": "act", "path": path, "role": role, "name": name});
            if self.order(&order) == json!(true) {
                return;
            }
            path = self.wait(&role, &name).path;
        }
    }

    /// Presses the button of this name.
    #[track_caller]
    pub fn press(&mut self, name: &str) {
        let node = self.wait("push button", name);
        self.act(&node);
    }

    /// Gives a node the focus, and waits until it has it.
    #[track_caller]
    pub fn focus(&mut self, node: &Node) {
        self.order(&json!({"do": "focus", "path": node.path}));
        let (role, name) = (node.role.clone(), node.name.clone());
        self.until(&format!("the focus on {name:?}"), |tree| {
            tree.iter()
                .any(|node| node.role == role && node.name == name && node.is("focused"))
                .then_some(())
        });
    }

    /// Presses keys, one after another.
    pub fn keys(&mut self, keys: &[&str]) {
        self.order(&json!({"do": "keys", "keys": keys}));
    }

    /// Types characters.
    pub fn type_text(&mut self, text: &str) {
        self.order(&json!({"do": "type", "text": text}));
    }

    /// Ends the program as a power cut does.
    pub fn kill(&mut self) {
        self.order(&json!({"do": "kill"}));
    }

    /// Waits until the program has ended by itself, and gives its exit status.
    #[track_caller]
    pub fn ended(&mut self) -> i64 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.order(&json!({"do": "ended"})).as_i64() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end");
            std::thread::yield_now();
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // Its input ends, so it ends the program, the buses and the screen.
        self.orders = None;
        let _ = self.hands.wait();
    }
}

/// The tree as people read it.
pub fn drawn(tree: &[Node]) -> String {
    let mut text = String::new();
    for node in tree {
        let indent = "  ".repeat(node.path.len());
        let _ = writeln!(
            text,
            "{indent}{} {:?} {:?} {:?}",
            node.role, node.name, node.states, node.description
        );
    }
    text
}
