use std::collections::BTreeMap;

use serde_json::Value;

use super::{Json, Mismatch};

/// A type that is read from JSON, strictly: no value is coerced into another kind (JSON-6).
pub trait Decode: Sized {
    /// The value, or where it is not what the type says.
    ///
    /// # Errors
    ///
    /// The first mismatch.
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch>;
}

impl Json<'_> {
    /// The mismatch of a value that is something else.
    #[must_use]
    pub fn mismatch(&self, expected: &str) -> Mismatch {
        Mismatch::new(expected, self.kind())
    }
}

impl Decode for Value {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        Ok(json.to_value())
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        match json {
            Json::Null => Ok(None),
            value => T::decode(value).map(Some),
        }
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        T::decode(json).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        let Json::List(items) = json else {
            return Err(json.mismatch("a list"));
        };
        let items = items.iter().enumerate();
        items
            .map(|(index, item)| T::decode(item).map_err(|found| found.in_item(index)))
            .collect()
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        let Json::Object(members) = json else {
            return Err(json.mismatch("an object"));
        };
        let members = members.iter();
        members
            .map(|(name, value)| {
                let value = T::decode(value).map_err(|found| found.in_member(name))?;
                Ok((name.clone().into_owned(), value))
            })
            .collect()
    }
}
