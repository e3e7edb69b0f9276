//! Paragraphs of units as text on rows: one galley a paragraph, and where in it each unit stands.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Rect, Ui, vec2};

use crate::session::view::{Run, UnitView};
use crate::ui::fonts;
use crate::ui::theme::{Theme, Type};

/// How a paragraph is set.
#[derive(Debug, Clone)]
pub(super) struct Face {
    /// The upright face.
    pub regular: FontId,
    /// The true italic, for emphasis.
    pub italic: FontId,
    /// From one row to the next.
    pub line_height: f32,
    /// The ink.
    pub ink: Color32,
}

/// The quotation marks around a paragraph of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Quotes {
    /// Every paragraph of speech opens with one.
    pub open: bool,
    /// Only the last one closes.
    pub close: bool,
}

/// A paragraph that has been laid out.
#[derive(Debug, Clone)]
pub(super) struct Set {
    /// Its text.
    galley: Arc<Galley>,
    /// Which characters of the galley each unit is.
    units: Vec<Range<usize>>,
    /// How far down the glyphs must go to stand in the middle of their rows.
    drop: f32,
}

impl Face {
    /// A step of the type scale in an ink; emphasis in the true italic.
    pub(super) fn of(theme: &Theme, step: Type, ink: Color32) -> Self {
        Self {
            regular: theme.font(step),
            italic: theme.font_in(step, fonts::READ_ITALIC),
            line_height: theme.line(step),
            ink,
        }
    }
}

impl Set {
    /// Lays out units with a space between them. The quotation marks belong to no unit.
    pub(super) fn units(
        ui: &Ui,
        units: &[UnitView],
        quotes: Quotes,
        face: &Face,
        width: f32,
    ) -> Self {
        let mut text = Text::new(face);
        let mut ranges = Vec::with_capacity(units.len());
        if quotes.open {
            text.push("\u{201c}", false);
        }
        for (index, unit) in units.iter().enumerate() {
            if index > 0 {
                text.push(" ", false);
            }
            let start = text.characters;
            text.push_runs(&unit.runs);
            ranges.push(start..text.characters);
        }
        if quotes.close {
            text.push("\u{201d}", false);
        }
        text.set(ui, ranges, width)
    }

    /// Lays out runs that are no units.
    pub(super) fn runs(ui: &Ui, runs: &[Run], quotes: Quotes, face: &Face, width: f32) -> Self {
        let mut text = Text::new(face);
        if quotes.open {
            text.push("\u{201c}", false);
        }
        text.push_runs(runs);
        if quotes.close {
            text.push("\u{201d}", false);
        }
        text.set(ui, Vec::new(), width)
    }

    /// The height it takes.
    pub(super) fn height(&self) -> f32 {
        self.galley.rect.height()
    }

    /// Paints the text with its top left at `origin`.
    pub(super) fn paint(&self, ui: &Ui, origin: Pos2, ink: Color32) {
        let at = origin + vec2(0.0, self.drop);
        ui.painter().galley(at, Arc::clone(&self.galley), ink);
    }

    /// One rectangle for each row that the unit has a piece of, top to bottom.
    /// White space at the ends of a row belongs to no piece.
    pub(super) fn pieces(&self, unit: usize, origin: Pos2) -> Vec<Rect> {
        let Some(wanted) = self.units.get(unit) else {
            return Vec::new();
        };
        let mut pieces = Vec::new();
        let mut first = 0;
        for row in &self.galley.rows {
            let length = row.glyphs.len();
            let start = wanted.start.clamp(first, first + length) - first;
            let end = wanted.end.clamp(first, first + length) - first;
            let inked = row.glyphs[start..end]
                .iter()
                .filter(|glyph| !glyph.chr.is_whitespace());
            let span = inked.fold(None, |span: Option<(f32, f32)>, glyph| {
                let (left, right) = span.unwrap_or((f32::INFINITY, f32::NEG_INFINITY));
                Some((left.min(glyph.pos.x), right.max(glyph.max_x())))
            });
            if let Some((left, right)) = span {
                let row_rect = row.rect();
                pieces.push(Rect::from_min_max(
                    origin + vec2(row.pos.x + left, row_rect.top()),
                    origin + vec2(row.pos.x + right, row_rect.bottom()),
                ));
            }
            first += length + usize::from(row.ends_with_newline);
        }
        pieces
    }
}

/// A job under construction that knows how many characters it has.
struct Text<'a> {
    face: &'a Face,
    job: LayoutJob,
    characters: usize,
}

impl<'a> Text<'a> {
    fn new(face: &'a Face) -> Self {
        Self {
            face,
            job: LayoutJob {
                break_on_newline: false,
                ..LayoutJob::default()
            },
            characters: 0,
        }
    }

    fn push(&mut self, text: &str, emphasis: bool) {
        let font = if emphasis {
            &self.face.italic
        } else {
            &self.face.regular
        };
        let format = TextFormat {
            line_height: Some(self.face.line_height),
            ..TextFormat::simple(font.clone(), self.face.ink)
        };
        self.characters += text.chars().count();
        self.job.append(text, 0.0, format);
    }

    fn push_runs(&mut self, runs: &[Run]) {
        for run in runs {
            self.push(&run.text, run.emphasis);
        }
    }

    fn set(mut self, ui: &Ui, units: Vec<Range<usize>>, width: f32) -> Set {
        self.job.wrap = TextWrapping::wrap_at_width(width);
        let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(self.job));
        let natural = galley
            .rows
            .iter()
            .flat_map(|row| &row.glyphs)
            .map(|glyph| glyph.font_height)
            .fold(0.0, f32::max);
        let drop = ((self.face.line_height - natural) / 2.0).round();
        Set {
            galley,
            units,
            drop,
        }
    }
}
