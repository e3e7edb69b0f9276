//! A field for the trainee's own words, with its label, hint and error.

use egui::accesskit::{Action, ActionData, Invalid};
use egui::{Id, Margin, Response, Stroke, TextEdit, Ui};

use super::text::Words;
use crate::ui::focus_ring;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{Theme, Type};

/// A text field, built up and then shown.
#[derive(Debug)]
#[must_use]
pub struct TextBox<'a> {
    label: &'a str,
    hint: Option<&'a str>,
    error: Option<&'a str>,
    rows: usize,
    limit: usize,
}

impl<'a> TextBox<'a> {
    /// A field of one line.
    pub fn line(label: &'a str) -> Self {
        Self {
            label,
            hint: None,
            error: None,
            rows: 1,
            limit: 200,
        }
    }

    /// A field of several rows: Enter breaks the line, Tab leaves.
    pub fn area(label: &'a str, rows: usize) -> Self {
        Self {
            rows: rows.max(2),
            limit: 10_000,
            ..Self::line(label)
        }
    }

    /// A hint under the label.
    pub fn hint(mut self, hint: Option<&'a str>) -> Self {
        self.hint = hint;
        self
    }

    /// At most so many characters.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// What is the matter, above the field.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Shows it. The id is the salt's alone, so that a summary of errors can send the focus here.
    pub fn show(
        self,
        ui: &mut Ui,
        theme: &Theme,
        salt: impl std::hash::Hash + std::fmt::Debug,
        text: &mut String,
    ) -> Response {
        let id = field_id(salt);
        let colours = &theme.colours;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            Words::new(Type::Label, self.label).silent().show(ui, theme);
            if let Some(hint) = self.hint {
                Words::small(hint).silent().show(ui, theme);
            }
            if let Some(error) = self.error {
                error_line(ui, theme, error);
            }
            let border = if self.error.is_some() {
                Stroke::new(2.0, colours.danger)
            } else {
                Stroke::new(1.0, colours.line_strong)
            };
            let (step, family) = if self.rows > 1 {
                (Type::Body, fonts::READ)
            } else {
                (Type::Body, fonts::UI)
            };
            let given = given(ui, id, self.limit);
            let changed = given.is_some();
            if let Some(given) = given {
                *text = given;
            }
            let edit = if self.rows > 1 {
                TextEdit::multiline(text).desired_rows(self.rows)
            } else {
                TextEdit::singleline(text)
            };
            let frame = egui::Frame::new()
                .fill(colours.page)
                .stroke(border)
                .corner_radius(theme.control_radius())
                .inner_margin(Margin::symmetric(10, 8));
            let mut response = edit
                .id(id)
                .char_limit(self.limit)
                .font(theme.font_in(step, family))
                .text_color(colours.ink)
                .desired_width(f32::INFINITY)
                .min_size(egui::vec2(
                    0.0,
                    theme.control_height(theme.tokens.size.target_min),
                ))
                .frame(frame)
                .show(ui)
                .response
                .response;
            if changed {
                response.mark_changed();
            }
            let spoken: Vec<&str> = self.error.into_iter().chain(self.hint).collect();
            ui.accesskit_node_builder(id, |node| {
                node.set_label(self.label);
                node.add_action(Action::SetValue);
                if !spoken.is_empty() {
                    node.set_description(spoken.join(" "));
                }
                if self.error.is_some() {
                    node.set_invalid(Invalid::True);
                }
            });
            focus_ring::corner(ui, id, response.rect, theme.tokens.radius.control);
            response
        })
        .inner
    }
}

/// The text that dictation or another tool asks to put in: egui lets such tools move the cursor alone.
fn given(ui: &Ui, id: Id, limit: usize) -> Option<String> {
    ui.input(|input| {
        let asked = input.accesskit_action_requests(id, Action::SetValue);
        let texts = asked.filter_map(|request| match &request.data {
            Some(ActionData::Value(text)) => Some(text.chars().take(limit).collect()),
            _ => None,
        });
        texts.last()
    })
}

/// The id of the field with this salt.
pub fn field_id(salt: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::new(("text-box", Id::new(salt)))
}

/// What is the matter with a field, in words and with a sign.
pub fn error_line(ui: &mut Ui, theme: &Theme, words: &str) {
    ui.horizontal_top(|ui| {
        icons::WARNING
            .filled()
            .show(ui, theme, theme.colours.danger);
        Words::new(Type::Control, words)
            .colour(theme.colours.danger)
            .show(ui, theme);
    });
}
