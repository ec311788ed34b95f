use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use http::{HeaderMap, StatusCode};

use crate::runtime::Mismatch;

/// An answer of success that is not what the schema says (JSON-6).
#[derive(Clone)]
pub struct DecodeError {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) mismatch: Mismatch,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) request_id: Option<String>,
    pub(crate) raw_body: String,
    pub(crate) attempts: u32,
}

impl DecodeError {
    /// The status of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers of the answer.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The id that the service gave the request (ERR-3).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// Where in the body: `$.data[0].title`; `$` for all of it.
    #[must_use]
    pub fn path(&self) -> String {
        self.mismatch.path()
    }

    /// What should have been there.
    #[must_use]
    pub fn expected(&self) -> &str {
        self.mismatch.expected()
    }

    /// What was there instead.
    #[must_use]
    pub fn found(&self) -> &str {
        self.mismatch.found()
    }

    /// How often the request was sent.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The body as it came.
    #[must_use]
    pub fn raw_body(&self) -> &str {
        &self.raw_body
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: Decode: {}", self.operation, self.mismatch)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("operation", &self.operation)
            .field("mismatch", &self.mismatch)
            .field("status", &self.status)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

impl StdError for DecodeError {}
