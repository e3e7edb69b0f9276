//! The fields of a record, and the summary of what still wants an answer.

use egui::accesskit::{Invalid, Role};
use egui::{Frame, Id, Margin, Stroke, Ui, UiBuilder};

use super::answers::Answers;
use crate::session::view::{FieldKey, FieldView, FormView, InputView, OptionView};
use crate::strings::Strings;
use crate::ui::focus_ring;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::radio::{self, Choice};
use crate::ui::widgets::text_box::{TextBox, error_line};
use crate::ui::widgets::{Words, check, link};

/// Where a pass remembers that a text was typed.
fn typed() -> Id {
    Id::new("form-typed")
}

/// Whether a text changed in this pass; asking forgets it.
pub(super) fn texts_changed(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(typed()))
        .unwrap_or(false)
}

/// "10 minutes".
pub(super) fn minutes(strings: &Strings, n: u32) -> String {
    strings.with("form-minutes", &[("n", n.into())])
}

/// Draws the summary of errors, if there is one, and the fields.
pub(super) fn show(
    ui: &mut Ui,
    theme: &Theme,
    strings: &Strings,
    form: &FormView,
    answers: &mut Answers,
    tried: bool,
    to_summary: &mut bool,
) {
    if tried {
        summary(ui, theme, strings, form, answers, to_summary);
    }
    for field in &form.fields {
        ui.add_space(8.0);
        rule(ui, theme);
        ui.add_space(6.0);
        let error = (tried && answers.lacks(field)).then(|| strings.get("form-choose-one"));
        self::field(ui, theme, strings, field, answers, error.as_deref());
    }
}

/// What is still to finish, each a link to its field. It takes the focus once.
fn summary(
    ui: &mut Ui,
    theme: &Theme,
    strings: &Strings,
    form: &FormView,
    answers: &Answers,
    to_summary: &mut bool,
) {
    let lacking: Vec<FieldKey> = answers.lacking(form);
    if lacking.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let frame = Frame::new()
        .fill(theme.colours.danger_bg)
        .stroke(Stroke::new(2.0, theme.colours.danger))
        .corner_radius(theme.panel_radius())
        .inner_margin(Margin::symmetric(16, 12));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let words = strings.with("form-to-finish", &[("n", lacking.len().into())]);
        let heading = Words::new(Type::Label, words)
            .heading(2)
            .focusable()
            .show(ui, theme);
        focus_ring::around(
            ui,
            heading.id,
            vec![heading.rect.expand(4.0)],
            theme.tokens.radius.key,
        );
        if std::mem::take(to_summary) {
            heading.request_focus();
            heading.scroll_to_me(Some(egui::Align::Center));
        }
        for field in form
            .fields
            .iter()
            .filter(|field| lacking.contains(&field.key))
        {
            if link::show(ui, theme, &field.label).clicked() {
                let target = radio::option_id(salt(field), 0);
                ui.memory_mut(|memory| memory.request_focus(target));
                ui.ctx().request_discard("the focus went to a field");
            }
        }
    });
}

fn salt(field: &FieldView) -> (&'static str, u32) {
    ("form-field", field.key.0)
}

fn field(
    ui: &mut Ui,
    theme: &Theme,
    strings: &Strings,
    field: &FieldView,
    answers: &mut Answers,
    error: Option<&str>,
) {
    match &field.input {
        InputView::Text => text(ui, theme, strings, field, answers),
        InputView::One(options) => {
            head(ui, theme, field, error);
            one(ui, theme, field, options, answers, error);
        }
        InputView::Many(options) => {
            head(ui, theme, field, None);
            many(ui, theme, field, options, answers);
        }
    }
}

/// Label, hint, error: above what they belong to. Readers hear the label from the group.
fn head(ui: &mut Ui, theme: &Theme, field: &FieldView, error: Option<&str>) {
    ui.spacing_mut().item_spacing.y = 4.0;
    Words::new(Type::Label, &*field.label)
        .silent()
        .show(ui, theme);
    if let Some(hint) = &field.hint {
        Words::small(&**hint).silent().show(ui, theme);
    }
    if let Some(error) = error {
        error_line(ui, theme, error);
    }
}

fn one(
    ui: &mut Ui,
    theme: &Theme,
    field: &FieldView,
    options: &[OptionView],
    answers: &mut Answers,
    error: Option<&str>,
) {
    let choices: Vec<_> = options
        .iter()
        .map(|option| Choice::new(option.key, &*option.text))
        .collect();
    let mut chosen = options
        .iter()
        .map(|option| option.key)
        .find(|key| answers.is_chosen(field.key, *key));
    // What is the matter is said with the group's name: readers hear it on entering.
    let spoken: Vec<&str> = [Some(&*field.label), field.hint.as_deref(), error]
        .into_iter()
        .flatten()
        .collect();
    let shown = ui.scope(|ui| {
        radio::show(
            ui,
            theme,
            salt(field),
            &spoken.join(". "),
            &mut chosen,
            &choices,
            radio::Layout::Column,
        )
    });
    if error.is_some() {
        ui.accesskit_node_builder(radio::option_id(salt(field), 0), |node| {
            node.set_invalid(Invalid::True);
        });
        ui.painter().rect_stroke(
            shown.response.rect.expand(2.0),
            theme.control_radius(),
            Stroke::new(2.0, theme.colours.danger),
            egui::StrokeKind::Outside,
        );
    }
    if shown.inner
        && let Some(key) = chosen
    {
        answers.choose(field.key, key);
    }
}

fn many(
    ui: &mut Ui,
    theme: &Theme,
    field: &FieldView,
    options: &[OptionView],
    answers: &mut Answers,
) {
    ui.scope_builder(UiBuilder::new().id_salt(salt(field)), |ui| {
        ui.accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Group);
            node.set_label(&*field.label);
            if let Some(hint) = &field.hint {
                node.set_description(&**hint);
            }
        });
        ui.spacing_mut().item_spacing.y = 2.0;
        for option in options {
            let mut on = answers.is_chosen(field.key, option.key);
            ui.push_id(option.key.0, |ui| {
                if check::show(ui, theme, &mut on, &option.text).changed() {
                    answers.toggle(field.key, option.key);
                }
            });
        }
    });
}

fn text(ui: &mut Ui, theme: &Theme, strings: &Strings, field: &FieldView, answers: &mut Answers) {
    let own = strings.get("form-no-real-names");
    let hint = match &field.hint {
        Some(hint) => format!("{hint} {own}"),
        None => own,
    };
    let text = answers.text_mut(field.key);
    let response =
        TextBox::area(&field.label, 4)
            .hint(Some(&hint))
            .show(ui, theme, salt(field), text);
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(typed(), true));
    }
}
