//! The answers of a record while it is being filled in.

use std::collections::BTreeMap;

use crate::session::moves::{Answer, Move};
use crate::session::view::{FieldKey, FieldView, FormView, InputView, OptionKey};
use crate::ui::draft::Draft;

/// Answers given so far. They outlast a look back at the scene.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    chosen: BTreeMap<FieldKey, Vec<OptionKey>>,
    texts: BTreeMap<FieldKey, String>,
}

impl Answers {
    /// Takes back the texts of a draft.
    pub fn restore(&mut self, draft: &Draft) {
        if let Draft::Record { texts, .. } = draft {
            for (field, text) in texts {
                self.texts
                    .entry(FieldKey(*field))
                    .or_insert_with(|| text.clone());
            }
        }
    }

    /// Lets go of options that are no longer on offer: a new decide may take some away.
    pub fn keep_to(&mut self, form: &FormView) {
        for field in &form.fields {
            if let (InputView::One(options) | InputView::Many(options), Some(chosen)) =
                (&field.input, self.chosen.get_mut(&field.key))
            {
                chosen.retain(|key| options.iter().any(|option| option.key == *key));
            }
        }
    }

    /// Whether an option is chosen.
    #[must_use]
    pub fn is_chosen(&self, field: FieldKey, option: OptionKey) -> bool {
        self.chosen
            .get(&field)
            .is_some_and(|chosen| chosen.contains(&option))
    }

    /// Chooses one option in place of any other.
    pub fn choose(&mut self, field: FieldKey, option: OptionKey) {
        self.chosen.insert(field, vec![option]);
    }

    /// Ticks an option, or takes its tick away.
    pub fn toggle(&mut self, field: FieldKey, option: OptionKey) {
        let chosen = self.chosen.entry(field).or_default();
        if let Some(at) = chosen.iter().position(|key| *key == option) {
            chosen.remove(at);
        } else {
            chosen.push(option);
        }
    }

    /// The text of a field, to be typed into.
    pub fn text_mut(&mut self, field: FieldKey) -> &mut String {
        self.texts.entry(field).or_default()
    }

    /// Whether a field still wants an answer: only a field of exactly one option does.
    #[must_use]
    pub fn lacks(&self, field: &FieldView) -> bool {
        matches!(field.input, InputView::One(_))
            && self.chosen.get(&field.key).is_none_or(Vec::is_empty)
    }

    /// Fields that still want an answer, in their order.
    #[must_use]
    pub fn lacking(&self, form: &FormView) -> Vec<FieldKey> {
        form.fields
            .iter()
            .filter(|field| self.lacks(field))
            .map(|field| field.key)
            .collect()
    }

    /// The texts, to be kept while they are typed.
    #[must_use]
    pub fn draft(&self, turn: u32) -> Draft {
        let texts = self
            .texts
            .iter()
            .map(|(field, text)| (field.0, text.clone()))
            .collect();
        Draft::Record { turn, texts }
    }

    /// The record as it is submitted: options in the form's order, fields left empty left out.
    #[must_use]
    pub fn fill(&self, form: &FormView) -> Move {
        let answer = |field: &FieldView| match &field.input {
            InputView::One(options) | InputView::Many(options) => {
                let chosen: Vec<OptionKey> = options
                    .iter()
                    .map(|option| option.key)
                    .filter(|key| self.is_chosen(field.key, *key))
                    .collect();
                (!chosen.is_empty()).then_some(Answer::Options(chosen))
            }
            InputView::Text => {
                let text = self
                    .texts
                    .get(&field.key)
                    .filter(|text| !text.trim().is_empty());
                text.cloned().map(Answer::Text)
            }
        };
        Move::Fill(
            form.fields
                .iter()
                .filter_map(|field| answer(field).map(|answer| (field.key, answer)))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::view::{OptionView, RecordKind};

    fn form() -> FormView {
        let option = |key| OptionView {
            key: OptionKey(key),
            text: "text".into(),
        };
        let field = |key, input| FieldView {
            key: FieldKey(key),
            label: "label".into(),
            hint: None,
            input,
        };
        FormView {
            title: "Crime report".into(),
            record: RecordKind::CrimeReport,
            minutes: 10,
            fields: vec![
                field(1, InputView::One(vec![option(10), option(11)])),
                field(2, InputView::Many(vec![option(20), option(21), option(22)])),
                field(3, InputView::Text),
            ],
        }
    }

    #[test]
    fn only_a_field_of_one_option_must_be_answered() {
        let mut answers = Answers::default();
        assert_eq!(answers.lacking(&form()), [FieldKey(1)]);
        answers.choose(FieldKey(1), OptionKey(11));
        assert_eq!(answers.lacking(&form()), []);
    }

    #[test]
    fn options_go_in_the_forms_order_and_empty_fields_are_left_out() {
        let mut answers = Answers::default();
        answers.choose(FieldKey(1), OptionKey(10));
        answers.choose(FieldKey(1), OptionKey(11));
        for key in [22, 21, 20, 21] {
            answers.toggle(FieldKey(2), OptionKey(key));
        }
        answers.text_mut(FieldKey(3)).push_str(" \n");
        let expected = vec![
            (FieldKey(1), Answer::Options(vec![OptionKey(11)])),
            (
                FieldKey(2),
                Answer::Options(vec![OptionKey(20), OptionKey(22)]),
            ),
        ];
        assert_eq!(answers.fill(&form()), Move::Fill(expected));
    }

    #[test]
    fn an_option_taken_off_offer_is_let_go() {
        let mut answers = Answers::default();
        answers.choose(FieldKey(1), OptionKey(12));
        answers.keep_to(&form());
        assert_eq!(answers.lacking(&form()), [FieldKey(1)]);
    }

    #[test]
    fn a_draft_never_overwrites_what_is_typed() {
        let mut answers = Answers::default();
        answers.text_mut(FieldKey(3)).push_str("new");
        answers.restore(&Draft::Record {
            turn: 1,
            texts: vec![(3, "old".to_owned()), (4, "kept".to_owned())],
        });
        assert_eq!(
            answers.draft(1),
            Draft::Record {
                turn: 1,
                texts: vec![(3, "new".to_owned()), (4, "kept".to_owned())]
            }
        );
    }
}
