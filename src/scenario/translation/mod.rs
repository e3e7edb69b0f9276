//! Translations: what a story says, in another language, tied to it by address.
//!
//! A translation replaces texts and nothing else. Each entry keeps the text it
//! was made from, so that one whose original changed since is known, and each
//! must have its original's sentences, so that no cue moves. What does not
//! correspond is shown in the original's language: play never breaks on it.

mod apply;
mod correspond;
mod keys;
mod skeleton;
mod telling;

use super::authored::{Entries, Number, Text};
use super::record::record;
use super::span::Spanned;

pub use apply::{Entry, State, Subject, entries, tell, tell_vocabularies};
pub use correspond::Mismatch;
pub use skeleton::skeleton;
pub use telling::{Telling, Told};

record! {
    /// A translation's file, `practice.cy.ron`.
    pub struct Translation("the translation") {
        /// Always 1.
        required format: Number,
        /// The stem of what is translated.
        required of: Text,
        /// The language's code, as in the file's name.
        required language: Text,
        /// Whether a speaker of the language has read it whole.
        required reviewed: bool,
        /// The texts by address.
        required texts: Spanned<Entries<Translated>>,
    }
}

impl Translation {
    /// One without any text.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            format: Spanned::default(),
            of: Text::default(),
            language: Text::default(),
            reviewed: false,
            texts: Spanned::default(),
        }
    }
}

record! {
    /// A text and what it was translated from.
    pub struct Translated("a translated text") {
        /// The original as it was then.
        required source: Text,
        /// The translation; empty where it is still to be written.
        required text: Text,
    }
}
