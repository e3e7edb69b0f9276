//! `play ID --text`: a scenario in a terminal. Numbered sentences and choices,
//! no colour and no cursor moves: also for a screen reader over SSH.

mod command;
mod page;

use std::io::{BufRead, Write};
use std::path::Path;

use crate::attempt::{Attempts, FileMedium, Log, Medium as _, Played, Typed, left_over};
use crate::score::{ScoreOptions, action_text, header_for, replay, score, story_of};
use crate::session::draw::fresh_seed;
use crate::session::moves::Move;
use crate::session::names::action_of;
use crate::session::playthrough::Playthrough;
use crate::session::view::{OfferView, Phase};
use crate::stamp::Stamp;

use super::super::{CliError, Common, Outcome};
use super::{PlayArguments, forced_draws, load_story};
use command::{Command, Words};
use page::{Page, told, word};

/// A playthrough in a terminal with its journal.
struct Table<R, W> {
    play: Playthrough,
    log: Log<FileMedium>,
    page: Page,
    input: R,
    output: W,
}

pub(super) fn run(common: &Common, arguments: &PlayArguments) -> Result<Outcome, CliError> {
    let shelf = common.shelf();
    let folders = common.folders()?;
    page::speak(common.strings(&folders));
    let input = std::io::stdin().lock();
    let output = std::io::stdout().lock();
    let story = load_story(&shelf, &arguments.id)?;
    let trainee = common.trainee(arguments.trainee.as_deref(), &folders);
    let attempts = Attempts::new(folders.attempts());
    // An attempt that was broken off goes on where it was, unless another is asked for by seed or facts.
    let resumable = if arguments.seed.is_none() && arguments.draws.is_empty() {
        broken_off(&attempts, &folders, &shelf, &arguments.id, &trainee)?
    } else {
        None
    };
    let (mut play, log, resumed) = if let Some(path) = resumable {
        let opened = Attempts::open(&path).map_err(CliError::disk)?;
        let story = story_of(&opened.header, &folders.played(), &shelf)
            .map_err(|error| CliError::Content(error.to_string()))?;
        let replay = replay(story, &opened.header, &opened.entries)
            .map_err(|error| CliError::Content(error.to_string()))?;
        let draft = left_over(&opened.draft, &opened.entries).map(str::to_owned);
        (replay.play, opened.log, Some(draft))
    } else {
        let forced = forced_draws(&story, &arguments.draws)?;
        let play = Playthrough::begin(
            story.clone(),
            arguments.seed.unwrap_or_else(fresh_seed),
            &forced,
        );
        Played::new(folders.played())
            .keep(&story.fingerprint, &shelf.files_to_keep(&arguments.id)?)
            .map_err(CliError::disk)?;
        let log = attempts
            .begin(&header_for(&play, &forced, &trainee, Stamp::now()))
            .map_err(CliError::disk)?;
        (play, log, None)
    };
    play.tell_in(page::language());
    let mut table = Table {
        play,
        log,
        page: Page::default(),
        input,
        output,
    };
    match resumed {
        None => table.open()?,
        Some(draft) => table.take_up(draft)?,
    }
    table.run(&folders.attempts(), arguments.states)
}

/// The newest attempt of this scenario and trainee that was not ended.
fn broken_off(
    attempts: &Attempts,
    folders: &crate::folders::Folders,
    shelf: &crate::scenario::shelf::Shelf,
    id: &str,
    trainee: &str,
) -> Result<Option<std::path::PathBuf>, CliError> {
    let goes_on = |reading: &crate::attempt::Reading| {
        let header = &reading.header;
        header.scenario == id
            && header.trainee == trainee
            && reading.alteration.is_none()
            && story_of(header, &folders.played(), shelf)
                .and_then(|story| replay(story, header, &reading.entries))
                .is_ok_and(|replay| !replay.play.state().is_over())
    };
    let listed = attempts.list().map_err(CliError::disk)?;
    Ok(listed
        .into_iter()
        .find(|listed| listed.reading.as_ref().is_ok_and(goes_on))
        .map(|listed| listed.path))
}

impl<R: BufRead, W: Write> Table<R, W> {
    fn say(&mut self, text: &str) -> Result<(), CliError> {
        match self
            .output
            .write_all(text.as_bytes())
            .and_then(|()| self.output.flush())
        {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// The content note first; the scene only after the trainee goes on.
    fn open(&mut self) -> Result<(), CliError> {
        let text = page::briefing(self.play.told(), self.play.seed());
        self.say(&text)
    }

    fn take_up(&mut self, draft: Option<String>) -> Result<(), CliError> {
        if self.play.state().paused {
            self.act(&Move::Resume)?;
        }
        let view = self.play.view();
        let mut text = told(
            "text-left",
            &[
                ("title", view.title.as_ref().into()),
                ("place", view.place.as_ref().into()),
            ],
        );
        text.push('\n');
        if let Some(draft) = draft {
            let words = Typed::from_text(&draft)
                .map_or(draft, |typed| typed.texts().collect::<Vec<_>>().join("\n"));
            text.push_str(&told("text-writing", &[("text", words.into())]));
            text.push('\n');
        }
        text.push_str(&self.page.whole(&view));
        self.say(&text)
    }

    /// Does a move, on disk before it is shown. A refusal is said and changes nothing.
    fn act(&mut self, step: &Move) -> Result<bool, CliError> {
        let mut after = self.play.clone();
        if let Err(refusal) = after.apply(step) {
            self.say(&format!("{}.\n", page::sentence(&refusal.detail)))?;
            return Ok(false);
        }
        let text = action_text(&action_of(self.play.story(), step)).map_err(CliError::disk)?;
        self.log.append(Stamp::now(), &text).map_err(|fault| {
            CliError::Usage(told(
                "text-not-saved",
                &[("reason", fault.to_string().into())],
            ))
        })?;
        self.play = after;
        Ok(true)
    }

    fn line(&mut self) -> Result<Option<String>, CliError> {
        let mut line = String::new();
        self.say("> ")?;
        let read = self.input.read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim().to_owned()))
    }

    fn run(mut self, folder: &Path, states: usize) -> Result<Outcome, CliError> {
        loop {
            let view = self.play.view();
            if view.phase == Phase::Paused {
                self.say(&format!("{}\n", word("text-paused-how")))?;
            }
            let fresh = self.page.fresh(&view);
            self.say(&fresh)?;
            if matches!(view.phase, Phase::Ended { .. } | Phase::Left) {
                return self.end(states);
            }
            let Some(line) = self.line()? else {
                // The end of the input is a pause: the attempt can go on later.
                if !self.play.state().paused {
                    self.act(&Move::Pause)?;
                }
                let folder = folder.display().to_string();
                self.say(&format!(
                    "\n{}\n",
                    told("text-saved", &[("folder", folder.into())])
                ))?;
                return Ok(Outcome::Done);
            };
            if line.is_empty() {
                continue;
            }
            match Command::read(&line, &view, &self.page) {
                Err(reason) => self.say(&format!("{reason}\n"))?,
                Ok(command) => self.obey(command)?,
            }
        }
    }

    fn obey(&mut self, command: Command) -> Result<(), CliError> {
        match command {
            Command::Move(step) => {
                let decides = step == Move::Decide;
                if self.act(&step)? {
                    let said = page::done(&step, &self.play.view());
                    self.say(&said)?;
                    if decides {
                        let offer = self.play.view().offer;
                        self.say(&page::offer(&offer))?;
                    }
                }
            }
            Command::Fill => self.fill()?,
            Command::Leave => {
                self.say(&format!("{}\n", word("text-end-question")))?;
                if self.line()?.as_deref() == Some("yes") {
                    self.act(&Move::Leave)?;
                } else {
                    self.say(&format!("{}\n", word("text-still-here")))?;
                }
            }
            Command::Help => self.say(&format!("{}\n", word("text-help")))?,
            Command::Support => self.say(&page::support())?,
            Command::Show(text) => self.say(&text)?,
        }
        Ok(())
    }

    fn fill(&mut self) -> Result<(), CliError> {
        let OfferView::Form(form) = self.play.view().offer else {
            return self.say(&format!("{}\n", word("text-decide-first")));
        };
        let mut answers = Vec::new();
        for field in &form.fields {
            loop {
                self.say(&page::field(field))?;
                let Some(line) = self.line()? else {
                    return self.say(&format!("{}\n", word("text-nothing-submitted")));
                };
                match Words::answer(field, &line) {
                    Ok(Some(answer)) => answers.push((field.key, answer)),
                    Ok(None) => {}
                    Err(reason) => {
                        self.say(&format!("{reason}\n"))?;
                        continue;
                    }
                }
                break;
            }
        }
        if self.act(&Move::Fill(answers))? {
            self.say(&format!("{}\n", word("text-submitted")))?;
        }
        Ok(())
    }

    /// The end: a reflection before any figure, then the debrief in words.
    fn end(mut self, states: usize) -> Result<Outcome, CliError> {
        self.say(&format!(
            "\n{} {}\n{}\n",
            word("end-title"),
            word("end-moment"),
            word("text-reflect")
        ))?;
        if let Some(text) = self.line()?.filter(|text| !text.is_empty()) {
            self.act(&Move::Reflect(crate::session::moves::Reflection {
                text,
                immediate: None,
                beyond: None,
            }))?;
        }
        let path = self.log.medium().path().to_owned();
        let text = debrief(&path, &self.play, states)?;
        self.say(&text)?;
        Ok(Outcome::Done)
    }
}

fn debrief(path: &Path, play: &Playthrough, states: usize) -> Result<String, CliError> {
    let reading = crate::attempt::read_file(path).map_err(CliError::disk)?;
    let mut replay = replay(play.story().clone(), &reading.header, &reading.entries)
        .map_err(|error| CliError::Content(error.to_string()))?;
    replay.finish();
    replay.play.tell_in(page::language());
    let result = score(&replay, ScoreOptions { states });
    let debrief = crate::report::build_debrief(
        &replay,
        &result,
        &reading.header,
        &crate::report::Sure::default(),
    );
    Ok(page::debrief(&debrief, path))
}
