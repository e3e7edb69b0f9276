//! What is typed in a terminal.

use crate::session::moves::{Answer, Move};
use crate::session::view::{ConcernKey, FieldView, InputView, Mark, OfferView, Sureness, View};

use super::page::{self, Page, told, word};

/// A command understood.
pub(super) enum Command {
    Move(Move),
    Fill,
    Leave,
    Help,
    Support,
    Show(String),
}

impl Command {
    pub(super) fn read(line: &str, view: &View, page: &Page) -> Result<Self, String> {
        let (verb, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        Ok(match verb {
            "look" => {
                let object = nth(rest, &view.objects, "look")?;
                Self::Move(Move::Inspect(object.key))
            }
            "read" => {
                let document = nth(rest, &view.documents, "read")?;
                if document.read {
                    return Ok(Self::Show(page.document(document)));
                }
                Self::Move(Move::Inspect(document.key))
            }
            "mark" => Self::Move(mark(rest, view, page)?),
            "unmark" => Self::Move(Move::Unmark(page.unit(number(rest, "unmark N")?)?)),
            "decide" => Self::Move(Move::Decide),
            "choose" => match &view.offer {
                OfferView::Choices(choices) => {
                    Self::Move(Move::Choose(nth(rest, choices, "choose")?.key))
                }
                OfferView::Form(_) => {
                    return Err(word("text-fill-here"));
                }
                OfferView::Undecided => return Err(word("text-decide-first")),
            },
            "fill" => Self::Fill,
            "explain" if rest.is_empty() => return Err(word("text-explain-how")),
            "explain" => Self::Move(Move::Explain(rest.to_owned())),
            "kinds" => Self::Show(page::kinds(view)),
            "notes" => Self::Show(page::notes(view)),
            "again" => Self::Show(page.shown_again(view)),
            "pause" => Self::Move(Move::Pause),
            "resume" => Self::Move(Move::Resume),
            "leave" => Self::Leave,
            "support" => Self::Support,
            "help" | "?" => Self::Help,
            other => return Err(told("text-no-command", &[("word", other.into())])),
        })
    }
}

fn number(text: &str, usage: &str) -> Result<usize, String> {
    text.parse()
        .map_err(|_| told("text-number", &[("usage", usage.into())]))
}

fn nth<'a, T>(text: &str, list: &'a [T], verb: &str) -> Result<&'a T, String> {
    let wanted = number(text, &format!("{verb} N"))?;
    let found = wanted.checked_sub(1).and_then(|index| list.get(index));
    found.ok_or_else(|| told("text-numbers", &[("n", list.len().into())]))
}

fn mark(text: &str, view: &View, page: &Page) -> Result<Move, String> {
    let parts: Vec<usize> = text
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()
        .map_err(|_| word("text-mark-how"))?;
    let [unit, kind, sure] = parts[..] else {
        return Err(word("text-mark-how"));
    };
    // The tenth kind has the key 0, as on a keyboard.
    let place = if kind == 0 { 10 } else { kind };
    let concern = place
        .checked_sub(1)
        .filter(|index| *index < view.concerns.len())
        .ok_or_else(|| word("text-no-kind"))?;
    let sure = match sure {
        1 => Sureness::Note,
        2 => Sureness::Concerned,
        3 => Sureness::ActNow,
        _ => return Err(word("text-no-sureness")),
    };
    Ok(Move::Mark(
        page.unit(unit)?,
        Mark {
            concern: ConcernKey::at(concern),
            sure,
        },
    ))
}

/// Answers of a record.
pub(super) struct Words;

impl Words {
    /// What a typed line means in a field; `None` for a field left out.
    pub(super) fn answer(field: &FieldView, line: &str) -> Result<Option<Answer>, String> {
        match &field.input {
            InputView::Text => Ok((!line.is_empty()).then(|| Answer::Text(line.to_owned()))),
            InputView::One(options) => {
                let option = nth(line, options, "").map_err(|_| word("text-one"))?;
                Ok(Some(Answer::Options(vec![option.key])))
            }
            InputView::Many(options) => {
                let mut chosen = Vec::new();
                for part in line
                    .split(|c: char| c.is_whitespace() || c == ',')
                    .filter(|part| !part.is_empty())
                {
                    let option = nth(part, options, "").map_err(|_| word("text-many"))?;
                    if !chosen.contains(&option.key) {
                        chosen.push(option.key);
                    }
                }
                Ok((!chosen.is_empty()).then_some(Answer::Options(chosen)))
            }
        }
    }
}
