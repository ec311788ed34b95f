use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{HeaderReader, ResponseHeaders};
use crate::runtime::http::rate_limit_status;
use crate::runtime::shown::OpenHeaders;
use crate::runtime::{Decode, DecodeError, Error, Json, Mismatch, RateLimitStatus, Result, parse};

/// An answer of success, read to its end.
#[derive(Clone)]
pub struct Received {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) request_id: Option<String>,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
}

/// How an answer becomes a value.
pub type Read<T> = fn(&Received) -> Result<T, Mismatch>;

impl Received {
    /// The status, where an operation has several of success.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether the media type is one of JSON (JSON-17).
    pub(super) fn is_json(&self) -> bool {
        let media = self.media();
        media == "application/json" || media.ends_with("+json")
    }

    /// The media type without its parameters, in lower case.
    pub(crate) fn media(&self) -> String {
        let value = self.headers.get(http::header::CONTENT_TYPE);
        let text = value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        text.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }
}

/// Its body stays out of it, and headers that may hold secrets (SEC-2).
impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Received")
            .field("status", &self.status)
            .field("headers", &OpenHeaders(&self.headers))
            .finish_non_exhaustive()
    }
}

/// Reads JSON; an empty body is null, where the type has that (JSON-16, JSON-17).
///
/// # Errors
///
/// What is no JSON, or not of the type.
pub fn json<T: Decode>(answer: &Received) -> Result<T, Mismatch> {
    if answer.body.is_empty() {
        let empty = |_| Mismatch::new("JSON", "an empty body");
        return T::decode(&Json::Null).map_err(empty);
    }
    if !answer.is_json() {
        let media = answer.media();
        let found = if media.is_empty() {
            "a body without a media type"
        } else {
            &media
        };
        return Err(Mismatch::new("JSON", found).in_header("content-type"));
    }
    // Much faster than reading leniently, which is for what is no UTF-8.
    match std::str::from_utf8(&answer.body) {
        Ok(text) => T::decode(&parse(text)?),
        Err(_) => T::decode(&parse(&String::from_utf8_lossy(&answer.body))?),
    }
}

/// Reads nothing, whatever came (JSON-16).
///
/// # Errors
///
/// Never.
pub const fn nothing(_: &Received) -> Result<(), Mismatch> {
    Ok(())
}

/// Reads a text.
///
/// # Errors
///
/// Never.
pub fn text(answer: &Received) -> Result<String, Mismatch> {
    Ok(String::from_utf8_lossy(&answer.body).into_owned())
}

/// Reads bytes.
///
/// # Errors
///
/// Never.
pub fn bytes(answer: &Received) -> Result<Bytes, Mismatch> {
    Ok(answer.body.clone())
}

/// An answer with everything that came along (RAW-1).
#[derive(Clone)]
#[non_exhaustive]
pub struct RawResponse<T> {
    /// The decoded value.
    pub value: T,
    /// The status.
    pub status: StatusCode,
    /// All headers.
    pub headers: HeaderMap,
    /// The id that the service gave the request (ERR-3).
    pub request_id: Option<String>,
    /// How often the request was sent.
    pub attempts: u32,
    /// How long the call took.
    pub elapsed: Duration,
    pub(super) operation: Cow<'static, str>,
}

impl<T> RawResponse<T> {
    /// The headers that the schema declares, as the type that the operation has for them
    /// (HDR-4).
    ///
    /// # Errors
    ///
    /// [`Error::Decode`]: one is missing that the service has promised, or is something else.
    pub fn typed_headers<H: ResponseHeaders>(&self) -> Result<H> {
        let headers = HeaderReader::new(&self.headers);
        let undecoded = |mismatch| {
            Error::Decode(Box::new(DecodeError {
                operation: self.operation.clone(),
                mismatch,
                status: self.status,
                headers: self.headers.clone(),
                request_id: self.request_id.clone(),
                raw_body: String::new(),
                attempts: self.attempts,
            }))
        };
        H::read(&headers).map_err(undecoded)
    }

    /// What the answer says of the service's own rate limit (ERR-4).
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimitStatus> {
        rate_limit_status(&self.headers)
    }
}

/// Headers that may hold secrets are `***` (SEC-2).
impl<T: fmt::Debug> fmt::Debug for RawResponse<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("value", &self.value)
            .field("status", &self.status)
            .field("headers", &OpenHeaders(&self.headers))
            .field("request_id", &self.request_id)
            .field("attempts", &self.attempts)
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}
