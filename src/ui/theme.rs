//! The look: tokens, settings and the system's wish made into one value.

use std::sync::Arc;

use egui::{Color32, Context, CornerRadius, FontId, Shadow, Stroke, TextFormat, TextStyle};

use super::fonts;
use super::settings::{FontChoice, PageTint, Settings, Spacing, ThemeChoice};
use super::tokens::{Palette, Tokens, colour};

/// A step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// A screen's title.
    Title,
    /// A large figure.
    Figure,
    /// The place, in the bar.
    Bar,
    /// A heading.
    Heading,
    /// A panel's heading.
    Label,
    /// Running text.
    Body,
    /// Words on a control.
    Control,
    /// The smallest there is.
    Small,
    /// What is read in play.
    Narration,
    /// A quotation in the notebook.
    Quote,
    /// Logs, times, codes.
    Record,
    /// Key caps only, beside a full label.
    Key,
}

impl Type {
    const fn token(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Figure => "figure",
            Self::Bar => "bar",
            Self::Heading => "heading",
            Self::Label => "label",
            Self::Body => "body",
            Self::Control => "control",
            Self::Small => "small",
            Self::Narration => "narration",
            Self::Quote => "quote",
            Self::Record => "record",
            Self::Key => "key",
        }
    }
}

/// How many panes stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// One column; panes become tabs, key caps hide.
    One,
    /// Two panes.
    Two,
    /// Three panes.
    Three,
}

/// The look of everything. Cheap to copy; built anew when a setting changes.
#[derive(Debug, Clone)]
pub struct Theme {
    /// The colours.
    pub colours: Palette,
    /// Sizes as designed, before the text size is applied.
    pub tokens: Arc<Tokens>,
    /// Text size as a factor: 1.0 is 100 %.
    pub scale: f32,
    /// The background is dark.
    pub dark: bool,
    /// High contrast: no shadows, every surface has a border.
    pub contrast: bool,
    /// Whether anything may move.
    pub motion: bool,
    font: FontChoice,
    spacing: f32,
}

impl Theme {
    /// The look that the settings ask for.
    #[must_use]
    pub fn new(settings: &Settings, system_dark: bool) -> Self {
        Self::with_tokens(Tokens::built_in(), settings, system_dark)
    }

    /// The same with tokens of one's own.
    #[must_use]
    pub fn with_tokens(tokens: Arc<Tokens>, settings: &Settings, system_dark: bool) -> Self {
        let name = match (settings.theme, system_dark) {
            (ThemeChoice::Light, _) | (ThemeChoice::System, false) => "light",
            (ThemeChoice::Dark, _) | (ThemeChoice::System, true) => "dark",
            (ThemeChoice::Contrast, _) => "contrast",
        };
        let mut colours = tokens.palettes[name];
        let tint = match settings.page_tint {
            PageTint::White => "white",
            PageTint::Cream => "cream",
            PageTint::Blue => "blue",
            PageTint::Rose => "rose",
        };
        if name == "light"
            && let Some(tint) = tokens.page_tints.get(tint).and_then(|hex| colour(hex))
        {
            colours.page = tint;
            colours.raised = tint;
        }
        Self {
            colours,
            tokens,
            scale: f32::from(settings.text_size.clamp(80, 200)) / 100.0,
            dark: name != "light",
            contrast: name == "contrast",
            motion: settings.motion,
            font: settings.font,
            spacing: match settings.spacing {
                Spacing::Normal => 1.0,
                Spacing::Wide => 1.25,
            },
        }
    }

    /// A size that grows with the text: type, control heights, icons. Gaps and borders do not.
    #[must_use]
    pub fn size(&self, px: f32) -> f32 {
        (px * self.scale).round()
    }

    /// The height of a control that is `base` high at 100 %: its words grow, the room around them does not.
    #[must_use]
    pub fn control_height(&self, base: f32) -> f32 {
        (base + (self.scale - 1.0) * 20.0)
            .round()
            .max(self.tokens.size.target_min)
    }

    /// The font of a step of the type scale.
    #[must_use]
    pub fn font(&self, step: Type) -> FontId {
        use super::tokens::FamilyToken::{Mono, Read, Ui};
        let token = self.tokens.type_scale[step.token()];
        let family = match (token.family, token.weight) {
            (Ui, ..500) => fonts::UI,
            (Ui, 500..700) => fonts::UI_MEDIUM,
            (Ui, _) => fonts::UI_BOLD,
            (Read, _) => fonts::READ,
            (Mono, _) => fonts::MONO,
        };
        FontId::new(token.size * self.scale, fonts::family(family))
    }

    /// The same step in another family: see [`fonts`].
    #[must_use]
    pub fn font_in(&self, step: Type, family: &'static str) -> FontId {
        FontId::new(self.font(step).size, fonts::family(family))
    }

    /// The line height of a step of the type scale.
    #[must_use]
    pub fn line(&self, step: Type) -> f32 {
        let spacing = match step {
            Type::Body | Type::Narration | Type::Quote | Type::Record => self.spacing,
            _ => 1.0,
        };
        (self.tokens.type_scale[step.token()].line * self.scale * spacing).round()
    }

    /// The space between paragraphs and passages of reading text.
    #[must_use]
    pub fn paragraph_gap(&self) -> f32 {
        (12.0 * self.spacing).round()
    }

    /// Font, line height and colour for a piece of a layout job.
    #[must_use]
    pub fn format(&self, step: Type, colour: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(step),
            line_height: Some(self.line(step)),
            color: colour,
            ..TextFormat::default()
        }
    }

    /// egui sets letters at the top of a line that is higher than its font;
    /// painting this much lower puts them in the middle.
    #[must_use]
    pub fn lead(&self, ui: &egui::Ui, step: Type) -> f32 {
        let natural = ui.fonts_mut(|fonts| fonts.row_height(&self.font(step)));
        ((self.line(step) - natural) / 2.0).round()
    }

    /// The window's width in em: logical width over the size of running text.
    #[must_use]
    pub fn em_width(&self, ctx: &Context) -> f32 {
        ctx.viewport_rect().width() / (16.0 * self.scale)
    }

    /// How many panes stand side by side at this width and text size.
    #[must_use]
    pub fn fold(&self, ctx: &Context) -> Fold {
        let em = self.em_width(ctx);
        if em >= self.tokens.breakpoints.three_panes_em {
            Fold::Three
        } else if em >= self.tokens.breakpoints.two_panes_em {
            Fold::Two
        } else {
            Fold::One
        }
    }

    /// The corner of buttons and fields.
    #[must_use]
    pub fn control_radius(&self) -> CornerRadius {
        CornerRadius::same(self.tokens.radius.control)
    }

    /// The corner of cards, sheets and dialogs.
    #[must_use]
    pub fn panel_radius(&self) -> CornerRadius {
        CornerRadius::same(self.tokens.radius.panel)
    }

    /// The shadow of raised surfaces; none in high contrast.
    #[must_use]
    pub fn shadow(&self) -> Shadow {
        let token = &self.tokens.shadow;
        if self.contrast {
            return Shadow::NONE;
        }
        Shadow {
            offset: [token.x, token.y],
            blur: token.blur,
            spread: 0,
            color: colour(&token.color)
                .unwrap_or(Color32::BLACK)
                .gamma_multiply(token.alpha),
        }
    }

    /// A rule or the border of a card.
    #[must_use]
    pub fn rule(&self) -> Stroke {
        Stroke::new(1.0, self.colours.line)
    }

    /// Gives egui this look. The fonts stand from the next pass on.
    pub fn apply(&self, ctx: &Context) {
        ctx.set_fonts(fonts::definitions(self.font));
        let style = std::sync::Arc::new(self.style());
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.quit_shortcuts.clear();
            options.dark_style = std::sync::Arc::clone(&style);
            options.light_style = style;
            options.theme_preference = if self.dark {
                egui::ThemePreference::Dark
            } else {
                egui::ThemePreference::Light
            };
            // Focus stays where it was put until another control takes it.
            options.input_options.surrender_focus_on = egui::SurrenderFocusOn::Never;
        });
        super::shortcuts::install(ctx);
        super::focus_ring::set_look(
            ctx,
            self.colours.focus_dark,
            self.colours.focus_bright,
            self.tokens.focus,
        );
    }

    fn style(&self) -> egui::Style {
        let c = &self.colours;
        let text_styles = [
            (TextStyle::Small, self.font(Type::Small)),
            (TextStyle::Body, self.font(Type::Body)),
            (TextStyle::Button, self.font(Type::Control)),
            (TextStyle::Heading, self.font(Type::Heading)),
            (TextStyle::Monospace, self.font(Type::Record)),
        ];
        let fast = f32::from(self.tokens.motion.fast_ms) / 1000.0;
        let mut style = egui::Style {
            text_styles: text_styles.into(),
            animation_time: if self.motion { fast } else { 0.0 },
            ..egui::Style::default()
        };
        if !self.motion {
            style.scroll_animation = egui::style::ScrollAnimation::none();
        }
        style.interaction.selectable_labels = false;
        // Waiting for a tooltip would keep the window repainting.
        style.interaction.tooltip_delay = 0.0;
        style.interaction.show_tooltips_only_when_still = false;
        style.spacing.item_spacing = egui::vec2(8.0, 8.0);
        // Only rows of egui's own look at this: ours bring their heights.
        style.spacing.interact_size = egui::vec2(32.0, 16.0);
        style.spacing.scroll = egui::style::ScrollStyle {
            bar_width: 6.0,
            bar_outer_margin: 2.0,
            handle_min_length: 24.0,
            ..egui::style::ScrollStyle::solid()
        };
        let visuals = &mut style.visuals;
        visuals.dark_mode = self.dark;
        // What lies under a dialog is out of reach, not faded: its backdrop dims it.
        visuals.disabled_alpha = 1.0;
        visuals.override_text_color = Some(c.ink);
        visuals.weak_text_color = Some(c.ink_soft);
        visuals.hyperlink_color = c.brand;
        visuals.panel_fill = c.panel;
        visuals.window_fill = c.raised;
        visuals.extreme_bg_color = c.page;
        visuals.faint_bg_color = c.panel;
        visuals.text_edit_bg_color = Some(c.page);
        visuals.code_bg_color = c.panel;
        visuals.warn_fg_color = c.warn;
        visuals.error_fg_color = c.danger;
        visuals.window_stroke = Stroke::new(1.0, c.line_strong);
        visuals.window_shadow = self.shadow();
        visuals.popup_shadow = self.shadow();
        visuals.window_corner_radius = self.panel_radius();
        visuals.menu_corner_radius = self.panel_radius();
        visuals.selection.bg_fill = c.tint;
        visuals.selection.stroke = Stroke::new(1.0, c.ink);
        visuals.text_cursor.blink = false;
        visuals.text_cursor.stroke = Stroke::new(2.0, c.ink);
        let widgets = &mut visuals.widgets;
        for (state, fill, border) in [
            (&mut widgets.noninteractive, c.panel, c.line),
            (&mut widgets.inactive, c.page, c.line_strong),
            (&mut widgets.hovered, c.tint, c.line_strong),
            (&mut widgets.active, c.page, c.line_strong),
            (&mut widgets.open, c.page, c.line_strong),
        ] {
            state.bg_fill = fill;
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(1.0, border);
            state.fg_stroke = Stroke::new(1.0, c.ink);
            state.corner_radius = self.control_radius();
            state.expansion = 0.0;
        }
        // Scroll handles are drawn with these.
        widgets.inactive.bg_fill = c.line_strong;
        widgets.hovered.bg_fill = c.line_strong;
        widgets.active.bg_fill = c.line_strong;
        style
    }

    /// Whether the fonts of this program stand already: text before that would have no face.
    #[must_use]
    pub fn fonts_ready(ctx: &Context) -> bool {
        let wanted = fonts::family(fonts::UI);
        ctx.fonts(|fonts| fonts.definitions().families.contains_key(&wanted))
    }
}
