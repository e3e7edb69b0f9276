//! One description of a structure for both readers: the typed one (serde, fast)
//! and the lossless one (places and all faults).

use std::fmt;

use serde::Deserializer;
use serde::de::{self, DeserializeSeed, Visitor};

/// Finds the number of a field by its name.
pub(crate) struct FieldSeed(pub(crate) &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for FieldSeed {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FieldSeed {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<usize, E> {
        self.0
            .iter()
            .position(|known| *known == name)
            .ok_or_else(|| E::unknown_field(name, self.0))
    }
}

/// Declares a structure of the file with `required` and `optional` fields.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident ($what:literal) { $($(#[$doc:meta])* $mode:ident $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[$doc])* pub $field: $ty,)* }

        impl $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;
                impl<'de> serde::de::Visitor<'de> for Fields {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str($what)
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        $(let mut $field: Option<$ty> = None;)*
                        while let Some(found) = map.next_key_seed($crate::scenario::record::FieldSeed($name::FIELDS))? {
                            let mut number = 0usize;
                            $(
                                if found == number {
                                    if $field.is_some() {
                                        return Err(serde::de::Error::duplicate_field(stringify!($field)));
                                    }
                                    $field = Some(map.next_value()?);
                                }
                                #[allow(unused_assignments)]
                                { number += 1; }
                            )*
                        }
                        Ok($name { $($field: record!(@typed $mode $field)),* })
                    }
                }
                deserializer.deserialize_struct(stringify!($name), $name::FIELDS, Fields)
            }
        }

        impl $crate::scenario::lossless::Decode for $name {
            fn decode(expr: &ron2::ast::Expr<'_>, reader: &mut $crate::scenario::lossless::Reader) -> Option<Self> {
                let fields = $crate::scenario::lossless::Fields::of(expr, stringify!($name), $what, Self::FIELDS, reader)?;
                let mut number = 0usize;
                $(
                    let $field = fields.$mode::<$ty>(number, reader);
                    #[allow(unused_assignments)]
                    { number += 1; }
                )*
                Some($name { $($field: $field?),* })
            }
        }
    };
    (@typed required $field:ident) => { $field.ok_or_else(|| serde::de::Error::missing_field(stringify!($field)))? };
    (@typed optional $field:ident) => { $field.unwrap_or_default() };
}

/// Declares an enum of bare names.
macro_rules! keywords {
    ($(#[$meta:meta])* pub enum $name:ident ($what:literal) { $($(#[$doc:meta])* $variant:ident,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// The name as it is written in the file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }
        }

        impl $crate::scenario::lossless::Decode for $name {
            fn decode(expr: &ron2::ast::Expr<'_>, reader: &mut $crate::scenario::lossless::Reader) -> Option<Self> {
                let (name, _) = $crate::scenario::lossless::variant_of(expr, $what, &[$(stringify!($variant)),*], reader)?;
                match name { $(stringify!($variant) => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

pub(crate) use {keywords, record};
