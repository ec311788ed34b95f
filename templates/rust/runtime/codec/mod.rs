//! Values of the schema's types, from JSON and to JSON (1.12).

mod base64;
mod binary;
mod check;
#[cfg(feature = "chrono")]
mod chrono;
mod date_time;
mod decimal;
mod decode;
mod distinct;
mod durations;
mod either;
mod encode;
mod encode_values;
mod encoded;
mod enums;
mod fixed;
mod invalid_value;
#[cfg(feature = "jiff")]
mod jiff;
mod json;
mod leaves;
mod members;
mod mismatch;
mod nullable;
mod object_codec;
mod opt;
mod parse;
mod pattern;
mod scalars;
#[cfg(feature = "serde")]
mod serde;
mod serde_codec;
mod texts;
#[cfg(feature = "time")]
mod time;
mod unknown_variant;
#[cfg(feature = "uuid")]
mod uuid;

pub(crate) use base64::{decode as decode_base64, encode as base64};
pub use binary::{Base64, Base64Url, Hex};
pub use check::{Checks, Violation};
pub use date_time::DateTime;
pub(crate) use date_time::days_since_1970;
pub use decode::Decode;
pub use durations::{Millis, Seconds};
pub use either::Either;
pub use encode::{Encode, Writer, to_kept, to_plain, to_text};
pub use encode_values::Defaulted;
pub use encoded::{DecimalNumber, Quoted, UnixMillis, UnixSeconds};
pub use invalid_value::InvalidValue;
pub use json::Json;
pub(crate) use json::scalar_text;
pub use leaves::Leaves;
pub use members::{Members, ObjectReader, ObjectWriter};
pub use mismatch::Mismatch;
pub use nullable::Nullable;
pub use opt::Opt;
pub use parse::parse;
pub use pattern::Pattern;
#[cfg(feature = "serde")]
pub use serde::{deserialize, serialize};
pub use texts::{Date, Decimal, IsoDuration, Time, Url, Uuid};
pub use unknown_variant::UnknownVariant;
