use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::{Client, Credential};
use crate::runtime::{RateLimitMode, Retry, Timeouts};

/// What a clone of a client has otherwise (CFG-5).
#[derive(Clone, Default)]
#[must_use = "options do nothing before a client has them"]
pub struct ClientOptions {
    credentials: HashMap<&'static str, Credential>,
    base_url: Option<String>,
    allow_insecure: Option<bool>,
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

    /// Says who the client is, by the name of the setting.
    pub fn credential(mut self, setting: &'static str, credential: impl Into<Credential>) -> Self {
        self.credentials.insert(setting, credential.into());
        self
    }

    /// Where the service is: `https://host/v1`.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Sends credentials over plain HTTP, to any host (CFG-4).
    pub const fn allow_insecure(mut self, allow: bool) -> Self {
        self.allow_insecure = Some(allow);
        self
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
    /// tokens are shared (CFG-5); what is wrong with a setting is returned by every call.
    #[must_use]
    pub fn with_options(&self, options: ClientOptions) -> Self {
        let mut core = (*self.core).clone();
        core.timeouts = options.timeouts.or(core.timeouts);
        core.retry = options.retry.or(core.retry);
        core.rate_limit = options.rate_limit.or(core.rate_limit);
        core.headers.extend(options.headers);
        core.allow_insecure = options.allow_insecure.unwrap_or(core.allow_insecure);
        for (setting, credential) in options.credentials {
            core.set_credential(setting, setting, credential);
        }
        if let Some(url) = options.base_url {
            core.set_base_url("base_url", &url);
        }
        core.settle();
        Self {
            core: Arc::new(core),
        }
    }
}

/// Values of headers stay out of it as well: some are credentials (SEC-1).
impl fmt::Debug for ClientOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientOptions")
            .field("credentials", &self.credentials)
            .field("base_url", &self.base_url)
            .field("timeouts", &self.timeouts)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
