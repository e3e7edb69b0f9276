use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The messages of a file and the text of each, from its own line to the next message.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut last = None;
    for line in source(language).lines() {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if starts && let Some((id, text)) = line.split_once('=') {
            let id = id.trim().to_owned();
            let before = all.insert(id.clone(), text.to_owned());
            assert_eq!(before, None, "{id} stands twice");
            last = Some(id);
        } else if line.starts_with([' ', '}', '['])
            && let Some(text) = last.as_ref().and_then(|id| all.get_mut(id))
        {
            text.push('\n');
            text.push_str(line);
        }
    }
    all
}

/// The variables that a message's text names.
fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

/// The keys of all variants in a message's text.
fn variants(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter_map(|line| {
            let rest = line
                .trim_start()
                .trim_start_matches('*')
                .strip_prefix('[')?;
            rest.split_once(']').map(|(key, _)| key)
        })
        .collect()
}

#[test]
fn no_file_has_a_fault_or_a_message_twice() {
    for language in Language::ALL {
        let resource =
            FluentResource::try_new(source(language).to_owned()).map_err(|(_, faults)| faults);
        let mut bundle: Bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        assert_eq!(bundle.add_resource(resource.expect("it parses")), Ok(()));
        assert!(messages(language).len() > 300, "{language:?}");
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = messages(Language::English);
    for language in Language::ALL {
        let own = messages(language);
        let ids =
            |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<BTreeSet<_>>();
        let missing: Vec<_> = ids(&english).difference(&ids(&own)).cloned().collect();
        let unknown: Vec<_> = ids(&own).difference(&ids(&english)).cloned().collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language:?}: missing {missing:?}, unknown {unknown:?}"
        );
        for (id, text) in &english {
            assert_eq!(variables(&own[id]), variables(text), "{language:?}: {id}");
        }
    }
}

#[test]
fn welsh_has_all_its_plurals_and_every_other_variant_of_the_english() {
    let plurals = BTreeSet::from(["zero", "one", "two", "few", "many", "other"]);
    let welsh = messages(Language::Welsh);
    for (id, text) in messages(Language::English) {
        let (of, own) = (variants(&text), variants(&welsh[&id]));
        if of.contains("one") {
            assert!(plurals.is_subset(&own), "{id}: {own:?}");
        }
        assert!(of.is_subset(&own), "{id}: {of:?}, {own:?}");
    }
}

#[test]
fn numbers_choose_the_plural_and_a_missing_string_shows_as_its_id() {
    let strings = Strings::english();
    let minutes = |n: u32| strings.with("minutes-used", &[("n", n.into())]);
    assert_eq!(
        (minutes(1).as_str(), minutes(6).as_str()),
        ("1 minute used", "6 minutes used")
    );
    assert_eq!(strings.get("no-such-string"), "no-such-string");
}

#[test]
fn welsh_mutates_after_numbers() {
    let strings = Strings::of(Language::Welsh);
    let minutes = |n: u32| strings.with("scene-choice-minutes", &[("n", n.into())]);
    let all: Vec<String> = [0, 1, 2, 3, 6, 7].into_iter().map(minutes).collect();
    assert_eq!(
        all,
        [
            "0 munud", "1 munud", "2 funud", "3 munud", "6 munud", "7 munud"
        ]
    );
    let unopened = |n: u32| {
        let values = [
            ("rating", "some".into()),
            ("hits", 1.into()),
            ("total", 4.into()),
            ("unopened", n.into()),
        ];
        strings.with("debrief-rating", &values)
    };
    assert!(unopened(0).ends_with("Marcioch 1 o 4."), "{}", unopened(0));
    assert!(unopened(2).ends_with("roedd 2 mewn papurau nad agoroch."));
}

#[test]
fn a_message_that_a_language_lacks_is_english() {
    let mut strings = Strings::of(Language::Welsh);
    strings.bundle = FluentBundle::new_concurrent(vec![identifier(Language::Welsh)]);
    assert_eq!(strings.get("bar-help"), "Help");
    assert_eq!(strings.get("no-such-string"), "no-such-string");
}
