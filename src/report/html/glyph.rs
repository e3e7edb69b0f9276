//! The category shapes, drawn inline; a shape never stands without its word.

use maud::{Markup, html};

use crate::report::debrief::Side;
use crate::report::debrief::category::Category;

/// The shape, filled or in dashes. Hidden from readers: the word beside it says the same.
pub(super) fn glyph(category: Category, filled: bool) -> Markup {
    let class = match (category, filled) {
        (Category::Sign(Side::Immediate), true) => "glyph immediate filled",
        (Category::Sign(Side::Immediate), false) => "glyph immediate",
        (Category::Sign(Side::Beyond), true) => "glyph beyond filled",
        (Category::Sign(Side::Beyond), false) => "glyph beyond",
        (Category::NotASign | Category::Innocent, true) => "glyph lure filled",
        (Category::NotASign | Category::Innocent, false) => "glyph lure",
        (Category::Duty, _) => "glyph duty filled",
    };
    html! {
        svg class=(class) viewBox="0 0 18 18" aria-hidden="true" focusable="false" {
            @match category {
                Category::Sign(Side::Immediate) => rect x="3" y="3" width="12" height="12" rx="1.5" {},
                Category::Sign(Side::Beyond) => {
                    path.crescent d="M8 3.7 A5.5 5.5 0 1 0 8 14.3" {}
                    circle cx="11" cy="9" r="5.5" {}
                }
                Category::NotASign => path d="M9 2 L16 9 L9 16 L2 9 Z" {},
                Category::Innocent => circle cx="9" cy="9" r="4" {},
                Category::Duty => path d="M9 1.5 L15.5 4 V9 C15.5 12.8 12.6 15.4 9 16.5 C5.4 15.4 2.5 12.8 2.5 9 V4 Z" {},
            }
        }
    }
}
