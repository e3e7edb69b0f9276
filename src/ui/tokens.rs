//! The design tokens: colours, type, space, as read from `assets/tokens.ron`.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use egui::Color32;
use serde::Deserialize;

const SOURCE: &str = include_str!("../../assets/tokens.ron");

/// The palettes that every file of tokens has.
const PALETTES: [&str; 3] = ["light", "dark", "contrast"];
/// The steps of the type scale that every file of tokens has.
const STEPS: [&str; 12] = [
    "title",
    "figure",
    "bar",
    "heading",
    "label",
    "body",
    "control",
    "small",
    "narration",
    "quote",
    "record",
    "key",
];

/// Why a file of tokens cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TokensError {
    /// It is not written as it should be.
    #[error("{0}")]
    Written(#[from] serde_ron::error::SpannedError),
    /// It lacks a palette or a step of the type scale.
    #[error("`{0}` is missing")]
    Missing(&'static str),
}

/// Everything in the tokens file that the interface uses.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Tokens {
    /// Colours by palette and token name, as `#RRGGBB`.
    pub palettes: BTreeMap<String, Palette>,
    /// Tints of the page in the light palette.
    pub page_tints: BTreeMap<String, String>,
    /// Which colours may stand together.
    pub pairs: Pairs,
    /// Sizes and faces of text.
    pub type_scale: BTreeMap<String, TypeToken>,
    /// Lengths of lines.
    pub measure: Measure,
    /// Corner radii.
    pub radius: Radii,
    /// Sizes of controls.
    pub size: Sizes,
    /// The focus ring.
    pub focus: FocusToken,
    /// The shadow of raised surfaces.
    pub shadow: ShadowToken,
    /// Times.
    pub motion: MotionToken,
    /// Widths in em below which the layout folds.
    pub breakpoints: Breakpoints,
}

/// Colours that may stand together, foreground first.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Pairs {
    /// Text: at least 4.5.
    pub text: Vec<(String, Vec<String>)>,
    /// Graphics and borders of controls: at least 3.0.
    pub graphic: Vec<(String, Vec<String>)>,
    /// Surfaces on which one of the two rings must reach 3.0.
    pub focus: Vec<String>,
}

/// A face's role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum FamilyToken {
    /// The interface.
    Ui,
    /// Reading.
    Read,
    /// Records, times, key caps.
    Mono,
}

/// One step of the type scale.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct TypeToken {
    /// The face's role.
    pub family: FamilyToken,
    /// Size in logical pixels at 100 %.
    pub size: f32,
    /// Line height in logical pixels at 100 %.
    pub line: f32,
    /// Weight.
    pub weight: u16,
}

/// Characters in a line of reading text.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Measure {
    /// What to aim for.
    pub ideal_chars: u16,
    /// At most.
    pub max_chars: u16,
}

/// Corner radii.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Radii {
    /// Key caps and chips.
    pub key: u8,
    /// Buttons and fields.
    pub control: u8,
    /// Cards, sheets, dialogs.
    pub panel: u8,
}

/// Sizes of controls at 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Sizes {
    /// The bar.
    pub bar: f32,
    /// A row of a list.
    pub row: f32,
    /// A button.
    pub control: f32,
    /// A main button.
    pub control_large: f32,
    /// The smallest target.
    pub target_min: f32,
    /// An icon.
    pub icon: f32,
    /// A larger icon.
    pub icon_large: f32,
    /// A portrait.
    pub avatar: f32,
}

/// The focus ring's strokes.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct FocusToken {
    /// Inner, dark.
    pub inner: f32,
    /// Outer, bright.
    pub outer: f32,
    /// Added to the control's radius.
    pub radius_add: f32,
}

/// The shadow under raised surfaces.
#[derive(Debug, PartialEq, Deserialize)]
pub struct ShadowToken {
    /// Offset across.
    pub x: i8,
    /// Offset down.
    pub y: i8,
    /// Blur.
    pub blur: u8,
    /// Colour.
    pub color: String,
    /// Opacity.
    pub alpha: f32,
}

/// Times of motion in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct MotionToken {
    /// Sheets, hover.
    pub fast_ms: u16,
    /// The stage's cross-fade.
    pub stage_ms: u16,
}

/// Widths in em below which the layout folds.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Breakpoints {
    /// Three panes from here.
    pub three_panes_em: f32,
    /// Two panes from here.
    pub two_panes_em: f32,
}

impl Tokens {
    /// The tokens that are built in.
    ///
    /// # Panics
    /// Never in a build whose tests pass: the file is part of the program.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static TOKENS: LazyLock<Arc<Tokens>> = LazyLock::new(|| {
            Arc::new(
                Tokens::read(SOURCE.as_bytes()).expect("the built-in tokens are read by a test"),
            )
        });
        Arc::clone(&TOKENS)
    }

    /// The tokens of a file.
    ///
    /// # Errors
    /// Where it is not written as the built-in one is.
    pub fn read(bytes: &[u8]) -> Result<Self, TokensError> {
        let tokens: Self = serde_ron::de::from_bytes(bytes)?;
        let palette = PALETTES
            .iter()
            .find(|name| !tokens.palettes.contains_key(**name));
        let step = STEPS
            .iter()
            .find(|name| !tokens.type_scale.contains_key(**name));
        match palette.or(step) {
            Some(missing) => Err(TokensError::Missing(missing)),
            None => Ok(tokens),
        }
    }
}

/// A colour written `#RRGGBB`.
#[must_use]
pub fn colour(hex: &str) -> Option<Color32> {
    let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = value.to_be_bytes();
    Some(Color32::from_rgb(r, g, b))
}

fn written_colour<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let hex = String::deserialize(from)?;
    colour(&hex).ok_or_else(|| serde::de::Error::custom("a colour is written #RRGGBB"))
}

macro_rules! palette {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The colours of one palette.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        pub struct Palette {
            $($(#[$doc])* #[serde(deserialize_with = "written_colour")] pub $name: Color32,)*
        }

        impl Palette {
            /// A colour by its token name.
            #[must_use]
            pub fn by_name(&self, name: &str) -> Option<Color32> {
                match name {
                    $(stringify!($name) => Some(self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

palette! {
    /// Behind everything.
    canvas,
    /// Bars, side panels.
    panel,
    /// What is read.
    page,
    /// Pickers, sheets, dialogs.
    raised,
    /// Text.
    ink,
    /// Secondary text.
    ink_soft,
    /// A decorative rule.
    line,
    /// The border of a control.
    line_strong,
    /// The trainee's own hand: main button, links, marks.
    brand,
    /// The same under the pointer.
    brand_hover,
    /// Text on it.
    on_brand,
    /// A selected row, a soft panel.
    tint,
    /// A marked unit.
    mark_bg,
    /// Underline and flag of a mark.
    mark_line,
    /// The offence: never shown during play.
    immediate,
    /// The child's safety: never shown during play.
    beyond,
    /// Not a sign: graphic only.
    lure,
    /// A duty.
    duty,
    /// Behind the offence's colour.
    immediate_bg,
    /// Behind the child's safety's colour.
    beyond_bg,
    /// Behind what is no sign.
    lure_bg,
    /// Behind a duty.
    duty_bg,
    /// Done.
    ok,
    /// Behind it.
    ok_bg,
    /// Late, not saved.
    warn,
    /// Behind it.
    warn_bg,
    /// Missed.
    danger,
    /// Behind it.
    danger_bg,
    /// The inner ring.
    focus_dark,
    /// The outer ring.
    focus_bright,
}

impl Palette {
    /// A palette of the built-in tokens: "light", "dark", "contrast".
    ///
    /// # Panics
    /// Never in a build whose tests pass: every palette is read by a test.
    #[must_use]
    pub fn built_in(name: &str) -> Self {
        Tokens::built_in().palettes[name]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let [r, g, b, _] = colour.to_array();
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn palettes() -> Vec<(String, Palette)> {
        let tokens = Tokens::built_in();
        let mut all: Vec<_> = ["light", "dark", "contrast"]
            .iter()
            .map(|name| ((*name).to_owned(), Palette::built_in(name)))
            .collect();
        for (tint, hex) in &tokens.page_tints {
            let mut palette = Palette::built_in("light");
            palette.page = colour(hex).expect("a tint is a colour");
            palette.raised = palette.page;
            all.push((format!("light, {tint}"), palette));
        }
        all
    }

    fn hold(pairs: &[(String, Vec<String>)], least: f64) {
        for (name, palette) in palettes() {
            for (foreground, backgrounds) in pairs {
                let ink = palette.by_name(foreground).expect("a known token");
                for background in backgrounds {
                    let paper = palette.by_name(background).expect("a known token");
                    let found = contrast(ink, paper);
                    assert!(
                        found >= least,
                        "{name}: {foreground} on {background} is {found:.2}, not {least}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_file_of_tokens_that_lacks_something_is_not_used() {
        assert_eq!(
            Tokens::read(SOURCE.as_bytes()).expect("the built-in ones"),
            *Tokens::built_in()
        );
        let without = SOURCE.replace("\"narration\"", "\"told\"");
        let fault = Tokens::read(without.as_bytes()).expect_err("no step for narration");
        assert_eq!(fault.to_string(), "`narration` is missing");
        assert!(Tokens::read(&SOURCE.as_bytes()[..400]).is_err());
    }

    #[test]
    fn text_reads_on_every_surface_it_may_stand_on() {
        hold(&Tokens::built_in().pairs.text, 4.5);
    }

    #[test]
    fn graphics_and_borders_can_be_seen() {
        hold(&Tokens::built_in().pairs.graphic, 3.0);
    }

    #[test]
    fn one_of_the_two_rings_can_be_seen_everywhere() {
        for (name, palette) in palettes() {
            for surface in &Tokens::built_in().pairs.focus {
                let paper = palette.by_name(surface).expect("a known token");
                let best =
                    contrast(palette.focus_dark, paper).max(contrast(palette.focus_bright, paper));
                assert!(best >= 3.0, "{name}: the ring on {surface} is {best:.2}");
            }
        }
    }
}
