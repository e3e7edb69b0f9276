//! How this looks and reads: shared by the first run and the settings.

use egui::Ui;

use crate::language::Language;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::settings::{
    FontChoice, LanguageChoice, PageTint, ReadAloud, ReadingSpeed, Settings, Spacing, TEXT_SIZES,
    ThemeChoice,
};
use crate::ui::theme::Type;
use crate::ui::widgets::radio::{self, Choice, Layout};
use crate::ui::widgets::{Button, Card, Words};
use crate::ui::world::{Intent, SpeechView};

fn group<T: Copy + PartialEq>(
    ui: &mut Ui,
    kit: &Kit<'_>,
    key: &str,
    value: &mut T,
    choices: &[Choice<T>],
) {
    let theme = kit.theme;
    let name = kit.say(key);
    Words::new(Type::Label, &*name).silent().show(ui, theme);
    ui.add_space(-2.0);
    let mut chosen = Some(*value);
    // By its key: the focus stays where it is when the language changes.
    radio::show(
        ui,
        theme,
        key,
        &name,
        &mut chosen,
        choices,
        Layout::Segments,
    );
    if let Some(chosen) = chosen {
        *value = chosen;
    }
    ui.add_space(5.0);
}

/// Gives the focus to the first group: its present choice.
pub fn focus_comfort(ui: &Ui, settings: &Settings) {
    let at = TEXT_SIZES
        .iter()
        .position(|size| *size == settings.text_size);
    radio::focus(ui.ctx(), "comfort-size", at.unwrap_or(0));
}

/// The size of text.
pub fn size_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    let sizes =
        TEXT_SIZES.map(|size| Choice::new(size, kit.say_with("percent", &[("n", size.into())])));
    group(ui, kit, "comfort-size", &mut settings.text_size, &sizes);
}

/// The typeface.
pub fn font_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    group(
        ui,
        kit,
        "comfort-font",
        &mut settings.font,
        &[
            Choice::new(FontChoice::Standard, kit.say("comfort-font-standard")),
            Choice::new(FontChoice::Plain, kit.say("comfort-font-plain")),
            Choice::new(FontChoice::OpenDyslexic, kit.say("comfort-font-dyslexic")),
        ],
    );
}

/// The space between lines and paragraphs.
pub fn spacing_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    group(
        ui,
        kit,
        "comfort-spacing",
        &mut settings.spacing,
        &[
            Choice::new(Spacing::Normal, kit.say("comfort-spacing-normal")),
            Choice::new(Spacing::Wide, kit.say("comfort-spacing-wide")),
        ],
    );
}

/// The tint of the page, where the page is light.
pub fn tint_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    if kit.theme.dark {
        return;
    }
    group(
        ui,
        kit,
        "comfort-tint",
        &mut settings.page_tint,
        &[
            Choice::new(PageTint::White, kit.say("comfort-tint-white")),
            Choice::new(PageTint::Cream, kit.say("comfort-tint-cream")),
            Choice::new(PageTint::Blue, kit.say("comfort-tint-blue")),
            Choice::new(PageTint::Rose, kit.say("comfort-tint-rose")),
        ],
    );
}

/// The colours.
pub fn theme_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    group(
        ui,
        kit,
        "comfort-theme",
        &mut settings.theme,
        &[
            Choice::new(ThemeChoice::System, kit.say("comfort-theme-system")),
            Choice::new(ThemeChoice::Light, kit.say("comfort-theme-light")).icon(icons::SUN),
            Choice::new(ThemeChoice::Dark, kit.say("comfort-theme-dark")).icon(icons::MOON),
            Choice::new(ThemeChoice::Contrast, kit.say("comfort-theme-contrast"))
                .icon(icons::CONTRAST),
        ],
    );
}

/// Whether anything may move.
pub fn motion_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    group(
        ui,
        kit,
        "comfort-motion",
        &mut settings.motion,
        &[
            Choice::new(true, kit.say("comfort-motion-on")),
            Choice::new(false, kit.say("comfort-motion-off")),
        ],
    );
}

/// The language, each by its own name; where one needs a review, that is said.
pub fn language_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings) {
    group(
        ui,
        kit,
        "comfort-language",
        &mut settings.language,
        &[
            Choice::new(LanguageChoice::System, kit.say("comfort-language-system")),
            Choice::new(LanguageChoice::English, Language::English.name()),
            Choice::new(LanguageChoice::Cymraeg, Language::Welsh.name()),
        ],
    );
    Words::small(kit.say("locale-review")).show(ui, kit.theme);
}

/// When text is read aloud; says where it cannot be.
pub fn read_aloud_ui(ui: &mut Ui, kit: &Kit<'_>, settings: &mut Settings, speech: &SpeechView) {
    ui.add_enabled_ui(*speech == SpeechView::Ready, |ui| {
        group(
            ui,
            kit,
            "comfort-aloud",
            &mut settings.read_aloud,
            &[
                Choice::new(ReadAloud::Off, kit.say("comfort-aloud-off")),
                Choice::new(ReadAloud::OnKey, kit.say("comfort-aloud-key")),
                Choice::new(ReadAloud::AsYouGo, kit.say("comfort-aloud-go")),
            ],
        );
    });
    let words = match speech {
        SpeechView::Ready => return,
        SpeechView::Looking => kit.say("comfort-aloud-looking"),
        SpeechView::Absent => kit.say("comfort-aloud-absent"),
        SpeechView::Fault(reason) => {
            kit.say_with("comfort-aloud-fault", &[("reason", reason.as_str().into())])
        }
    };
    Words::small(words).show(ui, kit.theme);
    ui.add_space(5.0);
}

/// How fast text is read aloud, and how that sounds.
pub fn reading_speed_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    settings: &mut Settings,
    speech: &SpeechView,
) -> Option<Intent> {
    if *speech != SpeechView::Ready || settings.read_aloud == ReadAloud::Off {
        return None;
    }
    group(
        ui,
        kit,
        "comfort-speed",
        &mut settings.reading_speed,
        &[
            Choice::new(ReadingSpeed::Slow, kit.say("comfort-speed-slow")),
            Choice::new(ReadingSpeed::Normal, kit.say("comfort-speed-normal")),
            Choice::new(ReadingSpeed::Fast, kit.say("comfort-speed-fast")),
            Choice::new(ReadingSpeed::Faster, kit.say("comfort-speed-faster")),
        ],
    );
    let hear = Button::secondary(kit.say("comfort-hear"))
        .icon(icons::ALOUD)
        .show(ui, kit.theme);
    hear.clicked().then(|| {
        let sample = ["sample-before", "sample-marked", "sample-after"].map(|words| kit.say(words));
        Intent::Speak {
            text: sample.join(" "),
            language: None,
        }
    })
}

/// A page in the present look, with a marked sentence.
pub fn sample_ui(ui: &mut Ui, kit: &Kit<'_>) {
    let theme = kit.theme;
    let colours = &theme.colours;
    Card::page(theme).show(ui, |ui| {
        Words::small(kit.say("sample-title"))
            .family(fonts::UI_BOLD)
            .show(ui, theme);
        let plain = theme.format(Type::Narration, colours.ink);
        let mut marked = plain.clone();
        marked.background = colours.mark_bg;
        marked.expand_bg = 2.0;
        marked.underline = egui::Stroke::new(2.0, colours.mark_line);
        let mut job = egui::text::LayoutJob::default();
        job.append(&kit.say("sample-before"), 0.0, plain.clone());
        job.append(" ", 0.0, plain.clone());
        job.append(&kit.say("sample-marked"), 0.0, marked);
        job.append(" ", 0.0, plain.clone());
        job.append(&kit.say("sample-after"), 0.0, plain);
        job.wrap.max_width = ui.available_width();
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Label, true, galley.text())
        });
        ui.painter().galley(rect.min, galley, colours.ink);
    });
}
