//! `play ID --text`: a scenario in a terminal. Numbered sentences and choices,
//! no colour and no cursor moves: also for a screen reader over SSH.

mod command;
mod page;

use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use crate::attempt::{Attempts, FileMedium, Log, Medium as _, Played, left_over};
use crate::scenario::story::Story;
use crate::score::{ScoreOptions, action_text, header_for, replay, score, story_of};
use crate::session::draw::fresh_seed;
use crate::session::moves::Move;
use crate::session::names::action_of;
use crate::session::playthrough::Playthrough;
use crate::session::view::{OfferView, Phase};
use crate::stamp::Stamp;
use crate::strings::Strings;

use super::super::{CliError, Common, Outcome};
use super::{PlayArguments, forced_draws, load_story};
use command::{Command, Words};
use page::Page;

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
    let (play, log, resumed) = match resumable {
        Some(path) => {
            let opened = Attempts::open(&path).map_err(CliError::disk)?;
            let story = story_of(&opened.header, &folders.played(), &shelf)
                .map_err(|error| CliError::Content(error.to_string()))?;
            let replay = replay(story, &opened.header, &opened.entries)
                .map_err(|error| CliError::Content(error.to_string()))?;
            let draft = left_over(&opened.draft, &opened.entries).map(str::to_owned);
            (replay.play, opened.log, Some(draft))
        }
        None => {
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
        }
    };
    let mut table = Table {
        play,
        log,
        page: Page::default(),
        input,
        output,
    };
    match resumed {
        None => table.open(&story)?,
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
    fn open(&mut self, story: &Arc<Story>) -> Result<(), CliError> {
        let text = page::briefing(story, self.play.seed());
        self.say(&text)?;
        Ok(())
    }

    fn take_up(&mut self, draft: Option<String>) -> Result<(), CliError> {
        if self.play.state().paused {
            self.act(&Move::Resume)?;
        }
        let view = self.play.view();
        let mut text = format!(
            "You left \"{}\" at {}. Nothing was lost.\n",
            view.title, view.place
        );
        if let Some(draft) = draft {
            text.push_str(&format!("You were writing: {draft}\n"));
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
        self.log
            .append(Stamp::now(), &text)
            .map_err(|fault| CliError::Usage(format!("Not saved: {fault}")))?;
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
                self.say("Paused. Everything is saved. Type `resume`, or end the input to come back later.\n")?;
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
                self.say(&format!(
                    "\nSaved. You can come back to this place. ({})\n",
                    folder.display()
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
                self.say("End this attempt? It cannot be taken up again. Type `yes` to end it.\n")?;
                if self.line()?.as_deref() == Some("yes") {
                    self.act(&Move::Leave)?;
                } else {
                    self.say("You are still here.\n")?;
                }
            }
            Command::Help => self.say(command::HELP)?,
            Command::Support => self.say(&page::support())?,
            Command::Show(text) => self.say(&text)?,
        }
        Ok(())
    }

    fn fill(&mut self) -> Result<(), CliError> {
        let OfferView::Form(form) = self.play.view().offer else {
            return self.say("There is no record to fill here. Type `decide` first.\n");
        };
        let mut answers = Vec::new();
        for field in &form.fields {
            loop {
                self.say(&page::field(field))?;
                let Some(line) = self.line()? else {
                    return self.say("Nothing was submitted.\n");
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
            self.say("Record submitted. You can add to it in a later record, not change it.\n")?;
        }
        Ok(())
    }

    /// The end: a reflection before any figure, then the debrief in words.
    fn end(mut self, states: usize) -> Result<Outcome, CliError> {
        self.say("\nThe scene ends here. Take a moment if you need one.\nWhich detail stayed with you? What did you nearly not notice? What would you do on your next shift?\nYou need not write anything. Your trainer can read it. An empty line goes on.\n")?;
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
    let result = score(&replay, ScoreOptions { states });
    let provenance = crate::report::Provenance {
        trainee: reading.header.trainee.clone(),
        started: reading.header.started.to_string(),
    };
    let debrief = crate::report::build_debrief(&replay, &result, &provenance);
    Ok(page::debrief(&debrief, &Strings::english(), path))
}
