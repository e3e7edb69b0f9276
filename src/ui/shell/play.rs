//! The part of a playthrough that is shown: the view decides, not the screen.

use egui::Ui;

use crate::session::moves::Move;
use crate::session::view::{OfferView, Phase, View};
use crate::strings::Strings;
use crate::ui::frame::{Bar, WayOut};
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::screens::ending::ending_ui;
use crate::ui::screens::form::{FormLocal, form_ui};
use crate::ui::screens::rationale::{RationaleLocal, rationale_ui};
use crate::ui::screens::reflection::{ReflectionLocal, reflection_ui};
use crate::ui::screens::scene::{SceneLocal, scene_ui};
use crate::ui::spoken;
use crate::ui::widgets::{Words, page};
use crate::ui::world::{Intent, World};

/// A part of a playthrough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// It is being opened.
    Opening,
    /// The scene.
    Scene,
    /// The record, of this turn.
    Form(u32),
    /// The reasons for a decision.
    Rationale,
    /// The end.
    End,
    /// The reflection.
    Reflection,
}

/// What the screens of a playthrough keep between passes.
#[derive(Default)]
pub(super) struct PlayLocal {
    /// Asked for, and not there yet.
    pub(super) opening: bool,
    /// The pause has been asked to end: its overlay need not come back.
    pub(super) resuming: bool,
    form_aside: Option<u32>,
    end_seen: bool,
    scene: SceneLocal,
    form: FormLocal,
    form_turn: u32,
    rationale: RationaleLocal,
    reflection: ReflectionLocal,
}

impl PlayLocal {
    /// One that has been asked for.
    pub(super) fn opening() -> Self {
        Self {
            opening: true,
            ..Self::default()
        }
    }

    pub(super) fn stage(&self, world: &World<'_>) -> Stage {
        let Some(view) = world.play else {
            return Stage::Opening;
        };
        if view.rationale.is_some() && !self.rationale.is_skipped(view) {
            return Stage::Rationale;
        }
        match view.phase {
            Phase::Ended { .. } | Phase::Left if self.opening => Stage::Opening,
            Phase::Ended { .. } | Phase::Left if self.end_seen => Stage::Reflection,
            Phase::Ended { .. } | Phase::Left => Stage::End,
            Phase::Playing | Phase::Paused => match &view.offer {
                OfferView::Form(_) if self.form_aside != Some(view.turn) => Stage::Form(view.turn),
                _ => Stage::Scene,
            },
        }
    }

    /// Back to the scene from the record: it comes again when it is asked for.
    pub(super) fn set_form_aside(&mut self, world: &World<'_>) {
        self.form_aside = world.play.map(|view| view.turn);
    }

    /// What a move means for what is kept.
    pub(super) fn follow(&mut self, action: &Move) {
        match action {
            Move::Decide => self.form_aside = None,
            Move::Resume => self.resuming = true,
            Move::Explain(_) => self.rationale = RationaleLocal::default(),
            _ => {}
        }
    }

    pub(super) fn bar(strings: &Strings, world: &World<'_>, stage: Stage) -> Bar {
        let over = matches!(stage, Stage::End | Stage::Reflection);
        let place = match (stage, world.play) {
            (Stage::Rationale, _) => strings.get("bar-rationale"),
            (Stage::Reflection, _) => strings.get("bar-reflection"),
            (_, Some(view)) => view.place.to_string(),
            (_, None) => strings.get("window-title"),
        };
        Bar {
            icon: if matches!(stage, Stage::Form(_)) {
                icons::RECORD
            } else {
                icons::PLACE
            },
            place,
            title: world.play.map(|view| view.title.to_string()),
            heading: matches!(stage, Stage::Scene | Stage::Opening),
            clock: world
                .play
                .filter(|_| !over)
                .map(|view| clock(strings, view)),
            library: false,
            way_out: if over { WayOut::Library } else { WayOut::Pause },
        }
    }

    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        kit: &mut Kit<'_>,
        world: &World<'_>,
        stage: Option<Stage>,
        intents: &mut Vec<Intent>,
    ) {
        let (Some(view), Some(stage)) = (world.play, stage) else {
            opening_ui(ui, kit);
            return;
        };
        match (stage, &view.offer, &view.rationale) {
            (Stage::Opening, ..) => opening_ui(ui, kit),
            (Stage::Form(turn), OfferView::Form(form), _) => {
                if self.form_turn != turn {
                    self.form = FormLocal::default();
                    self.form_turn = turn;
                }
                intents.extend(form_ui(ui, kit, view, form, &mut self.form, world.draft));
            }
            (Stage::Rationale, _, Some(prompt)) => {
                intents.extend(rationale_ui(
                    ui,
                    kit,
                    view,
                    prompt,
                    &mut self.rationale,
                    world.draft,
                ));
            }
            (Stage::End, ..) => self.end_seen |= ending_ui(ui, kit, view),
            (Stage::Reflection, ..) => {
                intents.extend(reflection_ui(
                    ui,
                    kit,
                    view,
                    &mut self.reflection,
                    world.draft,
                ));
            }
            _ => intents.extend(scene_ui(ui, kit, view, &mut self.scene, world.save)),
        }
    }
}

fn opening_ui(ui: &mut Ui, kit: &Kit<'_>) {
    let theme = kit.theme;
    page::column(ui, theme, "opening", 600.0, |ui| {
        Words::body(kit.say("play-opening")).soft().show(ui, theme);
    });
}

/// The scenario's clock: the time of day, and minutes used.
fn clock(strings: &Strings, view: &View) -> (String, String) {
    let minute = view.clock.minute;
    (
        spoken::scenario_time(strings, view.clock, minute),
        strings.with("minutes-used", &[("n", minute.into())]),
    )
}
