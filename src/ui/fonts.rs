//! The typefaces: one named family a weight.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use super::settings::FontChoice;

/// The interface at weight 400.
pub const UI: &str = "ui";
/// The interface at weight 500.
pub const UI_MEDIUM: &str = "ui-medium";
/// The interface at weight 700.
pub const UI_BOLD: &str = "ui-bold";
/// Reading.
pub const READ: &str = "read";
/// Emphasis in reading.
pub const READ_ITALIC: &str = "read-italic";
/// Records, times, key caps.
pub const MONO: &str = "mono";
/// Icons in outline.
pub const ICONS: &str = "icons";
/// Icons filled, for a state that is set.
pub const ICONS_FILL: &str = "icons-fill";

macro_rules! face {
    ($file:literal) => {
        FontData::from_static(include_bytes!(concat!("../../assets/fonts/", $file)))
    };
}

/// A family by one of the names above.
#[must_use]
pub fn family(name: &'static str) -> FontFamily {
    FontFamily::Name(Arc::from(name))
}

/// `OpenDyslexic` is drawn larger than its size says: a tenth less brings its
/// letters to the height of the other faces, so that lines keep their room.
fn open_dyslexic(data: FontData) -> FontData {
    data.tweak(FontTweak {
        scale: 0.9,
        ..FontTweak::default()
    })
}

/// The definitions for a choice of typeface.
#[must_use]
pub fn definitions(choice: FontChoice) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, data: FontData| {
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    };
    add("phosphor", egui_phosphor::Variant::Regular.font_data());
    add("phosphor-fill", egui_phosphor::Variant::Fill.font_data());
    add("mono", face!("AtkinsonHyperlegibleMono-Regular.ttf"));
    let (regular, medium, bold, read, italic, mono) = match choice {
        FontChoice::OpenDyslexic => {
            add("od", open_dyslexic(face!("OpenDyslexic-Regular.otf")));
            add("od-italic", open_dyslexic(face!("OpenDyslexic-Italic.otf")));
            add("od-bold", open_dyslexic(face!("OpenDyslexic-Bold.otf")));
            ("od", "od", "od-bold", "od", "od-italic", "od")
        }
        FontChoice::Standard | FontChoice::Plain => {
            add("next", face!("AtkinsonHyperlegibleNext-Regular.ttf"));
            add("next-medium", face!("AtkinsonHyperlegibleNext-Medium.ttf"));
            add("next-bold", face!("AtkinsonHyperlegibleNext-Bold.ttf"));
            if choice == FontChoice::Plain {
                // No italic of this face is kept: weight carries the emphasis.
                (
                    "next",
                    "next-medium",
                    "next-bold",
                    "next",
                    "next-bold",
                    "mono",
                )
            } else {
                add("literata", face!("Literata-Regular.ttf"));
                add("literata-italic", face!("Literata-Italic.ttf"));
                (
                    "next",
                    "next-medium",
                    "next-bold",
                    "literata",
                    "literata-italic",
                    "mono",
                )
            }
        }
    };
    let outline = |face: &str| vec![face.to_owned(), "phosphor".to_owned()];
    fonts.families = BTreeMap::from([
        (family(UI), outline(regular)),
        (family(UI_MEDIUM), outline(medium)),
        (family(UI_BOLD), outline(bold)),
        (family(READ), outline(read)),
        (family(READ_ITALIC), outline(italic)),
        (family(MONO), outline(mono)),
        (family(ICONS), vec!["phosphor".to_owned()]),
        (family(ICONS_FILL), vec!["phosphor-fill".to_owned()]),
        (FontFamily::Proportional, outline(regular)),
        (FontFamily::Monospace, outline(mono)),
    ]);
    fonts
}
