//! Where the speech service is, and how it is reached.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::ssip::{Ssip, SsipError};

/// How long the service may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long a service that was just started may take to open its socket.
const START: Duration = Duration::from_secs(5);
/// The program that is started where no service is running.
const PROGRAM: &str = "speech-dispatcher";

/// The stream of a conversation.
#[cfg(unix)]
pub(super) type Stream = std::os::unix::net::UnixStream;
/// The stream of a conversation.
#[cfg(not(unix))]
pub(super) type Stream = std::net::TcpStream;

/// Where the speech service is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    socket: PathBuf,
    /// Folders in which its program is looked for.
    programs: Vec<PathBuf>,
}

impl Service {
    /// The service at this socket; its program in one of these folders.
    #[must_use]
    pub fn new(socket: PathBuf, programs: Vec<PathBuf>) -> Self {
        Self { socket, programs }
    }

    /// As the session says: `SPEECHD_ADDRESS`, else the usual socket.
    #[must_use]
    pub fn of_session() -> Self {
        let var = |name: &str| std::env::var_os(name);
        Self::by(var("SPEECHD_ADDRESS"), var("XDG_RUNTIME_DIR"), var("PATH"))
    }

    fn by(address: Option<OsString>, runtime: Option<OsString>, path: Option<OsString>) -> Self {
        let told = address.and_then(|address| {
            let address = address.into_string().ok()?;
            address.strip_prefix("unix_socket:").map(PathBuf::from)
        });
        let socket = told.unwrap_or_else(|| {
            let runtime = runtime.map_or_else(std::env::temp_dir, PathBuf::from);
            runtime.join("speech-dispatcher").join("speechd.sock")
        });
        let programs = path.map_or_else(Vec::new, |path| std::env::split_paths(&path).collect());
        Self::new(socket, programs)
    }

    /// Whether there is a service, or one that can be started.
    #[must_use]
    pub fn is_there(&self) -> bool {
        connect(&self.socket).is_ok() || self.program().is_some()
    }

    /// Begins a conversation. A service that is not running is started.
    ///
    /// # Errors
    /// When none can be reached.
    pub(super) fn begin(&self) -> Result<Ssip<Stream>, SsipError> {
        let stream = match (connect(&self.socket), self.program()) {
            (Ok(stream), _) => stream,
            (Err(_), Some(program)) => self.start(&program)?,
            (Err(error), None) => return Err(error.into()),
        };
        Ssip::begin(stream)
    }

    fn program(&self) -> Option<PathBuf> {
        self.programs
            .iter()
            .map(|folder| folder.join(PROGRAM))
            .find(|program| program.is_file())
    }

    /// Starts the service, which lets go of us and stays for all programs.
    fn start(&self, program: &Path) -> io::Result<Stream> {
        Command::new(program)
            .arg("--spawn")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()?;
        let until = Instant::now() + START;
        loop {
            match connect(&self.socket) {
                Err(_) if Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(50));
                }
                other => return other,
            }
        }
    }
}

#[cfg(unix)]
fn connect(socket: &Path) -> io::Result<Stream> {
    let stream = Stream::connect(socket)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    Ok(stream)
}

/// Elsewhere there is no such service.
#[cfg(not(unix))]
fn connect(_socket: &Path) -> io::Result<Stream> {
    let _ = PATIENCE;
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_says_where() {
        let path = Some(OsString::from("/usr/bin:/bin"));
        let by = |address: Option<&str>, runtime: Option<&str>| {
            Service::by(
                address.map(OsString::from),
                runtime.map(OsString::from),
                path.clone(),
            )
            .socket
        };
        assert_eq!(
            by(None, Some("/run/user/1000")),
            Path::new("/run/user/1000/speech-dispatcher/speechd.sock")
        );
        assert_eq!(by(Some("unix_socket:/s"), None), Path::new("/s"));
        assert_eq!(
            by(Some("inet_socket:host:6560"), Some("/r")),
            Path::new("/r/speech-dispatcher/speechd.sock")
        );
    }
}
