//! The category shapes, drawn inline; a shape never stands without its word.

use maud::{Markup, html};

use crate::report::debrief::Side;

/// What a shape stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A filled square or two offset rounds.
    Sign(Side),
    /// An open diamond.
    NotASign,
    /// A small round: looked the same, but was innocent this time.
    Innocent,
    /// A shield.
    Duty,
}

/// The shape, filled or in dashes. Hidden from readers: the word beside it says the same.
pub(super) fn glyph(shape: Shape, filled: bool) -> Markup {
    let class = match (shape, filled) {
        (Shape::Sign(Side::Immediate), true) => "glyph immediate filled",
        (Shape::Sign(Side::Immediate), false) => "glyph immediate",
        (Shape::Sign(Side::Beyond), true) => "glyph beyond filled",
        (Shape::Sign(Side::Beyond), false) => "glyph beyond",
        (Shape::NotASign | Shape::Innocent, true) => "glyph lure filled",
        (Shape::NotASign | Shape::Innocent, false) => "glyph lure",
        (Shape::Duty, _) => "glyph duty filled",
    };
    html! {
        svg class=(class) viewBox="0 0 18 18" aria-hidden="true" focusable="false" {
            @match shape {
                Shape::Sign(Side::Immediate) => rect x="3" y="3" width="12" height="12" rx="1.5" {},
                Shape::Sign(Side::Beyond) => {
                    circle.second cx="7" cy="9" r="5.5" {}
                    circle cx="11" cy="9" r="5.5" {}
                }
                Shape::NotASign => path d="M9 2 L16 9 L9 16 L2 9 Z" {},
                Shape::Innocent => circle cx="9" cy="9" r="4" {},
                Shape::Duty => path d="M9 1.5 L15.5 4 V9 C15.5 12.8 12.6 15.4 9 16.5 C5.4 15.4 2.5 12.8 2.5 9 V4 Z" {},
            }
        }
    }
}
