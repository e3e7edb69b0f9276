//! What the guides say is what the program does.

use std::fs;

use second_look::analysis::Search;
use second_look::scenario::shelf::Shelf;
use second_look::score::Signals;
use serde_json::Value;

use crate::program::{arg, folder, project, run, stderr, stdout};

fn page(path: &str) -> String {
    fs::read_to_string(project().join(path)).expect(path)
}

/// The text of a page's first block in this language.
fn block(page: &str, language: &str) -> String {
    let start = format!("```{language}\n");
    let (_, rest) = page.split_once(&start).expect("a block");
    let (text, _) = rest.split_once("```").expect("its end");
    text.to_owned()
}

#[test]
fn the_example_in_the_guide_is_the_example_file_and_sound() {
    assert_eq!(
        block(&page("docs/scenario-format.md"), "ron"),
        page("docs/examples/last-bus.ron")
    );
    let output = run(&[
        "check",
        "--strict",
        arg(&project().join("docs/examples/last-bus.ron")),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

#[test]
fn the_figures_worked_out_by_hand_are_the_programs() {
    let data = folder();
    let output = run(&[
        "play",
        "last-bus",
        "--scenarios",
        arg(&project().join("docs/examples")),
        "--actions",
        arg(&project().join("docs/examples/last-bus.jsonl")),
        "--seed",
        "1",
        "--draw",
        "car=stranger",
        "--data",
        arg(data.path()),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let mut found: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    // The fingerprint is of the vocabularies' words as well; the page leaves it out.
    found["fingerprint"] = Value::from("blake3:…");
    let told: Value =
        serde_json::from_str(&block(&page("docs/scoring.md"), "json")).expect("JSON on the page");
    assert_eq!(found, told);
}

#[test]
fn fair_losses_worked_out_by_hand_are_the_programs() {
    let cases = project().join("tests/conformance/cases");
    let told = page("docs/scoring.md");
    let rows: Vec<Vec<&str>> = told
        .lines()
        .filter(|line| line.starts_with("| guess."))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let [play, coin, action, .., loss, _, _, fair_loss, luck] = row[..] else {
            panic!("{row:?}");
        };
        let data = folder();
        let output = run(&[
            "play",
            "guess",
            "--scenarios",
            arg(&cases),
            "--actions",
            arg(&cases.join(format!("{play}.jsonl"))),
            "--draw",
            &format!("coin={coin}"),
            "--data",
            arg(data.path()),
        ]);
        let found: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
        let turn = &found["decisions"]["turns"][0];
        assert_eq!(turn["action"], *action);
        for (key, told) in [("loss", loss), ("fair_loss", fair_loss), ("luck", luck)] {
            assert_eq!(turn[key].as_f64(), told.parse().ok(), "{play} {key}");
        }
    }
}

#[test]
fn how_sure_a_score_is_is_worked_out_as_the_page_says() {
    // As the page breaks its lines where it likes.
    let told = page("docs/scoring.md").replace('\n', " ");
    let one = Signals {
        hits: 6,
        cues: 12,
        marked: 6,
        noise: 250,
    };
    let three = one + one + one;
    let in_words = |signals: Signals| {
        let figures = signals.d_prime().zip(signals.d_prime_error());
        figures.map(|(d_prime, error)| format!("d′ = {d_prime:.2} ± {error:.2}"))
    };
    for signals in [one, three] {
        let words = in_words(signals).expect("both were shown");
        assert!(told.contains(&words), "{words}");
    }
    let chance: f64 = 5.5 / 9.0;
    let error = (chance * (1.0 - chance) / 8.0).sqrt();
    let words = format!(
        "the hit share is {:.3} ± {error:.3}, over three attempts ± {:.3}",
        5.0 / 8.0,
        error / 3.0_f64.sqrt()
    );
    assert!(told.contains(&words), "{words}");
}

#[test]
fn the_search_of_the_example_is_as_small_as_the_page_says() {
    let shelf = Shelf::new(Some(project().join("docs/examples")));
    let story = shelf.load("last-bus", false).expect("it can be read").story;
    let story = story.expect("it loads");
    assert_eq!(Search::new(&story, &[0], 100).states(), 5);
}

/// Codes of problems, as they stand in the sources below a folder.
fn codes(folder: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(project().join(folder)).expect(folder) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let below = path.strip_prefix(project()).expect("below the project");
            codes(arg(below), found);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a source");
        for opening in ["Problem::fatal(", "code: "] {
            for rest in text.split(opening).skip(1) {
                let code = rest.trim_start().strip_prefix('"');
                if let Some((code, _)) = code.and_then(|rest| rest.split_once('"')) {
                    found.push(code.to_owned());
                }
            }
        }
    }
}

#[test]
fn every_code_of_a_finding_stands_in_the_guide() {
    let guide = page("docs/scenario-format.md");
    let mut found = Vec::new();
    codes("src/scenario", &mut found);
    codes("src/check", &mut found);
    assert!(
        ["markup", "unknown-sign", "not-utf8"]
            .iter()
            .all(|known| found.iter().any(|code| code == known)),
        "{found:?}"
    );
    for code in found {
        let told = guide.lines().any(|line| {
            line.strip_prefix("| ")
                .and_then(|line| line.split_once(" |"))
                .is_some_and(|(codes, _)| codes.split(", ").any(|known| known == code))
        });
        assert!(told, "docs/scenario-format.md does not tell what {code} is");
    }
}
