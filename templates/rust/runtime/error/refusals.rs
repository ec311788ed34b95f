use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use crate::runtime::{BoxError, Violation};

/// Arguments that break rules of the schema, all of them (JSON-4).
#[derive(Clone, Debug)]
pub struct InvalidRequest {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) violations: Vec<Violation>,
}

impl InvalidRequest {
    /// Every rule that is broken.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: InvalidArgument: ", self.operation)?;
        for (index, violation) in self.violations.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl StdError for InvalidRequest {}

/// A setting of the client that cannot be used, or is missing (CFG-2, CFG-6).
#[derive(Clone, Debug)]
pub struct ConfigError {
    pub(crate) setting: String,
    pub(crate) problem: String,
}

impl ConfigError {
    pub(crate) fn new(setting: &str, problem: &str) -> Self {
        Self {
            setting: setting.to_owned(),
            problem: problem.to_owned(),
        }
    }

    /// The setting, or the environment variable that it came from.
    #[must_use]
    pub fn setting(&self) -> &str {
        &self.setting
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Config: {} {}", self.setting, self.problem)
    }
}

impl StdError for ConfigError {}

/// A rate limit that the call would break (LIMIT-3).
#[derive(Clone, Debug)]
pub struct LocalRateLimit {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) limit: &'static str,
    pub(crate) attempts: u32,
    pub(crate) retry_after: Duration,
}

impl LocalRateLimit {
    /// The schema's name of the limit.
    #[must_use]
    pub const fn limit(&self) -> &'static str {
        self.limit
    }

    /// How often the request was sent before.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }

    /// When the call would not break it any more.
    #[must_use]
    pub const fn retry_after(&self) -> Duration {
        self.retry_after
    }
}

impl fmt::Display for LocalRateLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            operation,
            limit,
            retry_after,
            ..
        } = self;
        write!(
            f,
            "{operation}: LocalRateLimit: `{limit}` is used up; the next call may be made in \
             {retry_after:?}"
        )
    }
}

impl StdError for LocalRateLimit {}

/// A provider of credentials that failed (AUTH-2).
#[derive(Debug)]
pub struct AuthError {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) attempts: u32,
    /// What went wrong, without credentials (SEC-1).
    pub(crate) words: String,
    /// None where its own words hold one.
    pub(crate) source: Option<BoxError>,
}

impl AuthError {
    /// Which attempt it was for.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }
}

impl fmt::Display for AuthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: Auth: {}", self.operation, self.words)
    }
}

impl StdError for AuthError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
