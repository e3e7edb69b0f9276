//! Translations: they change what is read and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use second_look::language::Language;
use second_look::scenario::limits::MAX_CONCERN_LABEL;
use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::{Exit, Story};
use second_look::scenario::translation::Told;
use second_look::score::{Replay, ScoreOptions, score, to_json};
use second_look::session::action::Action;
use second_look::session::view::{Passage, UnitView, View};
use serde_json::Value;

use crate::program::{arg, file, folder, project, run, run_typing, stderr, stdout};

const WELSH: Told = Told::Translated {
    whole: true,
    reviewed: false,
};

fn story(shelf: &Shelf, id: &str) -> Arc<Story> {
    let loaded = shelf.load(id, false).expect("it can be read");
    loaded.story.expect("it loads")
}

fn shipped(id: &str) -> Arc<Story> {
    story(&Shelf::new(Some(project().join("scenarios"))), id)
}

/// The words of everything seen and heard, sentence by sentence.
fn sentences(view: &View) -> Vec<String> {
    let mut found = Vec::new();
    for passage in &view.transcript {
        if let Passage::Line { paragraphs, .. } | Passage::Object { paragraphs, .. } = passage {
            found.extend(paragraphs.iter().flatten().map(UnitView::text));
        }
    }
    found
}

/// The good play of the practice run, told in a language all the way.
fn practised(language: Language) -> Replay {
    let path = project().join("scenarios/practice.plays/good.jsonl");
    let mut replay = Replay::begin(shipped("practice"), 1, &[]);
    replay.play.tell_in(language);
    for line in fs::read_to_string(path).expect("the play").lines() {
        let action = Action::parse(line).expect("an action");
        replay.act(&action).expect("it can be done");
    }
    replay.finish();
    replay
}

#[test]
fn a_play_has_the_same_figures_in_every_language() {
    let scored = |language| {
        let replay = practised(language);
        let found = score(&replay, ScoreOptions::default());
        (to_json(&replay, &found), replay)
    };
    let (english, in_english) = scored(Language::English);
    let (welsh, in_welsh) = scored(Language::Welsh);
    assert_eq!(english, welsh);
    let (one, other) = (in_english.play.view(), in_welsh.play.view());
    assert_eq!((one.told, other.told), (Told::Original, WELSH));
    assert_eq!(other.language, Language::Welsh);
    let (one, other) = (sentences(&one), sentences(&other));
    assert_eq!(one.len(), other.len());
    let same: Vec<_> = one.iter().filter(|text| other.contains(text)).collect();
    assert_eq!(same, Vec::<&String>::new());
}

#[test]
fn a_translated_story_differs_in_nothing_but_its_texts() {
    let original = shipped("practice");
    let told = original.told_in(Language::Welsh);
    assert_eq!(told.told, WELSH);
    assert_eq!(told.fingerprint, original.fingerprint);
    assert_eq!(told.units, original.units);
    assert_eq!(told.tags, original.tags);
    let ids = |story: &Story| -> Vec<String> {
        let cues = story.cues.iter().map(|cue| &cue.id);
        let choices = story.choices.iter().map(|choice| &choice.id);
        let things = story.things.iter().map(|thing| &thing.id);
        let options = story.options.iter().map(|option| &option.id);
        cues.chain(choices)
            .chain(things)
            .chain(options)
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(ids(&told), ids(&original));
    // Two choices that must not be told apart read the same in every language.
    let text = |story: &Story, id: &str| {
        let found = story.choices.iter().find(|choice| *choice.id == *id);
        found.map(|choice| choice.text.clone())
    };
    for story in [&original, &told] {
        assert_eq!(text(story, "wave-off"), text(story, "home-with-dad"));
    }
    assert_eq!(told.told_in(Language::Welsh).title, told.title);
    assert!(Arc::ptr_eq(&original.told_in(Language::English), &original));
}

#[test]
fn every_shipped_translation_is_whole_and_sound() {
    let scenarios = project().join("scenarios");
    let mut found = Vec::new();
    for entry in fs::read_dir(&scenarios).expect("scenarios") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy().into_owned();
        if name.ends_with(".cy.ron") {
            let path = scenarios.join(&name);
            let output = run(&["check", "--strict", "--quick", arg(&path)]);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            found.push(name);
        }
    }
    assert!(found.contains(&"practice.cy.ron".to_owned()), "{found:?}");
    let ids = Shelf::new(Some(scenarios)).ids().expect("a list");
    assert!(ids.iter().all(|id| !id.contains('.')), "{ids:?}");
}

#[test]
fn kinds_of_concern_fit_beside_their_keys_in_every_language() {
    for language in Language::ALL {
        // One that is not translated itself has them all the same.
        let told = shipped("chemist-on-mill-lane").told_in(language);
        let labels: BTreeSet<&str> = told.concerns.iter().map(|one| &*one.label).collect();
        assert_eq!(labels.len(), told.concerns.len());
        for label in labels {
            let length = label.chars().count();
            assert!(length <= MAX_CONCERN_LABEL, "{language:?}: {label}");
        }
    }
    let original = shipped("chemist-on-mill-lane");
    let told = original.told_in(Language::Welsh);
    assert_eq!(told.told, Told::Untranslated);
    assert_eq!(
        (told.language, &told.title),
        (Language::English, &original.title)
    );
    assert_ne!(told.concerns[0].label, original.concerns[0].label);
    assert_eq!(told.fingerprint, original.fingerprint);
}

/// The practice run in a folder, with its translation changed.
fn changed(changes: &[(&str, &str)]) -> tempfile::TempDir {
    let place = folder();
    let scenarios = project().join("scenarios");
    fs::copy(
        scenarios.join("practice.ron"),
        place.path().join("practice.ron"),
    )
    .expect("a copy");
    let mut text = fs::read_to_string(scenarios.join("practice.cy.ron")).expect("the translation");
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    file(place.path(), "practice.cy.ron", text);
    place
}

/// What `check` finds in the translation: codes with line and column.
fn findings(place: &Path) -> Vec<(String, u64, u64)> {
    let path = place.join("practice.cy.ron");
    let output = run(&["check", "--format", "json", arg(&path)]);
    let told: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let found = told["files"][0]["findings"].as_array().expect("findings");
    let number = |value: &Value| value.as_u64().expect("a number");
    found
        .iter()
        .map(|one| {
            let code = one["code"].as_str().unwrap_or_default().to_owned();
            (code, number(&one["line"]), number(&one["column"]))
        })
        .collect()
}

/// Line and column of a text in the translation.
fn place_of(place: &Path, text: &str) -> (u64, u64) {
    let whole = fs::read_to_string(place.join("practice.cy.ron")).expect("the translation");
    let (line, found) = whole
        .lines()
        .enumerate()
        .find(|(_, line)| line.contains(text))
        .expect("it is there");
    let column = found.split(text).next().unwrap_or_default().chars().count();
    (line as u64 + 1, column as u64 + 1)
}

fn finds(changes: &[(&str, &str)], code: &str, at: &str) {
    let place = changed(changes);
    let (line, column) = place_of(place.path(), at);
    assert_eq!(
        findings(place.path()),
        [(code.to_owned(), line, column)],
        "{changes:?}"
    );
}

#[test]
fn check_finds_what_does_not_correspond_at_its_place() {
    let joined = [("Mae’n rhoi cynnig ar dric y tu ôl i’w gefn.", "")];
    finds(
        &joined,
        "translation-sentences",
        "\"[Mae ganddo dop â chwfl glas tywyll",
    );
    let moved = [(
        "[Mae’r bat yn llithro, ac mae’n rhegi arno](swears). Yna mae’n gwenu.",
        "Mae’r bat yn llithro, ac mae’n rhegi arno. [Yna mae’n gwenu](swears).",
    )];
    finds(&moved, "translation-sentences", "\"Mae’r bat yn llithro");
    let open = [("rhegi arno](swears)", "rhegi arno")];
    finds(&open, "translation-sentences", "[Mae’r bat yn llithro");
    let empty = [("Hatsh y gegin", "")];
    let place = changed(&empty);
    assert_eq!(findings(place.path())[0].0, "translation-missing");
    let stale = [("source: \"The kitchen hatch\"", "source: \"The hatch\"")];
    finds(&stale, "translation-stale", "\"The hatch\"");
    let unknown = [("\"objects/hatch/label\"", "\"objects/hutch/label\"")];
    let place = changed(&unknown);
    let (line, column) = place_of(place.path(), "\"objects/hutch/label\"");
    let found = findings(place.path());
    assert!(
        found.contains(&("translation-unknown".to_owned(), line, column)),
        "{found:?}"
    );
    assert!(
        found.iter().any(|one| one.0 == "translation-missing"),
        "{found:?}"
    );
    finds(
        &[("of: \"practice\"", "of: \"other\"")],
        "translation-name",
        "\"other\"",
    );
}

#[test]
fn a_concern_that_does_not_fit_is_found_and_not_shown() {
    let place = folder();
    let scenarios = project().join("scenarios");
    for name in ["taxonomy.ron", "practice.ron"] {
        fs::copy(scenarios.join(name), place.path().join(name)).expect("a copy");
    }
    let text = fs::read_to_string(scenarios.join("taxonomy.cy.ron")).expect("the translation");
    let long = text.replace(
        "\"Newid neu ofn\"",
        "\"Newid neu ofn o ryw fath neu’i gilydd\"",
    );
    assert_ne!(long, text);
    let path = file(place.path(), "taxonomy.cy.ron", long);
    let output = run(&["check", arg(&path)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("translation-too-long"),
        "{}",
        stderr(&output)
    );
    let told = story(&Shelf::new(Some(place.path().to_owned())), "practice");
    let told = told.told_in(Language::Welsh);
    let labels: Vec<&str> = told.concerns.iter().map(|one| &*one.label).collect();
    assert!(labels.contains(&"Change or fear"), "{labels:?}");
    assert!(labels.contains(&"Lle neu rwydwaith"), "{labels:?}");
}

#[test]
fn what_does_not_correspond_is_shown_in_the_original_and_moves_no_cue() {
    for changes in [
        [("Mae’n rhoi cynnig ar dric y tu ôl i’w gefn.", "")],
        [(
            "](hooded-top). Mae’n rhoi cynnig",
            "](coins). Mae’n rhoi cynnig",
        )],
        [(
            "source: \"[He has a navy hooded top",
            "source: \"[He has a black hooded top",
        )],
    ] {
        let place = changed(&changes);
        let original = story(&Shelf::new(Some(place.path().to_owned())), "practice");
        let told = original.told_in(Language::Welsh);
        let part = Told::Translated {
            whole: false,
            reviewed: false,
        };
        assert_eq!(told.told, part);
        assert_eq!(told.units, original.units);
        let units = (0..).zip(&original.units);
        for (key, unit) in units {
            let key = second_look::scenario::ids::UnitKey(key);
            let same = told.unit_text(key) == original.unit_text(key);
            let here = unit.address.starts_with("bench.line.3.");
            assert_eq!(same, here, "{}", unit.address);
        }
    }
}

#[test]
fn a_translation_that_cannot_be_read_never_stops_play() {
    let place = changed(&[("texts: {", "texts: {{")]);
    let original = story(&Shelf::new(Some(place.path().to_owned())), "practice");
    assert_eq!(original.told_in(Language::Welsh).told, Told::Untranslated);
    let output = run(&["check", arg(&place.path().join("practice.cy.ron"))]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_copy_that_is_kept_speaks_the_language_it_was_played_in() {
    let (place, data) = (changed(&[]), folder());
    // Nothing of what is built in can help: its texts differ.
    let path = place.path().join("practice.ron");
    let text = fs::read_to_string(&path).expect("the scenario");
    let own = "That is how it works. The next one is yours.";
    fs::write(
        &path,
        text.replace(own, "That is how it is done. The next is yours."),
    )
    .expect("it");
    let path = place.path().join("practice.cy.ron");
    let text = fs::read_to_string(&path).expect("the translation");
    let text = text.replace(own, "That is how it is done. The next is yours.");
    fs::write(&path, text.replace("Chi biau’r nesaf.", "Chi sydd nesaf.")).expect("it");
    let play = |more: &[&str]| {
        let mut arguments = more.to_vec();
        arguments.extend(["--scenarios", arg(place.path()), "--data", arg(data.path())]);
        run(&arguments)
    };
    let actions = project().join("scenarios/practice.plays/good.jsonl");
    let output = play(&[
        "play",
        "practice",
        "--seed",
        "1",
        "--actions",
        arg(&actions),
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    fs::remove_file(place.path().join("practice.cy.ron")).expect("it is gone");
    let output = play(&["report", "practice", "--format", "html", "--language", "cy"]);
    let page = stdout(&output);
    assert!(page.contains("Chi sydd nesaf."), "{}", stderr(&output));
    assert!(page.contains("Nid yw siaradwr wedi adolygu’r cyfieithiad"));
    assert!(page.contains("Tobi"));
    assert!(!page.contains("That is how it is done"));
}

#[test]
fn a_report_in_another_language_marks_the_sentences_that_are_not() {
    let data = folder();
    let page = |scenario: &str| {
        let actions = project().join(format!("scenarios/{scenario}.plays/good.jsonl"));
        let data = ["--data", arg(data.path())];
        let play = ["play", scenario, "--seed", "1", "--actions", arg(&actions)];
        let output = run(&[&play[..], &data].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let report = ["report", scenario, "--format", "html", "--language", "cy"];
        stdout(&run(&[&report[..], &data].concat()))
    };
    let welsh = page("practice");
    assert!(welsh.contains("<html lang=\"cy\">") && !welsh.contains("lang=\"en-GB\""));
    let only = page("chemist-on-mill-lane");
    assert!(only.contains("<p class=\"sentence\" lang=\"en-GB\">"));
    assert!(only.contains("Mae’r senario hwn yn Saesneg yn unig."));
}

#[test]
fn a_play_in_a_terminal_says_what_language_it_is_in() {
    let data = folder();
    let typed = |id: &str, language: &str| {
        let output = run_typing(
            &[
                "--language",
                language,
                "play",
                id,
                "--text",
                "--seed",
                "1",
                "--data",
                arg(data.path()),
            ],
            "look 1\n",
        );
        stdout(&output)
    };
    let welsh = typed("practice", "cy");
    assert!(welsh.contains("Nid yw siaradwr wedi adolygu’r cyfieithiad o’r senario hwn eto."));
    assert!(welsh.contains("[1] Mae hi’n ddeng munud wedi chwech ar nos Fawrth dywyll."));
    assert!(
        welsh.contains("Mae crac ar draws un o’i chwe chwarel"),
        "{welsh}"
    );
    let only = typed("chemist-on-mill-lane", "cy");
    assert!(
        only.contains("Mae’r senario hwn yn Saesneg yn unig."),
        "{only}"
    );
    let english = typed("practice", "en");
    assert!(!english.contains("English only") && !english.contains("translation"));
    assert!(english.contains("[1] It is ten past six on a dark Tuesday."));
}

#[test]
fn translate_lays_out_what_is_missing_and_keeps_what_is_there() {
    let place = changed(&[
        ("text: \"Hatsh y gegin\"", "text: \"\""),
        ("source: \"The noticeboard\"", "source: \"The old board\""),
    ]);
    let path = place.path().join("practice.cy.ron");
    let before = fs::read_to_string(&path).expect("the translation");
    let write = || {
        let output = run(&[
            "translate",
            "practice",
            "cy",
            "--scenarios",
            arg(place.path()),
        ]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let told = stderr(&output);
        assert!(
            told.contains("178 translated, 1 missing, 1 of a text that changed"),
            "{told}"
        );
        fs::read_to_string(&path).expect("the translation")
    };
    let once = write();
    assert!(once.contains("// Now: \"The noticeboard\"\n            source: \"The old board\""));
    let texts = |page: &str| -> Vec<String> {
        let lines = page.lines().map(str::trim);
        lines
            .filter(|line| line.starts_with("text: ") || line.starts_with("source: "))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(texts(&once), texts(&before));
    assert_eq!(write(), once);
    let output = run(&[
        "translate",
        "practice",
        "en",
        "--scenarios",
        arg(place.path()),
    ]);
    assert_eq!(output.status.code(), Some(2));
    fs::write(&path, "Translation(").expect("it");
    let output = run(&[
        "translate",
        "practice",
        "cy",
        "--scenarios",
        arg(place.path()),
    ]);
    assert_eq!(
        output.status.code(),
        Some(1),
        "a file at fault is not written over"
    );
    assert_eq!(fs::read_to_string(&path).expect("it"), "Translation(");
}

#[test]
fn every_address_is_one_texts_own_and_endings_have_theirs() {
    for id in ["practice", "chemist-on-mill-lane", "third-time-this-month"] {
        let output = run(&["translate", id, "cy"]);
        let page = stdout(&output);
        let keys: Vec<&str> = page
            .lines()
            .filter_map(|line| line.strip_prefix("        \"")?.strip_suffix("\": ("))
            .collect();
        let own: BTreeSet<&str> = keys.iter().copied().collect();
        assert!(keys.len() > 100, "{id}: {}", keys.len());
        assert_eq!(own.len(), keys.len(), "{id}");
        let story = shipped(id);
        for node in &story.nodes {
            if let Exit::Ending { id, .. } = &node.exit {
                assert!(own.contains(&*format!("endings/{id}/summary")));
            }
            assert!(own.contains(&*format!("nodes/{}/place", node.id)));
        }
        for unit in &story.units {
            let text = unit.address.rsplit_once('.').map(|(text, _)| text);
            assert!(
                text.is_some_and(|text| own.contains(text)),
                "{}",
                unit.address
            );
        }
    }
}
