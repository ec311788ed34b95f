use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::runtime::http::rate_limit_status;
use crate::runtime::{Decode, Draft, RateLimitStatus, parse};

/// What an answer outside 2xx says beside its status and message (ERR-2).
#[derive(Clone)]
pub struct ApiDetails {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) name: &'static str,
    pub(crate) error_name: Option<&'static str>,
    pub(crate) code: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) headers: HeaderMap,
    pub(crate) raw_body: String,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) retryable: bool,
    pub(crate) in_stream: bool,
    pub(crate) attempts: u32,
    pub(crate) failures: Vec<String>,
    pub(crate) elapsed: Duration,
    pub(crate) is_out_of_repeats: bool,
    /// What was sent.
    pub(crate) draft: Draft,
}

impl ApiDetails {
    /// The schema's name of the error, or `UnexpectedStatus` if the operation does not declare it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The schema's name of the status, though the operation does not declare it.
    #[must_use]
    pub const fn error_name(&self) -> Option<&'static str> {
        self.error_name
    }

    /// What went wrong, for programs: the service's own code.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The id that the service gave the request (ERR-3).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// All headers of the answer.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came, its first 64 KiB.
    #[must_use]
    pub fn raw_body(&self) -> &str {
        &self.raw_body
    }

    /// The body as a type; none if it is something else, which is not another error (ERR-2).
    #[must_use]
    pub fn body<T: Decode>(&self) -> Option<T> {
        parse(&self.raw_body).and_then(|json| T::decode(&json)).ok()
    }

    /// How long the service asks to wait (RETRY-4).
    #[must_use]
    pub const fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// What the answer says of the service's own rate limit (ERR-4).
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimitStatus> {
        rate_limit_status(&self.headers)
    }

    /// Whether the same call may succeed another time (1.4).
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        self.retryable
    }

    /// Whether it came as an event of a stream that had begun well (SSE-11).
    #[must_use]
    pub const fn in_stream(&self) -> bool {
        self.in_stream
    }

    /// How long the call took.
    #[must_use]
    pub const fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Whether another attempt was not made because the client's quota of repeats is used up
    /// (RETRY-5).
    #[must_use]
    pub const fn is_out_of_repeats(&self) -> bool {
        self.is_out_of_repeats
    }

    /// How often the request was sent.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// What earlier attempts came to, a line each (RETRY-10).
    #[must_use]
    pub fn failures(&self) -> &[String] {
        &self.failures
    }

    /// The request as a command for a shell, credentials and secret values as `***` (DBG-1).
    #[must_use]
    pub fn to_curl(&self) -> String {
        // What has been sent is not refused.
        self.draft.to_curl().unwrap_or_default()
    }

    /// `<operation>: 404 NotFound: Agent not found (code agent_not_found, request req_9)` (ERR-5).
    pub(super) fn describe(
        &self,
        status: StatusCode,
        message: &str,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        write!(
            f,
            "{}: {} {}: {message}",
            self.operation,
            status.as_u16(),
            self.name
        )?;
        match (&self.code, &self.request_id) {
            (Some(code), Some(id)) => write!(f, " (code {code}, request {id})"),
            (Some(code), None) => write!(f, " (code {code})"),
            (None, Some(id)) => write!(f, " (request {id})"),
            (None, None) => Ok(()),
        }
    }
}

/// Headers and body stay out of it: they may hold secrets (SEC-1).
impl fmt::Debug for ApiDetails {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiDetails")
            .field("operation", &self.operation)
            .field("name", &self.name)
            .field("code", &self.code)
            .field("request_id", &self.request_id)
            .field("retry_after", &self.retry_after)
            .field("attempts", &self.attempts)
            .field("failures", &self.failures)
            .finish_non_exhaustive()
    }
}
