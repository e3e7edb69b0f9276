//! The real program in a real window, driven as a screen reader's user drives it.
//!
//! Needs the Debian packages that `tests/window/drive.py` names, and fails
//! where one is missing.

#[path = "window/driver.rs"]
mod driver;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use driver::{Desktop, Node};

const PRACTICE: &str = "A practice run: the hall on Tuesday";
const SLEEVES: &str =
    "His sleeves are pulled down over his hands, and the radiator beside him is off.";
const REASONS: &str = "Beryl has his number, and the driver did not give it.";

/// The one journal in a data folder.
fn journal(data: &Path) -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir(data.join("attempts"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "jsonl")
        })
        .collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

/// The journal's header and its actions, as JSON.
fn entries(data: &Path) -> (Value, Vec<Value>) {
    let text = std::fs::read_to_string(journal(data)).expect("a journal");
    let mut lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    let header = lines.next().expect("a header");
    (
        header,
        lines.map(|mut line| line["action"].take()).collect(),
    )
}

/// The document that the program prints.
fn printed(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_second-look"))
        .args(arguments)
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The least that first run asks.
fn set_up(desktop: &mut Desktop) {
    let name = desktop.wait("entry", "Your name or number here");
    desktop.focus(&name);
    desktop.type_text("T-17");
    desktop.keys(&["ctrl+Return"]);
    desktop.wait("list", "Scenarios");
}

/// From the library into the scene, by keys alone where the focus is.
fn open_practice(desktop: &mut Desktop) {
    let row = desktop.wait_part("push button", PRACTICE);
    desktop.focus(&row);
    desktop.keys(&["Return"]);
    desktop.wait_part("label", "You can pause (Esc)");
    desktop.keys(&["ctrl+Return"]);
    desktop.wait("list box", "What you see and hear");
}

/// Marks a sentence with three keys.
fn mark(desktop: &mut Desktop, sentence: &str, keys: &[&str]) {
    let unit = desktop.wait("list item", sentence);
    desktop.focus(&unit);
    desktop.keys(keys);
    desktop.until(&format!("a mark on {sentence:?}"), |tree| {
        let marked = |node: &&Node| node.name == sentence && node.is("selected");
        tree.iter().find(marked).cloned()
    });
}

/// Decides, and takes the choice whose name holds `part`.
fn choose(desktop: &mut Desktop, part: &str) {
    desktop.press("Decide what to do");
    let choice = desktop.wait_part("push button", part);
    desktop.act(&choice);
    let name = choice.name;
    desktop.until("the next scene", |tree| {
        (!tree.iter().any(|node| node.name == name)).then_some(())
    });
}

#[test]
#[allow(
    clippy::too_many_lines,
    reason = "one play, from its beginning to its end"
)]
fn a_scenario_is_played_from_the_library_to_the_debrief_and_scored_the_same_again() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a name");
    let mut desktop = Desktop::new("1280x720");
    desktop.launch(&["--data", folder, "--motion", "off"]);
    set_up(&mut desktop);
    open_practice(&mut desktop);

    mark(&mut desktop, SLEEVES, &["space", "7", "1"]);
    desktop.press("The side window");
    desktop.wait_part("list item", "One of its six panes has a crack across it");
    desktop.press("Hall diary, November");
    let told = "Left a message with the school office both times, nothing back yet.";
    mark(&mut desktop, told, &["space", "0", "2"]);
    desktop.keys(&["Escape"]);
    choose(&mut desktop, "Who did you leave the messages with");
    choose(&mut desktop, "Get a hot drink to Tobi");
    choose(&mut desktop, "Tell me about your evening");
    choose(&mut desktop, "Go out to the porch with him");
    choose(&mut desktop, "ring the number for Tobi’s dad");

    let reasons = desktop.wait("entry", "Why did you ring before he left?");
    desktop.focus(&reasons);
    desktop.type_text(REASONS);
    desktop.keys(&["ctrl+Return"]);

    desktop.press("Decide what to do");
    for answer in [
        (
            "radio button",
            "Damage to a window, who did it not yet known.",
        ),
        ("check box", "Cold, and without food since midday."),
    ] {
        let answer = desktop.wait(answer.0, answer.1);
        desktop.act(&answer);
        desktop.until(&format!("{:?} chosen", answer.name), |tree| {
            tree.iter()
                .find(|node| node.name == answer.name && node.is("checked"))
                .cloned()
        });
    }
    desktop.press("Submit record");
    choose(
        &mut desktop,
        "ring the school’s family worker about Tuesdays",
    );

    desktop.wait("heading", "The scene ends here.");
    desktop.press("Continue");
    desktop.wait("heading", "Before you see what was there");
    let half: Vec<Node> = desktop.until("the ratings", |tree| {
        let half = tree
            .iter()
            .filter(|node| node.role == "radio button" && node.name == "About half");
        let half: Vec<Node> = half.cloned().collect();
        (half.len() == 2).then_some(half)
    });
    desktop.act(&half[1]);
    desktop.until("the rating", |tree| {
        tree.iter()
            .find(|node| node.name == "About half" && node.is("checked"))
            .cloned()
    });
    desktop.press("Continue");

    let beyond = desktop.wait_part("level bar", "Beyond: ").name;
    let immediate = desktop.wait_part("level bar", "Immediate: ").name;
    desktop.keys(&["ctrl+q"]);
    assert_eq!(desktop.ended(), 0);

    let (header, actions) = entries(data.path());
    assert_eq!(header["trainee"], "T-17");
    let done: Vec<&str> = actions
        .iter()
        .filter_map(|action| action["do"].as_str())
        .collect();
    for verb in [
        "inspect", "mark", "decide", "choose", "explain", "fill", "reflect",
    ] {
        assert!(done.contains(&verb), "{verb}: {done:?}");
    }
    let explained = actions.iter().find(|action| action["do"] == "explain");
    assert_eq!(
        explained.map(|action| &action["text"]),
        Some(&Value::from(REASONS))
    );

    let path = journal(data.path());
    let mut score = printed(&[
        "report",
        path.to_str().expect("a name"),
        "--format",
        "json",
        "--data",
        folder,
    ]);
    assert_eq!(score["finished"], true);
    for (side, shown) in [("beyond", &beyond), ("immediate", &immediate)] {
        let (hits, reach) = (
            &score["noticing"][side]["hits"],
            &score["noticing"][side]["cues_in_reach"],
        );
        assert!(
            shown.contains(&format!("{hits} of {reach} ")),
            "{shown}: {score}"
        );
    }

    // The same actions, bare, in a file: the command line scores them from nothing.
    let again = tempfile::tempdir().expect("a folder");
    let file = again.path().join("actions.jsonl");
    let bare: Vec<String> = actions.iter().map(ToString::to_string).collect();
    std::fs::write(&file, bare.join("\n")).expect("a file");
    let second = printed(&[
        "play",
        "practice",
        "--seed",
        &header["seed"].to_string(),
        "--actions",
        file.to_str().expect("a name"),
        "--data",
        again.path().to_str().expect("a name"),
    ]);
    // How sure the figures are is the report's own.
    if let Some(score) = score.as_object_mut() {
        assert!(score.remove("certainty").is_some());
    }
    assert_eq!(score, second);
}

#[test]
fn a_program_killed_in_the_midst_of_play_goes_on_where_it_was() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = data.path().to_str().expect("a name");
    let mut desktop = Desktop::new("1280x720");
    desktop.launch(&["--data", folder, "--motion", "off"]);
    set_up(&mut desktop);
    open_practice(&mut desktop);
    mark(&mut desktop, SLEEVES, &["space", "7", "1"]);
    choose(&mut desktop, "Get a hot drink to Tobi");
    desktop.wait_part("list item", "Tobi wraps both hands round the cup.");
    let (_, before) = entries(data.path());
    desktop.kill();

    desktop.launch(&["--data", folder, "--motion", "off"]);
    desktop.wait_part("heading", "Nothing was lost.");
    desktop.press("Resume");
    desktop.wait_part("list item", "Tobi wraps both hands round the cup.");
    let kept = desktop.wait("list item", SLEEVES);
    assert!(kept.is("selected"), "the mark stands: {kept:?}");
    let (_, after) = entries(data.path());
    assert_eq!(after[..before.len()], before[..], "nothing shown was lost");

    desktop.keys(&["ctrl+q"]);
    assert_eq!(desktop.ended(), 0);
    let (_, at_last) = entries(data.path());
    assert_eq!(
        at_last.last().map(|action| &action["do"]),
        Some(&Value::from("pause"))
    );
}

/// Copies a folder of the project, files and folders in it.
fn copy_folder(name: &str, to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::create_dir_all(to.join(name)).expect("a folder");
    for entry in std::fs::read_dir(&from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let within = format!("{name}/{}", path.file_name().expect("a name").display());
        if path.is_dir() {
            copy_folder(&within, to);
        } else {
            std::fs::copy(&path, to.join(&within)).expect("a copy");
        }
    }
}

/// Edits a file as many editors do: the new one is written beside it and takes its name.
fn edit(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).expect("a file");
    assert!(text.contains(from), "{from:?} in {}", file.display());
    let beside = file.with_extension("new");
    std::fs::write(&beside, text.replace(from, to)).expect("written");
    std::fs::rename(beside, file).expect("renamed");
}

#[test]
fn edited_files_are_taken_up_and_an_open_attempt_plays_on_its_own_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let text = |name: &str| path(name).to_str().expect("a name").to_owned();
    copy_folder("scenarios", folder.path());
    copy_folder("assets", folder.path());
    let mut desktop = Desktop::new("1280x720");
    let (scenarios, assets, data) = (text("scenarios"), text("assets"), text("data"));
    let options = ["--scenarios", &scenarios, "--assets", &assets];
    desktop.launch(&[&options[..], &["--data", &data, "--motion", "off"]].concat());
    set_up(&mut desktop);
    desktop.wait_part("push button", PRACTICE);

    let practice = path("scenarios/practice.ron");
    edit(&practice, PRACTICE, "Tuesday, edited");
    desktop.wait_part("push button", "Tuesday, edited");
    std::fs::copy(&practice, path("scenarios/another.ron")).expect("a copy");
    desktop.until("two of them", |tree| {
        let named = |node: &&Node| node.role == "push button" && node.name.contains("edited");
        (tree.iter().filter(named).count() == 2).then_some(())
    });
    std::fs::write(path("scenarios/another.ron"), "Scenario(").expect("written");
    desktop.wait_part("heading", "another.ron cannot be opened");
    std::fs::remove_file(path("scenarios/another.ron")).expect("removed");
    desktop.until("the broken one gone", |tree| {
        let gone = !tree.iter().any(|node| node.name.contains("another.ron"));
        gone.then_some(())
    });
    edit(&practice, "Tuesday, edited", PRACTICE);
    desktop.wait_part("push button", PRACTICE);

    open_practice(&mut desktop);
    let picture = path("assets/art/community-hall.svg");
    let title = std::fs::read_to_string(&picture).expect("a picture");
    let (_, title) = title.split_once("<title>").expect("a title");
    let (title, _) = title.split_once("</title>").expect("its end");
    desktop.wait("image", title);
    edit(&picture, title, "A hall that was drawn again");
    desktop.wait("image", "A hall that was drawn again");

    // What is being played stays as it was when it began.
    edit(&practice, "It is ten past six", "It is a quarter past six");
    mark(&mut desktop, SLEEVES, &["space", "7", "1"]);
    desktop.kill();
    desktop.launch(&[&options[..], &["--data", &data, "--motion", "off"]].concat());
    desktop.wait_part("heading", "Nothing was lost.");
    desktop.press("Resume");
    desktop.wait_part("list item", "It is ten past six");
}
