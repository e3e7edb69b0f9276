//! Is there a display, and are the libraries there that winit opens for it?

use crate::app::error::AppError;

/// Keeps the display as it was found: an X server without other clients starts
/// anew when its last one leaves, and would do so under the window's feet.
pub struct Held {
    #[cfg(target_os = "linux")]
    _connection: Option<x11rb::rust_connection::RustConnection>,
}

/// Asks in winit's own order: Wayland where its variable is set, else X.
#[cfg(target_os = "linux")]
pub fn display() -> Result<Held, AppError> {
    connection().map(|connection| Held {
        _connection: connection,
    })
}

#[cfg(target_os = "linux")]
fn connection() -> Result<Option<x11rb::rust_connection::RustConnection>, AppError> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if set("WAYLAND_SOCKET").is_some() {
        // A socket that is handed over can be opened once only: winit shall have it.
        return Ok(None);
    }
    if let Some(name) = set("WAYLAND_DISPLAY") {
        return wayland(&name).map(|()| None);
    }
    match set("DISPLAY") {
        Some(name) => x11(&name).map(Some),
        None => Err(AppError::NoDisplay),
    }
}

/// Elsewhere the system always has a display.
#[cfg(not(target_os = "linux"))]
pub fn display() -> Result<Held, AppError> {
    Ok(Held {})
}

#[cfg(target_os = "linux")]
fn wayland(name: &str) -> Result<(), AppError> {
    use wayland_client::{ConnectError, Connection};

    match Connection::connect_to_env() {
        Ok(_) => needs(
            "libxkbcommon",
            "libxkbcommon0",
            xkbcommon_dl::xkbcommon_option().is_some(),
        ),
        Err(ConnectError::NoWaylandLib) => needs("libwayland-client", "libwayland-client0", false),
        Err(error) => Err(AppError::DeadDisplay {
            variable: "WAYLAND_DISPLAY",
            name: name.to_owned(),
            reason: error.to_string(),
        }),
    }
}

#[cfg(target_os = "linux")]
fn x11(name: &str) -> Result<x11rb::rust_connection::RustConnection, AppError> {
    use x11_dl::{xcursor::Xcursor, xinput2::XInput2, xlib::Xlib, xlib_xcb::Xlib_xcb};

    needs("libX11", "libx11-6", Xlib::open().is_ok())?;
    needs("libX11-xcb", "libx11-xcb1", Xlib_xcb::open().is_ok())?;
    needs("libXcursor", "libxcursor1", Xcursor::open().is_ok())?;
    needs("libXi", "libxi6", XInput2::open().is_ok())?;
    needs(
        "libxkbcommon",
        "libxkbcommon0",
        xkbcommon_dl::xkbcommon_option().is_some(),
    )?;
    needs(
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
        xkbcommon_dl::x11::xkbcommon_x11_option().is_some(),
    )?;
    x11rb::rust_connection::RustConnection::connect(None)
        .map(|(connection, _)| connection)
        .map_err(|error| AppError::DeadDisplay {
            variable: "DISPLAY",
            name: name.to_owned(),
            reason: error.to_string(),
        })
}

#[cfg(target_os = "linux")]
fn needs(library: &'static str, package: &'static str, there: bool) -> Result<(), AppError> {
    if there {
        Ok(())
    } else {
        Err(AppError::NoLibrary { library, package })
    }
}
