//! Values of the schema's types, from JSON and to JSON (1.12).

mod check;
mod date_time;
mod decode;
mod either;
mod encode;
mod enums;
mod json;
mod leaves;
mod members;
mod mismatch;
mod nullable;
mod object_codec;
mod opt;
mod parse;
mod scalars;
mod texts;
mod unknown_variant;

pub use check::{Checks, Violation};
pub(crate) use date_time::days_since_1970;
pub use date_time::{DateTime, InvalidDateTime};
pub use decode::Decode;
pub use either::Either;
pub use encode::{Encode, Writer, to_plain, to_text};
pub use json::Json;
pub use leaves::Leaves;
pub use members::{Members, ObjectReader, ObjectWriter};
pub use mismatch::Mismatch;
pub use nullable::Nullable;
pub use opt::Opt;
pub use parse::parse;
pub use texts::{Date, Decimal, InvalidText, IsoDuration, Time, Url, Uuid};
pub use unknown_variant::UnknownVariant;
