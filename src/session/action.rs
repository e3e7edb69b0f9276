//! The one JSON form of an action (RULES section 2): in action files, bare, one
//! a line; in the journal, wrapped.

use std::fmt;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use super::moves::SelfRating;
use super::view::Sureness;

/// An action, in the ids of the scenario file.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Look at an object or a document.
    Inspect {
        /// Its id.
        what: String,
    },
    /// Mark a unit.
    Mark {
        /// Its address.
        unit: String,
        /// The concern's id.
        concern: String,
        /// How sure.
        sure: Sureness,
    },
    /// Take a mark away.
    Unmark {
        /// The unit's address.
        unit: String,
    },
    /// Put the choices or the form on offer.
    Decide,
    /// Take a choice.
    Choose {
        /// Its id.
        choice: String,
    },
    /// Give reasons for the choice just taken.
    Explain {
        /// The reasons.
        text: String,
    },
    /// Submit the record.
    Fill {
        /// Answers by field, in the order given.
        answers: Vec<(String, Json)>,
    },
    /// Write the reflection.
    Reflect {
        /// The words.
        text: String,
        /// Self-rating for the offence.
        immediate: Option<SelfRating>,
        /// Self-rating for the child's safety.
        beyond: Option<SelfRating>,
    },
    /// Break off.
    Pause,
    /// Go on.
    Resume,
    /// End the attempt.
    Leave,
}

/// A JSON value that keeps order and refuses doubled keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
    /// Null, a boolean or a number: never a right answer.
    Other,
}

/// A line that is no action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("malformed: {0}")]
pub struct Malformed(pub String);

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries: Vec<(String, Json)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Json>()? {
            if entries.iter().any(|(known, _)| *known == key) {
                return Err(de::Error::custom(format!("the key `{key}` stands twice")));
            }
            entries.push((key, value));
        }
        Ok(Json::Object(entries))
    }
}

fn malformed<T>(reason: impl Into<String>) -> Result<T, Malformed> {
    Err(Malformed(reason.into()))
}

/// The keys of an action, each to be taken once.
struct Keys {
    left: Vec<(String, Json)>,
}

impl Keys {
    fn take(&mut self, key: &str) -> Option<Json> {
        let index = self.left.iter().position(|(known, _)| known == key)?;
        Some(self.left.remove(index).1)
    }

    fn text(&mut self, key: &str) -> Result<String, Malformed> {
        match self.take(key) {
            Some(Json::Text(text)) => Ok(text),
            Some(_) => malformed(format!("`{key}` must be a string")),
            None => malformed(format!("the key `{key}` is missing")),
        }
    }

    fn word<T: for<'de> Deserialize<'de>>(word: &str, key: &str) -> Result<T, Malformed> {
        serde_json::from_value(Value::String(word.to_owned()))
            .map_err(|_| Malformed(format!("unknown `{key}`: \"{word}\"")))
    }

    fn rating(&mut self, key: &str) -> Result<Option<SelfRating>, Malformed> {
        match self.take(key) {
            None => Ok(None),
            Some(Json::Text(word)) => Self::word(&word, key).map(Some),
            Some(_) => malformed(format!("`{key}` must be a string")),
        }
    }

    fn finish(self, action: Action) -> Result<Action, Malformed> {
        match self.left.first() {
            None => Ok(action),
            Some((key, _)) => malformed(format!("unknown key `{key}`")),
        }
    }
}

/// The line with every number that could be too large made small, and nothing else touched:
/// no number is a right answer, so its value does not matter.
fn small_numbers(line: &str) -> String {
    let mut small = String::with_capacity(line.len());
    let mut chars = line.chars().peekable();
    let (mut quoted, mut escaped) = (false, false);
    let mut last = ' ';
    while let Some(next) = chars.next() {
        small.push(next);
        if quoted {
            quoted = next != '"' || escaped;
            escaped = next == '\\' && !escaped;
        } else if next == '"' {
            quoted = true;
        } else if matches!(next, 'e' | 'E') && last.is_ascii_digit() {
            small.extend(chars.next_if(|sign| matches!(sign, '+' | '-')));
            if chars.peek().is_some_and(char::is_ascii_digit) {
                while chars.next_if(char::is_ascii_digit).is_some() {}
                small.push('0');
            }
        } else if matches!(next, '1'..='9') && !last.is_ascii_digit() && last != '.' {
            while chars.next_if(char::is_ascii_digit).is_some() {}
        }
        last = next;
    }
    small
}

impl Action {
    /// Reads one line.
    ///
    /// # Errors
    /// [`Malformed`] for what is no action: not JSON, unknown, missing or
    /// doubled keys, an unknown word, a wrong type outside `answers`.
    pub fn parse(line: &str) -> Result<Self, Malformed> {
        // A number too large for the reader is JSON all the same.
        let json: Json = serde_json::from_str(line)
            .or_else(|error| serde_json::from_str(&small_numbers(line)).map_err(|_| error))
            .map_err(|error| Malformed(format!("not JSON: {error}")))?;
        let Json::Object(left) = json else {
            return malformed("an action is a JSON object");
        };
        let mut keys = Keys { left };
        let verb = keys.text("do")?;
        let action = match verb.as_str() {
            "inspect" => Self::Inspect {
                what: keys.text("what")?,
            },
            "mark" => Self::Mark {
                unit: keys.text("unit")?,
                concern: keys.text("concern")?,
                sure: Keys::word(&keys.text("sure")?, "sure")?,
            },
            "unmark" => Self::Unmark {
                unit: keys.text("unit")?,
            },
            "decide" => Self::Decide,
            "choose" => Self::Choose {
                choice: keys.text("choice")?,
            },
            "explain" => Self::Explain {
                text: keys.text("text")?,
            },
            "fill" => match keys.take("answers") {
                Some(Json::Object(answers)) => Self::Fill { answers },
                Some(_) => return malformed("`answers` must be an object"),
                None => return malformed("the key `answers` is missing"),
            },
            "reflect" => Self::Reflect {
                text: keys.text("text")?,
                immediate: keys.rating("immediate")?,
                beyond: keys.rating("beyond")?,
            },
            "pause" => Self::Pause,
            "resume" => Self::Resume,
            "leave" => Self::Leave,
            other => return malformed(format!("unknown action \"{other}\"")),
        };
        keys.finish(action)
    }

    /// The action as one line of JSON, without its end.
    #[must_use]
    pub fn to_json(&self) -> String {
        let value = match self {
            Self::Inspect { what } => json!({"do": "inspect", "what": what}),
            Self::Mark {
                unit,
                concern,
                sure,
            } => json!({"do": "mark", "unit": unit, "concern": concern, "sure": sure}),
            Self::Unmark { unit } => json!({"do": "unmark", "unit": unit}),
            Self::Decide => json!({"do": "decide"}),
            Self::Choose { choice } => json!({"do": "choose", "choice": choice}),
            Self::Explain { text } => json!({"do": "explain", "text": text}),
            Self::Fill { answers } => {
                json!({"do": "fill", "answers": answers.iter().map(|(field, answer)| (field.clone(), answer.to_value())).collect::<serde_json::Map<_, _>>()})
            }
            Self::Reflect {
                text,
                immediate,
                beyond,
            } => {
                let mut value = json!({"do": "reflect", "text": text});
                for (key, rating) in [("immediate", immediate), ("beyond", beyond)] {
                    if let (Some(rating), Some(object)) = (rating, value.as_object_mut()) {
                        object.insert(key.to_owned(), json!(rating));
                    }
                }
                value
            }
            Self::Pause => json!({"do": "pause"}),
            Self::Resume => json!({"do": "resume"}),
            Self::Leave => json!({"do": "leave"}),
        };
        value.to_string()
    }
}

impl Json {
    fn to_value(&self) -> Value {
        match self {
            Self::Text(text) => Value::String(text.clone()),
            Self::List(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            Self::Object(entries) => Value::Object(
                entries
                    .iter()
                    .map(|(key, value)| (key.clone(), value.to_value()))
                    .collect(),
            ),
            Self::Other => Value::Null,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        for line in [
            r#"{"do":"inspect","what":"rucksack"}"#,
            r#"{"do":"mark","unit":"a.line.1.0","concern":"c","sure":"act-now"}"#,
            r#"{"do":"fill","answers":{"offence":["theft"],"summary":"…"}}"#,
            r#"{"do":"reflect","text":"","beyond":"about-half"}"#,
            r#"{"do":"pause"}"#,
        ] {
            let action = Action::parse(line).unwrap_or(Action::Leave);
            assert_eq!(action.to_json(), line);
        }
    }

    #[test]
    fn a_number_is_a_wrong_answer_however_large() {
        let long = format!("-{}", "9".repeat(400));
        for number in ["1e999", "-1.5E+999", "7", "[1e400]", &long] {
            let line = format!(r#"{{"do":"fill","answers":{{"a":{number},"b":"1e999"}}}}"#);
            let Ok(Action::Fill { answers }) = Action::parse(&line) else {
                panic!("{line}");
            };
            assert_ne!(answers[0].1, Json::Text(number.to_owned()), "{line}");
            assert_eq!(answers[1].1, Json::Text("1e999".to_owned()), "{line}");
        }
        for number in ["1e", "01e999", "1e+", "--1e999", "1e999x"] {
            let line = format!(r#"{{"do":"fill","answers":{{"a":{number}}}}}"#);
            assert!(Action::parse(&line).is_err(), "{line}");
        }
    }

    #[test]
    fn what_is_no_action_is_malformed() {
        for line in [
            "",
            "7",
            "[]",
            "{}",
            r#"{"do":"fly"}"#,
            r#"{"do":"decide","now":true}"#,
            r#"{"do":"mark","unit":"a","concern":"c","sure":"very"}"#,
            r#"{"do":"explain","text":7}"#,
            r#"{"do":"pause","do":"pause"}"#,
            r#"{"do":"fill","answers":{"a":[],"a":[]}}"#,
            r#"{"do":"reflect","text":"","beyond":"lots"}"#,
            r#"{"do":"choose"}"#,
            r#"{"do":"pause"} x"#,
        ] {
            assert!(Action::parse(line).is_err(), "{line}");
        }
    }
}
