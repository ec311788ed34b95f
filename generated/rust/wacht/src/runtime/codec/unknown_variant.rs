use serde_json::{Map, Value};

use super::{Mismatch, ObjectReader, ObjectWriter};

/// A variant of a union that this version does not know, sent again as it came (JSON-9).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnknownVariant {
    /// What says which one it is.
    pub tag: String,
    /// Everything else.
    pub members: Map<String, Value>,
}

impl UnknownVariant {
    /// What is left of an object.
    pub fn read(tag: String, object: &mut ObjectReader<'_, '_>) -> Self {
        Self {
            tag,
            members: object.rest(),
        }
    }

    /// The same where the name of a member says which variant it is.
    ///
    /// # Errors
    ///
    /// There is no member.
    pub fn read_member(object: &mut ObjectReader<'_, '_>) -> Result<Self, Mismatch> {
        let members = object.rest();
        let tag = members.keys().next().cloned();
        let tag = tag.ok_or_else(|| Mismatch::new("a variant", "nothing"))?;
        Ok(Self { tag, members })
    }

    /// Writes it with its tag.
    pub fn write(&self, tag: &str, object: &mut ObjectWriter<'_>) {
        object.tag(tag, &self.tag);
        object.rest(&self.members);
    }

    /// Writes what came.
    pub fn write_member(&self, object: &mut ObjectWriter<'_>) {
        object.rest(&self.members);
    }
}
