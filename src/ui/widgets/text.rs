//! Words on the screen.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Color32, Galley, Response, Sense, Ui, WidgetInfo, WidgetType, vec2};

use crate::language::Language;
use crate::ui::focus_ring;
use crate::ui::theme::{Theme, Type};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spoken {
    Label,
    Heading(usize),
    /// Part of a control that speaks for it.
    Silent,
}

/// Words in one style, wrapped to the room there is.
#[derive(Debug)]
#[must_use]
pub struct Words {
    text: String,
    step: Type,
    family: Option<&'static str>,
    colour: Option<Color32>,
    soft: bool,
    spoken: Spoken,
    focusable: bool,
    max_rows: usize,
    one_line: bool,
    language: Option<&'static str>,
}

impl Words {
    /// Words at a step of the type scale.
    pub fn new(step: Type, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            step,
            family: None,
            colour: None,
            soft: false,
            spoken: Spoken::Label,
            focusable: false,
            max_rows: usize::MAX,
            one_line: false,
            language: None,
        }
    }

    /// Running text.
    pub fn body(text: impl Into<String>) -> Self {
        Self::new(Type::Body, text)
    }

    /// The smallest text, in soft ink.
    pub fn small(text: impl Into<String>) -> Self {
        Self::new(Type::Small, text).soft()
    }

    /// The screen's title: heading level 1.
    pub fn title(text: impl Into<String>) -> Self {
        Self::new(Type::Title, text).heading(1)
    }

    /// A panel's heading: level 2.
    pub fn label(text: impl Into<String>) -> Self {
        Self::new(Type::Label, text).heading(2)
    }

    /// In secondary ink.
    pub fn soft(mut self) -> Self {
        self.soft = true;
        self
    }

    /// In this colour.
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    /// In this family: see [`crate::ui::fonts`].
    pub fn family(mut self, family: &'static str) -> Self {
        self.family = Some(family);
        self
    }

    /// A heading of this level for readers.
    pub fn heading(mut self, level: usize) -> Self {
        self.spoken = Spoken::Heading(level);
        self
    }

    /// Not a node of its own: a control around it speaks it.
    pub fn silent(mut self) -> Self {
        self.spoken = Spoken::Silent;
        self
    }

    /// Can hold the focus, so that reading starts here.
    pub fn focusable(mut self) -> Self {
        self.focusable = true;
        self
    }

    /// At most this many rows, then an ellipsis; readers get the whole.
    pub fn max_rows(mut self, rows: usize) -> Self {
        self.max_rows = rows;
        self
    }

    /// One line, not wrapped; cut with an ellipsis where there is no room.
    pub fn one_line(mut self) -> Self {
        self.one_line = true;
        self.max_rows = 1;
        self
    }

    /// In this language, for readers.
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language.tag());
        self
    }

    /// Lays the words out in a width.
    #[must_use]
    pub fn galley(&self, ui: &Ui, theme: &Theme, width: f32) -> Arc<Galley> {
        let ink = if self.soft {
            theme.colours.ink_soft
        } else {
            theme.colours.ink
        };
        let mut format = theme.format(self.step, self.colour.unwrap_or(ink));
        if let Some(family) = self.family {
            format.font_id = theme.font_in(self.step, family);
        }
        let mut job = LayoutJob::single_section(self.text.clone(), format);
        job.wrap.max_width = width;
        job.wrap.max_rows = self.max_rows;
        job.wrap.break_anywhere = self.one_line;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// Shows the words.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let galley = self.galley(ui, theme, ui.available_width().max(1.0));
        let sense = if self.focusable {
            Sense::focusable_noninteractive()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(galley.size(), sense);
        let shift = vec2(0.0, theme.lead(ui, self.step));
        ui.painter()
            .galley(rect.min + shift, galley, theme.colours.ink);
        if self.focusable {
            focus_ring::corner(ui, response.id, rect, theme.tokens.radius.key);
        }
        match self.spoken {
            Spoken::Silent => {}
            Spoken::Label => {
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &self.text));
            }
            Spoken::Heading(level) => {
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, &self.text));
                ui.accesskit_node_builder(response.id, |node| {
                    node.set_role(Role::Heading);
                    node.set_level(level);
                });
            }
        }
        if let Some(tag) = self.language {
            ui.accesskit_node_builder(response.id, |node| node.set_language(tag));
        }
        response
    }
}
