//! The practice run in Welsh, from the list to its end.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use second_look::language::Language;
use second_look::scenario::story::Story;
use second_look::session::playthrough::Playthrough;
use second_look::session::view::{OfferView, Passage, Phase, Told, UnitView, View};
use second_look::settings::{LanguageChoice, ReadAloud, Settings};
use second_look::ui::settings::ThemeChoice;
use second_look::ui::world::{Intent, LibraryEntry};

use crate::stand::{Stand, Window, activate, activate_part, press, settled, story, window};

/// A scenario as the list has it.
fn entry(story: &Story) -> LibraryEntry {
    LibraryEntry {
        id: Arc::clone(&story.id),
        title: Arc::clone(&story.title),
        role: Arc::clone(&story.role),
        offence: Arc::clone(&story.offence),
        briefing: Arc::clone(&story.briefing),
        minutes: story.minutes,
        content_note: story.content_note.clone(),
        picture: None,
        starts_at: story.starts_at,
        played: 0,
        last_played: None,
        reviewed: false,
        language: story.language,
        told: story.told,
    }
}

/// A window in Welsh with one scenario in the list.
fn in_welsh(scenario: &'static str) -> Window {
    let settings = Settings {
        language: LanguageChoice::Cymraeg,
        ..settled(ThemeChoice::Light, 100)
    };
    opened(settings, scenario)
}

/// The same with these settings.
fn opened(settings: Settings, scenario: &'static str) -> Window {
    let mut stand = Stand::new(settings);
    stand.language = Language::Welsh;
    stand.scenario = scenario;
    stand.library.broken.clear();
    stand.library.entries = vec![entry(&story(scenario).told_in(Language::Welsh))];
    window(stand)
}

/// Everything that a screen reader is told, in the order of the tree.
fn spoken(window: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for node in window.root().children_recursive() {
        let data = node.accesskit_node();
        found.extend(data.label());
        found.extend(data.value());
        found.extend(data.data().description().map(str::to_owned));
        found.extend(data.data().author_id().map(str::to_owned));
    }
    found
}

/// The languages of what can be marked.
fn languages(window: &Window) -> BTreeSet<String> {
    let nodes = window.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == Role::ListBoxOption)
        .filter_map(|node| node.accesskit_node().data().language().map(str::to_owned))
        .collect()
}

/// The sentences that came last.
fn latest(view: &View) -> Vec<String> {
    let Some(Passage::Line { paragraphs, .. }) = view.transcript.last() else {
        return Vec::new();
    };
    let units = paragraphs.iter().flatten();
    units.map(UnitView::text).collect()
}

fn has(said: &[String], text: &str) -> bool {
    said.iter().any(|one| one.contains(text))
}

#[test]
fn the_practice_run_is_in_welsh_to_its_end_and_names_no_cue() {
    let original = story("practice");
    let ids: Vec<Arc<str>> = original
        .cues
        .iter()
        .map(|cue| Arc::clone(&cue.id))
        .chain(original.lures.iter().map(|lure| Arc::clone(&lure.id)))
        // One of a single word may be a word of the story.
        .filter(|id| id.contains('-'))
        .collect();
    assert!(ids.len() > 5);
    let mut window = in_welsh("practice");
    activate_part(&mut window, "Ymarfer: y neuadd nos Fawrth");
    let said = spoken(&window);
    assert!(
        has(&said, "Nid yw siaradwr wedi adolygu’r cyfieithiad"),
        "{said:#?}"
    );
    assert!(has(&said, "Ffenestr wedi cracio mewn neuadd gymuned"));
    activate(&mut window, "Dechrau");
    let mut turns = 0;
    loop {
        let said = spoken(&window);
        let play = window.state().play.as_ref().expect("a playthrough");
        let view = play.view();
        assert!(matches!(view.told, Told::Translated { whole: true, .. }));
        let english: Vec<String> = {
            let mut same = play.clone();
            same.tell_in(Language::English);
            latest(&same.view())
        };
        // A record, reasons and the end have screens of their own, without the page.
        let page = view.rationale.is_none()
            && view.phase == Phase::Playing
            && !matches!(view.offer, OfferView::Form(_));
        for (welsh, english) in latest(&view).iter().zip(&english) {
            assert!(!page || has(&said, welsh), "{welsh}: {said:#?}");
            assert!(!has(&said, english), "{english}");
        }
        for id in &ids {
            assert!(!has(&said, id), "{id}");
        }
        let over = !matches!(view.phase, Phase::Playing);
        if over && view.rationale.is_none() {
            break;
        }
        assert!(turns < 40, "it ends");
        turns += 1;
        window.state_mut().play_on();
        window.run_ok();
    }
    assert!(turns > 5, "{turns}");
    let said = spoken(&window);
    assert!(has(&said, "Tobi ar ei ffordd adref"), "{said:#?}");
}

#[test]
fn each_sentence_has_its_own_language_for_screen_readers() {
    for (scenario, title, language) in [
        ("practice", "Ymarfer: y neuadd", "cy"),
        ("chemist-on-mill-lane", "The chemist on Mill Lane", "en-GB"),
    ] {
        let mut window = in_welsh(scenario);
        activate_part(&mut window, title);
        activate(&mut window, "Dechrau");
        let found = languages(&window);
        assert_eq!(found, BTreeSet::from([language.to_owned()]), "{scenario}");
    }
}

#[test]
fn a_scenario_in_english_only_says_so_before_it_is_opened_and_after() {
    let mut window = in_welsh("chemist-on-mill-lane");
    let only = "Mae’r senario hwn yn Saesneg yn unig.";
    assert!(has(&spoken(&window), only));
    activate_part(&mut window, "The chemist on Mill Lane");
    assert!(has(&spoken(&window), only));
}

#[test]
fn changing_the_language_changes_what_is_read_and_nothing_else() {
    let mut play = Playthrough::begin(story("practice"), 1, &[]);
    let english = play.view();
    play.tell_in(Language::Welsh);
    let welsh = play.view();
    assert_ne!(latest(&welsh), latest(&english));
    assert_ne!(welsh.place, english.place);
    assert_eq!(welsh.clock, english.clock);
    assert_eq!(welsh.transcript.len(), english.transcript.len());
    play.tell_in(Language::English);
    assert_eq!(play.view(), english);
}

#[test]
fn a_sentence_is_read_aloud_in_its_own_language() {
    for (scenario, title, language) in [
        ("practice", "Ymarfer: y neuadd", Language::Welsh),
        (
            "chemist-on-mill-lane",
            "The chemist on Mill Lane",
            Language::English,
        ),
    ] {
        let settings = Settings {
            language: LanguageChoice::Cymraeg,
            read_aloud: ReadAloud::OnKey,
            ..settled(ThemeChoice::Light, 100)
        };
        let mut window = opened(settings, scenario);
        activate_part(&mut window, title);
        activate(&mut window, "Dechrau");
        let first = {
            let nodes = window.root().children_recursive();
            let mut units =
                nodes.filter(|node| node.accesskit_node().role() == Role::ListBoxOption);
            units.next().expect("a sentence")
        };
        first.focus();
        window.run();
        window.state_mut().asked.clear();
        press(&mut window, Key::F8);
        let spoken = window.state().asked.iter().find_map(|intent| match intent {
            Intent::Speak { language, .. } => *language,
            _ => None,
        });
        assert_eq!(spoken, Some(language), "{scenario}");
    }
}
