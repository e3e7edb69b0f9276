//! The lossless reader: from the syntax tree of `ron2` to authored types, with
//! the place of every value and every fault, not only the first.

use ron2::ast::{AnonStructExpr, Expr, NumberKind, StructBody, StructExpr, StructField};

use super::problem::{OneOf, Problem, did_you_mean};
use super::span::{Span, Spanned};

/// What is read and what was found wrong on the way.
pub(crate) struct Reader {
    pub(crate) problems: Vec<Problem>,
}

impl Reader {
    pub(crate) fn wrong_type(&mut self, expr: &Expr<'_>, expected: &str) {
        if !matches!(expr, Expr::Error(_)) {
            self.problems.push(Problem::fatal(
                "wrong-type",
                span_of(expr),
                format!("expected {expected}, found {}", kind_of(expr)),
            ));
        }
    }
}

/// A type that can be read from the tree. `None` means that a problem was noted.
pub(crate) trait Decode: Sized {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self>;
}

pub(crate) fn span_of(expr: &Expr<'_>) -> Span {
    from_tree(expr.span())
}

pub(crate) fn from_tree(span: &ron2::error::Span) -> Span {
    Span::new(span.start_offset, span.end_offset)
}

fn kind_of(expr: &Expr<'_>) -> String {
    match expr {
        Expr::Unit(_) => "an empty ()".into(),
        Expr::Bool(_) => "true or false".into(),
        Expr::Char(_) => "a character".into(),
        Expr::Byte(_) => "a byte".into(),
        Expr::Number(number)
            if matches!(number.kind, NumberKind::Float | NumberKind::SpecialFloat) =>
        {
            format!("the fraction {}", number.raw)
        }
        Expr::Number(number) => format!("the number {}", number.raw),
        Expr::String(_) => "a text".into(),
        Expr::Bytes(_) => "bytes".into(),
        Expr::Option(option) if option.value.is_none() => "None".into(),
        Expr::Option(_) => "Some(…)".into(),
        Expr::Seq(_) => "a list […]".into(),
        Expr::Map(_) => "a map {…}".into(),
        Expr::Tuple(_) => "a tuple (…)".into(),
        Expr::AnonStruct(_) => "a structure (…)".into(),
        Expr::Struct(structure) => format!("`{}`", structure.name.name),
        Expr::Error(_) => "something unreadable".into(),
    }
}

/// The fields of `(…)` or `Name(…)`.
fn fields_of<'e, 'a>(expr: &'e Expr<'a>, name: &str) -> Option<&'e [StructField<'a>]> {
    match expr {
        Expr::AnonStruct(AnonStructExpr { fields, .. }) => Some(fields),
        Expr::Struct(StructExpr {
            name: found,
            body: Some(StructBody::Fields(body)),
            ..
        }) if found.name == name => Some(&body.fields),
        Expr::Unit(_) => Some(&[]),
        Expr::Struct(StructExpr {
            name: found,
            body: Some(StructBody::Tuple(body)),
            ..
        }) if found.name == name && body.elements.is_empty() => Some(&[]),
        _ => None,
    }
}

/// The fields of a structure, found by name; unknown and doubled ones are noted.
pub(crate) struct Fields<'e, 'a> {
    what: &'static str,
    whole: Span,
    found: Vec<Option<&'e StructField<'a>>>,
    names: &'static [&'static str],
}

impl<'e, 'a> Fields<'e, 'a> {
    pub(crate) fn of(
        expr: &'e Expr<'a>,
        name: &str,
        what: &'static str,
        names: &'static [&'static str],
        reader: &mut Reader,
    ) -> Option<Self> {
        let Some(fields) = fields_of(expr, name) else {
            reader.wrong_type(expr, &format!("{what}, written (…)"));
            return None;
        };
        let mut found: Vec<Option<&'e StructField<'a>>> = vec![None; names.len()];
        for field in fields {
            let span = from_tree(&field.name.span);
            match names.iter().position(|known| *known == field.name.name) {
                None => {
                    let mend = did_you_mean(&field.name.name, names.iter().copied())
                        .unwrap_or_else(|| format!("the fields of {what} are {}", OneOf(names)));
                    reader.problems.push(
                        Problem::fatal(
                            "unknown-field",
                            span,
                            format!("unknown field `{}` of {what}", field.name.name),
                        )
                        .mend(mend),
                    );
                }
                Some(index) if found[index].is_some() => {
                    reader.problems.push(
                        Problem::fatal(
                            "duplicate-field",
                            span,
                            format!("the field `{}` stands twice in {what}", field.name.name),
                        )
                        .mend("keep one of them"),
                    );
                }
                Some(index) => found[index] = Some(field),
            }
        }
        Some(Self {
            what,
            whole: span_of(expr),
            found,
            names,
        })
    }

    pub(crate) fn required<T: Decode>(&self, index: usize, reader: &mut Reader) -> Option<T> {
        if let Some(field) = self.found[index] {
            T::decode(&field.value, reader)
        } else {
            let name = self.names[index];
            // The opening of the structure: its end may be pages away.
            let span = Span::new(self.whole.start, self.whole.start + 1);
            reader.problems.push(
                Problem::fatal(
                    "missing-field",
                    span,
                    format!("{} lacks its `{name}`", self.what),
                )
                .mend(format!("add `{name}: …`")),
            );
            None
        }
    }

    pub(crate) fn optional<T: Decode + Default>(
        &self,
        index: usize,
        reader: &mut Reader,
    ) -> Option<T> {
        match self.found[index] {
            Some(field) => T::decode(&field.value, reader),
            None => Some(T::default()),
        }
    }
}

impl Decode for String {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        if let Expr::String(text) = expr {
            Some(text.value.clone())
        } else {
            reader.wrong_type(expr, "a text in double quotes");
            None
        }
    }
}

impl Decode for bool {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        if let Expr::Bool(value) = expr {
            Some(value.value)
        } else {
            reader.wrong_type(expr, "true or false");
            None
        }
    }
}

impl Decode for i64 {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        if let Expr::Number(number) = expr
            && matches!(
                number.kind,
                NumberKind::Integer | NumberKind::NegativeInteger
            )
        {
            // The typed reader's own parser decides what a number may look like.
            if let Ok(value) = serde_ron::from_str::<Self>(&number.raw) {
                return Some(value);
            }
            reader.problems.push(Problem::fatal(
                "out-of-range",
                span_of(expr),
                format!("the number {} is too large", number.raw),
            ));
            return None;
        }
        reader.wrong_type(expr, "a whole number");
        None
    }
}

impl Decode for f64 {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        // Special numbers (`inf`, `NaN`) are none that a file may hold.
        if let Expr::Number(number) = expr
            && number.kind != NumberKind::SpecialFloat
            && let Ok(value) = serde_ron::from_str::<Self>(&number.raw)
        {
            return Some(value);
        }
        reader.wrong_type(expr, "a number");
        None
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        T::decode(expr, reader).map(|value| Self {
            value,
            span: span_of(expr),
        })
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        match expr {
            Expr::Option(option) => match &option.value {
                None => Some(None),
                Some(some) => T::decode(&some.expr, reader).map(Some),
            },
            _ => T::decode(expr, reader).map(Some),
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        T::decode(expr, reader).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(expr: &Expr<'_>, reader: &mut Reader) -> Option<Self> {
        let Expr::Seq(list) = expr else {
            reader.wrong_type(expr, "a list […]");
            return None;
        };
        // Every item is read, so that every fault is found, before any is given up.
        let items: Vec<Option<T>> = list
            .items
            .iter()
            .map(|item| T::decode(&item.expr, reader))
            .collect();
        items.into_iter().collect()
    }
}

/// The items of a map with text keys, in file order, doubled keys included.
pub(crate) fn map_entries<T: Decode>(
    expr: &Expr<'_>,
    reader: &mut Reader,
) -> Option<Vec<(Spanned<String>, T)>> {
    let Expr::Map(map) = expr else {
        reader.wrong_type(expr, "a map {…}");
        return None;
    };
    let entries: Vec<Option<(Spanned<String>, T)>> = map
        .entries
        .iter()
        .map(|entry| {
            let key = Spanned::<String>::decode(&entry.key, reader);
            let value = T::decode(&entry.value, reader);
            key.zip(value)
        })
        .collect();
    entries.into_iter().collect()
}

/// A variant of an enum: its name, and what stands in its brackets.
pub(crate) enum Variant<'e, 'a> {
    Bare,
    Items(Vec<&'e Expr<'a>>),
    Fields(&'e [StructField<'a>]),
}

/// Splits `Name`, `Name(a, b)` or `Name(field: …)`.
pub(crate) fn variant_of<'e, 'a>(
    expr: &'e Expr<'a>,
    what: &str,
    known: &[&str],
    reader: &mut Reader,
) -> Option<(&'e str, Variant<'e, 'a>)> {
    let Expr::Struct(structure) = expr else {
        reader.wrong_type(expr, &format!("{what}: {}", OneOf(known)));
        return None;
    };
    let name: &str = &structure.name.name;
    if !known.contains(&name) {
        let mend = did_you_mean(name, known.iter().copied())
            .unwrap_or_else(|| format!("use {}", OneOf(known)));
        reader.problems.push(
            Problem::fatal(
                "unknown-variant",
                from_tree(&structure.name.span),
                format!("`{name}` is not {what}"),
            )
            .mend(mend),
        );
        return None;
    }
    let variant = match &structure.body {
        None => Variant::Bare,
        Some(StructBody::Tuple(tuple)) => {
            Variant::Items(tuple.elements.iter().map(|element| &element.expr).collect())
        }
        Some(StructBody::Fields(body)) => Variant::Fields(&body.fields),
    };
    Some((name, variant))
}
