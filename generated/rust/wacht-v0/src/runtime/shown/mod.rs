//! What may be shown of calls: neither credentials nor what the schema calls secret (1.15).

mod headers;
mod json;
mod pairs;
mod redaction;

pub(crate) use headers::{OpenHeaders, is_open, is_secret};
pub(crate) use redaction::{Redaction, one_line};
