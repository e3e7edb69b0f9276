//! Where attempts are kept and for how long, and where scenarios come from:
//! shared by the first run, the settings and an empty library.

use std::path::PathBuf;

use egui::Ui;

use crate::ui::kit::{Go, Kit};
use crate::ui::settings::{KeepFor, Settings};
use crate::ui::spoken;
use crate::ui::theme::Type;
use crate::ui::widgets::radio::{Choice, Layout};
use crate::ui::widgets::text_box::TextBox;
use crate::ui::widgets::{Button, Words, radio};
use crate::ui::world::{Intent, KeepingView};

/// What the fields of folders hold between passes.
#[derive(Debug, Default)]
pub struct FoldersLocal {
    /// The data folder as typed; nothing until it is first shown.
    data: Option<String>,
    copy: bool,
    /// The scenarios' folder as typed.
    scenarios: String,
    /// A folder was chosen when so many had been looked at.
    asked: Option<u32>,
}

impl FoldersLocal {
    /// The folder as typed; none for the usual one.
    fn chosen(&self, keeping: &KeepingView) -> Option<PathBuf> {
        let typed = self.data.as_deref().unwrap_or(&keeping.folder).trim();
        (!typed.is_empty() && typed != keeping.usual).then(|| PathBuf::from(typed))
    }

    /// Asks whether the folder can be used, and for it to be.
    pub fn ask(&mut self, keeping: &KeepingView) -> Intent {
        self.asked = Some(keeping.looked);
        Intent::UseFolder {
            folder: self.chosen(keeping),
            copy: self.copy,
        }
    }

    /// Whether the folder that was asked about is in use now. Says so once.
    pub fn is_used(&mut self, keeping: &KeepingView) -> bool {
        let answered = self.asked.is_some_and(|asked| asked != keeping.looked);
        if answered {
            self.asked = None;
            if keeping.trouble.is_none() {
                self.data = None;
                return true;
            }
        }
        false
    }
}

/// Who can read the attempts, and for how long.
#[must_use]
pub fn readers(kit: &Kit<'_>, keep: KeepFor) -> String {
    let who = kit.say("data-readers-you");
    let time = kit.say(kept_for(keep));
    kit.say_with(
        "data-readers",
        &[("who", who.into()), ("time", time.into())],
    )
}

fn kept_for(keep: KeepFor) -> &'static str {
    match keep {
        KeepFor::UntilErased => "kept-for-ever",
        KeepFor::ThreeMonths => "kept-for-three-months",
        KeepFor::OneYear => "kept-for-one-year",
        KeepFor::ThreeYears => "kept-for-three-years",
    }
}

/// How long attempts are kept.
pub fn keep_for_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings, keeping: &KeepingView) {
    let theme = kit.theme;
    let name = kit.say("data-keep-for");
    Words::new(Type::Label, &name).silent().show(ui, theme);
    let choices = [
        (KeepFor::UntilErased, "keep-for-ever"),
        (KeepFor::ThreeMonths, "keep-for-three-months"),
        (KeepFor::OneYear, "keep-for-one-year"),
        (KeepFor::ThreeYears, "keep-for-three-years"),
    ]
    .map(|(keep, words)| Choice::new(keep, kit.say(words)));
    let mut chosen = Some(settings.keep_for);
    radio::show(
        ui,
        theme,
        &name,
        &name,
        &mut chosen,
        &choices,
        Layout::Segments,
    );
    settings.keep_for = chosen.unwrap_or_default();
    let older = keeping
        .older
        .iter()
        .find(|(keep, ..)| *keep == settings.keep_for);
    if let Some((_, attempts, day)) = older {
        let date = spoken::date(kit.strings, *day);
        let words = kit.say_with(
            "data-older",
            &[("n", (*attempts).into()), ("date", date.into())],
        );
        Words::small(words).show(ui, theme);
    }
}

/// The field of the data folder, with what is the matter with the one tried last.
pub fn data_field_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    local: &mut FoldersLocal,
    keeping: &KeepingView,
    hint: bool,
) {
    let theme = kit.theme;
    if keeping.named {
        let words = kit.say_with("data-named", &[("folder", keeping.folder.as_str().into())]);
        Words::small(words).show(ui, theme);
        return;
    }
    let label = kit.say("data-folder");
    let hint = hint.then(|| {
        kit.say_with(
            "data-folder-hint",
            &[("usual", keeping.usual.as_str().into())],
        )
    });
    let error = keeping
        .trouble
        .as_ref()
        .map(|path| kit.say_with("data-folder-unwritable", &[("path", path.as_str().into())]));
    let text = local.data.get_or_insert_with(|| keeping.folder.clone());
    TextBox::line(&label)
        .hint(hint.as_deref())
        .error(error.as_deref())
        .limit(4096)
        .show(ui, theme, "data-folder", text);
}

/// The data folder with the button that takes it into use.
pub fn data_folder_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    local: &mut FoldersLocal,
    keeping: &KeepingView,
    playing: bool,
) -> Option<Intent> {
    let theme = kit.theme;
    if local.is_used(keeping) {
        let words = kit.say_with("data-kept", &[("folder", keeping.folder.as_str().into())]);
        kit.announce(words);
    }
    if playing && !keeping.named {
        Words::body(kit.say_with("data-kept", &[("folder", keeping.folder.as_str().into())]))
            .show(ui, theme);
        Words::small(kit.say("data-folder-playing")).show(ui, theme);
        return None;
    }
    data_field_ui(ui, kit, local, keeping, true);
    let changed = local
        .data
        .as_ref()
        .is_some_and(|typed| typed.trim() != keeping.folder);
    if keeping.named || !changed {
        return None;
    }
    if keeping.attempts > 0 {
        let name = kit.say_with("data-there-already", &[("n", keeping.attempts.into())]);
        Words::new(Type::Label, &name).silent().show(ui, theme);
        let mut copy = Some(local.copy);
        radio::show(
            ui,
            theme,
            "data-there-already",
            &name,
            &mut copy,
            &[
                Choice::new(false, kit.say("data-leave-there")),
                Choice::new(true, kit.say("data-copy-over")),
            ],
            Layout::Segments,
        );
        local.copy = copy.unwrap_or_default();
    }
    let button =
        Button::secondary(kit.say("data-folder-use")).spoken(kit.say("data-folder-use-spoken"));
    button.show(ui, theme).clicked().then(|| local.ask(keeping))
}

/// Erases every attempt, after a question.
pub fn erase_ui(ui: &mut Ui, kit: &mut Kit<'_>, keeping: &KeepingView, playing: bool) {
    let theme = kit.theme;
    let words = kit.say_with("data-count", &[("n", keeping.attempts.into())]);
    Words::body(words).show(ui, theme);
    let erase = Button::secondary(kit.say("data-erase"))
        .enabled(keeping.attempts > 0 && !playing)
        .show(ui, theme);
    if erase.clicked() {
        kit.go(Go::EraseAttempts);
    }
}

/// A field for the folder that scenarios are read from.
pub fn scenarios_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    local: &mut FoldersLocal,
    chosen: bool,
) -> Option<Intent> {
    let theme = kit.theme;
    let (label, hint) = (
        kit.say("scenarios-folder"),
        kit.say("scenarios-folder-hint"),
    );
    TextBox::line(&label).hint(Some(&hint)).limit(4096).show(
        ui,
        theme,
        "scenarios-folder",
        &mut local.scenarios,
    );
    let mut intent = None;
    ui.horizontal_wrapped(|ui| {
        let typed = local.scenarios.trim();
        let choose = Button::secondary(kit.say("scenarios-choose"))
            .enabled(!typed.is_empty())
            .show(ui, theme);
        if choose.clicked() {
            intent = Some(Intent::UseScenarios(Some(PathBuf::from(typed))));
        }
        if chosen
            && Button::secondary(kit.say("scenarios-built-in"))
                .show(ui, theme)
                .clicked()
        {
            local.scenarios.clear();
            intent = Some(Intent::UseScenarios(None));
        }
    });
    intent
}
