//! What the trainee does in the scene: every move goes through here.

use egui::{Context, Event, Id, Key, Modifiers, Ui};

use super::history::move_to;
use super::list_keys::{ListAct, list_act};
use super::local::{Paper, SceneLocal, Sheet, Tab};
use super::marking;
use super::passages::{Entry, Page};
use super::picker::state::{Grid, Outcome, Picker};
use super::units::{ListLocal, unit_id};
use crate::session::moves::Move;
use crate::session::view::{ChoiceKey, ChoiceKind, Mark, ThingKey, UnitKey, View};
use crate::ui::command::Command;
use crate::ui::kit::Kit;
use crate::ui::world::Intent;

/// The scene while one pass of it is drawn.
pub(super) struct Scene<'s, 'k> {
    pub kit: &'s mut Kit<'k>,
    pub view: &'s View,
    pub page: &'s Page<'s>,
    /// The units of the document in the drawer.
    pub paper_units: &'s [Entry<'s>],
    pub local: &'s mut SceneLocal,
    /// What this pass asks for.
    pub asked: Vec<Intent>,
    /// A write failed: nothing but `Try again` acts.
    pub blocked: bool,
}

/// The id of the page's list.
pub(super) fn page_list() -> Id {
    Id::new("what you see and hear")
}

/// The id of a document's list.
pub(super) fn paper_list(key: ThingKey) -> Id {
    Id::new(("document", key.0))
}

impl<'s> Scene<'s, '_> {
    /// Asks the session for a move.
    fn ask(&mut self, wanted: Move) {
        if !self.blocked {
            self.asked.push(Intent::Play(wanted));
        }
    }

    /// The list that the picker and the keys work on: the drawer's while it is open.
    pub(super) fn active_list(&self) -> (Id, &'s [Entry<'s>], ListLocal) {
        match &self.local.paper {
            Some(paper) => (paper_list(paper.key), self.paper_units, paper.list),
            None => (page_list(), &self.page.units, self.local.list),
        }
    }

    /// The active list's memory.
    pub(super) fn active_local(&mut self) -> &mut ListLocal {
        match &mut self.local.paper {
            Some(paper) => &mut paper.list,
            None => &mut self.local.list,
        }
    }

    /// The mark that stands on a unit.
    pub(super) fn mark_of(&self, unit: UnitKey) -> Option<Mark> {
        self.view
            .notebook
            .iter()
            .find(|entry| entry.unit == unit)
            .map(|entry| entry.mark)
    }

    /// Opens the picker on a unit of the active list.
    pub(super) fn open_picker(&mut self, index: usize) {
        let (_, entries, _) = self.active_list();
        let Some(entry) = entries.get(index).filter(|_| !self.blocked) else {
            return;
        };
        let present = entry.unit.mark.and_then(|mark| {
            let kind = self
                .view
                .concerns
                .iter()
                .position(|concern| concern.key == mark.concern)?;
            Some((kind, mark))
        });
        self.active_local().current = index;
        self.local.picker = Some(Picker::open(entry.unit.key, index, present));
        self.local.picker_claim = true;
    }

    /// Closes the picker; the focus goes back to its unit.
    pub(super) fn close_picker(&mut self) {
        if let Some(picker) = self.local.picker.take() {
            let list = self.active_local();
            list.current = picker.index;
            list.claim = true;
        }
    }

    /// Follows what the picker said.
    pub(super) fn picked(&mut self, outcome: Outcome) {
        let Some(unit) = self.local.picker.as_ref().map(|picker| picker.unit) else {
            return;
        };
        match outcome {
            Outcome::Open => {
                self.local.picker_claim = true;
                return;
            }
            Outcome::Close => {}
            Outcome::Remove => self.mark(unit, None),
            Outcome::Mark { kind, sure } => {
                if let Some(concern) = self.view.concerns.get(kind) {
                    let mark = Mark {
                        concern: concern.key,
                        sure,
                    };
                    self.mark(unit, Some(mark));
                }
            }
        }
        self.close_picker();
    }

    /// Marks a unit or takes its mark away, and says so.
    pub(super) fn mark(&mut self, unit: UnitKey, after: Option<Mark>) {
        let before = self.mark_of(unit);
        if self.blocked || before == after {
            return;
        }
        self.local.history.record(unit, before, after);
        self.ask(move_to(unit, after));
        match after {
            Some(mark) => {
                let kind = self
                    .view
                    .concerns
                    .iter()
                    .find(|concern| concern.key == mark.concern)
                    .map_or_else(String::new, |concern| concern.label.to_string());
                let count = self.view.notebook.len() + usize::from(before.is_none());
                let words = self.kit.say_with(
                    "scene-said-marked",
                    &[
                        ("kind", kind.into()),
                        ("sure", marking::word(self.kit.strings, mark.sure).into()),
                        ("n", count.into()),
                    ],
                );
                self.kit.announce(words);
            }
            None => self.kit.announce(self.kit.say("scene-said-removed")),
        }
    }

    /// Takes the last mark back, or makes it again.
    pub(super) fn step_history(&mut self, back: bool) {
        if self.blocked {
            return;
        }
        let history = &mut self.local.history;
        let change = if back { history.undo() } else { history.redo() };
        let Some((unit, mark)) = change else {
            return;
        };
        if self.mark_of(unit) != mark {
            self.ask(move_to(unit, mark));
        }
        let words = if back {
            "scene-said-undone"
        } else {
            "scene-said-redone"
        };
        self.kit.announce(self.kit.say(words));
    }

    /// "I have seen enough for now."
    pub(super) fn decide(&mut self) {
        if self.blocked {
            return;
        }
        self.local.picker = None;
        self.local.paper = None;
        self.local.tab = Tab::Read;
        self.ask(Move::Decide);
        self.local.sheet = Sheet {
            open: true,
            claim: true,
            ..Sheet::default()
        };
    }

    /// Closes the sheet; the focus goes back to the page.
    pub(super) fn look_again(&mut self) {
        self.local.sheet = Sheet::default();
        self.local.list.claim = true;
    }

    /// Takes a choice; one that leaves it there is asked about first.
    pub(super) fn choose(&mut self, key: ChoiceKey, kind: ChoiceKind) {
        if self.blocked {
            return;
        }
        if kind == ChoiceKind::Leave && self.local.sheet.leaving.is_none() {
            self.local.sheet.leaving = Some(key);
            self.local.sheet.claim = true;
            return;
        }
        self.local.sheet = Sheet::default();
        self.ask(Move::Choose(key));
    }

    /// Looks at an object; one that was looked at is shown again.
    pub(super) fn look_at(&mut self, key: ThingKey) {
        if self.blocked {
            return;
        }
        let looked = self
            .view
            .objects
            .iter()
            .any(|object| object.key == key && object.looked);
        match self.page.passage_about(key).filter(|_| looked) {
            Some(passage) => {
                self.local.scroll_to = Some(passage);
                self.local.tab = Tab::Read;
                if let Some(unit) = self.page.first_unit_from(passage) {
                    self.local.list.current = unit;
                }
            }
            None => self.ask(Move::Inspect(key)),
        }
    }

    /// Opens a document in the drawer.
    pub(super) fn open_paper(&mut self, key: ThingKey, go_to: Option<UnitKey>) {
        if self.blocked {
            return;
        }
        let unread = self
            .view
            .documents
            .iter()
            .any(|document| document.key == key && !document.read);
        if unread {
            self.ask(Move::Inspect(key));
        }
        self.local.picker = None;
        self.local.sheet = Sheet::default();
        self.local.paper = Some(Paper {
            key,
            list: ListLocal {
                claim: true,
                ..ListLocal::default()
            },
            go_to,
        });
    }

    /// Closes the drawer; the focus goes back to the page.
    pub(super) fn close_paper(&mut self) {
        self.local.picker = None;
        self.local.paper = None;
        self.local.list.claim = true;
    }

    /// Goes to a unit from the notebook, wherever it stands.
    pub(super) fn go_to(&mut self, unit: UnitKey) {
        if let Some(index) = self.page.place_of(unit) {
            self.local.paper = None;
            self.local.picker = None;
            self.local.tab = Tab::Read;
            self.local.list = ListLocal {
                current: index,
                claim: true,
                reveal: true,
                revealed: None,
            };
            return;
        }
        let document = self.view.documents.iter().find(|document| {
            document
                .fields
                .iter()
                .flat_map(|field| field.paragraphs.iter().flatten())
                .any(|other| other.key == unit)
        });
        if let Some(document) = document {
            self.open_paper(document.key, Some(unit));
        }
    }

    /// Answers the keys of this pass, in the order they were pressed.
    pub(super) fn keys(&mut self, ui: &Ui) {
        let reachable =
            ui.is_enabled() && ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
        if !reachable {
            return;
        }
        self.commands(ui);
        let (list, _, local) = self.active_list();
        let on_unit = ui.memory(|memory| memory.has_focus(unit_id(list, local.current)));
        if self.local.picker.is_none() && !on_unit {
            return;
        }
        let events = ui.input_mut(|input| std::mem::take(&mut input.events));
        let rest = events
            .into_iter()
            .filter(|event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => !self.key(*key, *modifiers),
                _ => true,
            })
            .collect();
        ui.input_mut(|input| input.events = rest);
    }

    fn commands(&mut self, ui: &Ui) {
        if self.kit.command(ui, Command::Undo) {
            self.step_history(true);
        }
        if self.kit.command(ui, Command::Redo) {
            self.step_history(false);
        }
        let sheet = self.local.sheet.open;
        let open = self.local.picker.is_some() || sheet || self.local.paper.is_some();
        if open && self.kit.escape(ui) {
            if self.local.picker.is_some() {
                self.close_picker();
            } else if self.local.sheet.leaving.take().is_some() {
                self.local.sheet.claim = true;
            } else if sheet {
                self.look_again();
            } else {
                self.close_paper();
            }
        }
    }

    /// Whether this key did something here.
    fn key(&mut self, key: Key, modifiers: Modifiers) -> bool {
        if let Some(picker) = &mut self.local.picker {
            let grid = Grid {
                kinds: self.view.concerns.len(),
                columns: picker.columns,
            };
            let outcome = picker.key(key, modifiers, grid);
            if let Some(outcome) = outcome {
                self.picked(outcome);
            }
            return outcome.is_some();
        }
        let (_, entries, local) = self.active_list();
        let Some(act) = list_act(entries, local.current, key, modifiers) else {
            return false;
        };
        match act {
            ListAct::Go(to) => {
                let list = self.active_local();
                list.claim = to != list.current;
                list.reveal = true;
                list.current = to;
            }
            ListAct::Pick => self.open_picker(local.current),
            ListAct::Remove => {
                if let Some(entry) = entries.get(local.current) {
                    self.mark(entry.unit.key, None);
                }
            }
        }
        true
    }
}

/// The object's or document's sentence that a screen reader or pointer asks for gets the focus.
pub(super) fn claim(ctx: &Context, local: &mut ListLocal, index: usize) {
    if local.current != index {
        local.current = index;
        local.reveal = true;
    }
    local.claim = true;
    ctx.request_repaint();
}
