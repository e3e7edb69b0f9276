//! The parts that screens are made of. Each sets its own role, name and state.

pub mod bar;
pub mod button;
pub mod card;
pub mod check;
pub mod chip;
pub mod key_cap;
pub mod link;
pub mod list;
pub mod meter;
pub mod page;
pub mod radio;
pub mod roving;
pub mod tabs;
pub mod text;
pub mod text_box;

pub use button::Button;
pub use card::Card;
pub use text::Words;
