use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use crate::runtime::BoxError;

/// A middleware that failed; what it gave is the source (HOOK-1).
#[derive(Debug)]
pub struct MiddlewareError {
    pub(crate) operation: Cow<'static, str>,
    pub(crate) attempts: u32,
    /// What went wrong, without credentials (SEC-1).
    pub(crate) words: String,
    /// None where its own words hold one.
    pub(crate) source: Option<BoxError>,
}

impl MiddlewareError {
    /// Which attempt it was for.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts
    }
}

impl fmt::Display for MiddlewareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: Middleware: {}", self.operation, self.words)
    }
}

impl StdError for MiddlewareError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.source.as_deref()?;
        Some(source)
    }
}
