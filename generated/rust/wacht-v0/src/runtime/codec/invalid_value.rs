use std::fmt;

/// A text or a number that is not what its type says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InvalidValue {
    expected: &'static str,
}

impl InvalidValue {
    /// One that should have been that.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(expected: &'static str) -> Self {
        Self { expected }
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)
    }
}

impl std::error::Error for InvalidValue {}
