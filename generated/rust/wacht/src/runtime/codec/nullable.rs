use super::{Checks, Decode, Encode, Json, Mismatch, Writer};
use crate::runtime::Parts;

/// A member that may be absent and may be null: an update leaves the one as it is, and
/// clears the other (JSON-1).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Nullable<T> {
    /// Not there.
    #[default]
    Absent,
    /// There, and null.
    Null,
    /// There.
    Value(T),
}

impl<T> Nullable<T> {
    /// Whether the member is not there at all.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, if there is one.
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// None is null.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl<'v, T> From<&'v Nullable<T>> for Option<&'v T> {
    fn from(value: &'v Nullable<T>) -> Self {
        value.as_option()
    }
}

impl<T> From<Nullable<T>> for Option<T> {
    fn from(value: Nullable<T>) -> Self {
        value.into_option()
    }
}

impl<T: Decode> Decode for Nullable<T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        Option::decode(json).map(Self::from)
    }
}

impl<T: Encode> Encode for Nullable<T> {
    fn encode(&self, out: &mut Writer) {
        match self {
            Self::Value(value) => value.encode(out),
            Self::Absent | Self::Null => out.raw("null"),
        }
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn check(&self, at: &mut Checks) {
        if let Self::Value(value) = self {
            value.check(at);
        }
    }

    fn part(&self, parts: &mut Parts) {
        if let Self::Value(value) = self {
            value.part(parts);
        }
    }
}
