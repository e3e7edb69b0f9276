//! What was seen and noted, to write a record from: to read, not to mark.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{
    Frame, Id, Margin, Rect, ScrollArea, Stroke, TextFormat, Ui, UiBuilder, WidgetInfo, WidgetType,
    pos2, vec2,
};

use crate::session::view::{
    DocumentView, NotebookEntry, Paragraph, Passage, Run, Speaker, Sureness, View,
};
use crate::ui::focus_ring;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::Kit;
use crate::ui::panes;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::roving::{Axis, Roving};
use crate::ui::widgets::{Card, Words, card};

/// The transcript above, the notebook under it.
pub(super) fn beside(ui: &mut Ui, kit: &mut Kit<'_>, view: &View) {
    let full = ui.available_rect_before_wrap();
    let share = if view.notebook.is_empty() { 0.75 } else { 0.6 };
    let split = (full.top() + full.height() * share).round();
    let upper = Rect::from_min_max(full.min, pos2(full.right(), split - 7.0));
    let lower = Rect::from_min_max(pos2(full.left(), split + 7.0), full.max);
    ui.scope_builder(UiBuilder::new().id_salt("seen").max_rect(upper), |ui| {
        seen(ui, kit, view);
    });
    ui.scope_builder(UiBuilder::new().id_salt("noted").max_rect(lower), |ui| {
        notebook(ui, kit, view);
    });
    ui.advance_cursor_after_rect(full);
}

/// What was seen and heard, and the documents that were read.
pub(super) fn seen(ui: &mut Ui, kit: &mut Kit<'_>, view: &View) {
    let mut entries: Vec<Entry> = view
        .transcript
        .iter()
        .map(|passage| passage_entry(kit, view, passage))
        .collect();
    let read = view.documents.iter().filter(|document| document.read);
    entries.extend(read.map(document_entry));
    let name = kit.say("form-seen");
    panel(
        ui,
        kit,
        "form-seen",
        &name,
        icons::READ,
        &entries,
        &kit.say("form-seen-none"),
    );
}

/// The notebook.
pub(super) fn notebook(ui: &mut Ui, kit: &mut Kit<'_>, view: &View) {
    let entries: Vec<Entry> = view
        .notebook
        .iter()
        .map(|entry| notebook_entry(kit, entry))
        .collect();
    let name = kit.say("form-notebook");
    panel(
        ui,
        kit,
        "form-notebook",
        &name,
        icons::NOTEBOOK,
        &entries,
        &kit.say("form-notebook-none"),
    );
}

/// One thing to read: a small heading and paragraphs of runs, those marked apart.
struct Entry {
    heading: Option<String>,
    paragraphs: Vec<Vec<(String, Style)>>,
    foot: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Emphasis,
    Marked,
}

impl Entry {
    fn spoken(&self) -> String {
        let paragraphs = self
            .paragraphs
            .iter()
            .map(|runs| runs.iter().map(|(text, _)| text.as_str()).collect());
        self.heading
            .iter()
            .cloned()
            .chain(paragraphs)
            .chain(self.foot.iter().cloned())
            .collect::<Vec<String>>()
            .join(". ")
    }
}

fn time(kit: &Kit<'_>, view: &View, minute: u32) -> String {
    crate::ui::spoken::minute_or_time(kit.strings, view.clock, minute)
}

fn who(speaker: &Speaker) -> String {
    match &speaker.about {
        Some(about) => format!("{}, {about}", speaker.name),
        None => speaker.name.to_string(),
    }
}

fn passage_entry(kit: &Kit<'_>, view: &View, passage: &Passage) -> Entry {
    let plain = |text: String| vec![vec![(text, Style::Plain)]];
    match passage {
        Passage::Visit { place, minute } => Entry {
            heading: Some(format!("{} · {place}", time(kit, view, *minute))),
            paragraphs: Vec::new(),
            foot: None,
        },
        Passage::Line {
            speaker,
            paragraphs,
        } => {
            let mut paragraphs = units(paragraphs);
            if speaker.is_some() {
                quote(&mut paragraphs);
            }
            Entry {
                heading: speaker.as_ref().map(who),
                paragraphs,
                foot: None,
            }
        }
        Passage::Object {
            label, paragraphs, ..
        } => Entry {
            heading: Some(label.to_string()),
            paragraphs: units(paragraphs),
            foot: None,
        },
        Passage::Did { text, minute, .. } => Entry {
            heading: Some(format!(
                "{} · {}",
                time(kit, view, *minute),
                kit.say("form-you")
            )),
            paragraphs: plain(text.to_string()),
            foot: None,
        },
        Passage::Closing {
            speaker,
            paragraphs,
        } => {
            let mut paragraphs: Vec<_> =
                paragraphs.iter().map(|runs| styled(runs, false)).collect();
            if speaker.is_some() {
                quote(&mut paragraphs);
            }
            Entry {
                heading: speaker.as_ref().map(who),
                paragraphs,
                foot: None,
            }
        }
    }
}

fn styled(runs: &[Run], marked: bool) -> Vec<(String, Style)> {
    let style = |run: &Run| match (marked, run.emphasis) {
        (true, _) => Style::Marked,
        (false, true) => Style::Emphasis,
        (false, false) => Style::Plain,
    };
    runs.iter()
        .map(|run| (run.text.to_string(), style(run)))
        .collect()
}

fn units(paragraphs: &[Paragraph]) -> Vec<Vec<(String, Style)>> {
    let paragraph = |units: &Paragraph| {
        let mut runs = Vec::new();
        for (number, unit) in units.iter().enumerate() {
            if number > 0 {
                runs.push((" ".to_owned(), Style::Plain));
            }
            runs.extend(styled(&unit.runs, unit.mark.is_some()));
        }
        runs
    };
    paragraphs.iter().map(paragraph).collect()
}

/// Speech stands in quotation marks, which are no part of its units.
fn quote(paragraphs: &mut [Vec<(String, Style)>]) {
    if let Some(first) = paragraphs.first_mut() {
        first.insert(0, ("“".to_owned(), Style::Plain));
    }
    if let Some(last) = paragraphs.last_mut() {
        last.push(("”".to_owned(), Style::Plain));
    }
}

fn document_entry(document: &DocumentView) -> Entry {
    let fields = document.fields.iter().flat_map(|field| {
        let mut paragraphs = units(&field.paragraphs);
        if let Some(first) = paragraphs.first_mut() {
            first.insert(0, (format!("{}: ", field.label), Style::Plain));
        }
        paragraphs
    });
    Entry {
        heading: Some(document.title.to_string()),
        paragraphs: fields.collect(),
        foot: None,
    }
}

fn notebook_entry(kit: &Kit<'_>, entry: &NotebookEntry) -> Entry {
    let sure = kit.say(match entry.mark.sure {
        Sureness::Note => "sure-note",
        Sureness::Concerned => "sure-concerned",
        Sureness::ActNow => "sure-act-now",
    });
    Entry {
        heading: None,
        paragraphs: vec![vec![(entry.quotation.clone(), Style::Plain)]],
        foot: Some(format!("{sure} · {}", entry.concern)),
    }
}

/// A panel that scrolls by itself: its entries are one tab stop, so that keys reach all of it.
fn panel(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    salt: &'static str,
    name: &str,
    icon: icons::Icon,
    entries: &[Entry],
    none: &str,
) {
    let theme = kit.theme;
    let full = ui.available_rect_before_wrap();
    ui.painter()
        .add(Card::panel(theme).margin(0).frame().paint(full));
    let inner = full.shrink(1.0);
    ui.scope_builder(UiBuilder::new().id_salt(salt).max_rect(inner), |ui| {
        panes::region(ui, kit.panes, salt, name, |ui, _| {
            ui.spacing_mut().item_spacing.y = 0.0;
            Frame::new()
                .inner_margin(Margin {
                    left: 14,
                    right: 14,
                    top: 12,
                    bottom: 8,
                })
                .show(ui, |ui| {
                    ui.set_min_width(ui.available_width());
                    card::heading(ui, theme, Some(icon), name);
                });
            card::rule(ui, theme);
            ScrollArea::vertical()
                .id_salt(salt)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    Frame::new()
                        .inner_margin(Margin {
                            left: 14,
                            right: 14,
                            top: 8,
                            bottom: 12,
                        })
                        .show(ui, |ui| {
                            ui.set_min_width(ui.available_width());
                            if entries.is_empty() {
                                Words::small(none).show(ui, theme);
                            }
                            list(ui, theme, salt, name, entries);
                        });
                });
        });
    });
    ui.advance_cursor_after_rect(full);
}

fn list(ui: &mut Ui, theme: &Theme, salt: &'static str, name: &str, entries: &[Entry]) {
    let mut roving = Roving::new(
        ui.ctx(),
        Id::new(("sources", salt)),
        entries.len(),
        Axis::Vertical,
    );
    ui.scope_builder(UiBuilder::new().id_salt("entries"), |ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::List);
            node.set_label(name);
            node.set_size_of_set(entries.len());
        });
        for (index, entry) in entries.iter().enumerate() {
            let shown = ui.scope(|ui| self::entry(ui, theme, entry, salt == "form-notebook"));
            let rect = shown.response.rect.expand2(vec2(4.0, 2.0));
            let response = ui.interact(rect, roving.member(index), roving.sense(index));
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, entry.spoken()));
            ui.accesskit_node_builder(response.id, |node| {
                node.set_role(Role::ListItem);
                node.set_position_in_set(index);
            });
            roving.after(ui, index, &response);
            focus_ring::corner(ui, response.id, rect, theme.tokens.radius.key);
            ui.add_space(14.0);
        }
    });
}

fn entry(ui: &mut Ui, theme: &Theme, entry: &Entry, ruled: bool) {
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(heading) = &entry.heading {
        Words::new(Type::Small, heading)
            .family(fonts::UI_BOLD)
            .soft()
            .silent()
            .show(ui, theme);
    }
    for paragraph in &entry.paragraphs {
        self::paragraph(ui, theme, paragraph);
    }
    if let Some(foot) = &entry.foot {
        Words::small(foot).silent().show(ui, theme);
    }
    if ruled {
        ui.add_space(6.0);
        card::rule(ui, theme);
    }
}

fn paragraph(ui: &mut Ui, theme: &Theme, runs: &[(String, Style)]) {
    let plain = theme.format(Type::Quote, theme.colours.ink);
    let emphasis = TextFormat {
        font_id: theme.font_in(Type::Quote, fonts::READ_ITALIC),
        ..plain.clone()
    };
    let marked = TextFormat {
        background: theme.colours.mark_bg,
        underline: Stroke::new(1.0, theme.colours.mark_line),
        ..plain.clone()
    };
    let mut job = LayoutJob::default();
    for (text, style) in runs {
        let format = match style {
            Style::Plain => &plain,
            Style::Emphasis => &emphasis,
            Style::Marked => &marked,
        };
        job.append(text, 0.0, format.clone());
    }
    job.wrap.max_width = ui.available_width().max(1.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (_, rect) = ui.allocate_space(galley.size());
    ui.painter().galley(
        rect.min + vec2(0.0, theme.lead(ui, Type::Quote)),
        galley,
        theme.colours.ink,
    );
}
