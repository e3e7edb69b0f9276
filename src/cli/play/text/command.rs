//! What is typed in a terminal.

use crate::session::moves::{Answer, Move};
use crate::session::view::{ConcernKey, FieldView, InputView, Mark, OfferView, Sureness, View};

use super::page::{self, Page};

pub(super) const HELP: &str = "\
Commands. Numbers are those in brackets.
  look N             look at an object
  read N             read a document
  mark N KIND SURE   mark sentence N: KIND is 1 to 9 or 0 (type `kinds`), SURE is 1 note it, 2 concerned, 3 act now
  unmark N           take a mark away
  decide             what will you do? Puts choices, or a record, on offer
  choose N           take a choice
  fill               fill the record
  explain TEXT       say why, right after a choice that asks for it
  notes              your marks
  again              all that was shown
  support, pause, resume, leave, help
The end of the input (Ctrl+D) is a pause: you can come back.
";

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
                let object = nth(rest, &view.objects, "look", "object")?;
                Self::Move(Move::Inspect(object.key))
            }
            "read" => {
                let document = nth(rest, &view.documents, "read", "document")?;
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
                    Self::Move(Move::Choose(nth(rest, choices, "choose", "choice")?.key))
                }
                OfferView::Form(_) => {
                    return Err("There is a record to fill here: type `fill`.".into());
                }
                OfferView::Undecided => return Err("Type `decide` first.".into()),
            },
            "fill" => Self::Fill,
            "explain" if rest.is_empty() => return Err("Write the reasons after `explain`.".into()),
            "explain" => Self::Move(Move::Explain(rest.to_owned())),
            "kinds" => Self::Show(page::kinds(view)),
            "notes" => Self::Show(page::notes(view)),
            "again" => Self::Show(page.shown_again(view)),
            "pause" => Self::Move(Move::Pause),
            "resume" => Self::Move(Move::Resume),
            "leave" => Self::Leave,
            "support" => Self::Support,
            "help" | "?" => Self::Help,
            other => return Err(format!("`{other}` is no command here. Type `help`.")),
        })
    }
}

fn number(text: &str, usage: &str) -> Result<usize, String> {
    text.parse()
        .map_err(|_| format!("Write a number: `{usage}`."))
}

fn nth<'a, T>(text: &str, list: &'a [T], verb: &str, what: &str) -> Result<&'a T, String> {
    let wanted = number(text, &format!("{verb} N"))?;
    wanted
        .checked_sub(1)
        .and_then(|index| list.get(index))
        .ok_or_else(|| match list.len() {
            0 => format!("There is no {what} here."),
            1 => format!("There is one {what} here: number 1."),
            count => format!("There are {count} here: numbers 1 to {count}."),
        })
}

fn mark(text: &str, view: &View, page: &Page) -> Result<Move, String> {
    let usage = "Write `mark N KIND SURE`, as in `mark 3 2 1`.";
    let parts: Vec<usize> = text
        .split_whitespace()
        .map(str::parse)
        .collect::<Result<_, _>>()
        .map_err(|_| usage.to_owned())?;
    let [unit, kind, sure] = parts[..] else {
        return Err(usage.into());
    };
    // The tenth kind has the key 0, as on a keyboard.
    let place = if kind == 0 { 10 } else { kind };
    let concern = place
        .checked_sub(1)
        .filter(|index| *index < view.concerns.len())
        .ok_or("No such kind. Type `kinds`.")?;
    let sure = match sure {
        1 => Sureness::Note,
        2 => Sureness::Concerned,
        3 => Sureness::ActNow,
        _ => return Err("How sure is 1 (note it), 2 (concerned) or 3 (act now).".into()),
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
            InputView::One(options) => Ok(Some(Answer::Options(vec![
                nth(line, options, "", "answer")
                    .map_err(|_| "Choose one: write its number.".to_owned())?
                    .key,
            ]))),
            InputView::Many(options) => {
                let mut chosen = Vec::new();
                for part in line
                    .split(|c: char| c.is_whitespace() || c == ',')
                    .filter(|part| !part.is_empty())
                {
                    let option = nth(part, options, "", "answer").map_err(|_| {
                        format!("`{part}` is not one of them. Write numbers, or nothing.")
                    })?;
                    if !chosen.contains(&option.key) {
                        chosen.push(option.key);
                    }
                }
                Ok((!chosen.is_empty()).then_some(Answer::Options(chosen)))
            }
        }
    }
}
