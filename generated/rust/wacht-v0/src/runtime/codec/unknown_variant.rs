use serde_json::{Map, Value};

use super::{Mismatch, ObjectReader, ObjectWriter, parse, to_text};

/// A variant of a union that this version does not know. It is sent again as it came, with the
/// order of its members and the digits of its numbers (JSON-9).
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct UnknownVariant {
    tag: String,
    /// Names and JSON texts.
    members: Vec<(String, String)>,
}

impl UnknownVariant {
    /// A variant that a program knows, and this version of the crate does not.
    pub fn new(tag: impl Into<String>, members: Map<String, Value>) -> Self {
        let members = members.into_iter();
        Self {
            tag: tag.into(),
            members: members
                .map(|(name, value)| (name, to_text(&value)))
                .collect(),
        }
    }

    /// What says which one it is.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Everything else.
    #[must_use]
    pub fn members(&self) -> Map<String, Value> {
        let members = self.members.iter();
        members
            .map(|(name, text)| {
                let value = parse(text).map_or(Value::Null, |value| value.to_value());
                (name.clone(), value)
            })
            .collect()
    }

    /// What is left of an object.
    pub fn read(tag: String, object: &mut ObjectReader<'_, '_>) -> Self {
        let members = object.left();
        Self {
            tag,
            members: members
                .map(|(name, value)| (name.clone().into_owned(), to_text(value)))
                .collect(),
        }
    }

    /// The same where the name of a member says which variant it is.
    ///
    /// # Errors
    ///
    /// There is no member.
    pub fn read_member(object: &mut ObjectReader<'_, '_>) -> Result<Self, Mismatch> {
        let mut found = Self::read(String::new(), object);
        let (name, _) = found
            .members
            .first()
            .ok_or_else(|| Mismatch::new("a variant", "nothing"))?;
        found.tag.clone_from(name);
        Ok(found)
    }

    /// Writes it with its tag.
    pub fn write(&self, tag: &str, object: &mut ObjectWriter<'_>) {
        object.tag(tag, &self.tag);
        self.write_member(object);
    }

    /// Writes what came.
    pub fn write_member(&self, object: &mut ObjectWriter<'_>) {
        for (name, text) in &self.members {
            object.raw(name, text);
        }
    }
}
