//! A proof as a page for an author, in plain text of 100 columns.

use crate::analysis::Reach;
use crate::players::{Figure, PlayerSummary, Share, StandardError};
use crate::scenario::problem::Level;
use crate::scenario::story::{Exit, Story};

use super::Proof;

/// The page.
#[must_use]
pub fn to_text(proof: &Proof) -> String {
    let mut page = String::new();
    head(&mut page, proof);
    combinations(&mut page, proof);
    competences(&mut page, proof);
    cues(&mut page, proof);
    duties(&mut page, proof);
    officers(&mut page, proof);
    certainty(&mut page, proof);
    findings(&mut page, proof);
    page
}

fn line(page: &mut String, text: impl AsRef<str>) {
    page.push_str(text.as_ref().trim_end());
    page.push('\n');
}

fn heading(page: &mut String, text: &str) {
    line(page, "");
    line(page, text);
}

/// Whole numbers in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn head(page: &mut String, proof: &Proof) {
    let story = &proof.story;
    line(page, format!("{} ({})", story.title, story.id));
    let states = proof.reaches.iter().map(|reach| reach.states as u64);
    let (most, count) = (states.max().unwrap_or(0), proof.reaches.len());
    if proof.is_exact() {
        let all = if count == 1 {
            "the one combination".to_owned()
        } else {
            format!("all {count} combinations")
        };
        line(
            page,
            format!(
                "Searched whole: {all} of draws, at most {} states each.",
                grouped(most)
            ),
        );
    } else {
        let bound = grouped(proof.effort.states as u64);
        line(
            page,
            format!(
                "Bounded at {bound} states: best and worst are estimates by sampling, and what can be come to is not told."
            ),
        );
    }
}

fn in_words(story: &Story, reach: &Reach) -> String {
    let words: Vec<String> = story
        .draws
        .iter()
        .zip(&reach.draws)
        .map(|(draw, value)| format!("{}={}", draw.id, draw.values[*value as usize]))
        .collect();
    if words.is_empty() {
        "no draws".to_owned()
    } else {
        words.join(" ")
    }
}

fn combinations(page: &mut String, proof: &Proof) {
    let story = &proof.story;
    heading(page, "DRAWS COMPARED");
    line(
        page,
        format!(
            "{:<56}{:>10}{:>6}{:>7}  {}",
            "with", "states", "best", "worst", "endings"
        ),
    );
    for reach in &proof.reaches {
        let total = reach.values.first().copied().unwrap_or_default();
        let endings = story
            .nodes
            .iter()
            .enumerate()
            .filter(|(number, node)| {
                reach.nodes.has(*number) && matches!(node.exit, Exit::Ending { .. })
            })
            .count();
        let words = in_words(story, reach);
        // A long list of draws takes a line of its own.
        let first = if words.chars().count() > 55 {
            line(page, &words);
            ""
        } else {
            words.as_str()
        };
        let endings = if reach.exact {
            endings.to_string()
        } else {
            "?".to_owned()
        };
        line(
            page,
            format!(
                "{first:<56}{:>10}{:>6}{:>7}  {endings}",
                grouped(reach.states as u64),
                total.best,
                total.worst
            ),
        );
    }
}

fn competences(page: &mut String, proof: &Proof) {
    heading(
        page,
        "COMPETENCES: most and least that can be earned, over all draws",
    );
    for (number, competence) in proof.story.competences.iter().enumerate() {
        let values = proof
            .reaches
            .iter()
            .filter_map(|reach| reach.values.get(number + 1));
        let most = values.clone().map(|value| value.best).max().unwrap_or(0);
        let least = values.map(|value| value.worst).min().unwrap_or(0);
        line(page, format!("{:<56}{most:>6}{least:>7}", competence.id));
    }
}

fn per_cent(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

fn shown(share: Share) -> String {
    let Some(interval) = share.interval() else {
        return "–".to_owned();
    };
    format!(
        "{} ({:.0}–{:.0})",
        per_cent(share.share()),
        interval.low * 100.0,
        interval.high * 100.0
    )
}

fn cues(page: &mut String, proof: &Proof) {
    let story = &proof.story;
    heading(
        page,
        "CUES AND LURES: how often random plays show them, and the earliest minute",
    );
    line(
        page,
        format!("{:<40}{:<12}{:<18}{:>9}", "", "", "shown", "minute"),
    );
    let cues = story.cues.iter().map(|cue| (&*cue.id, cue.horizon.name()));
    let lures = story.lures.iter().map(|lure| (&*lure.id, "lure"));
    for (number, (id, kind)) in cues.chain(lures).enumerate() {
        let earliest = proof
            .reaches
            .iter()
            .filter_map(|reach| reach.tags[number])
            .min();
        let earliest = earliest.map_or_else(|| "–".to_owned(), |minute| minute.to_string());
        line(
            page,
            format!(
                "{id:<40}{kind:<12}{:<18}{earliest:>9}",
                shown(proof.shown[number])
            ),
        );
    }
}

fn duties(page: &mut String, proof: &Proof) {
    let story = &proof.story;
    if story.duties.is_empty() {
        return;
    }
    heading(
        page,
        "DUTIES: the earliest minute, and whether a play can lose them",
    );
    for (number, duty) in story.duties.iter().enumerate() {
        let earliest = proof
            .reaches
            .iter()
            .filter_map(|reach| reach.duties[number])
            .min();
        let earliest =
            earliest.map_or_else(|| "never".to_owned(), |minute| format!("minute {minute}"));
        let due = duty
            .within_minutes
            .map_or_else(String::new, |limit| format!(", due by {limit}"));
        let lost = proof
            .reaches
            .iter()
            .any(|reach| reach.lost[number].is_some());
        let lost = if lost { "can be lost" } else { "" };
        line(
            page,
            format!("{:<40}{:<30}{lost}", duty.id, format!("{earliest}{due}")),
        );
    }
}

fn mean(summary: &PlayerSummary, figure: Figure) -> String {
    summary.figure(figure).map_or_else(
        || "–".to_owned(),
        |found| format!("{:.2} ± {:.2}", found.mean, found.spread),
    )
}

fn officers(page: &mut String, proof: &Proof) {
    heading(
        page,
        &format!(
            "SIMULATED OFFICERS: {} plays each, mean ± spread",
            grouped(proof.effort.plays)
        ),
    );
    line(
        page,
        format!(
            "{:<28}{:<16}{:<16}{:<16}{:<12}",
            "", "immediate", "beyond", "decisions", "standard met"
        ),
    );
    for summary in &proof.players {
        line(
            page,
            format!(
                "{:<28}{:<16}{:<16}{:<16}{:<12}",
                summary.title,
                mean(summary, Figure::Immediate),
                mean(summary, Figure::Beyond),
                mean(summary, Figure::Decisions),
                per_cent(summary.met.share()),
            ),
        );
    }
}

fn certainty(page: &mut String, proof: &Proof) {
    let Some(found) = &proof.certainty else {
        return;
    };
    heading(
        page,
        "HOW SURE A SCORE IS: standard error of one play by the noisy reader, and over three",
    );
    line(page, format!("{:<40}{:<12}{:<12}", "", "one", "three"));
    let mut row = |name: &str, error: StandardError| {
        let told = format!("{name:<40}{:<12.2}{:<12.2}", error.one, error.three);
        line(page, told);
    };
    for (figure, error) in &found.figures {
        row(figure.name(), *error);
    }
    let competences = proof.story.competences.iter().zip(&found.competences);
    for (competence, error) in competences {
        if let Some(error) = error {
            row(&competence.id, *error);
        }
    }
}

fn findings(page: &mut String, proof: &Proof) {
    heading(page, "FOUND");
    if !proof.is_exact() {
        line(page, "Nothing is told of what was not searched whole.");
    } else if proof.findings.is_empty() {
        line(page, "Everything can be come to, and no play is caught.");
    }
    for finding in &proof.findings {
        let level = match finding.level {
            Some(Level::Fatal | Level::Error) => "error",
            Some(Level::Warning) => "warning",
            None => "note",
        };
        line(
            page,
            format!("{level}: {}: {}", finding.code, finding.message),
        );
        if let Some(mend) = finding.mend {
            line(page, format!("    {mend}"));
        }
        if let Some(play) = &finding.play {
            let draws: Vec<String> = play
                .draws
                .iter()
                .map(|(name, value)| format!("--draw {name}={value}"))
                .collect();
            line(
                page,
                format!(
                    "    a shortest play of it ({} actions) goes with {}",
                    play.actions.lines().count(),
                    if draws.is_empty() {
                        "any seed".to_owned()
                    } else {
                        draws.join(" ")
                    }
                ),
            );
        }
    }
}
