//! The one place where what a screen asks for is done. It knows no bevy, so
//! that tests drive it without a window.

use crate::scenario::shelf::Shelf;

use super::library::Library;

/// Everything behind the screens.
pub struct Desk {
    library: Library,
}

impl Desk {
    /// An empty one.
    pub fn new(shelf: Shelf) -> Self {
        Self {
            library: Library::new(shelf),
        }
    }

    pub fn library_view(&self) -> &crate::ui::world::LibraryView {
        self.library.view()
    }

    /// The library, for those who read it.
    pub fn library_mut(&mut self) -> &mut Library {
        &mut self.library
    }
}
