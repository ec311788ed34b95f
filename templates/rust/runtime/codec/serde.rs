//! The crate's codecs behind the traits of serde: values are kept in whatever format describes
//! itself, and read by the same rules as answers.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::Error as _;
use serde::{Deserializer, Serialize, Serializer};

use super::{Decode, Encode, Json, Writer, parse, to_text};

/// Gives a value to a serializer.
///
/// # Errors
///
/// What the serializer refuses, and values that are nested too deep.
pub fn serialize<S: Serializer>(value: &impl Encode, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = Writer::for_keeping();
    value.encode(&mut out);
    if out.has_files() {
        return Err(S::Error::custom("a file that has yet to be read"));
    }
    let json = parse(out.text()).map_err(S::Error::custom)?;
    json.serialize(serializer)
}

/// Takes a value from a deserializer.
///
/// # Errors
///
/// What the deserializer refuses, and what the type does.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let text = Text { depth: 0 }.deserialize(deserializer)?;
    let value = parse(&text).and_then(|json| T::decode(&json));
    value.map_err(D::Error::custom)
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(digits) => number(digits, serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

fn number<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(value) = digits.parse() {
        return serializer.serialize_i64(value);
    }
    if let Ok(value) = digits.parse() {
        return serializer.serialize_u64(value);
    }
    match digits.parse::<f64>() {
        Ok(value) if value.is_finite() => serializer.serialize_f64(value),
        _ => Err(S::Error::custom("a number beyond 64 bits")),
    }
}

/// Levels that are taken; the codecs allow fewer.
const DEEPEST: usize = 256;

/// Makes JSON text of what a deserializer has.
#[derive(Clone, Copy)]
struct Text {
    depth: usize,
}

impl Text {
    fn inside<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            return Err(E::custom("nested too deep"));
        }
        Ok(Self {
            depth: self.depth + 1,
        })
    }
}

impl<'de> DeserializeSeed<'de> for Text {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what JSON has")
    }

    fn visit_bool<E>(self, value: bool) -> Result<String, E> {
        Ok(to_text(&value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(to_text(&value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(to_text(&value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<String, E> {
        if !value.is_finite() {
            return Err(E::custom("JSON has no such number"));
        }
        Ok(to_text(&value))
    }

    fn visit_str<E>(self, value: &str) -> Result<String, E> {
        Ok(to_text(value))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<String, E> {
        Ok("null".to_owned())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<String, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<String, D::Error> {
        deserializer.deserialize_any(self.inside()?)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<String, A::Error> {
        let inside = self.inside()?;
        let mut texts = Vec::new();
        while let Some(text) = items.next_element_seed(inside)? {
            texts.push(text);
        }
        Ok(format!("[{}]", texts.join(",")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<String, A::Error> {
        let inside = self.inside()?;
        let mut texts = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            let mut out = Writer::default();
            out.string(&name);
            out.raw(':');
            out.raw(members.next_value_seed(inside)?);
            texts.push(out.into_text());
        }
        Ok(format!("{{{}}}", texts.join(",")))
    }
}
