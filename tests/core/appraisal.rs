//! What a trainer is shown of a scenario, against stories worked out by hand; its plays against the program.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;

use second_look::appraisal::{Appraisal, Gravity, SignKind, Step, appraise, save_play};
use second_look::language::Language;
use second_look::proof::Effort;
use second_look::scenario::art::ArtShelf;
use second_look::scenario::shelf::Shelf;

use crate::program::{arg, file, folder, run, stderr};
use crate::proof::trapped;

const EFFORT: Effort = Effort {
    states: 100_000,
    plays: 40,
    seed: 0,
};

fn appraised(scenarios: Option<&Path>, id: &str, effort: Effort) -> Appraisal {
    let shelf = Shelf::new(scenarios.map(Path::to_owned));
    let go_on = |_, _| ControlFlow::Continue(());
    let found = appraise(
        &shelf,
        &ArtShelf::default(),
        (id, Language::English),
        effort,
        &go_on,
    );
    found.expect("it can be read").expect("nobody ends it")
}

/// How many actions a step stands for.
fn actions(step: &Step) -> usize {
    match step {
        Step::Look(what) => what.len(),
        Step::Mark(what) => what.len(),
        _ => 1,
    }
}

#[test]
fn every_play_that_is_saved_is_accepted_by_play() {
    let place = folder();
    let kept = trapped().replace("within_minutes: 4", "within_minutes: 10");
    file(place.path(), "trapped.ron", &kept);
    let shelves = [
        (Some(place.path()), "trapped"),
        (None, "chemist-on-mill-lane"),
    ];
    let mut played = 0;
    for (scenarios, id) in shelves {
        let told = appraised(scenarios, id, EFFORT);
        for (number, finding) in told.findings.iter().enumerate() {
            let Some(play) = &finding.play else { continue };
            let plays = place.path().join("plays").join(id);
            let path = save_play(&plays, (number, finding.code), &play.actions).expect("written");
            let seed = play.seed.to_string();
            let mut arguments = vec!["play", id, "--seed", &seed, "--actions", arg(&path)];
            arguments.extend(["--data", arg(place.path())]);
            if let Some(scenarios) = scenarios {
                arguments.extend(["--scenarios", arg(scenarios)]);
            }
            let draws: Vec<String> = play
                .draws
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            for draw in &draws {
                arguments.extend(["--draw", draw]);
            }
            let output = run(&arguments);
            assert!(
                output.status.success(),
                "{}: {}",
                finding.code,
                stderr(&output)
            );
            // Told in words, action for action.
            let told: usize = play.steps.iter().map(actions).sum();
            assert_eq!(told, play.actions.lines().count(), "{}", finding.code);
            let together = play.steps.windows(2).any(|two| {
                matches!(
                    two,
                    [Step::Look(_), Step::Look(_)] | [Step::Mark(_), Step::Mark(_)]
                )
            });
            assert!(!together, "{:?}", play.steps);
            played += 1;
        }
    }
    assert!(played > 4, "{played} plays");
}

#[test]
fn the_gravest_finding_stands_first_and_duties_point_at_theirs() {
    let place = folder();
    file(place.path(), "trapped.ron", trapped());
    let told = appraised(Some(place.path()), "trapped", EFFORT);
    assert!(told.findings.is_sorted_by_key(|finding| finding.gravity));
    assert_eq!(told.findings[0].gravity, Gravity::Error);
    for duty in &told.duties {
        let finding = &told.findings[duty.impossible.expect("neither can be done in time")];
        assert_eq!(finding.code, "duty-impossible");
    }
    let messages: Vec<&str> = told
        .duties
        .iter()
        .filter_map(|duty| duty.impossible)
        .map(|number| told.findings[number].message.as_str())
        .collect();
    assert!(
        messages[0].contains("`recorded`") && messages[1].contains("`never-done`"),
        "{messages:?}"
    );

    let kept = trapped().replace("within_minutes: 4", "within_minutes: 10");
    file(place.path(), "trapped.ron", kept);
    let told = appraised(Some(place.path()), "trapped", EFFORT);
    let lost = told.duties[0].lost.expect("it can be lost");
    let play = told.findings[lost]
        .play
        .as_ref()
        .expect("the shortest play");
    assert_eq!(play.steps, [Step::Decide, Step::Choose("T".into())]);
}

#[test]
fn signs_are_quoted_and_what_no_play_shows_is_said() {
    let place = folder();
    file(place.path(), "trapped.ron", trapped());
    let told = appraised(Some(place.path()), "trapped", EFFORT);
    let signs: Vec<(&str, Option<u32>, bool)> = told
        .signs
        .iter()
        .map(|sign| (sign.quotations[0].as_str(), sign.earliest, sign.never))
        .collect();
    assert_eq!(
        signs,
        [
            ("A phone.", Some(0), false),
            ("A second.", Some(5), false),
            ("Unseen.", None, true)
        ]
    );
    assert!(told.signs.iter().all(|sign| sign.kind == SignKind::Beyond));
    assert_eq!(told.combinations[0].endings, Some((1, 1)));
    assert_eq!(told.combinations[0].earliest, [Some(0), Some(5), None]);
}

#[test]
fn past_the_bound_nothing_is_told_as_if_all_had_been_seen() {
    let place = folder();
    file(place.path(), "trapped.ron", trapped());
    let effort = Effort {
        states: 1,
        ..EFFORT
    };
    let told = appraised(Some(place.path()), "trapped", effort);
    assert!(!told.exact && !told.combinations[0].exact);
    assert_eq!(told.combinations[0].endings, None);
    assert!(
        told.signs
            .iter()
            .all(|sign| sign.earliest.is_none() && !sign.never)
    );
    let duties = told.duties.iter();
    assert!(duties.clone().all(|duty| duty.earliest.is_none()));
    assert!(
        duties
            .clone()
            .all(|duty| duty.lost.is_none() && duty.impossible.is_none())
    );
}

#[test]
fn the_curious_officer_stands_first_with_a_share_for_every_play() {
    let told = appraised(None, "practice", EFFORT);
    assert!(told.officers[0].curious);
    assert_eq!(
        told.officers
            .iter()
            .filter(|officer| officer.curious)
            .count(),
        1
    );
    for officer in &told.officers {
        let decisions = officer.decisions.as_ref().expect("the search was whole");
        let all: f64 = decisions.bins.iter().sum();
        assert!((all - 1.0).abs() < 1e-9, "{}: {all}", officer.title);
        assert!(decisions.low <= decisions.mean && decisions.mean <= decisions.high);
        assert_eq!(officer.met.of, EFFORT.plays);
        assert_eq!(officer.duties.len(), told.duties.len());
    }
}

#[test]
fn what_is_done_only_grows_to_the_whole_and_can_be_ended_at_every_step() {
    let shelf = Shelf::new(None);
    let told = Mutex::new(Vec::new());
    let watch = |done, of| {
        told.lock().expect("told").push((done, of));
        ControlFlow::Continue(())
    };
    let found = appraise(
        &shelf,
        &ArtShelf::default(),
        ("practice", Language::English),
        EFFORT,
        &watch,
    );
    assert!(found.expect("it can be read").is_some());
    let told = told.into_inner().expect("told");
    let (last, of) = *told.last().expect("something is told");
    assert_eq!(last, of);
    assert!(
        told.iter().all(|(done, all)| done <= all && *all == of),
        "{told:?}"
    );
    assert!(told.len() > 10, "{told:?}");

    for step in 0..of / EFFORT.plays {
        let watch = |done, _| {
            if done >= step * EFFORT.plays {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        let found = appraise(
            &shelf,
            &ArtShelf::default(),
            ("practice", Language::English),
            EFFORT,
            &watch,
        );
        assert_eq!(found.expect("it can be read"), None, "step {step}");
    }
}

#[test]
fn it_is_told_in_the_language_of_the_interface_with_the_same_figures() {
    let go_on = |_, _| ControlFlow::Continue(());
    let told = |language| {
        let (shelf, art) = (Shelf::new(None), ArtShelf::default());
        let found = appraise(&shelf, &art, ("practice", language), EFFORT, &go_on);
        found.expect("it can be read").expect("nobody ends it")
    };
    let (english, welsh) = (told(Language::English), told(Language::Welsh));
    assert_eq!(english.fingerprint, welsh.fingerprint);
    assert_ne!(english.title, welsh.title);
    for (one, other) in english.signs.iter().zip(&welsh.signs) {
        assert_eq!((one.shown, one.earliest), (other.shown, other.earliest));
        assert_ne!(one.quotations, other.quotations);
    }
    assert_eq!(english.officers[0].decisions, welsh.officers[0].decisions);
    let steps = |told: &Appraisal| {
        let plays = told
            .findings
            .iter()
            .filter_map(|finding| finding.play.as_ref());
        plays.map(|play| play.steps.len()).collect::<Vec<_>>()
    };
    assert_eq!(steps(&english), steps(&welsh));
}
