//! The scenario: the authored file with its places, and the compiled story.
//!
//! [`load`] reads a file's bytes, with every problem it can find at once;
//! only a [`Story`](story::Story) goes on to sessions and analysis.

pub mod art;
pub mod authored;
pub mod compile;
pub mod condition;
pub mod fingerprint;
pub mod ids;
pub mod limits;
mod lossless;
pub mod markup;
mod plain_sentence;
pub mod players;
pub mod problem;
mod record;
pub mod sentence;
pub mod shelf;
pub mod source;
pub mod span;
pub mod story;
pub mod translation;
pub mod vocabulary;

mod load;

pub use load::{Loaded, load, load_translation, load_vocabularies};
