use std::ops::{Deref, DerefMut};

use super::{Checks, Decode, Encode, Json, Mismatch, Writer};

/// An `Option` whose `unwrap_or_default` does not move the value: an answer can be looked at
/// field by field, and still be given away whole.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Opt<T>(Option<T>);

impl<T> Opt<T> {
    /// A copy of the value, or the type's default.
    pub fn unwrap_or_default(&self) -> T
    where
        T: Clone + Default,
    {
        self.0.clone().unwrap_or_default()
    }

    /// The option itself.
    pub fn into_option(self) -> Option<T> {
        self.0
    }
}

impl<T> Default for Opt<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for Opt<T> {
    type Target = Option<T>;

    fn deref(&self) -> &Option<T> {
        &self.0
    }
}

impl<T> DerefMut for Opt<T> {
    fn deref_mut(&mut self) -> &mut Option<T> {
        &mut self.0
    }
}

impl<T> From<Option<T>> for Opt<T> {
    fn from(value: Option<T>) -> Self {
        Self(value)
    }
}

impl<T> From<Opt<T>> for Option<T> {
    fn from(value: Opt<T>) -> Self {
        value.0
    }
}

impl<'v, T> From<&'v Opt<T>> for Option<&'v T> {
    fn from(value: &'v Opt<T>) -> Self {
        value.0.as_ref()
    }
}

impl<T: PartialEq> PartialEq<Option<T>> for Opt<T> {
    fn eq(&self, other: &Option<T>) -> bool {
        self.0 == *other
    }
}

impl<T: Decode> Decode for Opt<T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        Option::decode(json).map(Self)
    }
}

impl<T: Encode> Encode for Opt<T> {
    fn encode(&self, out: &mut Writer) {
        self.0.encode(out);
    }

    fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    fn check(&self, at: &mut Checks) {
        self.0.check(at);
    }
}

crate::serde_codec!(Opt<T>);
