use std::sync::Arc;

use super::html;
use crate::report::debrief::sample::sample;
use crate::report::debrief::{Debrief, SideReport};
use crate::strings::Strings;

fn page_of(debrief: &Debrief) -> String {
    html(debrief, &Strings::english())
}

/// The text of the page without its tags, every white space one space.
fn text(page: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in page.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Panics unless every element that opens is closed in its order.
fn assert_balanced(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closes out of order");
            continue;
        }
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if !matches!(name, "!DOCTYPE" | "meta") {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "left open");
}

#[test]
fn the_page_is_balanced_and_says_its_language() {
    let page = page_of(&sample());
    assert_balanced(&page);
    assert!(
        page.starts_with("<!DOCTYPE html><html lang=\"en-GB\">"),
        "{}",
        &page[..80]
    );
    assert_eq!(page.matches("<h1>").count(), 1);
}

#[test]
fn it_tells_everything_in_the_debriefs_order() {
    let text = text(&page_of(&sample()));
    let order = [
        "Trainee: T-0417 · 3 November 2026, 14:26 UTC",
        "Not yet reviewed by survivors or by police practitioners.",
        "Missed Safeguarding referral made the same day",
        "Late Theft recorded within 24 hours",
        "Allowed: 24 hours. Done at 15:40.",
        "Met Maisie’s immediate safety checked",
        "What you noticed",
        "6 of 7 signs",
        "3 of 8 signs",
        "You thought you noticed most. You marked 3 of 8; 2 were in papers you did not open.",
        "You marked most of what pointed to the offence, and a little of what pointed to risk for the child.",
        "2 more signs stood where the way you took did not lead.",
        "You marked 2 details that were not signs of risk.",
        "Maisie is at home with her aunt.",
        "Practise next",
        "14:26 Back room, chemist’s",
        "Beyond, marked: She has not asked for anyone to be called.",
        "Not a sign, marked: Her hood is up.",
        "Clothing says nothing about risk.",
        "You marked it, then took the mark away.",
        "Beyond, not marked: There’s always a car on the corner when she’s in.",
        "Officers saw the child as the problem, and did not ask who was outside. Paraphrase. Operation Linden report, IOPC, 2022.",
        "“Who is in the car on the corner?”",
        "Asking was still right.",
        "In papers you did not open",
        "“Seen at the coach station, twice.”",
        "Another way was not on offer: what would have opened it went unmarked (an adult waiting out of sight).",
        "It cost much.",
        "Put herself at risk",
        "An adult put her at risk",
        "A child was held at the shop.",
        "No reasons given.",
        "Nobody is quoted.",
        "Drawn from published reports, listed under sources.",
        "The car stayed with me.",
        "This attempt did not meet the scenario’s standard.",
        "A duty was missed.",
        "Noticing, Beyond 38% 16% 9%",
        "Competence: Professional curiosity none",
        "Cost 7: 7 unseen, 0 judgement.",
        "Seed 7",
        "Facts drawn driver = stranger",
        "Training scenarios invented for practice. Facts about failings come from the published reports listed. Reviewed by: not yet reviewed by people with lived experience.",
    ];
    let mut from = 0;
    for words in order {
        let at = text[from..]
            .find(words)
            .unwrap_or_else(|| panic!("{words:?} is not after byte {from} of:\n{text}"));
        from += at + words.len();
    }
}

#[test]
fn a_name_or_a_text_cannot_become_markup() {
    let mut debrief = sample();
    let attack = "<script>alert(1)</script>\"' & co";
    debrief.trainee = attack.to_owned();
    debrief.title = Arc::from(attack);
    debrief.records[0].fields[1].text = Some(attack.to_owned());
    debrief.signs[3].why = Arc::from(attack);
    debrief.sources[0].url = Some(Arc::from("javascript:alert(1)"));
    let page = page_of(&debrief);
    assert_balanced(&page);
    assert!(!page.contains("<script"));
    assert!(!page.contains("href=\"javascript"));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;' &amp; co"));
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    let page = page_of(&sample());
    for loader in [
        "src=", "<link", "<script", "<img", "<iframe", "@import", "url(", "<form",
    ] {
        assert!(!page.contains(loader), "{loader}");
    }
    let http = page.matches("http").count();
    assert_eq!(
        http,
        page.matches("http-equiv").count() + 2,
        "only the source's link and its words"
    );
}

#[test]
fn quotation_marks_never_stand_around_a_paraphrase() {
    let debrief = sample();
    let page = page_of(&debrief);
    let says = &debrief.signs[3]
        .voice
        .as_ref()
        .expect("the sample has a voice")
        .says;
    assert_eq!(page.matches(&**says).count(), 2);
    assert!(!page.contains(&format!("“{says}")));
}

#[test]
fn an_attempt_with_nothing_in_it_still_makes_a_whole_page() {
    let mut debrief = sample();
    debrief.duties.clear();
    debrief.signs.clear();
    debrief.transcript.clear();
    debrief.turns.clear();
    debrief.all_turns.clear();
    debrief.records.clear();
    debrief.rationales.clear();
    debrief.details.clear();
    debrief.sources.clear();
    debrief.draws.clear();
    debrief.reflection = None;
    debrief.standard = None;
    debrief.ending = None;
    debrief.practise_next = None;
    debrief.immediate = SideReport::default();
    debrief.beyond = SideReport::default();
    let page = page_of(&debrief);
    assert_balanced(&page);
    let text = text(&page);
    for words in [
        "Beyond the offence there was nothing to find this time. Asking is still the job.",
        "You ended this attempt before the scene ended.",
        "No turn cost anything.",
        "You wrote no record this time.",
        "You wrote no reflection.",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn the_pages_colours_are_those_of_the_tokens() {
    let tokens = include_str!("../../../assets/tokens.ron");
    let palette = |name: &str| {
        let start = tokens
            .find(&format!("\"{name}\": ("))
            .expect("the palette is there");
        let end = tokens[start..].find("\n        ),").expect("it ends");
        &tokens[start..start + end]
    };
    let (light, rest) = super::STYLE
        .split_once("prefers-color-scheme: dark")
        .expect("there is a dark part");
    let (dark, _) = rest
        .split_once("box-sizing")
        .expect("the colours come first");
    for (name, css) in [("light", light), ("dark", dark)] {
        let mut compared = 0;
        for declaration in css.split("--").skip(1) {
            let (token, rest) = declaration.split_once(": ").expect("a declaration");
            let value = rest.split(';').next().unwrap_or_default();
            let line = format!(" {token}: \"{value}\"");
            assert!(palette(name).contains(&line), "{name}:{line}");
            compared += 1;
        }
        assert!(compared >= 17, "{name}: only {compared}");
    }
}
