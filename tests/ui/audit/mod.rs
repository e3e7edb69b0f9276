//! Every screen in every theme and at every size: what must hold of all of them.
//!
//! `screens` lists what is opened, `checks` says what is amiss on what is open,
//! `reach` walks it by keyboard, and `teeth` shows that each check can fail.

pub mod checks;
mod papers;
mod reach;
mod screens;
mod teeth;

use second_look::ui::settings::{
    FontChoice, LanguageChoice, PageTint, Settings, Spacing, ThemeChoice,
};

use crate::stand::{Window, settled};
use checks::Ids;
use screens::Language;
pub use screens::SCREENS;

/// Opens every screen with these settings and gathers what is amiss.
fn audit(settings: &Settings, size: [f32; 2], language: Language) {
    let ids = Ids::of_practice();
    let mut amiss = Vec::new();
    for screen in SCREENS {
        if language == Language::Welsh && !screen.in_welsh {
            continue;
        }
        let window: Window = screen.open(settings, size);
        for found in checks::all(&window, screen, &ids) {
            amiss.push(format!("{}: {found}", screen.name));
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}

const LAPTOP: [f32; 2] = [1280.0, 720.0];

#[test]
fn every_screen_holds_in_the_light_theme() {
    audit(&settled(ThemeChoice::Light, 100), LAPTOP, Language::English);
}

#[test]
fn every_screen_holds_in_the_light_theme_with_text_twice_as_large() {
    audit(&settled(ThemeChoice::Light, 200), LAPTOP, Language::English);
}

#[test]
fn every_screen_holds_in_the_dark_theme() {
    audit(&settled(ThemeChoice::Dark, 100), LAPTOP, Language::English);
}

#[test]
fn every_screen_holds_in_the_dark_theme_with_text_twice_as_large() {
    audit(&settled(ThemeChoice::Dark, 200), LAPTOP, Language::English);
}

#[test]
fn every_screen_holds_in_high_contrast() {
    audit(
        &settled(ThemeChoice::Contrast, 100),
        LAPTOP,
        Language::English,
    );
}

#[test]
fn every_screen_holds_in_high_contrast_with_text_twice_as_large() {
    audit(
        &settled(ThemeChoice::Contrast, 200),
        LAPTOP,
        Language::English,
    );
}

#[test]
fn every_screen_holds_on_a_large_window() {
    audit(
        &settled(ThemeChoice::Light, 100),
        [1920.0, 1080.0],
        Language::English,
    );
}

#[test]
fn every_screen_holds_with_small_text() {
    audit(&settled(ThemeChoice::Light, 80), LAPTOP, Language::English);
}

#[test]
fn every_screen_holds_with_the_widest_letters_and_lines() {
    let settings = Settings {
        font: FontChoice::OpenDyslexic,
        spacing: Spacing::Wide,
        page_tint: PageTint::Rose,
        ..settled(ThemeChoice::Light, 200)
    };
    audit(&settings, LAPTOP, Language::English);
}

#[test]
fn every_screen_holds_in_welsh() {
    for size in [100, 200] {
        let settings = Settings {
            language: LanguageChoice::Cymraeg,
            ..settled(ThemeChoice::Light, size)
        };
        audit(&settings, LAPTOP, Language::Welsh);
    }
}
