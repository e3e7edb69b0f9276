//! Follows the playthrough: what is new is scrolled to, said, and given the focus.

use super::acts::Scene;
use super::local::{Seen, Sheet, Tab};
use crate::session::view::{Passage, Run, UnitView};
use crate::ui::theme::Fold;

/// New text is said in full up to this many characters.
const SAID_IN_FULL: usize = 400;

impl Scene<'_, '_> {
    /// Notices a new turn or new passages.
    pub(super) fn follow(&mut self, fold: Fold) {
        let now = Seen {
            turn: self.view.turn,
            passages: self.view.transcript.len(),
        };
        if self.kit.fresh {
            self.local.list.claim = true;
        }
        let before = self.local.seen.replace(now);
        if before == Some(now) {
            return;
        }
        match before {
            Some(seen) if seen.turn == now.turn => {
                self.local.scroll_to = Some(seen.passages);
                if let Some(unit) = self.page.first_unit_from(seen.passages) {
                    self.local.list.current = unit;
                    if fold == Fold::One {
                        self.local.list.claim = true;
                    }
                }
                self.local.tab = Tab::Read;
                self.say_new(seen.passages);
            }
            _ => self.new_turn(),
        }
    }

    fn new_turn(&mut self) {
        let first = self.view.transcript_before_turn;
        // The deed that led here is the last thing before: it stays in sight.
        let deed = first
            .checked_sub(1)
            .filter(|index| matches!(self.view.transcript.get(*index), Some(Passage::Did { .. })));
        let from = deed.unwrap_or(first);
        self.local.scroll_to = Some(from);
        self.local.picker = None;
        self.local.paper = None;
        self.local.sheet = Sheet::default();
        self.local.pointed_row = None;
        self.local.tab = Tab::Read;
        if let Some(unit) = self.page.first_unit_from(first) {
            self.local.list.current = unit;
        }
        self.local.list.claim = true;
        self.say_new(from);
    }

    fn say_new(&mut self, from: usize) {
        let mut pieces = Vec::new();
        for passage in self.view.transcript.iter().skip(from) {
            match passage {
                Passage::Visit { place, .. } => pieces.push(format!("{place}.")),
                Passage::Line {
                    speaker,
                    paragraphs,
                } => {
                    let name = speaker.as_ref().map(|speaker| speaker.name.as_ref());
                    self.sentences(
                        name,
                        paragraphs.iter().flatten().map(UnitView::text),
                        &mut pieces,
                    );
                }
                Passage::Object {
                    label, paragraphs, ..
                } => {
                    let texts = paragraphs.iter().flatten().map(UnitView::text);
                    self.sentences(Some(label), texts, &mut pieces);
                }
                Passage::Did {
                    minutes, minute, ..
                } => pieces.push(self.deed_words(*minutes, *minute)),
                Passage::Closing {
                    speaker,
                    paragraphs,
                } => {
                    let name = speaker.as_ref().map(|speaker| speaker.name.as_ref());
                    self.sentences(
                        name,
                        paragraphs.iter().map(|runs| text_of(runs)),
                        &mut pieces,
                    );
                }
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        let (mut words, left) = in_full(&pieces);
        if left > 0 {
            words.push(' ');
            words.push_str(
                &self
                    .kit
                    .say_with("scene-more-sentences", &[("n", left.into())]),
            );
        }
        self.kit.announce(words);
    }

    fn sentences(
        &self,
        speaker: Option<&str>,
        texts: impl Iterator<Item = String>,
        pieces: &mut Vec<String>,
    ) {
        for (index, text) in texts.enumerate() {
            pieces.push(match speaker.filter(|_| index == 0) {
                Some(speaker) => self.kit.say_with(
                    "scene-unit-spoken",
                    &[("speaker", speaker.into()), ("text", text.into())],
                ),
                None => text,
            });
        }
    }
}

fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_ref()).collect()
}

/// As many whole sentences as may be said, and how many are left. The first is always said.
fn in_full(pieces: &[String]) -> (String, usize) {
    let mut words = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        let length = words.chars().count() + usize::from(index > 0) + piece.chars().count();
        if index > 0 && length > SAID_IN_FULL {
            return (words, pieces.len() - index);
        }
        if index > 0 {
            words.push(' ');
        }
        words.push_str(piece);
    }
    (words, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_sentences_are_said_up_to_the_bound() {
        let piece = "x".repeat(150);
        let pieces = vec![piece.clone(), piece.clone(), piece.clone(), piece];
        let (words, left) = in_full(&pieces);
        assert_eq!((words.chars().count(), left), (301, 2));
        assert_eq!(in_full(&pieces[..2]).1, 0);
        let long = vec!["y".repeat(500), "z".to_owned()];
        assert_eq!(in_full(&long).1, 1);
    }
}
