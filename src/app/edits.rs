//! Files that are edited while the program runs: the folders that the user names are watched.
//!
//! Bevy's own reloading wakes no sleeping window and does not see a file that an
//! editor replaces by renaming another. So its watcher tells us, and we tell it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use async_channel::{Receiver, Sender};
use bevy::asset::io::{AssetSource, AssetSourceBuilder, AssetSourceEvent};
use bevy::prelude::*;

use super::alarm::Waker;
use super::desk::Desk;
use super::wake::Clock;
use crate::scenario::shelf::read_limited;
use crate::ui::shell::Shell;
use crate::ui::tokens::Tokens;

/// An editor writes a file in steps: it is read once it has been left alone for so long.
const SETTLED: Duration = Duration::from_millis(200);
/// The look, in the assets folder.
const TOKENS: &str = "tokens.ron";

/// The watched folders, while the window is being made.
#[derive(Default)]
pub struct Watching {
    scenarios: Option<Receiver<PathBuf>>,
    assets: Option<Receiver<PathBuf>>,
    waker: Arc<OnceLock<Waker>>,
}

/// The paths of edited files, each in its folder.
#[derive(Resource)]
pub struct Edits {
    scenarios: Option<Receiver<PathBuf>>,
    assets: Option<Receiver<PathBuf>>,
}

impl Watching {
    /// Whether any folder is.
    pub const fn any(&self) -> bool {
        self.scenarios.is_some() || self.assets.is_some()
    }

    /// Watches the folder of the scenarios, where they come from one.
    pub fn scenarios(
        &mut self,
        source: AssetSourceBuilder,
        folder: Option<&Path>,
    ) -> AssetSourceBuilder {
        let (source, edited) = self.watch(source, folder);
        self.scenarios = edited;
        source
    }

    /// Watches the folder of the pictures and the look, where they come from one.
    pub fn assets(
        &mut self,
        source: AssetSourceBuilder,
        folder: Option<&Path>,
    ) -> AssetSourceBuilder {
        let (source, edited) = self.watch(source, folder);
        self.assets = edited;
        source
    }

    fn watch(
        &self,
        source: AssetSourceBuilder,
        folder: Option<&Path>,
    ) -> (AssetSourceBuilder, Option<Receiver<PathBuf>>) {
        let folder = folder.and_then(|folder| std::path::absolute(folder).ok());
        let Some(path) = folder.as_deref().and_then(Path::to_str) else {
            return (source, None);
        };
        let (tell, edited) = async_channel::unbounded();
        let waker = Arc::clone(&self.waker);
        let mut watch = AssetSource::get_default_watcher(path.to_owned(), SETTLED);
        let source = source.with_watcher(move |_| {
            let (seen, events) = async_channel::unbounded();
            let watcher = watch(seen)?;
            let (tell, waker) = (tell.clone(), Arc::clone(&waker));
            std::thread::Builder::new()
                .name("edited-files".to_owned())
                .spawn(move || pass_on(&events, &tell, &waker))
                .ok()?;
            Some(watcher)
        });
        (source, Some(edited))
    }

    /// The plugin that takes edited pictures and the edited look up; from now on an edit wakes the window.
    pub fn plugin(self, assets: Option<&Path>) -> impl Fn(&mut App) + Send + Sync + 'static {
        let folder = assets.map(Path::to_owned);
        move |app: &mut App| {
            let wake = Arc::clone(&app.world().resource::<Clock>().wake);
            // Set once: there is one window.
            let _ = self.waker.set(wake);
            let folder = folder.clone();
            app.insert_resource(Edits {
                scenarios: self.scenarios.clone(),
                assets: self.assets.clone(),
            })
            .add_systems(
                First,
                move |edits: Res<Edits>,
                      mut shell: NonSendMut<Shell>,
                      mut desk: NonSendMut<Desk>| {
                    for path in taken(edits.assets.as_ref()) {
                        if let Ok(picture) = path.strip_prefix("art") {
                            shell.picture_changed(&picture.to_string_lossy());
                        } else if path == Path::new(TOKENS) {
                            set_look(&mut shell, &mut desk, folder.as_deref());
                        }
                    }
                },
            );
        }
    }
}

impl Edits {
    /// The files that were edited in the folder of the scenarios since this was asked last.
    pub fn scenarios(&self) -> BTreeSet<PathBuf> {
        taken(self.scenarios.as_ref())
    }
}

/// Draws everything as the assets folder says, where it has tokens. Those that cannot be used are
/// told, and what was there stays.
pub fn set_look(shell: &mut Shell, desk: &mut Desk, assets: Option<&Path>) {
    let Some(file) = assets.map(|folder| folder.join(TOKENS)) else {
        return;
    };
    if !file.exists() {
        return shell.set_tokens(Tokens::built_in());
    }
    let read = read_limited(&file)
        .map_err(|error| error.to_string())
        .and_then(|bytes| Tokens::read(&bytes).map_err(|error| error.to_string()));
    match read {
        Ok(tokens) => shell.set_tokens(Arc::new(tokens)),
        Err(reason) => desk.tell_look(&file.display().to_string(), reason),
    }
}

fn taken(edited: Option<&Receiver<PathBuf>>) -> BTreeSet<PathBuf> {
    edited.map_or_else(BTreeSet::new, |edited| {
        std::iter::from_fn(|| edited.try_recv().ok()).collect()
    })
}

/// Ends with the watcher.
fn pass_on(events: &Receiver<AssetSourceEvent>, tell: &Sender<PathBuf>, waker: &OnceLock<Waker>) {
    while let Ok(event) = events.recv_blocking() {
        for path in paths(event) {
            // Nobody listens once the window has gone.
            let _ = tell.send_blocking(path);
        }
        if let Some(wake) = waker.get() {
            wake();
        }
    }
}

/// The files that an event is about.
fn paths(event: AssetSourceEvent) -> Vec<PathBuf> {
    match event {
        AssetSourceEvent::AddedAsset(path)
        | AssetSourceEvent::ModifiedAsset(path)
        | AssetSourceEvent::RemovedAsset(path)
        | AssetSourceEvent::RemovedUnknown { path, .. } => vec![path],
        AssetSourceEvent::RenamedAsset { old, new } => vec![old, new],
        _ => Vec::new(),
    }
}
