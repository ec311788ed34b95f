use http::HeaderMap;

use crate::runtime::{Decode, Json, Mismatch, parse};

/// The response headers that the schema declares for an operation (HDR-4).
pub trait ResponseHeaders: Sized {
    /// Reads each of them.
    ///
    /// # Errors
    ///
    /// The first that is missing, or something else.
    fn read(headers: &HeaderReader<'_>) -> Result<Self, Mismatch>;
}

/// Headers as values of the schema's types.
#[derive(Clone, Copy, Debug)]
pub struct HeaderReader<'a>(&'a HeaderMap);

impl<'a> HeaderReader<'a> {
    pub(super) const fn new(headers: &'a HeaderMap) -> Self {
        Self(headers)
    }

    /// A header that must be there.
    ///
    /// # Errors
    ///
    /// It is missing, or something else.
    pub fn required<T: Decode>(&self, name: &'static str) -> Result<T, Mismatch> {
        let absent = || Mismatch::new("a value", "nothing").in_header(name);
        self.optional(name)?.ok_or_else(absent)
    }

    /// A header that may be missing.
    ///
    /// # Errors
    ///
    /// It is something else.
    pub fn optional<T: Decode>(&self, name: &'static str) -> Result<Option<T>, Mismatch> {
        let values = self.0.get_all(name).iter();
        let texts: Vec<_> = values.filter_map(|value| value.to_str().ok()).collect();
        if texts.is_empty() {
            return Ok(None);
        }
        let value = read(&texts.join(", "));
        value.map(Some).map_err(|mismatch| mismatch.in_header(name))
    }
}

/// A header's text may stand for itself, or for the number or boolean that it spells, or for a
/// list of the one or of the other.
fn read<T: Decode>(text: &str) -> Result<T, Mismatch> {
    let problem = match T::decode(&Json::String(text.into())) {
        Ok(value) => return Ok(value),
        Err(problem) => problem,
    };
    let items = text.split(',').map(|item| Json::String(item.trim().into()));
    let list = format!("[{text}]");
    let readings = [parse(text), Ok(Json::List(items.collect())), parse(&list)];
    let mut values = readings.iter().flatten();
    values.find_map(|json| T::decode(json).ok()).ok_or(problem)
}
