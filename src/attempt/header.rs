//! The first line: what is needed to play the attempt again.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use crate::stamp::Stamp;

/// The format that this program writes.
pub const SCHEMA: &str = "second-look/attempt/1";

/// What an attempt begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The scenario's id.
    pub scenario: String,
    /// `blake3:HEX` of its meaning.
    pub fingerprint: String,
    /// What the facts are drawn from.
    pub seed: u64,
    /// The facts: names and values of all draws, in file order.
    pub draws: Pairs,
    /// Names of the draws that were set by hand.
    pub forced: Vec<String>,
    /// Who plays: a made-up name or number.
    pub trainee: String,
    /// The version of the program that began it.
    pub version: String,
    /// When it began.
    pub started: Stamp,
}

/// Names and values in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairs(pub Vec<(String, String)>);

#[derive(Deserialize)]
struct AsRead {
    scenario: String,
    fingerprint: String,
    seed: u64,
    draws: Pairs,
    forced: Vec<String>,
    trainee: String,
    version: String,
    #[serde(deserialize_with = "super::line::stamp")]
    started: Stamp,
}

#[derive(Deserialize)]
struct SchemaOnly {
    schema: String,
}

/// Why a first line is no header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotAHeader {
    Later(String),
    Wrong(String),
}

impl Header {
    /// The line, without its end.
    pub(super) fn to_line(&self) -> String {
        let draws: Map<String, Value> = self
            .draws
            .0
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().into()))
            .collect();
        json!({
            "schema": SCHEMA,
            "scenario": self.scenario,
            "fingerprint": self.fingerprint,
            "seed": self.seed,
            "draws": draws,
            "forced": self.forced,
            "trainee": self.trainee,
            "version": self.version,
            "started": self.started.to_string(),
        })
        .to_string()
    }

    pub(super) fn from_line(line: &[u8]) -> Result<Self, NotAHeader> {
        let wrong = |error: serde_json::Error| NotAHeader::Wrong(error.to_string());
        let SchemaOnly { schema } = serde_json::from_slice(line).map_err(wrong)?;
        if schema != SCHEMA {
            let ours = schema
                .strip_prefix("second-look/attempt/")
                .is_some_and(|version| version.parse::<u32>().is_ok());
            return Err(if ours {
                NotAHeader::Later(schema)
            } else {
                NotAHeader::Wrong(format!("its schema is `{schema}`"))
            });
        }
        let AsRead {
            scenario,
            fingerprint,
            seed,
            draws,
            forced,
            trainee,
            version,
            started,
        } = serde_json::from_slice(line).map_err(wrong)?;
        Ok(Self {
            scenario,
            fingerprint,
            seed,
            draws,
            forced,
            trainee,
            version,
            started,
        })
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("names and values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs: Vec<(String, String)> = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, String>()? {
                    if pairs.iter().any(|(known, _)| *known == name) {
                        return Err(de::Error::custom(format!("the key `{name}` stands twice")));
                    }
                    pairs.push((name, value));
                }
                Ok(Pairs(pairs))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}
