use std::sync::Arc;
use std::time::Duration;

use super::Client;
use crate::runtime::{RateLimitMode, Retry, Timeouts};

/// What a clone of a client has otherwise (CFG-5).
#[derive(Clone, Debug, Default)]
#[must_use = "options do nothing before a client has them"]
pub struct ClientOptions {
    timeouts: Timeouts,
    retry: Retry,
    rate_limit: Option<RateLimitMode>,
    headers: Vec<(String, String)>,
}

impl ClientOptions {
    /// Everything as the client has it.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long a call may take, all its attempts and waits together; zero is no limit.
    pub const fn timeout(mut self, total: Duration) -> Self {
        self.timeouts.total = Some(total);
        self
    }

    /// Other limits of time.
    pub const fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// How failed attempts are repeated.
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// What becomes of calls that would break a rate limit.
    pub const fn rate_limit(mut self, mode: RateLimitMode) -> Self {
        self.rate_limit = Some(mode);
        self
    }

    /// A header of every request; it beats those of the client of its name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl Client {
    /// The same client with other settings. Connections, rate limits, the quota of repeats and
    /// tokens are shared (CFG-5).
    #[must_use]
    pub fn with_options(&self, options: ClientOptions) -> Self {
        let mut core = (*self.core).clone();
        core.timeouts = options.timeouts.or(core.timeouts);
        core.retry = options.retry.or(core.retry);
        core.rate_limit = options.rate_limit.or(core.rate_limit);
        core.headers.extend(options.headers);
        Self {
            core: Arc::new(core),
        }
    }
}
