use std::fmt::Display;
use std::ops::Deref;
use std::str::FromStr;

use super::fixed::{digits_of, units_of};
use super::{Checks, DateTime, Decimal, Decode, Encode, Json, Leaves, Mismatch, Writer};

/// A number that travels as a text: other languages have no numbers of 64 bits.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Quoted<T>(pub T);

impl<T> From<T> for Quoted<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T> Deref for Quoted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: FromStr> Decode for Quoted<T> {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        const EXPECTED: &str = "an integer as a string";
        match json {
            Json::String(text) => match text.parse() {
                Ok(value) if is_shortest(text) => Ok(Self(value)),
                _ => Err(Mismatch::new(EXPECTED, text)),
            },
            other => Err(other.mismatch(EXPECTED)),
        }
    }
}

/// Digits without a plus sign or leading zeros, as JSON has them.
fn is_shortest(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits == "0" || !digits.starts_with(['0', '+'])
}

impl<T: Display> Encode for Quoted<T> {
    fn encode(&self, out: &mut Writer) {
        out.string(&self.0.to_string());
    }
}

impl<T> Leaves for Quoted<T> {
    type Leaf = T;

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &T)) {
        visit(at, &self.0);
    }
}

crate::serde_codec!(Quoted<T>);

macro_rules! number_type {
    ($(#[$meta:meta])* $name:ident($inner:ty), $expected:literal, $read:expr, $write:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Eq, Hash, PartialEq)]
        pub struct $name(pub $inner);

        impl From<$inner> for $name {
            fn from(value: $inner) -> Self {
                Self(value)
            }
        }

        impl Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl Decode for $name {
            fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
                let read: fn(&str) -> Option<$inner> = $read;
                match json {
                    Json::Number(digits) => read(digits)
                        .map(Self)
                        .ok_or_else(|| Mismatch::new($expected, digits)),
                    other => Err(other.mismatch($expected)),
                }
            }
        }

        impl Encode for $name {
            fn encode(&self, out: &mut Writer) {
                let write: fn(&$inner) -> String = $write;
                out.raw(write(&self.0));
            }
        }

        crate::serde_codec!($name);
    };
}

impl Leaves for DecimalNumber {
    type Leaf = str;

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &str)) {
        visit(at, self.0.as_str());
    }
}

/// Decimal digits of a second below which nothing is kept.
pub(super) const NANOS: u32 = 9;
pub(super) const NANOS_OF_MILLIS: u32 = 6;

number_type!(
    /// A decimal number that travels as a number, with all its digits (JSON-11).
    DecimalNumber(Decimal), "a decimal number", plain_decimal, |value| value.to_string()
);
number_type!(
    /// An instant that travels as seconds since 1970 (JSON-12).
    #[derive(Copy, Ord, PartialOrd)]
    UnixSeconds(DateTime), "seconds since 1970",
    |digits| DateTime::from_unix_nanos(units_of(digits, NANOS)?),
    |value| digits_of(value.unix_nanos(), NANOS)
);
number_type!(
    /// An instant that travels as milliseconds since 1970 (JSON-12).
    #[derive(Copy, Ord, PartialOrd)]
    UnixMillis(DateTime), "milliseconds since 1970",
    |digits| DateTime::from_unix_nanos(units_of(digits, NANOS_OF_MILLIS)?),
    |value| digits_of(value.unix_nanos(), NANOS_OF_MILLIS)
);
/// A number that is written without an exponent keeps its digits; of others they are spelt out.
fn plain_decimal(digits: &str) -> Option<Decimal> {
    digits
        .parse()
        .ok()
        .or_else(|| digits_of(units_of(digits, 18)?, 18).parse().ok())
}
