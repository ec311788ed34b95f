use std::borrow::Cow;

use serde_json::{Map, Number, Value};

use super::{Encode, Writer};

/// A JSON value as it was written: numbers keep their digits, objects their order and
/// members of equal names (JSON-10, JSON-11, JSON-14).
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// The digits.
    Number(&'a str),
    /// The text, borrowed where it has no escapes.
    String(Cow<'a, str>),
    /// The items.
    List(Vec<Json<'a>>),
    /// The members in the order of the text.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl Json<'_> {
    /// What it is, for people.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The value at a dotted path (`errors.0.message`).
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, |json, step| match json {
            Self::Object(members) => members
                .iter()
                .rev()
                .find(|(name, _)| name == step)
                .map(|(_, value)| value),
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The same as a program has JSON; of members with equal names the last.
    #[must_use]
    pub fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(digits) => number(digits),
            Self::String(text) => Value::String(text.clone().into_owned()),
            Self::List(items) => items.iter().map(Self::to_value).collect(),
            Self::Object(members) => Value::Object(object(members.iter())),
        }
    }
}

/// A scalar as a URL or a header has it (ENC-4); null has no text.
pub(crate) fn scalar_text(json: &Json<'_>) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone().into_owned()),
        Json::Number(digits) => Some((*digits).to_owned()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null | Json::List(_) | Json::Object(_) => None,
    }
}

/// Members as a program has them.
pub fn object<'j, 'a: 'j>(
    members: impl Iterator<Item = &'j (Cow<'a, str>, Json<'a>)>,
) -> Map<String, Value> {
    members
        .map(|(name, value)| (name.clone().into_owned(), value.to_value()))
        .collect()
}

/// An integer with all its digits, or the float that is nearest: serde_json's own reading may be
/// off by the last bit. What is beyond both keeps its digits as a text.
fn number(digits: &str) -> Value {
    let integer = || digits.parse::<i64>().ok().map(Number::from);
    let unsigned = || digits.parse::<u64>().ok().map(Number::from);
    let float = || digits.parse().ok().and_then(Number::from_f64);
    let number = if digits == "-0" {
        float()
    } else {
        integer().or_else(unsigned).or_else(float)
    };
    number.map_or_else(|| Value::String(digits.to_owned()), Value::Number)
}

impl Encode for Json<'_> {
    fn encode(&self, out: &mut Writer) {
        match self {
            Self::Null => out.raw("null"),
            Self::Bool(value) => out.raw(value),
            Self::Number(digits) => out.raw(digits),
            Self::String(text) => out.string(text),
            Self::List(items) => out.list(items),
            Self::Object(members) => {
                let mut object = out.object();
                for (name, value) in members {
                    object.required(name, value);
                }
            }
        }
    }
}
