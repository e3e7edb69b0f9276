//! Scenarios as bevy's assets: read off the window's thread, and again when a
//! file changes.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bevy::asset::io::{
    AssetReader, AssetReaderError, AssetSourceBuilder, PathStream, Reader, VecReader,
    file::FileAssetReader,
};
use bevy::asset::{AssetLoader, LoadContext, LoadState};
use bevy::prelude::*;
use bevy::tasks::futures_lite::{AsyncReadExt, future, stream};
use bevy::tasks::{IoTaskPool, Task, block_on};

use super::desk::Desk;
use super::edits::{Edits, Watching};
use super::wake::Clock;
use crate::language::Language;
use crate::scenario::limits::MAX_BYTES;
use crate::scenario::shelf::{Shelf, ShelfError, VOCABULARY_STEMS, built_in, translation_name};
use crate::scenario::vocabulary::Vocabularies;
use crate::scenario::{Loaded, load, load_vocabularies};

/// The asset source of the scenarios.
const SOURCE: &str = "scenarios";
/// What stands beside the scenarios.
const VOCABULARIES: [&str; 3] = ["taxonomy.ron", "competences.ron", "language.ron"];
/// How soon to look again while files are being read.
const SOON: Duration = Duration::from_millis(25);
/// A file that is to be read again may show what it was until then.
const BEGINS: Duration = Duration::from_millis(300);

/// A scenario's file as it was read, sound or not.
#[derive(Asset, TypePath)]
struct ScenarioFile {
    loaded: Loaded,
}

/// Where the files come from: known before bevy's own plugins are. Folders that a user names are watched.
pub fn sources(app: &mut App, shelf: &Shelf, assets: Option<&Path>) -> Watching {
    let mut watching = Watching::default();
    let scenarios = source(shelf.folder(), "scenarios");
    let scenarios = watching.scenarios(scenarios, shelf.folder());
    let pictures = watching.assets(source(assets, "assets"), assets);
    app.register_asset_source(SOURCE, scenarios)
        .register_asset_source(bevy::asset::io::AssetSourceId::Default, pictures);
    watching
}

fn source(folder: Option<&Path>, built_in: &'static str) -> AssetSourceBuilder {
    let Some(folder) = folder else {
        return AssetSourceBuilder::new(move || Box::new(BuiltIn { folder: built_in }));
    };
    // Bevy joins a relative path to the program's folder; ours are the user's.
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    AssetSourceBuilder::new(move || Box::new(FileAssetReader::new(&folder)))
}

/// Reads what is built into the binary.
struct BuiltIn {
    folder: &'static str,
}

impl AssetReader for BuiltIn {
    async fn read<'a>(&'a self, path: &'a Path) -> Result<impl Reader + 'a, AssetReaderError> {
        let name = format!("{}/{}", self.folder, path.to_string_lossy());
        match built_in(&name) {
            Some(bytes) => Ok(VecReader::new(bytes.to_vec())),
            None => Err(AssetReaderError::NotFound(path.to_owned())),
        }
    }

    async fn read_meta<'a>(&'a self, path: &'a Path) -> Result<impl Reader + 'a, AssetReaderError> {
        Err::<VecReader, _>(AssetReaderError::NotFound(path.to_owned()))
    }

    async fn read_directory<'a>(
        &'a self,
        _path: &'a Path,
    ) -> Result<Box<PathStream>, AssetReaderError> {
        Ok(Box::new(stream::empty::<PathBuf>()))
    }

    async fn is_directory<'a>(&'a self, _path: &'a Path) -> Result<bool, AssetReaderError> {
        Ok(false)
    }
}

/// The loader: the same function that the command line calls.
#[derive(TypePath)]
struct ScenarioLoader {
    shelf: Shelf,
    vocabularies: Mutex<Option<KnownVocabularies>>,
}

/// The vocabularies' files and what they say: read once, not once a scenario.
type KnownVocabularies = ([Vec<u8>; 3], Vec<Translations>, Arc<Vocabularies>);

/// The vocabularies' translations into a language.
type Translations = (Language, [Option<(String, Vec<u8>)>; 3]);

impl ScenarioLoader {
    async fn vocabularies(
        &self,
        context: &mut LoadContext<'_>,
    ) -> Result<Arc<Vocabularies>, BevyError> {
        let mut files = [const { Vec::new() }; 3];
        let mut names = [const { String::new() }; 3];
        for ((file, bytes), name) in VOCABULARIES.into_iter().zip(&mut files).zip(&mut names) {
            // Asked of the context, so that a change reads the scenarios again.
            if let Ok(read) = context.read_asset_bytes(format!("{SOURCE}://{file}")).await {
                (*bytes, *name) = (read, self.shelf.name_of(file));
            } else {
                *name = format!("scenarios/{file}");
                *bytes = built_in(name).unwrap_or_default().to_vec();
            }
        }
        let mut translations = Vec::new();
        for language in Language::FURTHER {
            let mut found = [const { None }; 3];
            for (stem, file) in VOCABULARY_STEMS.into_iter().zip(&mut found) {
                *file = self.translation(context, stem, language).await;
            }
            translations.push((language, found));
        }
        let mut known = self
            .vocabularies
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let same =
            |(before, told, _): &&KnownVocabularies| *before == files && *told == translations;
        if let Some((.., known)) = known.as_ref().filter(same) {
            return Ok(Arc::clone(known));
        }
        let part = |index: usize| (names[index].as_str(), files[index].as_slice());
        let mut read = load_vocabularies(part(0), part(1), part(2))
            .map_err(|(file, problems)| ShelfError::Vocabulary { file, problems })?;
        for (language, files) in &translations {
            read.translate(*language, files);
        }
        let read = Arc::new(read);
        *known = Some((files, translations, Arc::clone(&read)));
        Ok(read)
    }

    /// A translation's name and bytes; asked of the context, so that a change reads again.
    async fn translation(
        &self,
        context: &mut LoadContext<'_>,
        stem: &str,
        language: Language,
    ) -> Option<(String, Vec<u8>)> {
        let file = translation_name(stem, language);
        let read = context.read_asset_bytes(format!("{SOURCE}://{file}")).await;
        match read {
            Ok(bytes) => Some((self.shelf.name_of(&file), bytes)),
            Err(_) => self.shelf.translation_file(stem, language).ok().flatten(),
        }
    }
}

impl AssetLoader for ScenarioLoader {
    type Asset = ScenarioFile;
    type Settings = ();
    type Error = BevyError;

    async fn load(
        &self,
        reader: &mut dyn Reader,
        _settings: &(),
        context: &mut LoadContext<'_>,
    ) -> Result<ScenarioFile, BevyError> {
        let path = context.path().path().to_owned();
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        let name = self.shelf.name_of(&path.to_string_lossy());
        let mut bytes = Vec::new();
        reader.take(MAX_BYTES + 1).read_to_end(&mut bytes).await?;
        let vocabularies = self.vocabularies(context).await?;
        let mut loaded = load(&name, &id, &bytes, &vocabularies, false);
        for language in Language::FURTHER {
            let file = self.translation(context, &id, language).await;
            let file = file
                .as_ref()
                .map(|(name, bytes)| (name.as_str(), &bytes[..]));
            loaded.translate(language, file, &vocabularies);
        }
        Ok(ScenarioFile { loaded })
    }

    fn extensions(&self) -> &[&str] {
        &["ron"]
    }
}

/// A scenario's file and how far it is read.
struct Listed {
    id: Arc<str>,
    handle: Handle<ScenarioFile>,
    /// The library has what was read last.
    done: bool,
    /// When it was asked to be read again.
    again: Option<Instant>,
}

/// What is being read.
#[derive(Resource, Default)]
struct Reading {
    listing: Option<Task<Result<Vec<String>, ShelfError>>>,
    files: Vec<Listed>,
    /// Stems of the files that changed since the folder was listed.
    edited: HashSet<String>,
}

/// Reads the library into the desk.
pub fn plugin(shelf: &Shelf) -> impl Fn(&mut App) + Send + Sync + 'static {
    let shelf = shelf.clone();
    move |app: &mut App| {
        let (at_first, again) = (shelf.clone(), shelf.clone());
        let list = |shelf: &Shelf| {
            let shelf = shelf.clone();
            Some(IoTaskPool::get().spawn(async move { shelf.ids() }))
        };
        app.init_asset::<ScenarioFile>()
            .register_asset_loader(ScenarioLoader {
                shelf: shelf.clone(),
                vocabularies: Mutex::new(None),
            })
            .init_resource::<Reading>()
            .add_systems(Startup, move |mut reading: ResMut<Reading>| {
                reading.listing = list(&at_first);
            })
            .add_systems(
                Update,
                (
                    move |mut reading: ResMut<Reading>, edits: Res<Edits>| {
                        let edited = edits.scenarios();
                        if !edited.is_empty() {
                            reading
                                .edited
                                .extend(edited.iter().filter_map(|path| stem(path)));
                            // A file may have come or gone.
                            reading.listing = list(&again);
                        }
                    },
                    listed_files,
                    read_files,
                    changed_files,
                )
                    .chain(),
            );
    }
}

/// What a file of the folder belongs to: `practice` for `practice.ron` and for its translations.
fn stem(path: &Path) -> Option<String> {
    let name = path.to_str()?.strip_suffix(".ron")?;
    name.split('.').next().map(str::to_owned)
}

fn listed_files(
    mut reading: ResMut<Reading>,
    assets: Res<AssetServer>,
    mut desk: NonSendMut<Desk>,
    clock: Res<Clock>,
) {
    let reading = reading.bypass_change_detection();
    let Some(task) = &mut reading.listing else {
        return;
    };
    let Some(ids) = block_on(future::poll_once(task)) else {
        clock.alarm.at(Instant::now() + SOON);
        return;
    };
    reading.listing = None;
    let Some(library) = desk.library_mut() else {
        return;
    };
    let ids = match ids {
        Ok(ids) => ids,
        Err(error) => return library.unlisted(error.to_string()),
    };
    let edited = std::mem::take(&mut reading.edited);
    let all = VOCABULARY_STEMS.iter().any(|stem| edited.contains(*stem));
    reading.files.retain(|file| {
        let stays = ids.iter().any(|id| **id == *file.id);
        if !stays {
            library.remove(&file.id);
        }
        stays
    });
    library.expect(ids.len());
    for id in ids {
        let path = format!("{SOURCE}://{id}.ron");
        match reading.files.iter_mut().find(|file| *file.id == *id) {
            Some(known) if all || edited.contains(&id) => {
                assets.reload(path);
                known.done = false;
                known.again = Some(Instant::now());
            }
            Some(_) => {}
            None => reading.files.push(Listed {
                id: id.into(),
                handle: assets.load(path),
                done: false,
                again: None,
            }),
        }
    }
}

fn read_files(
    mut reading: ResMut<Reading>,
    files: Res<Assets<ScenarioFile>>,
    assets: Res<AssetServer>,
    mut desk: NonSendMut<Desk>,
    clock: Res<Clock>,
) {
    let Some(library) = desk.library_mut() else {
        return;
    };
    let mut waiting = false;
    for file in &mut reading.bypass_change_detection().files {
        if file.done {
            continue;
        }
        let begun = file.again.is_none_or(|asked| asked.elapsed() > BEGINS);
        match assets.load_state(&file.handle) {
            LoadState::Failed(error) if begun => {
                library.unreadable(&file.id, error.to_string());
                file.done = true;
            }
            LoadState::Loaded if begun && let Some(read) = files.get(&file.handle) => {
                library.put(&file.id, &read.loaded);
                file.done = true;
            }
            _ => waiting = true,
        }
    }
    if waiting {
        // Bevy's loading wakes nobody.
        clock.alarm.at(Instant::now() + SOON);
    }
}

/// Takes up what was read again, as soon as it was.
fn changed_files(
    mut events: MessageReader<AssetEvent<ScenarioFile>>,
    mut reading: ResMut<Reading>,
    files: Res<Assets<ScenarioFile>>,
    mut desk: NonSendMut<Desk>,
) {
    for event in events.read() {
        let AssetEvent::Modified { id: changed } = event else {
            continue;
        };
        let known = reading
            .bypass_change_detection()
            .files
            .iter_mut()
            .find(|file| file.handle.id() == *changed);
        if let (Some(file), Some(read), Some(library)) =
            (known, files.get(*changed), desk.library_mut())
        {
            library.put(&file.id, &read.loaded);
            file.done = true;
        }
    }
}
