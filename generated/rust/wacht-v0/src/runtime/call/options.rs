use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::runtime::{RateLimitMode, Timeouts};

/// What one call wants otherwise than its client.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) timeouts: Timeouts,
    pub(crate) attempts: Option<u32>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) rate_limit: Option<RateLimitMode>,
    /// None takes a header away (HDR-1).
    pub(crate) headers: Vec<(String, Option<String>)>,
    /// Behind the parameters, not yet encoded (ENC-6).
    pub(crate) query: Vec<(String, String)>,
    /// Members of the body, behind its own (JSON-5).
    pub(crate) body: Vec<(String, Value)>,
}

impl CallOptions {
    /// A limit for the whole call.
    pub const fn timeout(&mut self, total: Duration) {
        self.timeouts.total = Some(total);
    }

    /// Other limits of time.
    pub const fn timeouts(&mut self, timeouts: Timeouts) {
        self.timeouts = timeouts;
    }

    /// How often the request may be sent.
    pub const fn attempts(&mut self, attempts: u32) {
        self.attempts = Some(attempts);
    }

    /// What becomes of the call if it would break a limit (LIMIT-3).
    pub const fn rate_limit(&mut self, mode: RateLimitMode) {
        self.rate_limit = Some(mode);
    }

    /// The key of this call, where the operation sends one (RETRY-6).
    pub fn idempotency_key(&mut self, key: String) {
        self.idempotency_key = Some(key);
    }

    /// A header, or that there is none.
    pub fn header(&mut self, name: String, value: Option<String>) {
        self.headers.push((name, value));
    }

    /// A member of the body.
    pub fn body(&mut self, name: String, value: Value) {
        self.body.push((name, value));
    }

    /// A query parameter.
    pub fn query(&mut self, name: String, value: String) {
        self.query.push((name, value));
    }
}

/// Values of headers and of the query stay out of it: some are credentials (SEC-1).
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeouts", &self.timeouts)
            .field("attempts", &self.attempts)
            .field("idempotency_key", &self.idempotency_key)
            .field("rate_limit", &self.rate_limit)
            .finish_non_exhaustive()
    }
}
