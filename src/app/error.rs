//! Why the application could not run.

use thiserror::Error;

/// Why the application could not run: one line each, with the way out.
#[derive(Debug, Error)]
pub enum AppError {
    /// No display is named.
    #[error(
        "there is no display: neither WAYLAND_DISPLAY nor DISPLAY is set. Without one: second-look play ID --text"
    )]
    NoDisplay,
    /// A display is named, but does not answer.
    #[error(
        "the display that {variable} names ({name}) cannot be reached: {reason}. Without one: second-look play ID --text"
    )]
    DeadDisplay {
        /// The variable that names it.
        variable: &'static str,
        /// Its value.
        name: String,
        /// What was said.
        reason: String,
    },
    /// A library of the desktop is missing.
    #[error(
        "the library {library} is missing: install the package {package}. Without a window: second-look play ID --text"
    )]
    NoLibrary {
        /// Its name.
        library: &'static str,
        /// Debian's package.
        package: &'static str,
    },
    /// There is no graphics driver that can be used.
    #[error(
        "there is no graphics driver ({reason}): install the package mesa-vulkan-drivers, or your card's own. Without a window: second-look play ID --text"
    )]
    NoGraphics {
        /// What was said.
        reason: String,
    },
    /// The desktop refused.
    #[error("the window cannot be opened: {reason}. Without one: second-look play ID --text")]
    NoWindow {
        /// What was said.
        reason: String,
    },
    /// The window was there and the program behind it stopped.
    #[error("the application stopped early; all that you did was saved as you did it")]
    Stopped,
}
