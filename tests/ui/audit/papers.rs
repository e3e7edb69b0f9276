//! A scenario with a document of every kind.

use std::sync::Arc;

use second_look::scenario::shelf::Shelf;
use second_look::scenario::story::Story;

/// Kinds as the file writes them, with the title of the document.
pub const KINDS: [(&str, &str); 11] = [
    ("IncidentLog", "Incident log 0417"),
    ("Statement", "Statement of the caretaker"),
    ("Messages", "Messages on the telephone"),
    ("MissingReport", "Missing-person report 88"),
    ("CustodyRecord", "Custody record 12"),
    ("IntelligenceLog", "Intelligence log for the ward"),
    ("Email", "E-mail from the school office"),
    ("Letter", "Letter to the tenants"),
    ("Map", "Map of the estate"),
    ("CctvStill", "Still from the bus station"),
    ("Notes", "Notes on the back of an envelope"),
];

/// The story.
pub fn story() -> Arc<Story> {
    let documents: String = KINDS
        .iter()
        .enumerate()
        .map(|(number, (kind, title))| {
            format!(
                "\"paper-{number}\": (kind: {kind}, title: \"{title}\", fields: [\
                 (label: \"From\", text: \"The caretaker of the community hall.\"),\
                 (label: \"14:20\", text: \"A bicycle stood by the door all afternoon. Nobody asked whose it was, and by the evening it had gone.\\n\\nThe gate was shut again at nine.\"),\
                 (label: \"Remarks\", text: \"Seen by two people.\"),\
                 ]),"
            )
        })
        .collect();
    let names: String = (0..KINDS.len())
        .map(|number| format!("\"paper-{number}\","))
        .collect();
    let text = format!(
        "Scenario(format: 1, title: \"Papers\", role: \"Response constable\", offence: \"A bicycle\", briefing: \"Attend.\", minutes: 5, \
         jurisdiction: EnglandAndWales, as_of: \"2026-11\", competences: [\"professional-curiosity\"], sources: [(title: \"A report\")], \
         survivor_input: (basis: \"Nothing.\", reviews: []), cast: {{}}, cues: {{}}, lures: {{}}, documents: {{{documents}}}, start: \"desk\", nodes: {{\
         \"desk\": (place: \"Front desk\", lines: [(text: \"A tray of papers waits.\")], documents: [{names}], \
         choices: [(id: \"done\", kind: Act, text: \"Put them back.\", goto: \"end\")]),\
         \"end\": (place: \"Front desk\", lines: [(text: \"The tray is full.\")], ending: (id: \"over\", summary: \"Over.\")) }})"
    );
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("papers.ron"), text).expect("a file");
    let loaded = Shelf::new(Some(folder.path().to_owned()))
        .load("papers", true)
        .expect("the file is there");
    loaded.story.unwrap_or_else(|| panic!("the papers load"))
}
