//! What lies over the screen, and the focus it gives back when it closes.

use std::path::PathBuf;

use egui::{Context, Id, Ui};

use super::{Screen, Shell, in_play};
use crate::session::moves::Move;
use crate::session::view::Phase;
use crate::ui::command::Command;
use crate::ui::kit::Kit;
use crate::ui::screens::overlays::cover::{CoverAct, cover_ui};
use crate::ui::screens::overlays::pause::{PauseAct, pause_ui};
use crate::ui::screens::overlays::question::{
    END_ATTEMPT, ERASE_ATTEMPTS, START_AGAIN, question_ui,
};
use crate::ui::screens::overlays::support::{SupportAct, support_ui};
use crate::ui::shortcuts;
use crate::ui::world::{Intent, World};

#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    EndAttempt,
    EraseAttempts,
    StartAgain(PathBuf),
}

/// What lies over the screen: at most one of each, the last in this order on top.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each lies over the screen or does not"
)]
#[derive(Debug, Default)]
pub(super) struct Overlay {
    pause: bool,
    support: bool,
    asked: Option<Asked>,
    cover: bool,
    /// Paused because the screen was covered: uncovering goes on.
    paused_by_cover: bool,
    fresh: bool,
    focus_before: Option<Id>,
}

impl Overlay {
    pub(super) const fn covered(&self) -> bool {
        self.cover
    }

    pub(super) const fn any(&self) -> bool {
        self.pause || self.support || self.asked.is_some() || self.cover
    }

    fn opening(&mut self, ctx: &Context) {
        if !self.any() {
            self.focus_before = ctx.memory(egui::Memory::focused);
        }
        self.fresh = true;
    }

    fn closed(&mut self, ctx: &Context) {
        if self.any() {
            // The one beneath takes the focus where it begins.
            self.fresh = true;
        } else {
            ctx.request_repaint();
        }
    }

    /// The screen has changed: where the focus was before says nothing any more.
    pub(super) fn keep_focus_here(&mut self) {
        self.focus_before = None;
    }

    /// Gives the focus back once nothing modal keeps it from the screen any more.
    pub(super) fn give_focus_back(&mut self, ctx: &Context) {
        if self.any() {
            return;
        }
        if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            ctx.request_repaint();
        } else if let Some(id) = self.focus_before.take() {
            ctx.memory_mut(|memory| memory.request_focus(id));
            ctx.request_repaint();
        }
    }

    pub(super) fn open_support(&mut self, ctx: &Context) {
        self.opening(ctx);
        self.support = true;
    }

    pub(super) fn ask_end(&mut self, ctx: &Context) {
        self.opening(ctx);
        self.asked = Some(Asked::EndAttempt);
    }

    pub(super) fn ask_erase(&mut self, ctx: &Context) {
        self.opening(ctx);
        self.asked = Some(Asked::EraseAttempts);
    }

    fn forget(&mut self) {
        *self = Self::default();
    }
}

impl Shell {
    /// Opens the pause; a playthrough writes it down.
    pub(super) fn pause(&mut self, ctx: &Context, world: &World<'_>, intents: &mut Vec<Intent>) {
        let Some(view) = world.play.filter(|view| in_play(view)) else {
            return;
        };
        self.overlay.opening(ctx);
        self.overlay.pause = true;
        self.play.resuming = false;
        if view.phase == Phase::Playing {
            intents.push(Intent::Play(Move::Pause));
        }
    }

    fn resume(&mut self, world: &World<'_>, intents: &mut Vec<Intent>) {
        if world.play.is_some_and(|view| view.phase == Phase::Paused) {
            // From now on, not from when it has been done: the pause does not open for the time between.
            self.play.resuming = true;
            intents.push(Intent::Play(Move::Resume));
        }
    }

    /// Covers the screen, or takes the cover away.
    pub(super) fn toggle_cover(
        &mut self,
        ctx: &Context,
        world: &World<'_>,
        intents: &mut Vec<Intent>,
    ) {
        if self.overlay.cover {
            self.overlay.cover = false;
            if std::mem::take(&mut self.overlay.paused_by_cover) {
                self.resume(world, intents);
            }
            self.overlay.closed(ctx);
            return;
        }
        self.overlay.opening(ctx);
        self.overlay.cover = true;
        self.announcer.only(self.strings.get("cover-said"));
        let playing = self.screen == Screen::Play
            && world.play.is_some_and(|view| view.phase == Phase::Playing);
        if playing {
            self.overlay.paused_by_cover = true;
            intents.push(Intent::Play(Move::Pause));
        }
    }

    pub(super) fn covered_ui(
        &mut self,
        root: &mut Ui,
        world: &World<'_>,
        intents: &mut Vec<Intent>,
    ) {
        let fresh = std::mem::take(&mut self.overlay.fresh);
        let playing = self.screen == Screen::Play && world.play.is_some_and(in_play);
        let mut going = None;
        let kit = Kit {
            theme: &self.theme,
            strings: &self.strings,
            art: &mut self.art,
            announcer: &mut self.announcer,
            panes: &mut self.panes,
            fresh,
            going: &mut going,
        };
        match cover_ui(root, &kit, world.now, fresh, playing) {
            Some(CoverAct::Return) => self.toggle_cover(root.ctx(), world, intents),
            Some(CoverAct::LeaveForNow) => self.leave_for_now(world, intents),
            None => {}
        }
    }

    fn leave_for_now(&mut self, world: &World<'_>, intents: &mut Vec<Intent>) {
        self.overlay.forget();
        self.leave_to_library(world, intents);
    }

    /// Pause, support and questions over the screen.
    pub(super) fn overlays_ui(&mut self, root: &Ui, world: &World<'_>, intents: &mut Vec<Intent>) {
        if let Some(path) = self.library.start_again.take() {
            self.overlay.opening(root.ctx());
            self.overlay.asked = Some(Asked::StartAgain(path));
        }
        let paused = self.screen == Screen::Play
            && world.play.is_some_and(|view| view.phase == Phase::Paused);
        if !paused {
            self.play.resuming = false;
        } else if !self.overlay.any() && !self.play.resuming {
            // An attempt that was opened while paused, or a return from the settings.
            self.overlay.opening(root.ctx());
            self.overlay.pause = true;
        }
        if self.overlay.any() {
            self.top_overlay_ui(root, world, intents);
        }
    }

    fn top_overlay_ui(&mut self, root: &Ui, world: &World<'_>, intents: &mut Vec<Intent>) {
        let ctx = root.ctx();
        let fresh = std::mem::take(&mut self.overlay.fresh);
        let playing = self.screen == Screen::Play && world.play.is_some_and(in_play);
        let mut going = None;
        let kit = Kit {
            theme: &self.theme,
            strings: &self.strings,
            art: &mut self.art,
            announcer: &mut self.announcer,
            panes: &mut self.panes,
            fresh,
            going: &mut going,
        };
        if let Some(asked) = self.overlay.asked.clone() {
            let question = match asked {
                Asked::EndAttempt => END_ATTEMPT,
                Asked::EraseAttempts => ERASE_ATTEMPTS,
                Asked::StartAgain(_) => START_AGAIN,
            };
            let Some(yes) = question_ui(root, &kit, question, fresh) else {
                return;
            };
            self.overlay.asked = None;
            match asked {
                _ if !yes => self.overlay.closed(ctx),
                Asked::EndAttempt => {
                    self.overlay.forget();
                    intents.push(Intent::Play(Move::Leave));
                }
                Asked::EraseAttempts => {
                    self.overlay.closed(ctx);
                    intents.push(Intent::EraseAttempts);
                }
                Asked::StartAgain(path) => {
                    self.overlay.forget();
                    intents.push(Intent::StartAgain(path));
                }
            }
        } else if self.overlay.support {
            let act = support_ui(root, &kit, &self.support, fresh, playing);
            match act {
                Some(SupportAct::Close) => {
                    self.overlay.support = false;
                    self.overlay.closed(ctx);
                }
                Some(SupportAct::LeaveForNow) => self.leave_for_now(world, intents),
                None => {}
            }
        } else if self.overlay.pause {
            let mut act = pause_ui(root, &kit, fresh, world.save);
            if act.is_none() && shortcuts::take(ctx, Command::Escape) {
                act = Some(PauseAct::Resume);
            }
            self.pause_act(ctx, world, act, intents);
        }
    }

    fn pause_act(
        &mut self,
        ctx: &Context,
        world: &World<'_>,
        act: Option<PauseAct>,
        intents: &mut Vec<Intent>,
    ) {
        match act {
            Some(PauseAct::Resume) => {
                self.overlay.pause = false;
                self.play.resuming = true;
                self.resume(world, intents);
                self.overlay.closed(ctx);
            }
            Some(PauseAct::Support) => self.overlay.open_support(ctx),
            Some(PauseAct::Settings) => {
                self.overlay.forget();
                self.open(Screen::Settings);
            }
            Some(PauseAct::LeaveForNow) => self.leave_for_now(world, intents),
            Some(PauseAct::End) => self.overlay.ask_end(ctx),
            None => {}
        }
    }
}
