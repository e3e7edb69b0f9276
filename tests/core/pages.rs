//! Pages that list something list all of it.

use std::fs;
use std::path::Path;

fn project(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(project(path)).expect(path)
}

/// The crates that Cargo.toml names, by their own name.
fn dependencies() -> Vec<String> {
    let mut found = Vec::new();
    let mut listing = false;
    for line in read("Cargo.toml").lines() {
        if let Some(section) = line.strip_prefix('[') {
            listing = matches!(section, "dependencies]" | "dev-dependencies]");
            let single = section
                .strip_prefix("dependencies.")
                .and_then(|name| name.strip_suffix(']'));
            found.extend(single.map(str::to_owned));
        } else if listing && let Some((name, value)) = line.split_once(" = ") {
            let renamed = value
                .split_once("package = \"")
                .and_then(|(_, rest)| rest.split_once('"'));
            found.push(renamed.map_or(name, |(own, _)| own).to_owned());
        }
    }
    found
}

#[test]
fn every_dependency_has_its_reason() {
    let page = read("docs/dependencies.md");
    let found = dependencies();
    assert!(
        found.iter().any(|name| name == "bevy")
            && found.iter().any(|name| name == "ron")
            && found.len() > 20,
        "{found:?}"
    );
    for name in found {
        let told = page.lines().any(|line| {
            line.starts_with(&format!("| {name} ")) || line.contains(&format!("**{name}** |"))
        });
        assert!(told, "docs/dependencies.md does not say what {name} is for");
    }
}

#[test]
fn every_module_stands_on_the_map() {
    let page = read("docs/architecture.md");
    let entries = fs::read_dir(project("src")).expect("src");
    for entry in entries {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        let told = match name.strip_suffix(".rs") {
            Some("lib" | "main") => continue,
            Some(module) => format!("`{module}`"),
            None => format!("`{name}/`"),
        };
        assert!(
            page.contains(&told),
            "docs/architecture.md does not name {told}"
        );
    }
}

#[test]
fn no_file_of_tests_is_forgotten() {
    let listed = read("tests/core.rs");
    for entry in fs::read_dir(project("tests/core")).expect("tests") {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        assert!(
            listed.contains(&format!("\"core/{name}")),
            "tests/core.rs does not name core/{name}: its tests never run"
        );
    }
}

#[test]
fn no_link_between_pages_is_broken() {
    let mut pages = vec![project("docs")];
    let mut looked_at = 0;
    while let Some(folder) = pages.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                pages.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            for target in text
                .split("](")
                .skip(1)
                .filter_map(|rest| rest.split_once(')'))
                .map(|(target, _)| target)
            {
                let file = target.split('#').next().unwrap_or_default();
                if file.is_empty()
                    || file.contains(' ')
                    || file.contains("://")
                    || !file.contains('.')
                {
                    continue;
                }
                looked_at += 1;
                assert!(
                    folder.join(file).exists(),
                    "{} links to {file}, which is not there",
                    path.display()
                );
            }
        }
    }
    assert!(looked_at > 5, "{looked_at} links");
}
