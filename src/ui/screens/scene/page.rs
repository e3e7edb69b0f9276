//! The page: everything seen and heard, oldest first, and the way to the choices.

use egui::{
    Align, Color32, CornerRadius, Id, Pos2, Rangef, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2,
};

use super::acts::{Scene, claim, page_list};
use super::column::Column;
use super::passages::{Block, Voice, time_of_day};
use super::typeset::{Face, Quotes, Set};
use super::units::{ListLook, UnitList, asked_for, sticky_height};
use crate::session::view::{Deed, Run};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Fold, Theme, Type};
use crate::ui::widgets::{Button, Words};

/// Over the first line in view.
const TOP_AIR: f32 = 18.0;
/// Between two voices.
const TURN_GAP: f32 = 14.0;
/// Between a portrait and the words.
const PORTRAIT_GAP: f32 = 12.0;

/// The part of a portrait that the disc shows: the face.
const FACE: Rect = Rect {
    min: pos2(0.2, 0.12),
    max: pos2(0.8, 0.72),
};

/// A name that stays at the top while its long speech scrolls by.
struct Sticky {
    words: String,
    left: f32,
}

impl Scene<'_, '_> {
    /// The page with what stands at its foot.
    pub(super) fn page_pane(&mut self, ui: &mut Ui, rect: Rect, fold: Fold) {
        let theme = self.kit.theme;
        let framed = fold != Fold::One;
        if !framed {
            ui.painter()
                .rect_filled(rect, CornerRadius::ZERO, theme.colours.page);
        }
        let foot = self.foot_height(rect);
        let (above, below) = rect.split_top_bottom_at_y(rect.bottom() - foot);
        self.transcript(ui, above, fold);
        if self.local.sheet.open {
            let risen = below.translate(vec2(0.0, self.still_to_rise(ui.ctx())));
            let mut pane = ui.new_child(UiBuilder::new().id_salt("risen").max_rect(risen));
            pane.set_clip_rect(rect.intersect(ui.clip_rect()));
            self.sheet(&mut pane, risen, framed);
        } else {
            self.foot(ui, below, framed);
        }
    }

    fn foot_height(&self, pane: Rect) -> f32 {
        if self.local.sheet.open {
            self.sheet_height(pane)
        } else {
            self.kit.theme.size(36.0) + 22.0
        }
    }

    fn foot(&mut self, ui: &mut Ui, rect: Rect, framed: bool) {
        let theme = self.kit.theme;
        let radius = if framed { theme.tokens.radius.panel } else { 0 };
        let corner = CornerRadius {
            nw: 0,
            ne: 0,
            sw: radius,
            se: radius,
        };
        let fill = theme.colours.panel;
        if framed {
            let inside = egui::StrokeKind::Inside;
            ui.painter().rect(rect, corner, fill, theme.rule(), inside);
        } else {
            ui.painter().rect_filled(rect, corner, fill);
            ui.painter().hline(rect.x_range(), rect.top(), theme.rule());
        }
        let side = if framed { 17.0 } else { 20.0 };
        let mut ui = ui.new_child(
            UiBuilder::new()
                .id_salt("foot")
                .max_rect(rect.shrink2(vec2(side, 0.0)))
                .layout(egui::Layout::right_to_left(Align::Center)),
        );
        let decide = Button::primary(self.kit.say("scene-decide"))
            .icon_after(icons::NEXT)
            .main()
            .show(&mut ui, theme);
        if decide.clicked() {
            self.decide();
        }
        let hint = self.kit.say("scene-you-can-mark");
        ui.with_layout(egui::Layout::left_to_right(Align::Center), |ui| {
            Words::new(Type::Control, hint)
                .family(fonts::UI)
                .soft()
                .one_line()
                .show(ui, theme);
        });
    }

    fn transcript(&mut self, ui: &mut Ui, rect: Rect, fold: Fold) {
        let theme = self.kit.theme;
        let column = Column::within(ui, theme, rect);
        self.local.column = Some(Rangef::new(column.left, column.right));
        let mut pane = ui.new_child(UiBuilder::new().id_salt("transcript").max_rect(rect));
        pane.set_clip_rect(rect.shrink2(vec2(1.0, 0.0)).intersect(ui.clip_rect()));
        pane.spacing_mut().item_spacing = egui::Vec2::ZERO;
        if let Some(asked) = asked_for(ui.ctx(), page_list(), self.page.units.len())
            && self.local.paper.is_none()
        {
            claim(ui.ctx(), &mut self.local.list, asked);
        }
        let scrolled = ScrollArea::vertical()
            .id_salt("page")
            .auto_shrink([false, false])
            .show(&mut pane, |ui| {
                let room = Rect::from_min_max(
                    pos2(column.left, ui.cursor().top()),
                    pos2(column.right, f32::INFINITY),
                );
                ui.scope_builder(UiBuilder::new().id_salt("list").max_rect(room), |ui| {
                    ui.set_width(room.width());
                    self.blocks(ui, column, fold)
                })
                .inner
            });
        if let Some(sticky) = scrolled.inner {
            self.stick(&pane, rect, &sticky);
        }
    }

    /// Draws the page's blocks; the name of a speech whose top has scrolled away comes back.
    fn blocks(&mut self, ui: &mut Ui, column: Column, fold: Fold) -> Option<Sticky> {
        let theme = self.kit.theme;
        let page = self.page;
        let look = ListLook {
            theme,
            strings: self.kit.strings,
            concerns: &self.view.concerns,
            language: self.view.language,
            flag: column.flag,
        };
        let picked = self
            .local
            .picker
            .as_ref()
            .filter(|_| self.local.paper.is_none())
            .map(|picker| picker.index);
        let name = self.kit.say("scene-list");
        let local = std::mem::take(&mut self.local.list);
        let mut list = UnitList::begin(ui, look, page_list(), &name, &page.units, local, picked);
        let mut sticky = None;
        let top_of_view = ui.clip_rect().top();
        ui.add_space(TOP_AIR);
        for (index, (passage, block)) in page.blocks.iter().enumerate() {
            let top = ui.cursor().top();
            if self
                .local
                .scroll_to
                .is_some_and(|wanted| *passage >= wanted)
            {
                self.local.scroll_to = None;
                let place = Rect::from_min_size(pos2(column.left, top - TOP_AIR), vec2(1.0, 1.0));
                ui.scroll_to_rect(place, Some(Align::TOP));
            }
            match block {
                Block::Visit { place, minute } if index > 0 => self.visit(ui, place, *minute),
                Block::Visit { .. } => {}
                Block::Turn {
                    voice,
                    continues,
                    paragraphs,
                    ..
                } => {
                    let face = Face::of(theme, Type::Narration, theme.colours.ink);
                    let name = if *continues {
                        None
                    } else {
                        self.name_of(*voice)
                    };
                    let indent = self.indent(*voice, fold);
                    self.open_turn(ui, *voice, name.as_deref(), indent);
                    for (number, (units, quotes)) in paragraphs.iter().enumerate() {
                        if number > 0 {
                            ui.add_space(theme.paragraph_gap() / 2.0);
                        }
                        list.paragraph(ui, units, *quotes, &face, indent);
                    }
                    let bottom = ui.cursor().top();
                    let runs_on = bottom > top_of_view + 3.0 * theme.line(Type::Narration);
                    if top < top_of_view && runs_on {
                        sticky = self.name_of(*voice).map(|words| Sticky {
                            words,
                            left: column.left + indent,
                        });
                    }
                    ui.add_space(theme.paragraph_gap());
                }
                Block::Did {
                    text,
                    deed,
                    minutes,
                    minute,
                } => self.did(ui, text, *deed, *minutes, *minute),
                Block::Closing { voice, paragraphs } => {
                    self.closing(ui, *voice, paragraphs, fold);
                }
            }
        }
        ui.add_space(24.0);
        let (listed, local) = list.end();
        self.local.list = local;
        if !listed.picked.is_empty() {
            self.local.picked_pieces = listed.picked;
        }
        if let Some(index) = listed.clicked {
            self.open_picker(index);
        }
        sticky
    }

    fn name_of(&self, voice: Voice<'_>) -> Option<String> {
        match voice {
            Voice::Narration => None,
            Voice::Object(_, label) => Some(label.to_string()),
            Voice::Speech(speaker) => Some(match &speaker.about {
                Some(about) => self.kit.say_with(
                    "scene-speaker",
                    &[
                        ("name", speaker.name.as_ref().into()),
                        ("about", about.as_ref().into()),
                    ],
                ),
                None => speaker.name.to_string(),
            }),
        }
    }

    /// How far the words of a voice stand in, for the portrait beside them.
    fn indent(&self, voice: Voice<'_>, fold: Fold) -> f32 {
        if fold == Fold::One || voice == Voice::Narration {
            0.0
        } else {
            self.kit.theme.tokens.size.avatar + PORTRAIT_GAP
        }
    }

    /// The portrait and the name over the words of a voice.
    fn open_turn(&mut self, ui: &mut Ui, voice: Voice<'_>, name: Option<&str>, indent: f32) {
        let theme = self.kit.theme;
        let Some(name) = name else {
            return;
        };
        ui.add_space(TURN_GAP - theme.paragraph_gap());
        let line = theme.line(Type::Small);
        let (_, row) = ui.allocate_space(vec2(ui.available_width(), line));
        paint_name(ui, theme, pos2(row.left() + indent, row.top()), name);
        if indent > 0.0 {
            let side = theme.tokens.size.avatar;
            let place = Rect::from_min_size(row.min, vec2(side, side));
            match voice {
                Voice::Speech(speaker) => {
                    self.portrait(ui, place, speaker.portrait.as_deref());
                }
                Voice::Object(..) => {
                    ui.painter()
                        .rect_filled(place, CornerRadius::same(8), theme.colours.panel);
                    icons::LOOK.paint_at(
                        ui.painter(),
                        place.center(),
                        20.0,
                        theme.colours.ink_soft,
                    );
                }
                Voice::Narration => {}
            }
        }
    }

    /// A portrait as a disc; a person without one is a plain disc.
    fn portrait(&mut self, ui: &Ui, place: Rect, path: Option<&str>) {
        let theme = self.kit.theme;
        let round = CornerRadius::same(255);
        ui.painter().rect_filled(place, round, theme.colours.line);
        let whole = (place.size() / FACE.size()).round();
        let texture = path.and_then(|path| self.kit.art.picture(ui.ctx(), path, whole));
        if let Some(texture) = texture {
            let disc = egui::epaint::RectShape::filled(place, round, Color32::WHITE)
                .with_texture(texture.id(), FACE);
            ui.painter().add(disc);
        }
    }

    /// A rule, the time and the place part two visits.
    fn visit(&mut self, ui: &mut Ui, place: &str, minute: u32) {
        let theme = self.kit.theme;
        ui.add_space(8.0);
        let (_, rule) = ui.allocate_space(vec2(ui.available_width(), 1.0));
        ui.painter()
            .hline(rule.x_range(), rule.center().y, theme.rule());
        ui.add_space(8.0);
        let words = match time_of_day(self.kit.strings, self.view.clock, minute) {
            Some(time) => self.kit.say_with(
                "scene-visit",
                &[("time", time.into()), ("place", place.into())],
            ),
            None => place.to_owned(),
        };
        Words::small(words).family(fonts::UI_BOLD).show(ui, theme);
        ui.add_space(10.0);
    }

    /// What the trainee did, as a quiet line with the minutes it took.
    fn did(&mut self, ui: &mut Ui, text: &str, deed: Deed, minutes: u32, minute: u32) {
        let theme = self.kit.theme;
        let words = self.deed_words(minutes, minute);
        ui.add_space(2.0);
        let top = ui.cursor().top();
        let left = ui.cursor().left();
        let icon = match deed {
            Deed::Choice(kind) => super::sheet::icon_of(kind),
            Deed::Record => icons::RECORD,
        };
        let centre = Pos2::new(
            left - (9.0 + 13.0 * theme.scale),
            top + theme.line(Type::Body) / 2.0,
        );
        icon.paint_at(
            ui.painter(),
            centre,
            theme.size(theme.tokens.size.icon),
            theme.colours.ink_soft,
        );
        Words::body(text).soft().show(ui, theme);
        if !words.is_empty() {
            Words::small(words).show(ui, theme);
        }
        ui.add_space(theme.paragraph_gap());
    }

    /// "2 minutes. It is 14:28."
    pub(super) fn deed_words(&self, minutes: u32, minute: u32) -> String {
        if minutes == 0 {
            return String::new();
        }
        let time = time_of_day(self.kit.strings, self.view.clock, minute)
            .unwrap_or_else(|| self.kit.say_with("time-minute", &[("n", minute.into())]));
        self.kit.say_with(
            "scene-deed",
            &[("n", minutes.into()), ("time", time.into())],
        )
    }

    fn closing(
        &mut self,
        ui: &mut Ui,
        voice: Voice<'_>,
        paragraphs: &[(&[Run], Quotes)],
        fold: Fold,
    ) {
        let theme = self.kit.theme;
        let face = Face::of(theme, Type::Narration, theme.colours.ink);
        let name = self.name_of(voice);
        let indent = self.indent(voice, fold);
        self.open_turn(ui, voice, name.as_deref(), indent);
        for (number, (runs, quotes)) in paragraphs.iter().enumerate() {
            let width = ui.available_width();
            let set = Set::runs(ui, runs, *quotes, &face, width - indent);
            let (id, room) = ui.allocate_space(vec2(width, set.height()));
            set.paint(ui, room.min + vec2(indent, 0.0), face.ink);
            let text: String = runs.iter().map(|run| run.text.as_ref()).collect();
            let id: Id = id.with(number);
            ui.interact(room, id, egui::Sense::hover())
                .widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &text));
        }
        ui.add_space(theme.paragraph_gap());
    }

    /// The speaker's name over a speech that is longer than the view.
    fn stick(&self, ui: &Ui, view: Rect, sticky: &Sticky) {
        let theme = self.kit.theme;
        let height = sticky_height(theme);
        let strip =
            Rect::from_min_size(view.min, vec2(view.width(), height)).shrink2(vec2(1.0, 1.0));
        ui.painter()
            .rect_filled(strip, theme.panel_radius(), theme.colours.page);
        ui.painter()
            .hline(strip.x_range(), strip.bottom(), theme.rule());
        paint_name(
            ui,
            theme,
            pos2(sticky.left, view.top() + 4.0),
            &sticky.words,
        );
    }
}

fn paint_name(ui: &Ui, theme: &Theme, at: Pos2, name: &str) {
    let font = theme.font_in(Type::Small, fonts::UI_BOLD);
    let galley =
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.to_owned(), font, theme.colours.ink_soft));
    let drop = ((theme.line(Type::Small) - galley.rect.height()) / 2.0).round();
    ui.painter()
        .galley(at + vec2(0.0, drop), galley, theme.colours.ink_soft);
}
